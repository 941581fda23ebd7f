// The data of fleets: ships, or sets of platforms, that run on a service.
import type { Duration, Length, Share, Speed, Teu } from '../../../units';

/** Draft of a ship, empty and fully loaded; linear between the two. */
export interface Draft {
  readonly light: Length;
  readonly full: Length;
}

/**
 * Correlation of running times, as shares of the variance of their logarithm; their sum is at most 1. The rest is
 * independent for each line.
 */
export interface PaceSpec {
  /** The part of a unit, shared by all lines of a trip: a slow train is slow all the way. Default 0. */
  readonly unit?: Share;
  /** The part of a week, shared by all units that set out on a line in it: a bad week. Default 0. */
  readonly week?: Share;
}

/** Ships of one name or class, beside the plain units of a fleet. Fields that are left out are the fleet's. */
export interface ShipClass {
  /** Number of ships. Default 1. */
  readonly count?: number;
  readonly carries?: Teu;
  readonly load?: Share;
  readonly speed?: Speed;
  readonly draft?: Draft;
  /** The day on which they join, free and empty, at the first end of their service (the lesser id). Default: the start. */
  readonly joins?: string;
  /** The day from which each leaves for good once it is free and empty. Default: never. */
  readonly leaves?: string;
}

/**
 * Ships, or sets of platforms: `count` units that carry so many TEU each and go round. They begin shared between the ends of the
 * services that they run on.
 */
export interface FleetSpec {
  /** Number of plain units; 0 if all ships are named. */
  readonly count: number;
  /** Capacity of each unit [TEU]. */
  readonly carries: Teu;
  /** Usable share of `carries`, for example at low water. Default 1. */
  readonly load?: Share;
  /** Speed of its units [km/h]; a lower speed of a line applies. */
  readonly speed?: Speed;
  /** Minimum time between departures of a unit from the first end of its service (the lesser id): repairs, bunkers, other use. */
  readonly shortestRound?: Duration;
  /** Trains: correlation of running times over a trip and within a week. Default: none. */
  readonly pace?: PaceSpec;
  /** Trains: the platforms of a set; with a line's longest train they limit its boxes. */
  readonly platform?: {
    /** Length of one platform [km]. */
    readonly length: Length;
    /** Capacity of one platform [TEU]. */
    readonly carries: Teu;
  };
  /**
   * Ships: limits the load by the depth at the shallower of both ports: (depth − clearance − light) ÷ (full − light) of
   * `carries`, times `load`. The depth is the greatest of the berths that serve them there.
   */
  readonly draft?: Draft;
  /** Ships: under-keel clearance. Default 0. */
  readonly clearance?: Length;
  /** Ships by name or class, beside the `count` plain ones. */
  readonly ships?: { readonly [name: string]: ShipClass };
}
