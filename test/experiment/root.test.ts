// Roots under noise are where they are known to be, in the promised share of repeats.
import { describe, expect, it } from 'vitest';
import { findRoot, type RootAsked } from '../../src/experiment';
import { batchOf, line, type Problem, queue, straight } from './problems';
import { monotoneFit, rootsOfReplications, stochasticBisection, type Tried } from './tried';

const REPEATS = 200;
/** 3.09 standard errors of 200 repeats below 95 %: passed by chance once in 1,000. */
const LEAST = Math.ceil(REPEATS * 0.95 - 3.09 * Math.sqrt(REPEATS * 0.95 * 0.05));

async function repeated(problem: Problem, truth: number, asked: Partial<RootAsked>) {
  const { low, high, limit } = problem;
  let [held, trials, found] = [0, 0, 0];
  const halves: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const root = await findRoot(
      { low, high, limit, response: 'rising', maxTrials: 2000, ...asked },
      batchOf(problem, repeat),
    );
    if (root.low !== null && root.high !== null && root.low <= truth && truth <= root.high) held++;
    if (root.state === 'found') found++;
    trials += root.trials / REPEATS;
    halves.push(((root.high ?? Number.POSITIVE_INFINITY) - (root.low ?? 0)) / 2 / truth);
  }
  return { held, found, trials, half: halves.sort((a, b) => a - b)[REPEATS / 2] };
}

describe('the root of a mean', () => {
  it.each([
    [line.name, line, 0.04],
    [straight.name, straight, 0.05],
    [queue.name, queue, 0.08],
  ])('%s: is in its interval as often as it says', async (_, problem, relative) => {
    const { held, found, half } = await repeated(problem, problem.root, { relative });
    expect(held).toBeGreaterThanOrEqual(LEAST);
    expect(found).toBeGreaterThanOrEqual(0.95 * REPEATS);
    expect(half).toBeLessThanOrEqual(relative);
  });
});

describe('the root of nine in ten replications', () => {
  it.each([
    [line.name, line, 0.05],
    [straight.name, straight, 0.15],
  ])('%s: is in its interval as often as it says', async (_, problem, relative) => {
    const { held, found } = await repeated(problem, problem.nineOfTen ?? Number.NaN, { relative, quantile: 0.9 });
    expect(held).toBeGreaterThanOrEqual(LEAST);
    expect(found).toBeGreaterThanOrEqual(0.9 * REPEATS);
  });
});

