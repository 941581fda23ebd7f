// Every kind of interval covers the truth as often as it says, on replications whose truth is known.
import { describe, expect, it } from 'vitest';
import { best, differences, estimate, leastForQuantile, quantileEstimate, studentQuantile } from '../../src/experiment';
import { momentsOf } from '../../src/experiment/interval';
import { normalQuantile, sampler, stream } from '../../src/stochastic';
import { exponential, type Known, lognormal, mm1 } from './samples';
import { intervals } from './triedIntervals';

const REPEATS = 1000;

/** In how many of the repeats something holds. */
function times(holds: (repeat: number) => boolean, repeats = REPEATS): number {
  let count = 0;
  for (let repeat = 0; repeat < repeats; repeat++) if (holds(repeat)) count++;
  return count;
}

const valuesOf = ({ draw }: Known, repeat: number, n: number) => Array.from({ length: n }, (_, r) => draw(repeat, r));

const covers = (of: { readonly low: number | null; readonly high: number | null }, truth: number) =>
  of.low !== null && of.high !== null && of.low <= truth && truth <= of.high;

/** Covered repeats are binomial: 3.09 standard errors below the level are passed by chance once in 1,000. */
const least = (level: number, repeats = REPEATS) => repeats * level - 3.09 * Math.sqrt(repeats * level * (1 - level));

const laws = { lognormal, exponential, 'a day of M/M/1': mm1 };

describe('the interval of a mean', () => {
  it.each(Object.entries(laws).flatMap(([name, known]) => [5, 10, 20].map((n) => [name, n, known] as const)))(
    'of %s holds in 93 %% of 1,000 repeats at 95 %%, with %i replications',
    (_, n, known) => {
      const held = times((repeat) => covers(estimate(valuesOf(known, repeat, n)), known.truth));
      expect(held).toBeGreaterThanOrEqual(930);
    },
  );

  it.each([2, 3, 4])('of %i lognormal replications holds in 93 %%, too', (n) => {
    const held = times((repeat) => covers(estimate(valuesOf(lognormal, repeat, n)), 1));
    expect(held).toBeGreaterThanOrEqual(930);
  });
});

describe('the interval of a quantile over replications', () => {
  it.each([
    ['the median', 0.5, 10],
    ['nine of ten', 0.9, 36],
    ['nine of ten', 0.9, 80],
    ['one of ten', 0.1, 50],
  ])('of %s (%d) holds as often as it says, with %i replications', (_, p, n) => {
    const truth = -Math.log(1 - p);
    const held = times((repeat) => covers(quantileEstimate(valuesOf(exponential, repeat, n), p), truth));
    expect(held).toBeGreaterThanOrEqual(least(0.95));
  });

  it('needs 36 replications for nine of ten, and says so below', () => {
    expect(leastForQuantile(0.9)).toBe(36);
    expect(quantileEstimate(valuesOf(exponential, 0, 35), 0.9).state).toBe('too few replications');
    expect(quantileEstimate(valuesOf(exponential, 0, 36), 0.9).state).toBe('estimated');
  });
});

/** A base and k alternatives under the same luck; of alternative i the truth is `gaps[i]` above the base. */
function alternatives(repeat: number, n: number, gaps: readonly number[]): number[][] {
  const noise = sampler({ law: 'lognormal', mean: 1, sd: 0.3 });
  return [0, ...gaps].map((gap, i) =>
    Array.from({ length: n }, (_, r) => {
      const shared = noise.draw(stream(`repeat ${repeat}`, r, 'shared'));
      return (
        10 * shared +
        gap * noise.draw(stream(`repeat ${repeat}`, r, `own ${i}`)) +
        noise.draw(stream(`repeat ${repeat}`, r, `rest ${i}`))
      );
    }),
  );
}

describe('paired differences', () => {
  it('hold all together as often as they say, with five and ten replications', () => {
    const gaps = [0, 0.5, -1, 3];
    for (const n of [5, 10]) {
      const held = times((repeat) => {
        const [base, ...others] = alternatives(repeat, n, gaps);
        return differences(base, others).every((of, i) => covers(of, gaps[i]));
      });
      expect(held).toBeGreaterThanOrEqual(least(0.95));
    }
  });

  it('of alternatives that are equal call one best no more often than promised, and keep the best among the candidates', () => {
    for (const k of [2, 4]) {
      const equal = times(
        (repeat) => best(alternatives(repeat, 8, Array(k - 1).fill(0)), { better: 'less' }).best !== null,
      );
      expect(REPEATS - equal).toBeGreaterThanOrEqual(least(0.95));
    }
    const lost = times(
      (repeat) => !best(alternatives(repeat, 6, [-0.2, 0.3]), { better: 'less' }).candidates.includes(1),
    );
    expect(REPEATS - lost).toBeGreaterThanOrEqual(least(0.95));
  });
});

describe.runIf(process.env.KERUEN_TRIED === '1')('what was tried', () => {
  it('prints the table of src/experiment/README.md', () => {
    const normal: Known = {
      truth: 1,
      draw: (repeat, r) => 1 + 0.3 * normalQuantile(stream(`repeat ${repeat}`, r, 'normal').unit() || 0.5),
    };
    const all = { lognormal, exponential, 'M/M/1': mm1, normal };
    const rows = Object.entries(intervals).flatMap(([name, interval]) =>
      [5, 10, 20].map((n) => {
        const cells = Object.values(all).map((known) => {
          const widths: number[] = [];
          const held = times((repeat) => {
            const values = valuesOf(known, repeat, n);
            const [low, high] = interval(values, repeat);
            const { error } = momentsOf(values);
            widths.push((high - low) / 2 / error / studentQuantile(0.975, n - 1));
            return low <= known.truth && known.truth <= high;
          });
          widths.sort((a, b) => a - b);
          return `${(held / 10).toFixed(1)} (${widths[500].toFixed(2)})`;
        });
        return `| ${name} | ${n} | ${cells.join(' | ')} |`;
      }),
    );
    console.log(rows.join('\n'));
  }, 60_000);
});
