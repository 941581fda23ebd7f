// The input at which a response meets a limit, under noise: how much demand a corridor carries before a promise breaks.
import { type Crossing, crossingOf, excessOf, type Rule, type Seen, statisticOf } from './crossing';
import { ALIKE } from './estimate';
import { leastForQuantile } from './quantile';
import { type Batch, checkRoot, type Root, type RootAsked } from './rootAsked';

export type { Batch, Root, RootAsked, RootPoint } from './rootAsked';

/** So many replications bracket the root. */
const FIRST = 4;
/** A point at which so many broke, and all that were tried, is given up. */
const HOPELESS = 2;
/** So far from the limit, as a share of the value, nobody looks twice while the bracket is wide. */
const CLEAR = 0.4;
/** The bracket is narrowed by a few replications until it is this share of its middle, or by so many steps. */
const COARSE = 0.1;
const STEPS = 10;
/** An interval of fewer replications is not taken for an answer, and of what never varies there is none. */
const LEAST = ALIKE;
/** From so many on, a half-width says how many more are needed. */
const SURE = 16;
/** The next points are so far from the root, as a share of the present half-width. */
const APART = 0.8;
/** The points of an answer are at most so many half-widths apart: between them the curve is a guess. */
const WIDE = 3;
/**
 * An interval that is narrow for the first time may be so by chance: it is looked at again with so many times the replications.
 * Source: G. Simons (1968), On the cost of not knowing the variance when making a fixed-width confidence interval for the mean,
 * Annals of Mathematical Statistics 39, 1946–1952: some observations after stopping make up for having stopped.
 */
const MORE = 1.5;

/**
 * The input at which the expectation of a response, or a quantile over its replications, meets a limit.
 *
 * Retrospective approximation: with a fixed set of replications, all under the same luck, the response is a curve that hardly
 * jitters, and its root is found by bracketing; then with more replications in a narrower bracket, each time from where the
 * last one ended. The interval is by inversion: all inputs at which the interval of the response still holds the limit, so that
 * it covers as often as that interval does, however the noise grows with the input.
 *
 * @param batch called with all that can run side by side; the same (x, replication) is never asked twice
 * @throws RangeError when what is asked cannot be
 * Source: H. Chen and B. W. Schmeiser (2001), Stochastic root finding via retrospective approximation, IIE Transactions 33,
 * 259–275. README.md has the table of what else was tried.
 */
export async function findRoot(asked: RootAsked, batch: Batch): Promise<Root> {
  checkRoot(asked);
  return new Search(asked, batch).run();
}

class Search {
  private readonly asked: RootAsked;
  private readonly batch: Batch;
  private readonly rule: Rule;
  private readonly relative: number;
  /** 0: any input. */
  private readonly step: number;
  private readonly points = new Map<number, number[]>();
  private trials = 0;
  /** Grows while an end of the interval lies beyond all points. */
  private reach = 1;

  constructor(asked: RootAsked, batch: Batch) {
    this.asked = asked;
    this.batch = batch;
    this.relative = asked.relative ?? 0.05;
    this.step = asked.step ?? (asked.integer === true ? 1 : 0);
    const { limit, response, level = 0.95, quantile } = asked;
    this.rule = { limit, rising: response === 'rising', level, quantile };
    for (const { x, values } of asked.known ?? []) this.add(x, values);
  }

  async run(): Promise<Root> {
    const { low, high } = this.asked;
    const [easy, hard] = this.rule.rising ? [low, high] : [high, low];
    await this.look([easy, hard]);
    if (await this.isSo(hard, true)) return this.answer('kept everywhere');
    if (await this.isSo(easy, false)) return this.answer('broken everywhere');
    if (this.isKept(easy) && !this.isKept(hard)) await this.bracket(easy, hard);
    return this.narrow();
  }

  /** Whether an end surely keeps the limit, or breaks it; what is not clear is looked at with more replications. */
  private async isSo(end: number, kept: boolean): Promise<boolean> {
    for (let n = FIRST; this.isKept(end) === kept; n *= 2) {
      const { low, high } = this.statistic(end);
      if (kept ? high <= this.rule.limit : low > this.rule.limit) return true;
      if (!(await this.have([end], 2 * n))) return false;
    }
    return false;
  }

  /** Few replications at each of a few points, until the bracket is small. */
  private async bracket(easy: number, hard: number): Promise<void> {
    let [kept, broken] = this.knownBetween(easy, hard);
    for (let count = 0; count < STEPS; count++) {
      const width = Math.abs(broken - kept);
      if (width <= (Math.max(COARSE, this.relative) * Math.abs(broken + kept)) / 2) return;
      const x = this.between(this.guess(kept, broken), kept, broken);
      if (x === null || !(await this.look([x]))) return;
      if (this.isKept(x)) kept = x;
      else broken = x;
    }
  }

