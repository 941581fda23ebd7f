// Reading bins of whole seconds: how many boxes, the mean, the value at a rank and quantiles.
import type { Spans } from './spans';

export function countOf({ counts }: Spans): number {
  let count = 0;
  for (let i = 0; i < counts.length; i++) count += counts[i];
  return count;
}

/** The mean of whole seconds, exact but for one rounding; null of none. */
export function meanOf(spans: Spans): number | null {
  const count = countOf(spans);
  return count > 0 ? spans.seconds / count : null;
}

/**
 * The value of a rank from 0: exact where a bin holds one value or at most two boxes, else in proportion between the bin's
 * least and most, and so off by less than 1/1,024 of it.
 */
export function atRank({ counts, least, most }: Spans, rank: number): number {
  let before = 0;
  let bin = 0;
  while (before + counts[bin] <= rank) before += counts[bin++];
  const apart = most[bin] - least[bin];
  return apart === 0 ? least[bin] : least[bin] + (apart * (rank - before)) / (counts[bin] - 1);
}

/**
 * The quantile of a whole cohort of which only the values of the finished are known; the others lie above them all. Between
 * two neighbours in proportion (R's type 7): p = 0.9 of 11 values is the tenth. null where it reaches above the finished.
 *
 * @param size all of the cohort, finished or not
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
