// The closed forms give the values that are published, and what must hold between them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  erlangB,
  erlangC,
  waitDM1,
  waitFiniteSource,
  waitMG1,
  waitMMc,
  waitPriority,
  waitQuantileMMc,
} from '../../src/queueing';

const fixed = { seed: 20_261, numRuns: 200 };
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const time = fc.double({ min: 0.1, max: 10, noNaN: true });

describe("Erlang's formulas", () => {
  it('lose 0.07874 of the callers with 10 servers and a load of 7', () => {
    expect(erlangB({ servers: 10, load: 7 })).toBeCloseTo(0.07874, 5);
  });

  it('agree with the sum of powers over factorials, where that can be formed', () => {
    for (const [servers, load] of [
      [1, 0.5],
      [3, 2.1],
      [12, 20],
      [20, 15],
    ]) {
      let term = 1;
      let sum = 1;
      for (let k = 1; k <= servers; k++) {
        term *= load / k;
        sum += term;
      }
      expect(erlangB({ servers, load })).toBeCloseTo(term / sum, 14);
      if (load >= servers) continue;
      const all = term / (1 - load / servers);
      expect(erlangC({ servers, load })).toBeCloseTo(all / (sum - term + all), 14);
    }
  });

  it('stand 100,000 servers at a load as large', () => {
    // 1/B = √(πa/2) + 2/3 + O(1/√a), the next term here 0.0003. Source: D. L. Jagerman, Bell System Technical Journal
    // 53 (1974).
    const inverse = 1 / erlangB({ servers: 1e5, load: 1e5 });
    expect(Math.abs(inverse - Math.sqrt((Math.PI * 1e5) / 2) - 2 / 3)).toBeLessThan(0.001);
  });

  it('lose and keep waiting nobody at no load', () => {
    expect(erlangB({ servers: 3, load: 0 })).toBe(0);
    expect(erlangC({ servers: 3, load: 0 })).toBe(0);
  });
});

describe('random arrivals, exponential service, several servers', () => {
  it('wait 4.0000 1.7778 1.0787 0.7455 0.5541 0.4315 services at 0.8 with 1 to 6 servers', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((servers) => waitMMc({ servers, arrivals: 0.8 * servers, service: 1 }).wait);
    expect(waits.map((wait) => wait.toFixed(4))).toEqual(['4.0000', '1.7778', '1.0787', '0.7455', '0.5541', '0.4315']);
    expect(waitMMc({ servers: 3, arrivals: 2.1, service: 1 }).wait).toBeCloseTo(0.54705, 5);
  });

  it('count in line and in system what arrivals times wait say, in any unit of time', () => {
    const hours = waitMMc({ servers: 2, arrivals: 0.15, service: 10 });
    const minutes = waitMMc({ servers: 2, arrivals: 0.15 / 60, service: 600 });
    expect(hours.wait * 60).toBeCloseTo(minutes.wait, 10);
    // Geometric line: C ρ / (1 − ρ) = 0.6429 · 3 with ρ = 0.75, C = 9/14.
    expect(hours.waiting).toBeCloseTo(27 / 14, 12);
    expect(hours.inSystem).toBeCloseTo(27 / 14 + 1.5, 12);
    expect(hours.timeInSystem).toBeCloseTo(hours.wait + 10, 12);
  });

  it('exceed the wait of a share as often as the share says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        share,
        time,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (servers, busy, service, p) => {
          const demand = { servers, arrivals: (busy * servers) / service, service };
          const { probabilityOfWaiting } = waitMMc(demand);
          const wait = waitQuantileMMc({ ...demand, share: p });
          if (p <= 1 - probabilityOfWaiting) return wait === 0;
          const exceeds = probabilityOfWaiting * Math.exp((-servers * (1 - busy) * wait) / service);
          return Math.abs(exceeds - (1 - p)) < 1e-9;
        },
      ),
      fixed,
    );
  });
});

describe('random arrivals, any service, one server', () => {
  it('wait 1.16667 services at 0.7 when service is always the same, and 3 at 0.8 with two Erlang phases', () => {
    expect(waitMG1({ arrivals: 0.7, service: 1, variation: 0 }).wait).toBeCloseTo(1.166667, 6);
    expect(waitMG1({ arrivals: 0.8, service: 1, variation: Math.SQRT1_2 }).wait).toBeCloseTo(3, 12);
  });

  it('wait as M/M/1 says when the variation is 1', () => {
    fc.assert(
      fc.property(share, time, (busy, service) => {
        const demand = { arrivals: busy / service, service };
        const [a, b] = [waitMG1({ ...demand, variation: 1 }), waitMMc({ ...demand, servers: 1 })];
        return (
          Math.abs(a.wait / b.wait - 1) < 1e-11 && Math.abs(a.probabilityOfWaiting - b.probabilityOfWaiting) < 1e-12
        );
      }),
      fixed,
    );
  });
});

