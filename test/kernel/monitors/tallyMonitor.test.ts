// Samples by hand: number, mean, spread and quantiles, by the slice in which they were recorded.
import { describe, expect, it } from 'vitest';
import { mergeFigures, quantileOf, Simulation, summaryOf, TallyMonitor, wholeLevels } from '../../../src/kernel';

const SAMPLES = [2, 4, 4, 4, 5, 5, 7, 9];

describe('TallyMonitor', () => {
  it('counts samples: of 2 4 4 4 5 5 7 9 the mean is 5 and the squares about it are 32, over n − 1 = 7', () => {
    const tally = new TallyMonitor(new Simulation(), { bins: wholeLevels(9) });
    for (const value of SAMPLES) tally.record(value);
    const figures = tally.figures();
    expect(summaryOf(figures)).toEqual({ weight: 8, mean: 5, sd: Math.sqrt(32 / 7), min: 2, max: 9 });
    expect([...figures.weights]).toEqual([0, 0, 0, 1, 0, 3, 2, 0, 1, 0, 1, 0]);
    expect([0, 0.125, 0.126, 0.5, 0.51, 0.75, 0.95, 1].map((p) => quantileOf(figures, p))).toEqual([
      2, 2, 4, 4, 5, 5, 9, 9,
    ]);
  });

  it('gives a sample at a border to the slice that begins there', () => {
    const sim = new Simulation();
    const tally = new TallyMonitor(sim, { bins: wholeLevels(20), borders: [10, 20, 30] });
    for (const time of [0, 9, 10, 10, 31]) {
      sim.run({ until: time });
      tally.record(time % 20);
    }
    const figures = tally.figures();
    expect([0, 1, 2, 3].map((slice) => summaryOf(figures, slice))).toEqual([
      { weight: 2, mean: 4.5, sd: Math.sqrt(40.5), min: 0, max: 9 },
      { weight: 2, mean: 10, sd: 0, min: 10, max: 10 },
      { weight: 0, mean: null, sd: null, min: null, max: null },
      { weight: 1, mean: 11, sd: null, min: 11, max: 11 },
    ]);
  });

  it('forgets the past at a restart', () => {
    const sim = new Simulation();
    const tally = new TallyMonitor(sim, { bins: wholeLevels(20), borders: [10] });
    tally.record(20);
    sim.run({ until: 12 });
    tally.record(19);
    tally.restart();
    tally.record(3);
    expect([0, 1].map((slice) => summaryOf(tally.figures(), slice).weight)).toEqual([0, 1]);
    expect(summaryOf(tally.figures())).toEqual({ weight: 1, mean: 3, sd: null, min: 3, max: 3 });
  });

  it('does not lose a small spread beside a large mean, when the bins are about the values', () => {
    const tally = new TallyMonitor(new Simulation(), { bins: { least: 1e9, width: 1, number: 10 } });
    for (const value of SAMPLES) tally.record(1e9 + value / 16);
    // Binary fractions: exact. About 10⁹ the squares, near 10¹⁸, would be known to ±128 only.
    expect(summaryOf(tally.figures())).toMatchObject({ mean: 1e9 + 5 / 16, sd: Math.sqrt(32 / 7) / 16 });
  });

  it('makes one zero of two, so that a merge is the same in any order', () => {
    const figures = [0, -0].map((value) => {
      const tally = new TallyMonitor(new Simulation(), { bins: wholeLevels(1) });
      tally.record(value);
      return tally.figures();
    });
    expect(mergeFigures(figures)).toEqual(mergeFigures(figures.reverse()));
    expect(figures[0]).toEqual(figures[1]);
  });

  it('is copied whole', () => {
    const sim = new Simulation();
    const tally = new TallyMonitor(sim, { bins: wholeLevels(9), borders: [10, 20] });
    const on = (until: number) => {
      sim.run({ until });
      for (const value of SAMPLES) tally.record(value + until / 8);
    };
    on(12);
    const [then, copy] = [tally.figures(), sim.save()];
    on(16);
    on(25);
    const later = tally.figures();
    sim.restore(copy);
    expect(tally.figures()).toEqual(then);
    on(16);
    on(25);
    expect(tally.figures()).toEqual(later);
    expect(later).not.toEqual(then);
  });

  it('refuses what is no number, and counts nothing', () => {
    const tally = new TallyMonitor(new Simulation(), { bins: wholeLevels(3) });
    for (const value of [Number.NaN, Infinity, -Infinity, -1e100])
      expect(() => tally.record(value)).toThrow(`A tally was told ${value}; give a number between`);
    expect(summaryOf(tally.figures()).weight).toBe(0);
  });
});
