// Networks of rail and road by chance, with every feature of lines, trains, borders, checkpoints, calendars and dated changes.
import fc from 'fast-check';
import type { CorridorData, FlowSpec, LineSpec } from '../../../src/model/corridor/corridor';
import type { Later } from '../../../src/model/corridor/phases';
import type { RailBorderSpec } from '../../../src/model/places/railBorder/spec';
import type { RoadBorderSpec } from '../../../src/model/places/roadBorder/spec';
import {
  days,
  hours,
  km,
  kmPerHour,
  minutes,
  movesPerHour,
  pathsPerDay,
  percent,
  share,
  teu,
  teuPerYear,
  tonnes,
  trucksPerDay,
} from '../../../src/units';

const small = fc.integer({ min: 1, max: 4 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const calendar = maybe(fc.constantFrom('day', 'night', 'feast'));

const border = fc.record({
  tracks: fc.tuple(small, small),
  cranes: small,
  each: maybe(small),
  buffer: fc.integer({ min: 4, max: 80 }),
  calendar,
  quota: maybe(fc.integer({ min: 10, max: 60 })),
  ban: maybe(fc.integer({ min: 1, max: 6 })),
  step: fc.boolean(),
  teams: maybe(fc.integer({ min: 1, max: 3 })),
  shift: fc.boolean(),
  works: calendar,
  red: fc.integer({ min: 0, max: 60 }),
  /** Minutes from one side to the other, where it has two. */
  crossing: maybe(fc.integer({ min: 0, max: 90 })),
});

const checkpoint = fc.record({
  lanes: small,
  calendar,
  slots: maybe(fc.integer({ min: 5, max: 60 })),
  horizon: fc.integer({ min: 1, max: 20 }),
  noShows: fc.integer({ min: 0, max: 40 }),
  quota: maybe(fc.integer({ min: 5, max: 60 })),
  transloading: maybe(small),
  red: maybe(fc.integer({ min: 1, max: 50 })),
});

const numbers = fc.record({
  borders: fc.tuple(border, border),
  checkpoints: fc.tuple(checkpoint, checkpoint),
  single: fc.boolean(),
  paths: maybe(fc.integer({ min: 6, max: 30 })),
  passenger: fc.boolean(),
  works: calendar,
  priority: fc.constantFrom(0 as const, 1 as const, 3 as const),
  leaving: fc.constantFrom('full', 'every', 'timetable', 'late'),
  least: maybe(fc.integer({ min: 1, max: 20 })),
  sets: fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 })),
  carries: fc.tuple(fc.integer({ min: 6, max: 30 }), fc.integer({ min: 6, max: 30 })),
  bound: fc.constantFrom('slots', 'length', 'tonnes'),
  away: maybe(fc.integer({ min: 1, max: 96 })),
  lot: maybe(fc.integer({ min: 2, max: 30 })),
  demands: fc.tuple(fc.integer({ min: 200, max: 4000 }), fc.integer({ min: 200, max: 4000 })),
  trucks: fc.tuple(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 60 })),
  byWait: fc.boolean(),
  portion: fc.integer({ min: 1, max: 99 }),
  queue: maybe(fc.integer({ min: 1, max: 2 })),
  line: maybe(fc.integer({ min: 1, max: 30 })),
  dated: fc.boolean(),
  others: maybe(fc.integer({ min: 1, max: 40 })),
  othersPass: fc.boolean(),
  stops: fc.boolean(),
  pace: maybe(fc.integer({ min: 0, max: 100 })),
  together: fc.boolean(),
  /** Both services of the steppe run on one fleet. */
  shared: fc.boolean(),
  locomotives: maybe(
    fc.record({
      count: small,
      turnRound: fc.integer({ min: 0, max: 6 }),
      reach: fc.constantFrom('both', 'one', 'each'),
    }),
  ),
});
export type Network = typeof numbers extends fc.Arbitrary<infer T> ? T : never;
type Border = Network['borders'][number];
type Checkpoint = Network['checkpoints'][number];

