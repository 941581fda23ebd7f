// Where each number of the terminal at Xi'an comes from: a fact, an assumption, or a reason said here.
import { paceSource } from '../shared/rails';
import { altynkolSources } from './chineseBorderSources';
import { fieldOf, from } from './sourcesOf';

const lines = ["Xi'an-Urumqi", 'Urumqi-Altynkol', 'Altynkol-Almaty'];
const china = ["Xi'an-Urumqi", 'Urumqi-Altynkol'];
const others = ['others westbound', 'others eastbound'];
const xian = (field: string) => fieldOf('places', ["Xi'an"], field);

export const xianTerminalSources: Readonly<Record<string, string>> = {
  // Other traffic: (all freight − 12 t a TEU of the flows, B003) ÷ (65 t × 57 wagons, N46, N47), a day, each way separately
  'traffic."freight to China".trains':
    'D051: 1.5 Mt to China in four months are 12,400 t a day, less 7,220 t in boxes; ÷ 3,705 t',
  'traffic."freight from China".trains':
    'D051: 2.7 Mt from China in four months are 22,310 t a day, less 12,270 t in boxes; ÷ 3,705 t',
  ...from(
    'assumed: container trains go first, being accelerated',
    ...fieldOf('traffic', ['freight to China', 'freight from China'], 'priority'),
  ),
  warmUp: 'assumed: three rounds of a set of platforms',
  ...from(
    'assumed: read off a map to two decimals; without effect on the run',
    ...fieldOf('places', ["Xi'an", 'Urumqi', 'Altynkol', 'Almaty'], 'at'),
  ),

  // Flows. 23,000 TEU of the terminal in 2024 (B003, by rail, in and out), 70 % of it westbound (N06).
  'flows."to Kazakhstan".demand': 'B003: 23,000 TEU in and out, of which 70 % go west (N06)',
  'flows."to Xi’an".demand': 'B003: what is left after the westbound flow',
  'flows."to Kazakhstan".boxes': 'N04',
  'flows."to Xi’an".boxes': 'N05',
  'flows."others westbound".demand':
    'assumed: 55 % of 16,400 trains (D055) of 82 TEU (A038) go west, of which 50.6 % by Khorgos (D068), less the terminal’s own',
  'flows."others eastbound".demand':
    'assumed: 45 % of D055’s trains go east, of which 8 of 22 a day by Khorgos (B062, B063), less the terminal’s own',
  ...from('assumed: whole trains of 40-foot boxes; A038 counts trains in FEU', ...fieldOf('flows', others, 'boxes')),
  'flows."others westbound".lot': 'A038: trains from China come whole, 41 FEU each',
  'flows."others eastbound".lot': 'A038: trains to China come whole, 62 FEU each',

  // The terminal
  ...from(
    'assumed: a small terminal with one crane a track; no figure is published',
    ...xian('tracks'),
    ...xian('cranes.rail.count'),
  ),
  ...from('N08', ...xian('cranes.rail.rate')),
  ...from('N31', ...xian('shunting')),
  ...from(
    'assumed: 8 ha (B008) at the density of Aktau’s yard, less roads: 500 TEU a hectare',
    ...xian('yard.capacity'),
  ),
  ...from(
    'assumed: a box that goes on by truck stands half a day to a week, as at Aktau; no figure is published',
    ...xian('yard.collected'),
  ),
  'services."Xi’an train".leaves':
    'assumed: four departures a week, which 16,100 TEU a year in trains of 105 (A011) ask for',
  'fleets."Xi’an sets".carries': 'A011',
  'fleets."Xi’an sets".count': 'assumed: four trains a week and a round of twelve days, and two over',

  ...altynkolSources,

  // Railways
  ...from('assumed: 1435 mm in China, 1520 mm in Kazakhstan', ...fieldOf('lines', lines, 'gauge')),
  ...from('A023: without delay, between stops', ...fieldOf('lines', china, 'running')),
  ...from('N22', ...fieldOf('lines', china, 'stops')),
  'lines.Altynkol-Almaty.speed': 'N17',
  ...from('N18', ...fieldOf('lines', lines, 'variation')),
  ...from(
    'assumed: 676 km to Lanzhou, of which no row of the facts tells, and A034',
    ...fieldOf('lines', ["Xi'an-Urumqi"], 'length'),
  ),
  'lines.Urumqi-Altynkol.length': 'A028',
  'lines.Altynkol-Almaty.length': 'A029: of which 293 km are single track to Zhetygen (A031)',
  'lines.Altynkol-Almaty.single': 'A031: 15 intervals of 19.5 km, 50 km/h and 8 min of stations, as N19 reckons',
  'lines.Altynkol-Almaty.single.reliability': 'N21',
  'lines.Altynkol-Almaty.passenger': 'N20',

  // Other trains, and the shared platforms
  ...from(
    'assumed: a train is not held longer than five days for its last boxes',
    ...fieldOf('services', ['Khorgos train', 'Altynkol train'], 'leaves.longestWait'),
  ),
  ...from(
    'assumed: a train is not run for less than half a Chinese train’s load (A038)',
    ...fieldOf('services', ['Khorgos train', 'Altynkol train'], 'leaves.least'),
  ),
  'fleets."Khorgos sets".carries': 'A038: 41 FEU',
  'fleets."Khorgos sets".count': 'assumed: never short of wagons in China; the run says how many are in use',
  'fleets."Altynkol sets".carries': 'A038: 61 to 62 FEU',
  'fleets."Altynkol sets".count':
    'assumed: what the trains of 2024 ask for at one round in 20 days (N15), and so many over that empty ones can be sent ahead',
  'places.Almaty.away': 'N15: a 20-day cycle, to Europe and back, less two days on this line and at the border',
  ...from(paceSource, 'fleets."Xi’an sets".pace', 'fleets."Khorgos sets".pace', 'fleets."Altynkol sets".pace'),
};
