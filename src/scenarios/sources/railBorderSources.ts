// Where each number of the rail border comes from: a fact, an assumption, or a reason said here.
import { paceSource } from '../shared/rails';
import { altynkolSources, chineseBorderSources } from './chineseBorderSources';
import { fieldOf, from } from './sourcesOf';

const borders = ['Dostyk', 'Altynkol', 'Bakhty'];
const places = [...borders, 'Urumqi', 'Aktogay', 'Ayagoz', 'Almaty', 'Moyynty'];
const china = ['Urumqi-Dostyk', 'Urumqi-Altynkol', 'Urumqi-Bakhty'];
const dostyk = ['Dostyk-Aktogay', 'Aktogay-Moyynty'];
const altynkol = ['Altynkol-Almaty', 'Almaty-Moyynty'];
const bakhty = ['Bakhty-Ayagoz', 'Ayagoz-Aktogay'];
const all = [...china, ...dostyk, ...altynkol, ...bakhty];
const services = [
  'Alashankou train',
  'Khorgos train',
  'Tacheng train',
  'Dostyk train',
  'Altynkol train',
  'Bakhty train',
];
const chineseSets = ['Alashankou sets', 'Khorgos sets', 'Tacheng sets'];
const kazakhSets = ['Kazakhstan sets'];

const otherTrains = ['Dostyk', 'Altynkol'].flatMap((by) => [
  `freight to China by ${by}`,
  `freight from China by ${by}`,
]);

