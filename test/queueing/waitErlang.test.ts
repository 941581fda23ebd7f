// The exact solver agrees with every closed form that is one of its cases, and with what must hold in general.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitDM1, waitErlang, waitMG1, waitMMc } from '../../src/queueing';

const solve = (arrivalShape: number, serviceShape: number, servers: number, utilisation: number) =>
  waitErlang({ servers, arrivalShape, serviceShape, utilisation });
const off = (a: number, b: number): number => Math.abs(a / b - 1);
// Rounding is amplified by 1 / (1 − utilisation)²: 1e-16 · 100² at 0.99, and a hundred times that to spare.
const EXACT = 1e-10;
const loads = [0.05, 0.3, 0.7, 0.9, 0.99];

describe('Ek/El/n in its special cases', () => {
  it('is M/M/c with one phase of each', () => {
    for (const utilisation of loads) {
      for (const servers of [1, 2, 3, 7, 20]) {
        const [found, form] = [
          solve(1, 1, servers, utilisation),
          waitMMc({ servers, arrivals: servers * utilisation, service: 1 }),
        ];
        expect(off(found.wait, form.wait)).toBeLessThan(EXACT);
        expect(off(found.probabilityOfWaiting, form.probabilityOfWaiting)).toBeLessThan(EXACT);
      }
    }
  });

  it('is Pollaczek and Khinchine with random arrivals and one server', () => {
    for (const utilisation of loads) {
      for (const phases of [2, 3, 10, 40]) {
        const form = waitMG1({ arrivals: utilisation, service: 1, variation: 1 / Math.sqrt(phases) });
        const found = solve(1, phases, 1, utilisation);
        expect(off(found.wait, form.wait)).toBeLessThan(EXACT);
        expect(off(found.probabilityOfWaiting, utilisation)).toBeLessThan(EXACT);
      }
    }
  });

  it('waits, once it waits, 1 / n(1 − σ) services with exponential service: Ek/M/n', () => {
    // Source: L. Takács (1962); σ is the root of σ = A*(n(1 − σ)), found by repetition from 0.
    for (const utilisation of [0.3, 0.7, 0.9]) {
      for (const [k, n] of [
        [1, 3],
        [2, 1],
        [3, 4],
        [5, 2],
      ]) {
        let sigma = 0;
        const up = k * n * utilisation;
        for (let step = 0; step < 3000; step++) sigma = (up / (up + n * (1 - sigma))) ** k;
        const found = solve(k, 1, n, utilisation);
        expect(off(found.wait / found.probabilityOfWaiting, 1 / (n * (1 - sigma)))).toBeLessThan(EXACT);
        if (n === 1) expect(off(found.probabilityOfWaiting, sigma)).toBeLessThan(EXACT);
      }
    }
  });

  it('tends to slots with many phases of arrival: the error of E1000/M/1 is half that of E500/M/1', () => {
    // Error c/k + d/k²: twice the one less the other leaves d / 2·500², 2e-6 for d = 1.
    const limit = waitDM1({ arrivals: 0.8, service: 1 }).wait;
    const [half, whole] = [500, 1000].map((phases) => solve(phases, 1, 1, 0.8).wait);
    expect(whole).toBeGreaterThan(limit);
    expect(Math.abs(2 * whole - half - limit)).toBeLessThan(2e-6);
  });
});

/**
 * Mean wait and chance of waiting of Ek/El/1 from the l roots on the left of A*(−s) B*(s) = 1, one to each l-th root of
 * 1: W*(s) = Π (1 + s/l) / (1 − s/root). Source: F. Pollaczek (1957); W. L. Smith, Proc. Cambridge Phil. Soc. 49
 * (1953).
 */
function byRoots(k: number, l: number, utilisation: number): { wait: number; waits: number } {
  const up = k * utilisation;
  let wait = -1;
  // Product of −root / l, of which only the real part is left in the end.
  let [re, im] = [1, 0];
  for (let turn = 0; turn < l; turn++) {
    let [x, y] = [-l, 0];
    for (let step = 0; step < 5000; step++) {
      const [p, q] = [up - x, -y];
      const length = (up / Math.hypot(p, q)) ** (k / l);
      const angle = (-Math.atan2(q, p) * k) / l + (2 * Math.PI * turn) / l;
      [x, y] = [l * (length * Math.cos(angle) - 1), l * length * Math.sin(angle)];
    }
    wait -= x / (x * x + y * y);
    [re, im] = [(-x * re + y * im) / l, (-x * im - y * re) / l];
  }
  return { wait, waits: 1 - re };
}

