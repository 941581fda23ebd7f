// What ports say of themselves: cranes that lift something, shifts that exist, services that call there, room for their boxes.
import type { CorridorData } from '../corridor/corridor';
import type { Cranes } from '../corridor/data/cranesSpec';
import { placesOf } from '../corridor/routes/route';
import type { Berths, SeaportSpec } from '../places/seaport/spec';
import { type Complaint, complaint, unknownName } from './complaint';
import { judged, judgedEach, whereValid } from './judged';
import { LARGEST, largestOf, usersOfPart, type YardPart, yardParts } from './yardUse';

/** Crane pools of a terminal or port, each under its name. */
export function checkCranes(data: CorridorData, place: string, pools: () => { readonly [name: string]: Cranes }) {
  return judgedEach(pools, (name, pool) => checkPool(data, ['places', place, 'cranes', name], pool));
}

function checkPool(data: CorridorData, path: Complaint['path'], pool: Cranes): Complaint[] {
  const { efficiency, failures, calendar, rampUp } = pool;
  const above = (value: number | undefined, key: readonly string[], say: string, allowed: string): Complaint[] =>
    value === undefined || value > 0 ? [] : [complaint([...path, ...key], value, allowed, say)];
  return judged(
    () =>
      above(efficiency, ['efficiency'], 'At this efficiency nothing is ever lifted.', 'more than 0 %, at most 100 %'),
    () =>
      above(
        failures?.every,
        ['failures', 'every'],
        'Cranes that break down without end lift nothing.',
        'more than 0 h',
      ),
    () => above(rampUp?.begins, ['rampUp', 'begins'], 'On the first day nothing would be lifted.', 'more than 0 %'),
    () =>
      above(
        rampUp?.over,
        ['rampUp', 'over'],
        'A rate grows over some time; leave rampUp out otherwise.',
        'more than 0 d',
      ),
    () => {
      const calendars = Object.keys(data.calendars ?? {});
      if (calendar === undefined || calendars.includes(calendar)) return [];
      return [unknownName([...path, 'calendar'], calendar, 'calendar', calendars)];
    },
  );
}

/** Berths: the services that they serve beside those that name them. */
export function checkBerths(data: CorridorData, place: string, port: SeaportSpec): Complaint[] {
  return judgedEach(
    () => port.berths,
    (kind, berths) => checkServes(data, ['places', place, 'berths', kind, 'serves'], place, berths),
  );
}

function checkServes(data: CorridorData, path: Complaint['path'], place: string, { serves }: Berths): Complaint[] {
  if (serves === undefined) return [];
  const services = Object.keys(data.services);
  const calls = (id: string) =>
    whereValid(() => data.services[id].sails !== undefined && placesOf(data, id).includes(place), true);
  return (typeof serves === 'string' ? [serves] : serves).flatMap((id, i) => {
    const at = typeof serves === 'string' ? path : [...path, i];
    if (!services.includes(id)) return [unknownName(at, id, 'service', services)];
    if (calls(id)) return [];
    const say = `Ships of "${id}" never call at ${place}; name services that end there by sea.`;
    return [complaint(at, id, services.filter(calls).join(', ') || 'no service', say)];
  });
}

/** Each part of a yard that has a limit takes the largest box that must fill it: else that box never gets in. */
export function checkYardParts(data: CorridorData, place: string, port: SeaportSpec): Complaint[] {
  return judged(...yardParts.map((part) => () => checkPart(data, place, port, part)));
}

function checkPart(data: CorridorData, place: string, port: SeaportSpec, part: YardPart): Complaint[] {
  const limit = port.yard[part];
  if (limit === undefined || limit >= LARGEST) return [];
  const user = largestOf(usersOfPart(data, place, part));
  if (user === undefined || limit >= user.teu) return [];
  const [kind, only] = { laden: ['Laden', ''], empty: ['Empty', ''], transit: ['Laden', ' that only pass'] }[part];
  const say = `${kind} boxes of "${user.flow}"${only} have up to ${user.teu} TEU, and no such box ever gets into ${limit} TEU of the yard at ${place}; give ${part} more, or leave it out.`;
  return [complaint(['places', place, 'yard', part], `${limit} TEU`, `at least ${user.teu} TEU`, say)];
}
