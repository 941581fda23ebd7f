// Levels over time by hand: means, spreads and quantiles of the time, months cut exactly.
import { describe, expect, it } from 'vitest';
import {
  LevelMonitor,
  type MonitorFigures,
  mergeFigures,
  quantileOf,
  Simulation,
  Snapshot,
  summaryOf,
  wholeLevels,
} from '../../../src/kernel';

/** A level that takes these values for these times. */
function told(steps: readonly [value: number, time: number][], borders: number[] = [], most = 10): MonitorFigures {
  const sim = new Simulation();
  const level = new LevelMonitor(sim, { bins: wholeLevels(most), borders });
  for (const [value, time] of steps) {
    level.set(value);
    sim.run({ until: sim.now + time });
  }
  return level.figures();
}

const HOUR = 3600;
const YEAR = 365 * 24 * HOUR;

describe('LevelMonitor', () => {
  it('weighs each value by how long it held: 2 for 3, 5 for 1, 0 for 4 is a mean of 11/8 and a variance of 175/64', () => {
    const figures = told([
      [2, 3],
      [5, 1],
      [0, 4],
    ]);
    // Squares: 4 × 3 + 25 × 1 = 37; 37/8 − (11/8)² = 175/64.
    expect(summaryOf(figures)).toEqual({ weight: 8, mean: 11 / 8, sd: Math.sqrt(175 / 64), min: 0, max: 5 });
    expect([...figures.weights]).toEqual([0, 4, 0, 3, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('gives the level at or below which it was for a share of the time', () => {
    const figures = told([
      [2, 3],
      [5, 1],
      [0, 4],
    ]);
    const shares = [0, 0.5, 0.51, 0.875, 0.88, 1];
    expect(shares.map((p) => quantileOf(figures, p))).toEqual([0, 0, 2, 2, 5, 5]);
  });

  it('cuts a value that holds over several borders to the second, though it was set once', () => {
    const figures = told(
      [
        [4, 25],
        [7, 10],
      ],
      [10, 20, 30, 40],
    );
    const seen = [0, 1, 2, 3, 4].map((slice) => summaryOf(figures, slice));
    expect(seen.map(({ weight }) => weight)).toEqual([10, 10, 10, 5, 0]);
    expect(seen.map(({ mean }) => mean)).toEqual([4, 4, 5.5, 7, null]);
    expect(seen.map(({ sd }) => sd)).toEqual([0, 0, 1.5, 0, null]);
    expect(seen.map(({ min, max }) => [min, max])).toEqual([
      [4, 4],
      [4, 4],
      [4, 7],
      [7, 7],
      [null, null],
    ]);
    expect([0, 1, 2, 3, 4].map((slice) => quantileOf(figures, 0.95, slice))).toEqual([4, 4, 7, 7, null]);
    expect(summaryOf(figures)).toMatchObject({ weight: 35, mean: 170 / 35, min: 4, max: 7 });
  });

  it('gives what ends at a border to the slice before it, and what begins there to the slice after it', () => {
    const figures = told(
      [
        [1, 10],
        [9, 10],
      ],
      [10],
    );
    expect([0, 1].map((slice) => summaryOf(figures, slice))).toEqual([
      { weight: 10, mean: 1, sd: 0, min: 1, max: 1 },
      { weight: 10, mean: 9, sd: 0, min: 9, max: 9 },
    ]);
  });

  it('counts a value that held for no time nowhere, and begins where it is made', () => {
    const sim = new Simulation();
    sim.run({ until: 15 });
    const level = new LevelMonitor(sim, { bins: wholeLevels(10), borders: [10, 20] }, 3);
    expect(summaryOf(level.figures())).toEqual({ weight: 0, mean: null, sd: null, min: null, max: null });
    expect(quantileOf(level.figures(), 0.5)).toBe(null);
    level.add(6);
    level.add(-8);
    expect(level.value).toBe(1);
    sim.run({ until: 18 });
    expect(summaryOf(level.figures(), 0).weight).toBe(0);
    expect(summaryOf(level.figures(), 1)).toEqual({ weight: 3, mean: 1, sd: 0, min: 1, max: 1 });
  });

  it('counts time below and above its bins apart, and knows a quantile to the width of a bin', () => {
    const sim = new Simulation();
    const level = new LevelMonitor(sim, { bins: { least: 10, width: 5, number: 3 } }, 9);
    for (const [value, until] of [
      [10, 1],
      [14, 2],
      [24, 4],
      [25, 7],
      [80, 10],
    ]) {
      sim.run({ until });
      level.set(value);
    }
    sim.run({ until: 20 });
    const figures = level.figures();
    // 9 for 1, 10 for 1, 14 for 2, 24 for 3, 25 for 3, 80 for 10.
    expect([...figures.weights]).toEqual([1, 3, 0, 3, 13]);
    // In proportion: from 9 to 10 below the bins, 10 to 15, 20 to 25, and from 25 to the highest above them.
    const found = [0, 0.05, 0.1, 0.2, 0.25, 0.35, 0.61, 1].map((p) => quantileOf(figures, p) as number);
    const byHand = [9, 10, 10 + 5 / 3, 15, 20 + 5 / 3, 25, 25 + (55 * 5.2) / 13, 80];
    for (const [i, one] of found.entries()) expect(one).toBeCloseTo(byHand[i], 9);
    expect(summaryOf(figures)).toMatchObject({ min: 9, max: 80 });
  });

  it('tells a quantile within its bin, so that a narrow spread in a wide bin is not below its mean', () => {
    const sim = new Simulation();
    const level = new LevelMonitor(sim, { bins: { least: 0, width: 60, number: 1002, whole: true } });
    for (const value of [61, 62, 63, 64]) {
      level.set(value);
      sim.run({ until: sim.now + 10 });
    }
    const figures = level.figures();
    expect(summaryOf(figures).mean).toBe(62.5);
    expect(quantileOf(figures, 0.95)).toBeCloseTo(61 + 3 * 0.95, 9);
    expect([0, 1].map((p) => quantileOf(figures, p))).toEqual([61, 64]);
  });

  it('puts whole values into the right bin of any whole width', () => {
    for (const width of [3, 7, 10, 49]) {
      const sim = new Simulation();
      const level = new LevelMonitor(sim, { bins: { least: 0, width, number: 100 } });
      for (let value = 0; value < 100 * width; value++) {
        level.set(value);
        sim.run({ until: sim.now + 1 });
      }
      expect([...level.figures().weights]).toEqual([0, ...Array(100).fill(width), 0]);
    }
  });

  it('forgets the past at a restart, keeps the value, and goes on in the slice of now', () => {
    const sim = new Simulation();
    const level = new LevelMonitor(sim, { bins: wholeLevels(10), borders: [10, 20] }, 8);
    sim.run({ until: 12 });
    level.restart();
    expect([level.value, summaryOf(level.figures()).weight]).toEqual([8, 0]);
    sim.run({ until: 14 });
    level.set(2);
    sim.run({ until: 22 });
    const figures = level.figures();
    expect([0, 1, 2].map((slice) => summaryOf(figures, slice).weight)).toEqual([0, 8, 2]);
    expect(summaryOf(figures)).toMatchObject({ mean: 3.2, min: 2, max: 8 });
  });

  it('is exact for a yard of 24,000 over a hundred years by year', () => {
    const years = Array.from({ length: 99 }, (_, i) => (i + 1) * YEAR);
    const sim = new Simulation();
    const yard = new LevelMonitor(sim, { bins: { least: 0, width: 500, number: 48 }, borders: years });
    let [area, squares] = [0n, 0n];
    while (sim.now < 100 * YEAR) {
      const value = (sim.now * 7919) % 24_001;
      const held = Math.min(97 * HOUR + 1, 100 * YEAR - sim.now);
      yard.set(value);
      sim.run({ until: sim.now + held });
      area += BigInt(value) * BigInt(held);
      squares += BigInt(value) ** 2n * BigInt(held);
    }
    const time = BigInt(100 * YEAR);
    const { mean, sd } = summaryOf(yard.figures());
    // The squares are past 2⁵³ by far, about the middle of the bins too; those of a year are not.
    expect(squares > 2n ** 58n).toBe(true);
    expect(mean).toBe(Number(area) / Number(time));
    const variance = Number(squares * time - area * area) / Number(time) / Number(time);
    expect(sd).toBe(Math.sqrt(variance));
  });

  it('is copied whole: run on, gone back, and run on again, in another process too, it has seen the same', () => {
    const build = () => {
      const sim = new Simulation();
      const level = new LevelMonitor(sim, { bins: wholeLevels(9), borders: [100, 200, 300] }, 1);
      const turn = sim.on('turn', (owner, arg) => {
        level.set((arg * 7) % 11);
        if (arg === 12) level.restart();
        sim.in(1 + (arg % 13), turn, owner, arg + 1);
      });
      sim.in(0, turn, 0, 0);
      return { sim, level };
    };
    const { sim, level } = build();
    sim.run({ until: 150 });
    const [then, copy] = [level.figures(), sim.save()];
    sim.run({ until: 350 });
    const later = level.figures();
    expect(later).not.toEqual(then);
    sim.restore(copy);
    expect(level.figures()).toEqual(then);
    sim.run({ until: 350 });
    expect(level.figures()).toEqual(later);
    const other = build();
    other.sim.restore(Snapshot.fromBytes(copy.toBytes()));
    other.sim.run({ until: 350 });
    expect(other.level.figures()).toEqual(later);
  });

  it('does not take over the copy of a monitor with other bins or slices', () => {
    const build = (most: number, borders: number[]) => {
      const sim = new Simulation();
      new LevelMonitor(sim, { bins: wholeLevels(most), borders });
      return sim;
    };
    const copy = build(5, [10]).save();
    expect(() => build(5, [11]).restore(copy)).toThrow('cut at [10], but here is a monitor');
    expect(() => build(6, [10]).restore(copy)).toThrow('a monitor of 6 bins of width 1 from 0, cut at [10], but');
  });

  it('needs no more room after 100,000 updates than before', () => {
    const sim = new Simulation();
    const level = new LevelMonitor(sim, { bins: wholeLevels(63), borders: [1000, 2000] });
    const before = sim.save().toBytes().length;
    for (let i = 0; i < 100_000; i++) {
      level.set((i * 7919) % 10_007);
      sim.run({ until: i });
    }
    expect(sim.save().toBytes().length).toBe(before);
  });

  it('refuses what is no number or too large to be squared, and keeps what it has', () => {
    const sim = new Simulation();
    const plan = { bins: wholeLevels(3) };
    const level = new LevelMonitor(sim, plan, 2);
    sim.run({ until: 5 });
    for (const value of [Number.NaN, Infinity, -Infinity, 1e100]) {
      expect(() => level.set(value)).toThrow(`was told ${value}; give a number between`);
      expect(() => level.add(value)).toThrow('give a number between');
      expect(() => new LevelMonitor(sim, plan, value)).toThrow('give a number between');
    }
    expect(level.value).toBe(2);
    expect(summaryOf(level.figures())).toMatchObject({ weight: 5, mean: 2 });
  });

  it('refuses bins and borders that are none', () => {
    const sim = new Simulation();
    const made = (least: number, width: number, number: number) => () =>
      new LevelMonitor(sim, { bins: { least, width, number } });
    const cut =
      (...borders: number[]) =>
      () =>
        new LevelMonitor(sim, { bins: wholeLevels(3), borders });
    expect(made(Number.NaN, 1, 3)).toThrow('least is NaN');
    for (const width of [0, -1, Number.NaN, Infinity]) expect(made(0, width, 3)).toThrow(`width is ${width}, from 0`);
    expect(made(1e20, 1, 3)).toThrow('more than is lost in rounding');
    for (const [least, width] of [
      [0.5, 1],
      [0, 0.5],
    ])
      expect(() => new LevelMonitor(sim, { bins: { least, width, number: 3, whole: true } })).toThrow(
        `of whole values, from ${least} with a width of ${width}; both must be whole`,
      );
    for (const number of [0, 1.5, Number.NaN, Infinity]) expect(made(0, 1, number)).toThrow(`number is ${number}`);
    expect(made(0, 1, 2 ** 27)).toThrow('take fewer bins or slices');
    expect(() => wholeLevels(Number.NaN)).toThrow('the highest level is NaN');
    expect(() => wholeLevels(-1)).toThrow('the highest level is -1');
    expect(cut(10, 10)).toThrow('borders.1 is 10 after 10');
    expect(cut(10, 5)).toThrow('borders.1 is 5 after 10');
    expect(cut(Number.NaN)).toThrow('A monitor: borders.0 is NaN; give finite times');
    expect(cut(10, Infinity)).toThrow('borders.1 is Infinity');
  });
});

describe('figures', () => {
  it('are refused where a share or a slice is none', () => {
    const figures = told([[2, 3]], [10]);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => quantileOf(figures, p)).toThrow(`share is ${p}`);
    for (const slice of [-1, 2, 0.5, Number.NaN]) {
      expect(() => summaryOf(figures, slice)).toThrow(`Slice ${slice} of a monitor: there are 2`);
      expect(() => quantileOf(figures, 0.5, slice)).toThrow(`Slice ${slice} of a monitor: there are 2`);
    }
  });

  it('merge slice by slice, and can be posted to another thread', () => {
    const one = told([[4, 15]], [10]);
    const other = told([[8, 30]], [10]);
    const merged = mergeFigures([structuredClone(one), structuredClone(other)]);
    expect([0, 1].map((slice) => summaryOf(merged, slice))).toEqual([
      { weight: 20, mean: 6, sd: 2, min: 4, max: 8 },
      { weight: 25, mean: 180 / 25, sd: 1.6, min: 4, max: 8 },
    ]);
    expect(summaryOf(one)).toMatchObject({ weight: 15, mean: 4 });
  });

  it('know one zero only, so that a merge is the same in any order', () => {
    const zeros = [told([[0, 5]]), told([[-0, 5]])];
    expect(zeros[0]).toEqual(zeros[1]);
    expect(mergeFigures(zeros)).toEqual(mergeFigures([...zeros].reverse()));
  });

  it('are not merged when they are of other bins, slices or kinds, or when there are none', () => {
    const one = told([[4, 15]], [10]);
    expect(() => mergeFigures([])).toThrow('there are none');
    expect(() => mergeFigures([one, told([[4, 15]], [11])])).toThrow(
      'number 1 is of time in 11 bins of width 1 from 0, of whole values, slices cut at 11, number 0 of time in 11 bins of width 1 from 0, of whole values, slices cut at 10',
    );
    expect(() => mergeFigures([one, one, told([[4, 15]])])).toThrow('number 2 is of time in 11 bins of width 1');
    expect(() => mergeFigures([one, told([[4, 15]], [10], 12)])).toThrow('number 1 is of time in 13 bins');
    expect(() => mergeFigures([one, { ...one, of: 'samples' }])).toThrow('number 1 is of samples');
  });
});
