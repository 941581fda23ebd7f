// Kazakhstan's terminal at Xi'an in 2024, its trains to Altynkol, the shared border, and the platforms beyond.
import { shipped } from '../model/change/define';
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
} from '../units';
import { altynkol } from './shared/chineseBorder';
import { haulageStops, trainPace } from './shared/rails';
import { xianTerminalSources } from './sources/xianTerminalSources';

const china = {
  mode: 'rail',
  gauge: 1435,
  running: kmPerHour(80.2),
  stops: haulageStops,
  variation: percent(15),
} as const;
const whenFull = { full: true, longestWait: days(5), least: teu(41) } as const;

/** Both directions together, 70 % westbound. */
const demand = (teuAYear: number) => ({
  'flows."to Kazakhstan".demand': `${0.7 * teuAYear} TEU/year`,
  'flows."to Xi’an".demand': `${0.3 * teuAYear} TEU/year`,
});

/** Departures from both Xi'an and Altynkol, on the given days. */
const trains = (times: { readonly [day: string]: string }) =>
  Object.fromEntries(
    Object.entries({
      daily: null,
      mon: null,
      tue: null,
      wed: null,
      thu: null,
      fri: null,
      sat: null,
      sun: null,
      ...times,
    })
      .filter(([day, at]) => at !== null || ['mon', 'wed', 'fri', 'sun'].includes(day))
      .map(([day, at]) => [`services."Xi’an train".leaves.timetable."Xi'an".times.${day}`, at]),
  );

/** The question, the current answer and the limitations are in the README's table of scenarios. */
export const xianTerminal = shipped({
  keruen: 'scenario@1',
  id: 'xian-terminal',
  title: 'How far does Kazakhstan’s terminal at Xi’an grow, and what stops it?',
  start: '2024-01-01',
  timeZone: 'Asia/Shanghai',
  warmUp: days(60),
  places: {
    "Xi'an": {
      kind: 'terminal',
      title: 'Kazakhstan’s terminal in the dry port of Xi’an',
      at: [34.43, 109.07],
      unlocode: 'CNXAG',
      tracks: 3,
      shunting: hours(2),
      cranes: { rail: { count: 3, rate: movesPerHour(18) } },
      yard: {
        capacity: teu(4000),
        collected: { law: 'triangular', least: hours(12), mode: hours(48), most: hours(168) },
      },
    },
    Urumqi: {
      kind: 'hinterland',
      title: 'Urumqi, for the other trains to Khorgos',
      at: [43.81, 87.6],
      unlocode: 'CNURM',
    },
    Altynkol: altynkol,
    Almaty: {
      kind: 'hinterland',
      title: 'Almaty, for the railways beyond',
      at: [43.35, 76.95],
      unlocode: 'KZALA',
      away: days(18),
    },
  },
  lines: {
    "Xi'an-Urumqi": { ...china, between: ["Xi'an", 'Urumqi'], length: km(2580) },
    'Urumqi-Altynkol': { ...china, between: ['Urumqi', 'Altynkol'], length: km(670) },
    'Altynkol-Almaty': {
      between: ['Altynkol', 'Almaty'],
      mode: 'rail',
      gauge: 1520,
      length: km(370),
      speed: kmPerHour(35),
      variation: percent(15),
      single: { section: km(19.5), speed: kmPerHour(50), stations: minutes(8), reliability: share(0.9) },
      passenger: pathsPerDay(4),
    },
  },
  services: {
    'Xi’an train': {
      on: ["Xi'an-Urumqi", 'Urumqi-Altynkol'],
      fleet: 'Xi’an sets',
      leaves: {
        full: true,
        longestWait: days(5),
        timetable: {
          "Xi'an": { timeZone: 'Asia/Shanghai', times: { mon: '20:00', wed: '20:00', fri: '20:00', sun: '20:00' } },
        },
      },
    },
    'Khorgos train': { on: 'Urumqi-Altynkol', fleet: 'Khorgos sets', leaves: whenFull },
    'Altynkol train': { on: 'Altynkol-Almaty', fleet: 'Altynkol sets', leaves: whenFull },
  },
  fleets: {
    'Xi’an sets': { count: 10, carries: teu(105), pace: trainPace },
    'Khorgos sets': { count: 60, carries: teu(82), pace: trainPace },
    'Altynkol sets': { count: 230, carries: teu(124), pace: trainPace },
  },
  flows: {
    'to Kazakhstan': {
      from: "Xi'an",
      to: 'Almaty',
      demand: teuPerYear(16_100),
      boxes: { '22G1': percent(10), '45G1': percent(90) },
    },
    'to Xi’an': {
      from: 'Almaty',
      to: "Xi'an",
      demand: teuPerYear(6_900),
      boxes: { '22G1': percent(40), '42G1': percent(60) },
    },
    'others westbound': {
      from: 'Urumqi',
      to: 'Almaty',
      demand: teuPerYear(358_200),
      boxes: { '45G1': percent(100) },
      lot: teu(82),
    },
    'others eastbound': {
      from: 'Almaty',
      to: 'Urumqi',
      demand: teuPerYear(213_400),
      boxes: { '45G1': percent(100) },
      lot: teu(124),
    },
  },
  traffic: {
    'freight to China': { trains: pathsPerDay(1.4), on: 'Altynkol-Almaty', from: 'Almaty', priority: 2 },
    'freight from China': { trains: pathsPerDay(2.7), on: 'Altynkol-Almaty', from: 'Altynkol', priority: 2 },
  },
  changes: {
    'wider-scope': { set: demand(32_000) },
    'plan-2025': { set: demand(38_000) },
    'published-capacity': { set: demand(66_500) },
    'target-2030': { set: demand(83_000) },
    'twice-the-capacity': { set: demand(133_000) },
    'a-train-a-day': { set: trains({ daily: '20:00' }) },
    'two-trains-a-day': { set: trains({ daily: '08:00 and 20:00' }) },
    'three-trains-a-day': { set: trains({ daily: '04:00 and 12:00 and 20:00' }) },
    'more-sets': { set: { 'fleets."Xi’an sets".count': 30 } },
    'twice-the-platforms': { set: { 'fleets."Altynkol sets".count': 460 } },
    'more-handed-over': { set: { 'places.Altynkol.handedOver.Almaty': '8 trains/day' } },
  },
  variants: {
    'terminal-2024': [],
    'centre-2024': ['wider-scope', 'a-train-a-day'],
    'plan-2025': ['plan-2025', 'a-train-a-day'],
    'capacity-66500-both-ways': ['published-capacity', 'two-trains-a-day', 'more-sets'],
    'target-2030': ['target-2030', 'two-trains-a-day', 'more-sets'],
    'capacity-66500-one-way': ['twice-the-capacity', 'three-trains-a-day', 'more-sets'],
  },
  headline: ['mean transit time of "to Kazakhstan"', 'p90 dwell at "Xi\'an"', 'total throughput at "Xi\'an"'],
  sources: xianTerminalSources,
});
