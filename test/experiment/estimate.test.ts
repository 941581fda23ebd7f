import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Estimate, estimate, halfWidth, relativeHalfWidth } from '../../src/experiment';

// Thousandths, so that two that differ still do when they are moved.
const numbers = fc
  .array(
    fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000),
    { minLength: 2, maxLength: 30 },
  )
  .filter((values) => new Set(values).size > 1);

describe('an estimate', () => {
  it('is the mean with an interval that is longer on the side of the tail, as worked out by hand', () => {
    // 1, 2, 3, 6: mean 3, deviations −2, −1, 0, 3: squares 14, cubes 18; s = √(14/3), γ = 4 · 18 / (3 · 2 · s³) = 12 / s³ = 1.19.
    const s = Math.sqrt(14 / 3);
    const t = 3.182446305284;
    const of = estimate([1, 2, 3, 6]);
    expect(of.low).toBeCloseTo(3 - (t * s) / 2, 9);
    expect(of.high).toBeCloseTo(
      3 + ((t * (1 + 30 / 16) + (1.5 * (12 / s ** 3) * (1 + 2 * t * t)) / (6 * 2)) * s) / 2,
      9,
    );
    const mirrored = estimate([-1, -2, -3, -6]);
    expect([mirrored.low, mirrored.high]).toEqual([-(of.high ?? 0), -(of.low ?? 0)]);
  });

  it('is symmetric where the values are, as worked out by hand', () => {
    // 2, 4, 4, 6: mean 4, sum of squares 8, standard deviation √(8/3); t(0.975; 3) = 3.182446305284; 30 / 4² for both sides.
    const of = estimate([2, 4, 4, 6]);
    const half = (3.182446305284 * (1 + 30 / 16 / 2) * Math.sqrt(8 / 3)) / 2;
    expect(of).toMatchObject({ state: 'estimated', estimate: 4, level: 0.95, n: 4 });
    expect(of.low).toBeCloseTo(4 - half, 10);
    expect(of.high).toBeCloseTo(4 + half, 10);
    expect(halfWidth(of)).toBeCloseTo(half, 10);
    expect(relativeHalfWidth(of)).toBeCloseTo(half / 4, 10);
  });

  it('leaves out the replications that observed nothing, and n says so', () => {
    expect(estimate([null, 2, 4, null, 4, 6])).toEqual(estimate([2, 4, 4, 6]));
    expect(estimate([0, 0, 2]).n).toBe(3);
  });

  it.each<[string, Estimate, Partial<Estimate>]>([
    ['one observed', estimate([null, 3]), { state: 'too few replications', estimate: 3, n: 1 }],
    ['alike in a few', estimate([9, null, 9]), { state: 'too few replications', estimate: 9, n: 2 }],
    ['alike in nine', estimate(Array(9).fill(9)), { state: 'too few replications', estimate: 9, n: 9 }],
    ['none observed', estimate([null, null]), { state: 'nothing observed', estimate: null, n: 0 }],
    ['no replication', estimate([]), { state: 'nothing observed', estimate: null, n: 0 }],
    ['growing', estimate([1, 3], { state: 'still growing' }), { state: 'still growing', estimate: 2, n: 2 }],
    [
      'growing, none',
      estimate([null], { state: 'still growing' }),
      { state: 'nothing observed', estimate: null, n: 0 },
    ],
    ['unfinished', estimate([1, 3], { state: 'did not finish' }), { state: 'did not finish', estimate: null, n: 2 }],
  ])('without an interval says why: %s', (_, of, expected) => {
    expect(of).toEqual({ low: null, high: null, level: 0.95, ...expected });
    expect([halfWidth(of), relativeHalfWidth(of)]).toEqual([null, null]);
  });

  it('is wider at a higher level and keeps the mean', () => {
    const widths = [0.5, 0.8, 0.95, 0.99].map((level) => halfWidth(estimate([1, 2, 4], { level })) ?? Number.NaN);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(new Set(widths).size).toBe(4);
  });

  it('moves with its values and scales with their unit', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
        const of = estimate(values);
        const size = Math.max(1, ...values.map(Math.abs));
        const moved = estimate(values.map((x) => x + shift));
        const hours = estimate(values.map((x) => 24 * x));
        const [half, halfMoved, halfHours] = [of, moved, hours].map((e) => halfWidth(e) ?? Number.NaN);
        expect(Math.abs((moved.estimate ?? Number.NaN) - (of.estimate ?? Number.NaN) - shift)).toBeLessThan(
          1e-9 * size,
        );
        expect(Math.abs(halfMoved - half)).toBeLessThan(1e-9 * (size + half + 1000));
        expect(Math.abs(halfHours - 24 * half)).toBeLessThan(1e-9 * (size + half));
      }),
      { seed: 2024 },
    );
  });

  it('has a relative half-width of 0 when nothing varies, and none that is finite around 0', () => {
    for (const value of [0, 5]) {
      const of = estimate(Array(10).fill(value));
      expect(of).toMatchObject({ state: 'estimated', low: value, high: value });
      expect([halfWidth(of), relativeHalfWidth(of)]).toEqual([0, 0]);
    }
    expect(relativeHalfWidth(estimate([-1, 1]))).toBe(Infinity);
    expect(relativeHalfWidth(estimate([-2, -4]))).toBe(relativeHalfWidth(estimate([2, 4])));
  });

  it('ends at the bounds of what it is of, says so, and keeps its half-width', () => {
    const free = estimate([4, 56]);
    const bound = estimate([4, 56], { least: 0 });
    expect(free.low).toBeLessThan(0);
    expect(bound).toEqual({ ...free, low: 0, truncated: true });
    expect(halfWidth(bound)).toBeCloseTo(halfWidth(free) ?? Number.NaN, 9);
    const share = estimate([0.1, 0.95], { least: 0, most: 1 });
    expect(share).toMatchObject({ low: 0, high: 1, truncated: true });
    expect(halfWidth(share)).toBeCloseTo(0.525, 9);
    expect(estimate([0.5, 0.5001, 0.5002], { least: 0, most: 1 })).toEqual(estimate([0.5, 0.5001, 0.5002]));
  });

  it('refuses what is not a number, and says which replication gave it', () => {
    expect(() => estimate([1, null, Number.NaN])).toThrow(
      'replication 2 gave NaN; it must be a finite number, or null',
    );
    expect(() => estimate([Infinity, 1])).toThrow('replication 0 gave Infinity');
    expect(() => estimate([Number.NaN], { state: 'did not finish' })).toThrow('NaN');
    for (const level of [0, 1, 95, Number.NaN])
      expect(() => estimate([1, 2], { level })).toThrow(/Write 95 % as 0\.95/);
  });
});