function railBorder(n: Border): RailBorderSpec {
  const hour = (least: number) =>
    ({ law: 'triangular', least: hours(least), mode: hours(least + 1), most: hours(least + 4) }) as const;
  const on = (side: string) => (n.crossing === undefined ? {} : { side });
  return {
    kind: 'rail border',
    at: [44, 80],
    ...(n.crossing === undefined
      ? {}
      : { sides: { China: 'China', Steppe: 'Kazakhstan' }, crossing: minutes(n.crossing) }),
    controls: {
      customs: {
        takes: hour(1),
        ...on('Kazakhstan'),
        ...(n.step ? { step: 1 } : {}),
        ...(n.teams === undefined ? {} : { teams: n.shift ? { day: n.teams, night: 1 } : n.teams }),
      },
      papers: {
        takes: hour(0),
        ...on('Kazakhstan'),
        ...(n.step ? { step: 1 } : {}),
        ...(n.works === undefined ? {} : { calendar: n.works }),
      },
      seals: { takes: minutes(20), trainsFrom: 'China', ...on('China') },
    },
    channels: {
      green: { share: percent(100 - n.red), takes: minutes(20), shareOf: { tea: percent(100) } },
      red: {
        share: percent(n.red),
        leftBehind: n.step,
        takes: { law: 'exponential', mean: hours(10) },
        shareOf: { tea: percent(0) },
      },
    },
    gaugeChange: {
      tracks: { 1435: n.tracks[0], 1520: n.tracks[1] },
      cranes: n.cranes,
      rate: movesPerHour(17.3),
      variation: percent(20),
      ...(n.each === undefined ? {} : { each: n.each }),
      buffer: teu(n.buffer),
      shunting: minutes(40),
    },
    ...(n.calendar === undefined ? {} : { calendar: n.calendar }),
    ...(n.quota === undefined ? {} : { handedOver: { Steppe: pathsPerDay(n.quota / 10) } }),
    ...(n.ban === undefined ? {} : { ban: { Steppe: { above: n.ban, until: Math.max(1, n.ban - 1) } } }),
  };
}

function roadBorder(n: Checkpoint, kazakhSide: string): RoadBorderSpec {
  const direction = {
    lanes: n.lanes,
    takes: { law: 'triangular' as const, least: minutes(3), mode: minutes(6), most: minutes(20) },
    ...(n.red === undefined
      ? {}
      : {
          channels: {
            green: { share: percent(100 - n.red), takes: minutes(5), bays: 2 },
            red: { share: percent(n.red), takes: { law: 'exponential' as const, mean: hours(3) }, bays: 2 },
          },
        }),
    ...(n.transloading === undefined
      ? {}
      : { transloading: { share: percent(30), bays: n.transloading, takes: hours(2) } }),
    ...(n.quota === undefined ? {} : { quota: trucksPerDay(n.quota) }),
  } as const;
  const eQueue =
    n.slots === undefined
      ? {}
      : { eQueue: { slots: trucksPerDay(n.slots), horizon: days(n.horizon), noShows: percent(n.noShows) } };
  return {
    kind: 'road border',
    at: [44, 81],
    ...(n.calendar === undefined ? {} : { calendar: n.calendar }),
    toward: { China: { ...direction, ...eQueue }, [kazakhSide]: direction },
  };
}

function locomotivesOf({ locomotives }: Network): CorridorData['locomotives'] {
  if (locomotives === undefined) return undefined;
  const { count, reach, turnRound } = locomotives;
  const turns = { law: 'triangular', least: hours(0), mode: hours(turnRound / 2), most: hours(turnRound) } as const;
  const one = { count, ...(turnRound === 0 ? {} : { turnRound: turns }) };
  if (reach === 'both') return { diesel: { ...one, on: ['North-Steppe', 'South-Steppe'] } };
  if (reach === 'one') return { diesel: { ...one, on: 'South-Steppe' } };
  return { diesel: { ...one, on: ['South-Steppe', 'China-South'] }, electric: { ...one, on: 'North-Steppe' } };
}

