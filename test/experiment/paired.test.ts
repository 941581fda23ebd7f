import { describe, expect, it } from 'vitest';
import { best, differences, estimate, spendNext } from '../../src/experiment';

describe('a paired difference', () => {
  const base = [10, 14, 9, 17, 12];

  it('is the mean of the pairs with the interval of their differences, as worked out from them', () => {
    const other = base.map((value, r) => value + [1, 2, 1, 3, 2][r]);
    const [of] = differences(base, [other]);
    const { low, high } = estimate([1, 2, 1, 3, 2]);
    expect(of).toMatchObject({ estimate: 1.8, low, high, level: 0.95, n: 5, wouldTell: null, state: 'told apart' });
    // Standard deviations: of the base √10.3, of the other √(10.3 + 0.7 + 2 · 2.6), of the differences √0.7.
    const covariance =
      [10, 14, 9, 17, 12].reduce((sum, value, r) => sum + (value - 12.4) * ([1, 2, 1, 3, 2][r] - 1.8), 0) / 4;
    expect(of.pairing).toBeCloseTo(Math.sqrt((2 * 10.3 + 0.7 + 2 * covariance) / 0.7), 9);
  });

  it('is the wider the more are compared', () => {
    const other = base.map((value, r) => value + [1, -2, 1, 3, -2][r]);
    const widths = [1, 2, 5].map((k) => {
      const [{ low, high }] = differences(base, Array(k).fill(other));
      return (high ?? 0) - (low ?? 0);
    });
    expect(widths[0]).toBeLessThan(widths[1]);
    expect(widths[1]).toBeLessThan(widths[2]);
    const { low, high } = estimate([1, -2, 1, 3, -2], { level: 0.99 });
    expect(widths[2]).toBeCloseTo((high ?? 0) - (low ?? 0), 9);
  });

  it('says how many replications would tell it apart, and that many do', () => {
    const deltas = [3, -1, 2, -1.5, 1, 0.2];
    const [of] = differences([0, 0, 0, 0, 0, 0], [deltas]);
    expect(of.state).toBe('not told apart');
    const wouldTell = of.wouldTell ?? 0;
    expect(wouldTell).toBeGreaterThan(6);
    // As many, of the same mean and nearly the same spread: six values over and over.
    const copies = Math.ceil(wouldTell / 6) + 1;
    const again = Array.from({ length: 6 * copies }, (_, i) => deltas[i % 6]);
    expect(
      differences(
        again.map(() => 0),
        [again],
      )[0].state,
    ).toBe('told apart');
  });

  it('of what changes nothing is not told apart from ten replications on, and before that nobody knows', () => {
    const ten = Array.from({ length: 10 }, (_, i) => i);
    expect(differences(ten, [ten])[0]).toMatchObject({
      estimate: 0,
      low: 0,
      high: 0,
      state: 'not told apart',
      wouldTell: null,
    });
    expect(differences([1, 2, 3], [[1, 2, 3]])[0]).toMatchObject({
      estimate: 0,
      low: null,
      state: 'too few replications',
      pairing: null,
    });
  });

  it('leaves out pairs of which one observed nothing', () => {
    const [of] = differences([1, null, 3, 4], [[2, 5, null, 6]]);
    expect(of).toMatchObject({ n: 2, estimate: 1.5 });
    expect(differences([null], [[1]])[0]).toMatchObject({ n: 0, state: 'nothing observed', low: null });
  });
});

describe('the best', () => {
  const base = [10, 14, 9, 17, 12, 11];
  const less = base.map((value, r) => value - 2 - 0.1 * (r % 3));
  const alike = base.map((value, r) => value + (r % 2 === 0 ? 0.5 : -0.5));

  it('is the one that beats all others, by less or by more', () => {
    expect(best([base, less], { better: 'less' })).toEqual({ best: 1, candidates: [1] });
    expect(best([base, less], { better: 'more' })).toEqual({ best: 0, candidates: [0] });
  });

  it('is not decided where none does, and who is beaten is no candidate', () => {
    expect(best([base, alike], { better: 'less' })).toEqual({ best: null, candidates: [0, 1] });
    expect(best([base, alike, less], { better: 'more' })).toEqual({ best: null, candidates: [0, 1] });
    expect(best([base], { better: 'less' })).toEqual({ best: null, candidates: [0] });
  });
});

describe('where the next trials go', () => {
  it('is to the rows that are hardest to tell from their neighbours', () => {
    const rows = [
      [10, 11, 12],
      [1, 5, 3],
      [2, 6, 1.4],
      [-20, -20.1, -19.9],
    ].map((row) => ({ differences: row }));
    const given = spendNext(rows, 20);
    expect(given.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(given[1] + given[2]).toBeGreaterThanOrEqual(18);
    expect(given[3]).toBe(0);
  });

  it('begins with rows that have fewer than two, and leaves out what never varied', () => {
    expect(spendNext([{ differences: [] }, { differences: [1] }, { differences: [5, 5, 5] }], 3)).toEqual([2, 1, 0]);
    expect(spendNext([{ differences: [5, 5] }], 4)).toEqual([0]);
    expect(spendNext([], 4)).toEqual([]);
  });

  it('does not go on for ever about rows that are equal: they share', () => {
    const same = [{ differences: [1, 2, 3] }, { differences: [2, 1, 3] }];
    expect(spendNext(same, 10)).toEqual([5, 5]);
  });

  it('refuses a count that is none', () => {
    expect(() => spendNext([], -1)).toThrow(/count is -1/);
  });
});
