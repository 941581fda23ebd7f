// Monitor statistics as plain data, to send between threads and merge over replications.
import type { Bins } from './bins';

/**
 * Statistics of one monitor, or of several merged: plain objects and typed arrays, which can be posted to another thread.
 *
 * Exact: when values and times are whole, all sums are exact as long as (distance from the middle of the bins)² × seconds
 * stays below 2⁵³ per slice and replication: a yard binned from 0 to 24,000 TEU may be empty or full for a year and eleven
 * months a slice. A mean is then the quotient of two exact sums, and a deviation correct to the last digit or two. Sums over
 * slices and replications are kept in two parts and are exact up to 2¹⁰⁰ (times and numbers: 2⁵³).
 */
export interface MonitorFigures {
  /** Weight of a value: the time it held, or the number of samples. */
  readonly of: 'time' | 'samples';
  /** Histogram bins. */
  readonly bins: Bins;
  /** Borders between slices; one less than slices. */
  readonly borders: Float64Array;
  /** By slice and bin: weight below the bins, in each bin, above the bins. `bins.number` + 2 per slice. */
  readonly weights: Float64Array;
  /** By slice: Σ weight × (value − rounded middle of the bins), as a double and its rounding error. 2 per slice. */
  readonly sums: Float64Array;
  /** By slice: Σ weight × (value − that middle)², likewise. */
  readonly squares: Float64Array;
  /** By slice: minimum of the values with weight, or Infinity. */
  readonly least: Float64Array;
  /** By slice: maximum, or −Infinity. */
  readonly most: Float64Array;
}

/** Statistics without observations. */
export function emptyFigures(of: MonitorFigures['of'], bins: Bins, borders: Float64Array): MonitorFigures {
  const slices = borders.length + 1;
  return {
    of,
    bins: { ...bins },
    borders: borders.slice(),
    weights: new Float64Array(slices * (bins.number + 2)),
    sums: new Float64Array(2 * slices),
    squares: new Float64Array(2 * slices),
    least: new Float64Array(slices).fill(Number.POSITIVE_INFINITY),
    most: new Float64Array(slices).fill(Number.NEGATIVE_INFINITY),
  };
}

/**
 * Pools statistics, slice by slice. While sums are exact (see MonitorFigures) the result is bit-identical in any order and
 * grouping. Otherwise the last bits depend on the order: merge in order of replication number to be reproducible.
 *
 * @throws RangeError when there are none, or when they are of other bins, slices or kinds
 */
export function mergeFigures(figures: readonly MonitorFigures[]): MonitorFigures {
  if (figures.length === 0) throw new RangeError('Merging figures of monitors: there are none; give one or more.');
  const [first] = figures;
  const merged = emptyFigures(first.of, first.bins, first.borders);
  figures.forEach((one, i) => {
    const [theirs, ours] = [describe(one), describe(first)];
    if (theirs !== ours)
      throw new RangeError(
        `Merging figures of monitors: number ${i} is of ${theirs}, number 0 of ${ours}; only like ones can be merged.`,
      );
    for (let slice = 0; slice <= first.borders.length; slice++) addSlice(merged, slice, one, slice);
  });
  return merged;
}

/** Adds a slice of `figures` to a slice of `into`. */
export function addSlice(into: MonitorFigures, to: number, figures: MonitorFigures, from: number): void {
  const length = into.bins.number + 2;
  for (let at = 0; at < length; at++) into.weights[to * length + at] += figures.weights[from * length + at];
  addInTwoParts(into.sums, 2 * to, figures.sums, 2 * from);
  addInTwoParts(into.squares, 2 * to, figures.squares, 2 * from);
  into.least[to] = Math.min(into.least[to], figures.least[from]);
  into.most[to] = Math.max(into.most[to], figures.most[from]);
}

/**
 * Exact for whole numbers, with unique parts: the nearest double and the remainder.
 * Source: T. J. Dekker (1971), A floating-point technique for extending the available precision, Numerische Mathematik 18,
 * 224–242; D. E. Knuth, The Art of Computer Programming 2, section 4.2.2, theorem B (the error of a sum is a double).
 */
function addInTwoParts(into: Float64Array, at: number, other: Float64Array, from: number): void {
  const [a, b] = [into[at], other[from]];
  const sum = a + b;
  const shadow = sum - a;
  const rest = a - (sum - shadow) + (b - shadow) + (into[at + 1] + other[from + 1]);
  into[at] = sum + rest;
  into[at + 1] = rest - (into[at] - sum);
}

function describe({ of, bins: { least, width, number, whole }, borders }: MonitorFigures): string {
  const cut = borders.length === 0 ? 'one slice' : `slices cut at ${borders.join(', ')}`;
  return `${of} in ${number} bins of width ${width} from ${least}${whole === true ? ', of whole values' : ''}, ${cut}`;
}