describe('slots', () => {
  it('leave a wait of 1.6927 services at 0.8', () => {
    expect(waitDM1({ arrivals: 0.8, service: 1 }).wait).toBeCloseTo(1.6927, 4);
  });

  it('cut the wait of random arrivals by more than half at every load', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), time, (busy, service) => {
        const demand = { arrivals: busy / service, service };
        return waitDM1(demand).wait < 0.5 * waitMMc({ ...demand, servers: 1 }).wait;
      }),
      fixed,
    );
  });

  it('satisfy the equation of σ also where hardly anybody waits', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.005, max: 0.999, noNaN: true }), (busy) => {
        const sigma = waitDM1({ arrivals: busy, service: 1 }).probabilityOfWaiting;
        return Math.abs(Math.exp(-(1 - sigma) / busy) / sigma - 1) < 1e-10;
      }),
      fixed,
    );
  });
});

describe('priority without interruption', () => {
  const exponential = { service: 1, variation: 1 };

  it('lets the urgent wait 1.0000 and the others 3.3333, where first come, first served is 2.3333 for all', () => {
    const classes = [0.3, 0.4].map((arrivals) => ({ arrivals, ...exponential }));
    const waits = waitPriority({ classes }).map(({ wait }) => wait.toFixed(4));
    expect(waits).toEqual(['1.0000', '3.3333']);
    expect(waitMG1({ arrivals: 0.7, ...exponential }).wait).toBeCloseTo(2.3333, 4);
  });

  it('shares the wait out and neither makes nor takes any: Σ ρ W stays', () => {
    // Source: L. Kleinrock, A conservation law for a wide class of queueing disciplines (1965).
    const one = fc.record({ weight: share, service: time, variation: fc.double({ min: 0, max: 3, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), share, (drawn, busy) => {
        const scale = busy / drawn.reduce((sum, { weight }) => sum + weight, 0);
        const classes = drawn.map(({ weight, ...rest }) => ({ ...rest, arrivals: (weight * scale) / rest.service }));
        const work = classes.reduce(
          (sum, { arrivals, service, variation }) => sum + (arrivals * service ** 2 * (1 + variation ** 2)) / 2,
          0,
        );
        const shared = waitPriority({ classes }).reduce((sum, { utilisation, wait }) => sum + utilisation * wait, 0);
        return Math.abs(shared / ((busy * work) / (1 - busy)) - 1) < 1e-10;
      }),
      fixed,
    );
  });
});

describe('a closed fleet', () => {
  it('of three with one server, as long away as in service, waits 1.2 services', () => {
    // Chances of 0 to 3 here are 1, 3, 6, 6 of 16: 15/16 come a unit of time, 18/16 wait; who comes sees 1, 2, 2 of 5.
    const found = waitFiniteSource({ sources: 3, servers: 1, away: 1, service: 1 });
    expect(found.arrivals).toBeCloseTo(15 / 16, 14);
    expect(found.waiting).toBeCloseTo(18 / 16, 14);
    expect(found.wait).toBeCloseTo(1.2, 14);
    expect(found.probabilityOfWaiting).toBeCloseTo(0.8, 14);
  });

  it('never waits with a server for each', () => {
    const found = waitFiniteSource({ sources: 4, servers: 4, away: 2, service: 6 });
    expect([found.wait, found.probabilityOfWaiting]).toEqual([0, 0]);
    expect(found.utilisation).toBeCloseTo(0.75, 14);
  });

  it('keeps the servers all busy when it is far too large for them', () => {
    const found = waitFiniteSource({ sources: 2000, servers: 3, away: 10, service: 1 });
    expect(found.utilisation).toBeCloseTo(1, 12);
    // All 2000 are away, in service or in line: each comes every 2000 / 3.
    expect(found.wait).toBeCloseTo(2000 / 3 - 10 - 1, 8);
  });

  it('tends to random arrivals as it grows, its difference halved when it doubles', () => {
    const open = waitMMc({ servers: 3, arrivals: 2.1, service: 1 }).wait;
    const off = (sources: number) =>
      open - waitFiniteSource({ sources, servers: 3, away: sources / 2.1, service: 1 }).wait;
    expect(off(20_000)).toBeGreaterThan(0);
    expect(off(10_000) / off(20_000)).toBeCloseTo(2, 2);
  });
});
