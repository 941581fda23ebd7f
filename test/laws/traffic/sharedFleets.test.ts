// One fleet on several services: by hand, as a closed network of queues, and what must not change by it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../../src/experiment';
import { Snapshot } from '../../../src/kernel';
import { check } from '../../../src/model/checks/check';
import type { CorridorData, LeavesWhen } from '../../../src/model/corridor/corridor';
import { previewRows } from '../../../src/model/preview/preview';
import { Run, replicate } from '../../../src/model/replicate';
import { writePath } from '../../../src/problem';
import { bottleneckOfRow } from '../../../src/study/bottleneck/bottleneck';
import { days, hours, km, kmPerHour, movesPerHour, pathsPerDay, percent, teu, teuPerYear } from '../../../src/units';
import { noteStages, worldOf } from '../../known/corridors/handCorridor';
import { type Mutation, mutated } from '../../model/mutated';

const HOUR = 3600;
const DAY = 86_400;
const whenFull: LeavesWhen = { full: true };
const boxes = { '22G1': percent(100) };
const line = { mode: 'rail', gauge: 1520, speed: kmPerHour(40) } as const;

/** East – 3 h – Middle – 5 h – West: a service on each line, both of one fleet; sets carry one box. */
const twoWays = (count: number): CorridorData => ({
  keruen: 'scenario@1',
  id: 'two-ways',
  title: 'Two services of one fleet',
  start: '2025-01-01',
  timeZone: 'UTC',
  warmUp: days(0),
  places: {
    East: { kind: 'hinterland', at: [43, 80] },
    Middle: { kind: 'hinterland', at: [43, 75] },
    West: { kind: 'hinterland', at: [43, 70] },
  },
  lines: {
    east: { ...line, between: ['East', 'Middle'], length: km(120) },
    west: { ...line, between: ['Middle', 'West'], length: km(200) },
  },
  services: {
    easting: { on: 'east', fleet: 'sets', leaves: whenFull },
    westing: { on: 'west', fleet: 'sets', leaves: whenFull },
  },
  fleets: { sets: { count, carries: teu(1) } },
  flows: {
    back: { from: 'West', to: 'Middle', demand: teuPerYear(0), boxes },
    east: { from: 'Middle', to: 'East', demand: teuPerYear(0), boxes },
    west: { from: 'Middle', to: 'West', demand: teuPerYear(0), boxes },
  },
});

/** Boxes of flows that enter at these seconds; when each left and came. */
function carried(count: number, entering: readonly (readonly [flow: string, second: number])[]) {
  const world = worldOf(twoWays(count));
  const stages = noteStages(world);
  for (const [flow, second] of entering) world.boxAt(flow, second, '22G1');
  while (world.sim.step()) world.audit();
  const at = (box: string, event: string) =>
    Number(
      stages
        .get(box)
        ?.find((one) => one.startsWith(event))
        ?.split(' ')
        .at(-1),
    );
  return { world, departs: (box: string) => at(box, 'departs'), arrives: (box: string) => at(box, 'leaves') };
}

