import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enough, estimate, nextReplications, replicationsFor, stopsAt, studentQuantile } from '../../src/experiment';

/** An estimate of 100 whose half-width is the given share of it. */
const wide = (share: number, n = 10) =>
  ({ state: 'estimated', estimate: 100, low: 100 - 100 * share, high: 100 + 100 * share, level: 0.95, n }) as const;
const unfinished = estimate([1, 2], { state: 'did not finish' });
const growing = estimate([1, 2], { state: 'still growing' });

describe('a precision', () => {
  it('is reached when the worst estimate reaches it, the limit included', () => {
    expect(enough([wide(0.25), wide(0.125)], 0.25)).toEqual({ reached: true, worst: 0.25 });
    expect(enough([wide(0.25), wide(0.5)], 0.25)).toEqual({ reached: false, worst: 0.5 });
  });

  it('is reached by what never varies, also at 0', () => {
    const [zeros, sevens] = [0, 7].map((value) => estimate(Array(10).fill(value)));
    expect(enough([zeros, sevens], 0.05)).toEqual({ reached: true, worst: 0 });
    // Of two that agree nobody knows how others vary: ten are tried.
    const two = estimate([7, 7]);
    expect(enough([two], 0.05)).toEqual({ reached: false, worst: Infinity });
    expect(nextReplications([two], 0.05, 2, 100)).toBe(2);
  });

  it('is never reached by an estimate without interval', () => {
    for (const of of [unfinished, growing, estimate([]), estimate([1])]) {
      expect(enough([wide(0.01), of], 0.05)).toEqual({ reached: false, worst: Infinity });
    }
  });

  it('is refused when it is no share or nothing is to be judged', () => {
    for (const asked of [0, -0.05, Number.NaN, Infinity]) {
      expect(() => enough([wide(0.1)], asked)).toThrow(/Write 5 % as 0\.05/);
      expect(() => nextReplications([wide(0.1)], asked, 10, 100)).toThrow(/Write 5 % as 0\.05/);
    }
    expect(() => enough([], 0.05)).toThrow(/no estimate to judge/);
  });
});

describe('the replications that would be enough', () => {
  it('are the fewest at which the mean of both sides of the interval is as narrow, and one more than there are at least', () => {
    // Of values that are not skewed, in standard deviations.
    const half = (n: number) => (studentQuantile(0.975, n - 1) * (1 + 15 / n ** 2)) / Math.sqrt(n);
    const fewest = (share: number, n: number) =>
      Array.from({ length: 500 }, (_, i) => i + n + 1).find((m) => (share * half(m)) / half(n) <= 0.15);
    expect(replicationsFor(wide(0.3), 0.15)).toBe(27);
    for (const [share, n] of [
      [0.3, 10],
      [0.31, 3],
      [0.9, 5],
      [0.4, 60],
    ])
      expect(replicationsFor(wide(share, n), 0.15)).toBe(fewest(share, n));
    // From many on it shrinks with their root alone: n · (h / asked)².
    expect(replicationsFor(wide(0.3, 400), 0.15)).toBeGreaterThan(1580);
    expect(replicationsFor(wide(0.3, 400), 0.15)).toBeLessThanOrEqual(1600);
    expect(replicationsFor(wide(0.1501, 3), 0.15)).toBe(4);
    expect(replicationsFor(wide(0.9), 1e-6)).toBeNull();
  });

  it('are not told where the interval is narrow enough, where there is none, and around 0', () => {
    for (const of of [wide(0.15), wide(0.01), unfinished, growing, estimate([3]), estimate([4, 4]), estimate([-1, 1])])
      expect(replicationsFor(of, 0.15)).toBeNull();
    expect(() => replicationsFor(wide(0.3), 0)).toThrow(/Write 5 % as 0\.05/);
  });
});

describe('the next replications', () => {
  it('are as many as a half-width of asked / (1 + asked) takes', () => {
    const enoughOf = wide(0.25, 16);
    const most = (replicationsFor(enoughOf, stopsAt(0.2)) ?? 0) - 16;
    expect(stopsAt(0.25)).toBe(0.2);
    expect(most).toBe(15);
    expect(nextReplications([enoughOf], 0.2, 16, 100)).toBe(most);
    expect(nextReplications([wide(0.24), enoughOf], 0.2, 16, 100)).toBe(most);
  });

  it('at most double what is done and never pass the maximum', () => {
    expect(nextReplications([wide(0.5)], 0.05, 10, 1000)).toBe(10);
    expect(nextReplications([wide(0.5)], 0.05, 10, 13)).toBe(3);
    expect(nextReplications([wide(0.5)], 0.05, 13, 13)).toBe(0);
    expect(nextReplications([wide(0.5)], 0.05, 13, 5)).toBe(0);
    expect(nextReplications([estimate([1])], 0.05, 1, 30)).toBe(1);
    expect(nextReplications([estimate([])], 0.05, 4, 30)).toBe(4);
  });

  it('are none for states that more of them cannot cure', () => {
    expect(nextReplications([unfinished, growing], 0.05, 10, 100)).toBe(0);
    expect(nextReplications([unfinished, wide(0.01)], 0.05, 10, 100)).toBe(0);
    expect(nextReplications([unfinished, wide(0.25)], 0.2, 16, 100)).toBe(15);
  });

  it('are none exactly when the half-width is where a series may stop, or the maximum is done', () => {
    const whole = fc.integer({ min: 1, max: 500 });
    const share = fc.double({ min: 1e-4, max: 10, noNaN: true });
    fc.assert(
      fc.property(share, share, whole, whole, (width, asked, done, max) => {
        const more = nextReplications([wide(width)], asked, done, max);
        expect(more === 0).toBe(width <= stopsAt(asked) || done >= max);
        // What stops below the maximum has reached what was asked.
        if (more === 0 && done < max) expect(enough([wide(width)], asked).reached).toBe(true);
        expect(more).toBeLessThanOrEqual(done);
        if (more > 0) expect(done + more).toBeLessThanOrEqual(max);
      }),
      { seed: 2024 },
    );
  });

  it.each([
    [0, 5, /done is 0/],
    [2.5, 5, /done is 2.5/],
    [2, Number.NaN, /max is NaN/],
  ])('are refused for %d done of %d', (done, max, sentence) => {
    expect(() => nextReplications([wide(0.1)], 0.05, done, max)).toThrow(sentence);
  });
});
