// The capacity of a terminal with one crane, through the whole library, beside Pollaczek's and Khinchine's formula.
import { expect, it } from 'vitest';
import { waitMG1 } from '../../../src/queueing';
import { capacity } from '../../../src/study/capacity/capacity';
import { LIFT, oneCrane } from './oneCrane';

/** Hours of a year of 365 days. */
const YEAR = 8760;

/**
 * Lifts with cv ½: the mean wait is one lift at ρ = 1 / (1 + (1 + ¼) / 2) = 0.615, where boxes stay two lifts: 10,782 TEU a year.
 * The queue forgets its empty start like exp(−t/T), T at most 1/(1 − √ρ)² = 22 lifts (Source: J. W. Cohen, The Single Server
 * Queue, 1982): the warm-up of 20 days is 44 T. Whole seconds shift a lift of 1800 by less than half.
 *
 * Of 3 intervals of 95 % two or more miss once in 140 choices of seed. No interval is wider than was asked, so that a formula without
 * the variation of lifts (ρ = ⅔, 8 % more) is found out.
 */
it('is what Pollaczek and Khinchine say of one crane, M/G/1', async () => {
  const load = 1 / (1 + (1 + 0.25) / 2);
  expect(waitMG1({ arrivals: load / LIFT, service: LIFT, variation: 0.5 }).wait).toBeCloseTo(LIFT, 9);
  const truth = (load / LIFT) * YEAR;
  let covered = 0;
  for (const seed of ['M/G/1 0', 'M/G/1 1', 'M/G/1 2']) {
    const { expected, formula, givesWay } = await capacity(oneCrane(50), {
      ...{ days: 60, workers: 1, trials: 160, seed },
      promise: `mean dwell at West <= ${2 * LIFT} h`,
    });
    const [low, high] = [expected.low ?? Number.NaN, expected.high ?? Number.NaN];
    expect((high - low) / 2).toBeLessThanOrEqual(0.04 * (expected.estimate ?? 0));
    if (low <= truth && truth <= high) covered++;
    // Full at two lifts an hour, all year.
    expect(formula?.demand).toBeCloseTo(YEAR / LIFT, 6);
    expect(givesWay.map(({ what }) => what)).toEqual(['rail cranes at West']);
  }
  expect(covered).toBeGreaterThanOrEqual(2);
});
