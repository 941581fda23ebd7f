// Fleets: a service runs each, on rails all units are alike, and ships by class come before they go and find water enough.

import { writePath } from '../../problem';
import { borneAt, deepestFor, loadByWater } from '../corridor/capacity/draft';
import { capacityOf } from '../corridor/capacity/unitCapacity';
import type { CorridorData } from '../corridor/corridor';
import type { Draft, FleetSpec } from '../corridor/data/fleetSpec';
import { classesOf, manned, type UnitClass } from '../corridor/figures/shipClasses';
import { linesOf, wayOf } from '../corridor/routes/route';
import { type Complaint, closure, complaint } from './complaint';
import { judged, judgedEach, whereValid } from './judged';

export const checkFleets = (data: CorridorData): Complaint[] =>
  judgedEach(
    () => data.fleets,
    (id, fleet) => checkFleet(data, id, fleet),
  );

/** The services that are known to use a fleet; one whose fleet cannot be read may use any. */
export const usersOf = (data: CorridorData, fleet: string): string[] =>
  Object.keys(data.services).filter((service) => whereValid(() => data.services[service].fleet === fleet, false));

/** TEU that units of its fleet may carry on a service, of each class of which there are any. */
function roomsOn(data: CorridorData, service: string): number[] {
  // Ships that no water bears have a problem of their own; what follows from it would only hide that.
  return manned(data.fleets[data.services[service].fleet])
    .filter(({ id }) => loadByWater(data, service, id) > 0)
    .map(({ id }) => capacityOf(data, service, id).teu);
}

/** TEU that the smallest unit of a service may carry, and the largest. */
export const leastCapacity = (data: CorridorData, service: string): number => Math.min(...roomsOn(data, service));
export const largestCapacity = (data: CorridorData, service: string): number => Math.max(...roomsOn(data, service));

function checkFleet(data: CorridorData, id: string, fleet: FleetSpec): Complaint[] {
  const [service] = usersOf(data, id);
  if (service === undefined) {
    // Only where each service says its fleet is it certain that none means this one.
    for (const name of Object.keys(data.services)) data.services[name].fleet;
    const say = `No service uses the fleet "${id}"; name it in a service, or remove it.`;
    return [complaint(['fleets', id], id, 'a fleet that a service uses', say)];
  }
  return judged(
    () => checkCount(id, fleet, service),
    ...seaOnly.map((key) => () => checkSeaOnly(data, id, fleet, service, key)),
    ...Object.keys(fleet.ships ?? {}).map((name) => () => checkStay(id, fleet, name)),
    () => checkPace(data, id, fleet, service),
    () => checkDraft(['fleets', id, 'draft'], fleet.draft),
    ...Object.keys(fleet.ships ?? {}).map((name) => () => {
      const path = ['fleets', id, 'ships', name, 'draft'];
      return checkDraft(path, fleet.ships?.[name].draft);
    }),
    () => checkWater(data, id, fleet, service),
  );
}

/** Two shares of one variance; of trains, since what slows ships down is weather. */
function checkPace(data: CorridorData, id: string, { pace }: FleetSpec, service: string): Complaint[] {
  if (pace === undefined) return [];
  const path = ['fleets', id, 'pace'];
  if (data.services[service].sails !== undefined) {
    const say = `The fleet "${id}" sails; a pace is of trains. Ships of one sea share its weather already; remove it.`;
    return [complaint(path, 'pace', 'trains', say)];
  }
  const { unit = 0, week = 0 } = pace;
  if (unit + week <= 1) return [];
  const given = `${Math.round(100 * (unit + week))} %`;
  const say = `The unit and the week together have ${given} of the variance of the times of "${id}"; give them at most 100 %.`;
  return [complaint(path, given, 'two shares of at most 100 % together', say)];
}