function corridorOf(n: Network): CorridorData {
  const [east, west] = n.carries;
  const when = {
    full: n.leaving !== 'late',
    ...(n.leaving === 'every' ? { every: hours(9) } : { longestWait: hours(60) }),
    ...(n.least === undefined ? {} : { least: teu(Math.min(n.least, east, west)) }),
    ...(n.leaving === 'timetable'
      ? { timetable: { Steppe: { timeZone: 'Asia/Almaty', times: { mon: '08:00', daily: '03:00 and 21:30' } } } }
      : {}),
  };
  const inChina = { ...when, timetable: undefined };
  const rail = { mode: 'rail', length: km(200), speed: kmPerHour(50), variation: percent(15) } as const;
  const steppe: Partial<LineSpec> = {
    gauge: 1520,
    ...(n.single
      ? { single: { section: km(20), speed: kmPerHour(50), stations: minutes(8), reliability: share(0.9) } }
      : n.paths === undefined
        ? {}
        : { paths: pathsPerDay(n.paths) }),
    ...(n.passenger && (n.single || n.paths !== undefined) ? { passenger: pathsPerDay(3) } : {}),
    ...(n.works === undefined ? {} : { calendar: n.works }),
    ...(n.stops ? { speed: undefined, running: kmPerHour(60), stops: { every: km(60), takes: minutes(45) } } : {}),
    ...(n.bound === 'length' ? { longest: km(0.5) } : {}),
    ...(n.bound === 'tonnes' ? { heaviest: tonnes(300) } : {}),
  };
  const road = { mode: 'road', length: km(150), speed: kmPerHour(60), variation: percent(20) } as const;
  const ways = (a: string, b: string): Partial<FlowSpec> => ({
    routes: {
      one: { via: a, share: percent(n.portion) },
      two: { via: b, share: percent(100 - n.portion) },
    },
    ...(n.byWait ? { choose: 'shorter expected wait' as const } : {}),
  });
  const boxes = { '22G1': percent(30), '45G1': percent(70) };
  const service = (on: string, fleet: string, leaves: typeof when | typeof inChina, priority = 1) =>
    ({
      ...{ on, fleet, leaves, priority: priority as 0 | 1 | 3 },
      // What leaves a gauge change by the clock does not stay together.
      ...(n.together && n.leaving !== 'every' ? { staysTogether: true } : {}),
    }) as const;
  return {
    keruen: 'scenario@1',
    id: 'network',
    title: 'A network by chance',
    start: '2025-01-03',
    timeZone: 'Asia/Almaty',
    warmUp: days(0),
    places: {
      China: { kind: 'hinterland', at: [44, 85] },
      North: railBorder(n.borders[0]),
      South: railBorder(n.borders[1]),
      Steppe: { kind: 'hinterland', at: [44, 70], ...(n.away === undefined ? {} : { away: hours(n.away) }) },
      Alatau: roadBorder(n.checkpoints[0], 'Steppe'),
      Bereke: roadBorder(n.checkpoints[1], 'Steppe'),
    },
    lines: {
      'China-North': { ...rail, between: ['China', 'North'], gauge: 1435 },
      'China-South': { ...rail, between: ['China', 'South'], gauge: 1435 },
      'North-Steppe': { ...rail, ...steppe, between: ['North', 'Steppe'] },
      'South-Steppe': { ...rail, ...steppe, between: ['South', 'Steppe'] },
      'China-Alatau': { ...road, between: ['China', 'Alatau'] },
      'China-Bereke': { ...road, between: ['China', 'Bereke'] },
      'Alatau-Steppe': { ...road, between: ['Alatau', 'Steppe'] },
      'Bereke-Steppe': { ...road, between: ['Bereke', 'Steppe'] },
    },
    services: {
      a: service('China-North', 'a', inChina),
      b: service('China-South', 'b', inChina),
      c: service('North-Steppe', 'c', when, n.priority),
      d: service('South-Steppe', n.shared ? 'c' : 'd', when, n.priority),
    },
    fleets: Object.fromEntries(
      (n.shared ? ['a', 'b', 'c'] : ['a', 'b', 'c', 'd']).map((id, i) => [
        id,
        {
          count: n.sets[i < 2 ? 0 : 1] * (n.shared && i === 2 ? 2 : 1),
          carries: teu(i < 2 ? east : west),
          ...(n.pace === undefined ? {} : { pace: { unit: percent(n.pace), week: percent((100 - n.pace) / 2) } }),
          ...(i > 1 && n.bound === 'length' ? { platform: { length: km(0.0142), carries: teu(2) } } : {}),
        },
      ]),
    ),
    flows: {
      west: {
        from: 'China',
        to: 'Steppe',
        demand: teuPerYear(n.demands[0]),
        boxes,
        commodity: 'tea',
        tonnes: tonnes(12),
        ...(n.lot === undefined ? {} : { lot: teu(n.lot) }),
        ...ways('North', 'South'),
      },
      east: {
        from: 'Steppe',
        to: 'China',
        demand: teuPerYear(n.demands[1]),
        boxes,
        empty: percent(20),
        ...ways('North', 'South'),
      },
      'trucks west': { from: 'China', to: 'Steppe', trucks: trucksPerDay(n.trucks[0]), ...ways('Alatau', 'Bereke') },
      'trucks east': { from: 'Steppe', to: 'China', trucks: trucksPerDay(n.trucks[1]), ...ways('Alatau', 'Bereke') },
    },
    ...(n.others === undefined || (!n.single && n.paths === undefined)
      ? {}
      : {
          traffic: {
            coal: {
              trains: pathsPerDay(n.others / 20),
              on: n.othersPass ? ['China-North', 'North-Steppe'] : 'South-Steppe',
              both: true,
              priority: (n.others % 4) as 0 | 1 | 2 | 3,
            },
          },
        }),
    locomotives: locomotivesOf(n),
    calendars: {
      day: { timeZone: 'Asia/Almaty', hours: { daily: '08:00-20:00' } },
      night: { timeZone: 'Asia/Almaty', hours: { daily: '20:00-08:00' } },
      feast: {
        timeZone: 'Asia/Shanghai',
        hours: { daily: '00:00-24:00' },
        dates: { '2025-01-10..2025-01-13': 'closed' },
      },
    },
    initial: {
      ...(n.queue === undefined
        ? {}
        : { trains: { flow: 'east', route: 'one', at: 'North', trains: Math.min(n.queue, n.sets[1]) } }),
      ...(n.line === undefined ? {} : { trucks: { flow: 'trucks east', route: 'two', at: 'Bereke', trucks: n.line } }),
    },
  } as CorridorData;
}

/** The corridor, and what it becomes on the eighth day. */
export const networks: fc.Arbitrary<{ readonly data: CorridorData; readonly later: readonly Later[] }> = fc
  .tuple(numbers, border, checkpoint)
  .map(([n, other, gate]) => {
    const data = corridorOf(n);
    if (!n.dated) return { data, later: [] };
    const changed = corridorOf({
      ...n,
      sets: [n.sets[0] + 2, Math.max(1, n.sets[1] - 1)],
      paths: n.paths === undefined ? undefined : 40,
      locomotives: n.locomotives && { ...n.locomotives, count: 5 - n.locomotives.count },
    });
    const places = {
      ...data.places,
      South: railBorder({ ...other, crossing: n.borders[1].crossing }),
      Bereke: roadBorder(gate, 'Steppe'),
    };
    return { data, later: [{ from: '2025-01-11', data: { ...changed, places } as CorridorData }] };
  });
