// Figures over the boxes that entered within the window, where some of them may not have left when the run ended.
import { quantileSorted } from 'd3-array';
import type { Outcome } from '../model/run';

/** The flows of an outcome, in order of ids; each may have journeys by several routes. */
export const flowsOf = ({ journeys }: Pick<Outcome, 'journeys'>): string[] => [
  ...new Set(journeys.map(({ flow }) => flow)),
];

/**
 * The quantile of a whole cohort of which only the values of the finished are known; the others lie above them all.
 * In proportion between two neighbours (type 7, as in `quantiles`). null where it reaches above the finished.
 *
 * @param finished values of the finished, ascending
 * @param size all of the cohort, finished or not
 */
export function cohortQuantile(finished: ArrayLike<number>, size: number, p: number): number | null {
  const rank = p * (size - 1);
  const last = finished.length - 1;
  if (!(Math.ceil(rank) <= last)) return null;
  // d3-array's types ask for an array; it reads typed arrays as well. The rank is what it makes of the probability.
  if (finished.length === size) return quantileSorted(finished as number[], p) ?? null;
  const below = Math.floor(rank);
  if (below === rank) return finished[below];
  return finished[below] + (finished[below + 1] - finished[below]) * (rank - below);
}

/** The mean of whole seconds, exact but for one rounding; null of none. */
export function meanOf(seconds: ArrayLike<number>): number | null {
  let sum = 0;
  for (let i = 0; i < seconds.length; i++) sum += seconds[i];
  return seconds.length > 0 ? sum / seconds.length : null;
}

/** `mean` or p10 … p95 of a cohort in seconds: null where nothing was observed, `unfinished` where it cannot be told. */
export function cohortStatistic(
  sorted: ArrayLike<number>,
  censored: number,
  statistic: 'mean' | 'p10' | 'p50' | 'p90' | 'p95',
): number | null | 'unfinished' {
  const size = sorted.length + censored;
  if (size === 0) return null;
  if (statistic === 'mean') return censored > 0 ? 'unfinished' : meanOf(sorted);
  return cohortQuantile(sorted, size, Number(statistic.slice(1)) / 100) ?? 'unfinished';
}
