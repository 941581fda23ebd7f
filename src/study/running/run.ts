// Running a corridor: replications put together into one answer, as many as were asked for or as a precision needs.
import { enough, nextReplications } from '../../experiment';
import type { Corridor } from '../../model/change/define';
import type { Outcome } from '../../model/replicate';
import type { Asked } from '../../model/run/asked';
import { headlineResults } from '../results/headlines';
import type { RunResult } from '../results/result';
import { wouldTake } from '../results/wouldTake';
import { assemble } from './assemble';
import { type StudyOptions, withDefaults } from './options';
import { replications } from './replications';

/**
 * Runs a corridor and answers with every measure and its interval, journeys and delay ledger (contract keruen/run@1).
 * Same corridor, seed and number of replications: the same result to the bit, on any machine and any number of threads.
 *
 * @throws RangeError for an option out of range, ProblemError for a corridor that cannot be run, AbortError (a
 * DOMException) when `signal` ended it, and an Error that names the replication when one failed
 */
export async function runStudy(corridor: Corridor, options: StudyOptions = {}): Promise<RunResult> {
  return (await study(corridor, options)).result;
}

/** The answer together with what it was made of, and with what is asked for beside it. */
export async function study(
  corridor: Corridor,
  options: StudyOptions,
  kept?: Asked,
): Promise<{ readonly result: RunResult; readonly outcomes: readonly Outcome[] }> {
  const { seed, days, precision: asked, most } = withDefaults(options);
  let result: RunResult | undefined;
  const outcomes = await replications(
    corridor,
    options,
    (done) => {
      result = assemble(corridor, { seed, days }, done);
      const judged = headlineResults(corridor.data, result.measures);
      if (asked === undefined) {
        if (result.endedEarly === undefined && judged.length > 0)
          result = { ...result, wouldTake: wouldTake(judged, done.length) };
        return 0;
      }
      if (judged.length === 0)
        throw new RangeError('A precision was asked for, but no headline of the scenario names a measure of the run.');
      const more = result.endedEarly === undefined ? nextReplications(judged, asked, done.length, most) : 0;
      const { reached, worst } = enough(judged, asked);
      result = { ...result, precision: { asked, reached, worst: Number.isFinite(worst) ? worst : null } };
      return more;
    },
    kept,
  );
  return { result: result as RunResult, outcomes };
}