describe('a set of two services, by hand', () => {
  it('runs empty over the lines of both to where a box waits, and changes service on the way', () => {
    // The only set begins at East. A box at West calls it at 1000 s: 3 h empty to Middle, 5 h empty to West, 5 h back with the box.
    const { departs, arrives } = carried(1, [['back', 1000]]);
    expect(departs('b1')).toBe(1000 + 8 * HOUR);
    expect(arrives('b1')).toBe(1000 + 13 * HOUR);
  });

  it('takes what waits where it changes service, if it is on its way', () => {
    // On its way to West the set takes the box for West that has come to Middle meanwhile; the other box is called for as before.
    const { departs, arrives } = carried(1, [
      ['back', 1000],
      ['west', 2000],
    ]);
    expect(departs('w1')).toBe(1000 + 3 * HOUR);
    expect(arrives('w1')).toBe(1000 + 8 * HOUR);
    expect(departs('b1')).toBe(1000 + 8 * HOUR);
  });

  it('goes to the service whose oldest box has waited longest', () => {
    // Away to East with the first box; the two that come meanwhile are taken in the order in which they came, not of services.
    const order = (first: string, second: string) => {
      const { departs } = carried(1, [
        ['east', 0],
        [first, 4 * HOUR],
        [second, 5 * HOUR],
      ]);
      return [departs(first === 'east' ? 'e2' : 'w1'), departs(second === 'east' ? 'e2' : 'w1')];
    };
    // From East (0 h) to Middle empty (3 h) for the first box, there again at 6 h; called back, at 9 h.
    expect(order('west', 'east')).toEqual([9 * HOUR, 19 * HOUR]);
    expect(order('east', 'west')).toEqual([9 * HOUR, 15 * HOUR]);
  });

  it('of the same second is the one of the service that comes first by its id', () => {
    const { departs } = carried(1, [
      ['east', 0],
      ['west', 4 * HOUR],
      ['east', 4 * HOUR],
    ]);
    expect([departs('e2'), departs('w1')]).toEqual([9 * HOUR, 15 * HOUR]);
  });

  it('is the nearest that is not needed where it is', () => {
    // One begins at East, one at Middle: the latter goes, the former stays.
    const { world, departs } = carried(2, [['back', DAY]]);
    expect(departs('b1')).toBe(DAY + 5 * HOUR);
    const trips = world.measures().find(({ measure, of }) => measure === 'departures' && of.resource === 'easting');
    expect(trips?.value).toBe(0);
  });

  it('has its round measured over both services, and its parts add up', () => {
    const data = mutated(
      {
        'flows.east.demand': teuPerYear(300),
        'flows.west.demand': teuPerYear(200),
        'flows.back.demand': teuPerYear(50),
      },
      twoWays(3),
    );
    const { measures } = replicate(data, { seed: 'round', replication: 0, days: 365 });
    const of = (name: string) => measures.filter((one) => one.measure === name && one.of.resource === 'sets');
    expect(of('use')).toHaveLength(1);
    expect(of('cycle')).toHaveLength(1);
    const value = (name: string) => of(name)[0].value ?? Number.NaN;
    const parts = ['under way', 'repositioning', 'waiting for a load', 'loading', 'unloading', 'beyond its end'];
    const sum = parts.reduce((total, part) => total + value(`cycle ${part}`), 0);
    expect(Math.abs(sum - value('cycle'))).toBeLessThan(1e-9);
    const ends = ['easting', 'westing'];
    const trips = measures
      .filter((one) => one.measure === 'departures' && ends.includes(one.of.resource ?? ''))
      .reduce((total, one) => total + (one.value ?? 0), 0);
    // Three sets for a year, two departures a round.
    expect(value('cycle')).toBeCloseTo((3 * 365) / (trips / 2), 9);
    expect(value('cycle repositioning')).toBeGreaterThan(0);
    expect(value('cycle waiting for a load')).toBeGreaterThan(0);
  });
});

/** Two gates with one team each, and more boxes than the sets can carry: closed, with exponential laws. */
function closedNetwork(count: number): CorridorData {
  const gate = (mean: number) => ({
    kind: 'rail border' as const,
    at: [43, 77] as const,
    controls: { papers: { takes: { law: 'exponential' as const, mean: hours(mean) }, teams: 1 } },
  });
  const end = (mean: number) => ({
    kind: 'hinterland' as const,
    at: [43, 82] as const,
    away: { law: 'exponential' as const, mean: hours(mean) },
  });
  const one = { ...line, length: km(40) };
  return {
    ...twoWays(count),
    warmUp: days(60),
    places: {
      Middle: { kind: 'hinterland', at: [43, 75] },
      'Gate east': gate(3),
      'Gate west': gate(6),
      East: end(10),
      West: end(4),
    },
    lines: {
      e1: { ...one, between: ['Middle', 'Gate east'] },
      e2: { ...one, between: ['Gate east', 'East'] },
      w1: { ...one, between: ['Middle', 'Gate west'] },
      w2: { ...one, between: ['Gate west', 'West'] },
    },
    services: {
      easting: { on: ['e1', 'e2'], fleet: 'sets', leaves: whenFull },
      westing: { on: ['w1', 'w2'], fleet: 'sets', leaves: whenFull },
    },
    flows: {
      east: { from: 'Middle', to: 'East', demand: teuPerYear(3000), boxes },
      west: { from: 'Middle', to: 'West', demand: teuPerYear(2000), boxes },
    },
  };
}