describe('Ek/El/1', () => {
  it.each([
    [1, 1],
    [1, 3],
    [2, 1],
    [2, 2],
    [3, 2],
    [2, 5],
    [4, 4],
    [7, 3],
    [6, 12],
  ])('waits as the roots of the transform say with %i phases of arrival and %i of service', (k, l) => {
    for (const utilisation of [0.3, 0.5, 0.8, 0.95]) {
      const [found, form] = [solve(k, l, 1, utilisation), byRoots(k, l, utilisation)];
      // The roots lose digits where the wait is small beside the services that are taken off it.
      expect(Math.abs(found.wait - form.wait)).toBeLessThan(1e-11 + EXACT * form.wait);
      expect(Math.abs(found.probabilityOfWaiting - form.waits)).toBeLessThan(1e-11);
    }
  });
});

describe('Ek/El/n', () => {
  const fixed = { seed: 7, numRuns: 60 };
  const shape = fc.integer({ min: 1, max: 3 });
  const servers = fc.integer({ min: 1, max: 4 });
  const load = fc.double({ min: 0.05, max: 0.95, noNaN: true });

  it('is M/E2/n at 0.8: 3.0000 1.3424 0.8183 0.5677 0.4232 0.3305', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((n) => solve(1, 2, n, 0.8).waitOverService.toFixed(4));
    expect(waits).toEqual(['3.0000', '1.3424', '0.8183', '0.5677', '0.4232', '0.3305']);
  });

  it('waits more when busier, less with one more server as busy, and less with one more phase of either', () => {
    fc.assert(
      fc.property(shape, shape, servers, load, (k, l, n, utilisation) => {
        const { wait, probabilityOfWaiting } = solve(k, l, n, utilisation);
        const busier = solve(k, l, n, utilisation + 0.01);
        return (
          wait > 0 &&
          busier.wait > wait &&
          busier.probabilityOfWaiting > probabilityOfWaiting &&
          solve(k, l, n + 1, utilisation).wait < wait &&
          solve(k + 1, l, n, utilisation).wait < wait &&
          solve(k, l + 1, n, utilisation).wait < wait
        );
      }),
      fixed,
    );
  });

  it('is one queue in every unit of time, and whether arrivals or utilisation are given', () => {
    fc.assert(
      fc.property(
        shape,
        shape,
        servers,
        load,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (k, l, n, utilisation, service) => {
          const shapes = { servers: n, arrivalShape: k, serviceShape: l };
          const plain = waitErlang({ ...shapes, utilisation });
          const other = waitErlang({ ...shapes, arrivals: (n * utilisation) / service, service });
          const third = waitErlang({ ...shapes, utilisation, service });
          return (
            off(other.wait, plain.wait * service) < EXACT &&
            off(third.wait, other.wait) < EXACT &&
            off(other.waiting, plain.waiting) < EXACT &&
            off(other.utilisation, utilisation) < 1e-14
          );
        },
      ),
      fixed,
    );
  });

  it('waits with one server no longer than Kingman allows, and nearly as long when hardly any time is free', () => {
    // Source: J. F. C. Kingman, Some inequalities for the queue GI/G/1, Biometrika 49 (1962).
    const bound = (k: number, l: number, utilisation: number) =>
      (1 / (k * utilisation) + utilisation / l) / (2 * (1 - utilisation));
    fc.assert(
      fc.property(
        shape,
        shape,
        load,
        (k, l, utilisation) => solve(k, l, 1, utilisation).wait <= bound(k, l, utilisation),
      ),
      fixed,
    );
    // What is missing to the bound stays below one time between arrivals while the wait grows like 1 / (1 −
    // utilisation).
    for (const [k, l] of [
      [1, 3],
      [2, 2],
      [3, 1],
    ]) {
      expect(bound(k, l, 0.999) - solve(k, l, 1, 0.999).wait).toBeLessThan(1 / 0.999);
    }
  });

  it('stands hundreds of servers, light loads and loads near one', () => {
    const many = solve(1, 1, 1000, 0.9);
    expect(off(many.wait, waitMMc({ servers: 1000, arrivals: 900, service: 1 }).wait)).toBeLessThan(EXACT);
    expect(
      off(solve(1, 3, 1, 1e-9).wait, waitMG1({ arrivals: 1e-9, service: 1, variation: 1 / Math.sqrt(3) }).wait),
    ).toBeLessThan(EXACT);
    const near = waitMG1({ arrivals: 0.9999, service: 1, variation: 1 / Math.sqrt(3) }).wait;
    expect(off(solve(1, 3, 1, 0.9999).wait, near)).toBeLessThan(1e-7);
  });
});
