import { describe, expect, it } from 'vitest';
import { quantiles } from '../../src/experiment';

describe('quantiles', () => {
  it('lie between neighbours in proportion', () => {
    // Type 7: at (n − 1)·p, counted from 0.
    expect(quantiles([10, 20, 30, 40], [0, 0.5, 0.9, 1])).toEqual([10, 25, 37, 40]);
    expect(quantiles(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), [0.5, 0.9])).toEqual([6, 10]);
    expect(quantiles([7], [0.1, 0.9])).toEqual([7, 7]);
  });

  it('are null when nothing was observed', () => {
    expect(quantiles([], [0.5, 0.9])).toEqual([null, null]);
  });

  it('refuse values that are not in order, or not numbers, and chances that are none', () => {
    expect(() => quantiles([1, 3, 2], [0.5])).toThrow('value 2 is 2 after 3; sort the values');
    expect(() => quantiles([Number.NaN], [0.5])).toThrow('value 0 is NaN');
    expect(() => quantiles([1, Number.NaN], [0.5])).toThrow('value 1 is NaN');
    expect(() => quantiles([1, 2], [90])).toThrow('a probability is 90; it must be from 0 to 1');
  });
});
