// The smallest corridor with every kind of place: a terminal, a rail border, a junction, two seaports, a terminal.
import type { CorridorData } from '../../src/model/corridor/corridor';
import {
  days,
  hours,
  km,
  kmPerHour,
  minutes,
  movesPerHour,
  pathsPerDay,
  percent,
  teu,
  teuPerYear,
} from '../../src/units';

const crane = { count: 2, rate: movesPerHour(20) };
const month = percent(5);
const port = {
  kind: 'seaport',
  berths: { container: { count: 2, cranes: 2, tieUp: hours(3) } },
  cranes: { quay: crane, rail: crane },
  yard: { capacity: teu(3000) },
  tracks: 2,
  shunting: minutes(30),
  weather: 'caspian',
} as const;
const terminal = {
  kind: 'terminal',
  tracks: 2,
  shunting: minutes(30),
  cranes: { rail: crane },
  yard: { capacity: teu(2000) },
} as const;

/** Xi'an → Khorgos (gauge change) → Saryagash (junction) → Aktau → Alat → Poti, and back. */
export const small = {
  keruen: 'scenario@1',
  id: 'small',
  title: 'A small corridor',
  start: '2024-01-01',
  timeZone: 'Asia/Aqtau',
  warmUp: days(30),
  places: {
    "Xi'an": { ...terminal, at: [34.4, 109.0] },
    Khorgos: {
      kind: 'rail border',
      at: [44.2, 80.4],
      controls: {
        papers: { takes: hours(2), trainsFrom: "Xi'an" },
        seals: { takes: { law: 'exponential', mean: hours(1) } },
      },
      channels: { green: { share: percent(90), takes: hours(0) }, red: { share: percent(10), takes: hours(24) } },
      gaugeChange: {
        tracks: { 1435: 2, 1520: 2 },
        cranes: 2,
        rate: movesPerHour(20),
        buffer: teu(300),
        shunting: minutes(30),
      },
    },
    Saryagash: { kind: 'junction', at: [41.5, 69.1] },
    Aktau: { ...port, at: [43.6, 51.22], title: 'Aktau, the port' },
    Alat: { ...port, at: [39.95, 49.4] },
    Poti: { ...terminal, at: [42.15, 41.67] },
  },
  lines: {
    China: {
      between: ["Xi'an", 'Khorgos'],
      mode: 'rail',
      length: km(3400),
      speed: kmPerHour(50),
      gauge: 1435,
      paths: pathsPerDay(3),
    },
    'Kazakhstan east': {
      between: ['Saryagash', 'Khorgos'],
      mode: 'rail',
      length: km(1200),
      speed: kmPerHour(40),
      gauge: 1520,
    },
    'Kazakhstan west': {
      between: ['Saryagash', 'Aktau'],
      mode: 'rail',
      length: km(2000),
      speed: kmPerHour(40),
      gauge: 1520,
    },
    Caspian: { between: ['Aktau', 'Alat'], mode: 'sea', length: km(508) },
    Caucasus: { between: ['Alat', 'Poti'], mode: 'rail', length: km(900), speed: kmPerHour(35), gauge: 1520 },
  },
  services: {
    'china train': { on: 'China', fleet: 'china sets', leaves: { full: true, longestWait: days(4) } },
    'kazakh train': {
      on: ['Kazakhstan east', 'Kazakhstan west'],
      fleet: 'kazakh sets',
      leaves: { full: true, longestWait: days(4) },
    },
    feeder: { on: 'Caspian', fleet: 'feeders', sails: { full: true, longestWait: hours(48), least: teu(50) } },
    'caucasus train': { on: 'Caucasus', fleet: 'caucasus sets', leaves: { full: true, longestWait: days(2) } },
  },
  fleets: {
    'china sets': { count: 6, carries: teu(100) },
    'kazakh sets': { count: 8, carries: teu(100) },
    feeders: { count: 2, carries: teu(225), load: percent(90), speed: kmPerHour(20) },
    'caucasus sets': { count: 5, carries: teu(80) },
  },
  flows: {
    westbound: {
      from: "Xi'an",
      to: 'Poti',
      demand: teuPerYear(8000),
      boxes: { '22G1': percent(20), '45G1': percent(80) },
    },
    eastbound: {
      from: 'Poti',
      to: "Xi'an",
      demand: teuPerYear(4000),
      boxes: { '22G1': percent(100) },
      empty: percent(40),
    },
  },
  weather: {
    caspian: {
      closedShare: {
        jan: month,
        feb: month,
        mar: month,
        apr: month,
        may: month,
        jun: month,
        jul: month,
        aug: month,
        sep: month,
        oct: month,
        nov: month,
        dec: month,
      },
      meanSpell: hours(12),
    },
  },
  changes: {
    'third-berth': { set: { 'places.Aktau.berths.container.count': 3 }, cost: 45, from: '2024-07-01' },
    'more-cranes': { set: { 'places.Khorgos.gaugeChange.cranes': 3 } },
  },
  variants: { today: [], announced: ['third-berth', 'more-cranes'] },
  headline: ['p90 dwell at Aktau', 'mean transit time of westbound'],
  sources: { 'places.Aktau.yard.capacity': 'N29', 'places."Xi\'an".tracks': 'assumed: two seen on the map' },
  ranges: { 'places.Aktau.cranes.quay.rate': ['10 moves/h', '22 moves/h'] },
} as const satisfies CorridorData;
