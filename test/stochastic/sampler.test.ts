import { describe, expect, it } from 'vitest';
import { LAW_NAMES, type Law, normalQuantile, Sampler, sampler } from '../../src/stochastic';

describe('a sampler', () => {
  it.each<[string, unknown, RegExp]>([
    ['fixed NaN', { law: 'fixed', value: Number.NaN }, /value is NaN; it must be a finite number/],
    ['exponential NaN', { law: 'exponential', mean: Number.NaN }, /mean is NaN; it must be above 0/],
    ['exponential 0', { law: 'exponential', mean: 0 }, /above 0\. For a value that never varies, use the law "fixed"/],
    ['exponential without mean', { law: 'exponential' }, /mean is undefined/],
    ['triangular out of order', { law: 'triangular', least: 2, mode: 1, most: 5 }, /are 2, 1, 5; .* must not descend/],
    ['triangular NaN', { law: 'triangular', least: 2, mode: Number.NaN, most: 5 }, /mode is NaN/],
    ['lognormal negative sd', { law: 'lognormal', mean: 2, sd: -1 }, /sd is -1; it must be 0 or more/],
    ['lognormal NaN sd', { law: 'lognormal', mean: 2, sd: Number.NaN }, /sd is NaN/],
    ['lognormal mean 0', { law: 'lognormal', mean: 0, sd: 1 }, /mean is 0; it must be above 0/],
    ['bernoulli 1.2', { law: 'bernoulli', share: 1.2 }, /share is 1.2; it must be from 0 to 1\. Write 5 % as 0.05/],
    ['bernoulli NaN', { law: 'bernoulli', share: Number.NaN }, /share is NaN/],
    ['empirical empty', { law: 'empirical', values: [] }, /values has no entry/],
    ['empirical without values', { law: 'empirical' }, /values has no entry/],
    ['empirical NaN', { law: 'empirical', values: [1, Number.NaN] }, /values\[1\] is NaN/],
    ['empirical weights short', { law: 'empirical', values: [1, 2], weights: [1] }, /length 1 and values 2/],
    ['empirical weights negative', { law: 'empirical', values: [1, 2], weights: [2, -1] }, /weights\[1\] is -1/],
    ['empirical weights 0', { law: 'empirical', values: [1, 2], weights: [0, 0] }, /sum to 0; the sum must be above 0/],
    ['too large', { law: 'exponential', mean: 1e200 }, /too large to compute with.*Use a larger unit/],
    ['unknown', { law: 'gamma' }, /no law "gamma"; the laws are fixed, exponential/],
    ['nothing', undefined, /no law undefined/],
  ])('refuses with a sentence: %s', (_, law, sentence) => {
    expect(() => sampler(law as Law)).toThrow(sentence);
  });

  it.each<Law>([
    { law: 'lognormal', mean: 7, sd: 0 },
    { law: 'triangular', least: 7, mode: 7, most: 7 },
    { law: 'empirical', values: [7, 9], weights: [1, 0] },
  ])('still uses one uniform when nothing can vary, so that the draws after it keep their luck: $law', (law) => {
    const never = sampler(law);
    const luck = [0, 0.5, 1 - 2 ** -53];
    const from = { unit: () => luck.shift() ?? Number.NaN };
    expect([never.draw(from), never.draw(from), never.draw(from)]).toEqual([7, 7, 7]);
    expect([luck.length, never.mean, never.variance, never.least, never.most]).toEqual([0, 7, 0, 7, 7]);
  });

  it('never draws what has share 0, always what has share 1', () => {
    for (const u of [0, 0.5, 1 - 2 ** -53]) {
      expect(sampler({ law: 'bernoulli', share: 0 }).draw({ unit: () => u })).toBe(0);
      expect(sampler({ law: 'bernoulli', share: 1 }).draw({ unit: () => u })).toBe(1);
    }
    expect(sampler({ law: 'empirical', values: [5, 1], weights: [1, 0] }).draw({ unit: () => 0 })).toBe(5);
  });

  it('has the quantiles that can be worked out by hand', () => {
    expect(sampler({ law: 'exponential', mean: 2 }).quantile(0.5)).toBeCloseTo(2 * Math.LN2, 14);
    const skewed = sampler({ law: 'triangular', least: 0, mode: 1, most: 4 });
    expect([0, 0.0625, 0.25, 0.8125, 1].map((p) => skewed.quantile(p))).toEqual([0, 0.5, 1, 4 - Math.sqrt(2.25), 4]);
    // The median of a lognormal is mean / √(1 + (sd/mean)²).
    const dwell = sampler({ law: 'lognormal', mean: 3, sd: 4 });
    expect(dwell.quantile(0.5)).toBeCloseTo(3 / Math.sqrt(1 + 16 / 9), 14);
    // The table of the normal quantile is within 1e-10 of it, and 1.011 is the standard deviation of the logarithm.
    const logarithms = Math.log(dwell.quantile(0.9) / dwell.quantile(0.5));
    const right = normalQuantile(0.9) * Math.sqrt(Math.log(1 + 16 / 9));
    expect(Math.abs(logarithms - right)).toBeLessThan(1.012e-10);
    const seen = sampler({ law: 'empirical', values: [30, 10, 20], weights: [1, 2, 1] });
    expect([0, 0.49, 0.5, 0.74, 0.75, 1].map((p) => seen.quantile(p))).toEqual([10, 10, 20, 20, 30, 30]);
    expect(() => seen.quantile(Number.NaN)).toThrow(/must be a share from 0 to 1/);
  });

  it('does not move when the data it was made from is changed afterwards', () => {
    const values = [1, 2, 3];
    const made = sampler({ law: 'empirical', values });
    values.fill(99);
    expect([0, 0.5, 0.9].map((p) => made.quantile(p))).toEqual([1, 2, 3]);
  });

  it('is one class for all laws', () => {
    const laws: Law[] = [
      { law: 'fixed', value: 1 },
      { law: 'exponential', mean: 1 },
      { law: 'triangular', least: 0, mode: 1, most: 2 },
      { law: 'lognormal', mean: 1, sd: 1 },
      { law: 'bernoulli', share: 0.5 },
      { law: 'empirical', values: [1] },
    ];
    expect(laws.map((law) => law.law)).toEqual(LAW_NAMES);
    expect(new Set(laws.map((law) => Object.keys(sampler(law)).join())).size).toBe(1);
    expect(laws.every((law) => sampler(law) instanceof Sampler)).toBe(true);
  });
});
