// Small corridors by chance: numbers of tracks, cranes and units, yards, demands, shares, loads, waits, weather, a gauge change or none.
import fc from 'fast-check';
import type { CorridorData, LeavesWhen, WeatherSpec } from '../../../src/model/corridor/corridor';
import { months } from '../../../src/model/corridor/corridor';
import {
  days,
  hours,
  kmPerHour,
  movesPerHour,
  pathsPerDay,
  percent,
  seconds,
  share,
  teu,
  teuPerYear,
} from '../../../src/units';
import { handCorridor } from '../../known/corridors/handCorridor';

const count = fc.integer({ min: 1, max: 3 });
const rate = fc.integer({ min: 4, max: 40 });
/** Yards, in loads of the greatest unit: what the checks ask for at least is one. */
const yard = fc.integer({ min: 1, max: 8 });
const demand = fc.integer({ min: 100, max: 5000 });
const portion = fc.integer({ min: 0, max: 100 });

const when = fc.record({
  full: fc.boolean(),
  longestWait: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
  least: fc.option(portion, { nil: undefined }),
});
type When = typeof when extends fc.Arbitrary<infer T> ? T : never;

const numbers = fc.record({
  gaugeChange: fc.boolean(),
  tracks: fc.array(count, { minLength: 5, maxLength: 5 }),
  cranes: fc.array(count, { minLength: 6, maxLength: 6 }),
  rates: fc.array(rate, { minLength: 6, maxLength: 6 }),
  yards: fc.array(yard, { minLength: 3, maxLength: 3 }),
  // The largest box has 2.25 TEU, and must find room.
  buffer: fc.integer({ min: 3, max: 40 }),
  each: fc.option(count, { nil: undefined }),
  berths: fc.array(count, { minLength: 2, maxLength: 2 }),
  units: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 3 }),
  carries: fc.array(fc.integer({ min: 3, max: 16 }), { minLength: 3, maxLength: 3 }),
  paths: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  variation: fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined }),
  round: fc.option(fc.integer({ min: 1, max: 150 }), { nil: undefined }),
  when: fc.array(when, { minLength: 3, maxLength: 3 }),
  demands: fc.array(demand, { minLength: 2, maxLength: 2 }),
  sizes: fc.array(portion, { minLength: 4, maxLength: 4 }),
  empty: portion,
  red: portion,
  weather: fc.option(fc.record({ share: fc.integer({ min: 1, max: 60 }), spell: fc.integer({ min: 1, max: 72 }) }), {
    nil: undefined,
  }),
  stay: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined, freq: 1 }),
});
export type Numbers = typeof numbers extends fc.Arbitrary<infer T> ? T : never;

function leaving({ full, longestWait, least }: When, carries: number): LeavesWhen {
  return {
    full: full || longestWait === undefined,
    ...(longestWait === undefined ? {} : { longestWait: hours(longestWait) }),
    ...(least === undefined ? {} : { least: teu(Math.floor((least / 100) * carries)) }),
  };
}

function placesOf(n: Numbers): CorridorData['places'] {
  const cranes = (i: number) => ({
    count: n.cranes[i],
    rate: movesPerHour(n.rates[i]),
    ...(n.variation === undefined ? {} : { variation: percent(n.variation) }),
    ...(n.each === undefined ? {} : { each: n.each }),
  });
  const port = (i: number) => ({
    kind: 'seaport' as const,
    at: [40, 60] as const,
    berths: { container: { count: n.berths[i], cranes: n.cranes[i], tieUp: seconds(1000) } },
    cranes: { quay: cranes(i), rail: cranes(i + 2) },
    yard: { capacity: teu(n.yards[i] * Math.max(...n.carries)) },
    tracks: n.tracks[i],
    shunting: seconds(400),
    ...(n.weather === undefined ? {} : { weather: 'sea' }),
  });
  const change = {
    channels: {
      green: { share: percent(100 - n.red), takes: seconds(900) },
      red: { share: percent(n.red), takes: { law: 'exponential' as const, mean: hours(12) } },
    },
    gaugeChange: {
      tracks: { 1435: n.tracks[3], 1520: n.tracks[4] },
      ...{ ...cranes(4), cranes: n.cranes[4], count: undefined },
      buffer: teu(n.buffer),
      shunting: seconds(600),
    },
  };
  return {
    East: {
      kind: 'terminal',
      at: [40, 80],
      tracks: n.tracks[2],
      shunting: seconds(300),
      cranes: { rail: cranes(5) },
      yard: { capacity: teu(n.yards[2] * Math.max(...n.carries)) },
    },
    Gate: {
      kind: 'rail border',
      at: [40, 70],
      controls: {
        papers: { takes: { law: 'triangular', least: seconds(600), mode: seconds(1200), most: seconds(4000) } },
        seals: { takes: seconds(300), trainsFrom: 'East' },
      },
      ...(n.gaugeChange ? change : {}),
    },
    Halt: { kind: 'junction', at: [40, 65] },
    Port: port(0),
    West: port(1),
  };
}

