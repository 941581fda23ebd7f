// Known truths of a road border, as corridors: Q7 (what slots buy), Q2 (lanes), and a truck's way by hand, to the second (Q16).
import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../../src/experiment';
import { replicate } from '../../../src/model/replicate';
import { days, hours, seconds, trucksPerDay } from '../../../src/units';
import { accountsOf, BORDER, daytime, type Figures, roadWorld, TOWARD, withFigures } from '../../model/roads';

const REPLICATIONS = 30;

/** Mean wait at the border [h] over replications of a year, and t(0.9995) standard errors of it. */
function waitOf(figures: Figures, purpose: string): { mean: number; limit: number } {
  // The queue begins empty and forgets that like exp(−t / T), T = 1 / (√c − √(cρ))² services, at most 90 (Source: J. W. Cohen,
  // The Single Server Queue, 1982, for c = 1): 1,080 services of warm-up and more are 12 T.
  const data = withFigures({ warmUp: days(60), ...figures });
  const waits = Array.from({ length: REPLICATIONS }, (_, replication) => {
    const { measures } = replicate(data, { seed: purpose, replication, days: 365 });
    return measures.find(({ measure, of }) => measure === 'wait' && of.resource === 'to Khorgos')?.value as number;
  });
  const mean = waits.reduce((a, b) => a + b) / REPLICATIONS;
  const variance = waits.reduce((sum, wait) => sum + (wait - mean) ** 2, 0) / (REPLICATIONS - 1);
  return { mean, limit: studentQuantile(0.9995, REPLICATIONS - 1) * Math.sqrt(variance / REPLICATIONS) };
}

/**
 * Replications are independent and their means nearly normal, each over some 6,500 trucks and more: Student with n − 1
 * degrees of freedom. A difference of t(0.9995) standard errors comes by chance once in 1,000 tests: once in 330 choices of
 * seed for the 3 of this file.
 */
function compare(figures: Figures, truth: number, purpose: string): void {
  const { mean, limit } = waitOf(figures, purpose);
  // A limit so wide that any answer passes would be no test.
  expect(limit).toBeLessThan(0.12 * truth);
  expect(Math.abs(mean - truth)).toBeLessThan(limit);
}

describe('one lane at load 0.8, documents of exponential length', () => {
  // 18 trucks a day, one every 4,800 s, of 3,840 s each.
  const service = 3840;
  const lane = { [`${TOWARD}.takes`]: { law: 'exponential', mean: seconds(service) } };

  it('keeps trucks that come by slots waiting for 1.6927 services (D/M/1)', () => {
    // Source: D. G. Kendall (1953); L. Kleinrock, Queueing Systems 1 (1975), eq. 6.18: σ is the root of σ = exp(−(1 − σ)/ρ).
    let sigma = 0.5;
    for (let i = 0; i < 200; i++) sigma = Math.exp(-(1 - sigma) / 0.8);
    expect(sigma / (1 - sigma)).toBeCloseTo(1.6927, 4);
    // More trucks come than there are slots, so that none is left over; nobody fails to come.
    const eQueue = { slots: trucksPerDay(18), horizon: days(5) };
    const figures = { ...lane, [`${TOWARD}.eQueue`]: eQueue, 'flows.export.trucks': trucksPerDay(21) };
    compare(figures, ((sigma / (1 - sigma)) * service) / 3600, 'slots');
  });

  it('keeps trucks that come at random waiting for 4 services (M/M/1)', () => {
    compare({ ...lane, 'flows.export.trucks': trucksPerDay(18) }, (4 * service) / 3600, 'at random');
  });
});

describe('three lanes at load 0.7, documents of exponential length', () => {
  it('keep trucks waiting for 0.54705 services (M/M/3)', () => {
    // Source: A. K. Erlang (1917); L. Kleinrock, Queueing Systems 1 (1975), eq. 3.40. a = 2.1: C(3, a) is the part of 3 and more.
    const [a, c] = [2.1, 3];
    const more = (a ** 3 / 6) * (c / (c - a));
    const truth = more / (1 + a + a ** 2 / 2 + more) / (c - a);
    expect(truth).toBeCloseTo(0.54705, 4);
    const figures = {
      [`${TOWARD}.lanes`]: 3,
      [`${TOWARD}.takes`]: { law: 'exponential', mean: hours(1) },
      'flows.export.trucks': trucksPerDay(50.4),
    };
    compare(figures, truth, 'lanes');
  });
});

