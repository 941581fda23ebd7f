// Experiments: trials repeated, estimates with intervals, and how many repetitions are enough.
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
export { studentQuantile } from './student';
export { enough, nextReplications, type Precision, replicationsFor, type Trial } from './trials';
