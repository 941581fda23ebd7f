// A corridor over the days of a run: what it is from the start, and what dated changes make of it.
import type { CorridorData } from './corridor';

/** The corridor as it is from a second of the run on. */
export interface Phase {
  readonly second: number;
  readonly data: CorridorData;
}

/** The corridor as it is from a day (yyyy-mm-dd) on. */
export interface Later {
  readonly from: string;
  readonly data: CorridorData;
}