  /** The nearest two of what is known already, one that keeps the limit and one that breaks it. */
  private knownBetween(easy: number, hard: number): [number, number] {
    const side = this.rule.rising ? 1 : -1;
    const inOrder = [...this.points.keys()]
      .filter((x) => this.missing(x, FIRST) === 0 && side * (x - easy) > 0 && side * (hard - x) > 0)
      .sort((a, b) => side * (a - b));
    const broken = inOrder.find((x) => !this.isKept(x)) ?? hard;
    const kept = inOrder.findLast((x) => side * (broken - x) > 0) ?? easy;
    return [kept, broken];
  }

  /** More and more replications on both sides of the root. */
  private async narrow(): Promise<Root> {
    const { quantile, level = 0.95 } = this.asked;
    const least = Math.max(LEAST, quantile === undefined ? 0 : leastForQuantile(quantile, level));
    let [n, sure] = [FIRST, false];
    for (;;) {
      const crossing = crossingOf(this.seen(), n, this.rule);
      const target = Math.max(this.relative * Math.abs(crossing.middle), this.step / 2);
      const reached = crossing.half <= target && n >= least;
      const isSeen = crossing.isGap || crossing.gap <= WIDE * crossing.noise;
      if (reached && (sure || crossing.isGap) && isSeen) return this.answer('found', crossing);
      const next = reached ? Math.ceil(sure ? n : MORE * n) : this.nextCount(crossing.noise / target, n, least);
      const count = await this.spend(crossing, n, next, reached ? 1 : APART, target);
      if (count === 0) return this.answer(reached ? 'found' : 'not narrowed', crossing);
      sure = reached;
      n = count;
    }
  }

  /** How many replications would be enough at this ratio of half-width to target, which shrinks with the root of their number. */
  private nextCount(ratio: number, n: number, least: number): number {
    // With so many replications an end that is not known lies beyond the points: more points, not more replications.
    const outside = ratio === Infinity && n >= least;
    this.reach = outside ? 2 * this.reach : 1;
    if (ratio <= 0.95 || outside) return Math.max(n, least);
    // A half-width of few replications is not known well.
    return Math.max(least, Math.ceil(n * Math.min(n < SURE ? 2 : 4, 1.1 * ratio * ratio)));
  }

  /**
   * Runs replications on both sides of the root, `next` at each or as many as are left.
   * @returns how many both have now; 0 when nothing more can be done
   */
  private async spend(crossing: Crossing, n: number, next: number, apart: number, target: number): Promise<number> {
    const known = Number.isFinite(crossing.noise);
    // The root of more replications is not far outside what these leave open.
    const noise = known ? apart * crossing.noise : this.reach * Math.min(crossing.gap / 2, 2 * target);
    const left = this.asked.maxTrials - this.trials;
    const better = this.ends(crossing.middle, Math.max(noise, target / 2));
    const count = this.affordable(better, n, next, left);
    if (count !== null) {
      await this.have(better, count);
      return count;
    }
    // Too little is left for points that lie better: it goes to those that are known best.
    const same = this.around(crossing.middle, n);
    const more = this.affordable(same, n + 1, next, left);
    if (more === null) return 0;
    await this.have(same, more);
    return more;
  }

  /** As many replications of these inputs, `next` or fewer, as may still be run; null where even `least` are too many. */
  private affordable(ends: readonly number[], least: number, next: number, left: number): number | null {
    const cost = (count: number) => ends.reduce((sum, x) => sum + this.missing(x, count), 0);
    let count = cost(next) === 0 ? 2 * next : next;
    while (count > least && cost(count) > left) count--;
    return count < least || cost(count) === 0 || cost(count) > left ? null : count;
  }

  /** Inputs on both sides of the root, those that were tried already if they are near. */
  private ends(middle: number, half: number): number[] {
    const { low, high } = this.asked;
    const near = (side: number) => {
      const x = Math.min(Math.max(middle + side * half, low), high);
      const there = [...this.points.keys()].find((one) => Math.abs(one - x) <= half / 2);
      return there ?? this.between(x, low, high) ?? x;
    };
    return [...new Set([near(-1), near(1)])];
  }

  /** Nearest inputs on both sides of the root that have so many replications. */
  private around(middle: number, n: number): number[] {
    const full = [...this.points.keys()].filter((x) => this.missing(x, n) === 0).sort((a, b) => a - b);
    return [full.findLast((x) => x <= middle), full.find((x) => x > middle)].filter((x) => x !== undefined);
  }