/**
 * Rounds an hour of so many sets, by mean value analysis. A set that comes to Middle takes the oldest box, and boxes of both flows
 * come as one Poisson process: to East with 60 %, each for itself. Stations: two single servers, first come first served, and
 * everything else without a wait: running (1 h a line) and away.
 * Source: M. Reiser and S. S. Lavenberg, Journal of the ACM 27 (1980); Gordon and Newell (1967).
 */
function rounds(count: number): number {
  const asked = [0.6 * 3, 0.4 * 6];
  const rest = 4 + 0.6 * 10 + 0.4 * 4;
  let there = [0, 0];
  let rate = 0;
  for (let n = 1; n <= count; n++) {
    const stays = asked.map((hoursOf, i) => hoursOf * (1 + there[i]));
    rate = n / (rest + stays[0] + stays[1]);
    there = stays.map((stay) => rate * stay);
  }
  return rate;
}

describe('a shared fleet as a closed network', () => {
  const REPLICATIONS = 20;
  // Differences of more than t(0.9995) standard errors come by chance once in 1,000 tests: once in 330 seeds for three.
  it.each([1, 4, 8])('of %i sets makes as many rounds as its product form says', (count) => {
    const made = Array.from({ length: REPLICATIONS }, (_, replication) => {
      const { measures } = replicate(closedNetwork(count), { seed: 'closed', replication, days: 365 });
      const trips = measures.filter(({ measure, of }) => measure === 'departures' && of.place === 'Middle');
      expect(trips).toHaveLength(2);
      return trips.reduce((sum, { value }) => sum + (value ?? 0), 0) / (365 * 24);
    });
    const mean = made.reduce((a, b) => a + b) / REPLICATIONS;
    const variance = made.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (REPLICATIONS - 1);
    const limit = studentQuantile(0.9995, REPLICATIONS - 1) * Math.sqrt(variance / REPLICATIONS);
    const truth = rounds(count);
    expect(limit).toBeLessThan(0.03 * truth);
    expect(Math.abs(mean - truth)).toBeLessThan(limit);
  });
});

/** Many sets between terminals, with a service that no flow takes on the same fleet, or without. */
function alone(isShared: boolean, leaves: LeavesWhen): CorridorData {
  const terminal = {
    kind: 'terminal' as const,
    tracks: 2,
    shunting: hours(1),
    cranes: { rail: { count: 1, rate: movesPerHour(8) } },
    yard: { capacity: teu(600) },
  };
  const data = twoWays(5);
  return {
    ...data,
    warmUp: days(20),
    places: {
      East: { ...terminal, at: [43, 80] },
      Middle: { ...terminal, at: [43, 75] },
    },
    lines: {
      east: { ...line, between: ['East', 'Middle'], length: km(120), variation: percent(20) },
      far: { ...line, between: ['East', 'Middle'], length: km(800) },
    },
    services: {
      easting: { on: 'east', fleet: 'sets', leaves },
      ...(isShared
        ? { farther: { on: 'far', fleet: 'sets', leaves } }
        : { farther: { on: 'far', fleet: 'others', leaves } }),
    },
    fleets: { sets: { count: 5, carries: teu(20) }, ...(isShared ? {} : { others: { count: 1, carries: teu(20) } }) },
    flows: {
      in: { from: 'Middle', to: 'East', demand: teuPerYear(9000), boxes },
      out: { from: 'East', to: 'Middle', demand: teuPerYear(5000), boxes },
    },
  };
}

