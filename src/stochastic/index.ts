// Chance: named streams of random numbers, laws as data, and the samplers that join the two.
export type { Bernoulli, Empirical, Exponential, Fixed, Law, LawName, Lognormal, Triangular } from './laws';
export { LAW_NAMES } from './laws';
export { normalQuantile } from './normal';
export { Sampler, sampler } from './sampler';
export { Stream, stream, type UnitSource } from './stream';
