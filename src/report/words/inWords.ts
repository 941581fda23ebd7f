// One measure as a planner says it: the estimate with its half-width and unit, or why there is none.
import type { MeasureResult } from '../../study/results/result';
import { say } from './states';

/** `12.4 ± 0.1 d`; shares in per cent; without an interval the state stands in its place. */
export function inWords(measure: MeasureResult): string {
  const { estimate, halfWidth, unit } = say(measure);
  // Why there is no interval stands last: `124 TEU (one replication)`.
  const words = halfWidth.startsWith('(') ? [estimate, unit, halfWidth] : [estimate, halfWidth, unit];
  return words.filter((word) => word !== '').join(' ');
}
