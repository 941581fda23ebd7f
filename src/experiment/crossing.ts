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
  /** Whether the interval is that of these points. */
  readonly isGap: boolean;
}

/**
 * Where the curve of the first `n` replications crosses the limit, and where those of its interval do. Points with fewer
 * replications count only where the others all lie on one side.
 */
export function crossingOf(points: readonly Seen[], n: number, rule: Rule): Crossing {
  const side = rule.rising ? 1 : -1;
  const inOrder = points.toSorted((a, b) => side * (a.x - b.x));
  // One of several that could narrow the interval by chance has to be surer.
  const surer = { ...rule, level: 1 - (1 - rule.level) / 10 };
  const most = Math.max(...points.map(({ values }) => values.length));
  const curve = inOrder.map(({ x, values }) => {
    const full = values.length >= Math.min(n, most);
    return { x, full, statistic: statisticOf(values.slice(0, n), full ? rule : surer) };
  });
  const cross = (of: (one: Statistic) => number, smooth: (excesses: number[]) => number[]) =>
    crossAt(
      curve.map(({ x, full, statistic }) => ({ x, full, excess: excessOf(of(statistic), rule.limit) })),
      smooth,
    );
  const root = cross(({ middle }) => middle, nowhereFalling);
  // The response may be above the limit from here on, and is surely above it from there on; what is sure of an input is
  // sure of all that are easier, or harder.
  const near = cross(({ high }) => high, leastAfter);
  const far = cross(({ low }) => low, mostBefore);
  const one = near.kept === null ? -side * Infinity : near.at;
  const other = far.broken === null ? side * Infinity : far.at;
  const { kept, broken } = root;
  const gap = kept === null || broken === null ? Infinity : Math.abs(broken - kept);
  const noise = Math.abs(other - one) / 2;
  // Between two points nothing was seen: an interval much narrower than their distance is the curve's, not the response's.
  const isGap = kept !== null && broken !== null && noise < gap / 4;
  const [from, to] = isGap ? [kept, broken] : [one, other];
  const [low, high] = [Math.min(from, to, root.at), Math.max(from, to, root.at)];
  return { middle: root.at, low, high, noise, half: (high - low) / 2, gap, isGap };
}

interface OnCurve {
  readonly x: number;
  readonly full: boolean;
  readonly excess: number;
}

/** Where a curve crosses 0, in the order from the easy to the hard end, and the points on both sides; null where none is. */
function crossAt(
  curve: readonly OnCurve[],
  smooth: (excesses: number[]) => number[],
): { at: number; kept: number | null; broken: number | null } {
  let points = curve.filter(({ full }) => full);
  const outside = (from: number, to: number) => curve.slice(from, to).filter(({ full }) => !full);
  const [before, behind] = [
    outside(
      0,
      curve.findIndex(({ full }) => full),
    ).reverse(),
    outside(curve.findLastIndex(({ full }) => full) + 1, curve.length),
  ];
  const smoothed = () => smooth(points.map(({ excess }) => excess));
  for (const one of before) if (smoothed()[0] > 0) points = [one, ...points];
  for (const one of behind) if (smoothed()[points.length - 1] <= 0) points = [...points, one];
  const excesses = smoothed();
  const after = excesses.findIndex((excess) => excess > 0);
  if (after < 0) return { at: points[points.length - 1].x, kept: points[points.length - 1].x, broken: null };
  if (after === 0) return { at: points[0].x, kept: null, broken: points[0].x };
  const [kept, broken] = [points[after - 1], points[after]];
  const [a, b] = [excesses[after - 1], excesses[after]];
  return { at: kept.x + ((broken.x - kept.x) * -a) / (b - a), kept: kept.x, broken: broken.x };
}

/** Each at most the ones after it. */
function leastAfter(values: readonly number[]): number[] {
  let least = Number.POSITIVE_INFINITY;
  return values
    .toReversed()
    .map((value) => (least = Math.min(least, value)))
    .reverse();
}

/** Each at least the ones before it. */
function mostBefore(values: readonly number[]): number[] {
  let most = Number.NEGATIVE_INFINITY;
  return values.map((value) => (most = Math.max(most, value)));
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
