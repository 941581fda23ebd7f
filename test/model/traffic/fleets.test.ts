// Ships by class, by hand: who takes what, on which days, over how much water, in which month, by which timetable.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { CompiledCorridor } from '../../../src/model/compile';
import { canLie, kindsFor, loadByWater } from '../../../src/model/corridor/capacity/draft';
import { capacityOf } from '../../../src/model/corridor/capacity/unitCapacity';
import { type CorridorData, type LeavesWhen, months, type WeatherSpec } from '../../../src/model/corridor/corridor';
import type { FleetSpec } from '../../../src/model/corridor/data/fleetSpec';
import type { Later } from '../../../src/model/corridor/phases';
import { previewRows, Traffic } from '../../../src/model/preview/preview';
import { Run } from '../../../src/model/replicate';
import { Clock, DAY } from '../../../src/model/time/clock';
import { days, km, kmPerHour, percent, seconds, share, teu, teuPerYear } from '../../../src/units';
import { handCorridor, noteLedgers, noteStages, worldOf } from '../../known/corridors/handCorridor';
import { type Mutation, mutated } from '../mutated';
import { small } from '../small';

const hand = handCorridor();
const fullOr = (longestWait: number): LeavesWhen => ({ full: true, longestWait: seconds(longestWait) });

/**
 * Port – sea – West, 12,960 s at 20 km/h. Port is the first end: one berth, tied up after 1000 s, a lift every 300 s. West: tied
 * up after 2000 s, two cranes, 240 s a lift.
 */
function twoPorts(fleet: Partial<FleetSpec>, sails: LeavesWhen = fullOr(10_800), values: Mutation = {}): CorridorData {
  const { Port, West } = hand.places;
  const both = { '22G1': percent(50), '45G1': percent(50) };
  const data: CorridorData = {
    ...hand,
    places: { Port, West },
    lines: { sea: hand.lines.sea },
    services: { ship: { on: 'sea', fleet: 'ships', sails } },
    fleets: { ships: { count: 0, carries: teu(4), speed: kmPerHour(20), ...fleet } },
    flows: {
      out: { from: 'Port', to: 'West', demand: teuPerYear(0), boxes: both },
      in: { from: 'West', to: 'Port', demand: teuPerYear(0), boxes: both },
    },
  };
  return mutated(values, data);
}

/** A run by hand: boxes of 2 TEU (or another size) at these seconds; their stages and ledgers. */
function sail(
  data: CorridorData,
  out: readonly number[],
  back: readonly number[] = [],
  size: '45G1' | '22G1' = '45G1',
) {
  const world = worldOf(data);
  const stages = noteStages(world);
  const ledgers = noteLedgers(world);
  for (const second of out) world.boxAt('out', second, size);
  for (const second of back) world.boxAt('in', second, size);
  while (world.sim.step()) world.audit();
  expect(world.boxes.inside).toBe(0);
  const at = (box: string, event: string) =>
    Number(
      stages
        .get(box)
        ?.find((line) => line.startsWith(event))
        ?.slice(event.length + 1),
    );
  return { world, at, ledger: (box: string) => ledgers.get(box) };
}

