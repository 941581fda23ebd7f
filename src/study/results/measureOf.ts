// One number of a run by the words of a headline: `p90 dwell at Aktau`.
import { namedBy, plainWords } from '../../model/corridor/measures/headline';
import { nearest } from '../../problem';
import type { MeasureName, MeasureResult, RunResult } from './result';

/** The words that name a measure of a run: statistic, measure, and what it is of. */
export function wordsOf({ statistic, measure, of }: MeasureName): string {
  const where = of.place ?? of.line;
  const at = where === undefined ? '' : ` ${of.line === undefined ? 'at' : 'on'} ${where}`;
  const flow = of.flow === undefined ? '' : ` of ${of.flow}`;
  const resource = of.resource === undefined ? '' : ` of ${of.resource}`;
  return `${statistic} ${measure}${resource}${flow}${at}`;
}

/**
 * All that the words name, in the order of the measures; where a place or line is named that has the measure of its
 * resources only, each of them. None where nothing of that name was measured.
 */
export function measuresNamed<M extends MeasureName>(measures: readonly M[], words: string): M[] {
  const plain = plainWords(words);
  const read = [...new Set(measures.map(({ statistic, measure }) => `${statistic} ${measure}`))].filter(
    (begin) => plain === begin || plain.startsWith(`${begin} `),
  );
  return read.flatMap((begin) => {
    const rest = plain.slice(begin.length);
    const alike = measures.filter(({ statistic, measure }) => `${statistic} ${measure}` === begin);
    const whole = namedBy(rest, alike, ({ of }) => of);
    return whole.length > 0 ? whole : namedBy(rest, alike, ({ of: { resource: _, ...of } }) => of);
  });
}

/**
 * The result that the words name, as `mean transit time of westbound`, `p90 dwell at Aktau`,
 * `share use of quay cranes at Aktau`: the words of headlines, where every name may stand in double quotes. Which there are
 * depends on the corridor.
 *
 * @throws RangeError when the run measured nothing of that name, with the nearest words, or several things, with theirs
 */
export function measureOf(result: RunResult, words: string): MeasureResult {
  const found = measuresNamed(result.measures, words);
  if (found.length === 1) return found[0];
  if (found.length > 1)
    throw new RangeError(`"${words}" names several measures of this run: ${found.map(wordsOf).join('; ')}. Name one.`);
  const all = result.measures.map(wordsOf);
  const near = nearest(words.replaceAll('"', ''), all);
  const ask =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : `It measured ${all.length} things, such as ${all.slice(0, 5).join('; ')}; result.measures has all.`;
  throw new RangeError(`This run has no measure "${words}". ${ask}`);
}
