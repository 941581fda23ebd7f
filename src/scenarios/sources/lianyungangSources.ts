// The sources of the numbers of Lianyungang's sea–rail transit: a fact, an assumption, or a reason given here.
import { paceSource } from '../shared/rails';
import { fieldOf, from } from './sourcesOf';

const places = ['Busan', 'Lianyungang', 'Lanzhou', 'Urumqi', 'Altynkol', 'Dostyk', 'Almaty'];
const borders = ['Altynkol', 'Dostyk'];
const ports = ['Busan', 'Lianyungang'];
const china = ['Longhai', 'Lanzhou-Urumqi', 'Urumqi-Altynkol', 'Urumqi-Dostyk'];
const kazakh = ['Altynkol-Almaty', 'Dostyk-Almaty'];
const chineseSets = ['Altynkol sets', 'Dostyk sets'];
const kazakhSets = ['Altynkol–Almaty sets', 'Dostyk–Almaty sets'];
const trains = ['Altynkol train', 'Dostyk train', 'Altynkol–Almaty train', 'Dostyk–Almaty train'];
const flows = ['overseas to Kazakhstan', 'China to Kazakhstan', 'Kazakhstan to overseas', 'Kazakhstan to China'];

export const lianyungangSources: Readonly<Record<string, string>> = {
  warmUp: 'assumed: four rounds of a train set, in whole days',
  ...from('assumed: read off a map to two decimals; without effect on the run', ...fieldOf('places', places, 'at')),

  // Flows. 75,030 TEU by 915 trains in 2025 (D062), taken as both directions. With 70 % of laden TEU westbound (N06) and half of
  // the eastbound boxes empty (N07): 7/13 and 6/13, 40,400 and 34,630 TEU. Half of either by sea: no source gives a share.
  ...from(
    'D062: 75,030 TEU by 915 trains, taken as both ways; 70 % of the laden ones go west (N06, as D094 has it), as many empty as laden come back (N07); half of them by sea, which no source tells',
    ...fieldOf('flows', flows, 'demand'),
  ),
  ...from('N04', ...fieldOf('flows', flows.slice(0, 2), 'boxes')),
  ...from('N05', ...fieldOf('flows', flows.slice(2), 'boxes')),
  ...from('N07', ...fieldOf('flows', flows.slice(2), 'empty')),
  ...from('D068: 3,171 trains by Alashankou and 3,248 by Khorgos', ...fieldOf('flows', flows, 'routes')),

  // Ships and the far port
  'lines."Yellow Sea".length': 'assumed: from Busan around Jeju to Lianyungang, read off a map',
  'fleets.vessels.carries': 'assumed: batches of 600 TEU, as the known truth P1 has its calls; swept from 300 to 1,200',
  'fleets.vessels.count':
    'assumed: one goes round in a week: 40 h at sea each way, and a day and a half in either port',
  'fleets.vessels.speed': 'N32: a feeder’s speed',
  'services.vessel.sails.timetable':
    'assumed: a liner’s fixed day, full or not, as other feeders sail once a week (B082: every Wednesday)',
  ...from(
    'assumed: a large port where nothing of this terminal’s is short; its rail side is not used',
    ...fieldOf('places', ['Busan'], 'berths.container.count'),
    ...fieldOf('places', ['Busan'], 'cranes.quay.count'),
    ...fieldOf('places', ['Busan'], 'cranes.rail'),
    ...fieldOf('places', ['Busan'], 'yard.capacity'),
    ...fieldOf('places', ['Busan'], 'tracks'),
  ),
  'places.Busan.shunting': 'N31',

  // The terminal
  'places.Lianyungang.berths.container.count': 'assumed: one ship at a time; the run says how long others wait',
  ...from(
    'assumed: three cranes on a ship of 600 TEU, as a container port has them',
    ...fieldOf('places', ports, 'berths.container.cranes'),
    'places.Lianyungang.cranes.quay.count',
  ),
  'places.Busan.berths.container.tieUp': 'N34',
  'places.Lianyungang.berths.container.tieUp':
    'N34: three hours a call, of which one is coming alongside and going out',
  'places.Lianyungang.berths.container.berthing': 'N34: of the three hours a call, half an hour each way',
  'places.Busan.cranes.quay.rate': 'N01: the upper end, a good gantry',
  ...from(
    'N01: 22 x 0.8 is a good gantry',
    ...fieldOf('places', ['Lianyungang'], 'cranes.quay.rate'),
    ...fieldOf('places', ['Lianyungang'], 'cranes.quay.efficiency'),
  ),
  'places.Lianyungang.cranes.rail.count': 'assumed: two gantries over three tracks; no figure is published',
  'places.Lianyungang.cranes.rail.rate': 'N08',
  'places.Lianyungang.yard.capacity':
    'assumed: as Aktau’s (N29), so that it does not bind: how much of it stands full is the answer',
  'places.Lianyungang.yard.collected':
    'assumed: a box that goes on by truck stands half a day to a week; no figure is published',
  'calendars.day': 'assumed: a day shift of twelve hours',
  'places.Lianyungang.tracks': 'assumed: as Aktau’s (N30)',
  'places.Lianyungang.shunting': 'N31',

  // Borders
  ...from('N27', ...fieldOf('places', borders, 'controls."PRC exit control".takes')),
  ...from(
    'assumed: as long as exit control (N27); no figure is published',
    ...fieldOf('places', borders, 'controls."PRC entry control".takes'),
  ),
  ...from('N23', ...fieldOf('places', borders, 'controls."technical inspection".takes')),
  ...from('C023: after automation', ...fieldOf('places', borders, 'controls."transit customs".takes')),
  ...from('N24', ...fieldOf('places', borders, 'channels.green')),
  ...from('N25', ...fieldOf('places', borders, 'channels.yellow')),
  ...from('N26', ...fieldOf('places', borders, 'channels.red')),
  ...from(
    'B023: one front of three cranes on six tracks, for this terminal’s trains alone',
    ...fieldOf('places', borders, 'gaugeChange.cranes'),
    ...fieldOf('places', borders, 'gaugeChange.tracks'),
    ...fieldOf('places', borders, 'gaugeChange.each'),
  ),
  ...from('B022: 47.5 wagons in 55 minutes by three cranes (B023)', ...fieldOf('places', borders, 'gaugeChange.rate')),
  ...from('N14', ...fieldOf('places', borders, 'gaugeChange.buffer')),
  ...from(
    'assumed: half of a port station’s shunting (N31): the tracks lie beside the line',
    ...fieldOf('places', borders, 'gaugeChange.shunting'),
  ),

  // Railways
  ...from('A023: without delay, between stops', ...fieldOf('lines', china, 'running')),
  ...from('N22', ...fieldOf('lines', china, 'stops')),
  ...from('N17', ...fieldOf('lines', kazakh, 'speed')),
  ...from('N18', ...fieldOf('lines', [...china, ...kazakh], 'variation')),
  'lines.Longhai.length': 'assumed: the Longhai railway from Lianyungang to Lanzhou; no row of the facts has it',
  'lines.Lanzhou-Urumqi.length': 'A034',
  'lines.Urumqi-Altynkol.length': 'A028',
  'lines.Urumqi-Dostyk.length': 'A035',
  'lines.Altynkol-Almaty.length': 'A029',
  'lines.Dostyk-Almaty.length': 'A058: about 700 km by Dostyk before the line by Altynkol',
  ...from(
    'assumed: a train is not held longer than five days for its last boxes',
    ...fieldOf('services', trains, 'leaves.longestWait'),
  ),
  ...from('D062: 82 TEU a train, the 41 FEU of A038', ...fieldOf('fleets', chineseSets, 'carries')),
  ...from('assumed: one train of 1520 mm for one of China’s (D062)', ...fieldOf('fleets', kazakhSets, 'carries')),
  ...from(
    'assumed: never short of platforms; the run says how many are in use',
    ...fieldOf('fleets', [...chineseSets, ...kazakhSets], 'count'),
  ),
  'places.Almaty.away': 'assumed: two days to be unloaded and loaded beyond',

  // What if
  'changes.longer-trains.set': 'A011: 110 TEU, 55 FEU, as trains to Baku have them',
  ...from(
    'assumed: half and twice the batch, at the same demand',
    'changes.small-batches.set',
    'changes.double-batches.set',
  ),
  'changes.ships-when-full.set': 'assumed: ships that wait until a call is a batch of all that they carry',
  'changes.by-day-only.set': 'assumed: quay cranes work by day, to see what the night shift is worth',
  'changes.a-train-a-day.set': 'assumed: a train to either border every evening, with what there is',
  'changes.by-altynkol-alone.set': 'assumed: all by one border, to see what two cost in time to fill',
  'changes.twice-the-boxes.set': 'assumed: twice D062',
  'changes.fewer-empties.set': 'N07: the lower end; the same laden boxes with 30 % empty beside them',
  ...from(
    paceSource,
    'fleets."Altynkol sets".pace',
    'fleets."Dostyk sets".pace',
    'fleets."Altynkol–Almaty sets".pace',
    'fleets."Dostyk–Almaty sets".pace',
  ),
};