describe('two ships of different size', () => {
  const data = twoPorts({ ships: { large: { carries: teu(6) }, small: { carries: teu(2) } } });

  it('each take what fits: a load is as large as the ship that stands first, is offered, or may come', () => {
    // The large one begins at Port, the small one at West.
    const { at, ledger } = sail(data, [16_000, 16_100, 16_150], [100, 13_100, 13_200, 13_300]);
    // Small: full with one box at 100; tied up 2100, loaded 2340; Port 15,300; tied up 16,300, off 16,600.
    expect(at('i1', 'loaded West')).toBe(2340);
    expect(at('i1', 'unloaded Port')).toBe(16_600);
    // Large is called to West at 100, where none is left, and lies there from 13,060 on: three boxes are a load for it.
    expect(['i2', 'i3', 'i4'].map((box) => at(box, 'loaded West'))).toEqual([15_540, 15_540, 15_780]);
    expect(ledger('i2')).toMatchObject({ 'ship to fill @West': 200, 'tying up @West': 2000 });
    // At Port nobody lies: three boxes are a load for the large one from 16,150 on. The small one, emptied at 16,600, takes one.
    expect(at('o1', 'loaded Port')).toBe(16_900);
    expect(ledger('o1')).toMatchObject({ 'ship to fill @Port': 150, 'waiting for a vessel @Port': 450 });
    // The others are no load any more, until the older has waited 10,800 s: at 26,900. Large, at Port 28,740, tied up 29,740,
    // emptied 30,640, takes them.
    expect(['o2', 'o3'].map((box) => at(box, 'loaded Port'))).toEqual([30_940, 31_240]);
    const sea = { 'moving @sea': 12_960, 'tying up @West': 2000, 'unloading a ship @West': 240 };
    expect(ledger('o2')).toEqual({
      'ship to fill @Port': 50 + 10_300,
      'waiting for a vessel @Port': 450 + 3740,
      'loading a ship @Port': 600,
      ...sea,
    });
  });

  it('of the same figures are the plain ships of a fleet, event for event', () => {
    const run = (fleet: Partial<FleetSpec>) => {
      const live = mutated({ 'fleets.feeders': { ...small.fleets.feeders, ...fleet } });
      return new Run(live, { seed: 'classes', replication: 0, days: 60 }).finish();
    };
    const plain = run({ count: 3 });
    const named = run({ count: 1, ships: { one: {}, two: { carries: small.fleets.feeders.carries } } });
    expect(named.hash).toBe(plain.hash);
    expect(named.events).toBe(plain.events);
  });

  it('have speeds of their own', () => {
    const b = { count: 2, carries: teu(2), speed: kmPerHour(10) };
    const slow = twoPorts({ ships: { a: { count: 2, carries: teu(2) }, b } });
    const { at } = sail(slow, [], [100, 101]);
    // One of each begins at West. a: tied up 2100, loaded 2340; b, at the berth after it: tied up 4340, loaded 4580.
    expect(at('i1', 'arrives Port')).toBe(2340 + 12_960);
    expect(at('i2', 'arrives Port')).toBe(4580 + 25_920);
  });

  it('are loaded as full as each may be where they are under way at clock zero', () => {
    const ships = { large: { carries: teu(6) }, never: { joins: '2090-01-01' }, small: { carries: teu(3) } };
    const initial = { before: { flow: 'out', on: 'sea', trains: 2 } };
    const world = worldOf(mutated({ initial, 'flows.out.boxes': { '45G1': 1 } }, twoPorts({ ships })));
    const [service] = world.services;
    const aboard = [0, 1].map((i) => [
      service.classOf(service.unitAtStart(i)),
      world.units.aboard.teu[service.unitAtStart(i)],
    ]);
    expect(aboard).toEqual([
      ['large', 6],
      ['small', 2],
    ]);
    const stages = noteStages(world);
    while (world.sim.step()) world.audit();
    // The first has a quarter of 12,960 s before it: 3240; tied up 5240, two cranes.
    expect(stages.get('o1')).toEqual(['arrives West 3240', 'unloaded West 5480', 'leaves West 5480']);
  });

  it('count in the preview with their own room and speed, each for the part of the year in which it runs', () => {
    const later = twoPorts(
      {
        count: 1,
        ships: { large: { count: 2, carries: teu(6), speed: kmPerHour(10) }, next: { joins: '2024-03-01' } },
      },
      fullOr(10_800),
      { 'flows.out.demand': 1000 },
    );
    const row = previewRows(later, () => []).find(({ resource }) => resource === 'ships');
    // 8760 h a year; a round of 7.2 h with 4 TEU, two of 14.4 h with 6 TEU, and one of 7.2 h less its first 60 days.
    const share = (365 - 60) / 365;
    expect(row?.capacity).toBeCloseTo((8760 * 4 * (1 + share)) / 7.2 + (2 * 8760 * 6) / 14.4, 6);
    expect(row?.note).toBe('sailing or running time only; with next from 2024-03-01 on');
    expect(new Traffic(later).unitCapacity('ship')).toBeCloseTo((4 + 2 * 6 + 4 * share) / (3 + share), 12);
  });
});

