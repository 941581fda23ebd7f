// Where replications run: in this thread one after another, or on worker threads; the answers are the same to the bit.
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CorridorData } from '../../model/corridor/corridor';
import { type Outcome, Run, type RunOptions } from '../../model/replicate';
import type { Task } from './worker';

/** Runs single replications, several at a time where it can. */
export interface Engine {
  run(options: RunOptions): Promise<Outcome>;
  /** Ends it, also in the middle of a replication. */
  close(): Promise<void>;
}

/** So much of a run [s] is done before it is looked whether it has taken long. */
const PIECE = 21_600;
/** So long [ms] nobody else has a turn. */
export const STRETCH = 50;

/** This thread: one replication after another; timers and signals have their turn every so often. */
export function inThisThread(data: CorridorData): Engine {
  let before: Promise<unknown> = Promise.resolve();
  let closed = false;
  const othersFirst = async () => {
    await setImmediate();
    if (closed) throw new Error('the study was closed before its end');
  };
  return {
    run(options) {
      const next = before.then(async () => {
        await othersFirst();
        const run = new Run(data, options);
        const { last } = run.world.clock;
        let since = performance.now();
        // However a run is cut into pieces, it is the same run.
        for (let second = PIECE; second < last; second += PIECE) {
          run.until(second);
          if (performance.now() - since < STRETCH) continue;
          await othersFirst();
          since = performance.now();
        }
        return run.finish();
      });
      before = next.catch(() => undefined);
      return next;
    },
    async close() {
      closed = true;
    },
  };
}

/**
 * Worker threads, each with one replication at a time. A worker that dies rejects its replication.
 * @param worker the file that the threads run
 */
export function onThreads(data: CorridorData, threads: number, worker: URL): Engine {
  const pool = poolOf(threads, worker);
  return {
    run: async (options) => (await pool).run({ data, options } satisfies Task),
    close: async () => (await pool).destroy(),
  };
}

/** Threads that wait for tasks. */
export async function poolOf(threads: number, worker: URL) {
  // Loaded where it is used: whoever imports the library and never runs on threads does not wait for it.
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: worker.href,
    minThreads: threads,
    maxThreads: threads,
    // The longest study has no reason to hold more than what waits for a thread.
    maxQueue: Number.POSITIVE_INFINITY,
  });
  // A thread that cannot start rejects its task; without a listener it would end the process as well.
  pool.on('error', () => undefined);
  return pool;
}

/** The worker's file: beside this one once it is built; in tests, where it was built before they began. */
export function workerFile(): URL | undefined {
  const beside = import.meta.url;
  const candidates = ['./worker.js', './worker.cjs', '../../../node_modules/.cache/keruen/worker.mjs'];
  return candidates.map((path) => new URL(path, beside)).find((url) => existsSync(fileURLToPath(url)));
}
