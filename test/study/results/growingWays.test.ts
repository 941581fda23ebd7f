// A lane that gets as many trucks as it can take, or more: the formula grows without end, and the run says so.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import type { MeasureResult } from '../../../src/study/results/result';
import { runStudy } from '../../../src/study/running/run';
import { trucksPerDay } from '../../../src/units';
import { BORDER, type Figures, TOWARD, withFigures } from '../../model/roads';

/** One lane, half an hour a truck. */
const run = (perDay: number, figures: Figures = {}, days = 30) =>
  runStudy(corridor(withFigures({ 'flows.export.trucks': trucksPerDay(perDay), ...figures })), {
    replications: 3,
    days,
    workers: 1,
  });

const states = (measures: readonly MeasureResult[], measure: string, statistic = 'mean') =>
  measures.filter((one) => one.measure === measure && one.statistic === statistic).map(({ state }) => state);

describe('a lane', () => {
  it.each([48, 60])('at a load of %d trucks a day of 48 is still growing, in run and formula', async (perDay) => {
    const { measures, formulas, answer } = await run(perDay);
    const row = formulas.find(({ resource, what }) => resource === 'lanes to Khorgos' && what === 'wait');
    expect(row).toMatchObject({ value: null, simulated: { state: 'still growing', low: null, high: null } });
    for (const measure of ['wait', 'trucks waiting', 'transit time'])
      for (const state of states(measures, measure)) expect(['still growing', 'did not finish']).toContain(state);
    expect(states(measures, 'wait')).toEqual(['still growing']);
    expect(states(measures, 'transit time', 'p10')).toEqual(['still growing']);
    expect(states(measures, 'throughput', 'total')).not.toContain('still growing');
    expect(answer).toMatch(/still growing|cannot be told/);
  });

  it('below that is not', async () => {
    const { measures, formulas } = await run(40);
    expect(measures.filter(({ state }) => state === 'still growing')).toEqual([]);
    expect(formulas.every(({ value }) => value !== null)).toBe(true);
  });

  it('whose bays behind it are too few is, though its own formula is not', async () => {
    const { measures } = await run(40, { [`${TOWARD}.transloading`]: { share: 1, bays: 1, takes: 3600 } });
    expect(states(measures, 'wait')).toEqual(['still growing']);
  });

  it('that a dated change helps is not, and the row says why', async () => {
    const more = { from: '2024-04-03', set: { places: { 'Nur Zholy': { toward: { Khorgos: { lanes: 3 } } } } } };
    const base = corridor(withFigures({ 'flows.export.trucks': trucksPerDay(48) }));
    const { measures, formulas } = await runStudy(base.with(more), { replications: 3, days: 30, workers: 1 });
    expect(states(measures, 'wait')).toEqual(['estimated']);
    const row = formulas.find(({ resource, what }) => resource === 'lanes to Khorgos' && what === 'wait');
    expect(row?.value).toBeNull();
    expect(row?.why.at(-1)).toMatch(/^A dated change makes it another line/);
  });
});

it('a way that nobody can choose otherwise is named by its place and neighbour', async () => {
  const { measures } = await run(48, { [`${BORDER}.toward.Almaty`]: { lanes: 1, takes: 60 } });
  const of = measures.filter(({ state }) => state === 'still growing').map((one) => one.of.resource);
  expect(of).not.toContain('to Almaty');
});
