// Kazakhstan's two rail crossings to China in 2024, Dostyk and Altynkol, and a third under construction, Bakhty.
import { shipped } from '../model/change/define';
import { days, km, kmPerHour, minutes, pathsPerDay, percent, share, teu, teuPerYear } from '../units';
import { altynkol, chineseBorder } from './shared/chineseBorder';
import { haulageStops, trainPace } from './shared/rails';
import { railBorderSources } from './sources/railBorderSources';

const china = {
  mode: 'rail',
  gauge: 1435,
  running: kmPerHour(80.2),
  stops: haulageStops,
  variation: percent(15),
} as const;
const kazakh = { mode: 'rail', gauge: 1520, speed: kmPerHour(35), variation: percent(15) } as const;
const whenFull = { full: true, longestWait: days(5), least: teu(41) } as const;

const crossings = ['Dostyk', 'Altynkol'];
const customs = (place: string) => `places.${place}.controls."transit customs".takes`;

/** The same new value for each of several entries. */
const both = (ids: readonly string[], path: (id: string) => string, value: unknown) =>
  Object.fromEntries(ids.map((id) => [path(id), value]));

const shares = (flow: string, altynkol: number, bakhty: number, dostyk: number) => ({
  [`flows.${flow}.routes."by Altynkol".share`]: `${altynkol} %`,
  [`flows.${flow}.routes."by Bakhty".share`]: `${bakhty} %`,
  [`flows.${flow}.routes."by Dostyk".share`]: `${dostyk} %`,
});

