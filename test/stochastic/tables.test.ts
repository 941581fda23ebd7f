import { describe, expect, it, vi } from 'vitest';
import { type Law, normalQuantile, sampler, stream } from '../../src/stochastic';
import { logarithm, logarithmOf1Plus, minusLog } from '../../src/stochastic/logarithm';
import { normalDraw } from '../../src/stochastic/normalTable';
import { PARTS_AT_1, PARTS_OF_E, power } from '../../src/stochastic/power';

const ULP = 2 ** -53;

/** Numbers of a stream, as they come and drawn towards 0 and 1, all multiples of 2⁻⁵³. */
function numbers(n: number): number[] {
  const from = stream('tables', 0, 'numbers');
  return Array.from({ length: n }, (_, i) => {
    const small = Math.max(Math.floor((from.unit() * 2 ** (i % 54)) / ULP / 2 ** 53), 1) * ULP;
    return i % 2 === 0 ? small : 1 - small;
  });
}

/** The numbers three steps either side of a place. */
function around(place: number): number[] {
  return [-3, -2, -1, 0, 1, 2, 3].map((i) => place + i * ULP).filter((v) => v >= ULP && v <= 1);
}

describe('the logarithm', () => {
  it('is right within 1e-15 of itself', () => {
    for (const v of numbers(200_000)) {
      // Math.log1p where 1 − v has the digits, else Math.log.
      const right = v > 0.5 ? -Math.log1p(v - 1) : -Math.log(v);
      if (!(Math.abs(minusLog(v) - right) <= 1e-15 * right)) expect.fail(`${v}: ${minusLog(v)}, not ${right}`);
    }
    expect([minusLog(1), minusLog(0), minusLog(0.5)]).toEqual([0, Infinity, Math.LN2]);
  });

  it('never rises from one number to the next, across any joint of its table', () => {
    for (let halvings = 0; halvings < 53; halvings++) {
      for (let cell = 128; cell < 256; cell++) {
        const at = Math.round((cell / 256) * 2 ** -halvings * 2 ** 53) * ULP;
        const found = around(at).map(minusLog);
        for (let i = 1; i < found.length; i++) if (!(found[i] <= found[i - 1])) expect.fail(`${at}: ${found}`);
      }
    }
  });

  it.each([1e-300, 1e-5, 0.3, 1, 1.5, 30, 86_400, 1e150])('of %s is right for the constants of a law', (x) => {
    // Every 23 doublings of a small x are one more sum, each rounded by 2⁻⁵³ of itself: 44 sums at 1e-300.
    const sums = Math.ceil(Math.max(0, -Math.log2(x)) / 23);
    const limit = (3e-16 + sums * 2 ** -53) * Math.max(1, Math.abs(Math.log(x)));
    expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThanOrEqual(limit);
    const right = Math.log1p(x);
    expect(Math.abs(logarithmOf1Plus(x) - right)).toBeLessThanOrEqual(5e-16 * right);
  });
});

describe('the power', () => {
  it('is right within 3e-12 of itself', () => {
    for (const u of numbers(50_000)) {
      const x = (u - 0.5) * 1400;
      // The argument itself, near 260,000, is rounded to 3e-11 parts: 8e-14 of the result.
      if (!(Math.abs(power(PARTS_AT_1 + x * PARTS_OF_E) / Math.exp(x) - 1) <= 3e-12)) expect.fail(`${x}`);
    }
    expect(power(PARTS_AT_1)).toBe(1);
    expect([power(-1), power(-1e9), power(523_520), power(1e9)]).toEqual([0, 0, Infinity, Infinity]);
  });

  it('never descends, across any joint of its table', () => {
    for (let whole = PARTS_AT_1 - 2048; whole < PARTS_AT_1 + 2048; whole++) {
      const before = power(whole - 3e-11);
      if (!(before <= power(whole) && power(whole) <= power(whole + 3e-11))) expect.fail(`${whole}`);
    }
  });
});

describe('the normal quantile of a draw', () => {
  it('is within 1e-10 of the exact one, in both tails', () => {
    for (const u of numbers(200_000)) {
      if (!(Math.abs(normalDraw(u) - normalQuantile(u)) <= 1e-10)) expect.fail(`${u}`);
    }
    expect([normalDraw(0), normalDraw(0.5), normalDraw(1)]).toEqual([-40, 0, 40]);
  });

  it('needs each of its 20 × 64 cells for that', () => {
    // The middle of every cell, where a cubic through its ends and thirds is not exact.
    for (let cell = 0; cell < 20 * 64; cell++) {
      const tail = ((64.5 + (cell % 64)) / 128) * 2 ** -Math.floor(cell / 64);
      for (const u of [tail, 1 - tail]) expect(Math.abs(normalDraw(u) - normalQuantile(u))).toBeLessThan(1e-10);
    }
  });

  it('descends by no more than rounding from one number to the next, across any joint of its table', () => {
    // A draw is four rounded operations of at most 2⁻⁵³ of their result each; two neighbours differ by eight at most.
    const rounding = 8 * ULP;
    for (let halvings = 1; halvings <= 21; halvings++) {
      for (let cell = 64; cell < 128; cell++) {
        const tail = (cell / 128) * 2 ** (1 - halvings);
        for (const place of [tail, 1 - tail]) {
          const found = around(place).map(normalDraw);
          for (let i = 1; i < found.length; i++)
            if (!(found[i] >= found[i - 1] - rounding * Math.abs(found[i]))) expect.fail(`${place}: ${found}`);
          // Eight numbers on, the curve has risen by 2.2e-15 at least, more than all of that rounding.
          expect(normalDraw(place + 8 * ULP)).toBeGreaterThan(normalDraw(place));
          expect(normalDraw(place - 8 * ULP)).toBeLessThan(normalDraw(place));
        }
      }
    }
  });

  it('is the same on both sides', () => {
    for (const u of numbers(1000)) expect(normalDraw(1 - u)).toBe(-normalDraw(u));
  });
});

