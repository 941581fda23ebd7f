// Quantiles over replications: the value that nine years of ten stay below, with an interval from order statistics.
import type { Estimate } from './estimate';

/** P(B ≤ k) for k = 0 … n, B binomial of n trials with chance p. */
function binomialUpTo(n: number, p: number): number[] {
  // From the most likely count outward, so that nothing underflows where it matters.
  const peak = Math.min(n, Math.floor((n + 1) * p));
  const parts = Array<number>(n + 1).fill(0);
  parts[peak] = 1;
  for (let k = peak; k < n; k++) parts[k + 1] = (parts[k] * (n - k) * p) / ((k + 1) * (1 - p));
  for (let k = peak; k > 0; k--) parts[k - 1] = (parts[k] * k * (1 - p)) / ((n - k + 1) * p);
  const total = parts.reduce((sum, part) => sum + part, 0);
  let sum = 0;
  return parts.map((part) => {
    sum += part;
    return sum / total;
  });
}

/**
 * Which order statistics (1 … n) enclose the quantile with the level: each side misses with (1 − level) / 2 at most; null
 * where the smallest or the largest value does not do.
 */
function ranks(n: number, p: number, level: number): { low: number | null; high: number | null } {
  const tail = (1 - level) / 2;
  const upTo = binomialUpTo(n, p);
  // The quantile lies below the value of rank r when fewer than r values are below it: P(B ≤ r − 1).
  let low: number | null = null;
  for (let rank = 1; rank <= n && upTo[rank - 1] <= tail; rank++) low = rank;
  let high: number | null = null;
  for (let rank = n; rank >= 1 && 1 - upTo[rank - 1] <= tail; rank--) high = rank;
  return { low, high };
}

/** The fewest replications with which `quantileEstimate` gives an interval; nine of ten at 95 % need 36. */
export function leastForQuantile(p: number, level = 0.95): number {
  judge(p, level);
  for (let n = 2; ; n++) {
    const { low, high } = ranks(n, p, level);
    if (low !== null && high !== null) return n;
  }
}

function judge(p: number, level: number): void {
  if (!(0 < p && p < 1))
    throw new RangeError(`Quantile: p is ${p}; it must be between 0 and 1. Write nine of ten as 0.9.`);
  if (!(0 < level && level < 1))
    throw new RangeError(`Quantile: level is ${level}; it must be between 0 and 1. Write 95 % as 0.95.`);
}

/**
 * The value of which the share `p` of all replications stays below, and order statistics that enclose it with the level,
 * whatever the law of the replications: at least the level, never less. Infinity stands for a replication that broke and
 * counts as above all others; null for one that observed nothing.
 *
 * @throws RangeError when p or the level is not between 0 and 1, or a value is NaN or −Infinity
 * Source: the point is definition 8 of R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages, American
 * Statistician 50, 361–365; the interval is W. R. Thompson's (1936), Annals of Mathematical Statistics 7, 122–128.
 */
export function quantileEstimate(
  values: readonly (number | null)[],
  p: number,
  options: { readonly level?: number } = {},
): Estimate {
  const level = options.level ?? 0.95;
  judge(p, level);
  const bad = values.findIndex((value) => value !== null && !(value > Number.NEGATIVE_INFINITY));
  if (bad >= 0) throw new RangeError(`Quantile: replication ${bad} gave ${values[bad]}; it must be a number.`);
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return { state: 'nothing observed', estimate: null, low: null, high: null, level, n };
  const point = valueAt(sorted, (n + 1 / 3) * p + 1 / 3);
  if (point === Number.POSITIVE_INFINITY)
    return { state: 'did not finish', estimate: null, low: null, high: null, level, n };
  const { low, high } = ranks(n, p, level);
  if (low === null || high === null || sorted[high - 1] === Number.POSITIVE_INFINITY)
    return { state: 'too few replications', estimate: point, low: null, high: null, level, n };
  return { state: 'estimated', estimate: point, low: sorted[low - 1], high: sorted[high - 1], level, n };
}

/** The value at a rank from 1, in proportion between two. */
function valueAt(sorted: readonly number[], rank: number): number {
  const at = Math.min(Math.max(rank, 1), sorted.length);
  const below = Math.floor(at);
  const share = at - below;
  const [least, most] = [sorted[below - 1], sorted[Math.min(below, sorted.length - 1)]];
  // Infinity less Infinity, or times 0, is not a number.
  return share === 0 || least === most ? least : least + share * (most - least);
}

/** One side of the interval alone: what is known of a quantile where the other side needs more replications. */
export function quantileSides(
  values: readonly number[],
  p: number,
  level: number,
): { readonly middle: number; readonly low: number; readonly high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const { low, high } = ranks(sorted.length, p, level);
  return {
    middle: valueAt(sorted, (sorted.length + 1 / 3) * p + 1 / 3),
    low: low === null ? Number.NEGATIVE_INFINITY : sorted[low - 1],
    high: high === null ? Number.POSITIVE_INFINITY : sorted[high - 1],
  };
}
