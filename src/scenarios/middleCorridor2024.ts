// The Middle Corridor in 2024: Xi'an to Poti and back, by Altynkol, Aktau, the Caspian and Boyuk-Kesik.
import { shipped } from '../model/change/define';
import { days, hours, km, kmPerHour, metres, movesPerHour, pathsPerDay, percent, teu, teuPerYear } from '../units';
import { caspian, feeders } from './caspian';
import { middleCorridor2024Sources } from './middleCorridor2024Sources';

/** C023: up to three hours of one train before automation. */
const transitCustoms = { law: 'triangular', least: hours(0.5), mode: hours(1.75), most: hours(3) } as const;
/** N22: crews change and wagons are looked over once in a haulage district. */
const stops = { every: km(350), takes: hours(1) } as const;

/** So many TEU a year, shared out as the 56,500 of 2024 are. */
const ofAll = (teuAYear: number) => {
  const of = (share: number) => `${Math.round((share * teuAYear) / 1.3)} TEU/year`;
  return {
    'flows.westbound.demand': of(0.35),
    'flows."to Absheron".demand': of(0.35),
    'flows.eastbound.demand': of(0.6),
  };
};

/** The question, today's answer and what it does not know stand in the README's table of scenarios. */
export const middleCorridor2024 = shipped({
  keruen: 'scenario@1',
  id: 'middle-corridor-2024',
  title: 'The Middle Corridor in 2024: how long does a box travel from Xi’an to Poti, and where does it wait?',
  start: '2024-01-01',
  timeZone: 'Asia/Aqtau',
  warmUp: days(90),
  places: {
    "Xi'an": {
      kind: 'terminal',
      title: 'Kazakhstan’s terminal in the dry port of Xi’an',
      at: [34.43, 109.07],
      unlocode: 'CNXAG',
      tracks: 3,
      shunting: hours(2),
      cranes: { rail: { count: 3, rate: movesPerHour(18) } },
      yard: { capacity: teu(4000) },
    },
    Lanzhou: { kind: 'junction', at: [36.04, 103.85] },
    Urumqi: { kind: 'junction', at: [43.81, 87.6], unlocode: 'CNURM' },
    Altynkol: {
      kind: 'rail border',
      title: 'Altynkol–Khorgos, where 1435 mm becomes 1520 mm',
      at: [44.1, 80.3],
      controls: {
        'PRC entry control': {
          takes: { law: 'triangular', least: hours(3), mode: hours(6), most: hours(12) },
          trainsFrom: 'Almaty',
        },
        'PRC exit control': {
          takes: { law: 'triangular', least: hours(3), mode: hours(6), most: hours(12) },
          trainsFrom: 'Urumqi',
        },
        'technical inspection': { takes: { law: 'triangular', least: hours(1), mode: hours(2), most: hours(3) } },
        'transit customs': { takes: transitCustoms },
      },
      channels: {
        green: { share: percent(90), takes: hours(0.5) },
        yellow: { share: percent(8), takes: { law: 'triangular', least: hours(2), mode: hours(4), most: hours(8) } },
        red: { share: percent(2), takes: { law: 'lognormal', mean: hours(48), sd: hours(24) } },
      },
      gaugeChange: {
        tracks: { 1435: 6, 1520: 6 },
        cranes: 6,
        rate: movesPerHour(17.3),
        each: 3,
        buffer: teu(400),
        shunting: hours(1),
      },
    },
    Almaty: { kind: 'junction', at: [43.35, 76.95], unlocode: 'KZALA' },
    Shu: { kind: 'junction', at: [43.6, 73.76] },
    Zhezkazgan: { kind: 'junction', at: [47.79, 67.71] },
    Beyneu: { kind: 'junction', at: [45.32, 55.2] },
    Aktau: {
      kind: 'seaport',
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
      yard: { capacity: teu(6000), empty: teu(2000) },
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
    Absheron: {
      kind: 'terminal',
      title: 'Absheron, the rail terminal of Baku',
      at: [40.45, 49.75],
      tracks: 3,
      shunting: hours(2),
      cranes: { rail: { count: 2, rate: movesPerHour(12) } },
      yard: { capacity: teu(4000) },
    },
    'Boyuk-Kesik': {
      kind: 'rail border',
      title: 'Boyuk-Kesik–Gardabani, one gauge on both sides',
      at: [41.33, 45.15],
      controls: {
        'technical inspection': { takes: { law: 'triangular', least: hours(1), mode: hours(2), most: hours(3) } },
        'transit customs': { takes: transitCustoms },
      },
    },
    Tbilisi: { kind: 'junction', at: [41.7, 44.8] },
    Poti: {
      kind: 'terminal',
      title: 'The rail side of the port of Poti',
      at: [42.15, 41.67],
      unlocode: 'GEPTI',
      tracks: 3,
      shunting: hours(2),
      cranes: { rail: { count: 2, rate: movesPerHour(12) } },
      yard: { capacity: teu(4000) },
    },
  },
  lines: {
    "Xi'an-Lanzhou": {
      between: ["Xi'an", 'Lanzhou'],
      mode: 'rail',
      gauge: 1435,
      length: km(676),
      running: kmPerHour(80.2),
      stops,
      variation: percent(15),
    },
    'Lanzhou-Urumqi': {
      between: ['Lanzhou', 'Urumqi'],
      mode: 'rail',
      gauge: 1435,
      length: km(1904),
      running: kmPerHour(80.2),
      stops,
      variation: percent(15),
    },
    'Urumqi-Altynkol': {
      between: ['Urumqi', 'Altynkol'],
      mode: 'rail',
      gauge: 1435,
      length: km(670),
      running: kmPerHour(80.2),
      stops,
      variation: percent(15),
    },
    'Altynkol-Almaty': {
      between: ['Altynkol', 'Almaty'],
      mode: 'rail',
      gauge: 1520,
      length: km(370),
      speed: kmPerHour(35),
      variation: percent(15),
      paths: pathsPerDay(23),
      passenger: pathsPerDay(4),
    },
    'Almaty-Shu': {
      between: ['Almaty', 'Shu'],
      mode: 'rail',
      gauge: 1520,
      length: km(306),
      speed: kmPerHour(35),
      variation: percent(15),
    },
    'Shu-Zhezkazgan': {
      between: ['Shu', 'Zhezkazgan'],
      mode: 'rail',
      gauge: 1520,
      length: km(1182),
      speed: kmPerHour(35),
      variation: percent(15),
      paths: pathsPerDay(23),
      passenger: pathsPerDay(4),
    },
    'Zhezkazgan-Beyneu': {
      between: ['Zhezkazgan', 'Beyneu'],
      mode: 'rail',
      gauge: 1520,
      length: km(988),
      speed: kmPerHour(35),
      variation: percent(15),
      paths: pathsPerDay(23),
      passenger: pathsPerDay(4),
    },
    'Beyneu-Aktau': {
      between: ['Beyneu', 'Aktau'],
      mode: 'rail',
      gauge: 1520,
      length: km(404),
      speed: kmPerHour(35),
      variation: percent(15),
      paths: pathsPerDay(23),
      passenger: pathsPerDay(4),
    },
    Caspian: { between: ['Aktau', 'Alat'], mode: 'sea', length: km(508), weather: 'Caspian' },
    'Alat-Absheron': {
      between: ['Alat', 'Absheron'],
      mode: 'rail',
      gauge: 1520,
      length: km(70),
      running: kmPerHour(53.9),
      stops,
      variation: percent(15),
    },
    'Alat-Boyuk-Kesik': {
      between: ['Alat', 'Boyuk-Kesik'],
      mode: 'rail',
      gauge: 1520,
      length: km(500),
      running: kmPerHour(53.9),
      stops,
      variation: percent(15),
    },
    'Boyuk-Kesik-Tbilisi': {
      between: ['Boyuk-Kesik', 'Tbilisi'],
      mode: 'rail',
      gauge: 1520,
      length: km(57),
      running: kmPerHour(53.9),
      stops,
      variation: percent(15),
    },
    'Tbilisi-Poti': {
      between: ['Tbilisi', 'Poti'],
      mode: 'rail',
      gauge: 1520,
      length: km(310),
      running: kmPerHour(53.9),
      stops,
      variation: percent(15),
    },
  },
  services: {
    'China train': {
      on: ["Xi'an-Lanzhou", 'Lanzhou-Urumqi', 'Urumqi-Altynkol'],
      fleet: 'China sets',
      leaves: { full: true, longestWait: days(5) },
    },
    'Kazakhstan train': {
      on: ['Altynkol-Almaty', 'Almaty-Shu', 'Shu-Zhezkazgan', 'Zhezkazgan-Beyneu', 'Beyneu-Aktau'],
      fleet: 'Kazakhstan sets',
      leaves: { full: true, longestWait: days(5) },
    },
    feeder: { on: 'Caspian', fleet: 'feeders', sails: { full: true, longestWait: hours(48) } },
    'Absheron train': {
      on: 'Alat-Absheron',
      fleet: 'Absheron sets',
      leaves: { full: true, longestWait: days(1) },
    },
    'Caucasus train': {
      on: ['Alat-Boyuk-Kesik', 'Boyuk-Kesik-Tbilisi', 'Tbilisi-Poti'],
      fleet: 'Caucasus sets',
      leaves: { full: true, longestWait: days(5) },
    },
  },
  fleets: {
    'China sets': { count: 30, carries: teu(105) },
    'Kazakhstan sets': { count: 20, carries: teu(105) },
    feeders,
    'Absheron sets': { count: 4, carries: teu(80) },
    'Caucasus sets': { count: 10, carries: teu(80) },
  },
  flows: {
    westbound: {
      from: "Xi'an",
      to: 'Poti',
      demand: teuPerYear(15_212),
      boxes: { '22G1': percent(10), '45G1': percent(90) },
    },
    'to Absheron': {
      from: "Xi'an",
      to: 'Absheron',
      demand: teuPerYear(15_211),
      boxes: { '22G1': percent(10), '45G1': percent(90) },
    },
    eastbound: {
      from: 'Poti',
      to: "Xi'an",
      demand: teuPerYear(26077),
      boxes: { '22G1': percent(40), '42G1': percent(60) },
      empty: percent(50),
    },
  },
  traffic: {
    'trains from China': { trains: pathsPerDay(10.3), on: 'Altynkol-Almaty', from: 'Altynkol', priority: 2 },
    'trains to China': { trains: pathsPerDay(5.7), on: 'Altynkol-Almaty', from: 'Almaty', priority: 2 },
    'freight by Zhezkazgan': {
      trains: pathsPerDay(0.75),
      on: ['Shu-Zhezkazgan', 'Zhezkazgan-Beyneu'],
      both: true,
      priority: 2,
    },
    'freight of Mangystau': { trains: pathsPerDay(0.9), on: 'Beyneu-Aktau', both: true, priority: 2 },
  },
  weather: { Caspian: caspian },
  changes: {
    'as-in-2023': { set: { start: '2023-01-01', ...ofAll(22_800) } },
    'as-in-2025': { set: { start: '2025-01-01', ...ofAll(77_000) } },
  },
  variants: { today: [], 'as-in-2023': ['as-in-2023'], 'december-2025': ['as-in-2025'] },
  headline: ['mean transit time of westbound', 'p90 dwell at Aktau', 'total throughput at Aktau'],
  sources: middleCorridor2024Sources,
});
