// Ports by chance, with every feature of berths, cranes, yards, ships, seas and the trains behind them.
import fc from 'fast-check';
import { corridor } from '../../../src/model/change/define';
import { type CorridorData, months, type WeatherSpec } from '../../../src/model/corridor/corridor';
import type { Later } from '../../../src/model/corridor/phases';
import type { SeaportSpec } from '../../../src/model/places/seaport/spec';
import { ProblemError } from '../../../src/problem';
import {
  days,
  hours,
  km,
  kmPerHour,
  metres,
  minutes,
  movesPerHour,
  percent,
  teu,
  teuPerYear,
} from '../../../src/units';

const small = fc.integer({ min: 1, max: 3 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const port = fc.record({
  berths: fc.tuple(small, maybe(small)),
  each: small,
  tieUp: fc.constantFrom('fixed', 'law'),
  berthing: maybe(fc.integer({ min: 5, max: 90 })),
  depth: maybe(fc.integer({ min: 50, max: 90 })),
  cranes: small,
  efficiency: maybe(fc.integer({ min: 40, max: 100 })),
  failures: maybe(fc.integer({ min: 10, max: 200 })),
  shift: maybe(fc.constantFrom('day', 'feast')),
  ramp: fc.boolean(),
  yard: fc.integer({ min: 60, max: 400 }),
  empty: maybe(fc.integer({ min: 30, max: 60 })),
  transit: maybe(fc.integer({ min: 40, max: 200 })),
  collected: maybe(fc.integer({ min: 1, max: 60 })),
  brought: maybe(fc.integer({ min: 1, max: 60 })),
  tracks: small,
  storms: fc.boolean(),
});

const numbers = fc.record({
  ports: fc.tuple(port, port, port),
  full: fc.boolean(),
  every: maybe(fc.integer({ min: 8, max: 60 })),
  timetable: fc.boolean(),
  least: maybe(fc.integer({ min: 1, max: 6 })),
  priority: fc.constantFrom(0 as const, 1 as const, 3 as const),
  ships: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  carries: fc.integer({ min: 6, max: 30 }),
  big: maybe(
    fc.record({ carries: fc.integer({ min: 6, max: 40 }), joins: fc.integer({ min: 0, max: 20 }), stays: small }),
  ),
  draft: fc.boolean(),
  sets: fc.integer({ min: 1, max: 6 }),
  train: fc.integer({ min: 6, max: 30 }),
  closed: fc.integer({ min: 1, max: 60 }),
  sailing: fc.boolean(),
  demands: fc.tuple(
    fc.integer({ min: 200, max: 5000 }),
    fc.integer({ min: 200, max: 5000 }),
    fc.integer({ min: 50, max: 1500 }),
    fc.integer({ min: 50, max: 1500 }),
  ),
  dated: fc.boolean(),
  /** One service to and fro over all ports instead of two between two. */
  calls: maybe(fc.constantFrom('at once', 'stay', 'every')),
});
type Numbers = typeof numbers extends fc.Arbitrary<infer T> ? T : never;

/** An entry that is there where a number is. */
const given = <K extends string, V>(key: K, number: number | undefined, of: (number: number) => V) =>
  (number === undefined ? {} : { [key]: of(number) }) as { readonly [P in K]?: V };

function seaport(n: Numbers['ports'][number], at: number, serves: string | readonly string[]): SeaportSpec {
  const tieUp =
    n.tieUp === 'fixed'
      ? minutes(50)
      : ({ law: 'triangular', least: minutes(20), mode: minutes(60), most: minutes(150) } as const);
  const berth = {
    cranes: n.each,
    tieUp,
    ...given('berthing', n.berthing, minutes),
    ...given('depth', n.depth, (tenths) => metres(tenths / 10)),
  };
  const [own, more] = n.berths;
  const pool = {
    count: n.cranes,
    rate: movesPerHour(20),
    variation: percent(20),
    ...given('efficiency', n.efficiency, percent),
    ...(n.shift === undefined ? {} : { calendar: n.shift }),
    ...given('failures', n.failures, (every) => ({
      every: hours(every),
      repair: { law: 'exponential' as const, mean: hours(5) },
    })),
    ...(n.ramp ? { rampUp: { opens: '2025-01-06', over: days(9), begins: percent(40) } } : {}),
  };
  return {
    kind: 'seaport',
    at: [40, at],
    berths: {
      container: { count: own, ...berth },
      ...(more === undefined ? {} : { general: { count: more, ...berth, serves } }),
    },
    cranes: { quay: pool, rail: { count: 2, rate: movesPerHour(20) } },
    yard: {
      capacity: teu(n.yard),
      ...given('empty', n.empty, teu),
      ...given('transit', n.transit, teu),
      ...given('collected', n.collected, (mean) => ({ law: 'exponential' as const, mean: hours(mean) })),
      ...given('brought', n.brought, (mean) => ({ law: 'exponential' as const, mean: hours(mean) })),
    },
    tracks: n.tracks,
    shunting: minutes(30),
    ...(n.storms ? { weather: 'sea' } : {}),
  };
}

/** A service over all three ports, to and fro. */
function roundOf({ calls, every = 30, priority }: Numbers): CorridorData['services'][string] {
  const rule = calls === 'every' ? { every: hours(every) } : calls === 'stay' ? { longestStay: hours(every) } : {};
  const sails = { full: calls === 'stay', ...rule };
  return { on: ['coast', 'crossing'], calls: ['Delta', 'Bay', 'Cape'], fleet: 'ships', priority, sails };
}

function corridorOf(n: Numbers): CorridorData {
  const serves = (...ids: string[]) => (n.calls === undefined ? ids : ['round']);
  const boxes = { '22G1': percent(40), '45G1': percent(60) };
  const every = n.every === undefined ? {} : { every: hours(n.every) };
  const sails = {
    full: n.full,
    ...(n.every === undefined ? { longestWait: hours(50) } : every),
    ...(n.least === undefined || n.every !== undefined ? {} : { least: teu(Math.min(n.least, 2)) }),
  };
  const liner = n.timetable
    ? {
        full: false,
        timetable: Object.fromEntries(
          ['Bay', 'Cape'].map((place) => [place, { timeZone: 'Asia/Aqtau', times: { mon: '08:00', thu: '20:00' } }]),
        ),
      }
    : { full: true, longestWait: hours(40) };
  const ships = n.big && {
    Big: {
      carries: teu(n.big.carries),
      joins: `2025-01-${String(3 + n.big.joins).padStart(2, '0')}`,
      ...(n.big.stays > 1 ? { leaves: `2025-01-${String(4 + n.big.joins + n.big.stays).padStart(2, '0')}` } : {}),
    },
  };
  const month = (value: number) => {
    const all = Object.fromEntries(months.map((one) => [one, percent(value)]));
    return all as WeatherSpec['closedShare'];
  };
  return {
    keruen: 'scenario@1',
    id: 'ports',
    title: 'Ports by chance',
    start: '2025-01-03',
    timeZone: 'Asia/Aqtau',
    warmUp: days(0),
    places: {
      Rails: { kind: 'hinterland', at: [44, 70], away: hours(6) },
      Bay: seaport(n.ports[0], 51, serves('ship', 'liner')),
      Cape: seaport(n.ports[1], 49, n.calls === undefined ? 'liner' : 'round'),
      Delta: seaport(n.ports[2], 47, serves('ship')),
    },
    lines: {
      steppe: { between: ['Rails', 'Bay'], mode: 'rail', gauge: 1520, length: km(200), speed: kmPerHour(40) },
      crossing: {
        between: ['Bay', 'Cape'],
        mode: 'sea',
        length: km(150),
        ...(n.sailing ? { weather: 'sea' } : {}),
      },
      coast: { between: ['Bay', 'Delta'], mode: 'sea', length: km(100), variation: percent(20) },
    },
    services: {
      train: { on: 'steppe', fleet: 'sets', leaves: { full: true, longestWait: hours(40) } },
      ...(n.calls === undefined
        ? {
            ship: { on: 'coast', fleet: 'ships', sails },
            liner: { on: 'crossing', fleet: 'liners', priority: n.priority, sails: liner },
          }
        : { round: roundOf(n) }),
    },
    fleets: {
      sets: { count: n.sets, carries: teu(n.train) },
      ships: {
        count: n.ships[0],
        carries: teu(n.carries),
        speed: kmPerHour(20),
        ...(n.draft ? { draft: { light: metres(3), full: metres(8) }, clearance: metres(0.5) } : {}),
        ...(ships === undefined ? {} : { ships }),
      },
      ...(n.calls === undefined
        ? { liners: { count: n.ships[1], carries: teu(n.carries), speed: kmPerHour(25) } }
        : {}),
    },
    flows: {
      out: { from: 'Rails', to: 'Cape', demand: teuPerYear(n.demands[0]), boxes },
      back: { from: 'Cape', to: 'Rails', demand: teuPerYear(n.demands[1]), boxes, empty: percent(40) },
      own: { from: 'Bay', to: 'Delta', demand: teuPerYear(n.demands[2]), boxes },
      home: { from: 'Delta', to: 'Bay', demand: teuPerYear(n.demands[3]), boxes, empty: percent(20) },
      coastwise: { from: 'Delta', to: 'Cape', demand: teuPerYear(500), boxes },
    },
    weather: {
      sea: {
        closedShare: month(n.closed),
        meanSpell: hours(20),
        ...(n.sailing ? { sailing: month(80) } : {}),
      },
    },
    calendars: {
      day: { timeZone: 'Asia/Aqtau', hours: { daily: '06:00-22:00' } },
      feast: {
        timeZone: 'Asia/Aqtau',
        hours: { daily: '00:00-24:00' },
        dates: { '2025-01-10..2025-01-12': 'closed' },
      },
    },
  } as CorridorData;
}

/** On the eighth day: more or fewer berths and cranes, another yard and another depth. */
const changes = {
  'places.Bay.berths.container.count': 2,
  'places.Bay.cranes.quay.count': 4,
  'places.Bay.yard.capacity': '500 TEU',
  'places.Delta.cranes.quay.efficiency': '70 %',
};

/** What can be, with what it becomes; a ship that no water bears and the like are left out, and how many. */
export const ports: fc.Arbitrary<{ readonly data: CorridorData; readonly later: readonly Later[] } | undefined> =
  numbers.map((n) => {
    try {
      const made = corridor(corridorOf(n));
      if (!n.dated) return { data: made.data, later: [] };
      const changed = made.with({ from: '2025-01-11', set: changes });
      return { data: changed.data, later: changed.dated };
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  });