export const railBorderSources: Readonly<Record<string, string>> = {
  warmUp: 'assumed: three rounds of a set of platforms',
  ...from('assumed: read off a map to two decimals; without effect on the run', ...fieldOf('places', places, 'at')),

  // Flows. 16,400 trains of 2024 (D055, both directions, Central Asia included) of 82 TEU (A038: 41 FEU): 1,344,800 TEU, beside
  // 1.4 million of all transit (D100).
  'flows.westbound.demand':
    'assumed: 55 % of 16,400 trains (D055) of 82 TEU (A038) go west, where more is loaded; no figure tells the directions apart',
  'flows.eastbound.demand': 'assumed: the 45 % of D055’s trains that do not go west',
  ...from(
    'assumed: whole trains of 40-foot boxes; A038 counts trains in FEU, and nearly all boxes from China are 40-foot (N04)',
    'flows.westbound.boxes',
    'flows.eastbound.boxes',
  ),
  'flows.westbound.lot': 'A038: trains from China come whole, 41 FEU each',
  'flows.eastbound.lot': 'A038: trains to China come whole, 62 FEU each',
  'flows.westbound.routes': 'D068: 3,171 trains by Alashankou and 3,248 by Khorgos; none by Bakhty yet',
  'flows.eastbound.routes': 'B062, B063: as 8 to 14, what either crossing hands over; none by Bakhty yet',

  // Crossings
  ...chineseBorderSources(borders),
  ...altynkolSources,
  ...from(
    'assumed: cranes as at Altynkol, 3.3 trains a day each (B026); the 30 trains of a busy day (D056) ask for nine, on both sides of the border',
    ...fieldOf('places', ['Dostyk'], 'gaugeChange.cranes'),
  ),
  ...from('assumed: as Altynkol has since 2022 (B023, B026)', ...fieldOf('places', ['Bakhty'], 'gaugeChange.cranes')),
  'places.Dostyk.handedOver': 'B063, B108: 14 trains a day on 1520 mm to China, of all kinds',

  ...from(
    'B105: on 23 to 25 December 2024 four container trains a day might be loaded for Altynkol, taken as handed over there, beside 1.4 of other freight',
    'changes.few-may-be-loaded',
  ),
  'changes.as-many-as-before': 'B062: as before the 23rd',
  'changes.as-in-2025': 'D055: trains as in 2024; no total of 2025 is public',
  'changes.altynkol-hands-over-more': 'B104: up to 14 trains a day, of all kinds; from March on (B062)',
  'changes.closer-inspection': 'B104: 10 trains a day in October 2025, of all kinds',
  'changes.worst-days': 'B104: 6 trains on some days, assumed: the week before the report of the 28th',
  'changes.inspection-is-over': 'B104: as before October, assumed: on the day after the report',

  // Railways
  ...from('assumed: 1435 mm in China, 1520 mm in Kazakhstan', ...fieldOf('lines', all, 'gauge')),
  ...from('A023: without delay, between stops', ...fieldOf('lines', china, 'running')),
  ...from('N22', ...fieldOf('lines', china, 'stops')),
  ...from('A002: 800 km a day before the second track', ...fieldOf('lines', dostyk, 'speed')),
  ...from('N17', ...fieldOf('lines', [...altynkol, ...bakhty], 'speed')),
  ...from('N18', ...fieldOf('lines', all, 'variation')),
  'lines.Urumqi-Dostyk.length': 'A035',
  'lines.Urumqi-Altynkol.length': 'A028',
  'lines.Urumqi-Bakhty.length': 'assumed: by way of Karamay and Tacheng, read off a map',
  'lines.Dostyk-Aktogay.length': 'assumed: read off a map; with the next section the 836 km of A004',
  'lines.Aktogay-Moyynty.length': 'A004: 836 km less the section before',
  'lines.Altynkol-Almaty.length': 'A029: of which 293 km are single track to Zhetygen (A031)',
  'lines.Almaty-Moyynty.length': 'A032: 306 km to Shu, and 450 km on to Moyynty read off a map',
  'lines.Bakhty-Ayagoz.length': 'A047',
  'lines.Ayagoz-Aktogay.length': 'assumed: read off a map',
  ...from(
    'A005: 12 pairs a day before the second track, taken as those of freight, since 14 trains a day were handed over (B063)',
    ...fieldOf('lines', dostyk, 'paths'),
  ),
  'lines.Altynkol-Almaty.passenger': 'N20',
  'lines.Altynkol-Almaty.single': 'A031: 15 intervals of 19.5 km, 50 km/h and 8 min of stations, as N19 reckons',
  'lines.Altynkol-Almaty.single.reliability': 'N21',

  // Other traffic: (all freight − 12 t a TEU of the flows, B003) ÷ (65 t × 57 wagons, N46, N47), a day, each way separately
  'traffic."freight to China by Dostyk".trains':
    'D050: 3.0 Mt to China in four months are 24,790 t a day, less 12,620 t in boxes; ÷ 3,705 t',
  'traffic."freight from China by Dostyk".trains':
    'D050: 2.9 Mt from China in four months are 23,970 t a day, less 11,980 t in boxes; ÷ 3,705 t',
  'traffic."freight to China by Altynkol".trains':
    'D051: 1.5 Mt to China in four months are 12,400 t a day, less 7,220 t in boxes; ÷ 3,705 t',
  'traffic."freight from China by Altynkol".trains':
    'D051: 2.7 Mt from China in four months are 22,310 t a day, less 12,270 t in boxes; ÷ 3,705 t',
  ...from('assumed: container trains go first, being accelerated', ...fieldOf('traffic', otherTrains, 'priority')),

  // Calendars of variants
  'calendars."acceptance stopped"': 'assumed: from 4 to 8 September 2023, as the note of C103 tells',
  'calendars."shut for ten days"': 'assumed: a closure to ask about; no such one was announced',
  'calendars."works on the line"':
    'assumed: windows of six hours by day for the works on the second track that C103 names; no plan of them is public',

  // Trains
  ...from(
    'assumed: a train is not held longer than five days for its last boxes',
    ...fieldOf('services', services, 'leaves.longestWait'),
  ),
  ...from(
    'assumed: a train is not run for less than half a Chinese train’s load (A038)',
    ...fieldOf('services', services, 'leaves.least'),
  ),
  ...from('A038: 41 FEU', ...fieldOf('fleets', chineseSets, 'carries')),
  ...from('A038: 61 to 62 FEU', ...fieldOf('fleets', kazakhSets, 'carries')),
  ...from(
    'assumed: never short of wagons in China; the run says how many are in use',
    ...fieldOf('fleets', chineseSets, 'count'),
  ),
  ...from(
    'assumed: one pool for all crossings, as one railway runs them: what the trains of 2024 ask for at one round in 20 days (N15), and so many over that empty ones can be sent ahead to where more is loaded',
    ...fieldOf('fleets', kazakhSets, 'count'),
  ),
  'places.Moyynty.away': 'N15: a 20-day cycle, to Europe and back, less three days on these lines and at the border',
  ...from(
    paceSource,
    'fleets."Alashankou sets".pace',
    'fleets."Khorgos sets".pace',
    'fleets."Tacheng sets".pace',
    'fleets."Kazakhstan sets".pace',
  ),
};
