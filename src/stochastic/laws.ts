// Probability distributions ("laws") as plain readonly data.

/** Names of all distributions, in the order of help texts. */
export const LAW_NAMES = ['fixed', 'exponential', 'triangular', 'lognormal', 'bernoulli', 'empirical'] as const;

/** Name of a distribution. */
export type LawName = (typeof LAW_NAMES)[number];

/** Always the same value. */
export interface Fixed {
  /** Which law it is. */
  readonly law: 'fixed';
  /** The value. */
  readonly value: number;
}

/** Exponential: times between independent events; `mean` above 0. */
export interface Exponential {
  /** Which law it is. */
  readonly law: 'exponential';
  /** The mean, above 0. */
  readonly mean: number;
}

/** Triangular: three-point estimate; `least` ≤ `mode` ≤ `most`. */
export interface Triangular {
  /** Which law it is. */
  readonly law: 'triangular';
  /** Minimum. */
  readonly least: number;
  /** Mode. */
  readonly mode: number;
  /** Maximum. */
  readonly most: number;
}

/** Lognormal, with a long right tail; `mean` above 0 and `sd` are those of the variable, not of its logarithm. */
export interface Lognormal {
  /** Which law it is. */
  readonly law: 'lognormal';
  /** The mean, above 0. */
  readonly mean: number;
  /** The standard deviation, 0 or more. */
  readonly sd: number;
}

/** Bernoulli: 1 with probability `share` (0 to 1), else 0. */
export interface Bernoulli {
  /** Which law it is. */
  readonly law: 'bernoulli';
  /** Probability of a 1, from 0 to 1. */
  readonly share: number;
}

/** Empirical: one of the observed `values`, in proportion to `weights` (default: equal). */
export interface Empirical {
  /** Which law it is. */
  readonly law: 'empirical';
  /** Observed values, one or more. */
  readonly values: readonly number[];
  /** Weight of each value, 0 or more and not all 0; default: equal. */
  readonly weights?: readonly number[];
}

/** A distribution. Draws are in the unit of its values. */
export type Law = Fixed | Exponential | Triangular | Lognormal | Bernoulli | Empirical;
