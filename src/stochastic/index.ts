// Chance: named streams of random numbers, draws that stay with a box, laws as data, and the samplers that join the two.
export { flowKey, KeyedDraws, keyed } from './keyed';
export { lawFault } from './lawCheck';
export type { Bernoulli, Empirical, Exponential, Fixed, Law, LawName, Lognormal, Triangular } from './laws';
export { LAW_NAMES } from './laws';
export { minusLog } from './logarithm';
export { normalQuantile } from './normal';
export { normalDraw } from './normalTable';
export { Sampler, sampler } from './sampler';
export { STREAM_STATE, Stream, stream, type UnitSource } from './stream';
