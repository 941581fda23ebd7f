// Promises of keyed draws: whatever two keys have in common, their numbers have nothing to do with each other.
import { describe, expect, it } from 'vitest';
import { flowKey, KeyedDraws, keyed } from '../../../src/stochastic';
import { chiSquare, chiSquareLimit } from './chiSquare';

// Passed by chance once in 100,000, either side of χ², and both sides together of a correlation (4.417).
const Z_CHI = 4.265;
const Z = 4.417;

const KAZ = flowKey('Khorgos → Poti');
const GEO = flowKey('Poti → Khorgos');
const quay = keyed('law suite', 0, 'Aktau/quay');

/** Keys that differ in one thing, the i-th pair of them. All that follows asks 65,536 pairs. */
const N = 65_536;
const neighbours: [string, (i: number) => [number, number]][] = [
  ['boxes', (i) => [quay.unit(KAZ, 2 * i, 0), quay.unit(KAZ, 2 * i + 1, 0)]],
  ['draws of a box', (i) => [quay.unit(KAZ, i, 1), quay.unit(KAZ, i, 2)]],
  ['draws of one box that draws often', (i) => [quay.unit(KAZ, 7, 2 * i), quay.unit(KAZ, 7, 2 * i + 1)]],
  ['box and draw exchanged', (i) => [quay.unit(KAZ, i, i + 1), quay.unit(KAZ, i + 1, i)]],
  ['flows', (i) => [quay.unit(KAZ, i, 0), quay.unit(GEO, i, 0)]],
  ['flow keys', (i) => [quay.unit(2 * i, 0, 0), quay.unit(2 * i + 1, 0, 0)]],
  ['flow keys and boxes of one sum', (i) => [quay.unit(2 * i, 9, 0), quay.unit(2 * i + 1, 8, 0)]],
  ['purposes', pairOf(keyed('law suite', 0, 'Aktau/quay 1'), keyed('law suite', 0, 'Aktau/quay 2'))],
  ['replications', pairOf(keyed('law suite', 0, 'Aktau'), keyed('law suite', 1, 'Aktau'))],
  ['seeds', pairOf(keyed('2024', 0, 'Aktau'), keyed('2025', 0, 'Aktau'))],
  ['first halves of a key', pairOf(new KeyedDraws(0, 0, ''), new KeyedDraws(1, 0, ''))],
  ['second halves of a key', pairOf(new KeyedDraws(0, 0, ''), new KeyedDraws(0, 1, ''))],
];

function pairOf(one: KeyedDraws, other: KeyedDraws): (i: number) => [number, number] {
  return (i) => [one.unit(KAZ, i, 0), other.unit(KAZ, i, 0)];
}

// 12 kinds of neighbours with 3 limits of 1e-5 each: a false alarm in one of 2,700 choices of seed.
describe.each(neighbours)('keyed draws of neighbouring %s', (_, pair) => {
  it('come in pairs that fill the square evenly', () => {
    // 16 × 16 cells expect 256 pairs each: χ² with 255 degrees of freedom, too even refused like too uneven.
    const cells = new Float64Array(256);
    for (let i = 0; i < N; i++) {
      const [u, v] = pair(i);
      cells[Math.floor(u * 16) * 16 + Math.floor(v * 16)]++;
    }
    const found = chiSquare(cells, () => N / 256);
    expect(found).toBeLessThan(chiSquareLimit(255, Z_CHI));
    expect(found).toBeGreaterThan(chiSquareLimit(255, -Z_CHI));
  });

  it('are not correlated', () => {
    // The correlation of N independent pairs has standard error 1/√N.
    let sum = 0;
    for (let i = 0; i < N; i++) {
      const [u, v] = pair(i);
      sum += (u - 0.5) * (v - 0.5);
    }
    expect(Math.abs((12 * sum) / N)).toBeLessThan(Z / Math.sqrt(N));
  });
});

/** Long rows of draws, in orders in which a run asks. */
const rows: [string, (i: number) => number][] = [
  ['box after box', (i) => quay.unit(KAZ, i, 0)],
  ['three draws a box', (i) => quay.unit(KAZ, Math.floor(i / 3), i % 3)],
  ['one box alone', (i) => quay.unit(GEO, 123_456, i)],
  ['a thousand boxes in turn', (i) => quay.unit(GEO, i % 1000, Math.floor(i / 1000))],
];

