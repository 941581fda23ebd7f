// How long something takes, as data.
import type { Duration } from '../../../units';

/** How long something takes: a fixed time, or a law. All times in seconds; text such as `6 h` in files. */
export type Takes = Duration | ExponentialTime | TriangularTime | LognormalTime | EmpiricalTime;

/** Times with no memory: how long it has taken says nothing of how long it will take. */
export interface ExponentialTime {
  readonly law: 'exponential';
  /** Above 0. */
  readonly mean: Duration;
}

/** A planner's judgement: at least, most often, at most; in that order. */
export interface TriangularTime {
  readonly law: 'triangular';
  readonly least: Duration;
  readonly mode: Duration;
  readonly most: Duration;
}

/** Times with a long right tail. */
export interface LognormalTime {
  readonly law: 'lognormal';
  /** Above 0. */
  readonly mean: Duration;
  /** The standard deviation of the time itself, not of its logarithm. */
  readonly sd: Duration;
}

/** One of the times that were observed, each as likely; one or more. */
export interface EmpiricalTime {
  readonly law: 'empirical';
  readonly observed: readonly Duration[];
}
