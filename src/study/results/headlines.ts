// The measures that a scenario puts first: what a precision is asked of, and what an answer begins with.
import type { CorridorData } from '../../model/corridor/corridor';
import { readHeadline } from '../../model/corridor/measures/headline';
import type { MeasureResult } from './result';

/** The headline of a scenario that names none: the transit time of every flow. */
function headlinesOf(data: CorridorData): readonly string[] {
  if (data.headline !== undefined && data.headline.length > 0) return data.headline;
  return Object.keys(data.flows)
    .sort()
    .map((flow) => `mean transit time of "${flow}"`);
}

/**
 * The results that the headlines name, in their order; where one names a place with several resources, each of them.
 * A headline that the run does not measure gives none.
 */
export function headlineResults(data: CorridorData, measures: readonly MeasureResult[]): MeasureResult[] {
  const named = headlinesOf(data).flatMap((text) => {
    const headline = readHeadline(text, data);
    if ('word' in headline) return [];
    const alike = measures.filter((one) => {
      const same = one.measure === headline.measure && one.statistic === headline.statistic;
      return (
        same &&
        one.of.place === headline.of.place &&
        one.of.line === headline.of.line &&
        one.of.flow === headline.of.flow
      );
    });
    const whole = alike.filter((one) => one.of.resource === undefined);
    return whole.length > 0 ? whole : alike;
  });
  return [...new Set(named)];
}
