// The data of a line: a rail section, a sea lane or a road between two places.
import type { Duration, Length, Mass, Paths, Share, Speed } from '../../../units';

/**
 * The limiting section of a single track, between two stations where trains can pass each other: one train at a time, from
 * either side. Its capacity is (1440 − technical) · reliability ÷ (2 · running + stations) pairs a day.
 * Source: practice of the 1520 mm railways; here the time for the track is a closure of the line's calendar.
 */
export interface SingleTrack {
  readonly section: Length;
  readonly speed: Speed;
  /** Station time of each pair of trains: crossing, setting the route. */
  readonly stations: Duration;
  /** Share of the time in which a needed path can be used. Default 1. */
  readonly reliability?: Share;
}

/** Intermediate stops: at one every 350 km, a line of 700 km has two, one of 175 km half a stop. */
export interface Stops {
  /** Distance between stops [km]. */
  readonly every: Length;
  /** Duration of a stop [s]. */
  readonly takes: Duration;
}

/** A line joins two places: a rail section (paths a day and direction, speed of a train with its stops), a sea lane or a road. */
export interface LineSpec<Place extends string = string> {
  /** The places at its two ends. */
  readonly between: readonly [Place, Place];
  /** The mode of transport: trains, ships or trucks. */
  readonly mode: 'rail' | 'sea' | 'road';
  /** Its length [km]. */
  readonly length: Length;
  /** Rail only: speed between stops, instead of a mean speed; a lower speed of the fleet applies. */
  readonly running?: Speed;
  /** Rail only, with `running`: crew changes and wagon inspections, at regular distances. */
  readonly stops?: Stops;
  /** Mean speed over the line, stops included; the fleet's speed applies if it is lower or if this is not given. */
  readonly speed?: Speed;
  /** Coefficient of variation of the running time on this line. */
  readonly variation?: Share;
  /** Rail only: track gauge in mm. */
  readonly gauge?: 1435 | 1520;
  /** Rail only: paths a day and direction for all trains; without it and `single`, a path is always free. */
  readonly paths?: Paths;
  /** Rail only: the limiting section, where the line is single track. */
  readonly single?: SingleTrack;
  /** Rail only: paths a day and direction taken by passenger trains first. */
  readonly passenger?: Paths;
  /** When trains may set out on it: engineering works and maintenance windows are its closed hours. */
  readonly calendar?: string;
  /** Rail only: the longest train that its stations take. */
  readonly longest?: Length;
  /** Rail only: the heaviest load of a train. */
  readonly heaviest?: Mass;
  /** Sea only: the weather that slows ships here, one of `weather` with `sailing`. */
  readonly weather?: string;
}
