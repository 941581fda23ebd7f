// Which of several is better: the same luck for all, paired differences with intervals that hold for all of them together.
import { best, type Difference, differences } from '../../experiment';
import type { Corridor } from '../../model/change/define';
import { betterOf } from '../results/better';
import { headlinesOf } from '../results/headlines';
import type { MeasureName, MeasureResult } from '../results/result';
import { version } from '../results/version';
import { type StudyOptions, withDefaults } from '../running/options';
import { folded, nameKey } from '../trials/folded';
import { TrialPool, type TrialProgress } from '../trials/pool';
import { endedEarlyOf, isAbort, notMeasured, scenarioOf, type Told, windowOf } from '../trials/told';
import type { TrialAnswer } from '../trials/trial';
import { type Alternative, alternativesOf, type Named } from './alternatives';
import { compareAnswer } from './answer';

/** What may be asked of a comparison. */
export interface CompareOptions extends Omit<StudyOptions, 'onProgress'> {
  /** The alternatives: each is compared with the corridor as it stands. */
  readonly with: readonly Alternative[];
  /** What is compared, in the words of headlines; the headlines of the scenario unless said. */
  readonly measures?: readonly string[];
  /** Called as trials end. */
  readonly onProgress?: (progress: TrialProgress) => void;
}

/** A measure of one alternative, beside that of the scenario as it stands. */
export interface Compared {
  /** What the alternative has. */
  readonly result: MeasureResult;
  /** null where one of the two has no value to be compared. Intervals hold for all alternatives of the row together. */
  readonly difference: Difference | null;
}

/** One measure of the scenario and of every alternative. */
export interface CompareRow extends MeasureName {
  /** Which is better; null where neither is. */
  readonly better: 'less' | 'more' | null;
  /** What the scenario has as it stands. */
  readonly base: MeasureResult;
  /** In the order of the alternatives. */
  readonly alternatives: readonly Compared[];
  /** Which is best, 0 is the scenario as it stands, 1 the first alternative; null where that is not decided. */
  readonly best: number | null;
  /** Those that may be the best, likewise. */
  readonly candidates: readonly number[];
}

/** The whole answer of `compare`. */
export interface CompareResult extends Told {
  /** The form of this answer. */
  readonly schema: 'keruen/compare@1';
  /** Replications of the scenario and of each alternative. */
  readonly replications: number;
  /** The alternatives in the order in which they were asked for. */
  readonly alternatives: readonly {
    /** The names of its changes. */
    readonly name: string;
    /** The hash of the scenario with it. */
    readonly hash: string;
    /** What its changes cost [MUSD]; null where one of them does not say. */
    readonly cost: number | null;
  }[];
  /** One a measure. */
  readonly rows: readonly CompareRow[];
  /** Where a precision was asked for: half-widths of differences as shares of what the scenario has as it stands. */
  readonly precision?: {
    /** The largest that was asked for. */
    readonly asked: number;
    /** Whether all have come to it. */
    readonly reached: boolean;
    /** The largest; null where there is none yet. */
    readonly worst: number | null;
  };
}

/**
 * Compares a corridor with alternatives, replication by replication with the same luck. With `precision` it goes on until every
 * difference has a half-width of at most that share of the corridor's own estimate.
 *
 * @throws RangeError for an option out of range or no alternative, ProblemError for a change that cannot be made, AbortError
 * when `signal` ended it before anything was known
 */
export async function compare(corridor: Corridor, options: CompareOptions): Promise<CompareResult> {
  const { seed, replications: first, precision: asked, most, days, workers } = withDefaults(options);
  const named = alternativesOf(corridor, options.with);
  const all: readonly Named[] = [{ name: 'as it stands', corridor, cost: 0 }, ...named];
  const measures = options.measures ?? headlinesOf(corridor.data);
  const answers: TrialAnswer[][] = all.map(() => []);
  const pool = new TrialPool({ seed, days, workers, signal: options.signal, onProgress: options.onProgress });
  const make = (more: Partial<CompareResult> = {}) =>
    assembled({ corridor, seed, days, named, answers, isAsked: options.measures !== undefined }, more);
  try {
    let worst = Number.POSITIVE_INFINITY;
    for (let count = first; count > 0; ) {
      const done = answers[0].length;
      const asks = Array.from({ length: count }, (_, i) =>
        all.map((one) => ({ corridor: one.corridor, replication: done + i, name: one.name })),
      ).flat();
      const what = `differences of ${named.length === 1 ? named[0].name : `${named.length} alternatives`}`;
      const planned = all.length * (done + count);
      const early = new Map<number, TrialAnswer>();
      const keep = () => {
        for (let i = 0; early.has(i); i++) answers[i % all.length].push(early.get(i) as TrialAnswer);
        const whole = Math.min(...answers.map(({ length }) => length));
        for (const list of answers) list.length = whole;
      };
      await pool
        .run(asks, { measures }, { what, planned, onAnswer: (i, answer) => void early.set(i, answer) })
        .finally(keep);
      count = 0;
      if (asked !== undefined) {
        worst = worstOf(make().rows);
        count = worst <= asked || Number.isNaN(worst) ? 0 : nextCount(answers[0].length, worst / asked, most);
      }
    }
    if (asked === undefined) return make();
    return make({ precision: { asked, reached: worst <= asked, worst: Number.isFinite(worst) ? worst : null } });
  } catch (error) {
    if (!isAbort(error) || answers[0].length === 0) throw error;
    return make({
      endedEarly: `interrupted after ${answers[0].length} ${answers[0].length === 1 ? 'replication' : 'replications'} of each`,
      interrupted: true,
    });
  } finally {
    await pool.close();
  }
}

