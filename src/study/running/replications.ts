// Running replications until there are enough of them, on all cores, and putting them in their order.
import { availableParallelism } from 'node:os';
import type { Corridor } from '../../model/change/define';
import type { Outcome } from '../../model/replicate';
import type { Asked } from '../../model/run/asked';
import { type Engine, inThisThread, onThreads, workerFile } from './engine';
import { type StudyOptions, withDefaults } from './options';

/**
 * The outcomes of a corridor's replications, in their order.
 * @param more how many to run after those that are done; 0 when they are enough
 */
export async function replications(
  corridor: Corridor,
  options: StudyOptions,
  more: (outcomes: readonly Outcome[]) => number,
  asked?: Asked,
): Promise<Outcome[]> {
  const { seed, replications: first, most, days, workers } = withDefaults(options);
  if (options.signal?.aborted) throw interrupted(options.signal);
  const engine = engineFor(corridor, workers, most);
  const outcomes: Outcome[] = [];
  let finished = 0;
  const batch = async (count: number) => {
    const planned = outcomes.length + count;
    const running = Array.from({ length: count }, async (_, i) => {
      const replication = outcomes.length + i;
      const later = corridor.dated;
      const outcome = await engine.run({ seed, replication, days, later, asked }).catch((error: unknown) => {
        throw failed(replication, error);
      });
      options.onProgress?.(++finished, planned);
      return outcome;
    });
    // Order: of replications, whichever finishes first.
    outcomes.push(...(await Promise.all(running)));
  };
  const all = async () => {
    for (let wanted = first; wanted > 0; wanted = more(outcomes)) await batch(wanted);
    return outcomes;
  };
  return untilAborted(all, engine, options.signal);
}

/** Runs it to its end or to the signal; either way nothing keeps running. */
async function untilAborted<T>(all: () => Promise<T>, engine: Engine, signal: AbortSignal | undefined): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(interrupted(signal));
  });
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([all(), aborted]);
  } finally {
    signal?.removeEventListener('abort', stop);
    await engine.close();
  }
}

export function interrupted(signal: AbortSignal | undefined): DOMException {
  return new DOMException('The run was interrupted.', { name: 'AbortError', cause: signal?.reason });
}

function failed(replication: number, error: unknown): Error {
  const why = error instanceof Error ? error.message : String(error);
  return new Error(`Replication ${replication} (the first is 0) failed: ${why}`, { cause: error });
}

function engineFor(corridor: Corridor, asked: number | undefined, most: number): Engine {
  const threads = Math.min(asked ?? availableParallelism(), most);
  if (threads === 1) return inThisThread(corridor.data);
  const worker = workerFile();
  if (worker !== undefined) return onThreads(corridor.data, threads, worker);
  // Somebody bundled the library without its worker: the same answer, only later. Who asked for threads is told.
  if (asked === undefined) return inThisThread(corridor.data);
  throw new Error(
    `A run was asked for with workers ${asked}, but the worker's file, worker.js, is not beside the library. Put it there, or ask for 1.`,
  );
}
