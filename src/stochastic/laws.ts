// The laws by which times, sizes and yes-or-no events vary, as plain readonly data.

/** The names of all laws, in the order in which help texts list them. */
export const LAW_NAMES = ['fixed', 'exponential', 'triangular', 'lognormal', 'bernoulli', 'empirical'] as const;

/** The name of a law. */
export type LawName = (typeof LAW_NAMES)[number];

/** Always the same value. */
export interface Fixed {
  /** Which law it is. */
  readonly law: 'fixed';
  /** The value. */
  readonly value: number;
}

/** Times between events that come independently of each other; `mean` above 0. */
export interface Exponential {
  /** Which law it is. */
  readonly law: 'exponential';
  /** The mean, above 0. */
  readonly mean: number;
}

/** A planner's three-point judgement: `least` ≤ `mode` ≤ `most`. */
export interface Triangular {
  /** Which law it is. */
  readonly law: 'triangular';
  /** No draw is below it. */
  readonly least: number;
  /** The likeliest value. */
  readonly mode: number;
  /** No draw is above it. */
  readonly most: number;
}

/** Times with a long right tail; `mean` above 0 and `sd` are those of the variable itself, not of its logarithm. */
export interface Lognormal {
  /** Which law it is. */
  readonly law: 'lognormal';
  /** The mean, above 0. */
  readonly mean: number;
  /** The standard deviation, 0 or more. */
  readonly sd: number;
}

/** Draws 1 with the chance `share` (0 to 1), else 0. */
export interface Bernoulli {
  /** Which law it is. */
  readonly law: 'bernoulli';
  /** The chance of a 1, from 0 to 1. */
  readonly share: number;
}

/** Draws one of the observed `values`, in proportion to `weights` (equal ones when left out). */
export interface Empirical {
  /** Which law it is. */
  readonly law: 'empirical';
  /** What was observed: one value or more. */
  readonly values: readonly number[];
  /** A weight for each value, 0 or more and not all 0; equal ones when left out. */
  readonly weights?: readonly number[];
}

/** How something varies. Values are in whatever unit the caller uses; draws come back in the same unit. */
export type Law = Fixed | Exponential | Triangular | Lognormal | Bernoulli | Empirical;
