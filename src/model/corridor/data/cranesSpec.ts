// A pool of cranes as data: at tracks, at a quay, over a gauge change.
import type { Duration, Moves, Share } from '../../../units';
import type { Takes } from './takes';

/** A pool of like cranes: how many, and moves an hour of each. */
export interface Cranes {
  readonly count: number;
  readonly rate: Moves;
  /** Coefficient of variation of a move's time. Default 0. */
  readonly variation?: Share;
  /** How many may work on one train or ship. Default all. */
  readonly each?: number;
  /** Share of `rate` that is reached on average. Default 1. */
  readonly efficiency?: Share;
  /** Breakdowns, in calendar time: mean time between them, and the repair. A crane that breaks down finishes its lift. */
  readonly failures?: { readonly every: Duration; readonly repair: Takes };
  /** Shifts: no lift is begun outside its hours; a lift under way is finished. */
  readonly calendar?: string;
  /** The rate grows in a straight line from a share of it, on a day, to all of it. Before that day it is that share. */
  readonly rampUp?: RampUp;
}

export interface RampUp {
  /** The day on which they begin to work, yyyy-mm-dd. */
  readonly opens: string;
  readonly over: Duration;
  readonly begins: Share;
}
