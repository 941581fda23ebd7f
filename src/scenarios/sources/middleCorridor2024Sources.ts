// The sources of the numbers of the Middle Corridor in 2024: a fact, an assumption, or a reason given here.
import { caspianSources } from '../shared/caspian';
import { paceSource } from '../shared/rails';
import { altynkolSources } from './chineseBorderSources';

/** One source for several paths. A path covers everything below it that has no separate source. */
const from = (source: string, ...paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, source]));

const china = ["Xi'an-Lanzhou", 'Lanzhou-Urumqi', 'Urumqi-Altynkol'];
const kazakh = ['Altynkol-Almaty', 'Almaty-Shu', 'Shu-Zhezkazgan', 'Zhezkazgan-Beyneu', 'Beyneu-Aktau'];
const caucasus = ['Alat-Absheron', 'Alat-Boyuk-Kesik', 'Boyuk-Kesik-Tbilisi', 'Tbilisi-Poti'];
const line = (id: string, field: string) => `lines.${/['"]/.test(id) ? `"${id}"` : id}.${field}`;
const lines = (ids: readonly string[], field: string) => ids.map((id) => line(id, field));

const located = [
  "Xi'an",
  'Lanzhou',
  'Urumqi',
  'Altynkol',
  'Almaty',
  'Shu',
  'Zhezkazgan',
  'Beyneu',
  'Aktau',
  'Alat',
  'Absheron',
  'Boyuk-Kesik',
  'Tbilisi',
  'Poti',
];

