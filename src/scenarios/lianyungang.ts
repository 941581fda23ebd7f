// Sea–rail transit at Lianyungang: ships with batches of boxes, trains west over both borders to Almaty, and back.
import { shipped } from '../model/change/define';
import { days, hours, km, kmPerHour, knots, movesPerHour, percent, teu, teuPerYear } from '../units';
import { haulageStops, trainPace } from './shared/rails';
import { lianyungangSources } from './sources/lianyungangSources';

const control = { law: 'triangular', least: hours(3), mode: hours(6), most: hours(12) } as const;
const inspection = { law: 'triangular', least: hours(1), mode: hours(2), most: hours(3) } as const;
const china = {
  mode: 'rail',
  gauge: 1435,
  running: kmPerHour(80.2),
  stops: haulageStops,
  variation: percent(15),
} as const;
const kazakh = { mode: 'rail', gauge: 1520, speed: kmPerHour(35), variation: percent(15) } as const;
const whenFull = { full: true, longestWait: days(5) } as const;
const west = { '22G1': percent(10), '45G1': percent(90) } as const;
const east = { '22G1': percent(40), '42G1': percent(60) } as const;

/** One transshipment front of each crossing, for this terminal's trains only: other traffic is in `rail-border`. */
const border = {
  kind: 'rail border',
  controls: {
    'PRC entry control': { takes: control, trainsFrom: 'Almaty' },
    'PRC exit control': { takes: control, trainsFrom: 'Urumqi' },
    'technical inspection': { takes: inspection },
    'transit customs': { takes: hours(0.5) },
  },
  channels: {
    green: { share: percent(90), takes: hours(0.5) },
    yellow: { share: percent(8), takes: { law: 'triangular', least: hours(2), mode: hours(4), most: hours(8) } },
    red: { share: percent(2), takes: { law: 'lognormal', mean: hours(48), sd: hours(24) } },
  },
  gaugeChange: {
    tracks: { 1435: 3, 1520: 3 },
    cranes: 3,
    rate: movesPerHour(17.3),
    each: 3,
    buffer: teu(400),
    shunting: hours(1),
  },
} as const;

const bothWays = {
  'by Altynkol': { via: 'Altynkol', share: percent(50.6) },
  'by Dostyk': { via: 'Dostyk', share: percent(49.4) },
} as const;

const leaves = (service: string) => `services."${service}".leaves`;
/** Both trains from Lianyungang, at the same time of the given days. */
const timetable = (times: { readonly [day: string]: string }) =>
  Object.fromEntries(
    ['Altynkol train', 'Dostyk train'].map((service) => [
      `${leaves(service)}.timetable`,
      { Lianyungang: { timeZone: 'Asia/Shanghai', times } },
    ]),
  );

/** A liner: from Busan and from Lianyungang on these days, full or not. */
const sailings = (busan: { readonly [day: string]: string }, lianyungang: { readonly [day: string]: string }) => ({
  Busan: { timeZone: 'Asia/Seoul', times: busan },
  Lianyungang: { timeZone: 'Asia/Shanghai', times: lianyungang },
});
const twiceAWeek = {
  'services.vessel.sails.timetable': sailings({ wed: '12:00', sat: '12:00' }, { tue: '20:00', fri: '20:00' }),
  'fleets.vessels.count': 2,
};

/**
 * TEU are those by rail at Lianyungang, in plus out; over its quay the boxes by sea are counted. The two ports exchange no boxes
 * here: Aktau's hub is fed by Xi'an and by block trains of all China, and a share for Aktau would be a separate flow. The
 * question, the current answer and the limitations are in the README's table of scenarios.
 */
