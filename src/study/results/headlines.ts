// The measures that a scenario puts first: what a precision is asked of, and what an answer begins with.
import type { CorridorData } from '../../model/corridor/corridor';
import { measuresNamed } from './measureOf';
import type { MeasureResult } from './result';

/** The headline of a scenario that names none: the transit time of every flow. */
export function headlinesOf(data: CorridorData): readonly string[] {
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
  return [...new Set(headlinesOf(data).flatMap((text) => measuresNamed(measures, text)))];
}

/** The headlines of a scenario that name nothing that the run measures. */
export const headlinesUnmeasured = (data: CorridorData, measures: readonly MeasureResult[]): string[] =>
  (data.headline ?? []).filter((text) => measuresNamed(measures, text).length === 0);
