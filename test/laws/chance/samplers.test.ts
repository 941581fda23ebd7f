// Promises that every law keeps: one suite for all, one line a law.
import { describe, expect, it } from 'vitest';
import { flowKey, keyed, type Law, sampler, stream, type UnitSource } from '../../../src/stochastic';

/** What theory says of a law, worked out here and not taken from the sampler. */
interface Truth {
  law: Law;
  mean: number;
  variance: number;
  /** Fourth central moment over the variance squared; 3 for the normal law. */
  kurtosis: number;
  /** The chance of x or less. */
  below: (x: number) => number;
  /** The only values that can come, if there are few. */
  atoms?: readonly number[];
}

/** Source: G. Marsaglia (2004), Evaluating the normal distribution, Journal of Statistical Software 11(4), 1–11. */
function normalBelow(z: number): number {
  // Its series loses digits far out; beyond 8 the tail is under 1e-15.
  if (Math.abs(z) > 8) return z < 0 ? 0 : 1;
  let sum = z;
  for (let term = z, k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

function fixed(value: number): Truth {
  const below = (x: number) => (x >= value ? 1 : 0);
  return { law: { law: 'fixed', value }, mean: value, variance: 0, kurtosis: 3, below, atoms: [value] };
}

function exponential(mean: number): Truth {
  const below = (x: number) => (x <= 0 ? 0 : -Math.expm1(-x / mean));
  return { law: { law: 'exponential', mean }, mean, variance: mean ** 2, kurtosis: 9, below };
}

/** The kurtosis of a triangle is 12/5 wherever its mode lies. */
function triangular(least: number, mode: number, most: number): Truth {
  const range = most - least;
  const below = (x: number) => {
    if (x <= least) return 0;
    if (x >= most) return 1;
    return x < mode ? (x - least) ** 2 / (range * (mode - least)) : 1 - (most - x) ** 2 / (range * (most - mode));
  };
  const squares = least ** 2 + mode ** 2 + most ** 2 - least * mode - least * most - mode * most;
  const mean = (least + mode + most) / 3;
  return { law: { law: 'triangular', least, mode, most }, mean, variance: squares / 18, kurtosis: 2.4, below };
}

function lognormal(mean: number, sd: number): Truth {
  const s2 = Math.log(1 + (sd / mean) ** 2);
  const below = (x: number) => (x <= 0 ? 0 : normalBelow((Math.log(x) - Math.log(mean) + s2 / 2) / Math.sqrt(s2)));
  const kurtosis = Math.exp(4 * s2) + 2 * Math.exp(3 * s2) + 3 * Math.exp(2 * s2) - 3;
  return { law: { law: 'lognormal', mean, sd }, mean, variance: sd ** 2, kurtosis, below };
}

function discrete(law: Law, atoms: readonly number[], shares: readonly number[]): Truth {
  const sum = (f: (x: number) => number) => atoms.reduce((all, x, i) => all + shares[i] * f(x), 0);
  const mean = sum((x) => x);
  const variance = sum((x) => (x - mean) ** 2);
  const kurtosis = sum((x) => (x - mean) ** 4) / variance ** 2;
  return { law, mean, variance, kurtosis, below: (x) => sum((atom) => (atom <= x ? 1 : 0)), atoms };
}

const bernoulli = (share: number) => discrete({ law: 'bernoulli', share }, [0, 1], [1 - share, share]);
const empirical = (values: number[], weights?: number[]) => {
  const total = weights?.reduce((a, b) => a + b, 0) ?? values.length;
  const shares = values.map((_, i) => (weights?.[i] ?? 1) / total);
  return discrete({ law: 'empirical', values, weights }, values, shares);
};

const truths: [string, Truth][] = [
  ['fixed 6', fixed(6)],
  ['exponential 4.5', exponential(4.5)],
  ['triangular 2, 3, 8', triangular(2, 3, 8)],
  ['triangular −1, −1, 5', triangular(-1, -1, 5)],
  ['triangular 1, 4, 4', triangular(1, 4, 4)],
  ['lognormal 30 ± 12', lognormal(30, 12)],
  ['lognormal 5 ± 4', lognormal(5, 4)],
  ['bernoulli 0.3', bernoulli(0.3)],
  ['bernoulli 0.95', bernoulli(0.95)],
  ['empirical 1 4 2', empirical([1, 4, 2])],
  ['empirical weighted', empirical([20, 40, 45, 10], [5, 3, 0, 2])],
];

/** Where the luck comes from: a stream, or boxes that draw twice each. */
const sources: [string, (seed: string, name: string) => UnitSource][] = [
  ['a stream', (seed, name) => stream(seed, 0, name)],
  [
    'keyed draws',
    (seed, name) => {
      const draws = keyed(seed, 0, name);
      const flow = flowKey('Khorgos → Poti');
      let i = 0;
      return { unit: () => draws.unit(flow, i >>> 1, i++ & 1) };
    },
  ],
];
const suites = truths.flatMap(([name, truth]) =>
  sources.map(([source, from]): [string, string, Truth, typeof from] => [name, source, truth, from]),
);

// 4.417 standard errors: outside by chance once in 100,000, either side; 60 comparisons: once in 1,600 choices of seed.
const Z = 4.417;
const FALSE_ALARM = 1e-5;

/** So many draws that a mean off by 2 % is missed as rarely as a right one is refused: both limits fit into the 2 %. */
function drawsFor(truth: Truth): number {
  const variation2 = truth.variance / truth.mean ** 2;
  return Math.max(100_000, Math.ceil((2 * Z) ** 2 * (variation2 / 0.02 ** 2)));
}

function draws(law: Law, n: number, from: UnitSource): Float64Array {
  const made = sampler(law);
  return Float64Array.from({ length: n }, () => made.draw(from));
}

/** Steps evenly through (0, 1): the middle of each of n equal parts. Counts what was asked of it. */
class Steps {
  asked = 0;
  constructor(private readonly n: number) {}
  unit(): number {
    return (this.asked++ % this.n) / this.n + 0.5 / this.n;
  }
}

describe.each(suites)('the law %s, drawn from %s', (_, __, truth, source) => {
  const { law, mean, variance, kurtosis, below, atoms } = truth;
  const n = drawsFor(truth);
  const begin = (seed = 'law suite') => source(seed, JSON.stringify(law));
  const sample = draws(law, n, begin());
  const made = sampler(law);

  it('draws nothing outside its support, and says where that ends', () => {
    const inside = (x: number) => (atoms ? atoms.includes(x) : Number.isFinite(x));
    expect(sample.every((x) => inside(x) && made.least <= x && x <= made.most)).toBe(true);
    // The ends are right when nothing lies beyond them, and something just inside.
    expect(below(made.least - 1e-9)).toBe(0);
    expect(below(made.most)).toBe(1);
    expect(below(made.least + 0.3 * Math.sqrt(variance))).toBeGreaterThan(0);
    if (made.most < Infinity) expect(below(made.most - 1e-4)).toBeLessThan(1);
  });

  it('says its mean and variance', () => {
    expect(made.mean).toBeCloseTo(mean, 12);
    expect(made.variance).toBeCloseTo(variance, 10);
  });

  it('has the mean that theory says, near enough to catch a bias of 2 %', () => {
    // The mean of n draws has standard error √(variance / n); `drawsFor` makes Z of them at most 1 % of the mean.
    const limit = Z * Math.sqrt(variance / n);
    expect(limit).toBeLessThanOrEqual(0.01 * Math.abs(mean) * (1 + 1e-9));
    const drawn = sample.reduce((a, b) => a + b, 0) / n;
    expect(Math.abs(drawn - mean)).toBeLessThanOrEqual(limit + 1e-9);
  });

  it('has the variance that theory says', () => {
    // Around the true mean it is a mean of n squares, of variance (kurtosis − 1) · variance².
    const drawn = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
    expect(Math.abs(drawn - variance)).toBeLessThanOrEqual(Z * variance * Math.sqrt((kurtosis - 1) / n) + 1e-9);
  });

  it('has the quantiles that theory says, all at once', () => {
    // Dvoretzky, Kiefer and Wolfowitz with Massart's constant (1990): the largest distance between the shares drawn and
    // expected is above d with a chance of at most 2·exp(−2nd²), for any law and any n.
    const limit = Math.sqrt(Math.log(2 / FALSE_ALARM) / (2 * n));
    const sorted = sample.slice().sort();
    let distance = 0;
    for (let i = 0; i < n; i++) {
      const last = i === n - 1 || sorted[i + 1] !== sorted[i];
      if (last) distance = Math.max(distance, Math.abs((i + 1) / n - below(sorted[i])));
      if (!atoms) distance = Math.max(distance, Math.abs(i / n - below(sorted[i])));
    }
    expect(distance).toBeLessThanOrEqual(limit);
  });

  it('gives the same numbers for the same seed, and others for another', () => {
    expect(draws(law, 1000, begin())).toEqual(sample.slice(0, 1000));
    if (variance > 0) expect(draws(law, 1000, begin('law suitf'))).not.toEqual(sample.slice(0, 1000));
  });

  it('uses the same number of uniforms at every draw', () => {
    const steps = new Steps(997);
    for (let i = 1; i <= 2000; i++) {
      made.draw(steps);
      expect(steps.asked).toBe(i * made.uniforms);
    }
    expect(made.uniforms).toBe(law.law === 'fixed' ? 0 : 1);
  });

  it('draws exactly its quantile function, which never descends', () => {
    // The table of the normal quantile is within 1e-10 of it; the normal density is at most 0.39895.
    const limit = law.law === 'lognormal' ? 0.39895e-10 : 1e-12;
    // A power of 2, so that the steps are exact.
    const steps = new Steps(1024);
    let before = -Infinity;
    for (let i = 0; i < 1024; i++) {
      const u = (i + 0.5) / 1024;
      const x = made.draw(steps);
      expect(x).toBe(made.quantile(u));
      expect(x).toBeGreaterThanOrEqual(before);
      before = x;
      // The share below the quantile of u is u itself; where the law jumps, u lies within the jump.
      if (atoms) {
        expect(below(x)).toBeGreaterThan(u);
        expect(below(x - 1e-9)).toBeLessThanOrEqual(u + 1e-12);
      } else expect(Math.abs(below(x) - u)).toBeLessThan(limit);
    }
  });

  it('draws a number in its support when the stream gives 0 or the largest number below 1', () => {
    for (const u of [0, 1 - 2 ** -53]) {
      const x = made.draw({ unit: () => u });
      expect(Number.isFinite(x) && made.least <= x && x <= made.most).toBe(true);
    }
  });
});
