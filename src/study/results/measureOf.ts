// One number of a run by the words of a headline: `p90 dwell at Aktau`.
import { nearest } from '../../problem';
import type { MeasureResult, RunResult } from './result';

/** The words that name a measure of a run: statistic, measure, and what it is of. */
export function wordsOf({ statistic, measure, of }: MeasureResult): string {
  const where = of.place ?? of.line;
  const at = where === undefined ? '' : ` ${of.line === undefined ? 'at' : 'on'} ${where}`;
  const flow = of.flow === undefined ? '' : ` of ${of.flow}`;
  const resource = of.resource === undefined ? '' : ` of ${of.resource}`;
  return `${statistic} ${measure}${resource}${flow}${at}`;
}

/**
 * The result that the words name, as `mean transit time of westbound`, `p90 dwell at Aktau`,
 * `share use of quay cranes at Aktau`. Which there are depends on the corridor.
 *
 * @throws RangeError with the nearest words when the run measured nothing of that name
 */
export function measureOf(result: RunResult, words: string): MeasureResult {
  const found = result.measures.find((measure) => wordsOf(measure) === words);
  if (found !== undefined) return found;
  const all = result.measures.map(wordsOf);
  const near = nearest(words, all);
  const ask = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `It measured: ${all.join('; ')}.`;
  throw new RangeError(`This run has no measure "${words}". ${ask}`);
}
