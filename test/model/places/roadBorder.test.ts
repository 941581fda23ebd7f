// The road border: slots, lanes, customs, transloading, quota; nobody is lost, and a truck keeps its luck wherever it crosses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/model/checks/check';
import { CompiledCorridor } from '../../../src/model/compile';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { previewOf } from '../../../src/model/places/registry';
import { roadBorderSchema } from '../../../src/model/places/roadBorder/fields';
import { LocalDays } from '../../../src/model/places/roadBorder/localDays';
import { Traffic } from '../../../src/model/preview/preview';
import type { Box } from '../../../src/model/run/place';
import { fields } from '../../../src/model/schema/fields';
import { Clock } from '../../../src/model/time/clock';
import { days, hours, kmPerHour, minutes, percent, seconds, trucksPerDay } from '../../../src/units';
import { accountsOf, BORDER, daytime, type Figures, roadWorld, TOWARD, withFigures } from '../roads';

const DAY = 86_400;
const open = { calendars: daytime, [`${BORDER}.calendar`]: 'day' };
const slots = (perDay: number, horizon = days(3), noShows = 0) => ({
  [`${TOWARD}.eQueue`]: { slots: trucksPerDay(perDay), horizon, noShows: percent(noShows) },
});
const together = (count: number, second = 0) => Array.from({ length: count }, () => second);
const SLOT = 'waiting for a slot in the e-queue, Nur Zholy';

/** Seconds of each truck that were booked to a cause. */
function secondsOf(world: CompiledCorridor, cause: string, until = 30): number[] {
  const accounts = accountsOf(world);
  world.sim.run({ until: until * DAY });
  world.audit();
  return accounts.map((account) => account[cause] ?? 0);
}

function figure(
  world: CompiledCorridor,
  measure: string,
  resource?: string,
  statistic?: string,
): number | null | undefined {
  return world
    .measures()
    .find(
      (one) =>
        one.measure === measure &&
        one.of.place === 'Nur Zholy' &&
        one.of.resource === resource &&
        (statistic === undefined || one.statistic === statistic),
    )?.value;
}

