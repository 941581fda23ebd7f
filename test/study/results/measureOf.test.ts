// One grammar: what a headline may say, `measureOf` finds, and what a run measured, a headline may say.
import { describe, expect, it } from 'vitest';
import { type Headline, readHeadline } from '../../../src/model/corridor/measures/headline';
import { replicate } from '../../../src/model/replicate';
import { scenarios } from '../../../src/scenarios';
import { headlineResults, headlinesUnmeasured } from '../../../src/study/results/headlines';
import { measureOf, measuresNamed, wordsOf } from '../../../src/study/results/measureOf';
import { measuresOf } from '../../../src/study/results/measures';
import type { MeasureResult, RunResult } from '../../../src/study/results/result';

const quoted = ({ statistic, measure, of }: MeasureResult): string =>
  [
    statistic,
    measure,
    ...(of.resource === undefined ? [] : [`of "${of.resource}"`]),
    ...(of.flow === undefined ? [] : [`of "${of.flow}"`]),
    ...(of.place === undefined ? [] : [`at "${of.place}"`]),
    ...(of.line === undefined ? [] : [`on "${of.line}"`]),
  ].join(' ');

const resultWith = (measures: readonly MeasureResult[]) => ({ measures }) as RunResult;

describe.each(scenarios.map(({ id, corridor }) => [id, corridor] as const))('the measures of %s', (_, corridor) => {
  const { data } = corridor;
  const measures = measuresOf(corridor, 7, [replicate(data, { seed: 'keruen', replication: 0, days: 7 })]);
  const result = resultWith(measures);

  it('are found by every headline', () => {
    const found = headlineResults(data, measures);
    expect(found).toHaveLength(data.headline?.length ?? 0);
    expect(headlinesUnmeasured(data, measures)).toEqual([]);
    expect(headlinesUnmeasured({ ...data, headline: ['mean use of wharf at Aktau'] }, measures)).toHaveLength(1);
    expect(data.headline?.map((words) => measureOf(result, words))).toEqual(found);
  });

  it('are found by their words, with quotes and without, and may be headlines', () => {
    for (const one of measures) {
      for (const words of [wordsOf(one), quoted(one)]) {
        expect(measureOf(result, words), words).toBe(one);
        const { statistic, measure, of } = readHeadline(words, data) as Headline;
        expect({ statistic, measure, of }, words).toEqual({
          statistic: one.statistic,
          measure: one.measure,
          of: one.of,
        });
      }
    }
  });
});

const measured = (measure: string, of: MeasureResult['of']): MeasureResult => {
  return {
    measure,
    statistic: 'mean',
    of,
    unit: 'h',
    state: 'nothing observed',
    estimate: null,
    low: null,
    high: null,
    level: 0.95,
    n: 0,
  };
};

describe('words', () => {
  const dwell = measured('dwell', { place: 'Ala at Kul' });
  const ofFlow = measured('dwell', { flow: 'Ala at Kul' });
  const lanes = ['in', 'out'].map((resource) => measured('wait', { place: 'Kul', resource: `lanes ${resource}` }));
  const one = measured('use', { place: 'Kul', resource: 'yard' });
  const result = resultWith([dwell, ofFlow, ...lanes, one]);

  it('tell a place from a flow of the same name by their preposition', () => {
    expect(measureOf(result, 'mean dwell at Ala at Kul')).toBe(dwell);
    expect(measureOf(result, 'mean  dwell of "Ala at Kul"')).toBe(ofFlow);
    expect(() => measureOf(result, 'mean dwell on Ala at Kul')).toThrow(
      '"mean dwell on Ala at Kul" names several measures of this run: mean dwell at Ala at Kul; mean dwell of Ala at Kul. Name one.',
    );
  });

  it('may leave out a resource where there is one only', () => {
    expect(measureOf(result, 'mean use at Kul')).toBe(one);
    expect(measuresNamed(result.measures, 'mean wait at "Kul"')).toEqual(lanes);
    expect(() => measureOf(result, 'mean wait at Kul')).toThrow(
      'mean wait of lanes in at Kul; mean wait of lanes out at Kul',
    );
  });

  it('that name nothing are answered with the nearest', () => {
    expect(() => measureOf(result, 'mean dwell at "Ala at Kull"')).toThrow(
      'This run has no measure "mean dwell at "Ala at Kull"". Did you mean mean dwell at Ala at Kul',
    );
  });
});