describe('a shared fleet changes nothing', () => {
  it.each<[string, LeavesWhen]>([
    ['when full', { full: true }],
    ['when full or late', { full: true, longestWait: hours(12), least: teu(5) }],
    ['by the clock', { full: true, every: hours(9) }],
  ])('where only one of its services carries anything, and trains leave %s', (_, leaves) => {
    const run = (isShared: boolean) => replicate(alone(isShared, leaves), { seed: 'alone', replication: 0, days: 200 });
    const [shared, own] = [run(true), run(false)];
    expect(shared.hash).toEqual(own.hash);
    const use = (outcome: typeof own) =>
      outcome.measures.find(({ measure, of }) => measure === 'use' && of.resource === 'sets')?.value;
    expect(use(shared)).toBe(use(own));
  });

  it('by being stopped and put back', () => {
    const data = closedNetwork(8);
    const options = { seed: 'copy', replication: 0, days: 60 };
    const whole = replicate(data, options);
    const run = new Run(data, options);
    run.until(63 * DAY);
    const copy = Snapshot.fromBytes(run.save().toBytes());
    run.until(90 * DAY);
    const again = new Run(data, options);
    again.restore(copy);
    expect(again.finish()).toEqual(whole);
    run.restore(copy);
    expect(run.finish()).toEqual(whole);
  });

  it('more sets of it carry no less, with the same luck', () => {
    const carriedBy = (count: number) => {
      const { measures } = replicate(closedNetwork(count), { seed: 'more', replication: 0, days: 365 });
      return measures
        .filter(({ measure, of }) => measure === 'departures' && of.place === 'Middle')
        .reduce((sum, { value }) => sum + (value ?? 0), 0);
    };
    const made = [1, 2, 4, 8].map(carriedBy);
    for (let i = 1; i < made.length; i++) expect(made[i]).toBeGreaterThan(made[i - 1]);
  });
});

describe('a service of the fleet that no flow takes', () => {
  it('gets no set, where it leads to places of its own', () => {
    const data = mutated(
      {
        'flows.east.demand': teuPerYear(300),
        'flows.back.demand': teuPerYear(300),
        'places.North': { kind: 'hinterland', at: [50, 75] },
        'lines.north': { ...line, between: ['Middle', 'North'], length: km(100) },
        'services.northing': { on: 'north', fleet: 'sets', leaves: whenFull },
      },
      twoWays(9),
    );
    const { measures } = replicate(data, { seed: 'idle', replication: 0, days: 120 });
    const north = measures.filter(({ of }) => of.resource === 'northing' && of.place === 'North');
    expect(north.map(({ measure, value }) => [measure, value])).toEqual([
      ['units ready', 0],
      ['departures', 0],
      ['load', null],
    ]);
  });
});