describe('the e-queue', () => {
  it('gives each of 10,000 trucks of one second the slot after that of the truck before it, in seven events each', () => {
    // Fact E004: 10,346 trucks in the e-queue. 480 a day, one every 180 s; five hours to the border are 100 slots.
    const world = roadWorld({ ...slots(480), [`${TOWARD}.takes`]: seconds(10) }, together(10_000));
    const waits = secondsOf(world, SLOT);
    expect(waits).toHaveLength(10_000);
    expect(waits).toEqual(waits.map((_, i) => 180 * i));
    expect(world.sim.handled).toBeLessThanOrEqual(7 * 10_000);
    expect(figure(world, 'trucks waiting', 'e-queue to Khorgos', 'max')).toBe(10_000);
  });

  it('lets a truck from nearby have a slot that is too soon for those from afar who wait', () => {
    // 12 slots a day, every two hours; the horizon of six hours holds one that is more than five hours away.
    const world = roadWorld(
      {
        ...slots(12, hours(6)),
        'places.Zharkent': { kind: 'hinterland', at: [44.1, 80] },
        'lines.near': { between: ['Zharkent', 'Nur Zholy'], mode: 'road', length: 60, speed: kmPerHour(60) },
        'flows.near': { from: 'Zharkent', to: 'Khorgos', trucks: trucksPerDay(1e-9) },
      },
      // At 0 the far ones find the slot at 21,600, the second waits until the one at 28,800 is within the horizon.
      [0, 0],
    );
    world.sim.at(10, world.kinds.extraBox, 1, 0);
    const accounts: Record<string, number> = {};
    const close = world.ledger.close.bind(world.ledger);
    world.ledger.close = (box: Box) => {
      const transit = close(box);
      accounts[`${world.flows[world.boxes.flow[box]].id} ${world.boxes.number[box]}`] = transit;
      return transit;
    };
    world.sim.run({ until: 2 * DAY });
    // To the slot, 30 minutes in the lane, one hour beyond.
    expect(accounts).toEqual({
      'export 0': 21_600 + 5400,
      'export 1': 28_800 + 5400,
      'near 0': 7200 - 10 + 5400,
    });
  });

  it('has 7 and 8 slots by turns where there are 7.5 a day', () => {
    const waits = secondsOf(roadWorld(slots(7.5, days(10)), together(45)), SLOT);
    const on = (day: number) => waits.filter((wait) => Math.floor((wait + 18_000) / DAY) === day).length;
    expect([on(1), on(2), on(3), on(4)].join()).toMatch(/^(7,8,7,8|8,7,8,7)$/);
  });

  it('gives a slot that has come within the horizon to who waits for it, not to who comes that second', () => {
    // The slot at 28,800 can be booked from 7,200 on.
    const waits = secondsOf(roadWorld(slots(12, hours(6)), [0, 0, 7200]), SLOT);
    expect(waits).toEqual([21_600 - 18_000, 28_800 - 18_000, 36_000 - 18_000 - 7200]);
  });

  it('has no slot on a day on which the border is closed', () => {
    const closed = { day: { ...daytime.day, dates: { '2024-04-02': 'closed' } } };
    const world = roadWorld({ ...open, ...slots(9), calendars: closed }, [50_000, 50_000]);
    // The third day opens at 187,200.
    expect(secondsOf(world, SLOT)).toEqual([187_200 - 68_000, 190_800 - 68_000]);
  });

  it('loses as many slots as trucks fail to come, and each of those books anew', () => {
    // Attempts that fail before one succeeds: geometric, p/(1 − p) on average, variance p/(1 − p)². 3.29 standard errors are
    // passed by chance once in 1,000.
    const [n, p] = [3000, 0.3];
    const world = roadWorld({ ...slots(500, days(10), 30), [`${TOWARD}.takes`]: seconds(10) }, together(n));
    expect(secondsOf(world, SLOT)).toHaveLength(n);
    const lost = figure(world, 'slots lost', 'e-queue to Khorgos') as number;
    const error = Math.sqrt((n * p) / (1 - p) ** 2);
    expect(Math.abs(lost - (n * p) / (1 - p))).toBeLessThan(3.29 * error);
    expect(figure(world, 'throughput')).toBe(n);
  });

  it('is joined at the border by trucks that come from beyond its horizon', () => {
    // Five hours of way, four of horizon: at the border at 18,000, the slot at 21,600 is free.
    const world = roadWorld(slots(12, hours(4)), [0]);
    expect(secondsOf(world, SLOT)).toEqual([3600]);
    expect(world.boxes.inside).toBe(0);
  });

  it('keeps a truck that comes before its slot waiting, and lets in one that comes after it', () => {
    const world = roadWorld(
      { ...slots(24), 'lines.east.variation': percent(30), [`${TOWARD}.lanes`]: 50 },
      together(200),
    );
    const accounts = accountsOf(world);
    world.sim.run({ until: 30 * DAY });
    const off = accounts.map((account, i) => {
      const slot = 18_000 + 3600 * i;
      const come = (account[SLOT] ?? 0) + account['moving, east'];
      return Math.max(0, account['moving, east'] - 18_000) - (come - slot);
    });
    // Whoever is quicker than the mean waits for the rest; whoever is slower comes late by just that.
    expect(off).toEqual(off.map(() => 0));
    expect(accounts.filter((account) => account['moving, east'] > 18_000).length).toBeGreaterThan(50);
  });

  it('lets everybody go who waits for a slot when there is no e-queue any more', () => {
    const before = withFigures(slots(1, hours(10)));
    const world = new CompiledCorridor(before, new Clock(before.start, before.warmUp, 30), 'roads', 0, undefined, [
      { from: '2024-04-03', data: withFigures({}) },
    ]);
    for (let i = 0; i < 5; i++) world.sim.at(3600, world.kinds.extraBox, 0, 0);
    const waits = secondsOf(world, SLOT);
    // One had the slot at midnight of the second day; all others set out at the midnight of the change.
    expect(waits).toEqual([DAY - 18_000 - 3600, ...together(4, 2 * DAY - 3600)]);
  });
});