export const middleCorridor2024Sources: Readonly<Record<string, string>> = {
  ...caspianSources,
  warmUp: 'assumed: six times the transit of a box, in whole days',
  ...from(
    'assumed: read off a map to two decimals; without effect on the run',
    ...located.map((place) => `places.${place.includes("'") ? `"${place}"` : place}.at`),
  ),

  // Flows. All TEU of 2024 (D012), laden or empty, of both directions. From China: 310 block trains (D030) of 105 TEU (A011).
  // Between China and Europe 35,600 TEU (D101), so that few go back, as D030 says. The rest begins or ends in Kazakhstan.
  // Where the westbound ones end: block trains are called China–Baku (A011) and China–Europe (D101); no figure says how many
  // boxes go on. Half, anywhere from 13 to 87 %.
  'flows.westbound.demand':
    'D030: 310 block trains of 105 TEU (A011); half of them to Poti, assumed: no figure says how many go on beyond Baku',
  'flows."to Absheron".demand':
    'D030: the other half of the 310 block trains, assumed: they are called China–Baku (A011) as well as China–Europe (D101)',
  'flows."to Absheron".boxes': 'N04',
  'flows.eastbound.demand':
    'D101: what is left of 35,600 TEU between China and Europe after the 310 block trains (D030)',
  ...from(
    'assumed: what is left of 56,500 TEU (D012) after those between China and Europe (D101), half each way, by Almaty and Poti',
    'flows."from Kazakhstan".demand',
    'flows."to Kazakhstan".demand',
  ),
  ...from('N05', 'flows."from Kazakhstan".boxes', 'flows."to Kazakhstan".boxes'),
  'flows."to Kazakhstan".empty': 'N07',
  'flows.westbound.boxes': 'N04',
  'flows.eastbound.boxes': 'N05',
  'flows.eastbound.empty': 'N07',

  // Xi'an
  ...from(
    'assumed: a small terminal with one crane a track; no figure is published',
    'places."Xi\'an".tracks',
    'places."Xi\'an".cranes.rail.count',
  ),
  'places."Xi\'an".cranes.rail.rate': 'N08',
  'places."Xi\'an".shunting': 'N31',
  'places."Xi\'an".yard.capacity': 'assumed: 8 ha (B008) at the density of Aktau’s yard, less roads: 500 TEU a hectare',

  ...altynkolSources,

  ...from(
    'assumed: as at Poti; no figure is published',
    'places.Almaty.tracks',
    'places.Almaty.shunting',
    'places.Almaty.cranes.rail.count',
    'places.Almaty.yard.capacity',
  ),
  'places.Almaty.cranes.rail.rate': 'N09',

  // Railways
  ...from('A023: without delay, between stops', ...lines(china, 'running')),
  ...from('N22', ...lines([...china, ...caucasus], 'stops')),
  ...from('N17', ...lines(kazakh, 'speed')),
  ...from('C010: without delay, between stops', ...lines(caucasus, 'running')),
  ...from('N18', ...lines([...china, ...kazakh, ...caucasus], 'variation')),
  ...from('assumed: 1435 mm in China, 1520 mm beyond', ...lines([...china, ...kazakh, ...caucasus], 'gauge')),
  'lines."Xi\'an-Lanzhou".length': 'assumed: the Longhai railway between the two cities; no row of the facts has it',
  'lines.Lanzhou-Urumqi.length': 'A034',
  'lines.Urumqi-Altynkol.length': 'A028',
  'lines.Altynkol-Almaty.length': 'A029: of which 293 km are single track to Zhetygen (A031)',
  'lines.Almaty-Shu.length': 'A032',
  'lines.Shu-Zhezkazgan.length': 'N16: 3,250 km less the other four sections',
  'lines.Zhezkazgan-Beyneu.length': 'A001',
  'lines.Beyneu-Aktau.length': 'A040',
  ...from(
    'N19: 23 pairs a day in use by R2',
    ...lines(['Altynkol-Almaty', 'Shu-Zhezkazgan', 'Zhezkazgan-Beyneu', 'Beyneu-Aktau'], 'paths'),
  ),
  ...from('N20', ...lines(['Altynkol-Almaty', 'Shu-Zhezkazgan', 'Zhezkazgan-Beyneu', 'Beyneu-Aktau'], 'passenger')),

  // Other traffic: (all freight − 12 t a TEU of the flows, B003) ÷ (65 t × 57 wagons, N46, N47), a day
  'traffic."trains from China".trains':
    'D055: container trains of others westward by Khorgos (D068), 343,800 TEU in trains of 124 (A038), are 7.6 a day; D051: other freight from China 2.7',
  'traffic."trains to China".trains':
    'D055: container trains of others to China, 8 of 22 by Khorgos (B062, B063), 194,000 TEU in trains of 124 (A038), are 4.3 a day; D051: other freight to China 1.4',
  'traffic."freight by Zhezkazgan".trains':
    'D135: 2.7 Mt a year, less 0.68 Mt in boxes, ÷ 3,705 t, half of the trains each way; assumed to come from Shu',
  'traffic."freight of Mangystau".trains':
    'D136 and D130 to D132: 1.5 Mt on to Bolashak and 0.97 Mt of dry cargo to the port, ÷ 3,705 t, half of the trains each way',
  ...from(
    'assumed: container trains go first, being accelerated',
    ...['trains from China', 'trains to China', 'freight by Zhezkazgan', 'freight of Mangystau'].map(
      (id) => `traffic.${JSON.stringify(id)}.priority`,
    ),
  ),
  'lines.Caspian.length': 'A025',
  'lines.Alat-Absheron.length':
    'assumed: from the port to the terminal at Baku, read off a map; no row of the facts has it',
  'lines.Alat-Boyuk-Kesik.length': 'A041',
  'lines.Boyuk-Kesik-Tbilisi.length': 'assumed: from the border to the city; no row of the facts has it',
  'lines.Tbilisi-Poti.length': 'A057',

  // Trains
  ...from(
    'assumed: a train is not held longer than five days for its last boxes',
    'services."China train".leaves.longestWait',
    'services."Kazakhstan train".leaves.longestWait',
    'services."Almaty train".leaves.longestWait',
    'services."Caucasus train".leaves.longestWait',
  ),
  'services."Absheron train".leaves.longestWait':
    'assumed: a train of 70 km is not held longer than a day for its last boxes',
  'fleets."Absheron sets".count': 'assumed: enough for two trains a day; the run says how many are in use',
  'fleets."Absheron sets".carries': 'assumed: as the trains to Poti',
  ...from('A011', 'fleets."China sets".carries', 'fleets."Kazakhstan sets".carries'),
  'fleets."China sets".count': 'assumed: never short of wagons in China; the run says how many are in use',
  'fleets."Kazakhstan sets".count': 'N15: 1,100 platforms in trains of 53',
  'fleets."Caucasus sets".count': 'assumed: enough for a train a day each way; the run says how many are in use',
  'fleets."Caucasus sets".carries': 'assumed: 40 platforms of one 40-foot box each',

  // Aktau, the Caspian and its feeders
  'places.Aktau.berths.container.count': 'N03',
  'places.Aktau.berths.container.cranes': 'N02',
  'places.Aktau.berths.container.tieUp': 'N34: three hours a call, of which one is coming alongside and going out',
  'places.Aktau.berths.container.berthing': 'N34: of the three hours a call, half an hour each way',
  'places.Aktau.berths.container.depth': 'B043: 7.7 m once it is dredged, less the 1.75 m that are gained (B048)',
  'places.Aktau.cranes.quay.count': 'N02',
  'places.Aktau.cranes.quay.rate': 'N01',
  'places.Aktau.cranes.quay.failures':
    'assumed: a crane stands still for 8 h in 20 days, 1.7 % of its time; no figure is published. Shorter stops are in the gross rate (N01)',
  'places.Aktau.cranes.rail.count': 'assumed: as many as quay cranes, so that the rail side does not bind first',
  'places.Aktau.cranes.rail.rate': 'N09',
  'places.Aktau.yard.capacity': 'N29',
  'places.Aktau.yard.empty': 'assumed: a third of the yard, so that empty boxes do not keep laden ones out',
  'places.Aktau.tracks': 'N30',
  'places.Aktau.shunting': 'N31',
  'weather.Caspian.closedShare': 'N35: from B073 and B074',
  'services.feeder.sails.longestWait': 'N33',
  'services.feeder.sails.longestStay':
    'B040: no vessel is to be longer in port to unload and load; it then sails with what waits',

  // Alat, Boyuk-Kesik, Poti
  'places.Alat.berths.container.count': 'B039',
  'places.Alat.berths.container.cranes': 'assumed: as at Aktau (N02)',
  'places.Alat.berths.container.tieUp': 'N34',
  'places.Alat.cranes.quay.count': 'B096: eight cranes, of which the four of 30 t lift boxes',
  'places.Alat.cranes.quay.rate': 'assumed: as at Aktau (N01)',
  'places.Alat.cranes.rail.count': 'assumed: as at Aktau',
  'places.Alat.cranes.rail.rate': 'N09',
  'places.Alat.yard.capacity': 'B096: 1,200 containers of 1.6 TEU (N05)',
  'places.Alat.tracks': 'assumed: as at Aktau (N30)',
  'places.Alat.shunting': 'assumed: as at Aktau (N31)',
  ...from(
    'assumed: as at Poti; no figure is published',
    'places.Absheron.tracks',
    'places.Absheron.shunting',
    'places.Absheron.cranes.rail.count',
    'places.Absheron.yard.capacity',
  ),
  'places.Absheron.cranes.rail.rate': 'N09',
  ...from(
    'D037: 19,000 TEU at Aktau in ten months of 2023, a year’s 22,800, shared out as those of 2024',
    'changes.as-in-2023',
  ),
  'changes.as-in-2025': 'D011: 77,000 TEU, shared out as those of 2024',
  'places.Boyuk-Kesik.controls."technical inspection".takes': 'N23',
  'places.Boyuk-Kesik.controls."transit customs".takes': 'assumed: as in Kazakhstan before automation (C023)',
  'places.Poti.tracks': 'assumed: as at Aktau (N30)',
  'places.Poti.shunting': 'assumed: as at Aktau (N31)',
  'places.Poti.cranes.rail.count': 'assumed: as at Aktau',
  'places.Poti.cranes.rail.rate': 'N09',
  'places.Poti.yard.capacity': 'B061',
  ...from(
    paceSource,
    'fleets."China sets".pace',
    'fleets."Kazakhstan sets".pace',
    'fleets."Absheron sets".pace',
    'fleets."Caucasus sets".pace',
  ),
};