  /** Two replications, and a few more where they do not say clearly on which side of the limit it is. */
  private async look(inputs: readonly number[]): Promise<boolean> {
    if (!(await this.have(inputs, HOPELESS))) return false;
    const isClear = (x: number) => {
      const excesses = (this.points.get(x) ?? []).map((value) => excessOf(value, this.rule.limit));
      return excesses.every((excess) => excess > CLEAR) || excesses.every((excess) => excess < -CLEAR);
    };
    return this.have(
      inputs.filter((x) => !isClear(x)),
      FIRST,
    );
  }

  /** Sees to it that these inputs have so many replications; false when that would be too many trials. */
  private async have(inputs: readonly number[], count: number): Promise<boolean> {
    for (const upTo of count > HOPELESS ? [HOPELESS, count] : [count]) {
      const asks = inputs.flatMap((x) => {
        const there = this.points.get(x)?.length ?? 0;
        return Array.from({ length: this.missing(x, upTo) }, (_, i) => ({ x, replication: there + i }));
      });
      if (asks.length > this.asked.maxTrials - this.trials) return false;
      if (asks.length === 0) continue;
      this.trials += asks.length;
      const values = await this.batch(asks);
      for (const [i, { x }] of asks.entries()) this.add(x, [values[i]]);
    }
    return true;
  }

  private add(x: number, values: readonly (number | null)[]): void {
    if (values.some(Number.isNaN))
      throw new RangeError(`Root: at ${x} a trial gave NaN; it must give a number or null.`);
    const more = values.map((value) => value ?? Number.POSITIVE_INFINITY);
    this.points.set(x, [...(this.points.get(x) ?? []), ...more]);
  }

  private missing(x: number, count: number): number {
    const values = this.points.get(x) ?? [];
    const hopeless = values.length >= HOPELESS && values.every((value) => value === Number.POSITIVE_INFINITY);
    return hopeless ? 0 : Math.max(0, count - values.length);
  }

  /** Between a point that keeps the limit and one that breaks it: by proportion, well inside. */
  private guess(kept: number, broken: number): number {
    const [a, b] = [kept, broken].map((x) => excessOf(this.statistic(x).middle, this.rule.limit));
    return kept + (broken - kept) * Math.min(0.8, Math.max(0.2, a / (a - b)));
  }

  /** The nearest input that may be tried and lies between the two; null when there is none. */
  private between(x: number, one: number, other: number): number | null {
    if (this.step === 0) return x;
    const at = Math.round(x / this.step) * this.step;
    const [least, most] = [Math.min(one, other), Math.max(one, other)];
    return [at, at - this.step, at + this.step].find((each) => least < each && each < most) ?? null;
  }

  private statistic(x: number) {
    return statisticOf(this.points.get(x) ?? [], this.rule);
  }

  private isKept(x: number): boolean {
    return this.statistic(x).middle <= this.rule.limit;
  }

  /** What was tried; a point that is given up counts as broken however many replications are looked at. */
  private seen(): Seen[] {
    const most = Math.max(...[...this.points.values()].map(({ length }) => length));
    return [...this.points].map(([x, values]) =>
      this.missing(x, most) === 0 && values.length < most
        ? { x, values: Array<number>(most).fill(Number.POSITIVE_INFINITY) }
        : { x, values },
    );
  }

  private answer(state: Root['state'], crossing?: Crossing): Root {
    const points = [...this.points]
      .map(([x, values]) => ({ x, values: values.map((value) => (Number.isFinite(value) ? value : null)) }))
      .sort((a, b) => a.x - b.x);
    const { level } = this.rule;
    const told = crossing === undefined ? { estimate: null, low: null, high: null } : this.told(crossing);
    return { state, ...told, level, points, trials: this.trials };
  }

  private told({ middle, low, high }: Crossing): Pick<Root, 'estimate' | 'low' | 'high'> {
    const known = (x: number) => (Number.isFinite(x) ? x : null);
    if (this.asked.integer !== true) return { estimate: middle, low: known(low), high: known(high) };
    // The last whole input that keeps the limit lies on the root's kept side.
    return this.rule.rising
      ? {
          estimate: Math.floor(middle),
          low: known(Math.floor(low)),
          high: known(Math.max(Math.floor(low), Math.ceil(high) - 1)),
        }
      : {
          estimate: Math.ceil(middle),
          low: known(Math.min(Math.ceil(high), Math.floor(low) + 1)),
          high: known(Math.ceil(high)),
        };
  }
}