describe('lanes, bays and quota', () => {
  it('have as many lanes as the phase says', () => {
    const before = withFigures({ [`${TOWARD}.takes`]: hours(24) });
    const after = withFigures({ [`${TOWARD}.takes`]: hours(24), [`${TOWARD}.lanes`]: 3 });
    const world = new CompiledCorridor(before, new Clock(before.start, before.warmUp, 30), 'roads', 0, undefined, [
      { from: '2024-04-02', data: after },
    ]);
    for (const second of together(4)) world.sim.at(second, world.kinds.extraBox, 0, 0);
    // At the border at 18,000; at midnight two more go in, and the last one when the first is done.
    expect(secondsOf(world, 'waiting for a lane, Nur Zholy')).toEqual([0, DAY - 18_000, DAY - 18_000, DAY]);
  });

  it('are in use of as many as there are at the time', () => {
    const [before, after] = [1, 3].map((lanes) => withFigures({ [`${TOWARD}.lanes`]: lanes }));
    const world = new CompiledCorridor(before, new Clock(before.start, before.warmUp, 30), 'roads', 0, undefined, [
      { from: '2024-04-02', data: after },
    ]);
    world.sim.at(0, world.kinds.extraBox, 0, 0);
    world.sim.run({ until: 30 * DAY });
    expect(figure(world, 'use', 'lanes to Khorgos')).toBeCloseTo(1800 / (DAY + 3 * 29 * DAY), 12);
  });

  it('let so many go over a day as the neighbour accepts, on its next day when the border opens', () => {
    const figures = { ...open, [`${TOWARD}.quota`]: trucksPerDay(2), [`${TOWARD}.takes`]: seconds(60) };
    const waits = secondsOf(roadWorld(figures, together(5)), 'waiting for the neighbour’s quota, Nur Zholy');
    // At the border at 18,000, one after another out of the lane; it opens at 14,400 of each day.
    const done = [60, 120, 180, 240, 300].map((after) => 18_000 + after);
    const opening = (day: number) => day * DAY + 14_400;
    expect(waits).toEqual([0, 0, opening(1) - done[2], opening(1) - done[3], opening(2) - done[4]]);
  });

  it('transload the share of trucks that may not go on, after customs', () => {
    const figures = {
      [`${TOWARD}.lanes`]: 100,
      [`${TOWARD}.channels`]: {
        green: { share: percent(60), takes: seconds(60), bays: 100 },
        red: { share: percent(40), takes: hours(1), bays: 100 },
      },
      [`${TOWARD}.transloading`]: { share: percent(25), bays: 1000, takes: hours(3) },
    };
    const n = 2000;
    const world = roadWorld(
      figures,
      Array.from({ length: n }, (_, i) => i * 60),
    );
    const accounts = accountsOf(world);
    world.sim.run({ until: 30 * DAY });
    const count = (cause: string) => accounts.filter((account) => account[`${cause}, Nur Zholy`] !== undefined).length;
    // Binomial; 3.29 standard errors are passed by chance once in 1,000.
    const near = (share: number, cause: string) =>
      expect(Math.abs(count(cause) - n * share)).toBeLessThan(3.29 * Math.sqrt(n * share * (1 - share)));
    near(0.6, 'customs green');
    near(0.4, 'customs red');
    near(0.25, 'transloading');
    expect(count('customs green') + count('customs red')).toBe(n);
    expect(accounts.every((account) => [undefined, 10_800].includes(account['transloading, Nur Zholy']))).toBe(true);
  });

  it('say what was in use of the time that the border was open, and how many waited', () => {
    // One lane, nine open hours a day; six trucks of three hours each fill two days of five.
    const world = roadWorld({ ...open, [`${TOWARD}.takes`]: hours(3) }, together(6, 14_400 - 18_000 + DAY));
    secondsOf(world, SLOT, 5);
    expect(figure(world, 'use', 'lanes to Khorgos')).toBeCloseTo(2 / 5, 12);
    expect(figure(world, 'trucks waiting', 'to Khorgos', 'max')).toBe(5);
    expect(figure(world, 'trucks waiting', undefined, 'max')).toBe(5);
    expect(figure(world, 'trucks waiting', 'to Khorgos', 'mean')).toBeCloseTo(90 / 120, 12);
    // 0, 3, 6 hours, and a night of 15 hours more for the other three.
    expect(figure(world, 'wait', 'to Khorgos')).toBeCloseTo((0 + 3 + 6 + 24 + 27 + 30) / 6, 12);
    expect(figure(world, 'throughput', 'to Khorgos')).toBe(6);
    world.startMeasuring();
    expect(figure(world, 'throughput')).toBe(0);
    expect(figure(world, 'wait', 'to Khorgos')).toBeNull();
    expect(figure(world, 'use', 'lanes to Khorgos')).toBeNull();
  });
});

