// The sources of the numbers of the hub at Aktau: a fact, an assumption, or a reason given here.
import { caspianSources } from '../shared/caspian';
import { paceSource } from '../shared/rails';
import { fieldOf, from } from './sourcesOf';

const places = ['Altynkol', 'Beyneu', 'Aktau', 'Alat', 'Boyuk-Kesik'];
const kazakh = ['Altynkol-Beyneu', 'Beyneu-Aktau'];
const rails = [...kazakh, 'Alat-Boyuk-Kesik'];
const phases = ['phase-1', 'phase-2', 'phase-1-opens', 'phase-2-opens'];
const set = (changes: readonly string[], path: string) =>
  changes.map((id) => `changes.${id}.set.${JSON.stringify(path)}`);

export const aktauHubSources: Readonly<Record<string, string>> = {
  ...caspianSources,
  warmUp: 'assumed: five rounds of a train set, in whole days',
  ...from('assumed: read off a map to two decimals; without effect on the run', ...fieldOf('places', places, 'at')),

  // Flows. TEU over the quay of Aktau, laden or empty, of both directions. With 70 % of laden TEU westbound (N06) and half of
  // the eastbound boxes empty (N07): laden L = all ÷ 1.3, west 0.7 L, east 0.3 L laden and as many empty: 7/13 and 6/13.
  ...from(
    'D011: 77,000 TEU both ways, as the feeders of both companies say (D034, D080); 70 % of the laden ones go west (N06), as many empty as laden go east (N07); 95 % by rail',
    'flows."China to Caucasus".demand',
    'flows."Caucasus to China".demand',
  ),
  ...from(
    'assumed: one TEU in twenty comes to Aktau or leaves it by truck; no figure is published',
    'flows."Mangystau to Caucasus".demand',
    'flows."Caucasus to Mangystau".demand',
  ),
  'flows."China to Caucasus".boxes': 'N04',
  'flows."China to Caucasus".lot': 'A011: block trains from China come whole',
  ...from(
    'N05',
    'flows."Caucasus to China".boxes',
    'flows."Mangystau to Caucasus".boxes',
    'flows."Caucasus to Mangystau".boxes',
  ),
  ...from('N07', 'flows."Caucasus to China".empty', 'flows."Caucasus to Mangystau".empty'),

  // The announced projects, one variant for each, in TEU over the quay.
  ...from(
    'B077: what phase 1 is to carry; what the port carried before the hub by B092 and B101',
    'changes.140000-teu.set',
  ),
  'changes.200000-teu.set': 'B016: what phase 1 is to carry, by the minister',
  'changes.215000-teu.set': 'B014: what the hub is to carry, in the plan of 2022',
  'changes.240000-teu.set': 'B078: what phase 2 is to carry; so B018, B046, B092 and B101',
  'changes.250000-teu.set': 'B102: what stage 1 of the port’s plan is to carry',
  'changes.300000-teu.set': 'B011: the design capacity of the hub',

  // Railways
  ...from('N17', ...fieldOf('lines', kazakh, 'speed')),
  'lines.Alat-Boyuk-Kesik.running': 'C010: without delay, between stops',
  'lines.Alat-Boyuk-Kesik.stops': 'N22',
  ...from('N18', ...fieldOf('lines', rails, 'variation')),
  'lines.Altynkol-Beyneu.length': 'N16: 3,250 km less the last section',
  'lines.Beyneu-Aktau.length': 'A040',
  'lines.Alat-Boyuk-Kesik.length': 'A041',
  'lines.Beyneu-Aktau.paths': 'N19: 23 pairs a day in use by R2',
  'lines.Beyneu-Aktau.passenger': 'N20',
  // (All freight − 12 t a TEU, B003) ÷ (65 t × 57 wagons, N46, N47)
  'traffic."freight of Mangystau".trains':
    'D136, D134 and D131, D132: 1.5 Mt on to Bolashak, 1.27 Mt of grain and 0.7 Mt of other dry cargo to the port, ÷ 3,705 t, half of the trains each way',
  'traffic."freight of Mangystau".priority': 'assumed: container trains go first, being accelerated',
  ...from(
    'assumed: gauge change, or unloading and loading, at the far end take a set two days',
    ...fieldOf('places', ['Altynkol', 'Boyuk-Kesik'], 'away'),
  ),
  ...from(
    'assumed: a train is not held longer than five days for its last boxes',
    ...fieldOf('services', ['Kazakhstan train', 'Caucasus train'], 'leaves.longestWait'),
  ),
  'fleets."Kazakhstan sets".carries': 'A011',
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
  'places.Aktau.cranes.rail.count': 'assumed: as many as quay cranes',
  'places.Aktau.cranes.rail.rate': 'N09',
  'places.Aktau.yard.capacity': 'N29',
  'places.Aktau.yard.empty': 'assumed: a third of the yard, so that empty boxes do not keep laden ones out',
  'places.Aktau.yard.collected':
    'assumed: a box that goes on by truck stands half a day to a week; no figure is published',
  'places.Aktau.tracks': 'N30',
  'places.Aktau.shunting': 'N31',
  'weather.Caspian.closedShare': 'N35: from B073 and B074; the closures of C021 and C022 are its long spells',
  'lines.Caspian.length': 'A025',
  'services.feeder.sails.longestWait': 'N33',
  'services.feeder.sails.longestStay':
    'B040: no vessel is to be longer in port to unload and load; it then sails with what waits',

  // Alat
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

  // The hub: no source gives the equipment by phase, so each figure is inferred from figures of the whole.
  ...from('N03: two after the hub', ...set(phases, 'places.Aktau.berths.container.count')),
  ...from(
    'assumed: one crane more with the second berth, within N02',
    ...set(['phase-1', 'phase-1-opens'], 'places.Aktau.cranes.quay.count'),
  ),
  ...from(
    'N02: the upper end, two cranes for each of two ships',
    ...set(['phase-2', 'phase-2-opens', 'two-more-quay-cranes'], 'places.Aktau.cranes.quay.count'),
  ),
  ...from('assumed: as many as quay cranes', ...set(phases, 'places.Aktau.cranes.rail.count')),
  ...from(
    'N08: gantries on rails instead of those on tyres',
    ...set(['phase-2', 'phase-2-opens'], 'places.Aktau.cranes.rail.rate'),
  ),
  ...from('N29: the upper end', ...set(['phase-1', 'phase-1-opens'], 'places.Aktau.yard.capacity')),
  ...from('assumed: a third of the yard, as today', ...set(phases, 'places.Aktau.yard.empty')),
  ...from('N01: 22 x 0.8 is a good gantry', ...set(['phase-2', 'phase-2-opens'], 'places.Aktau.cranes.quay.rate')),
  ...from(
    'N01: 22 x 0.8 is a good gantry',
    ...set(['phase-2', 'phase-2-opens'], 'places.Aktau.cranes.quay.efficiency'),
  ),
  ...from(
    'B046: first stage launched on 9 June 2025, all by the end of 2026; assumed: half a year to learn, from 70 % of the rate, all cranes of the quay',
    ...set(['phase-1-opens', 'phase-2-opens'], 'places.Aktau.cranes.quay.rampUp'),
  ),
  ...from(
    'N29: 6,000 TEU are 40 % of the 24 ha of the hub (B015); all of it is 15,000',
    ...set(['phase-2', 'phase-2-opens'], 'places.Aktau.yard.capacity'),
  ),
  ...from('N30: the upper end', ...set(['phase-2', 'phase-2-opens'], 'places.Aktau.tracks')),
  'changes.dredged.set': 'B043: 7.7 m, of which 1.5 to 2 m are gained (B048); ships then load in full',
  ...from(
    'B079: six ships on order, first half of 2027; assumed of 225 TEU as the Turkestan (B029), since no source has their size',
    'changes.new-ships.set',
    'changes.new-ships-join.set',
  ),
  'changes.larger-ships.set':
    'B085: two ships of 700 containers together, taken as 350 TEU for each of the six on order (B079)',
  'changes.feeders-at-a-general-berth.set':
    'B094: three universal berths, of which one more is given to feeders, with one crane; the rest as at the container berth',
  'changes.two-ships-go.set': 'assumed: the two ships of ASCO (B031) are taken to another line',
  'changes.more-platforms.set': 'assumed: the railways buy what the hub asks for; three times today’s sets',
  'changes.alat-phase-2.set':
    'assumed: what Alat needs for the 500,000 TEU of its second phase (B038), so that it is not what breaks first',
  ...from(
    'assumed: a single purchase, to be set beside the others',
    'changes.second-berth.set',
    'changes.third-berth.set',
    'changes.twice-the-yard.set',
  ),
  'changes.as-from-july-2026.set': 'assumed: a year around the openings of 2026 and 2027',
  ...from(paceSource, 'fleets."Kazakhstan sets".pace', 'fleets."Caucasus sets".pace'),
};
