// Mean, standard deviation, extremes and quantiles of a monitor, by slice or in total.
import { middle } from './bins';
import { addSlice, emptyFigures, type MonitorFigures } from './monitorFigures';

/** Summary of a slice or of all slices. */
export interface MonitorSummary {
  /** Total time, or the number of samples. */
  readonly weight: number;
  /** In the values' unit, like all below; null when there is no weight. */
  readonly mean: number | null;
  /** Standard deviation: over time, squares divided by total time; of samples, by n − 1, and null when n < 2. */
  readonly sd: number | null;
  /** Minimum of the values with weight. */
  readonly min: number | null;
  /** Maximum of the values with weight. */
  readonly max: number | null;
}

/** Summary of one slice (from 0), or of all. Throws when there is no such slice. */
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
 * Quantile `p` of the value over time (or of the samples), interpolated linearly within its bin. The error is less than the
 * bin width; exact for whole values (`bins.whole`) when width is 1. Values below the bins form one bin from the minimum,
 * values above them one up to the maximum: use more bins if that is too coarse.
 * Null without observations. Throws when p is not in 0…1 or there is no such slice.
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
    // Rounded edges of fractional bins may lie beyond the only value.
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

/** Mean and variance from sums about the middle; without intermediate rounding for whole numbers. */
function moments({ bins, sums, squares }: MonitorFigures, weight: number, divisor: number) {
  const about = middle(bins);
  if ([weight, about, ...sums, ...squares].every(Number.isInteger)) {
    const [sum, square] = [sums, squares].map(([most, rest]) => BigInt(most) + BigInt(rest));
    const w = BigInt(weight);
    // Sums beyond exact integers can round a variance of 0 to slightly below 0.
    const spread = Math.max(0, Number(square * w - sum * sum));
    return { mean: Number(sum + BigInt(about) * w) / weight, variance: spread / weight / divisor };
  }
  const sum = sums[0] + sums[1];
  const off = sum / weight;
  return { mean: about + off, variance: Math.max(0, (squares[0] + squares[1] - sum * off) / divisor) };
}
