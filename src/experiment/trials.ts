// An experiment repeats a trial until its answers are as precise as was asked.
import { type Estimate, relativeHalfWidth } from './estimate';
import { firstThat, shrinks } from './interval';

/**
 * One replication: a pure function of seed and replication (0, 1, 2, …) that gives one number a measure, null where it
 * observed nothing.
 */
export type Trial<Measure extends string = string> = (
  seed: string,
  replication: number,
) => Readonly<Record<Measure, number | null>>;

/** How near the experiment is. */
export interface Precision {
  /** Whether all half-widths are as asked. */
  readonly reached: boolean;
  /** The largest half-width, as a share of its estimate; Infinity where there is no interval. */
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

/** No number of replications above this is told. */
const MOST = 1_000_000;

/**
 * How many replications would probably give a half-width of the share `asked`: it shrinks with the root of their number, and
 * faster while they are few. One more than there are at least. null where it is that narrow, where there is no interval, and where no
 * number up to a million is enough, around 0.
 *
 * @throws RangeError when asked is not above 0
 */
export function replicationsFor(of: Estimate, asked: number): number | null {
  const width = worstOf([of], asked);
  if (of.state !== 'estimated' || width <= asked || !(width < Infinity)) return null;
  return firstThat((n) => width * shrinks(of.n, n, of.level) <= asked, of.n + 1, MOST);
}

/**
 * The half-width at which a series of replications may stop so that the estimate is off by at most the share `asked` of the *truth*:
 * asked / (1 + asked) of the estimate. Stopping because the interval happens to be narrow covers the truth less often; with this, and
 * intervals that are longer on the side of the tail, 94 to 97 of 100 hold (README.md has the table).
 *
 * Source: A. M. Law (2015), Simulation Modeling and Analysis, 5th ed., 9.4.1; that such rules hold in the limit: P. W. Glynn and
 * W. Whitt (1992), The asymptotic validity of sequential stopping rules, Annals of Applied Probability 2, 180–198.
 */
export const stopsAt = (asked: number): number => asked / (1 + asked);

/**
 * How many more replications to run until the worst half-width is `stopsAt(asked)`: as many as would be enough, but at most twice as
 * many as are done and at most `max`. 0 when enough, at `max`, or when no number would help.
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
  const improving = estimates.filter(canImprove);
  const worst = worstOf(improving, asked);
  const goal = stopsAt(asked);
  if (worst <= goal) return 0;
  const most = Math.max(done, Math.min(2 * done, max));
  const level = improving[0].level;
  const enoughAt = (n: number) => done > 1 && worst < Infinity && worst * shrinks(done, n, level) <= goal;
  return (firstThat(enoughAt, done + 1, most) ?? most) - done;
}
