// Converts a duration of the data to the law of a sampler.
import type { Law } from '../../../stochastic';
import type { Takes } from '../data/takes';

/** In seconds. */
export function lawOf(takes: Takes): Law {
  if (typeof takes === 'number') return { law: 'fixed', value: takes };
  if (takes.law === 'empirical') return { law: 'empirical', values: takes.observed };
  return takes;
}
