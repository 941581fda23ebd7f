// Trials until the answer is as precise as was asked, and how many would do when it is not.
import { type Estimate, estimate, halfWidth } from './estimate';
import { firstThat, shrinks } from './interval';
import { stopsAt } from './trials';

/** How precise, and at most how many trials. One of `relative` and `absolute`. */
export interface PrecisionAsked {
  /** Half-width as a share of the estimate, as 0.05. */
  readonly relative?: number;
  /** Half-width in the measure's unit. */
  readonly absolute?: number;
  /** Confidence of the interval; 0.95 when left out. */
  readonly level?: number;
  /** How many trials to begin with; 10 when left out. */
  readonly first?: number;
  /** No more trials than so many. */
  readonly maxTrials: number;
}

/** What came of it. */
export interface Precise {
  /** Mean and interval. */
  readonly of: Estimate;
  /** Whether the half-width is as asked. */
  readonly reached: boolean;
  /** How many trials were run. */
  readonly trials: number;
  /** How many trials would probably do in all; null where it is reached, or no number up to a million would do. */
  readonly wouldDo: number | null;
}

const MOST = 1_000_000;

/**
 * Runs trials until the interval of their mean is as narrow as was asked, looking whenever there are as many as would be enough by
 * what is known, at most twice as many as before. A relative half-width stops at `stopsAt` of what is asked.
 *
 * @param batch gives one number for each replication, in their order; null where it observed nothing
 * @throws RangeError when what is asked cannot be
 */
export async function untilPrecise(
  asked: PrecisionAsked,
  batch: (replications: readonly number[]) => Promise<readonly (number | null)[]>,
): Promise<Precise> {
  check(asked);
  const { level = 0.95, first = 10, maxTrials } = asked;
  const values: (number | null)[] = [];
  for (let next = Math.min(first, maxTrials); ; ) {
    values.push(...(await batch(Array.from({ length: next }, (_, i) => values.length + i))));
    const of = estimate(values, { level });
    const { ratio, goal } = ratioOf(of, asked);
    const done = values.length;
    const fits = (limit: number) => (count: number) =>
      of.state === 'estimated' && ratio < Infinity && ratio * shrinks(of.n, of.n * (count / done), level) <= limit;
    const enough = fits(goal);
    if (ratio <= goal || done >= maxTrials)
      return {
        of,
        reached: ratio <= 1,
        trials: done,
        wouldDo: ratio <= 1 ? null : firstThat(fits(1), done + 1, MOST),
      };
    const most = Math.min(2 * done, maxTrials);
    next = (firstThat(enough, done + 1, most) ?? most) - done;
  }
}

/** The half-width as a multiple of what is asked, and the multiple at which to stop. */
function ratioOf(of: Estimate, { relative, absolute }: PrecisionAsked): { ratio: number; goal: number } {
  const half = halfWidth(of) ?? Number.POSITIVE_INFINITY;
  if (absolute !== undefined) return { ratio: half / absolute, goal: 1 };
  const share = relative ?? 1;
  const ratio = half === 0 ? 0 : half / (Math.abs(of.estimate ?? 0) * share);
  return { ratio, goal: stopsAt(share) / share };
}

function check({ relative, absolute, level = 0.95, first = 10, maxTrials }: PrecisionAsked): void {
  const refuse = (what: string) => {
    throw new RangeError(`Precision: ${what}`);
  };
  if ((relative === undefined) === (absolute === undefined))
    refuse('ask for a relative or an absolute half-width, and not for both.');
  if (relative !== undefined && !(0 < relative && relative < 1))
    refuse(`relative is ${relative}; it must be above 0 and below 1. Write 5 % as 0.05.`);
  if (absolute !== undefined && !(0 < absolute && absolute < Infinity))
    refuse(`absolute is ${absolute}; it must be above 0.`);
  if (!(0 < level && level < 1)) refuse(`level is ${level}; it must be between 0 and 1. Write 95 % as 0.95.`);
  for (const [name, count] of Object.entries({ first, maxTrials })) {
    if (!(Number.isSafeInteger(count) && count >= 2)) refuse(`${name} is ${count}; it must be a whole number from 2.`);
  }
}
