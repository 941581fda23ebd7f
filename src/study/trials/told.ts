// What every answer to a question tells beside its numbers: of what, within which days, and whether it came to its end.
import type { Corridor } from '../../model/change/define';
import type { CorridorData } from '../../model/corridor/corridor';
import { Clock, DAY, writeDate } from '../../model/time/clock';
import type { RunResult } from '../results/result';
import type { TrialAnswer } from './trial';

/** What every answer to a question has. */
export interface Told {
  /** The version of the library. */
  readonly keruen: string;
  /** The scenario as it stands, with the changes that were made to it before. */
  readonly scenario: RunResult['scenario'];
  /** The seed. */
  readonly seed: string;
  /** The first and the last day of every trial, and the days before them that are not measured. */
  readonly window: RunResult['window'];
  /** How many trials the answer rests on. */
  readonly trials: number;
  /** The answer in sentences. */
  readonly answer: string;
  /** Why a trial, or the whole, ended early: what was known by then is marked by this. */
  readonly endedEarly?: string;
  /** Ended by a signal: what was known by then. */
  readonly interrupted?: true;
}

export const scenarioOf = ({ data, hash, changes }: Corridor): RunResult['scenario'] => ({
  id: data.id,
  hash,
  changes,
});

export function windowOf(data: CorridorData, days: number | undefined): RunResult['window'] {
  const clock = new Clock(data.start, data.warmUp, days, data.timeZone);
  return { start: writeDate(clock.startDay), end: writeDate(clock.endDay - 1), warmUp: data.warmUp / DAY };
}

/** The first trial that ended early, in the order of corridors and replications; undefined where all came to their end. */
export function endedEarlyOf(
  answers: readonly (readonly TrialAnswer[])[],
  names: readonly string[],
): string | undefined {
  for (const [i, of] of answers.entries()) {
    const found = of.find(({ endedEarly }) => endedEarly !== undefined);
    if (found !== undefined) return `Of ${names[i]}, in replication ${found.replication} ${found.endedEarly}`;
  }
  return undefined;
}

export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** That words name nothing that a run measures, and what they may have meant. */
export function notMeasured(words: string, { unmeasured = [] }: TrialAnswer, id: string): RangeError {
  const near = unmeasured.find((one) => one.words === words)?.near ?? [];
  const ask = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  return new RangeError(`"${words}" names nothing that a run of ${id} measures.${ask}`);
}
