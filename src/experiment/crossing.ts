// Where a response that was seen at a few inputs crosses a limit, and how far from there it may be.
import { estimate } from './estimate';
import { quantileSides } from './quantile';

/** What is judged at every input, and how. */
export interface Rule {
  readonly limit: number;
  readonly rising: boolean;
  readonly level: number;
  /** Of the replications instead of their mean. */
  readonly quantile?: number;
}

/** An input and its replications, Infinity where one broke. */
export interface Seen {
  readonly x: number;
  readonly values: readonly number[];
}

/** Mean or quantile with its interval; Infinity where it is not known. */
interface Statistic {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

const UNKNOWN = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** What the replications at one input say. A mean of which a part is infinite is infinite, and that is certain. */
export function statisticOf(values: readonly number[], { level, quantile }: Rule): Statistic {
  if (quantile !== undefined) return quantileSides(values, quantile, level);
  if (values.includes(Number.POSITIVE_INFINITY)) return { middle: Infinity, low: Infinity, high: Infinity };
  const of = estimate(values, { level });
  return { middle: of.estimate ?? Number.NaN, low: of.low ?? UNKNOWN.low, high: of.high ?? UNKNOWN.high };
}

/** The farthest below the limit that counts, in limits. */
const FARTHEST = 9;

/**
 * How far above the limit, so that inputs can be interpolated: 0 at it, 1 at infinity. What waits in line goes with
 * 1 ÷ (capacity − demand), so that this is a straight line of the demand there.
 */
export function excessOf(value: number, limit: number): number {
  if (limit > 0) return value <= limit / (1 + FARTHEST) ? -FARTHEST : 1 - limit / value;
  const over = value - limit;
  return over === Infinity ? Number.MAX_VALUE : over === -Infinity ? -Number.MAX_VALUE : over;
}

/** The root and its interval, in inputs. Ends that are not known are infinite. */
export interface Crossing {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  /** Half of what noise leaves open; Infinity where an end is not known. */
  readonly noise: number;
  /** Half of the interval, which is never narrower than the points between which the root was seen. */
  readonly half: number;
  /** Distance of the points on both sides of the root. */
  readonly gap: number;
}

/**
 * Where the curve of the first `n` replications crosses the limit, and where those of its interval do. Points with fewer
 * replications count only outside the range of the others.
 */
export function crossingOf(points: readonly Seen[], n: number, rule: Rule): Crossing {
  const side = rule.rising ? 1 : -1;
  const inOrder = points.toSorted((a, b) => side * (a.x - b.x));
  const full = inOrder.flatMap(({ values }, i) => (values.length >= n ? [i] : []));
  const [first, last] = full.length === 0 ? [inOrder.length, -1] : [full[0], full[full.length - 1]];
  const used = inOrder.filter(({ values }, i) => values.length >= n || i < first || i > last);
  const statistics = used.map(({ values }) => statisticOf(values.slice(0, n), rule));
  const xs = used.map(({ x }) => x);
  const cross = (of: (one: Statistic) => number) => {
    const curve = nowhereFalling(statistics.map((one) => excessOf(of(one), rule.limit)));
    return { at: crossAt(xs, curve), after: curve.findIndex((excess) => excess > 0) };
  };
  const root = cross(({ middle }) => middle);
  // Where the response may already be above the limit, the root may be as near as this.
  const near = cross(({ high }) => high);
  const far = cross(({ low }) => low);
  const unknown = { near: -side * Infinity, far: side * Infinity };
  const ends = [near.after <= 0 ? unknown.near : near.at, far.after <= 0 ? unknown.far : far.at];
  const middle = root.after < 0 ? xs[xs.length - 1] : root.at;
  const noise = Math.abs(ends[1] - ends[0]) / 2;
  const gap = root.after <= 0 ? Infinity : Math.abs(xs[root.after] - xs[root.after - 1]);
  // Between two points nothing was seen: an interval much narrower than their distance is the curve's, not the response's.
  const isGuess = noise < gap / 4 && Number.isFinite(gap);
  const [one, other] = isGuess ? [xs[root.after - 1], xs[root.after]] : ends;
  return {
    middle,
    low: Math.min(one, other),
    high: Math.max(one, other),
    noise,
    half: Math.abs(other - one) / 2,
    gap,
  };
}

/** The input at which a curve that falls nowhere crosses 0; its end where it does not. */
function crossAt(xs: readonly number[], curve: readonly number[]): number {
  const after = curve.findIndex((excess) => excess > 0);
  if (after < 0) return xs[xs.length - 1];
  if (after === 0) return xs[0];
  const [a, b] = [curve[after - 1], curve[after]];
  return xs[after - 1] + ((xs[after] - xs[after - 1]) * -a) / (b - a);
}

/**
 * The nearest curve that falls nowhere: neighbours that do are replaced by their mean.
 * Source: M. Ayer, H. D. Brunk, G. M. Ewing, W. T. Reid and E. Silverman (1955), Annals of Mathematical Statistics 26, 641–647.
 */
export function nowhereFalling(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    let block = { sum: value, count: 1 };
    for (;;) {
      const before = blocks[blocks.length - 1];
      if (before === undefined || before.sum / before.count <= block.sum / block.count) break;
      block = { sum: before.sum + block.sum, count: before.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
}
