// The container hub at Aktau: trains of Kazakhstan's railways, the quay and its storms, feeders to Alat, trains beyond.
import { shipped } from '../model/change/define';
import { days, hours, km, kmPerHour, metres, movesPerHour, pathsPerDay, percent, teu, teuPerYear } from '../units';
import { caspian, feeders } from './shared/caspian';
import { haulageStops, trainPace } from './shared/rails';
import { aktauHubSources } from './sources/aktauHubSources';

const rail = { mode: 'rail', gauge: 1520, variation: percent(15) } as const;
const whenFull = { full: true, longestWait: days(5) } as const;
const fromChina = { '22G1': percent(10), '45G1': percent(90) } as const;
const elsewhere = { '22G1': percent(40), '42G1': percent(60) } as const;

/** Demand for a quay throughput [TEU/year], loaded and discharged: 7/13 westbound, one in twenty by truck at Aktau. */
const overQuay = (teuAYear: number) => {
  const of = (share: number) => `${Math.round(share * teuAYear)} TEU/year`;
  return {
    'flows."China to Caucasus".demand': of((0.95 * 7) / 13),
    'flows."Caucasus to China".demand': of((0.95 * 6) / 13),
    'flows."Mangystau to Caucasus".demand': of((0.05 * 7) / 13),
    'flows."Caucasus to Mangystau".demand': of((0.05 * 6) / 13),
  };
};

const phase1 = {
  'places.Aktau.berths.container.count': 2,
  'places.Aktau.cranes.quay.count': 3,
  'places.Aktau.cranes.rail.count': 3,
  'places.Aktau.yard.capacity': '9000 TEU',
  'places.Aktau.yard.empty': '3000 TEU',
};
const phase2 = {
  'places.Aktau.berths.container.count': 2,
  'places.Aktau.cranes.quay.count': 4,
  'places.Aktau.cranes.quay.rate': '22 moves/h',
  'places.Aktau.cranes.quay.efficiency': '80 %',
  'places.Aktau.cranes.rail.count': 4,
  'places.Aktau.cranes.rail.rate': '18 moves/h',
  'places.Aktau.yard.capacity': '15000 TEU',
  'places.Aktau.yard.empty': '5000 TEU',
  'places.Aktau.tracks': 6,
};
/** Ramp-up after the opening of a quay: all of its cranes are slower at first. */
const learning = (opens: string) => ({
  'places.Aktau.cranes.quay.rampUp': { opens, over: '180 d', begins: '70 %' },
});
const onOrder = 'fleets.feeders.ships."on order"';
const order = { count: 6 };

/**
 * TEU are those over the quay at Aktau, loaded and discharged. Every box of this corridor crosses that quay once, so they are
 * the corridor's TEU too; the quay at Alat counts the same boxes again. The question, the current answer and the limitations
 * are in the README's table of scenarios.
 */
