import { describe, expect, it } from 'vitest';
import { growthOf, mser5, warmUpFrom } from '../../src/experiment';
import { sampler, stream } from '../../src/stochastic';

const noise = sampler({ law: 'lognormal', mean: 1, sd: 0.2 });

/** A level that forgets a ninth of how it began every day, around 100; both starts with the same luck. */
const level = (start: number, replication: number, days: number, growth = 0) => {
  const luck = stream('level', replication, 'warm-up');
  return Array.from(
    { length: days },
    (_, day) => 100 * noise.draw(luck) + (start - 100) * (8 / 9) ** day + growth * day,
  );
};
const eight = (start: number, days: number, growth = 0) =>
  Array.from({ length: 8 }, (_, r) => level(start, r, days, growth));

describe('the warm-up', () => {
  it('is enough from the day on that the window no longer shows how the run began', () => {
    // Full 200, empty 0: the starts differ by 200 (8/9)^d, over 30 days from w on by 200 (8/9)^w · 9 (1 − (8/9)^30) / 30 on average.
    const difference = (w: number) => (200 * (8 / 9) ** w * 9 * (1 - (8 / 9) ** 30)) / 30;
    const first = Array.from({ length: 60 }, (_, w) => w).find((w) => difference(w) <= 2);
    const { enough, atOnce, after } = warmUpFrom(eight(0, 90), eight(200, 90), { window: 30 });
    expect(atOnce.estimate).toBeCloseTo(difference(0), 6);
    // Within 2 % of 100, and noise that both share.
    expect(Math.abs((enough ?? 0) - (first ?? 99))).toBeLessThanOrEqual(1);
    expect(after.estimate).toBeCloseTo(difference(enough ?? 0), 6);
  });

  it('is not told where the runs are too short, and is none where nothing remembers', () => {
    expect(warmUpFrom(eight(0, 40), eight(200, 40), { window: 30 }).enough).toBeNull();
    expect(warmUpFrom(eight(100, 40), eight(100, 40), { window: 30 }).enough).toBe(0);
  });

  it('refuses series that do not fit', () => {
    expect(() => warmUpFrom(eight(0, 40), eight(0, 41), { window: 30 })).toThrow(/same length/);
    expect(() => warmUpFrom(eight(0, 40), eight(0, 40), { window: 41 })).toThrow(/window is 41/);
    expect(() => warmUpFrom([[1, 2]], [[1, 2]], { window: 1 })).toThrow(/two or more/);
    expect(() => warmUpFrom(eight(0, 40), eight(0, 40), { window: 4, within: 0 })).toThrow(/Write 2 % as 0\.02/);
  });
});

describe('MSER-5', () => {
  it('leaves out a beginning that is off, in fives', () => {
    const series = [...Array(23).fill(50), ...Array.from({ length: 177 }, (_, i) => (i % 2 === 0 ? 9 : 11))];
    expect(mser5(series)).toBe(25);
    expect(mser5(Array(50).fill(3))).toBe(0);
  });

  it('says nothing of a run that changes to its end', () => {
    expect(mser5(Array.from({ length: 100 }, (_, i) => i))).toBeNull();
    expect(() => mser5([1, 2, 3])).toThrow(/ten or more/);
  });
});

describe('growth', () => {
  it('is told of a queue that never settles: 14 a day', () => {
    const { perPeriod, state } = growthOf(eight(100, 120, 14));
    expect(state).toBe('grows');
    expect(perPeriod.low).toBeLessThan(14);
    expect(perPeriod.high).toBeGreaterThan(14);
    expect(perPeriod.estimate).toBeCloseTo(14, 0);
    expect(growthOf(eight(100, 120, -14)).state).toBe('falls');
  });

  it('is not told of one that has settled more often than promised', () => {
    let told = 0;
    for (let repeat = 0; repeat < 300; repeat++) {
      const levels = Array.from({ length: 5 }, (_, r) => level(100, 1000 + 5 * repeat + r, 40));
      if (growthOf(levels).state !== 'settled') told++;
    }
    // 15 expected at most; 3.09 standard errors more.
    expect(told).toBeLessThanOrEqual(15 + 3.09 * Math.sqrt(300 * 0.05 * 0.95));
  });

  it('is exact on a straight line, and has no interval of one replication', () => {
    expect(growthOf(Array(10).fill([1, 3, 5, 7]))).toMatchObject({
      state: 'grows',
      perPeriod: { estimate: 2, low: 2, high: 2 },
    });
    expect(growthOf([[1, 3, 5]])).toMatchObject({ state: 'too few replications', perPeriod: { estimate: 2 } });
    expect(() => growthOf([[1]])).toThrow(/two or more/);
  });
});
