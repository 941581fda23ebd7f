// All trials of one question, given out singly to the threads of one pool and handed back in the order in which they were asked for.
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Corridor } from '../../model/change/define';
import { poolOf, STRETCH, workerFile } from '../running/engine';
import { interrupted } from '../running/replications';
import { type TrialAnswer, type TrialAsked, type TrialTask, trialInPieces } from './trial';

/** How far a question is, for whoever waits. */
export interface TrialProgress {
  /** Trials done. */
  readonly done: number;
  /** How many are planned so far, or may be run at most. */
  readonly planned: number;
  /** What is being narrowed. */
  readonly what: string;
}

export interface TrialOptions {
  readonly seed: string;
  readonly days?: number;
  /** Threads; as many as the machine runs at once unless said; 1 is this thread. */
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TrialProgress) => void;
}

/** One trial to be run: which corridor, which replication. */
export interface TrialAsk {
  readonly corridor: Pick<Corridor, 'data' | 'dated'>;
  readonly replication: number;
  /** How it is called where it fails. */
  readonly name: string;
}

/**
 * The trials of a question. Which thread runs one, and which ends first, changes nothing: a trial is a function of corridor,
 * seed and replication, and the answers come back in the order of the asks.
 */
export class TrialPool {
  /** Trials that have ended, of all batches. */
  done = 0;
  private readonly threads: number;
  private readonly worker: URL | undefined;
  private pool: ReturnType<typeof poolOf> | undefined;
  private before: Promise<unknown> = Promise.resolve();
  private isClosed = false;
  private readonly aborted: Promise<never>;
  private abort = () => {};

  constructor(private readonly options: TrialOptions) {
    const { workers, signal } = options;
    if (signal?.aborted === true) throw interrupted(signal);
    const asked = workers ?? availableParallelism();
    this.worker = asked > 1 ? workerFile() : undefined;
    if (asked > 1 && this.worker === undefined && workers !== undefined)
      throw new Error(
        `Trials were asked for with workers ${asked}, but the worker's file, worker.js, is not beside the library. Put it there, or ask for 1.`,
      );
    this.threads = this.worker === undefined ? 1 : asked;
    this.aborted = new Promise<never>((_, reject) => {
      this.abort = () => reject(interrupted(signal));
    });
    // Nobody may be waiting when it comes.
    this.aborted.catch(() => undefined);
    signal?.addEventListener('abort', this.abort, { once: true });
  }

  /**
   * Runs a batch. `onAnswer` hears of each trial as it ends, in no order that means anything; the promise has them in the order
   * of the asks. @throws AbortError, or an Error that names the trial that failed
   */
  async run(
    asks: readonly TrialAsk[],
    asked: TrialAsked,
    { what, planned, onAnswer }: { what: string; planned: number; onAnswer?: (i: number, answer: TrialAnswer) => void },
  ): Promise<TrialAnswer[]> {
    const { seed, days, onProgress } = this.options;
    onProgress?.({ done: this.done, planned, what });
    const all = asks.map(async ({ corridor: { data, dated }, replication, name }, i) => {
      const task: TrialTask = { data, options: { seed, replication, days, later: dated }, asked };
      const answer = await this.one(task).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`${name}, replication ${replication} (the first is 0), failed: ${why}`, { cause: error });
      });
      // What ends after an abort is not told any more: what is known by then is what the answer is made of.
      if (this.options.signal?.aborted !== true) {
        this.done++;
        onAnswer?.(i, answer);
        onProgress?.({ done: this.done, planned: Math.max(planned, this.done), what });
      }
      return answer;
    });
    // One that fails while another is waited for must not end the process.
    for (const one of all) one.catch(() => undefined);
    return Promise.race([Promise.all(all), this.aborted]);
  }

  /** Ends it, also in the middle of a trial. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.options.signal?.removeEventListener('abort', this.abort);
    await (await this.pool)?.destroy();
  }

  private async one(task: TrialTask): Promise<TrialAnswer> {
    if (this.worker !== undefined) {
      this.pool ??= poolOf(this.threads, this.worker);
      return (await this.pool).run(task, { name: 'trial' });
    }
    const next = this.before.then(() => this.here(task));
    this.before = next.catch(() => undefined);
    return next;
  }

  /** In this thread, letting timers and signals have their turn every so often. */
  private async here(task: TrialTask): Promise<TrialAnswer> {
    await this.othersFirst();
    const pieces = trialInPieces(task);
    let since = performance.now();
    for (;;) {
      const next = pieces.next();
      if (next.done === true) return next.value;
      if (performance.now() - since < STRETCH) continue;
      await this.othersFirst();
      since = performance.now();
    }
  }

  private async othersFirst(): Promise<void> {
    await setImmediate();
    if (this.isClosed || this.options.signal?.aborted === true) throw new Error('it was closed before its end');
  }
}
