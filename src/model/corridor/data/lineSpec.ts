// A line as data: a rail section, a sea lane or a road between two places.
import type { Duration, Length, Mass, Paths, Share, Speed } from '../../../units';

/**
 * The limiting section of a single track, between two stations where trains can pass each other: one train at a time, from
 * either side. It gives (1440 − technical) · reliability ÷ (2 · running + stations) pairs a day.
 * Source: practice of the 1520 mm railways; here the time for the track is a closure of the line's calendar.
 */
export interface SingleTrack {
  readonly section: Length;
  readonly speed: Speed;
  /** Time that two stations take of each pair of trains: crossing, setting the way. */
  readonly stations: Duration;
  /** Share of its time in which a path is used when it is needed. Default 1. */
  readonly reliability?: Share;
}

/** Stops under way: of a line of 700 km two, where there is one every 350 km; of 175 km half of one. */
export interface Stops {
  /** Once in so far [km]. */
  readonly every: Length;
  /** For so long [s]. */
  readonly takes: Duration;
}

/** A line joins two places: a rail section (paths a day and direction, speed of a train with its stops), a sea lane or a road. */
export interface LineSpec<Place extends string = string> {
  /** The places at its two ends. */
  readonly between: readonly [Place, Place];
  /** What runs on it: trains, ships or trucks. */
  readonly mode: 'rail' | 'sea' | 'road';
  /** How long it is [km]. */
  readonly length: Length;
  /** Rail only: speed between stops, instead of a mean speed; a fleet's own counts where it is lower. */
  readonly running?: Speed;
  /** Rail only, with `running`: crews change and wagons are looked over once in so far, each time for so long. */
  readonly stops?: Stops;
  /** Mean speed over the line, stops included; a fleet's own speed counts where it is lower or where this is not given. */
  readonly speed?: Speed;
  /** Coefficient of variation of the time on this line. */
  readonly variation?: Share;
  /** Rail only: track gauge in mm. */
  readonly gauge?: 1435 | 1520;
  /** Rail only: paths a day and direction for all trains; without it and `single`, a path is always free. */
  readonly paths?: Paths;
  /** Rail only: the limiting section, where the line is single track. */
  readonly single?: SingleTrack;
  /** Rail only: paths a day and direction that passenger trains take first. */
  readonly passenger?: Paths;
  /** When trains may set out on it: works and maintenance windows are its closed hours. */
  readonly calendar?: string;
  /** Rail only: the longest row of wagons that its stations take. */
  readonly longest?: Length;
  /** Rail only: the heaviest load of a train. */
  readonly heaviest?: Mass;
  /** Sea only: the weather that slows ships down here, one of `weather` that says how they sail. */
  readonly weather?: string;
}
