import { describe, expect, it } from 'vitest';
import { estimate, type PrecisionAsked, stopsAt, untilPrecise } from '../../src/experiment';
import { stream } from '../../src/stochastic';
import { exponential, type Known, lognormal } from './samples';
import { intervals } from './triedIntervals';

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

describe.runIf(process.env.KERUEN_TRIED === '1')('what was tried', () => {
  it('prints the table of src/experiment/README.md', () => {
    const gamma = {
      truth: 1,
      draw: (repeat: number, r: number) => {
        const luck = stream(`repeat ${repeat}`, r, 'gamma');
        return [0, 1, 2, 3].reduce((sum) => sum - Math.log(1 - luck.unit()) / 4, 0);
      },
    };
    const student = (values: readonly number[]) => intervals.Student(values, 0);
    const longer = (values: readonly number[]) => {
      const { low, high } = estimate(values);
      return [low ?? 0, high ?? 0] as const;
    };
    const rules = [
      ['Student', student, (asked: number) => asked],
      ['longer', longer, (asked: number) => asked],
      ['longer, at asked ÷ (1 + asked)', longer, stopsAt],
    ] as const;
    const rows = rules.flatMap(([name, interval, goalOf]) =>
      [5, 10].flatMap((first) =>
        [0.2, 0.1].map((asked) => {
          const cells = [lognormal, exponential, gamma].map(({ draw }) => {
            let [held, near, trials] = [0, 0, 0];
            for (let repeat = 0; repeat < 1000; repeat++) {
              const values = Array.from({ length: first }, (_, r) => draw(repeat, r));
              for (;;) {
                const [low, high] = interval(values);
                const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
                const ratio = (high - low) / 2 / mean / goalOf(asked);
                if (ratio <= 1) {
                  if (low <= 1 && 1 <= high) held++;
                  if (Math.abs(mean - 1) <= asked) near++;
                  trials += values.length / 1000;
                  break;
                }
                const next = Math.min(2 * values.length, Math.ceil(values.length * ratio * ratio));
                while (values.length < next) values.push(draw(repeat, values.length));
              }
            }
            return `${(held / 10).toFixed(1)} / ${(near / 10).toFixed(1)} (${trials.toFixed(0)})`;
          });
          return `| ${name} | ${first} | ${100 * asked} % | ${cells.join(' | ')} |`;
        }),
      ),
    );
    console.log(rows.join('\n'));
  }, 120_000);
});
