// How deep ships lie: which berths serve them, what they may carry over the water that stands there, where they can lie.
import type { CorridorData } from '../corridor';
import { classOf, type UnitClass } from '../figures/shipClasses';
import { wayOf } from '../routes/route';

/** Kilometres: a micrometre more or less is none. */
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

/** The deepest water [km] at a berth of a place that serves a service; Infinity where a depth is not said. */
export function deepestFor(data: CorridorData, place: string, service: string): number {
  const spec = data.places[place];
  if (spec?.kind !== 'seaport') return Number.POSITIVE_INFINITY;
  const kinds = kindsFor(data, place, service);
  // Berths that are not there yet bear nobody; where none is there at all, that is a problem of its own.
  const there = kinds.filter((kind) => spec.berths[kind].count > 0);
  const depths = (there.length > 0 ? there : kinds).map((kind) => spec.berths[kind].depth ?? Number.POSITIVE_INFINITY);
  return depths.length > 0 ? Math.max(...depths) : Number.POSITIVE_INFINITY;
}

/** Share of what a class carries that the water of one port bears; 0: it cannot even come in empty, or only just. */
export function borneAt(depth: number, { draft, clearance }: UnitClass): number {
  if (draft === undefined || depth === Number.POSITIVE_INFINITY) return 1;
  const share = (depth - clearance - draft.light) / (draft.full - draft.light);
  // Lengths are kilometres with rounded digits: 5.5 − 0.5 over 5 must not bear a hair less than all, nor 3.5 − 0.5 over 3 more than nothing.
  return Math.min(1, Math.max(0, Math.round(share * 1e12) / 1e12));
}

/** Share of what ships carry that the water at both ends, or all calls, of their service bears, from 0 to 1; 1 where no draft is said. */
export function loadByWater(data: CorridorData, service: string, shipClass?: string): number {
  const ships = classOf(data.fleets[data.services[service].fleet], shipClass);
  if (ships.draft === undefined) return 1;
  const chain = wayOf(data, service);
  // Lines that are not one chain are a problem of their own.
  if ('say' in chain) return 1;
  return Math.min(...chain.ends.map((place) => borneAt(deepestFor(data, place, service), ships)));
}

/** Whether ships of a class of a service find water enough at a kind of berth for the most that they carry. */
export function canLie(data: CorridorData, place: string, kind: string, service: string, shipClass?: string): boolean {
  const spec = data.places[place];
  const depth = spec?.kind === 'seaport' ? spec.berths[kind]?.depth : undefined;
  const { draft, clearance, load } = classOf(data.fleets[data.services[service].fleet], shipClass);
  if (depth === undefined || draft === undefined) return true;
  const share = load * loadByWater(data, service, shipClass);
  return depth >= clearance + draft.light + share * (draft.full - draft.light) - HAIR;
}
