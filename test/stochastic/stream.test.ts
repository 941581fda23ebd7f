import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { State } from '../../src/kernel/snapshots/state';
import { STREAM_STATE, Stream, stream } from '../../src/stochastic';

const take = (seed: string, replication: number, name: string, n = 5) => {
  const from = stream(seed, replication, name);
  return Array.from({ length: n }, () => from.unit());
};

// Outside ± 4.417 standard errors by chance once in 100,000; 9 comparisons here: once in 11,000 choices of seed.
const Z = 4.417;

/** Correlation of n pairs of independent uniforms: its standard error is 1/√n. */
function correlation(x: (i: number) => number, y: (i: number) => number, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (x(i) - 0.5) * (y(i) - 0.5);
  return sum / n / (1 / 12);
}

describe('a stream', () => {
  it('is a pure function of seed, replication and name', () => {
    const alone = take('keruen', 3, 'Aktau/storm');
    const neighbour = stream('keruen', 3, 'Aktau/customs');
    const from = stream('keruen', 3, 'Aktau/storm');
    const between = Array.from({ length: 5 }, () => {
      neighbour.unit();
      stream('keruen', 4, 'Poti/quay').unit();
      return from.unit();
    });
    expect(between).toEqual(alone);
    expect(from.name).toBe('Aktau/storm');
  });

  it('keeps its numbers from version to version', () => {
    // Unchanged, not validated: a saved seed must give the same run after an update.
    expect(take('keruen', 0, 'Altynkol/customs', 3)).toEqual([
      0.49181213698024184, 0.12667609202823693, 0.7860903836913146,
    ]);
  });

  it('gives bit for bit what seedrandom gives', () => {
    for (let i = 0; i < 300; i++) {
      const key = JSON.stringify(['keruen', i, `box/${i}`]);
      const theirs = seedrandom.alea(key).double;
      const ours = new Stream(key, '');
      for (let n = 0; n < 3000; n++) if (ours.unit() !== theirs()) expect.fail(`number ${n} of ${key}`);
    }
  });

  it('goes on from where it was when its four numbers are put back', () => {
    const state = new State();
    const from = stream('keruen', 3, 'Aktau/storm');
    state.numbers(from, ...STREAM_STATE);
    from.unit();
    const saved = state.save();
    const next = [from.unit(), from.unit(), from.unit()];
    state.restore(saved);
    expect([from.unit(), from.unit(), from.unit()]).toEqual(next);
    // And in another process: nothing but the four numbers is needed.
    const there = new State();
    const fresh = stream('other', 0, 'Aktau/storm');
    there.numbers(fresh, ...STREAM_STATE);
    there.restore(saved);
    expect([fresh.unit(), fresh.unit(), fresh.unit()]).toEqual(next);
    // Nothing else of it changes.
    const before = Object.entries(fresh).filter(([field]) => !STREAM_STATE.some((one) => one === field));
    fresh.unit();
    expect(Object.entries(fresh).filter(([field]) => !STREAM_STATE.some((one) => one === field))).toEqual(before);
  });

  it('has no other stream under the same key', () => {
    const keys: [string, number, string][] = [
      ['a', 1, '1b'],
      ['a', 11, 'b'],
      ['a1', 1, 'b'],
      ['a",1,"', 1, 'b'],
      ['a', 1, '",1,"b'],
      ['', 0, ''],
      ['', 0, '"'],
      ['"', 0, ''],
      ['a', 0, 'Aqtaý'],
      ['a', 0, 'Aqtay'],
    ];
    expect(new Set(keys.map((key) => take(...key).join())).size).toBe(keys.length);
  });

  it('is one of many: 100,000 neighbours begin differently', () => {
    // Two independent pairs of 53-bit numbers agree with a chance of 2⁻¹⁰⁶: 100,000 streams make 5e9 pairs, so 1e-22.
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) seen.add(take('s', i % 100, `box/${Math.floor(i / 100)}`, 2).join());
    expect(seen.size).toBe(100_000);
  });

  it('gives numbers in [0, 1) with 53 bits', () => {
    const numbers = take('bits', 0, 'any', 10_000);
    expect(numbers.every((u) => u >= 0 && u < 1 && Number.isInteger(u * 2 ** 53))).toBe(true);
    // A number of 32 bits only is a multiple of 2⁻³²; one in two million of 53 bits is.
    expect(numbers.filter((u) => Number.isInteger(u * 2 ** 32)).length).toBeLessThan(3);
  });

  it.each([
    ['names that differ in one letter', () => [stream('s', 0, 'Aktau/quay/a'), stream('s', 0, 'Aktau/quay/b')]],
    ['seeds that differ in one letter', () => [stream('2024', 0, 'Aktau'), stream('2025', 0, 'Aktau')]],
    ['replications that follow each other', () => [stream('s', 0, 'Aktau'), stream('s', 1, 'Aktau')]],
  ])('is not correlated with its neighbour: %s', (_, pair) => {
    const n = 200_000;
    const [one, other] = pair();
    expect(
      Math.abs(
        correlation(
          () => one.unit(),
          () => other.unit(),
          n,
        ),
      ),
    ).toBeLessThan(Z / Math.sqrt(n));
  });

  it.each([
    ['replications', (i: number) => stream('s', i, 'Aktau')],
    ['names', (i: number) => stream('s', 0, `box/${i}`)],
    ['seeds', (i: number) => stream(`${i}`, 0, 'Aktau')],
  ])('begins independently of its neighbour, also at the first number, over many %s', (_, at) => {
    const n = 40_000;
    const first = Float64Array.from({ length: n + 1 }, (_, i) => at(i).unit());
    expect(
      Math.abs(
        correlation(
          (i) => first[i],
          (i) => first[i + 1],
          n,
        ),
      ),
    ).toBeLessThan(Z / Math.sqrt(n));
    // χ² over 100 equal cells has mean 99 and variance 198; 99 + 4.9·√198 is passed by chance less than 1e-5
    // (Wilson and Hilferty 1931: z = 4.35 there).
    const cells = new Float64Array(100);
    for (const u of first.subarray(0, n)) cells[Math.floor(u * 100)]++;
    expect(cells.reduce((sum, k) => sum + (k - n / 100) ** 2 / (n / 100), 0)).toBeLessThan(99 + 4.9 * Math.sqrt(198));
  });

  it.each([-1, 0.5, Number.NaN, Infinity])('refuses replication %s', (replication) => {
    expect(() => stream('s', replication, 'Aktau/storm')).toThrow(/"Aktau\/storm".*must be a whole number from 0/);
  });
});
