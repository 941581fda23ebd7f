// Capacities whose truth is known: waiting lines at a road border, whose formulas say at which demand a wait meets its limit.
import { describe, expect, it } from 'vitest';
import { capacity } from '../../../src/study/capacity/capacity';
import { writeJson } from '../../../src/study/results/json';
import { hours } from '../../../src/units';
import { twoTerminals } from '../twoTerminals';
import { roadQueue } from './roadQueue';

const short = { days: 30, workers: 1, trials: 100 } as const;
const covers = ({ low, high }: { low: number | null; high: number | null }, truth: number) =>
  (low ?? Number.NEGATIVE_INFINITY) <= truth && truth <= (high ?? Number.POSITIVE_INFINITY);

describe('the capacity of a waiting line under a promised wait', () => {
  /**
   * Two lanes, exponential: W/S = ρ²/(1 − ρ²), so that a mean wait of one service is met at ρ = √½, 33.94 trucks a day
   * (Source: A. K. Erlang 1917). Ten days of warm-up are twelve times 1/(√2 − √(2ρ))² services. Of 12 intervals of 95 % fewer
   * than 9 hold the truth by chance twice in a thousand.
   */
  it('is what Erlang says, M/M/2, in the share of repeats that was promised', async () => {
    const queue = roadQueue(2, { law: 'exponential', mean: hours(1) }, 10);
    const truth = 48 * Math.SQRT1_2;
    let covered = 0;
    for (let repeat = 0; repeat < 12; repeat++) {
      const { expected, nineOfTen } = await capacity(queue, {
        ...short,
        seed: `M/M/2 ${repeat}`,
        promise: 'mean wait at Border <= 1 h',
      });
      if (covers(expected, truth)) covered++;
      // Nine windows of ten are harder to please than their mean.
      expect(nineOfTen.estimate ?? 0).toBeLessThan(expected.estimate ?? 0);
    }
    expect(covered).toBeGreaterThanOrEqual(9);
  });

  it('is what Pollaczek and Khinchine say, M/D/1, and what the formula beside it says is the way when it is full', async () => {
    // W/S = ρ / (2(1 − ρ)): one service at ρ = 2/3, 16 trucks a day; the lane is full at 24.
    const result = await capacity(roadQueue(1, hours(1), 20), {
      ...short,
      days: 60,
      seed: 'M/D/1',
      promise: 'mean wait at Border <= 1 h',
    });
    expect(covers(result.expected, 16)).toBe(true);
    expect(result.expected.estimate).toBeGreaterThan(13);
    expect(result.formula?.demand).toBeCloseTo(24, 1);
    expect(result.givesWay.map(({ what }) => what)).toEqual(['lanes to Khorgos at Border']);
    expect(result.answer).toMatch(/^road-queue keeps "mean wait at Border <= 1 h" up to 1\d.* trucks a day/);
  });

  it('of a share of time is a straight line: a lane of an hour is used 80 % at 19.2 trucks a day', async () => {
    const { expected } = await capacity(roadQueue(1, hours(1), 20), {
      ...short,
      seed: 'use',
      promise: 'share use of lanes to Khorgos at Border <= 80 %',
    });
    expect(covers(expected, 19.2)).toBe(true);
    expect(Math.abs((expected.estimate ?? 0) - 19.2)).toBeLessThan(0.8);
  });
});

describe('a promise', () => {
  it('of several measures holds as far as the first of them does', async () => {
    const queue = roadQueue(1, hours(1), 20);
    const both = await capacity(queue, {
      ...short,
      seed: 'both',
      promise: 'mean wait at Border <= 1 h and share use of lanes to Khorgos at Border <= 95 %',
    });
    expect(both.expected.breaks).toBe('mean wait at Border');
    expect(both.answer).toContain('mean wait at Border breaks first.');
    expect(covers(both.expected, 16)).toBe(true);
  });

  it('that is kept at any demand is said, not searched for', async () => {
    const { expected, answer, trials } = await capacity(roadQueue(1, hours(1), 20), {
      ...short,
      promise: 'share use of lanes to Khorgos at Border <= 100 %',
    });
    expect(expected).toMatchObject({ state: 'kept everywhere', estimate: null, breaks: null });
    expect(answer).toMatch(/at any demand up to 30\.0 trucks a day; by the formula it is full at 24\.0/);
    expect(trials).toBeLessThan(short.trials);
  });

  it('that is broken without demand too is said, not searched for', async () => {
    const { expected, answer, trials } = await capacity(roadQueue(1, hours(1), 20), {
      ...short,
      promise: 'mean dwell at Border <= 30 min',
    });
    expect(expected).toMatchObject({ state: 'broken everywhere', estimate: null });
    expect(answer).toContain('breaks "mean dwell at Border <= 30 min" even with hardly any demand');
    // Two of each demand: both break it by far, at nine demands.
    expect(trials).toBe(18);
  });

  it('is answered with the same bytes by one thread and by two', async () => {
    const asked = { days: 20, trials: 60, seed: 'bytes', promise: 'mean transit time of westbound <= 3 d' };
    const [one, two] = [
      await capacity(twoTerminals, { ...asked, workers: 1 }),
      await capacity(twoTerminals, { ...asked, workers: 2 }),
    ];
    expect(writeJson(one)).toBe(writeJson(two));
    // Beyond what the way carries trials are cut short, and count as broken.
    expect(one.cutShort).toBeGreaterThan(0);
    const [last] = one.curve.slice(-1);
    expect(last).toMatchObject({ keeps: 0, broken: last.trials });
  });

  it('that was interrupted tells what is known', async () => {
    const abort = new AbortController();
    const result = await capacity(roadQueue(1, hours(1), 20), {
      ...short,
      ...{ promise: 'mean wait at Border <= 1 h', signal: abort.signal },
      onProgress: ({ done }) => done === 30 && abort.abort(),
    });
    expect(result).toMatchObject({ interrupted: true, expected: { state: 'not narrowed', estimate: null } });
    expect(result.answer).toContain('is not known yet: between');
    expect(result.curve.length).toBeGreaterThan(5);
  });

  it('on what no trial observed is neither kept nor broken, and is refused', async () => {
    // A box in a hundred years: there is none in any of these windows.
    const unused = twoTerminals.with({ set: { 'flows.eastbound.demand': '0.01 TEU/year' } });
    await expect(
      capacity(unused, { ...short, of: ['westbound'], promise: 'mean transit time of eastbound <= 3 d' }),
    ).rejects.toThrow(/Nothing was observed of "mean transit time of eastbound" in any of \d+ trials, at any demand/);
  });

  it('names a measure that a run does not have', async () => {
    await expect(capacity(roadQueue(1, hours(1)), { ...short, promise: 'p95 dwell at Border <= 1 h' })).rejects.toThrow(
      'Did you mean',
    );
    await expect(capacity(twoTerminals, { ...short, promise: 'share use at East <= 80 %' })).rejects.toThrow(
      'names several measures',
    );
  });
});
