// Runs a long task with the options of a run: shows progress, and reports an invalid option.
import type { StudyOptions } from '../study/running/options';
import type { TrialProgress } from '../study/trials/pool';
import { Ended, exit } from './exit';
import type { Asked } from './options';
import { showProgress } from './progress';
import type { Streams } from './streams';

export async function studied<T>(
  streams: Streams,
  { seed, replications, precision, maxReplications, days, workers }: Asked,
  work: (options: StudyOptions) => Promise<T>,
): Promise<T> {
  const progress = showProgress(streams);
  try {
    return await work({
      seed,
      replications,
      precision,
      maxReplications,
      days,
      workers,
      signal: streams.signal,
      onProgress: progress.at,
    });
  } catch (error) {
    throw error instanceof RangeError ? new Ended(exit.usage, error.message) : error;
  } finally {
    progress.end();
  }
}

/** Likewise a question that many trials answer. */
export async function decided<T>(
  streams: Streams,
  { seed, replications, precision, maxReplications, days, workers }: Asked,
  work: (
    options: Omit<StudyOptions, 'onProgress'> & { readonly onProgress: (progress: TrialProgress) => void },
  ) => Promise<T>,
): Promise<T> {
  const progress = showProgress(streams, 'trial');
  try {
    return await work({
      ...{ seed, replications, precision, maxReplications, days, workers },
      signal: streams.signal,
      onProgress: ({ done, planned, what }) => progress.at(done, planned, what),
    });
  } catch (error) {
    throw error instanceof RangeError ? new Ended(exit.usage, error.message) : error;
  } finally {
    progress.end();
  }
}
