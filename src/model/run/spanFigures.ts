// Count, mean, order statistics and quantiles of binned whole seconds.
import type { Spans } from './spans';

export function countOf({ counts }: Spans): number {
  let count = 0;
  for (let i = 0; i < counts.length; i++) count += counts[i];
  return count;
}

/** Mean, exact except for one rounding; null without values. */
export function meanOf(spans: Spans): number | null {
  const count = countOf(spans);
  return count > 0 ? spans.seconds / count : null;
}

/**
 * Order statistic of a rank from 0: exact where a bin holds one value or at most two boxes, else interpolated between the
 * bin's minimum and maximum, with a relative error below 1/1,024.
 */
export function atRank({ counts, least, most }: Spans, rank: number): number {
  let before = 0;
  let bin = 0;
  while (before + counts[bin] <= rank) before += counts[bin++];
  const apart = most[bin] - least[bin];
  return apart === 0 ? least[bin] : least[bin] + (apart * (rank - before)) / (counts[bin] - 1);
}

/**
 * Quantile of a right-censored cohort: unfinished boxes count as longer than all finished ones. Linear interpolation (R's
 * type 7): p = 0.9 of 11 values is the tenth. null where it lies above the finished.
 *
 * @param size size of the cohort, including unfinished boxes
 * Source: R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4),
 * 361–365, definition 7.
 */
export function quantileOf(finished: Spans, size: number, p: number): number | null {
  const rank = p * (size - 1);
  if (!(Math.ceil(rank) < countOf(finished))) return null;
  const below = Math.floor(rank);
  const value = atRank(finished, below);
  return below === rank ? value : value + (atRank(finished, below + 1) - value) * (rank - below);
}
