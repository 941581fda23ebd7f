// Draft of ships: the berths that serve them, the load that the water depth allows, the berths that are deep enough.
import type { CorridorData } from '../corridor';
import { classOf, type UnitClass } from '../figures/shipClasses';
import { wayOf } from '../routes/route';

/** Tolerance [km]. */
const HAIR = 1e-9;

/** The kinds of berth at a place that serve a service: the one that it names first, then those whose `serves` has it, by id. */
export function kindsFor(data: CorridorData, place: string, service: string): string[] {
  const spec = data.places[place];
  if (spec?.kind !== 'seaport') return [];
  const { berths } = spec;
  const named = data.services[service].berth ?? 'container';
  const serving = Object.keys(berths)
    .filter((kind) => kind !== named && [berths[kind].serves ?? []].flat().includes(service))
    .sort();
  return Object.hasOwn(berths, named) ? [named, ...serving] : serving;
}

/** The deepest water [km] at a berth of a place that serves a service; Infinity if a depth is not given. */
export function deepestFor(data: CorridorData, place: string, service: string): number {
  const spec = data.places[place];
  if (spec?.kind !== 'seaport') return Number.POSITIVE_INFINITY;
  const kinds = kindsFor(data, place, service);
  // Berths with count 0 do not count; if there are none at all, another check reports it.
  const there = kinds.filter((kind) => spec.berths[kind].count > 0);
  const depths = (there.length > 0 ? there : kinds).map((kind) => spec.berths[kind].depth ?? Number.POSITIVE_INFINITY);
  return depths.length > 0 ? Math.max(...depths) : Number.POSITIVE_INFINITY;
}

/** Share of a class's capacity that the depth of one port allows; 0: it cannot enter even empty, or just can. */
export function borneAt(depth: number, { draft, clearance }: UnitClass): number {
  if (draft === undefined || depth === Number.POSITIVE_INFINITY) return 1;
  const share = (depth - clearance - draft.light) / (draft.full - draft.light);
  // Rounded: 5.5 − 0.5 over 5 must give exactly 1, and 3.5 − 0.5 over 3 exactly 0.
  return Math.min(1, Math.max(0, Math.round(share * 1e12) / 1e12));
}

/** Share of capacity that the depth at both ends, or all calls, of the service allows, from 0 to 1; 1 if no draft is given. */
export function loadByWater(data: CorridorData, service: string, shipClass?: string): number {
  const ships = classOf(data.fleets[data.services[service].fleet], shipClass);
  if (ships.draft === undefined) return 1;
  const chain = wayOf(data, service);
  // Another check reports lines that do not form one chain.
  if ('say' in chain) return 1;
  return Math.min(...chain.ends.map((place) => borneAt(deepestFor(data, place, service), ships)));
}

/** Whether a kind of berth is deep enough for ships of a class of a service at their greatest load. */
export function canLie(data: CorridorData, place: string, kind: string, service: string, shipClass?: string): boolean {
  const spec = data.places[place];
  const depth = spec?.kind === 'seaport' ? spec.berths[kind]?.depth : undefined;
  const { draft, clearance, load } = classOf(data.fleets[data.services[service].fleet], shipClass);
  if (depth === undefined || draft === undefined) return true;
  const share = load * loadByWater(data, service, shipClass);
  return depth >= clearance + draft.light + share * (draft.full - draft.light) - HAIR;
}