/** A half-width shrinks with the root of the replications; never more than twice as many at once. */
const nextCount = (done: number, times: number, most: number): number =>
  Math.max(0, Math.min(2 * done, most, Math.ceil(done * Math.min(times, 100) ** 2)) - done);

/** The largest half-width of a difference as a share of the base's estimate; NaN where there is no difference at all. */
function worstOf(rows: readonly CompareRow[]): number {
  const widths = rows.flatMap(({ base, alternatives }) =>
    alternatives.flatMap(({ difference }) => {
      if (difference === null || difference.state === 'nothing observed') return [];
      if (difference.low === null || difference.high === null) return [Number.POSITIVE_INFINITY];
      const half = (difference.high - difference.low) / 2;
      return half === 0 ? [0] : [half / Math.abs(base.estimate ?? 0)];
    }),
  );
  return widths.length === 0 ? Number.NaN : Math.max(...widths);
}

interface Parts {
  readonly corridor: Corridor;
  readonly seed: string;
  readonly days: number | undefined;
  readonly named: readonly Named[];
  readonly answers: readonly (readonly TrialAnswer[])[];
  readonly isAsked: boolean;
}

function assembled(
  { corridor, seed, days, named, answers, isAsked }: Parts,
  { precision, endedEarly, interrupted }: Partial<CompareResult>,
): CompareResult {
  const rows = rowsOf(answers);
  const [missing] = answers[0][0].unmeasured ?? [];
  // A headline of the scenario may name what this run does not measure; what was asked for may not.
  if (missing !== undefined && (isAsked || rows.length === 0))
    throw notMeasured(missing.words, answers[0][0], corridor.data.id);
  const replications = answers[0].length;
  const names = named.map(({ name }) => name);
  const early = endedEarly ?? endedEarlyOf(answers, ['the scenario as it stands', ...names]);
  return {
    schema: 'keruen/compare@1',
    keruen: version,
    scenario: scenarioOf(corridor),
    seed,
    replications,
    window: windowOf(corridor.data, days),
    trials: replications * answers.length,
    answer: compareAnswer(rows, names, replications),
    alternatives: named.map(({ name, corridor: { hash }, cost }) => ({ name, hash, cost })),
    rows,
    ...(precision === undefined ? {} : { precision }),
    ...(early === undefined ? {} : { endedEarly: early }),
    ...(interrupted === undefined ? {} : { interrupted }),
  };
}

/** Every measure that was asked for, of the scenario as it stands and of each alternative. */
export function rowsOf(answers: readonly (readonly TrialAnswer[])[]): CompareRow[] {
  const names = new Map(answers[0].flatMap(({ numbers }) => numbers).map((one) => [nameKey(one), one]));
  return [...names.values()].map(({ measure, statistic, of, unit }) => {
    const name = { measure, statistic, of, unit };
    const [base, ...others] = answers.map((of) => folded(name, of));
    const isPlain = (one: MeasureResult) => one.state === 'estimated' || one.state === 'too few replications';
    const plain = others.filter(({ result }) => isPlain(base.result) && isPlain(result));
    const found = differences(
      base.values,
      plain.map(({ values }) => values),
    );
    const better = betterOf(name);
    const compared = [base, ...plain];
    const numbers = [base, ...others].map((one) => compared.indexOf(one));
    const decided =
      better === null || plain.length < others.length
        ? { best: null, candidates: [] }
        : best(
            compared.map(({ values }) => values),
            { better },
          );
    return {
      ...name,
      better,
      base: base.result,
      alternatives: others.map((one) => ({
        result: one.result,
        difference: plain.includes(one) ? found[plain.indexOf(one)] : null,
      })),
      best: decided.best === null ? null : numbers.indexOf(decided.best),
      candidates: decided.candidates.map((one) => numbers.indexOf(one)),
    };
  });
}
