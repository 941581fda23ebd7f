// The data of a pool of cranes: at tracks, at a quay, at a gauge change.
import type { Duration, Moves, Share } from '../../../units';
import type { Takes } from './takes';

/** A pool of identical cranes: their number, and moves an hour of each. */
export interface Cranes {
  readonly count: number;
  readonly rate: Moves;
  /** Coefficient of variation of a move's time. Default 0. */
  readonly variation?: Share;
  /** Most cranes that may work on one train or ship. Default all. */
  readonly each?: number;
  /** Share of `rate` that is achieved on average. Default 1. */
  readonly efficiency?: Share;
  /** Failures, in calendar time: mean time between failures, and the repair time. A failing crane finishes its lift. */
  readonly failures?: { readonly every: Duration; readonly repair: Takes };
  /** Shifts: no lift starts outside its hours; a lift in progress is finished. */
  readonly calendar?: string;
  /** The rate rises linearly from a share of it, on a given day, to its full value. Before that day it is that share. */
  readonly rampUp?: RampUp;
}

export interface RampUp {
  /** The day on which they start to work, yyyy-mm-dd. */
  readonly opens: string;
  readonly over: Duration;
  readonly begins: Share;
}
