// The data of a duration, fixed or random.
import type { Duration } from '../../../units';

/** A duration: a fixed time, or a distribution (law). All times in seconds; text such as `6 h` in files. */
export type Takes = Duration | ExponentialTime | TriangularTime | LognormalTime | EmpiricalTime;

/** Exponential distribution: memoryless. */
export interface ExponentialTime {
  readonly law: 'exponential';
  /** Above 0. */
  readonly mean: Duration;
}

/** Triangular distribution, for expert judgement: minimum, mode and maximum, in that order. */
export interface TriangularTime {
  readonly law: 'triangular';
  readonly least: Duration;
  readonly mode: Duration;
  readonly most: Duration;
}

/** Lognormal distribution: a long right tail. */
export interface LognormalTime {
  readonly law: 'lognormal';
  /** Above 0. */
  readonly mean: Duration;
  /** The standard deviation of the time itself, not of its logarithm. */
  readonly sd: Duration;
}

/** Empirical distribution: one of the observed times, equally likely; one or more. */
export interface EmpiricalTime {
  readonly law: 'empirical';
  readonly observed: readonly Duration[];
}
