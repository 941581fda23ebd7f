// One measure as a planner says it: the estimate with its half-width and unit, or why there is none.
import type { MeasureResult } from '../../study/results/result';
import { say } from './states';

/** `12.4 ± 0.1 d`; shares in per cent; without an interval the state stands in its place. */
export function inWords(measure: MeasureResult): string {
  const isShare = measure.unit === 'share';
  const { estimate, halfWidth } = say(measure, isShare ? 100 : 1);
  const unit = isShare ? '%' : measure.unit;
  return [estimate, halfWidth, estimate === '' ? '' : unit].filter((word) => word !== '').join(' ');
}