describe('luck', () => {
  const chance: Figures = {
    [`${TOWARD}.lanes`]: 100,
    [`${TOWARD}.takes`]: { law: 'exponential', mean: minutes(30) },
    [`${TOWARD}.channels`]: {
      green: { share: percent(70), takes: { law: 'exponential', mean: minutes(10) }, bays: 100 },
      red: { share: percent(30), takes: { law: 'exponential', mean: hours(5) }, bays: 100 },
    },
    [`${TOWARD}.transloading`]: { share: percent(50), bays: 100, takes: { law: 'exponential', mean: hours(2) } },
  };

  it('is a truck’s own: it has the same at another border, at another time and in other company', () => {
    const here = roadWorld(
      chance,
      Array.from({ length: 50 }, (_, i) => i),
    );
    const { 'Nur Zholy': border, ...places } = here.data.places;
    const { east, over } = here.data.lines;
    const data: CorridorData = {
      ...here.data,
      places: { ...places, Kalzhat: border },
      lines: { east: { ...east, between: ['Almaty', 'Kalzhat'] }, over: { ...over, between: ['Kalzhat', 'Khorgos'] } },
    };
    const there = new CompiledCorridor(data, here.clock, 'roads', 0);
    for (let i = 0; i < 50; i++) there.sim.at(7 * i + 1000, there.kinds.extraBox, 0, 0);
    const [accounts, elsewhere] = [here, there].map((world) => {
      const all = accountsOf(world);
      world.sim.run({ until: 20 * DAY });
      return all.map((account) => Object.entries(account).map(([cause, s]) => `${cause.split(',')[0]}: ${s}`));
    });
    expect(accounts).toHaveLength(50);
    expect(elsewhere).toEqual(accounts);
    expect(new Set(accounts.map((account) => account.find((one) => one.startsWith('documents')))).size).toBe(50);
  });
});

