// Known truth S1: an interval covers the truth as often as theory says, and shared luck narrows a comparison.
import { describe, expect, it } from 'vitest';
import { type Estimate, estimate, studentQuantile, type Trial } from '../../src/experiment';
import { type Law, sampler, stream } from '../../src/stochastic';

/** A trial that observes the mean of so many draws of a law. */
function meanOf(law: Law, draws: number, purpose = 'draws'): Trial<'mean'> {
  const made = sampler(law);
  return (seed, replication) => {
    const from = stream(seed, replication, purpose);
    let sum = 0;
    for (let i = 0; i < draws; i++) sum += made.draw(from);
    return { mean: sum / draws };
  };
}

function experiment(trial: Trial<'mean'>, seed: string, replications: number, level = 0.95): Estimate {
  const values = Array.from({ length: replications }, (_, replication) => trial(seed, replication).mean);
  return estimate(values, { level });
}

const REPEATS = 1000;

function timesCovered(trial: Trial<'mean'>, truth: number, replications: number, level: number): number {
  let covered = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const { low, high } = experiment(trial, `repeat ${repeat}`, replications, level);
    if (low !== null && low <= truth && truth <= high) covered++;
  }
  return covered;
}

/**
 * Covered repeats are binomial. 3.29 standard errors are passed by chance once in 1,000, either side; 11 comparisons of
 * that kind in this file: once in 90 choices of seed.
 */
const limit = (coverage: number) => 3.29 * Math.sqrt(REPEATS * coverage * (1 - coverage));

describe('the interval over replications', () => {
  // The logarithm of one lognormal draw with mean 1 and sd √(e − 1) is normal with mean −½ and variance 1.
  const lognormal = meanOf({ law: 'lognormal', mean: 1, sd: Math.sqrt(Math.E - 1) }, 1);
  const normal: Trial<'mean'> = (seed, replication) => ({ mean: Math.log(lognormal(seed, replication).mean ?? 0) });

  it.each([0.8, 0.95])(
    'of two normal replications covers what half as much again as Student has, at level %d',
    (level) => {
      // Student's t with one degree of freedom is Cauchy's law: P(|T| ≤ x) = 2/π · atan x.
      const theory = (2 / Math.PI) * Math.atan(1.5 * studentQuantile((1 + level) / 2, 1));
      const covered = timesCovered(normal, -0.5, 2, level);
      expect(Math.abs(covered - REPEATS * theory)).toBeLessThan(limit(theory));
    },
  );

  it.each([
    [3, 0.8],
    [5, 0.95],
    [10, 0.95],
    [40, 0.95],
  ])('covers its level or more when replications are normal: %i replications, level %d', (replications, level) => {
    const covered = timesCovered(normal, -0.5, replications, level);
    expect(covered).toBeGreaterThan(REPEATS * level - limit(level));
    // And not much more once there are some.
    if (replications === 40) expect(covered).toBeLessThan(REPEATS * 0.957 + limit(0.957));
  });

  it.each([0.8, 0.95])('covers as often as theory says for two exponential draws at level %d', (level) => {
    // Two draws of mean 1 have a sum S of law Gamma(2) and, independent of it, |difference| / S uniform in (0, 1). The
    // interval S/2 ± t·|difference|/2 misses 1 when |difference| / S < |S − 2| / (t·S), so it covers with the chance
    // ∫ e^−s · max(0, s − |s − 2| / t) ds: between s₀ = 2 / (t + 1), where that begins, and 2, and from 2 on.
    const t = 1.5 * studentQuantile((1 + level) / 2, 1);
    const start = 2 / (t + 1);
    // ∫ e^−s (k·s + c) ds = −e^−s (k·s + k + c)
    const upTo = (s: number, k: number, c: number) => -Math.exp(-s) * (k * s + k + c);
    const nearer = upTo(2, 1 + 1 / t, -2 / t) - upTo(start, 1 + 1 / t, -2 / t);
    const further = -upTo(2, 1 - 1 / t, 2 / t);
    const theory = nearer + further;
    const covered = timesCovered(meanOf({ law: 'exponential', mean: 1 }, 1), 1, 2, level);
    expect(Math.abs(covered - REPEATS * theory)).toBeLessThan(limit(theory));
  });

  it('covers its level or more when replications are means of 100 exponential draws', () => {
    const covered = timesCovered(meanOf({ law: 'exponential', mean: 4 }, 100), 4, 10, 0.95);
    expect(covered).toBeGreaterThan(REPEATS * 0.95 - limit(0.95));
  });
});

describe('common random numbers', () => {
  it('shrink the interval of a difference as much as theory says', () => {
    // Means of 50 exponential draws, mean 10 and 9. With the same luck each pair of draws differs by a tenth, standard
    // deviation 1; with separate luck √(10² + 9²): the interval is √181 = 13.5 times as wide. The ratio of two sample
    // variances of n = 200 nearly normal values: its logarithm has standard error 2/√(n − 1); 3.29 of them on the root.
    const n = 200;
    const today = meanOf({ law: 'exponential', mean: 10 }, 50);
    const halfWidthAgainst = (other: Trial<'mean'>) => {
      const difference: Trial<'mean'> = (s, r) => ({ mean: (today(s, r).mean ?? 0) - (other(s, r).mean ?? 0) });
      const { low, high } = experiment(difference, 'shared', n, 0.999);
      expect(low !== null && low <= 1 && 1 <= high).toBe(true);
      return low === null ? Number.NaN : (high - low) / 2;
    };
    const shared = halfWidthAgainst(meanOf({ law: 'exponential', mean: 9 }, 50));
    const separate = halfWidthAgainst(meanOf({ law: 'exponential', mean: 9 }, 50, 'other draws'));
    const off = Math.log(separate / shared / Math.sqrt(181));
    expect(Math.abs(off)).toBeLessThan((3.29 * 2) / Math.sqrt(n - 1) / 2);
  });
});