describe('a search', () => {
  const deterministic = (response: (x: number) => number | null, asked: Partial<RootAsked> = {}) => {
    const asks: string[] = [];
    const root = findRoot(
      { low: 1, high: 50, limit: 10, response: 'rising', maxTrials: 200, ...asked },
      async (batch) => {
        asks.push(...batch.map(({ x, replication }) => `${x} ${replication}`));
        return batch.map(({ x }) => response(x));
      },
    );
    return { root, asks };
  };

  it('of a line without noise ends at the points between which the root is', async () => {
    const root = await deterministic((x) => x / 2, { relative: 0.01 }).root;
    expect(root.state).toBe('found');
    expect(root.estimate).toBeCloseTo(20, 1);
    expect(root.low).toBeLessThanOrEqual(20);
    expect(root.high).toBeGreaterThanOrEqual(20);
    expect((root.high ?? 0) - (root.low ?? 0)).toBeLessThanOrEqual(2 * 0.01 * 20.2);
  });

  it('finds a jump, and does not say where in between it is', async () => {
    const root = await deterministic((x) => (x < 17.3 ? 4 : null), { relative: 0.02 }).root;
    expect(root.low).toBeLessThan(17.3);
    expect(root.high).toBeGreaterThanOrEqual(17.3);
    expect(root.state).toBe('found');
  });

  it('in whole inputs gives the last that keeps the limit, rising or falling', async () => {
    const rising = await deterministic((x) => x / 2 + 0.2, { integer: true }).root;
    expect(rising).toMatchObject({ state: 'found', estimate: 19, low: 19, high: 19 });
    const falling = await deterministic((x) => 100 / x + 0.5, { integer: true, response: 'falling' }).root;
    expect(falling).toMatchObject({ state: 'found', estimate: 11, low: 11, high: 11 });
  });

  it('says that the limit is kept or broken everywhere, after few trials', async () => {
    const kept = await deterministic((x) => x / 10).root;
    expect(kept).toMatchObject({ state: 'kept everywhere', estimate: null, low: null, high: null });
    const broken = await deterministic(() => null).root;
    expect(broken).toMatchObject({ state: 'broken everywhere', estimate: null });
    expect(broken.trials).toBe(4);
    expect(kept.trials).toBeLessThanOrEqual(20);
  });

  it('never asks the same twice, in steps where they are asked for, and stays within its trials', async () => {
    for (const maxTrials of [4, 11, 60, 200]) {
      const { root, asks } = deterministic((x) => 400 / (60 - x), { relative: 0.001, maxTrials, step: 0.5 });
      const { trials, points } = await root;
      expect(new Set(asks).size).toBe(asks.length);
      expect(trials).toBe(asks.length);
      expect(trials).toBeLessThanOrEqual(maxTrials);
      expect(points.every(({ x }) => Number.isInteger(2 * x))).toBe(true);
      expect(points.reduce((sum, { values }) => sum + values.length, 0)).toBe(trials);
    }
  });

  it('gives a point up at which the first two broke', async () => {
    const { points } = await deterministic((x) => (x > 30 ? null : x), { relative: 0.01 }).root;
    expect(points.find(({ x }) => x === 50)?.values).toEqual([null, null]);
  });

  it('is the same to the bit however often it is asked', async () => {
    const asked = { low: 0.05, high: 1.5, limit: 5, response: 'rising', maxTrials: 300 } as const;
    const [one, other] = await Promise.all([findRoot(asked, batchOf(line, 7)), findRoot(asked, batchOf(line, 7))]);
    expect(one).toEqual(other);
  });

  it('says what it knows when the trials are used up', async () => {
    const root = await findRoot(
      { low: 0, high: 20, limit: 8, response: 'rising', maxTrials: 60, relative: 0.001 },
      batchOf(straight, 1),
    );
    expect(root.state).toBe('not narrowed');
    expect(root.estimate).not.toBeNull();
    expect(root.trials).toBeLessThanOrEqual(60);
  });

  it.each<[Partial<RootAsked>, RegExp]>([
    [{ low: 5, high: 5 }, /low is 5 and high 5; low must be below high/],
    [{ limit: Number.NaN }, /limit is NaN/],
    [{ level: 95 }, /Write 95 % as 0\.95/],
    [{ relative: 0 }, /relative is 0/],
    [{ quantile: 1 }, /Write nine of ten as 0\.9/],
    [{ step: -1 }, /step is -1/],
    [{ maxTrials: 3 }, /maxTrials is 3/],
  ])('refuses %j', async (asked, sentence) => {
    await expect(deterministic((x) => x, asked).root).rejects.toThrow(sentence);
  });

  it('refuses a trial that gives no number', async () => {
    await expect(deterministic(() => Number.NaN).root).rejects.toThrow(/NaN; it must give a number or null/);
  });
});

describe.runIf(process.env.KERUEN_TRIED === '1')('what was tried', () => {
  it('prints the table of src/experiment/README.md', async () => {
    const rows: string[] = [];
    for (const problem of [line, straight, queue]) {
      const ours = await repeated(problem, problem.root, { relative: 0.05 });
      const row = (name: string, held: number, half: number, trials: number) =>
        rows.push(
          `| ${problem.name} | ${name} | ${((100 * held) / REPEATS).toFixed(1)} % | ${(100 * half).toFixed(1)} % | ${trials.toFixed(0)} |`,
        );
      row('retrospective approximation, by inversion', ours.held, ours.half, ours.trials);
      const others: [string, (problem: Problem, repeat: number, budget: number) => Tried][] = [
        ['stochastic bisection', stochasticBisection],
        ['monotone fit, bootstrap', monotoneFit],
        ['a root of each replication', rootsOfReplications],
      ];
      for (const [name, tried] of others) {
        const all = Array.from({ length: REPEATS }, (_, repeat) => tried(problem, repeat, Math.round(ours.trials)));
        const held = all.filter(({ low, high }) => low <= problem.root && problem.root <= high).length;
        const halves = all.map(({ low, high }) => (high - low) / 2 / problem.root).sort((a, b) => a - b);
        row(
          name,
          held,
          halves[REPEATS / 2],
          all.reduce((sum, { trials }) => sum + trials / REPEATS, 0),
        );
      }
    }
    console.log(rows.join('\n'));
  });
});