describe('what may be expected', () => {
  const expected = (world: CompiledCorridor, route?: number) => {
    const [from, to, border] = ['Almaty', 'Khorgos', 'Nur Zholy'].map((id) => world.placeNumber(id));
    return world.places[border].expectedWait?.(from, to, route);
  };

  it('is the time until the slot that a truck which sets out now would get', () => {
    const world = roadWorld(slots(24), together(3));
    world.sim.run({ until: 1 });
    // Five hours of way: 18,001 is after the slots of the three; the next is at 18,000 + 3 × 3,600.
    expect(expected(world, 0)).toBe(3 * 3600 - 1);
    // Somebody at the border gets the next slot, at 3,600.
    expect(expected(world)).toBe(3599);
  });

  it('counts those who wait for a slot to come within the horizon, and slots that will be lost', () => {
    const world = roadWorld(slots(24, hours(6), 50), together(10));
    world.sim.run({ until: 1 });
    // At 0 the slots at 18,000 and 21,600 were within six hours; eight wait, who take sixteen slots where half fail to come.
    expect(expected(world, 0)).toBe(21_600 + 3600 + 16 * 3600 - 18_000 - 1);
  });

  it('is the queue by its capacity where there is no e-queue, in open hours', () => {
    const world = roadWorld(open, together(5));
    world.sim.run({ until: 18_001 });
    // One in the lane, four wait for 30 minutes each.
    expect(expected(world)).toBe(4 * 1800);
    const night = roadWorld(open, together(5, 40_000));
    night.sim.run({ until: 60_000 });
    expect(expected(night)).toBe(100_800 - 60_000 + 5 * 1800);
  });

  it.each([
    ['no lane', { [`${TOWARD}.lanes`]: 0 }],
    ['no slot', slots(0)],
    ['no truck that comes to its slot', slots(10, days(1), 100)],
    ['no quota', { [`${TOWARD}.quota`]: trucksPerDay(0) }],
    ['no bay', { [`${TOWARD}.channels`]: { red: { share: 1, takes: hours(1), bays: 0 } } }],
    ['no open hours', { calendars: { day: { timeZone: 'UTC', hours: {} } }, [`${BORDER}.calendar`]: 'day' }],
  ])('is without end with %s', (_, figures) => {
    expect(expected(roadWorld(figures), 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('two borders on one way', () => {
  const second = (eQueue?: unknown): Figures => ({
    [`${BORDER}.toward`]: { Dulaty: { lanes: 100, takes: { law: 'exponential', mean: hours(1) }, eQueue } },
    'places.Dulaty': {
      kind: 'road border',
      at: [44, 81],
      toward: { Khorgos: { lanes: 100, takes: { law: 'exponential', mean: hours(1) }, eQueue } },
    },
    'lines.over.between': ['Nur Zholy', 'Dulaty'],
    'lines.on': { between: ['Dulaty', 'Khorgos'], mode: 'road', length: 60, speed: 60 },
  });

  it('are two strokes of luck', () => {
    const world = roadWorld(second(), together(50));
    const accounts = accountsOf(world);
    world.sim.run({ until: 10 * DAY });
    const [first, then] = ['Nur Zholy', 'Dulaty'].map((at) => accounts.map((one) => one[`documents and scan, ${at}`]));
    expect(then).toHaveLength(50);
    expect(then.every((takes, i) => takes !== first[i])).toBe(true);
  });

  it('are two e-queues: a truck books for the second one when it comes there', () => {
    const world = roadWorld(second({ slots: trucksPerDay(24), horizon: days(3) }), together(2));
    const accounts = accountsOf(world);
    world.sim.run({ until: 10 * DAY });
    for (const account of accounts) {
      const seconds = Object.entries(account).filter(([cause]) => !/, (Dulaty|on|Khorgos)$/.test(cause));
      const there = seconds.reduce((sum, [, one]) => sum + one, 0);
      const wait = account['waiting for a slot in the e-queue, Dulaty'] ?? 0;
      // Slots are on the hour, and two trucks of one hour or more apart do not meet.
      expect((there + wait) % 3600).toBe(0);
      expect(wait).toBeGreaterThan(0);
    }
    expect(accounts).toHaveLength(2);
  });
});

describe('the days of a border', () => {
  it('go over to a change on the day of its date, whichever clock strikes first, and add tenths up to whole numbers', () => {
    const data = withFigures({});
    const later = [{ from: '2024-04-03', data }];
    const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 30), 'roads', 0, undefined, later);
    for (const [zone, ahead] of [
      ['UTC', 0],
      ['Asia/Aqtau', 5],
    ] as const) {
      const local = new LocalDays(world, zone, 0);
      const third = local.of(2 * DAY + 1000 - ahead * 3600);
      expect(local.begins[third]).toBe(2 * DAY - ahead * 3600);
      expect([local.phase[third - 1], local.phase[third]]).toEqual([0, 1]);
      expect(local.addUp(() => 0.1)[10]).toBe(1);
    }
  });
});

/** Two borders between two hinterlands, a junction before one of them, traffic both ways, every feature by chance. */
const networks = fc
  .record({
    lanes: fc.integer({ min: 1, max: 4 }),
    minutes: fc.integer({ min: 1, max: 200 }),
    slots: fc.option(fc.integer({ min: 20, max: 300 })),
    horizon: fc.integer({ min: 1, max: 72 }),
    noShows: fc.integer({ min: 0, max: 60 }),
    red: fc.option(fc.integer({ min: 0, max: 100 })),
    bays: fc.integer({ min: 1, max: 3 }),
    transloading: fc.option(fc.integer({ min: 0, max: 100 })),
    quota: fc.option(fc.integer({ min: 3, max: 40 })),
    calendar: fc.boolean(),
    variation: fc.integer({ min: 0, max: 50 }),
    waits: fc.boolean(),
    later: fc.option(fc.record({ lanes: fc.integer({ min: 1, max: 4 }), eQueue: fc.boolean() })),
  })
  .map((n): { data: CorridorData; later: { from: string; data: CorridorData }[] } => {
    const toward = (lanes: number, eQueue: boolean) => ({
      lanes,
      takes: { law: 'exponential', mean: minutes(n.minutes) } as const,
      ...(n.slots !== null && eQueue
        ? { eQueue: { slots: trucksPerDay(n.slots), horizon: hours(n.horizon), noShows: percent(n.noShows) } }
        : {}),
      ...(n.red === null
        ? {}
        : {
            channels: {
              green: { share: percent(100 - n.red), takes: minutes(0), bays: 1 },
              red: { share: percent(n.red), takes: { law: 'exponential', mean: hours(1) } as const, bays: n.bays },
            },
          }),
      ...(n.transloading === null
        ? {}
        : { transloading: { share: percent(n.transloading), bays: n.bays, takes: minutes(30) } }),
      ...(n.quota === null ? {} : { quota: trucksPerDay(n.quota) }),
    });
    const border = (lanes: number, eQueue: boolean, west: string) => ({
      kind: 'road border' as const,
      at: [44, 80] as const,
      timeZone: 'Asia/Aqtau',
      ...(n.calendar ? { calendar: 'day' } : {}),
      toward: { [west]: toward(lanes, eQueue), East: toward(lanes, !eQueue) },
    });
    const base = withFigures({});
    const road = (between: [string, string], length: number) => ({
      ...base.lines.east,
      between,
      length: length as typeof base.lines.east.length,
      variation: percent(n.variation),
    });
    const routes = { north: { via: 'North', share: percent(40) }, south: { via: 'South', share: percent(60) } };
    const flow = { trucks: trucksPerDay(1e-9), routes, choose: n.waits ? 'shorter expected wait' : 'share' } as const;
    const made = (lanes: number, eQueue: boolean): CorridorData => ({
      ...base,
      places: {
        West: { kind: 'hinterland', at: [44, 70] },
        Fork: { kind: 'junction', at: [44, 75] },
        North: border(lanes, eQueue, 'Fork'),
        South: border(lanes, true, 'West'),
        East: { kind: 'hinterland', at: [44, 90] },
      },
      lines: {
        a: road(['West', 'Fork'], 100),
        b: road(['Fork', 'North'], 50),
        c: road(['North', 'East'], 70),
        d: road(['West', 'South'], 90),
        e: road(['South', 'East'], 120),
      },
      flows: { out: { from: 'West', to: 'East', ...flow }, back: { from: 'East', to: 'West', ...flow } },
      ...(n.calendar ? { calendars: daytime } : {}),
    });
    const later = n.later === null ? [] : [{ from: '2024-04-03', data: made(n.later.lanes, n.later.eQueue) }];
    return { data: made(n.lanes, true), later };
  });

/** What only a test looks at from outside. */
interface Line {
  readonly first: Box;
  readonly count: number;
}
interface Inner {
  readonly waiting: { readonly value: number };
  readonly directions: readonly {
    readonly eQueue: { readonly line: Line; readonly length: { readonly value: number } };
    readonly quota: { readonly line: Line };
    readonly waiting: { readonly value: number };
    all(): readonly { readonly server: { readonly inUse: number; readonly waiting: number } }[];
  }[];
}

/** Throws unless all that are held are in one line, lane, bay or e-queue each, as many as these count. */
function walk(world: CompiledCorridor): void {
  world.audit();
  const { boxes } = world;
  let counted = 0;
  const seen = new Set<Box>();
  for (const place of world.places as unknown as Inner[]) {
    for (const { eQueue, quota } of place.directions ?? []) {
      for (const line of [eQueue.line, quota.line]) {
        let count = 0;
        for (let box = line.first; box !== -1; box = boxes.next[box], count++) {
          if (seen.has(box) || boxes.heldAt[box] < 0) throw new Error(`truck ${box} is in two lines, or in none`);
          seen.add(box);
        }
        if (count !== line.count) throw new Error(`a line of ${count} trucks counts ${line.count}`);
      }
      counted += eQueue.length.value + quota.line.count;
    }
    const before = (place.directions ?? []).reduce((sum, { waiting }) => sum + waiting.value, 0);
    if (before !== (place.waiting?.value ?? 0)) throw new Error(`${before} trucks wait, the border counts others`);
    for (const direction of place.directions ?? []) {
      let inLine = direction.quota.line.count;
      for (const { server } of direction.all()) {
        counted += server.inUse + server.waiting;
        inLine += server.waiting;
      }
      if (direction.waiting.value !== inLine)
        throw new Error(`${inLine} trucks wait, ${direction.waiting.value} counted`);
    }
  }
  let held = 0;
  for (let box = 0; box < boxes.capacity; box++) if (boxes.alive[box] === 1 && boxes.heldAt[box] >= 0) held++;
  if (held !== counted) throw new Error(`${held} trucks are held, ${counted} are in lines, lanes, bays and e-queues`);
}

/** 60 trucks each way within three days. */
function worldOf({
  data,
  later,
}: {
  data: CorridorData;
  later: { from: string; data: CorridorData }[];
}): CompiledCorridor {
  const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 60), 'law', 0, undefined, later);
  for (let i = 0; i < 60; i++)
    for (const flow of [0, 1]) world.sim.at((i * 4271 + flow * 911) % (3 * DAY), world.kinds.extraBox, flow, 0);
  return world;
}

describe('any small network of roads', () => {
  it('loses no truck, and forgets none: all get where they want to', () => {
    const seen = { slots: 0, lost: 0 };
    fc.assert(
      fc.property(networks, (network) => {
        expect(check(network.data).filter(({ path }) => path[0] !== 'calendars')).toEqual([]);
        const world = worldOf(network);
        while (world.sim.peek() < 60 * DAY) {
          world.sim.step();
          walk(world);
        }
        expect(world.boxes.inside).toBe(0);
        for (const { measure, value } of world.measures()) if (measure === 'slots lost') seen.lost += value ?? 0;
        if (JSON.stringify(network.data).includes('eQueue')) seen.slots++;
      }),
      { seed: 6, numRuns: 50 },
    );
    // The law would hold of roads without anything on them, too.
    expect(seen.slots).toBeGreaterThan(15);
    expect(seen.lost).toBeGreaterThan(300);
  });

  it('goes on from a copy bit for bit', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 0, max: 5 * DAY }), (network, second) => {
        const world = worldOf(network);
        world.sim.run({ until: second });
        const copy = world.sim.save();
        const ends = [0, 1].map(() => {
          world.sim.run({ until: 20 * DAY });
          const end = [world.hash.text, world.sim.handled, JSON.stringify(world.measures())];
          world.sim.restore(copy);
          return end;
        });
        expect(ends[1]).toEqual(ends[0]);
        // And where a copy is put into a world that never ran.
        const other = worldOf(network);
        other.sim.restore(copy);
        other.sim.run({ until: 20 * DAY });
        expect([other.hash.text, other.sim.handled, JSON.stringify(other.measures())]).toEqual(ends[0]);
      }),
      { seed: 7, numRuns: 30 },
    );
  });
});

