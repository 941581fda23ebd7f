// The laws by which times, sizes and yes-or-no events vary, as plain readonly data.

/** The names of all laws, in the order in which help texts list them. */
export const LAW_NAMES = ['fixed', 'exponential', 'triangular', 'lognormal', 'bernoulli', 'empirical'] as const;

export type LawName = (typeof LAW_NAMES)[number];

/** Always the same value. */
export interface Fixed {
  readonly law: 'fixed';
  readonly value: number;
}

/** Times between events that come independently of each other; `mean` above 0. */
export interface Exponential {
  readonly law: 'exponential';
  readonly mean: number;
}

/** A planner's three-point judgement: `least` ≤ `mode` ≤ `most`. */
export interface Triangular {
  readonly law: 'triangular';
  readonly least: number;
  readonly mode: number;
  readonly most: number;
}

/** Times with a long right tail; `mean` above 0 and `sd` are those of the variable itself, not of its logarithm. */
export interface Lognormal {
  readonly law: 'lognormal';
  readonly mean: number;
  readonly sd: number;
}

/** Draws 1 with the chance `share` (0 to 1), else 0. */
export interface Bernoulli {
  readonly law: 'bernoulli';
  readonly share: number;
}

/** Draws one of the observed `values`, in proportion to `weights` (equal ones when left out). */
export interface Empirical {
  readonly law: 'empirical';
  readonly values: readonly number[];
  readonly weights?: readonly number[];
}

/** How something varies. Values are in whatever unit the caller uses; draws come back in the same unit. */
export type Law = Fixed | Exponential | Triangular | Lognormal | Bernoulli | Empirical;
