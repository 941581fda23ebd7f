// The phases of a run: the corridor from the start, and after each dated change.
import type { CorridorData } from './corridor';

/** The corridor from a second of the run on. */
export interface Phase {
  readonly second: number;
  readonly data: CorridorData;
}

/** The corridor from a day (yyyy-mm-dd) on. */
export interface Later {
  readonly from: string;
  readonly data: CorridorData;
}