describe('trucks that choose by the shorter expected wait', () => {
  it('go where the next slot and the way together are soonest', () => {
    const [{ data }] = fc.sample(networks, { seed: 1, numRuns: 1 });
    const gate = (perDay: number) => ({
      kind: 'road border',
      at: [44, 80],
      toward: { East: { lanes: 5, takes: minutes(10), eQueue: { slots: trucksPerDay(perDay), horizon: days(20) } } },
    });
    const { out } = data.flows;
    const places = { ...data.places, North: gate(48), South: gate(24) };
    const lines = Object.fromEntries(Object.entries(data.lines).map(([id, line]) => [id, { ...line, variation: 0 }]));
    const chosen = { ...data, places, lines, flows: { out: { ...out, choose: 'shorter expected wait' } } };
    const world = worldOf({ data: chosen as unknown as CorridorData, later: [] });
    for (let i = 0; i < 300; i++) world.sim.at(0, world.kinds.extraBox, 0, 0);
    world.sim.run({ until: 1 });
    const byRoute = [0, 1].map(
      (route) => [...world.boxes.route.subarray(0, 300)].filter((one) => one === route).length,
    );
    // Two slots at North for one at South; the other way is half an hour longer, a slot or so.
    expect(Math.abs(byRoute[0] - 200)).toBeLessThanOrEqual(3);
  });
});

