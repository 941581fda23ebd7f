// Fleets as data: ships, or sets of platforms, that go round on a service.
import type { Duration, Length, Share, Speed, Teu } from '../../../units';

/** How deep a ship lies in the water, empty and with all that it carries; between the two in a straight line. */
export interface Draft {
  readonly light: Length;
  readonly full: Length;
}

/**
 * How far running times hang together, as shares of the variance of their logarithm; together at most 1. What is left is the
 * luck of each line alone.
 */
export interface PaceSpec {
  /** What a unit keeps over all lines of a trip: a slow train is slow all the way. Default 0. */
  readonly unit?: Share;
  /** What all units share that set out on a line in the same week: a bad week. Default 0. */
  readonly week?: Share;
}

/** Ships of one name or class, beside the plain units of a fleet. What is not said is the fleet's. */
export interface ShipClass {
  /** How many there are. Default 1. */
  readonly count?: number;
  readonly carries?: Teu;
  readonly load?: Share;
  readonly speed?: Speed;
  readonly draft?: Draft;
  /** The day on which they join, free and empty, at the first end of their service (the lesser id). Default: from the start. */
  readonly joins?: string;
  /** The day from which each leaves for good as soon as it stands free and empty. Default: never. */
  readonly leaves?: string;
}

/**
 * Ships, or sets of platforms: `count` units that carry so many TEU each and go round. They begin shared between the ends of the
 * services that they run on.
 */
export interface FleetSpec {
  /** Plain units; 0 where all ships are named. */
  readonly count: number;
  /** What each unit carries at most [TEU]. */
  readonly carries: Teu;
  /** Share of `carries` that may be used, as by low water. Default 1. */
  readonly load?: Share;
  /** How fast units go [km/h]; on a line with a lower speed, as fast as that. */
  readonly speed?: Speed;
  /** A unit leaves the first end of its service (the lesser id) at most once in this time: repairs, bunkers, other trades. */
  readonly shortestRound?: Duration;
  /** Trains: how far their times over the lines of a trip, and those of a week, hang together. Default: not at all. */
  readonly pace?: PaceSpec;
  /** Trains: the platforms of a set; with a line's longest train they say how many boxes it takes. */
  readonly platform?: {
    /** How long one platform is [km]. */
    readonly length: Length;
    /** What one platform carries [TEU]. */
    readonly carries: Teu;
  };
  /**
   * Ships: with it they carry no more than the water bears at the shallower of both ports: (depth − clearance − light) ÷
   * (full − light) of `carries`, times `load`. The depth is the greatest of the berths that serve them there.
   */
  readonly draft?: Draft;
  /** Ships: water that must stay under them. Default 0. */
  readonly clearance?: Length;
  /** Ships by name or class, beside the `count` plain ones. */
  readonly ships?: { readonly [name: string]: ShipClass };
}
