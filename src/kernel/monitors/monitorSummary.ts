// Reads a monitor's figures: mean, spread, extremes and quantiles of March, or of all time.
import { middle } from './bins';
import { addSlice, emptyFigures, type MonitorFigures } from './monitorFigures';

/** What a slice or all time comes to. */
export interface MonitorSummary {
  /** All time, or the number of samples. */
  readonly weight: number;
  /** In the values' unit, like all below; null when there is no weight. */
  readonly mean: number | null;
  /** Standard deviation: over time, squares divided by all of the time; of samples, by n − 1, and null when n < 2. */
  readonly sd: number | null;
  /** The least value that had weight. */
  readonly min: number | null;
  /** The highest value that had weight. */
  readonly max: number | null;
}

/** What one slice (0 is the first) comes to, or all time. Throws when there is no such slice. */
export function summaryOf(figures: MonitorFigures, slice?: number): MonitorSummary {
  const one = oneSlice(figures, slice);
  const weight = one.weights.reduce((sum, part) => sum + part, 0);
  if (!(weight > 0)) return { weight, mean: null, sd: null, min: null, max: null };
  const less = one.of === 'samples' ? 1 : 0;
  const { mean, variance } = moments(one, weight, weight - less);
  const known = weight > less || less === 0;
  return { weight, mean, sd: known ? Math.sqrt(variance) : null, min: one.least[0], max: one.most[0] };
}

/**
 * The level below or at which the value was for a share `p` of the time (or of the samples): the lowest with at least that
 * share, in proportion within its bin, between the least and the highest value that the bin can have held. So it is off by
 * less than the width of a bin; exact for whole values (`bins.whole`) when width is 1. What lies below the bins is one bin
 * from the least of all values on, what lies above them one up to the highest: take more bins where that is too wide.
 * Null when nothing was seen. Throws when p is not in 0…1 or there is no such slice.
 */
export function quantileOf(figures: MonitorFigures, p: number, slice?: number): number | null {
  if (!(0 <= p && p <= 1)) throw new RangeError(`A quantile's share is ${p}; it must be from 0 to 1.`);
  const { bins, weights, least, most } = oneSlice(figures, slice);
  const share = p * weights.reduce((sum, one) => sum + one, 0);
  const below = bins.whole === true ? 1 : 0;
  let passed = 0;
  for (let at = 0; at < weights.length; at++) {
    const before = passed;
    passed += weights[at];
    if (!(weights[at] > 0 && passed >= share)) continue;
    const from = at === 0 ? least[0] : Math.max(bins.least + (at - 1) * bins.width, least[0]);
    const to = at > bins.number ? most[0] : Math.min(bins.least + at * bins.width - below, most[0]);
    // Rounded edges of bins of fractions may lie beyond the only value seen.
    return from < to ? from + (to - from) * Math.max(0, (share - before) / weights[at]) : Math.min(from, most[0]);
  }
  return null;
}

function oneSlice(figures: MonitorFigures, slice: number | undefined): MonitorFigures {
  const { of, bins, borders } = figures;
  if (slice !== undefined && !(Number.isInteger(slice) && slice >= 0 && slice <= borders.length))
    throw new RangeError(`Slice ${slice} of a monitor: there are ${borders.length + 1}, numbered from 0.`);
  const one = emptyFigures(of, bins, new Float64Array(0));
  for (let from = slice ?? 0; from <= (slice ?? borders.length); from++) addSlice(one, 0, figures, from);
  return one;
}

/** From sums about the middle; with whole numbers without rounding on the way. */
function moments({ bins, sums, squares }: MonitorFigures, weight: number, divisor: number) {
  const about = middle(bins);
  if ([weight, about, ...sums, ...squares].every(Number.isInteger)) {
    const [sum, square] = [sums, squares].map(([most, rest]) => BigInt(most) + BigInt(rest));
    const w = BigInt(weight);
    // Where sums grew beyond whole numbers their rounding can make a spread of nothing a little less than nothing.
    const spread = Math.max(0, Number(square * w - sum * sum));
    return { mean: Number(sum + BigInt(about) * w) / weight, variance: spread / weight / divisor };
  }
  const sum = sums[0] + sums[1];
  const off = sum / weight;
  return { mean: about + off, variance: Math.max(0, (squares[0] + squares[1] - sum * off) / divisor) };
}
