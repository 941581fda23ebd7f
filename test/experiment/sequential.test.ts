import { describe, expect, it } from 'vitest';
import { type PrecisionAsked, untilPrecise } from '../../src/experiment';
import { exponential, type Known, lognormal } from './samples';

const batchOf =
  ({ draw }: Known, repeat: number) =>
  async (replications: readonly number[]) =>
    replications.map((r) => draw(repeat, r));

describe('trials until a precision', () => {
  it.each([
    ['lognormal', lognormal, 0.2],
    ['exponential', exponential, 0.2],
    ['exponential', exponential, 0.1],
  ])('of %s replications stop with intervals that hold in 93 %% of 500 repeats', async (_, known, relative) => {
    let [held, near] = [0, 0];
    for (let repeat = 0; repeat < 500; repeat++) {
      const { of, reached } = await untilPrecise({ relative, maxTrials: 5000 }, batchOf(known, repeat));
      expect(reached).toBe(true);
      if (of.low !== null && of.low <= 1 && 1 <= of.high) held++;
      if (of.estimate !== null && Math.abs(of.estimate - 1) <= relative) near++;
    }
    expect(held).toBeGreaterThanOrEqual(465);
    // Law's correction is of this: the estimate is off by no more than was asked.
    expect(near).toBeGreaterThanOrEqual(475);
  });

  it('stop at an absolute half-width, too', async () => {
    const { of, reached, wouldDo } = await untilPrecise({ absolute: 0.3, maxTrials: 1000 }, batchOf(exponential, 3));
    expect(reached).toBe(true);
    expect(wouldDo).toBeNull();
    expect(((of.high ?? 9) - (of.low ?? 0)) / 2).toBeLessThanOrEqual(0.3);
  });

  it('end at the most, and say how many would do', async () => {
    const short = await untilPrecise({ relative: 0.02, maxTrials: 40 }, batchOf(exponential, 1));
    expect(short).toMatchObject({ reached: false, trials: 40 });
    // A half-width of 2 % of an exponential mean takes (1.96 / 0.02)² = 9,604.
    expect(short.wouldDo).toBeGreaterThan(4000);
    expect(short.wouldDo).toBeLessThan(25_000);
  });

  it('of what never varies are ten, and of what is around 0 as many as are allowed', async () => {
    expect(await untilPrecise({ relative: 0.05, maxTrials: 100 }, async (asked) => asked.map(() => 7))).toMatchObject({
      reached: true,
      trials: 10,
    });
    const none = await untilPrecise({ relative: 0.05, maxTrials: 30 }, async (asked) =>
      asked.map((r) => (r % 2 ? 1 : -1)),
    );
    expect(none).toMatchObject({ reached: false, trials: 30, wouldDo: null });
    const nothing = await untilPrecise({ relative: 0.05, maxTrials: 30 }, async (asked) => asked.map(() => null));
    expect(nothing).toMatchObject({ reached: false, trials: 30, wouldDo: null });
  });

  it.each<[Partial<PrecisionAsked>, RegExp]>([
    [{}, /a relative or an absolute half-width/],
    [{ relative: 0.1, absolute: 1 }, /not for both/],
    [{ relative: 2 }, /relative is 2; .*Write 5 % as 0\.05/],
    [{ absolute: 0 }, /absolute is 0/],
    [{ relative: 0.1, first: 1 }, /first is 1/],
    [{ relative: 0.1, maxTrials: 0 }, /maxTrials is 0/],
    [{ relative: 0.1, level: 1 }, /level is 1/],
  ])('refuse %j', async (asked, sentence) => {
    await expect(untilPrecise({ maxTrials: 10, ...asked }, batchOf(exponential, 0))).rejects.toThrow(sentence);
  });
});
