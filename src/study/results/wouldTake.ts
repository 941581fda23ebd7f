// How many replications each headline would take for a half-width that is worth quoting to two digits.
import { relativeHalfWidth, replicationsFor } from '../../experiment';
import type { MeasureResult, RunResult } from './result';

/** The half-width of which it is told, as a share of the estimate. */
const USUAL = 0.05;

/** Of every headline how many replications a half-width of 5 % would take. */
export function wouldTake(headlines: readonly MeasureResult[], run: number): NonNullable<RunResult['wouldTake']> {
  return {
    halfWidth: USUAL,
    headlines: headlines.map((one) => {
      const { measure, statistic, of, unit } = one;
      const isEnough = (relativeHalfWidth(one) ?? Number.POSITIVE_INFINITY) <= USUAL;
      // Of replications that observed it: where some did not, as many more of all.
      const needed = replicationsFor(one, USUAL);
      const inAll = needed === null ? null : Math.ceil((needed * run) / one.n);
      return { measure, statistic, of, unit, replications: isEnough ? run : inAll };
    }),
  };
}
