// What an experiment says of one measure: an estimate with its interval, or in one word why there is none.
import { fsum } from 'd3-array';
import { momentsOf, reach } from './interval';

/** Every state an estimate can be in. */
export const STATES = [
  'estimated',
  'too few replications',
  'still growing',
  'did not finish',
  'nothing observed',
] as const;

/** One of them. */
export type State = (typeof STATES)[number];

/** From so many replications on, that all gave the same number is taken for an interval without width. */
export const ALIKE = 10;

/**
 * `estimated`: mean over replications and its interval. `too few replications` (one observed, or fewer than ten that all gave
 * the same number: how it varies is not known) and `still growing` (the measure has no steady value): a mean without interval.
 * `did not finish` and `nothing observed`: neither.
 * Values in the measure's unit; `level` is the interval's confidence (0.95); `n` the replications that observed something.
 * `truncated`: the interval would go beyond what the measure can be and ends at the bound.
 */
export type Estimate = {
  /** The interval's confidence. */
  readonly level: number;
  /** How many replications observed something. */
  readonly n: number;
} & (
  | {
      /** There is an interval. */
      readonly state: 'estimated';
      /** The mean. */
      readonly estimate: number;
      /** Where the interval begins. */
      readonly low: number;
      /** Where it ends. */
      readonly high: number;
      /** It was cut off at what the measure can be. */
      readonly truncated?: true;
    }
  | {
      /** There is a mean alone. */
      readonly state: 'too few replications' | 'still growing';
      /** The mean. */
      readonly estimate: number;
      /** None. */
      readonly low: null;
      /** None. */
      readonly high: null;
    }
  | {
      /** There is neither. */
      readonly state: 'did not finish' | 'nothing observed';
      /** None. */
      readonly estimate: null;
      /** None. */
      readonly low: null;
      /** None. */
      readonly high: null;
    }
);

/** How an estimate is made, and what is known of it otherwise. */
export interface EstimateOptions {
  /** Confidence of the interval, between 0 and 1; 0.95 when left out. */
  readonly level?: number;
  /** What the run itself says of the measure. */
  readonly state?: 'still growing' | 'did not finish';
  /** What the measure is never below, in its unit; without bound when left out. */
  readonly least?: number;
  /** What it is never above. */
  readonly most?: number;
}

/**
 * The mean of a measure over replications with its interval: Student's, longer on the side of the tail (`reach`), and ending at the
 * measure's bounds.
 *
 * @param values one number a replication, in order; null where the replication observed nothing (it is left out of n)
 * @throws RangeError when a value is not finite or the level is not between 0 and 1
 */
export function estimate(values: readonly (number | null)[], options: EstimateOptions = {}): Estimate {
  const level = options.level ?? 0.95;
  if (!(0 < level && level < 1)) {
    throw new RangeError(`Estimate: level is ${level}; it must be between 0 and 1. Write 95 % as 0.95.`);
  }
  const observed = values.filter((value) => value !== null);
  const bad = values.findIndex((value) => value !== null && !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `Estimate: replication ${bad} gave ${values[bad]}; it must be a finite number, or null where nothing was observed.`,
    );
  }
  const n = observed.length;
  if (options.state === 'did not finish') {
    return { state: 'did not finish', estimate: null, low: null, high: null, level, n };
  }
  if (n === 0) return { state: 'nothing observed', estimate: null, low: null, high: null, level, n };
  const mean = fsum(observed) / n;
  if (options.state === 'still growing') {
    return { state: 'still growing', estimate: mean, low: null, high: null, level, n };
  }
  const isSame = observed.every((value) => value === observed[0]);
  if (isSame && n < ALIKE)
    return { state: 'too few replications', estimate: observed[0], low: null, high: null, level, n };
  if (isSame) return { state: 'estimated', estimate: observed[0], low: observed[0], high: observed[0], level, n };
  const { error, skewness } = momentsOf(observed);
  const { below, above } = reach(n, skewness, level);
  const [from, to] = [mean - below * error, mean + above * error];
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = options;
  const [low, high] = [Math.max(from, least), Math.min(to, most)];
  const isTruncated = from < least || to > most;
  return {
    state: 'estimated',
    estimate: mean,
    low,
    high,
    level,
    n,
    ...(isTruncated ? ({ truncated: true } as const) : {}),
  };
}

/**
 * Half the interval's width, in the measure's unit: of one that is truncated the side that is whole, or the longer one;
 * null when there is no interval.
 */
export function halfWidth(of: Estimate): number | null {
  if (of.state !== 'estimated') return null;
  return of.truncated === true ? Math.max(of.high - of.estimate, of.estimate - of.low) : (of.high - of.low) / 2;
}

/** The half-width as a share of the estimate's size: 0 for a width of 0, Infinity around 0, null without interval. */
export function relativeHalfWidth(of: Estimate): number | null {
  const half = halfWidth(of);
  if (half === null || of.estimate === null) return null;
  return half === 0 ? 0 : half / Math.abs(of.estimate);
}
