// Public API of the random numbers: named streams, keyed draws per box, distributions as data, samplers.
export { flowKey, KeyedDraws, keyed } from './keyed';
export { lawFault } from './lawCheck';
export type { Bernoulli, Empirical, Exponential, Fixed, Law, LawName, Lognormal, Triangular } from './laws';
export { LAW_NAMES } from './laws';
export { minusLog } from './logarithm';
export { normalQuantile } from './normal';
export { normalDraw } from './normalTable';
export { Sampler, sampler } from './sampler';
export { STREAM_STATE, Stream, stream, type UnitSource } from './stream';
