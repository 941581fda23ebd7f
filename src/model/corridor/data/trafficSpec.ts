// Other traffic as data: trains and ships that carry no box of a flow, and take paths, hand-overs and berths like everybody else.
import type { Calls, Paths, Speed } from '../../../units';
import type { Takes } from './takes';

/**
 * Trains of others on one line or a chain of lines, or ships of others at one port; both come at random. Of the two, one: trains
 * need `trains` and `on`, ships need `ships`, `at` and `stays`.
 */
export interface TrafficSpec<Place extends string = string, Line extends string = string> {
  /** Trains a day, each way that they run. */
  readonly trains?: Paths;
  readonly on?: Line | readonly Line[];
  /** Trains: the end of the chain at which they begin. Default the first end, as `on` is written; of one line its first place. */
  readonly from?: Place;
  /** Trains: as many the other way. Default false. */
  readonly both?: boolean;
  /** Trains: their mean speed; a line may be slower. Default the line's. */
  readonly speed?: Speed;
  /** Ships in a year of 365 days. */
  readonly ships?: Calls;
  readonly at?: Place;
  /** Ships: the kind of berth, one of the port's own keys. Default `container`. */
  readonly berth?: string;
  /** Ships: how long each lies at its berth. */
  readonly stays?: Takes;
  /** Who gets a path or a berth first: 0 before 1, 2 and 3. Default 1. */
  readonly priority?: 0 | 1 | 2 | 3;
}