export const lianyungang = shipped({
  keruen: 'scenario@1',
  id: 'lianyungang',
  title: 'What does the Pacific end ask of the railway? Sea–rail transit at Lianyungang, no boxes for Aktau',
  start: '2025-01-01',
  timeZone: 'Asia/Shanghai',
  warmUp: days(60),
  places: {
    Busan: {
      kind: 'seaport',
      title: 'Busan, for East and South-East Asia',
      at: [35.1, 129.04],
      berths: { container: { count: 2, cranes: 3, tieUp: hours(3) } },
      cranes: { quay: { count: 6, rate: movesPerHour(22) }, rail: { count: 1, rate: movesPerHour(18) } },
      yard: { capacity: teu(20000) },
      tracks: 1,
      shunting: hours(2),
    },
    Lianyungang: {
      kind: 'seaport',
      title: 'The Kazakhstan–China terminal in the port of Lianyungang',
      at: [34.74, 119.45],
      unlocode: 'CNLYG',
      berths: { container: { count: 1, cranes: 3, tieUp: hours(2), berthing: hours(0.5) } },
      cranes: {
        quay: { count: 3, rate: movesPerHour(22), efficiency: percent(80) },
        rail: { count: 2, rate: movesPerHour(18) },
      },
      yard: {
        capacity: teu(6000),
        collected: { law: 'triangular', least: hours(12), mode: hours(48), most: hours(168) },
      },
      tracks: 3,
      shunting: hours(2),
    },
    Lanzhou: { kind: 'junction', at: [36.04, 103.85] },
    Urumqi: { kind: 'junction', at: [43.81, 87.6], unlocode: 'CNURM' },
    Altynkol: { ...border, title: 'Altynkol–Khorgos', at: [44.1, 80.3] },
    Dostyk: { ...border, title: 'Dostyk–Alashankou', at: [45.25, 82.48], unlocode: 'KZDOS' },
    Almaty: {
      kind: 'hinterland',
      title: 'Almaty, for Kazakhstan and Central Asia',
      at: [43.35, 76.95],
      unlocode: 'KZALA',
      away: days(2),
    },
  },
  lines: {
    'Yellow Sea': { between: ['Busan', 'Lianyungang'], mode: 'sea', length: km(900) },
    Longhai: { ...china, between: ['Lianyungang', 'Lanzhou'], length: km(1759) },
    'Lanzhou-Urumqi': { ...china, between: ['Lanzhou', 'Urumqi'], length: km(1904) },
    'Urumqi-Altynkol': { ...china, between: ['Urumqi', 'Altynkol'], length: km(670) },
    'Urumqi-Dostyk': { ...china, between: ['Urumqi', 'Dostyk'], length: km(477) },
    'Altynkol-Almaty': { ...kazakh, between: ['Altynkol', 'Almaty'], length: km(370) },
    'Dostyk-Almaty': { ...kazakh, between: ['Dostyk', 'Almaty'], length: km(700) },
  },
  services: {
    vessel: {
      on: 'Yellow Sea',
      fleet: 'vessels',
      sails: { full: false, timetable: sailings({ sat: '12:00' }, { tue: '20:00' }) },
    },
    'Altynkol train': {
      on: ['Longhai', 'Lanzhou-Urumqi', 'Urumqi-Altynkol'],
      fleet: 'Altynkol sets',
      leaves: whenFull,
    },
    'Dostyk train': { on: ['Longhai', 'Lanzhou-Urumqi', 'Urumqi-Dostyk'], fleet: 'Dostyk sets', leaves: whenFull },
    'Altynkol–Almaty train': { on: 'Altynkol-Almaty', fleet: 'Altynkol–Almaty sets', leaves: whenFull },
    'Dostyk–Almaty train': { on: 'Dostyk-Almaty', fleet: 'Dostyk–Almaty sets', leaves: whenFull },
  },
  fleets: {
    vessels: { count: 1, carries: teu(600), speed: knots(12) },
    'Altynkol sets': { count: 20, carries: teu(82), pace: trainPace },
    'Dostyk sets': { count: 20, carries: teu(82), pace: trainPace },
    'Altynkol–Almaty sets': { count: 20, carries: teu(82), pace: trainPace },
    'Dostyk–Almaty sets': { count: 20, carries: teu(82), pace: trainPace },
  },
  flows: {
    'overseas to Kazakhstan': {
      from: 'Busan',
      to: 'Almaty',
      demand: teuPerYear(20_200),
      boxes: west,
      routes: bothWays,
    },
    'China to Kazakhstan': {
      from: 'Lianyungang',
      to: 'Almaty',
      demand: teuPerYear(20_200),
      boxes: west,
      routes: bothWays,
    },
    'Kazakhstan to overseas': {
      from: 'Almaty',
      to: 'Busan',
      demand: teuPerYear(17_315),
      boxes: east,
      empty: percent(50),
      routes: bothWays,
    },
    'Kazakhstan to China': {
      from: 'Almaty',
      to: 'Lianyungang',
      demand: teuPerYear(17_315),
      boxes: east,
      empty: percent(50),
      routes: bothWays,
    },
  },
  calendars: {
    day: { timeZone: 'Asia/Shanghai', hours: { daily: '08:00-20:00' } },
  },
  changes: {
    'ships-when-full': {
      set: {
        'services.vessel.sails': { full: true, longestWait: '28 d', timetable: null },
        'fleets.vessels.count': 3,
      },
    },
    'by-day-only': { set: { 'places.Lianyungang.cranes.quay.calendar': 'day' } },
    'double-batches': {
      set: {
        'fleets.vessels.carries': '1200 TEU',
        'services.vessel.sails': { every: '14 d', timetable: null },
        'fleets.vessels.count': 2,
      },
    },
    'small-batches': { set: { 'fleets.vessels.carries': '300 TEU', ...twiceAWeek } },
    'longer-trains': {
      set: { 'fleets."Altynkol sets".carries': '110 TEU', 'fleets."Dostyk sets".carries': '110 TEU' },
    },
    'a-train-a-day': { set: timetable({ daily: '20:00' }) },
    'by-altynkol-alone': {
      set: Object.fromEntries(
        ['overseas to Kazakhstan', 'China to Kazakhstan', 'Kazakhstan to overseas', 'Kazakhstan to China'].flatMap(
          (flow) => [
            [`flows."${flow}".routes."by Altynkol".share`, '100 %'],
            [`flows."${flow}".routes."by Dostyk".share`, '0 %'],
          ],
        ),
      ),
    },
    'twice-the-boxes': {
      set: {
        ...twiceAWeek,
        'flows."overseas to Kazakhstan".demand': '40.4 kTEU/year',
        'flows."China to Kazakhstan".demand': '40.4 kTEU/year',
        'flows."Kazakhstan to overseas".demand': '34.63 kTEU/year',
        'flows."Kazakhstan to China".demand': '34.63 kTEU/year',
      },
    },
    'fewer-empties': {
      set: {
        'flows."Kazakhstan to overseas".empty': '30 %',
        'flows."Kazakhstan to overseas".demand': '12368 TEU/year',
        'flows."Kazakhstan to China".empty': '30 %',
        'flows."Kazakhstan to China".demand': '12368 TEU/year',
      },
    },
  },
  variants: {
    today: [],
    'double-batches': ['double-batches'],
    'small-batches': ['small-batches'],
    'longer-trains': ['longer-trains'],
    'a-train-a-day': ['a-train-a-day'],
    'ships-when-full': ['ships-when-full'],
    'by-day-only': ['by-day-only'],
    'one-border': ['by-altynkol-alone'],
    'fewer-empties': ['fewer-empties'],
    'twice-the-boxes': ['twice-the-boxes'],
  },
  headline: ['p90 dwell at Lianyungang', 'total throughput at Lianyungang'],
  sources: lianyungangSources,
});