/** The question, the current answer and the limitations are in the README's table of scenarios. */
export const railBorder = shipped({
  keruen: 'scenario@1',
  id: 'rail-border',
  title: 'Dostyk and Altynkol: where do trains queue, and what would a third crossing do?',
  start: '2024-01-01',
  timeZone: 'Asia/Almaty',
  warmUp: days(60),
  places: {
    Urumqi: { kind: 'hinterland', title: 'Urumqi, for the railways of China', at: [43.81, 87.6], unlocode: 'CNURM' },
    Dostyk: {
      ...chineseBorder('Aktogay', 9),
      title: 'Dostyk–Alashankou',
      at: [45.25, 82.48],
      unlocode: 'KZDOS',
      handedOver: { Aktogay: pathsPerDay(14) },
    },
    Altynkol: altynkol,
    Bakhty: { ...chineseBorder('Ayagoz', 6), title: 'Bakhty–Tacheng', at: [46.67, 82.75] },
    Aktogay: { kind: 'junction', at: [46.95, 79.67] },
    Ayagoz: { kind: 'junction', at: [47.96, 80.43] },
    Almaty: { kind: 'junction', at: [43.35, 76.95], unlocode: 'KZALA' },
    Moyynty: {
      kind: 'hinterland',
      title: 'Moyynty, for the railways beyond, to Europe and Central Asia',
      at: [47.22, 73.35],
      away: days(17),
    },
  },
  lines: {
    'Urumqi-Dostyk': { ...china, between: ['Urumqi', 'Dostyk'], length: km(477) },
    'Urumqi-Altynkol': { ...china, between: ['Urumqi', 'Altynkol'], length: km(670) },
    'Urumqi-Bakhty': { ...china, between: ['Urumqi', 'Bakhty'], length: km(600) },
    'Dostyk-Aktogay': {
      ...kazakh,
      speed: kmPerHour(33.3),
      between: ['Dostyk', 'Aktogay'],
      length: km(312),
      paths: pathsPerDay(12),
    },
    'Aktogay-Moyynty': {
      ...kazakh,
      speed: kmPerHour(33.3),
      between: ['Aktogay', 'Moyynty'],
      length: km(524),
      paths: pathsPerDay(12),
    },
    'Altynkol-Almaty': {
      ...kazakh,
      between: ['Altynkol', 'Almaty'],
      length: km(370),
      single: { section: km(19.5), speed: kmPerHour(50), stations: minutes(8), reliability: share(0.9) },
      passenger: pathsPerDay(4),
    },
    'Almaty-Moyynty': { ...kazakh, between: ['Almaty', 'Moyynty'], length: km(756) },
    'Bakhty-Ayagoz': { ...kazakh, between: ['Bakhty', 'Ayagoz'], length: km(295) },
    'Ayagoz-Aktogay': { ...kazakh, between: ['Ayagoz', 'Aktogay'], length: km(145) },
  },
  services: {
    'Alashankou train': { on: 'Urumqi-Dostyk', fleet: 'Alashankou sets', leaves: whenFull },
    'Khorgos train': { on: 'Urumqi-Altynkol', fleet: 'Khorgos sets', leaves: whenFull },
    'Tacheng train': { on: 'Urumqi-Bakhty', fleet: 'Tacheng sets', leaves: whenFull },
    'Dostyk train': { on: ['Dostyk-Aktogay', 'Aktogay-Moyynty'], fleet: 'Kazakhstan sets', leaves: whenFull },
    'Altynkol train': { on: ['Altynkol-Almaty', 'Almaty-Moyynty'], fleet: 'Kazakhstan sets', leaves: whenFull },
    'Bakhty train': {
      on: ['Bakhty-Ayagoz', 'Ayagoz-Aktogay', 'Aktogay-Moyynty'],
      fleet: 'Kazakhstan sets',
      leaves: whenFull,
    },
  },
  fleets: {
    'Alashankou sets': { count: 60, carries: teu(82), pace: trainPace },
    'Khorgos sets': { count: 60, carries: teu(82), pace: trainPace },
    'Tacheng sets': { count: 30, carries: teu(82), pace: trainPace },
    'Kazakhstan sets': { count: 430, carries: teu(124), pace: trainPace },
  },
  flows: {
    westbound: {
      from: 'Urumqi',
      to: 'Moyynty',
      demand: teuPerYear(739_640),
      boxes: { '45G1': percent(100) },
      lot: teu(82),
      routes: {
        'by Altynkol': { via: 'Altynkol', share: percent(50.6) },
        'by Bakhty': { via: 'Bakhty', share: percent(0) },
        'by Dostyk': { via: 'Dostyk', share: percent(49.4) },
      },
    },
    eastbound: {
      from: 'Moyynty',
      to: 'Urumqi',
      demand: teuPerYear(605_160),
      boxes: { '45G1': percent(100) },
      lot: teu(124),
      routes: {
        'by Altynkol': { via: 'Altynkol', share: percent(36.4) },
        'by Bakhty': { via: 'Bakhty', share: percent(0) },
        'by Dostyk': { via: 'Dostyk', share: percent(63.6) },
      },
    },
  },
  traffic: {
    'freight to China by Dostyk': {
      trains: pathsPerDay(3.3),
      on: ['Dostyk-Aktogay', 'Aktogay-Moyynty'],
      from: 'Moyynty',
      priority: 2,
    },
    'freight from China by Dostyk': {
      trains: pathsPerDay(3.2),
      on: ['Dostyk-Aktogay', 'Aktogay-Moyynty'],
      from: 'Dostyk',
      priority: 2,
    },
    'freight to China by Altynkol': { trains: pathsPerDay(1.4), on: 'Altynkol-Almaty', from: 'Almaty', priority: 2 },
    'freight from China by Altynkol': {
      trains: pathsPerDay(2.7),
      on: 'Altynkol-Almaty',
      from: 'Altynkol',
      priority: 2,
    },
  },
  calendars: {
    'acceptance stopped': {
      timeZone: 'Asia/Almaty',
      hours: { daily: '00:00-24:00' },
      dates: { '2023-09-04..2023-09-08': 'closed' },
    },
    'shut for ten days': {
      timeZone: 'Asia/Almaty',
      hours: { daily: '00:00-24:00' },
      dates: { '2024-05-06..2024-05-15': 'closed' },
    },
    'works on the line': { timeZone: 'Asia/Almaty', hours: { daily: '15:00-09:00' } },
  },
  changes: {
    'second-track': {
      set: {
        ...both(['Dostyk-Aktogay', 'Aktogay-Moyynty'], (line) => `lines.${line}.paths`, '60 trains/day'),
        ...both(['Dostyk-Aktogay', 'Aktogay-Moyynty'], (line) => `lines.${line}.speed`, '62.5 km/h'),
      },
    },
    'automatic-customs': { set: both(crossings, customs, '30 min') },
    'customs-an-hour-less': {
      set: both(crossings, customs, { law: 'triangular', least: '0 h', mode: '45 min', most: '2 h' }),
    },
    'gauge-change-an-hour-less': { set: both(crossings, (place) => `places.${place}.gaugeChange.shunting`, '30 min') },
    'two-more-cranes': {
      set: { 'places.Dostyk.gaugeChange.cranes': 11, 'places.Altynkol.gaugeChange.cranes': 8 },
    },
    'twice-handed-over': {
      set: { 'places.Dostyk.handedOver.Aktogay': '28 trains/day' },
    },
    'dostyk-shuts': { set: { 'places.Dostyk.calendar': 'shut for ten days' } },
    'bakhty-opens': {
      from: '2024-04-01',
      set: {
        ...shares('westbound', 36, 30, 34),
        ...shares('eastbound', 26, 30, 44),
      },
    },
    'as-in-2023': {
      set: {
        start: '2023-01-01',
        'flows.westbound.demand': '648.8 kTEU/year',
        'flows.eastbound.demand': '530.8 kTEU/year',
        'lines.Dostyk-Aktogay.calendar': 'works on the line',
      },
    },
    'repair-at-alashankou': { from: '2023-08-14', set: { 'places.Dostyk.handedOver.Aktogay': '7 trains/day' } },
    'acceptance-stops': { from: '2023-09-01', set: { 'places.Dostyk.calendar': 'acceptance stopped' } },
    'repair-is-over': { from: '2023-09-18', set: { 'places.Dostyk.handedOver.Aktogay': '14 trains/day' } },
    'platforms-short': { from: '2024-08-01', set: { 'fleets."Alashankou sets".count': 20 } },
    'few-may-be-loaded': { from: '2024-12-23', set: { 'places.Altynkol.handedOver.Almaty': '5.4 trains/day' } },
    'as-many-as-before': { from: '2024-12-26', set: { 'places.Altynkol.handedOver.Almaty': '8 trains/day' } },
    'as-in-2025': { set: { start: '2025-01-01' } },
    'altynkol-hands-over-more': { from: '2025-03-01', set: { 'places.Altynkol.handedOver.Almaty': '14 trains/day' } },
    'closer-inspection': { from: '2025-10-01', set: { 'places.Altynkol.handedOver.Almaty': '10 trains/day' } },
    'worst-days': { from: '2025-10-22', set: { 'places.Altynkol.handedOver.Almaty': '6 trains/day' } },
    'inspection-is-over': { from: '2025-10-29', set: { 'places.Altynkol.handedOver.Almaty': '14 trains/day' } },
    'ban-on-loading': {
      set: { 'places.Dostyk.ban.Aktogay.above': 40, 'places.Dostyk.ban.Aktogay.until': 15 },
    },
  },
  variants: {
    today: [],
    'second-track': ['second-track'],
    'customs-an-hour-less': ['customs-an-hour-less'],
    'gauge-change-an-hour-less': ['gauge-change-an-hour-less'],
    'automatic-customs': ['automatic-customs'],
    'dostyk-shuts': ['dostyk-shuts'],
    'third-crossing': ['bakhty-opens'],
    'september-2023': ['as-in-2023', 'repair-at-alashankou', 'acceptance-stops', 'repair-is-over', 'ban-on-loading'],
    'december-2024': ['few-may-be-loaded', 'as-many-as-before'],
    'october-2025': ['as-in-2025', 'altynkol-hands-over-more', 'closer-inspection', 'worst-days', 'inspection-is-over'],
    'autumn-2024': ['platforms-short', 'ban-on-loading'],
  },
  headline: ['mean transit time of eastbound', 'mean transit time of westbound', 'total throughput at Dostyk'],
  sources: railBorderSources,
});