describe('days on which ships join and leave', () => {
  const data = twoPorts({
    carries: teu(2),
    ships: { new: { joins: '2024-01-02' }, old: { leaves: '2024-01-02' } },
  });

  it('bring one free and empty to the first end, and let the other go once it is emptied', () => {
    const { at, world } = sail(data, [80_000, 86_000], [95_000]);
    // Old, at Port: tied up 81,000, loaded 81,300; West 94,260; tied up 96,260, emptied 96,500, and gone: it leaves the box of
    // 95,000 standing. New has joined at 86,400 and takes the second box at once: tied up 87,400, loaded 87,700; West 100,660;
    // tied up 102,660, emptied 102,900, and loads there: 103,140.
    expect(at('o1', 'unloaded West')).toBe(96_500);
    expect(at('o2', 'loaded Port')).toBe(87_700);
    expect(at('o2', 'unloaded West')).toBe(102_900);
    expect(at('i1', 'loaded West')).toBe(103_140);
    expect(world.services[0].classOf(world.services[0].firstUnit)).toBe('new');
  });

  it('let others be called in the very second in which one has gone', () => {
    const { at } = sail(data, [80_000], [95_000]);
    // New, at Port since 86,400, is called when old goes at 96,500: West 109,460; tied up 111,460; loaded 111,700.
    expect(at('i1', 'loaded West')).toBe(111_700);
  });

  it('take a ship that stands free at that midnight, and count in the use of the fleet', () => {
    const idle = twoPorts({ carries: teu(2), ships: { old: { leaves: '2024-01-02' }, other: { count: 2 } } });
    const world = worldOf(idle, 4);
    world.sim.run({ until: DAY });
    world.boxAt('out', DAY, '45G1');
    world.sim.run({ until: DAY + 1 });
    // Old stood at Port first in line; it has gone, so the box has another ship.
    const { units } = world;
    const loading = Array.from({ length: 3 }, (_, unit) => units.teu(unit));
    expect(loading[0]).toBe(0);
    expect(loading.reduce((sum, one) => sum + one, 0)).toBe(2);
    const use = world.services[0].measures().find(({ measure }) => measure === 'use');
    // Three idle ships for a day, then two busy for a second: the one at West is called to Port, where none is left.
    expect(use?.value).toBeCloseTo(2 / (3 * DAY + 2), 12);
  });

  it('leave ships of days outside the run out of it, or in it', () => {
    const odd = twoPorts({
      ships: { ever: { joins: '2020-01-01' }, gone: { leaves: '2024-01-01' }, never: { joins: '2090-01-01' } },
    });
    const world = worldOf(odd, 4);
    const [ship] = world.services;
    expect([ship.size, ship.classOf(ship.unitAtStart(0)), ship.unitAtStart(1)]).toEqual([3, 'ever', undefined]);
    expect(world.sim.peek()).toBeGreaterThan(world.clock.last);
  });

  it('and dated changes of the count go together', () => {
    const both = twoPorts({ count: 1, ships: { more: { count: 1, joins: '2024-01-03' } } }, { full: true });
    const later: Later[] = [
      { from: '2024-01-02', data: mutated({ 'fleets.ships.ships.more.count': 3, 'fleets.ships.count': 0 }, both) },
    ];
    const world = new CompiledCorridor(both, new Clock(both.start, 0, 9), 'keruen', 0, undefined, later);
    const free = () => (world.services[0] as unknown as { readyCount: Int32Array }).readyCount.join();
    world.sim.run({ until: DAY });
    expect(free()).toBe('1,0');
    world.sim.run({ until: 2 * DAY });
    expect(free()).toBe('0,0');
    world.sim.run({ until: 2 * DAY + 1 });
    // Three join at Port; one is called to West, where less than a quarter of them is: none.
    expect(free()).toBe('2,0');
  });
});

