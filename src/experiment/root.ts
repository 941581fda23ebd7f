// The input at which a response meets a limit, under noise: how much demand a corridor carries before a promise breaks.
import { type Crossing, crossingOf, excessOf, type Rule, type Seen, statisticOf } from './crossing';
import { ALIKE } from './estimate';
import { leastForQuantile } from './quantile';

/** What is asked: between which inputs, which limit, how near. */
export interface RootAsked {
  /** The least input that is tried. */
  readonly low: number;
  /** The most. */
  readonly high: number;
  /** The promise is kept where the response is at most this. */
  readonly limit: number;
  /** How the response goes with the input. */
  readonly response: 'rising' | 'falling';
  /** Confidence of the interval; 0.95 when left out. */
  readonly level?: number;
  /** Half-width asked, as a share of the estimate; 0.05 when left out. */
  readonly relative?: number;
  /** No more trials than so many. */
  readonly maxTrials: number;
  /** Only whole inputs: the last one that keeps the limit is asked for. */
  readonly integer?: boolean;
  /** Of the replications instead of their mean: 0.9 asks that nine of ten keep the limit. */
  readonly quantile?: number;
  /** Inputs are tried in whole multiples of this, so that trials can be used again. */
  readonly step?: number;
}

/** An input that was tried, with one number a replication. */
export interface RootPoint {
  /** The input. */
  readonly x: number;
  /** In order of replications; null: broken (did not finish, or grows). */
  readonly values: (number | null)[];
}

/** The answer of a search; every number may be null where it is not known. */
export interface Root {
  /**
   * `found`: as narrow as was asked. `not narrowed`: the trials were used up before; estimate and ends are what is known.
   * `kept everywhere`, `broken everywhere`: the limit is not met between the ends; no estimate.
   */
  readonly state: 'found' | 'kept everywhere' | 'broken everywhere' | 'not narrowed';
  /** The input. */
  readonly estimate: number | null;
  /** Where its interval begins. */
  readonly low: number | null;
  /** Where it ends. */
  readonly high: number | null;
  /** Its confidence. */
  readonly level: number;
  /** What was tried, in order of input. */
  readonly points: RootPoint[];
  /** How many trials there were. */
  readonly trials: number;
}

/** Gives one number for each ask, in their order; Infinity or null where the point is broken. */
export type Batch = (asks: readonly { x: number; replication: number }[]) => Promise<(number | null)[]>;

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
  check(asked);
  return new Search(asked, batch).run();
}

function check({ low, high, limit, maxTrials, level = 0.95, relative = 0.05, quantile, step = 1 }: RootAsked): void {
  const wrong = [
    low < high && Number.isFinite(high - low) ? [] : [`low is ${low} and high ${high}; low must be below high.`],
    Number.isFinite(limit) ? [] : [`limit is ${limit}; it must be a finite number.`],
    0 < level && level < 1 ? [] : [`level is ${level}; it must be between 0 and 1. Write 95 % as 0.95.`],
    0 < relative && relative < Infinity ? [] : [`relative is ${relative}; it must be a share above 0, as 0.05.`],
    quantile === undefined || (0 < quantile && quantile < 1)
      ? []
      : [`quantile is ${quantile}; it must be between 0 and 1. Write nine of ten as 0.9.`],
    0 < step && step < Infinity ? [] : [`step is ${step}; it must be above 0.`],
    Number.isSafeInteger(maxTrials) && maxTrials >= 4
      ? []
      : [`maxTrials is ${maxTrials}; it must be a whole number from 4.`],
  ].flat();
  if (wrong.length > 0) throw new RangeError(`Root: ${wrong.join(' ')}`);
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
    let [kept, broken] = [easy, hard];
    for (let count = 0; count < STEPS; count++) {
      const width = Math.abs(broken - kept);
      if (width <= (Math.max(COARSE, this.relative) * Math.abs(broken + kept)) / 2) return;
      const x = this.between(this.guess(kept, broken), kept, broken);
      if (x === null || !(await this.look([x]))) return;
      if (this.isKept(x)) kept = x;
      else broken = x;
    }
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
    const ends = this.ends(crossing.middle, Math.max(noise, target / 2));
    const left = this.asked.maxTrials - this.trials;
    const cost = (count: number) => ends.reduce((sum, x) => sum + this.missing(x, count), 0);
    let count = cost(next) === 0 ? 2 * next : next;
    while (count > n && cost(count) > left) count--;
    if (cost(count) === 0 || cost(count) > left) return 0;
    await this.have(ends, count);
    return count;
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
      for (const [i, { x }] of asks.entries()) {
        const value = values[i] ?? Number.POSITIVE_INFINITY;
        if (Number.isNaN(value)) throw new RangeError(`Root: at ${x} a trial gave NaN; it must give a number or null.`);
        this.points.set(x, [...(this.points.get(x) ?? []), value]);
      }
    }
    return true;
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