/** Three services that meet at Middle, with terminals, locomotives on some lines, and other traffic, by chance. */
const byChance = fc
  .record({
    count: fc.integer({ min: 1, max: 9 }),
    carries: fc.integer({ min: 2, max: 8 }),
    locomotives: fc.integer({ min: 1, max: 4 }),
    turnRound: fc.integer({ min: 0, max: 40 }),
    demands: fc.array(fc.integer({ min: 50, max: 4000 }), { minLength: 4, maxLength: 4 }),
    longestWait: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
    every: fc.option(fc.integer({ min: 3, max: 60 }), { nil: undefined }),
    away: fc.boolean(),
    trains: fc.integer({ min: 0, max: 6 }),
  })
  .map((n): CorridorData => {
    const terminal = {
      kind: 'terminal' as const,
      tracks: 2,
      shunting: hours(1),
      cranes: { rail: { count: 1, rate: movesPerHour(6) } },
      yard: { capacity: teu(4000) },
    };
    const { places, lines, services } = twoWays(n.count);
    const leaves: LeavesWhen = {
      full: true,
      ...(n.every !== undefined ? { every: hours(n.every) } : {}),
      ...(n.every === undefined && n.longestWait !== undefined ? { longestWait: hours(n.longestWait) } : {}),
    };
    const flow = (from: string, to: string, i: number) => ({ from, to, demand: teuPerYear(n.demands[i]), boxes });
    return {
      ...twoWays(n.count),
      warmUp: days(10),
      places: {
        ...places,
        Middle: { ...terminal, at: [43, 75] },
        North: { ...terminal, at: [50, 75] },
        East: { kind: 'hinterland', at: [43, 80], ...(n.away ? { away: hours(30) } : {}) },
      },
      lines: {
        ...lines,
        east: { ...lines.east, variation: percent(30), paths: pathsPerDay(20) },
        north: { ...line, between: ['Middle', 'North'], length: km(300) },
      },
      services: {
        easting: { ...services.easting, leaves },
        northing: { on: 'north', fleet: 'sets', leaves },
        westing: { ...services.westing, leaves },
      },
      fleets: { sets: { count: n.count, carries: teu(n.carries) } },
      locomotives: { electric: { count: n.locomotives, on: ['east', 'west'], turnRound: hours(n.turnRound) } },
      flows: {
        a: flow('East', 'West', 0),
        b: flow('North', 'East', 1),
        c: flow('West', 'Middle', 2),
        d: flow('Middle', 'North', 3),
      },
      traffic: { others: { trains: pathsPerDay(n.trains), on: 'east', both: true } },
    };
  });

/** Everything in the other order of declaration. */
const turned = (data: CorridorData): CorridorData => {
  const back = <T extends object>(map: T): T => Object.fromEntries(Object.entries(map).reverse()) as T;
  const { places, lines, services, flows } = data;
  return { ...data, places: back(places), lines: back(lines), services: back(services), flows: back(flows) };
};

describe('shared fleets and locomotives by chance', () => {
  it('lose no box and no set, and do not depend on the order of declaration', () => {
    fc.assert(
      fc.property(byChance, (data) => {
        const run = new Run(data, { seed: 'chance', replication: 0, days: 40 });
        for (let day = 5; day < 50; day += 5) {
          run.until(day * DAY);
          run.world.audit();
          const services = run.world.services as unknown as readonly Counted[];
          const [{ pool }] = services;
          const sets = services.reduce(
            (sum, { coming, readyCount, beyond }) =>
              sum + coming[0] + coming[1] + readyCount[0] + readyCount[1] + beyond,
            0,
          );
          expect(sets).toBe(data.fleets.sets.count);
          expect(pool.onward.reduce((a, b) => a + b, 0)).toBe(0);
          for (let node = 0; node < 4; node++) expect(pool.comingTo(node)).toBeGreaterThanOrEqual(0);
        }
        const other = replicate(turned(data), { seed: 'chance', replication: 0, days: 40 });
        expect(run.finish().hash).toEqual(other.hash);
      }),
      { numRuns: 40, seed: 17 },
    );
  });
});

/** How sets are counted: by service those that are coming or stand ready, and the corrections of the pool. */
interface Counted {
  readonly coming: Int32Array;
  readonly readyCount: Int32Array;
  readonly beyond: number;
  readonly pool: { readonly onward: Int32Array; readonly goalOf: Int32Array; comingTo(node: number): number };
}

