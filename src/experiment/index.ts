// Experiments: trials repeated, estimates with intervals, how many repetitions are enough, comparison and search under noise.
export {
  ALIKE,
  type Estimate,
  type EstimateOptions,
  estimate,
  halfWidth,
  relativeHalfWidth,
  STATES,
  type State,
} from './estimate';
export { type Reach, reach } from './interval';
export { type Best, best, type Difference, differences } from './paired';
export { leastForQuantile, quantileEstimate } from './quantile';
export { spendNext } from './rank';
export { type Batch, findRoot, type Root, type RootAsked, type RootPoint } from './root';
export { type Precise, type PrecisionAsked, untilPrecise } from './sequential';
export { studentQuantile } from './student';
export { enough, nextReplications, type Precision, replicationsFor, stopsAt, type Trial } from './trials';
export { type Growth, growthOf, mser5, type Series, type WarmUp, warmUpFrom } from './warmUp';
