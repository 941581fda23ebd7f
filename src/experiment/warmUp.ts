// How long a run remembers how it began, and whether it settles at all.
import { fsum, mean } from 'd3-array';
import { type Estimate, estimate } from './estimate';

/** One number a period (a day) for each replication, all of the same length. */
export type Series = readonly (readonly number[])[];

/** What two starts say of the warm-up. */
export interface WarmUp {
  /** From so many periods on, the window no longer shows how the run began; null where the series are too short for it. */
  readonly enough: number | null;
  /** By how much the window differs without a warm-up, full − empty. */
  readonly atOnce: Estimate;
  /** The same after `enough`, or after the longest that the series have room for. */
  readonly after: Estimate;
}

/**
 * How many periods of warm-up are enough: the same replications from an empty and from a full start, under the same luck, until the
 * means of a window that begins then differ by at most the share `within` of their size, and so from there on.
 * Nobody has to guess a steady state, and seasons do not matter: both see the same ones.
 *
 * @param options `window`: how many periods are measured; `within`: 0.02 when left out; `level`: 0.95
 * @throws RangeError when the series differ in number or length, are shorter than the window, or `within` is not above 0
 */
export function warmUpFrom(
  empty: Series,
  full: Series,
  options: { readonly window: number; readonly within?: number; readonly level?: number },
): WarmUp {
  const { window, within = 0.02, level = 0.95 } = options;
  const periods = sameLength([...empty, ...full]);
  if (empty.length !== full.length || empty.length < 2)
    throw new RangeError(
      `Warm-up: ${empty.length} and ${full.length} replications; it must be two or more, of both as many.`,
    );
  if (!(Number.isSafeInteger(window) && 1 <= window && window <= periods))
    throw new RangeError(
      `Warm-up: window is ${window}; it must be a whole number from 1 to ${periods}, as long as a run.`,
    );
  if (!(0 < within && within < Infinity))
    throw new RangeError(`Warm-up: within is ${within}; it must be a share above 0. Write 2 % as 0.02.`);
  const of = (series: readonly number[], from: number) => fsum(series.slice(from, from + window)) / window;
  const differenceAt = (from: number) =>
    estimate(
      full.map((series, r) => of(series, from) - of(empty[r], from)),
      { level },
    );
  const isEnough = (from: number) => {
    const size = mean([...empty, ...full], (series) => Math.abs(of(series, from))) ?? 0;
    const difference = differenceAt(from);
    // Alike in all replications: the same luck leaves nothing open.
    const { low, high } =
      difference.state === 'estimated' ? difference : { low: difference.estimate ?? 0, high: difference.estimate ?? 0 };
    return Math.max(-low, high) <= within * size;
  };
  let enough: number | null = null;
  for (let from = periods - window; from >= 0 && isEnough(from); from--) enough = from;
  return { enough, atOnce: differenceAt(0), after: differenceAt(enough ?? periods - window) };
}

/**
 * How many observations to leave out at the beginning of one run, where nothing depends on the date: those without which the mean of the
 * rest, in batches of five, has the least standard error. null where that is more than half: the run is too short.
 *
 * @throws RangeError when there are fewer than ten observations
 * Source: K. P. White, M. J. Cobb and S. C. Spratt (2000), A comparison of five steady-state truncation heuristics for simulation,
 * Proceedings of the Winter Simulation Conference, 755–760 (MSER-5).
 */
export function mser5(series: readonly number[]): number | null {
  const batches = Math.floor(series.length / 5);
  if (batches < 2) throw new RangeError(`MSER-5: ${series.length} observations; there must be ten or more.`);
  const means = Array.from({ length: batches }, (_, i) => fsum(series.slice(5 * i, 5 * i + 5)) / 5);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  // Order: of cuts that are equally good, the first.
  for (let cut = 0; cut <= batches - 2; cut++) {
    const rest = means.slice(cut);
    const middle = fsum(rest) / rest.length;
    const error = fsum(rest.map((value) => (value - middle) * (value - middle))) / (rest.length * rest.length);
    if (error < least) [best, least] = [cut, error];
    if (least === 0) break;
  }
  return best > batches / 2 ? null : 5 * best;
}

/** Whether a level settles. */
export interface Growth {
  /** By how much it grows a period. */
  readonly perPeriod: Estimate;
  /** Whether the interval leaves out 0: `grows`, `falls`, or neither is sure. */
  readonly state: 'grows' | 'falls' | 'settled' | 'too few replications';
}

/**
 * By how much a level grows a period: the slope of the line of least squares through each replication, and the interval of their mean.
 * A queue that never settles is told so: "grows by 14 boxes a day". The warm-up must be left out before.
 *
 * @throws RangeError when the series differ in length or have fewer than two periods
 */
export function growthOf(levels: Series, options: { readonly level?: number } = {}): Growth {
  const periods = sameLength(levels);
  if (periods < 2) throw new RangeError(`Growth: ${periods} periods; there must be two or more.`);
  const middle = (periods - 1) / 2;
  const squares = (periods * (periods * periods - 1)) / 12;
  const slopes = levels.map((series) => fsum(series.map((value, i) => (i - middle) * value)) / squares);
  const perPeriod = estimate(slopes, options);
  if (perPeriod.state !== 'estimated') return { perPeriod, state: 'too few replications' };
  return { perPeriod, state: perPeriod.low > 0 ? 'grows' : perPeriod.high < 0 ? 'falls' : 'settled' };
}

function sameLength(series: Series): number {
  const [first] = series;
  if (first === undefined || series.some(({ length }) => length !== first.length))
    throw new RangeError('Series: there must be one or more, all of the same length.');
  return first.length;
}