// 4 rows with 8 limits of 1e-5: a false alarm in one of 3,000 choices of seed.
describe.each(rows)('keyed draws in a row, %s', (_, at) => {
  const n = 200_000;
  const row = Float64Array.from({ length: n }, (__, i) => at(i));

  it('are even at the top and at the last bits', () => {
    // 1,024 cells of the first ten bits, and of the last ten of 53: 1,023 degrees of freedom.
    const top = new Float64Array(1024);
    const last = new Float64Array(1024);
    for (const u of row) {
      top[Math.floor(u * 1024)]++;
      last[(u * 2 ** 53) % 1024]++;
    }
    for (const cells of [top, last]) {
      const found = chiSquare(cells, () => n / 1024);
      expect(found).toBeLessThan(chiSquareLimit(1023, Z_CHI));
      expect(found).toBeGreaterThan(chiSquareLimit(1023, -Z_CHI));
    }
  });

  it.each([1, 2, 3])('are not correlated with those %s places on', (lag) => {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += (row[i] - 0.5) * (row[i - lag] - 0.5);
    expect(Math.abs((12 * sum) / (n - lag))).toBeLessThan(Z / Math.sqrt(n - lag));
  });

  it('leave gaps as long as chance does', () => {
    // Source: D. E. Knuth (1997), The art of computer programming 2, §3.3.2 D. Between numbers below 0.1, a gap of r others
    // has the chance 0.1 · 0.9^r, one of 50 or more 0.9^50: χ² with 50 degrees of freedom.
    const gaps = new Float64Array(51);
    let gap = 0;
    for (const u of row) {
      if (u < 0.1) {
        gaps[Math.min(gap, 50)]++;
        gap = 0;
      } else gap++;
    }
    const all = gaps.reduce((a, b) => a + b, 0);
    const found = chiSquare(gaps, (r) => all * (r < 50 ? 0.1 * 0.9 ** r : 0.9 ** 50));
    expect(found).toBeLessThan(chiSquareLimit(50, Z_CHI));
    expect(found).toBeGreaterThan(chiSquareLimit(50, -Z_CHI));
  });
});

describe('one bit of a key', () => {
  /** The 53 bits of a number, least first. */
  function countBits(u: number, v: number, into: Float64Array): void {
    const [a, b] = [u * 2 ** 32, v * 2 ** 32];
    const high = (Math.floor(a) ^ Math.floor(b)) >>> 0;
    const low = ((a % 1) * 2 ** 21) ^ ((b % 1) * 2 ** 21);
    for (let bit = 0; bit < 21; bit++) into[bit] += (low >>> bit) & 1;
    for (let bit = 0; bit < 32; bit++) into[21 + bit] += (high >>> bit) & 1;
  }

  it.each([
    ['flow', 2],
    ['box', 3],
    ['draw', 4],
    ['first half of purpose, replication and seed', 0],
    ['second half', 1],
  ])('turns every bit of the number in half of all cases: %s', (_, part) => {
    // Of M trials M/2 ± z·√M/2 turn; z = 6.11 is left, either side, by chance once in 1e9. 5 parts × 32 × 53 comparisons:
    // a false alarm in one of 118,000 choices of keys.
    const M = 1000;
    const limit = (6.11 * Math.sqrt(M)) / 2;
    const key = [0, 0, 0, 0, 0];
    const at = (k: number[]) => new KeyedDraws(k[0], k[1], '').unit(k[2], k[3], k[4]);
    for (let bit = 0; bit < 32; bit++) {
      const turned = new Float64Array(53);
      for (let trial = 0; trial < M; trial++) {
        // Keys as they come: text folded to any number, small boxes and smaller counts.
        key[0] = Math.imul(trial, 0x9e3779b1);
        key[1] = Math.imul(trial, 0x85ebca77);
        key[2] = KAZ;
        key[3] = trial;
        key[4] = trial % 7;
        const before = at(key);
        key[part] ^= 1 << bit;
        countBits(before, at(key), turned);
      }
      for (const count of turned) expect(Math.abs(count - M / 2)).toBeLessThan(limit);
    }
  });
});

describe('texts of keys', () => {
  it.each([
    ['purposes', (i: number) => keyed('s', 0, `box/${i}`)],
    ['replications', (i: number) => keyed('s', i, 'Aktau')],
    ['seeds', (i: number) => keyed(`${i}`, 0, 'Aktau')],
  ])('begin independently of their neighbours, over many %s', (_, of) => {
    // As for streams: correlation of first numbers, and 100 cells with 99 degrees of freedom; 9 limits of 1e-5.
    const n = 20_000;
    const first = Float64Array.from({ length: n + 1 }, (__, i) => of(i).unit(0, 0, 0));
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (first[i] - 0.5) * (first[i + 1] - 0.5);
    expect(Math.abs((12 * sum) / n)).toBeLessThan(Z / Math.sqrt(n));
    const cells = new Float64Array(100);
    for (const u of first.subarray(0, n)) cells[Math.floor(u * 100)]++;
    const found = chiSquare(cells, () => n / 100);
    expect(found).toBeLessThan(chiSquareLimit(99, Z_CHI));
    expect(found).toBeGreaterThan(chiSquareLimit(99, -Z_CHI));
  });

  it('fold to as many flow keys as there are flows', () => {
    // 10,000 flows make 5e7 pairs of 2³² keys: two alike in 1.2 % of all choices of names. These are not among them.
    expect(new Set(Array.from({ length: 10_000 }, (_, i) => flowKey(`flow ${i}`))).size).toBe(10_000);
  });

  it('never meet: 50,000 purposes begin differently', () => {
    // 1.25e9 pairs of 53-bit numbers: two alike in one of 7 million choices of names.
    const seen = new Set<number>();
    for (let i = 0; i < 50_000; i++) seen.add(keyed('s', i % 100, `box/${Math.floor(i / 100)}`).unit(0, 0, 0));
    expect(seen.size).toBe(50_000);
  });
});