describe('a shared fleet as data', () => {
  const asked = Object.fromEntries(['back', 'east', 'west'].map((flow) => [`flows.${flow}.demand`, teuPerYear(100)]));
  const said = (set: Mutation) =>
    check(mutated({ ...asked, ...set }, twoWays(3))).map(({ path, say }) => `${writePath(path)}: ${say}`);

  it('may be shared', () => {
    expect(said({})).toEqual([]);
  });

  it('has no shortest round, and one gauge', () => {
    expect(said({ 'fleets.sets.shortestRound': hours(50) })).toEqual([
      'fleets.sets.shortestRound: The fleet "sets" runs on easting and westing, so its sets have no round of their own; leave shortestRound out.',
    ]);
    expect(said({ 'lines.west.gauge': 1435 })).toEqual([
      'services.westing.fleet: The fleet "sets" runs on 1520 mm on "easting", and "westing" has 1435 mm; give it a fleet of its own.',
    ]);
  });

  it('carries on each service what that one allows', () => {
    const set = {
      'fleets.sets.carries': teu(40),
      'fleets.sets.platform': { length: km(0.02), carries: teu(1) },
      'lines.west.longest': km(0.5),
    };
    expect(said({ ...set, 'services.easting.leaves.least': teu(30) })).toEqual([]);
    expect(said({ ...set, 'services.westing.leaves.least': teu(30) })).toEqual([
      'services.westing.leaves.least: A unit of "sets" carries 25 TEU and never reaches 30 TEU; ask for less.',
    ]);
  });

  it('is previewed once, all that its services are asked against what it can do', () => {
    const set = { 'flows.east.demand': teuPerYear(300), 'flows.back.demand': teuPerYear(200) };
    const rows = previewRows(mutated(set, twoWays(2)), () => []).filter(({ resource }) => resource === 'sets');
    // A round takes 6 h to East and 10 h to West: 300 · 6 + 200 · 10 = 3,800 of 17,520 hours.
    expect(rows).toHaveLength(1);
    expect(rows[0].where).toBe('easting, westing');
    expect(rows[0].demand).toBe(500);
    expect(rows[0].capacity).toBeCloseTo((500 * 17_520) / 3800, 9);
    expect(bottleneckOfRow(twoWays(2), rows[0]).of).toEqual({ resource: 'sets' });
  });
});

describe('a fleet that becomes larger and smaller on a day', () => {
  it('gains and loses sets wherever they stand, and every set is counted once', () => {
    const start = mutated(
      {
        'flows.east.demand': teuPerYear(300),
        'flows.west.demand': teuPerYear(600),
        // Boxes leave from East too, so that sets that stand at West go there over Middle.
        'flows.back': { from: 'East', to: 'Middle', demand: teuPerYear(900), boxes },
      },
      closedNetwork(4),
    );
    const later = [
      { from: '2025-02-01', data: mutated({ 'fleets.sets.count': 9 }, start) },
      { from: '2025-03-01', data: mutated({ 'fleets.sets.count': 3 }, start) },
    ];
    const run = new Run(start, { seed: 'days', replication: 0, days: 120, later });
    const counted = () => {
      const services = run.world.services as unknown as readonly Counted[];
      const [{ pool }] = services;
      const at = services.map(({ coming, readyCount }) => coming[0] + coming[1] + readyCount[0] + readyCount[1]);
      expect(pool.onward.reduce((a, b) => a + b, 0)).toBe(0);
      for (let node = 0; node < 3; node++) expect(pool.comingTo(node)).toBeGreaterThanOrEqual(0);
      return at.reduce((a, b) => a + b, 0) + services.reduce((sum, { beyond }) => sum + beyond, 0);
    };
    const seen: number[] = [];
    let passing = 0;
    for (let day = 50; day < 175; day++) {
      run.until(day * DAY);
      run.world.audit();
      const pool = (run.world.services[0] as unknown as Counted).pool;
      passing += pool.goalOf.filter((goal) => goal >= 0).length;
      seen.push(counted());
    }
    // 60 days of warm-up, 31 of January, 28 of February.
    expect(seen.slice(0, 41)).toEqual(seen.slice(0, 41).map(() => 4));
    expect(seen[42]).toBe(9);
    // Those that are to go are counted until they stand free.
    expect(seen.at(-1)).toBe(3);
    expect(passing).toBeGreaterThan(0);
  });
});
