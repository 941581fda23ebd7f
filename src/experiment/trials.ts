// An experiment repeats a trial until its answers are as precise as was asked.
import { type Estimate, relativeHalfWidth } from './estimate';

/**
 * One replication: a pure function of seed and replication (0, 1, 2, …) that gives one number a measure, null where it
 * observed nothing.
 */
export type Trial<Measure extends string = string> = (
  seed: string,
  replication: number,
) => Readonly<Record<Measure, number | null>>;

/** How near the experiment is: `worst` is the largest relative half-width, Infinity where there is no interval. */
export interface Precision {
  readonly reached: boolean;
  readonly worst: number;
}

function worstOf(estimates: readonly Estimate[], asked: number): number {
  if (!(0 < asked && asked < Infinity)) {
    throw new RangeError(`Precision: asked is ${asked}; it must be a share above 0. Write 5 % as 0.05.`);
  }
  return estimates.reduce((worst, of) => Math.max(worst, relativeHalfWidth(of) ?? Infinity), 0);
}

/**
 * Whether every estimate has a half-width of at most the share `asked` of its size.
 * An interval at which one stopped *because* it had become narrow covers the truth a little less often than its level.
 *
 * @throws RangeError when asked is not above 0 or there is no estimate to judge
 */
export function enough(estimates: readonly Estimate[], asked: number): Precision {
  if (estimates.length === 0)
    throw new RangeError('Precision: there is no estimate to judge. Name one or more measures.');
  const worst = worstOf(estimates, asked);
  return { reached: worst <= asked, worst };
}

/** More replications can give these an interval, or a narrower one; the other states they cannot cure. */
function canImprove(of: Estimate): boolean {
  return of.state !== 'did not finish' && of.state !== 'still growing';
}

/**
 * How many replications would probably give a half-width of the share `asked`: it shrinks with the root of their number, so
 * n · (h / asked)² in all, and one more than there are at least. null where it is that narrow, where there is no interval, and
 * where no number is enough, around 0.
 *
 * @throws RangeError when asked is not above 0
 */
export function replicationsFor(of: Estimate, asked: number): number | null {
  const width = worstOf([of], asked);
  if (of.state !== 'estimated' || width <= asked || !(width < Infinity)) return null;
  return Math.max(of.n + 1, Math.ceil(of.n * (width / asked) ** 2));
}

/**
 * How many more replications to run: a half-width h shrinks with the root of their number, so done · (h / asked)² in
 * all, but at most twice as many as are done and at most `max`. 0 when enough, at `max`, or when no number would help.
 *
 * @param done replications run so far, 1 or more
 * @param max replications allowed in all
 * @throws RangeError when asked is not above 0, or done or max is not a whole number from 1
 */
export function nextReplications(estimates: readonly Estimate[], asked: number, done: number, max: number): number {
  for (const [name, count] of Object.entries({ done, max })) {
    if (!(Number.isSafeInteger(count) && count >= 1)) {
      throw new RangeError(`Replications: ${name} is ${count}; it must be a whole number from 1.`);
    }
  }
  const worst = worstOf(estimates.filter(canImprove), asked);
  if (worst <= asked) return 0;
  const wanted = Math.ceil(done * (worst / asked) ** 2);
  return Math.max(0, Math.min(wanted, 2 * done, max) - done);
}
