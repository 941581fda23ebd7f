// The sources of the numbers of the road border: a fact, an assumption, or a reason given here.
import { fieldOf, from } from './sourcesOf';

const borders = ['Nur Zholy', 'Kalzhat', 'Alakol', 'Bakhty', 'Maikapchagai'];
const kazakhSide = {
  'Nur Zholy': 'Almaty',
  Kalzhat: 'Almaty',
  Alakol: 'Ucharal',
  Bakhty: 'Ucharal',
  Maikapchagai: 'Oskemen',
};
const back = (field: string) =>
  Object.entries(kazakhSide).flatMap(([border, side]) => fieldOf('places', [border], `toward.${side}.${field}`));
const there = (field: string) => fieldOf('places', borders, `toward.Urumqi.${field}`);
const places = [...borders, 'Almaty', 'Oskemen', 'Urumqi', 'Ucharal'];
const roads = [
  'Almaty-Nur Zholy',
  'Almaty-Kalzhat',
  'Almaty-Ucharal',
  'Ucharal-Alakol',
  'Ucharal-Bakhty',
  'Oskemen-Ucharal',
  'Oskemen-Maikapchagai',
  'Nur Zholy-Urumqi',
  'Kalzhat-Urumqi',
  'Alakol-Urumqi',
  'Bakhty-Urumqi',
  'Maikapchagai-Urumqi',
];
const southern = ['south to China', 'China to south'];
const eastern = ['east to China', 'China to east'];

export const roadBorderSources: Readonly<Record<string, string>> = {
  warmUp: 'assumed: as long as slots can be booked ahead',
  ...from('assumed: read off a map to two decimals; without effect on the run', ...fieldOf('places', places, 'at')),

  // Trucks
  ...from(
    'assumed: four fifths of what Nur Zholy was seen to pass to China on a day (E018), and as many back; no source counts trucks by origin',
    ...fieldOf('flows', southern, 'trucks'),
  ),
  ...from(
    'assumed: a fifth of all, as the smaller checkpoints of the east pass fewer; no source counts trucks by origin',
    ...fieldOf('flows', eastern, 'trucks'),
  ),

  // Checkpoints
  'changes.as-in-2023':
    'E030: 1.8 Mt by road in 2023, assumed: at 20 t a load 247 loads a day, whose trucks go back; south and east as today',
  'places."Nur Zholy".toward.Urumqi.eQueue.slots': 'E019: 650 slots a day',
  'places."Nur Zholy".toward.Urumqi.quota': 'E033: 750 a day from July 2025; E018 saw 700 to 750',
  ...from('E034: 250 a day', 'places.Kalzhat.toward.Urumqi.eQueue.slots', 'places.Kalzhat.toward.Urumqi.quota'),
  ...from(
    'E029: 600 a day, half of them to China',
    'places.Alakol.toward.Urumqi.eQueue.slots',
    'places.Alakol.toward.Urumqi.quota',
  ),
  ...from(
    'assumed: no figure since the limits of 2021 (E015: 40 a day)',
    'places.Bakhty.toward.Urumqi.eQueue.slots',
    'places.Bakhty.toward.Urumqi.quota',
  ),
  ...from(
    'assumed: less than at Bakhty; no figure is published',
    'places.Maikapchagai.toward.Urumqi.eQueue.slots',
    'places.Maikapchagai.toward.Urumqi.quota',
  ),
  ...from('assumed: slots are booked up to a month ahead', ...there('eQueue.horizon')),
  ...from('N41', ...there('eQueue.noShows')),
  ...from('N38: the middle of its range at Nur Zholy, four elsewhere', ...there('lanes'), ...back('lanes')),
  ...from('N39', ...there('takes'), ...back('takes')),
  ...from('N40', ...there('channels.red'), ...back('channels.red')),
  ...from(
    'assumed: what is not red (N40), a stamp of ten minutes, with bays enough',
    ...there('channels.green'),
    ...back('channels.green'),
  ),
  ...from(
    'assumed: eight inspection bays; no figure is published',
    ...there('channels.red.bays'),
    ...back('channels.red.bays'),
  ),
  ...from('N42', ...back('transloading.takes')),
  ...from('assumed: one truck in five changes its load; no figure is published', ...back('transloading.share')),
  ...from('assumed: room for what comes on a day; no figure is published', ...back('transloading.bays')),
  'changes.accepted-to-june': 'E033: 650 a day in May 2025; slots assumed to follow what is accepted',
  'changes.accepted-from-june': 'E034: 300 from June 2025',
  'changes.accepted-from-july': 'E033: 750 from 1 July 2025',
  'changes.accepted-from-september': 'E033: 1,000 in September 2025, assumed from the first',
  'changes.capped-from-november': 'E019: 650 slots a day from 13 November 2025',
  'calendars."round the clock"': 'E033: open round the clock; closed for three days at Chinese New Year (N28)',
  'calendars."by day"': 'assumed: ten hours a day; closed for three days at Chinese New Year (N28)',

  // Roads
  ...from('assumed: read off a map, to 5 km', ...fieldOf('lines', roads, 'length')),
  'lines.Oskemen-Maikapchagai.length': 'A022: 415 km of it from Kalbatau on, about as far as from Oskemen',
  ...from('assumed: trucks with their stops on main roads', ...fieldOf('lines', roads, 'speed')),
  ...from('assumed: as trains (N18)', ...fieldOf('lines', roads, 'variation')),
};
