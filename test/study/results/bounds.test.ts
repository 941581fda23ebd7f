// Intervals of what has bounds: never past them, and said where they are cut off.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidth } from '../../../src/experiment';
import { replicate } from '../../../src/model/replicate';
import { inWords } from '../../../src/report/words/inWords';
import { railBorder } from '../../../src/scenarios/railBorder';
import { boundedEstimate } from '../../../src/study/results/bounds';
import { measuresOf } from '../../../src/study/results/measures';
import type { MeasureResult } from '../../../src/study/results/result';

const measure = (values: readonly number[], unit = 'h'): MeasureResult => ({
  measure: 'wait',
  statistic: 'mean',
  of: { place: 'Aktau' },
  unit,
  ...boundedEstimate(values, unit),
});

describe('an interval', () => {
  it('lies within what its measure can be, about its estimate', () => {
    const numbers = (most: number) =>
      fc.array(fc.double({ min: 0, max: most, noNaN: true }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.constantFrom('h', 'd', 'TEU', 'trains', 'share', '×'),
        numbers(1),
        fc.constantFrom(1, 40),
        (unit, ones, times) => {
          const most = unit === 'share' ? 1 : Number.POSITIVE_INFINITY;
          const of = boundedEstimate(unit === 'share' ? ones : ones.map((one) => one * times), unit);
          if (of.state !== 'estimated') return;
          expect(0 <= of.low && of.low <= of.estimate && of.estimate <= of.high && of.high <= most).toBe(true);
          expect(of.truncated).toBe(of.low === 0 || of.high === most ? true : undefined);
        },
      ),
      { seed: 25, numRuns: 300 },
    );
  });

  it('of shares that a run saw above 1 is not cut off there', () => {
    expect(boundedEstimate([0.4, 1.2], 'share')).toMatchObject({ low: 0, truncated: true });
    expect(boundedEstimate([0.9, 1.2], 'share').high).toBeGreaterThan(1.2);
  });

  it('is said with the bound at which it ends, and an estimate without one with the reason', () => {
    expect(inWords(measure([24, 36]))).toMatch(/^30.* ± 110 \(not below 0\) h$/);
    expect(inWords(measure([0.95, 1], 'share'))).toBe('98 ± 48 (not above 100) %');
    expect(inWords(measure([0.1, 0.9], 'share'))).toBe('50 ± 50 (not below 0 or above 100) %');
    expect(inWords(measure([9, 9]))).toBe('9.00 h (the same in all 2 replications)');
    expect(inWords(measure(Array(10).fill(9)))).toBe('9.00 ± 0 h');
  });
});

it('of no measure of rail-border in September 2023 passes its bound, nor is without width, in two replications', () => {
  const corridor = railBorder.variant('september-2023');
  const outcomes = [0, 1].map((replication) => replicate(corridor.data, { seed: 'keruen', replication }));
  const measures = measuresOf(corridor, undefined, outcomes);
  for (const one of measures) {
    if (one.state !== 'estimated') continue;
    expect(one.low, JSON.stringify(one)).toBeGreaterThanOrEqual(0);
    if (one.unit === 'share') expect(one.high, JSON.stringify(one)).toBeLessThanOrEqual(1);
    expect(halfWidth(one), JSON.stringify(one)).toBeGreaterThan(0);
  }
  expect(measures.some((one) => one.state === 'estimated' && one.truncated === true)).toBe(true);
  expect(measures.some(({ state }) => state === 'too few replications')).toBe(true);
});