export const aktauHub = shipped({
  keruen: 'scenario@1',
  id: 'aktau-hub',
  title: 'Does the container hub at Aktau carry 300,000 TEU a year, at what dwell, and what breaks first?',
  start: '2025-01-01',
  timeZone: 'Asia/Aqtau',
  warmUp: days(60),
  places: {
    Altynkol: {
      kind: 'hinterland',
      title: 'Altynkol, for the railways of Kazakhstan and China',
      at: [44.1, 80.3],
      away: days(2),
    },
    Beyneu: { kind: 'junction', at: [45.32, 55.2] },
    Aktau: {
      kind: 'seaport',
      title: 'Aktau, the port and its container hub',
      at: [43.6, 51.22],
      unlocode: 'KZAAU',
      berths: {
        container: { count: 1, cranes: 2, tieUp: hours(2), berthing: hours(0.5), depth: metres(5.95) },
      },
      cranes: {
        quay: {
          count: 2,
          rate: movesPerHour(15),
          failures: { every: days(20), repair: { law: 'lognormal', mean: hours(8), sd: hours(8) } },
        },
        rail: { count: 2, rate: movesPerHour(12) },
      },
      yard: {
        capacity: teu(6000),
        empty: teu(2000),
        collected: { law: 'triangular', least: hours(12), mode: hours(48), most: hours(168) },
      },
      tracks: 3,
      shunting: hours(2),
      weather: 'Caspian',
    },
    Alat: {
      kind: 'seaport',
      title: 'Alat, the port of Baku',
      at: [39.95, 49.4],
      unlocode: 'AZALA',
      berths: { container: { count: 3, cranes: 2, tieUp: hours(3) } },
      cranes: { quay: { count: 4, rate: movesPerHour(15) }, rail: { count: 2, rate: movesPerHour(12) } },
      yard: { capacity: teu(1920) },
      tracks: 3,
      shunting: hours(2),
    },
    'Boyuk-Kesik': {
      kind: 'hinterland',
      title: 'Boyuk-Kesik, for the railways of the Caucasus beyond',
      at: [41.33, 45.15],
      away: days(2),
    },
  },
  lines: {
    'Altynkol-Beyneu': { ...rail, between: ['Altynkol', 'Beyneu'], length: km(2846), speed: kmPerHour(35) },
    'Beyneu-Aktau': {
      ...rail,
      between: ['Beyneu', 'Aktau'],
      length: km(404),
      speed: kmPerHour(35),
      paths: pathsPerDay(23),
      passenger: pathsPerDay(4),
    },
    Caspian: { between: ['Aktau', 'Alat'], mode: 'sea', length: km(508), weather: 'Caspian' },
    'Alat-Boyuk-Kesik': {
      ...rail,
      between: ['Alat', 'Boyuk-Kesik'],
      length: km(500),
      running: kmPerHour(53.9),
      stops: haulageStops,
    },
  },
  services: {
    'Kazakhstan train': { on: ['Altynkol-Beyneu', 'Beyneu-Aktau'], fleet: 'Kazakhstan sets', leaves: whenFull },
    feeder: {
      on: 'Caspian',
      fleet: 'feeders',
      sails: { full: true, longestWait: hours(48), longestStay: hours(30) },
    },
    'Caucasus train': { on: 'Alat-Boyuk-Kesik', fleet: 'Caucasus sets', leaves: whenFull },
  },
  fleets: {
    'Kazakhstan sets': { count: 20, carries: teu(105), pace: trainPace },
    feeders,
    'Caucasus sets': { count: 10, carries: teu(80), pace: trainPace },
  },
  // 77,000 TEU over the quay, divided as in `overQuay`.
  flows: {
    'China to Caucasus': {
      from: 'Altynkol',
      to: 'Boyuk-Kesik',
      demand: teuPerYear(39_388),
      boxes: fromChina,
      lot: teu(105),
    },
    'Caucasus to China': {
      from: 'Boyuk-Kesik',
      to: 'Altynkol',
      demand: teuPerYear(33_762),
      boxes: elsewhere,
      empty: percent(50),
    },
    'Mangystau to Caucasus': { from: 'Aktau', to: 'Boyuk-Kesik', demand: teuPerYear(2073), boxes: elsewhere },
    'Caucasus to Mangystau': {
      from: 'Boyuk-Kesik',
      to: 'Aktau',
      demand: teuPerYear(1777),
      boxes: elsewhere,
      empty: percent(50),
    },
  },
  traffic: {
    'freight of Mangystau': { trains: pathsPerDay(1.3), on: 'Beyneu-Aktau', both: true, priority: 2 },
  },
  weather: { Caspian: caspian },
  changes: {
    '140000-teu': { set: overQuay(140_000) },
    '200000-teu': { set: overQuay(200_000) },
    '215000-teu': { set: overQuay(215_000) },
    '240000-teu': { set: overQuay(240_000) },
    '250000-teu': { set: overQuay(250_000) },
    '300000-teu': { set: overQuay(300_000) },
    'phase-1': { set: phase1 },
    'phase-2': { set: phase2 },
    dredged: { set: { 'places.Aktau.berths.container.depth': '7.7 m' } },
    'new-ships': { set: { [onOrder]: order } },
    'more-platforms': { set: { 'fleets."Kazakhstan sets".count': 60, 'fleets."Caucasus sets".count': 30 } },
    'alat-phase-2': {
      set: {
        'places.Alat.cranes.quay.count': 6,
        'places.Alat.cranes.rail.count': 4,
        'places.Alat.yard.capacity': '9600 TEU',
        'places.Alat.tracks': 6,
      },
    },
    'second-berth': { set: { 'places.Aktau.berths.container.count': 2 } },
    'third-berth': { set: { 'places.Aktau.berths.container.count': 3 } },
    'two-more-quay-cranes': { set: { 'places.Aktau.cranes.quay.count': 4 } },
    'twice-the-yard': { set: { 'places.Aktau.yard.capacity': '12000 TEU' } },
    'larger-ships': { set: { [onOrder]: { ...order, carries: '350 TEU' } } },
    'feeders-at-a-general-berth': {
      set: {
        'places.Aktau.berths.general': {
          count: 3,
          cranes: 1,
          tieUp: '2 h',
          berthing: '30 min',
          depth: '5.95 m',
          serves: 'feeder',
        },
        'traffic."dry cargo ships"': {
          ships: '500 calls/year',
          at: 'Aktau',
          berth: 'general',
          stays: { law: 'lognormal', mean: '40 h', sd: '20 h' },
        },
      },
    },
    'two-ships-go': {
      set: { 'fleets.feeders.ships.ASCO': { count: 2, leaves: '2027-07-01' }, 'fleets.feeders.count': 1 },
    },
    'as-from-july-2026': { set: { start: '2026-07-01' } },
    'phase-1-opens': { from: '2025-06-09', set: { ...phase1, ...learning('2025-06-09') } },
    'phase-2-opens': { from: '2026-12-31', set: { ...phase2, ...learning('2026-12-31') } },
    'new-ships-join': { set: { [onOrder]: { ...order, joins: '2027-04-01' } } },
  },
  variants: {
    today: [],
    '140000-today': ['140000-teu'],
    '140000-phase-1': ['140000-teu', 'phase-1'],
    '200000-phase-1': ['200000-teu', 'phase-1'],
    '215000-phase-2': ['215000-teu', 'phase-1', 'phase-2', 'dredged'],
    '240000-phase-2': ['240000-teu', 'phase-1', 'phase-2', 'dredged'],
    '250000-phase-1': ['250000-teu', 'phase-1'],
    '300000-phase-2': ['300000-teu', 'phase-1', 'phase-2', 'dredged'],
    '300000-hub': ['300000-teu', 'phase-1', 'phase-2', 'dredged', 'new-ships', 'more-platforms', 'alat-phase-2'],
    'opening-in-june-2025': ['phase-1-opens'],
    'ships-in-spring-2027': [
      '140000-teu',
      'as-from-july-2026',
      'phase-1',
      'dredged',
      'phase-2-opens',
      'new-ships-join',
    ],
    'ships-come-and-go': ['140000-teu', 'as-from-july-2026', 'phase-1', 'dredged', 'new-ships-join', 'two-ships-go'],
    'general-berth': ['140000-teu', 'feeders-at-a-general-berth'],
  },
  headline: ['p90 dwell at Aktau', 'total throughput at Aktau'],
  sources: aktauHubSources,
});
