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
export { best, type Difference, differences } from './paired';
export { leastForQuantile, quantileEstimate } from './quantile';
export { spendNext } from './rank';
export { type Batch, findRoot, type Root, type RootAsked, type RootPoint } from './root';
export { studentQuantile } from './student';
export { enough, nextReplications, type Precision, replicationsFor, type Trial } from './trials';
