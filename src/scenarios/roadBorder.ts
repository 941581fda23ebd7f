// The road checkpoints between Kazakhstan and China in 2025: slots, lanes, customs, China's quota, and 60 % more cargo.
import { shipped } from '../model/change/define';
import { days, hours, km, kmPerHour, minutes, percent, trucksPerDay } from '../units';
import { chineseNewYear } from './shared/holidays';
import { roadBorderSources } from './sources/roadBorderSources';

const scan = { law: 'triangular', least: minutes(3), mode: minutes(3), most: minutes(12) } as const;
const channels = {
  green: { share: percent(95), takes: minutes(10), bays: 8 },
  red: { share: percent(5), takes: { law: 'lognormal', mean: hours(4), sd: hours(2) }, bays: 8 },
} as const;

/** Trucks to China: lanes, slots a day in the electronic queue, and China's quota of trucks a day. */
const toChina = (lanes: number, slots: number, quota: number) =>
  ({
    lanes,
    takes: scan,
    channels,
    eQueue: { slots: trucksPerDay(slots), horizon: days(30), noShows: percent(10) },
    quota: trucksPerDay(quota),
  }) as const;

/** Trucks from China: some may not continue, and their load is transferred to another truck. */
const fromChina = (lanes: number, bays: number) =>
  ({
    lanes,
    takes: scan,
    channels,
    transloading: {
      share: percent(20),
      bays,
      takes: { law: 'triangular', least: hours(3), mode: hours(6), most: hours(10) },
    },
  }) as const;

const checkpoint = { kind: 'road border', timeZone: 'Asia/Almaty' } as const;
const road = { mode: 'road', speed: kmPerHour(60), variation: percent(15) } as const;
const south = {
  'by Alakol': { via: 'Alakol' },
  'by Kalzhat': { via: 'Kalzhat' },
  'by Nur Zholy': { via: 'Nur Zholy' },
} as const;
const east = {
  'by Alakol': { via: 'Alakol' },
  'by Bakhty': { via: 'Bakhty' },
  'by Maikapchagai': { via: 'Maikapchagai' },
} as const;
const shorterWait = { choose: 'shorter expected wait' } as const;

/** A new checkpoint for `trucks` a day each way, with its two roads, open to one of the regions; as in a file. */
const newCheckpoint = (name: string, at: readonly [number, number], from: string, kmTo: number, trucks: number) => {
  const lane = { lanes: 4, takes: '6 min' };
  const slots = { slots: `${trucks} trucks/day`, horizon: '30 d', noShows: '10 %' };
  const flows = from === 'Almaty' ? ['south to China', 'China to south'] : ['east to China', 'China to east'];
  const way = (between: readonly string[], length: number) => ({
    between,
    mode: 'road',
    length: `${length} km`,
    speed: '60 km/h',
    variation: '15 %',
  });
  return {
    [`places."${name}"`]: {
      kind: 'road border',
      at,
      timeZone: 'Asia/Almaty',
      calendar: 'by day',
      toward: { Urumqi: { ...lane, eQueue: slots, quota: `${trucks} trucks/day` }, [from]: lane },
    },
    [`lines."${from}-${name}"`]: way([from, name], kmTo),
    [`lines."${name}-Urumqi"`]: way([name, 'Urumqi'], 650),
    ...Object.fromEntries(flows.map((flow) => [`flows."${flow}".routes."by ${name}".via`, name])),
  };
};

/** China's quota of trucks a day, and the same number of slots. */
const accepted = (place: string, trucks: number) => ({
  [`places."${place}".toward.Urumqi.quota`]: `${trucks} trucks/day`,
  [`places."${place}".toward.Urumqi.eQueue.slots`]: `${trucks} trucks/day`,
});