describe('a law drawn from tables', () => {
  it.each([0.01, 0.4, 0.8, 2])('has the exact lognormal quantile within 1e-10 of itself a unit of spread: %s', (cv) => {
    const made = sampler({ law: 'lognormal', mean: 30, sd: 30 * cv });
    const spread = Math.sqrt(Math.log1p(cv * cv));
    // (1e-10 of the normal quantile) · spread, 3e-12 of the power, and what rounding 30 costs near y = 262,000: 1e-13.
    for (const u of numbers(20_000)) {
      const right = Math.exp(Math.log(30) - (spread * spread) / 2 + spread * normalQuantile(u));
      if (!(Math.abs(made.quantile(u) / right - 1) <= 1e-10 * spread + 4e-12)) expect.fail(`${u}`);
    }
  });

  it('has the exact exponential quantile within 1e-15 of itself', () => {
    const made = sampler({ law: 'exponential', mean: 4.5 });
    for (const u of numbers(50_000)) {
      // One rounding more than the logarithm: the product with the mean.
      if (!(Math.abs(made.quantile(u) / (-4.5 * Math.log1p(-u)) - 1) <= 1.3e-15)) expect.fail(`${u}`);
    }
  });

  it('keeps the mean and the variance of the exact law within 1e-10 of themselves', () => {
    // Both summed over the same 2¹⁶ equal parts, so that only the tables can differ; spread 0.37 · 1e-10, twice that for squares.
    const made = sampler({ law: 'lognormal', mean: 30, sd: 12 });
    const spread = Math.sqrt(Math.log1p(0.16));
    const sums = [0, 0, 0, 0];
    for (let i = 0; i < 65_536; i++) {
      const u = (i + 0.5) / 65_536;
      const right = Math.exp(Math.log(30) - (spread * spread) / 2 + spread * normalQuantile(u));
      const drawn = made.quantile(u);
      sums[0] += drawn;
      sums[1] += right;
      sums[2] += (drawn - 30) ** 2;
      sums[3] += (right - 30) ** 2;
    }
    expect(Math.abs(sums[0] / sums[1] - 1)).toBeLessThan(1e-10);
    expect(Math.abs(sums[2] / sums[3] - 1)).toBeLessThan(1e-10);
  });

  it('finds the observed value by its guide just where counting from the first would', () => {
    const from = stream('tables', 0, 'guide');
    for (let trial = 0; trial < 200; trial++) {
      const weights = Array.from({ length: 1 + (trial % 40) }, () => (from.unit() < 0.3 ? 0 : from.unit() ** 6));
      weights[0] = 1e-9;
      const made = sampler({ law: 'empirical', values: weights.map((_, i) => i), weights });
      const kept = weights.map((weight, i) => ({ weight, i })).filter(({ weight }) => weight > 0);
      let sum = 0;
      const shares = kept.map(({ weight }) => {
        sum += weight;
        return sum;
      });
      const counted = (p: number) =>
        kept[Math.min(shares.findIndex((share) => share / sum > p) >>> 0, kept.length - 1)].i;
      const asked = [0, 1, ...shares.flatMap((share) => [share / sum - ULP, share / sum, share / sum + ULP])];
      for (let i = 0; i < 50; i++) asked.push(from.unit());
      for (const p of asked) if (p >= 0 && p <= 1) expect(made.quantile(p)).toBe(counted(p));
    }
  });
});

describe('draws', () => {
  const laws: Law[] = [
    { law: 'fixed', value: 1 },
    { law: 'exponential', mean: 4.5 },
    { law: 'triangular', least: 2, mode: 3, most: 8 },
    { law: 'lognormal', mean: 30, sd: 12 },
    { law: 'bernoulli', share: 0.3 },
    { law: 'empirical', values: [20, 40, 45], weights: [5, 3, 2] },
  ];

  it('ask no function of Math whose last bit is the engine’s own, neither for their tables nor for a number', async () => {
    // ECMAScript fixes the last bit of all but these.
    const powers = ['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'cbrt', 'hypot'] as const;
    const angles = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2'] as const;
    const hyperbolic = ['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'] as const;
    const spies = [...powers, ...angles, ...hyperbolic].map((name) =>
      vi.spyOn(Math, name).mockImplementation(() => {
        throw new Error(`Math.${name} was asked`);
      }),
    );
    vi.resetModules();
    try {
      const fresh = await import('../../src/stochastic');
      expect(fresh.sampler).not.toBe(sampler);
      const luck = [0, 2 ** -53, 2 ** -40, 0.01, 0.2, 0.5, 0.9, 1 - 2 ** -40, 1 - 2 ** -53];
      for (const law of laws) for (const u of luck) fresh.sampler(law).draw({ unit: () => u });
      fresh.keyed('s', 0, 'Aktau').unit(fresh.flowKey('f'), 0, 0);
    } finally {
      for (const spy of spies) spy.mockRestore();
      vi.resetModules();
    }
  });

  it('keep their bits from version to version and from engine to engine', () => {
    // Unchanged, not validated.
    const from = stream('keruen', 0, 'laws');
    expect(laws.map((law) => sampler(law).draw(from))).toEqual([
      1, 2.8366658773221247, 2.6102150637026202, 16.406310979067033, 1, 20,
    ]);
  });
});
