// Formats one measure: the estimate with its half-width and unit, or why there is none.
import type { MeasureResult } from '../../study/results/result';
import { say } from './states';

/** `12.4 ± 0.1 d`; shares in per cent; without an interval, the reason. */
export function inWords(measure: MeasureResult): string {
  const { estimate, halfWidth, unit } = say(measure);
  // The reason for a missing interval comes last: `124 TEU (one replication)`.
  const words = halfWidth.startsWith('(') ? [estimate, unit, halfWidth] : [estimate, halfWidth, unit];
  return words.filter((word) => word !== '').join(' ');
}