/** The question, the current answer and the limitations are in the README's table of scenarios. */
export const roadBorder = shipped({
  keruen: 'scenario@1',
  id: 'road-border',
  title: '60 % more road cargo: what do faster customs, slots and new checkpoints take off the queue?',
  start: '2025-01-01',
  timeZone: 'Asia/Almaty',
  warmUp: days(30),
  places: {
    Almaty: { kind: 'hinterland', title: 'Almaty, for the south of Kazakhstan', at: [43.35, 76.95], unlocode: 'KZALA' },
    Oskemen: { kind: 'hinterland', title: 'Oskemen, for the east of Kazakhstan', at: [49.95, 82.61] },
    Urumqi: { kind: 'hinterland', title: 'Urumqi, for the roads of China', at: [43.81, 87.6], unlocode: 'CNURM' },
    Ucharal: { kind: 'junction', at: [46.17, 80.94] },
    'Nur Zholy': {
      ...checkpoint,
      title: 'Nur Zholy–Khorgos',
      at: [44.22, 80.41],
      calendar: 'round the clock',
      toward: { Urumqi: toChina(6, 650, 750), Almaty: fromChina(6, 60) },
    },
    Kalzhat: {
      ...checkpoint,
      title: 'Kalzhat–Dulata',
      at: [43.56, 80.6],
      calendar: 'by day',
      toward: { Urumqi: toChina(4, 250, 250), Almaty: fromChina(4, 20) },
    },
    Alakol: {
      ...checkpoint,
      title: 'Alakol (Dostyk)–Alashankou',
      at: [45.25, 82.48],
      calendar: 'by day',
      toward: { Urumqi: toChina(4, 300, 300), Ucharal: fromChina(4, 20) },
    },
    Bakhty: {
      ...checkpoint,
      title: 'Bakhty–Pokitu',
      at: [46.67, 82.75],
      calendar: 'by day',
      toward: { Urumqi: toChina(4, 150, 150), Ucharal: fromChina(4, 20) },
    },
    Maikapchagai: {
      ...checkpoint,
      title: 'Maikapchagai–Jeminay',
      at: [47.46, 85.68],
      calendar: 'by day',
      toward: { Urumqi: toChina(4, 100, 100), Oskemen: fromChina(4, 20) },
    },
  },
  lines: {
    'Almaty-Nur Zholy': { ...road, between: ['Almaty', 'Nur Zholy'], length: km(340) },
    'Almaty-Kalzhat': { ...road, between: ['Almaty', 'Kalzhat'], length: km(330) },
    'Almaty-Ucharal': { ...road, between: ['Almaty', 'Ucharal'], length: km(560) },
    'Ucharal-Alakol': { ...road, between: ['Ucharal', 'Alakol'], length: km(185) },
    'Ucharal-Bakhty': { ...road, between: ['Ucharal', 'Bakhty'], length: km(190) },
    'Oskemen-Ucharal': { ...road, between: ['Oskemen', 'Ucharal'], length: km(520) },
    'Oskemen-Maikapchagai': { ...road, between: ['Oskemen', 'Maikapchagai'], length: km(415) },
    'Nur Zholy-Urumqi': { ...road, between: ['Nur Zholy', 'Urumqi'], length: km(670) },
    'Kalzhat-Urumqi': { ...road, between: ['Kalzhat', 'Urumqi'], length: km(720) },
    'Alakol-Urumqi': { ...road, between: ['Alakol', 'Urumqi'], length: km(480) },
    'Bakhty-Urumqi': { ...road, between: ['Bakhty', 'Urumqi'], length: km(600) },
    'Maikapchagai-Urumqi': { ...road, between: ['Maikapchagai', 'Urumqi'], length: km(620) },
  },
  services: {},
  fleets: {},
  flows: {
    'south to China': { from: 'Almaty', to: 'Urumqi', trucks: trucksPerDay(600), routes: south, ...shorterWait },
    'east to China': { from: 'Oskemen', to: 'Urumqi', trucks: trucksPerDay(150), routes: east, ...shorterWait },
    'China to south': { from: 'Urumqi', to: 'Almaty', trucks: trucksPerDay(600), routes: south, ...shorterWait },
    'China to east': { from: 'Urumqi', to: 'Oskemen', trucks: trucksPerDay(150), routes: east, ...shorterWait },
  },
  calendars: {
    'round the clock': {
      timeZone: 'Asia/Almaty',
      hours: { daily: '00:00-24:00' },
      dates: chineseNewYear,
    },
    'by day': {
      timeZone: 'Asia/Almaty',
      hours: { daily: '09:00-19:00' },
      dates: chineseNewYear,
    },
  },
  changes: {
    'cargo-grows': {
      set: Object.fromEntries(
        ['south to China', 'east to China', 'China to south', 'China to east'].map((flow) => [
          `flows."${flow}".trucks`,
          `${flow.includes('south') ? 960 : 240} trucks/day`,
        ]),
      ),
    },
    'as-in-2023': {
      set: {
        start: '2023-01-01',
        ...Object.fromEntries(
          ['south to China', 'east to China', 'China to south', 'China to east'].map((flow) => [
            `flows."${flow}".trucks`,
            `${flow.includes('south') ? 200 : 50} trucks/day`,
          ]),
        ),
      },
    },
    'faster-customs': {
      set: Object.fromEntries(
        ['Nur Zholy', 'Kalzhat', 'Alakol', 'Bakhty', 'Maikapchagai'].flatMap((place) => [
          [`places."${place}".toward.Urumqi.takes`, '3 min'],
          [`places."${place}".toward.Urumqi.channels.red.takes.mean`, '2 h'],
        ]),
      ),
    },
    'more-slots': { set: { 'places."Nur Zholy".toward.Urumqi.eQueue.slots': '750 trucks/day' } },
    'china-accepts-more': {
      set: {
        'places."Nur Zholy".toward.Urumqi.quota': '1000 trucks/day',
        'places."Nur Zholy".toward.Urumqi.eQueue.slots': '1000 trucks/day',
        'places.Kalzhat.toward.Urumqi.quota': '300 trucks/day',
        'places.Kalzhat.toward.Urumqi.eQueue.slots': '300 trucks/day',
      },
    },
    'accepted-to-june': { set: accepted('Nur Zholy', 650) },
    'accepted-from-june': { from: '2025-06-01', set: accepted('Kalzhat', 300) },
    'accepted-from-july': { from: '2025-07-01', set: accepted('Nur Zholy', 750) },
    'accepted-from-september': { from: '2025-09-01', set: accepted('Nur Zholy', 1000) },
    'capped-from-november': {
      from: '2025-11-13',
      set: { 'places."Nur Zholy".toward.Urumqi.eQueue.slots': '650 trucks/day' },
    },
    'new-in-almaty-region': { set: newCheckpoint('Almaty region', [43, 80.3], 'Almaty', 400, 200) },
    'new-in-east-kazakhstan': { set: newCheckpoint('East Kazakhstan', [47.9, 85.3], 'Oskemen', 380, 100) },
  },
  variants: {
    today: [],
    'as-in-2023': ['as-in-2023'],
    'more-cargo': ['cargo-grows'],
    'faster-customs': ['cargo-grows', 'faster-customs'],
    'more-slots': ['cargo-grows', 'more-slots'],
    'china-accepts-more': ['cargo-grows', 'china-accepts-more'],
    'as-accepted-in-2025': [
      'accepted-to-june',
      'accepted-from-june',
      'accepted-from-july',
      'accepted-from-september',
      'capped-from-november',
    ],
    'new-checkpoints': ['cargo-grows', 'new-in-almaty-region', 'new-in-east-kazakhstan'],
  },
  headline: [
    'mean transit time of "south to China"',
    'p90 transit time of "south to China"',
    'mean dwell at "Nur Zholy"',
  ],
  sources: roadBorderSources,
});
