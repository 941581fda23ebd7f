// How long something takes, as data.
import type { Duration } from '../../units';

/** How long something takes: a fixed time, or a law. All times in seconds; text such as `6 h` in files. */
export type Takes =
  | Duration
  | { readonly law: 'exponential'; readonly mean: Duration }
  | { readonly law: 'triangular'; readonly least: Duration; readonly mode: Duration; readonly most: Duration }
  | { readonly law: 'lognormal'; readonly mean: Duration; readonly sd: Duration }
  | { readonly law: 'empirical'; readonly observed: readonly Duration[] };