function checkCount(id: string, fleet: FleetSpec, service: string): Complaint[] {
  if (classesOf(fleet).some(({ count }) => count >= 1)) return [];
  const say = `The service "${service}" has no unit to run with; give the fleet "${id}" at least one.`;
  return [closure(['fleets', id, 'count'], fleet.count, '1 or more', say)];
}

const seaOnly = ['ships', 'draft', 'clearance'] as const;

function checkSeaOnly(
  data: CorridorData,
  id: string,
  fleet: FleetSpec,
  service: string,
  key: (typeof seaOnly)[number],
): Complaint[] {
  const [line] = linesOf(data.services[service].on);
  if (fleet[key] === undefined || !Object.hasOwn(data.lines, line) || data.lines[line].mode === 'sea') return [];
  const say =
    key === 'ships'
      ? `The fleet "${id}" runs by rail on "${line}", where all sets are alike; leave ships out, and give a fleet of other sets a service of its own.`
      : `The fleet "${id}" runs by rail on "${line}" and lies in no water; leave ${key} out.`;
  return [complaint(['fleets', id, key], key, 'nothing, by rail', say)];
}

/** Ships join before they leave. */
function checkStay(id: string, fleet: FleetSpec, name: string): Complaint[] {
  const { joins, leaves } = fleet.ships?.[name] ?? {};
  if (joins === undefined || leaves === undefined || joins < leaves) return [];
  const say = `The ships "${name}" join on ${joins} and leave on ${leaves}, so they never run; let them leave later, or remove them.`;
  return [complaint(['fleets', id, 'ships', name, 'leaves'], leaves, `a day after ${joins}`, say)];
}

/** An empty ship lies less deep than a full one. */
function checkDraft(path: string[], draft: Draft | undefined): Complaint[] {
  if (draft === undefined || draft.light < draft.full) return [];
  const say = `An empty ship lies less deep in the water than a full one; ${metres(draft.light)} empty and ${metres(draft.full)} full cannot be.`;
  return [complaint([...path, 'light'], metres(draft.light), `less than ${metres(draft.full)}`, say)];
}

/** Every class that runs comes in at both ports, with something aboard. */
function checkWater(data: CorridorData, id: string, fleet: FleetSpec, service: string): Complaint[] {
  const chain = wayOf(data, service);
  if ('say' in chain) return [];
  return judged(
    ...manned(fleet).flatMap((ships) =>
      chain.ends.map((place) => () => checkPort(data, id, fleet, ships, service, place)),
    ),
  );
}

function checkPort(
  data: CorridorData,
  id: string,
  fleet: FleetSpec,
  ships: UnitClass,
  service: string,
  place: string,
): Complaint[] {
  const { draft, clearance } = ships;
  if (draft === undefined || !(draft.light < draft.full)) return [];
  const depth = deepestFor(data, place, service);
  if (borneAt(depth, ships) > 0) return [];
  const own = ships.id !== undefined && fleet.ships?.[ships.id].draft !== undefined;
  const path = ['fleets', id, ...(own ? ['ships', ships.id as string] : []), 'draft'];
  const who = ships.id === undefined ? `A ship of "${id}"` : `A ship "${ships.id}" of "${id}"`;
  const under = clearance > 0 ? ` and needs ${metres(clearance)} under it` : '';
  const say = `${who} lies ${metres(draft.light)} deep when empty${under}, but at ${place} the deepest berth that serves "${service}" has ${metres(depth)} of water, so it never carries a box there; dredge, serve it at a deeper berth, or set ${countPath(id, ships)} to 0.`;
  const allowed = `less than ${metres(Math.max(0, depth - clearance))} when empty`;
  return [complaint([...path, 'light'], metres(draft.light), allowed, say)];
}

const countPath = (id: string, ships: UnitClass): string =>
  writePath(['fleets', id, ...(ships.id === undefined ? [] : ['ships', ships.id]), 'count']);

/** A length in kilometres as metres, to the centimetre. */
const metres = (km: number): string => `${Number((km * 1000).toFixed(2))} m`;
