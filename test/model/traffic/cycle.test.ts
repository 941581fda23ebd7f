// The mean round of a fleet and its parts, against rounds worked out by hand.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { replicate } from '../../../src/model/replicate';
import { roundWords } from '../../../src/study/bottleneck/cycleWords';
import type { MeasureResult } from '../../../src/study/results/result';
import { days, hours, km, kmPerHour, percent, teu, teuPerYear } from '../../../src/units';

/** One set between A and B, 12 h apart; boxes go from A only, by trains that set out every two days. */
const oneSet = (away?: ReturnType<typeof hours>) =>
  corridor({
    keruen: 'scenario@1',
    id: 'one-set',
    title: 'One set between two places',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(30),
    places: {
      A: { kind: 'hinterland', at: [43, 77] },
      B: { kind: 'hinterland', at: [50, 57], ...(away === undefined ? {} : { away }) },
    },
    lines: { way: { between: ['A', 'B'], mode: 'rail', length: km(480), speed: kmPerHour(40) } },
    services: { shuttle: { on: 'way', fleet: 'sets', leaves: { full: false, every: days(2) } } },
    fleets: { sets: { count: 1, carries: teu(2_000), speed: kmPerHour(40) } },
    flows: { out: { from: 'A', to: 'B', demand: teuPerYear(12_000), boxes: { '45G1': percent(100) } } },
  });

function measured(data: ReturnType<typeof oneSet>['data']) {
  const { measures } = replicate(data, { seed: 'cycle', replication: 0, days: 180 });
  return (name: string, place?: string) =>
    measures.find(({ measure, of }) => measure === name && of.place === place)?.value ?? Number.NaN;
}

/** A window of 180 days holds 90 rounds of two days, or a half round less or more at its ends. */
const within = (value: number, days: number) => expect(Math.abs(value / days - 1)).toBeLessThanOrEqual(0.5 / 89.5);

describe('the round of a set', () => {
  it('is half a day with boxes, half a day without, and a day of waiting for the next departure', () => {
    const of = measured(oneSet().data);
    within(of('cycle'), 2);
    within(of('cycle under way'), 0.5);
    within(of('cycle repositioning'), 0.5);
    within(of('cycle waiting for a load'), 1);
    expect([of('cycle loading'), of('cycle unloading'), of('cycle beyond its end')]).toEqual([0, 0, 0]);
    // It is called back as soon as boxes gather for the next departure: it waits at A, half of the time.
    expect(of('units ready', 'B')).toBe(0);
    within(of('units ready', 'A'), 0.5);
  });

  it('has its parts add up, whatever they are', () => {
    const of = measured(oneSet().data);
    const parts = ['under way', 'repositioning', 'waiting for a load', 'loading', 'unloading', 'beyond its end'];
    const sum = parts.reduce((total, part) => total + of(`cycle ${part}`), 0);
    expect(Math.abs(sum - of('cycle'))).toBeLessThan(1e-9);
  });

  it('counts the time beyond an end apart from waiting', () => {
    const of = measured(oneSet(hours(12)).data);
    within(of('cycle beyond its end'), 0.5);
    within(of('cycle waiting for a load'), 0.5);
  });
});

describe('a round in words', () => {
  const one = (measure: string, estimate: number): MeasureResult => ({
    measure,
    statistic: 'mean',
    of: { resource: 'sets' },
    unit: 'd',
    state: 'too few replications',
    estimate,
    low: null,
    high: null,
    level: 0.95,
    n: 1,
  });

  it('names its parts, longest first, and leaves out what is nothing', () => {
    const measures = [
      one('cycle', 25.1),
      one('cycle under way', 12),
      one('cycle waiting for a load', 13.1),
      one('cycle loading', 0.01),
    ];
    expect(roundWords(measures, 'sets')).toBe('a round of 25.1 days: 13.1 waiting for a load, 12.0 under way');
    expect(roundWords(measures, 'other')).toBe('');
  });
});