function corridorOf(n: Numbers): CorridorData {
  const hand = handCorridor();
  const rail = {
    mode: 'rail' as const,
    speed: kmPerHour(60),
    ...(n.paths === undefined ? {} : { paths: pathsPerDay(n.paths) }),
    ...(n.variation === undefined ? {} : { variation: percent(n.variation) }),
  };
  const gauge = n.gaugeChange ? 1435 : 1520;
  const [plain, east, west] = ['plain', 'steppe east', 'steppe west'].map((id) => hand.lines[id]);
  const all = n.sizes.reduce((a, b) => a + b) || 1;
  const sizes = (['22G1', '42G1', '45G1', 'L5G1'] as const).map((size, i) => [size, share(n.sizes[i] / all)] as const);
  const boxes = n.sizes.every((size) => size === 0) ? { '22G1': share(1) } : Object.fromEntries(sizes);
  const fleet = (i: number) => ({ count: n.units[i], carries: teu(n.carries[i]) });
  const sea = n.weather;
  return {
    ...hand,
    places: placesOf(n),
    lines: {
      plain: { ...plain, ...rail, gauge },
      'steppe east': { ...east, ...rail, gauge: 1520 },
      'steppe west': { ...west, ...rail, gauge: 1520 },
      sea: hand.lines.sea,
    },
    services: {
      ...(n.gaugeChange
        ? {
            'China train': { on: 'plain', fleet: 'China sets', leaves: leaving(n.when[0], n.carries[0]) },
            'steppe train': {
              on: ['steppe east', 'steppe west'],
              fleet: 'steppe sets',
              leaves: leaving(n.when[2], n.carries[2]),
            },
          }
        : {
            train: {
              on: ['plain', 'steppe east', 'steppe west'],
              fleet: 'sets',
              leaves: leaving(n.when[0], n.carries[0]),
            },
          }),
      ship: {
        on: 'sea',
        fleet: 'ships',
        sails: {
          ...leaving(n.when[1], n.carries[1]),
          ...(n.stay === undefined ? {} : { longestStay: hours(n.stay) }),
        },
      },
    },
    fleets: {
      ...(n.gaugeChange ? { 'China sets': fleet(0), 'steppe sets': fleet(2) } : { sets: fleet(0) }),
      ships: { ...fleet(1), speed: kmPerHour(20), ...(n.round === undefined ? {} : { shortestRound: hours(n.round) }) },
    },
    flows: {
      westbound: { from: 'East', to: 'West', demand: teuPerYear(n.demands[0]), boxes },
      eastbound: { from: 'West', to: 'East', demand: teuPerYear(n.demands[1]), boxes, empty: percent(n.empty) },
    },
    ...(sea === undefined ? {} : { weather: { sea: weatherOf(sea) } }),
    warmUp: days(5),
  };
}

function weatherOf(sea: { share: number; spell: number }): WeatherSpec {
  const closedShare = Object.fromEntries(
    months.map((month) => [month, percent(sea.share)]),
  ) as WeatherSpec['closedShare'];
  return { closedShare, meanSpell: hours(sea.spell) };
}

/** Any small corridor. */
export const corridors: fc.Arbitrary<CorridorData> = numbers.map(corridorOf);