describe('bad values', () => {
  const traffic = { 'flows.export.trucks': trucksPerDay(10) };
  const complaints = (figures: Figures) =>
    check(withFigures({ ...traffic, ...figures })).map(({ path, say }) => `${path.join('.')}: ${say}`);
  const red = (share: number, bays = 1) => ({ red: { share: percent(share), takes: hours(1), bays } });

  it.each([
    ['lanes', { [`${TOWARD}.lanes`]: 0 }, 'and needs a lane'],
    ['eQueue.slots', slots(0), 'and needs slots'],
    ['eQueue.horizon', slots(10, hours(0)), 'and needs time to book ahead'],
    ['eQueue.noShows', slots(10, hours(10), 100), 'No truck ever comes to its slot at Nur Zholy'],
    ['quota', { [`${TOWARD}.quota`]: trucksPerDay(0) }, 'and needs a quota'],
    ['channels', { [`${TOWARD}.channels`]: red(90) }, 'add up to 90 %'],
    ['channels.red.bays', { [`${TOWARD}.channels`]: red(100, 0) }, 'and needs a bay of channel red'],
    [
      'transloading.bays',
      { [`${TOWARD}.transloading`]: { share: percent(10), bays: 0, takes: hours(1) } },
      'and needs a bay for transloading',
    ],
  ])('are refused where they stand: %s', (path, figures, say) => {
    const found = complaints(figures);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`places.Nur Zholy.toward.Khorgos.${path}: `);
    expect(found[0]).toContain(say);
  });

  it('are no matter where nobody comes: a border may be there before its traffic is', () => {
    const other = { 'lines.past': { between: ['Almaty', 'Khorgos'], mode: 'road', length: 10, speed: 60 } };
    expect(complaints({ ...other, [`${TOWARD}.lanes`]: 0 })).toEqual([]);
  });

  it('are a neighbour that no road joins, and trucks to one of which nothing is said', () => {
    const toward = { Khorgas: { lanes: 1, takes: hours(1) } };
    expect(complaints({ [`${BORDER}.toward`]: toward })).toEqual([
      'places.Nur Zholy.toward.Khorgas: There is no road from Nur Zholy to "Khorgas"; did you mean Khorgos?',
      'places.Nur Zholy.toward.Khorgos: Trucks of "export" go over Nur Zholy to Khorgos; say what they pass there, at least lanes and takes.',
    ]);
  });

  it('are a calendar that is not there', () => {
    const say = 'places.Nur Zholy.calendar: There is no calendar "dai"; did you mean day?';
    expect(complaints({ calendars: daytime, [`${BORDER}.calendar`]: 'dai' })).toContain(say);
  });

  it('are trucks over a place that lets none through, and trains over a road border', () => {
    const railBorder = { kind: 'rail border', at: [44, 80], controls: {} };
    expect(complaints({ [BORDER]: railBorder })).toEqual([
      'flows.export.to: The way of "export" leads over Nur Zholy, a rail border, which trucks cannot pass; lead it over road borders, hinterlands and junctions.',
    ]);
    const rails = {
      'lines.r1': { between: ['Almaty', 'Nur Zholy'], mode: 'rail', length: 300, speed: 50 },
      'lines.r2': { between: ['Nur Zholy', 'Khorgos'], mode: 'rail', length: 60, speed: 50 },
      'fleets.sets': { count: 1, carries: 100 },
    };
    const service = (on: string | string[]) => ({
      ...rails,
      'services.train': { on, fleet: 'sets', leaves: { full: true } },
    });
    expect(complaints(service(['r1', 'r2']))).toEqual([
      'services.train.on: The service "train" runs over Nur Zholy, a road border, where only trucks pass; lead it another way.',
    ]);
    expect(complaints(service('r1'))).toEqual([
      'services.train.on: Trains of "train" end at Nur Zholy, a road border, where nothing is loaded; lead the service on to the next place.',
    ]);
  });

  it('are no-shows of 120 %, at the door', () => {
    const spec = (noShows: string) => ({
      kind: 'road border',
      at: [44, 80],
      toward: { Khorgos: { lanes: 1, takes: '1 h', eQueue: { slots: '10 trucks/day', horizon: '3 d', noShows } } },
    });
    const schema = roadBorderSchema(fields('file'));
    expect(schema.safeParse(spec('20 %')).success).toBe(true);
    const { error } = schema.safeParse(spec('120 %'));
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['toward.Khorgos.eQueue.noShows']);
    expect(error?.issues[0].message).toContain('120 %');
  });
});