/** Five hours to the border, one beyond it. */
const roads = { 'moving, east': 18_000, 'moving, over': 3600 };

describe('a border that is open from 4 to 13 o’clock UTC, worked out by hand', () => {
  const open = { calendars: daytime, [`${BORDER}.calendar`]: 'day' };

  it('stops its work at the whistle, to the second, and goes on in the morning', () => {
    const red = { red: { share: 1, takes: hours(5), bays: 1 } };
    const world = roadWorld({ ...open, [`${TOWARD}.channels`]: red }, [0, 0, 600, 40_000]);
    const accounts = accountsOf(world);
    world.sim.run({ until: 10 * 86_400 });
    const scan = { 'documents and scan, Nur Zholy': 1800, 'customs red, Nur Zholy': 18_000 };
    expect(accounts).toEqual([
      // At the border at 18,000, in the lane till 19,800, in the bay till 37,800.
      { ...roads, ...scan },
      // In the lane from 19,800 to 21,600, in the bay from 37,800: 9,000 s till the whistle at 46,800, and 9,000 s from the
      // next opening at 100,800 on, till 109,800.
      {
        ...roads,
        ...scan,
        'waiting for a lane, Nur Zholy': 1800,
        'waiting for an inspection bay, Nur Zholy': 16_200,
        'waiting for the border to open, Nur Zholy': 54_000,
      },
      // At the border at 18,600, in the lane from 21,600 to 23,400; for the bay 23,400 to 46,800 and 100,800 to 109,800.
      {
        ...roads,
        ...scan,
        'waiting for a lane, Nur Zholy': 3000,
        'waiting for an inspection bay, Nur Zholy': 32_400,
        'waiting for the border to open, Nur Zholy': 54_000,
      },
      // At the border at 58,000, let in at 100,800, in the lane till 102,600; for the bay till 127,800; there 5,400 s till the
      // whistle at 133,200 and 12,600 s from 187,200 on.
      {
        ...roads,
        ...scan,
        'waiting for an inspection bay, Nur Zholy': 25_200,
        'waiting for the border to open, Nur Zholy': 42_800 + 54_000,
      },
    ]);
  });

  it('lets nobody in at the whistle, and lets go who is done with it', () => {
    // Three at the border at 45,900, a quarter of an hour before it closes at 46,800; one comes at that very second.
    const figures = { ...open, [`${TOWARD}.takes`]: seconds(900) };
    const world = roadWorld(figures, [27_900, 27_900, 27_900, 28_800]);
    const accounts = accountsOf(world);
    world.sim.run({ until: 10 * 86_400 });
    const scan = {
      ...roads,
      'documents and scan, Nur Zholy': 900,
      'waiting for the border to open, Nur Zholy': 54_000,
    };
    expect(accounts).toEqual([
      // Done at the whistle.
      { ...roads, 'documents and scan, Nur Zholy': 900 },
      // For a lane till the whistle, and from the next opening on.
      { ...scan, 'waiting for a lane, Nur Zholy': 900 },
      { ...scan, 'waiting for a lane, Nur Zholy': 900 + 900 },
      { ...scan, 'waiting for a lane, Nur Zholy': 1800 },
    ]);
  });

  it('has its slots on the hour, and trucks set out so that they come to them', () => {
    // Nine slots in nine open hours: at 14,400, 18,000, … 43,200, and the same on each day.
    const eQueue = { slots: trucksPerDay(9), horizon: days(3) };
    const world = roadWorld({ ...open, [`${TOWARD}.eQueue`]: eQueue }, [0, 0, 600, 30_000]);
    const accounts = accountsOf(world);
    world.sim.run({ until: 10 * 86_400 });
    const scan = { ...roads, 'documents and scan, Nur Zholy': 1800 };
    const slot = 'waiting for a slot in the e-queue, Nur Zholy';
    expect(accounts).toEqual([
      // In time for 18,000; the second for 21,600; the third, not before 18,600, for 25,200.
      scan,
      { ...scan, [slot]: 3600 },
      { ...scan, [slot]: 6600 },
      // Not before 48,000: the first slot of the next day, at 100,800, to which it sets out at 82,800.
      { ...scan, [slot]: 52_800 },
    ]);
  });
});
