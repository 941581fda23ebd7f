// What a worker thread does: one replication of a corridor, and back with everything that it has to tell, or with a few numbers.
import type { CorridorData } from '../../model/corridor/corridor';
import { type Outcome, type RunOptions, replicate } from '../../model/replicate';

/** One replication, as it crosses to another thread. */
export interface Task {
  readonly data: CorridorData;
  readonly options: RunOptions;
}

/** Called by the pool with one task at a time. The outcome is plain data; its tables are copied, not shared. */
export default function work({ data, options }: Task): Outcome {
  return replicate(data, options);
}

/** One trial of a question, by name. */
export { trial } from '../trials/trial';