describe('the preview of a road border', () => {
  it('holds slots, lanes, bays, transloading and quota against the trucks of a year, by their shares', () => {
    const data = withFigures({
      ...open,
      ...slots(100, days(3), 10),
      'flows.export.trucks': trucksPerDay(90),
      [`${TOWARD}.lanes`]: 5,
      [`${TOWARD}.channels`]: {
        green: { share: percent(80), takes: seconds(0), bays: 1 },
        red: { share: percent(20), takes: { law: 'exponential', mean: hours(3) }, bays: 7 },
      },
      [`${TOWARD}.transloading`]: { share: percent(50), bays: 6, takes: hours(1) },
      [`${TOWARD}.quota`]: trucksPerDay(95),
    });
    const rows = previewOf('Nur Zholy', data.places['Nur Zholy'], new Traffic(data));
    const trucks = 90 * 365;
    // Nine open hours a day.
    expect(rows.map(({ resource, capacity, demand }) => [resource, Math.round(capacity), Math.round(demand)])).toEqual([
      ['slots to Khorgos', 100 * 365 * 0.9, trucks],
      ['lanes to Khorgos', 5 * 9 * 2 * 365, trucks],
      ['red bays to Khorgos', 7 * 3 * 365, trucks * 0.2],
      ['transloading bays to Khorgos', 6 * 9 * 365, trucks * 0.5],
      ['quota of Khorgos', 95 * 365, trucks],
    ]);
  });
});