describe('what the water bears', () => {
  const draft = { light: km(0.003), full: km(0.006) };
  const deep = (port: number, west?: number): Mutation => ({
    'places.Port.berths.container.depth': km(port / 1000),
    ...(west === undefined ? {} : { 'places.West.berths.container.depth': km(west / 1000) }),
  });
  const of = (values: Mutation, fleet: Partial<FleetSpec> = {}) =>
    twoPorts(
      { count: 1, carries: teu(8), load: share(0.75), draft, clearance: km(0.0005), ...fleet },
      undefined,
      values,
    );

  it.each([
    // (5 − 0.5 − 3) ÷ 3
    ['half at 5 m', deep(5), 0.5, 3],
    ['all at 6.5 m, and not a hair less', deep(6.5), 1, 6],
    ['no more than all at 9 m', deep(9), 1, 6],
    ['the shallower end counts', deep(9, 5), 0.5, 3],
    ['a third of 6 TEU is 2 TEU', deep(4.5), 1 / 3, 2],
    ['nothing at 3.5 m', deep(3.5), 0, 0],
    ['nothing below', deep(2), 0, 0],
    ['all where no depth is said', {}, 1, 6],
  ])('is reckoned by hand: %s', (_, values, water, unitCapacity) => {
    const data = of(values);
    expect(loadByWater(data, 'ship')).toBeCloseTo(water, 11);
    expect(capacityOf(data, 'ship').teu).toBe(unitCapacity);
  });

  it('is the deepest berth that serves them, and each class has its own draft', () => {
    const values = {
      ...deep(5),
      'places.Port.berths.ferry': { count: 1, cranes: 1, tieUp: seconds(0), depth: km(0.008), serves: ['ship'] },
      'places.Port.berths.a': { count: 1, cranes: 1, tieUp: seconds(0), depth: km(0.0055), serves: 'ship' },
      'places.Port.berths.other': { count: 1, cranes: 1, tieUp: seconds(0) },
      'places.Port.berths.planned': { count: 0, cranes: 1, tieUp: seconds(0), depth: km(0.02), serves: 'ship' },
    };
    const flat = { light: km(0.001), full: km(0.002) };
    const data = of(values, {
      draft: { light: km(0.003), full: km(0.01) },
      ships: { flat: { draft: flat, carries: teu(2) } },
    });
    expect(kindsFor(data, 'Port', 'ship')).toEqual(['container', 'a', 'ferry', 'planned']);
    expect(kindsFor(data, 'West', 'ship')).toEqual(['container']);
    // (8 − 0.5 − 3) ÷ 7 of 6 TEU; all of 1.5.
    expect(capacityOf(data, 'ship').teu).toBeCloseTo((4.5 / 7) * 6, 6);
    expect(capacityOf(data, 'ship', 'flat').teu).toBe(1.5);
    const lie = (kind: string, shipClass?: string) => canLie(data, 'Port', kind, 'ship', shipClass);
    // With 0.75 of what 8 m bears a ship draws 3 + 0.75 × 4.5 = 6.375 m and needs 6.875 m.
    expect(['container', 'a', 'ferry', 'other', 'planned'].map((kind) => lie(kind))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(lie('container', 'flat')).toBe(true);
  });

  it('makes up loads anew on the day on which it falls, in the middle of filling', () => {
    const before = of(deep(5));
    const later = [{ from: '2024-01-02', data: of(deep(4.5)) }];
    const world = new CompiledCorridor(before, new Clock(before.start, 0, 4), 'keruen', 0, undefined, later);
    const stages = noteStages(world);
    const ledgers = noteLedgers(world);
    for (const second of [80_000, 81_000]) world.boxAt('out', second, '22G1');
    // Three TEU would be a load; from midnight on two are, before either has waited 10,800 s.
    while (world.sim.step()) world.audit();
    expect(stages.get('o2')).toContain(`loaded Port ${DAY + 1600}`);
    expect(ledgers.get('o1')).toMatchObject({ 'ship to fill @Port': 6400, 'tying up @Port': 1000 });
  });
});

describe('ships that sail by the clock', () => {
  // 2024-01-01 is a Monday.
  const weekly: LeavesWhen = {
    full: true,
    timetable: {
      Port: { timeZone: 'UTC', times: { wed: '08:00' } },
      West: { timeZone: 'UTC', times: { sat: '08:00' } },
    },
  };
  const WEDNESDAY = 2 * DAY + 8 * 3600;

  it('take once a week what waits, full or not, and what comes too late waits for the next week', () => {
    const data = twoPorts({ count: 1 }, weekly);
    expect(() => corridor(mutated({ 'flows.out.demand': 1, 'flows.in.demand': 1 }, data))).not.toThrow();
    const { at, ledger, world } = sail(data, [1000, 2000, 3000]);
    expect(at('o1', 'loaded Port')).toBe(WEDNESDAY + 1300);
    expect(at('o2', 'loaded Port')).toBe(WEDNESDAY + 1600);
    expect(ledger('o2')).toMatchObject({ 'waiting for its departure @Port': WEDNESDAY - 2000, 'tying up @Port': 1000 });
    expect(at('o3', 'loaded Port')).toBe(WEDNESDAY + 7 * DAY + 1300);
    expect(ledger('o3')).toMatchObject({ 'ship to fill @Port': WEDNESDAY + 7 * DAY - 3000 });
    const skipped = world.services[0].measures().filter(({ measure }) => measure === 'departures skipped');
    expect(skipped.map(({ of }) => of.place)).toEqual(['Port', 'West']);
    expect(skipped.map(({ value }) => value)).toEqual([0, 0]);
  });

  it('stay until it is time, though boxes wait at the other end, and sail empty rather than miss their next departure', () => {
    const SATURDAY = 5 * DAY + 8 * 3600;
    const data = twoPorts({ count: 1 }, weekly);
    // At West from Wednesday on, with nothing to take and a box at Port: it lies there until Saturday, and has the box of Friday.
    const { at } = sail(data, [1000, WEDNESDAY + 1], [4 * DAY]);
    expect(at('i1', 'loaded West')).toBe(SATURDAY + 2240);
    expect(at('o2', 'loaded Port')).toBe(WEDNESDAY + 7 * DAY + 1300);
    // Without that box it sails empty, and is there on Wednesday as well.
    const { at: empty, world } = sail(data, [1000, WEDNESDAY + 1]);
    expect(empty('o2', 'loaded Port')).toBe(WEDNESDAY + 7 * DAY + 1300);
    const departures = world.services[0].measures().filter(({ measure }) => measure === 'departures');
    expect(departures.every(({ value }) => (value as number) > 50)).toBe(true);
    // With a least load that is not there it sails from Port on Wednesday all the same, since a load waits at West.
    const sails = { ...weekly, least: teu(4) };
    const { at: called } = sail(twoPorts({ count: 1 }, sails), [], [1000, 2000]);
    expect(called('i1', 'loaded West')).toBe(SATURDAY + 2240);
  });

  it('may go every so often from both ends, counted from clock zero', () => {
    const { at, ledger } = sail(twoPorts({ count: 2 }, { full: false, every: days(7) }), [1000], [2000]);
    expect(at('o1', 'loaded Port')).toBe(7 * DAY + 1300);
    expect(at('i1', 'loaded West')).toBe(7 * DAY + 2240);
    expect(ledger('i1')).toMatchObject({ 'ship to fill @West': 7 * DAY - 2000 });
  });

  it('show in the preview what their departures carry away', () => {
    const data = twoPorts({ count: 1 }, weekly, { 'flows.out.demand': 1000 });
    const row = previewRows(data, () => []).find(({ resource }) => resource === 'departures from Port');
    expect(row?.capacity).toBeCloseTo((365 / 7) * 4, 9);
  });
});

describe('slower sailing', () => {
  const each = (of: (month: string) => number) =>
    Object.fromEntries(months.map((month) => [month, share(of(month))])) as WeatherSpec['closedShare'];
  const sea: WeatherSpec = {
    closedShare: each(() => 0),
    meanSpell: days(1),
    sailing: each((month) => (month === 'jan' ? 0.3 : 1)),
  };
  const slow = twoPorts({ count: 2, carries: teu(2) }, undefined, { weather: { sea }, 'lines.sea.weather': 'sea' });
  const FEBRUARY = 31 * DAY;

  it('divides the time at sea by the share of the month in which a ship sets out, to the second', () => {
    // Loaded 1300 s after its box came: one second before the month ends, in its last second's end, and from West in January.
    const { at } = sail(slow, [FEBRUARY - 1301, FEBRUARY - 1300], [1000]);
    expect(at('o1', 'arrives West') - at('o1', 'departs Port')).toBe(43_200);
    expect(at('i1', 'arrives Port') - at('i1', 'departs West')).toBe(43_200);
    const { at: next } = sail(slow, [FEBRUARY - 1300]);
    expect(next('o1', 'departs Port')).toBe(FEBRUARY);
    expect(next('o1', 'arrives West')).toBe(FEBRUARY + 12_960);
  });

  it('begins at clock zero with the month of the warm-up, and comes round again in the next year', () => {
    const world = worldOf({ ...slow, warmUp: days(31) });
    const [line] = world.lines;
    // Clock zero is 2023-12-01.
    expect(line.slowed(300)).toBe(300);
    world.sim.run({ until: 31 * DAY });
    expect(line.slowed(300)).toBe(1000);
    world.sim.run({ until: (31 + 366) * DAY });
    expect(line.slowed(300)).toBe(1000);
  });
});

describe('a run of ships by class', () => {
  const sailing = Object.fromEntries(months.map((month, i) => [month, percent(i % 2 === 0 ? 60 : 90)]));
  const data = mutated({
    'weather.caspian.sailing': sailing,
    'lines.Caspian.weather': 'caspian',
    'fleets.feeders': {
      ...small.fleets.feeders,
      draft: { light: km(0.003), full: km(0.006) },
      ships: {
        big: { carries: teu(400), joins: '2024-01-10', leaves: '2024-02-15' },
        old: { carries: teu(120), count: 2, leaves: '2024-01-20' },
        slow: { carries: teu(150), speed: kmPerHour(12) },
      },
    },
    'places.Aktau.berths.container.depth': km(0.007),
  });
  const later = [{ from: '2024-02-01', data: mutated({ 'places.Aktau.berths.container.depth': km(0.0055) }, data) }];
  const options = { seed: 'ships', replication: 0, days: 60, later } as const;

  it('holds, with its ships, draft, sailing and dates', () => {
    expect(() => corridor(data as typeof small)).not.toThrow();
  });

  it.each(['2024-01-05', '2024-01-19', '2024-01-31', '2024-02-14'])(
    'is gone on with from a copy of %s, bit for bit',
    (day) => {
      const run = new Run(data, options);
      run.until(day);
      const copy = run.save();
      const whole = run.finish();
      expect(whole.endedEarly).toBeUndefined();
      run.restore(copy);
      expect(run.finish()).toEqual(whole);
      const anew = new Run(data, options);
      anew.restore(copy);
      expect(anew.finish()).toEqual(whole);
    },
  );
});
