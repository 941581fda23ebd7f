// The data of other traffic: trains and ships that carry no box of a flow, but take paths, hand-overs and berths.
import type { Calls, Paths, Speed } from '../../../units';
import type { Takes } from './takes';

/**
 * Other trains on a line or a chain of lines, or other ships at one port; both arrive at random. Exactly one of the two: trains
 * need `trains` and `on`, ships need `ships`, `at` and `stays`.
 */
export interface TrafficSpec<Place extends string = string, Line extends string = string> {
  /** Trains a day in each direction of travel. */
  readonly trains?: Paths;
  readonly on?: Line | readonly Line[];
  /** Trains: the end of the chain at which they begin. Default: the first end of `on`; for one line its first place. */
  readonly from?: Place;
  /** Trains: the same number in the opposite direction. Default false. */
  readonly both?: boolean;
  /** Trains: their mean speed; a lower speed of a line applies. Default the line's. */
  readonly speed?: Speed;
  /** Ships in a year of 365 days. */
  readonly ships?: Calls;
  readonly at?: Place;
  /** Ships: the kind of berth, one of the port's own keys. Default `container`. */
  readonly berth?: string;
  /** Ships: time at berth of each. */
  readonly stays?: Takes;
  /** Priority for a path or a berth: 0 before 1, 2 and 3. Default 1. */
  readonly priority?: 0 | 1 | 2 | 3;
}
