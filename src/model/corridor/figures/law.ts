// A duration in the corridor's data as a law that a sampler is made of.
import type { Law } from '../../../stochastic';
import type { Takes } from '../data/takes';

/** In seconds. */
export function lawOf(takes: Takes): Law {
  if (typeof takes === 'number') return { law: 'fixed', value: takes };
  if (takes.law === 'empirical') return { law: 'empirical', values: takes.observed };
  return takes;
}
