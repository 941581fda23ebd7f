// Routing: a service runs over a chain of lines between two ends; a flow takes the quickest route over services.
import type { CorridorData, FlowSpec } from '../corridor';
import { classSpeed, manned } from '../figures/shipClasses';
import { type Between, between, type NoRotation, type Rotation, rotationOf } from './rotation';

/** One line, passed in one direction. */
export interface Passage {
  readonly line: string;
  readonly from: string;
  readonly to: string;
}

/** The two ends of a service, the lesser id first, and its lines in order from the first end to the second. */
export interface ServiceWay {
  readonly ends: readonly [string, string];
  readonly way: readonly Passage[];
}

/** One ride of a box: a service, from one of its ends, or calls, to another. */
export interface Ride {
  readonly service: string;
  readonly from: string;
  readonly to: string;
}

/** Why lines do not form a chain: the position in `on`, and a message. */
export interface Broken {
  readonly at: number;
  readonly say: string;
  /** They come back to where they have been: with calls that may be meant. */
  readonly isBack?: true;
}

/** The lines of a service as a list, whether `on` names one or several. */
export const linesOf = (on: string | readonly string[]): readonly string[] => (typeof on === 'string' ? [on] : on);

/** Follows lines in the given order; each must begin where the previous one ended. */
export function chainOf(data: CorridorData, lines: readonly string[]): ServiceWay | Broken {
  if (lines.length === 0) return { at: 0, say: 'A service needs at least one line.' };
  const unknown = lines.findIndex((line) => !Object.hasOwn(data.lines, line));
  if (unknown >= 0) return { at: unknown, say: `There is no line "${lines[unknown]}".` };
  const between = (line: string) => data.lines[line].between;
  const [a, b] = between(lines[0]);
  // Order: the chain begins at the end of its first line that the second line does not share.
  const begin = lines.length > 1 && between(lines[1]).includes(a) && !between(lines[1]).includes(b) ? b : a;
  const way: Passage[] = [];
  const passed = new Set([begin]);
  let at = begin;
  for (const [i, line] of lines.entries()) {
    const ends = between(line);
    if (!ends.includes(at)) {
      return { at: i, say: `The line "${line}" joins ${ends[0]} and ${ends[1]}, but the chain has come to ${at}.` };
    }
    const to = ends[0] === at ? ends[1] : ends[0];
    if (passed.has(to))
      return { at: i, say: `The line "${line}" leads back to ${to}, where the chain has been.`, isBack: true };
    passed.add(to);
    way.push({ line, from: at, to });
    at = to;
  }
  if (begin < at) return { ends: [begin, at], way };
  return { ends: [at, begin], way: way.map(({ line, from, to }) => ({ line, from: to, to: from })).reverse() };
}

/** The places at which a service loads, and its lines in order: two ends, or the calls that it makes on its way. */
export function wayOf(data: CorridorData, serviceId: string): ServiceWay | Rotation | NoRotation {
  const { on, calls } = data.services[serviceId];
  return calls === undefined ? chainOf(data, linesOf(on)) : rotationOf(data, linesOf(on), calls);
}

/** The same. Throws where its lines are not one chain. */
export function serviceWay(data: CorridorData, serviceId: string): ServiceWay | Rotation {
  const chain = wayOf(data, serviceId);
  if ('say' in chain) throw new RangeError(`Service "${serviceId}": ${chain.say}`);
  return chain;
}

/** The places at which a service loads: both ends, or its calls. */
export const placesOf = (data: CorridorData, serviceId: string): readonly string[] => serviceWay(data, serviceId).ends;

/** The ends of a service without calls and its lines from the first to the second. Throws if its lines do not form one chain. */
export function serviceEnds(data: CorridorData, serviceId: string): ServiceWay {
  const chain = chainOf(data, linesOf(data.services[serviceId].on));
  if ('say' in chain) throw new RangeError(`Service "${serviceId}": ${chain.say}`);
  return chain;
}

/** The calls of a service; undefined where it goes to and fro between two ends. Throws where they are not on its way. */
export function callsOf(data: CorridorData, serviceId: string): Rotation | undefined {
  const way = serviceWay(data, serviceId);
  return 'calls' in way ? way : undefined;
}

/** At which calls of its service a ride begins and ends, and its lines; where the service has none, at which ends. */
export function rideOf(data: CorridorData, { service, from, to }: Ride): Between {
  const way = serviceWay(data, service);
  if ('calls' in way)
    return between(way, from, to, (over) => secondsOf(data, service, over)) ?? { on: 0, off: 0, way: [] };
  if (way.ends[0] === from) return { on: 0, off: 1, way: way.way };
  const back = way.way.map((one) => ({ line: one.line, from: one.to, to: one.from })).reverse();
  return { on: 1, off: 0, way: back };
}

/** Speed of a fleet's units on a line [km/h]: the lower of the two given, of the slowest class; undefined if a class has none. */
export function speedOn(data: CorridorData, lineId: string, fleetId: string): number | undefined {
  const fleet = data.fleets[fleetId];
  const classes = fleet === undefined ? [{ speed: undefined }] : manned(fleet);
  const speeds = classes.map((one) => classSpeed(data, lineId, one));
  const given = speeds.filter((speed) => speed !== undefined);
  return given.length === speeds.length ? Math.min(...given) : undefined;
}

/** Whole seconds of running time from end to end, without any stop; Infinity if a speed is missing. */
function secondsOf(data: CorridorData, serviceId: string, way: readonly Passage[]): number {
  const { fleet } = data.services[serviceId];
  return way
    .map(({ line }) => Math.round((data.lines[line].length / (speedOn(data, line, fleet) ?? 0)) * 3600))
    .reduce((sum, seconds) => sum + seconds, 0);
}

interface Way {
  readonly seconds: number;
  readonly rides: readonly Ride[];
}

/** Order: fewer seconds, then fewer rides, then the ids of the services, first to last. */
function comesBefore(a: Way, b: Way): boolean {
  if (a.seconds !== b.seconds) return a.seconds < b.seconds;
  if (a.rides.length !== b.rides.length) return a.rides.length < b.rides.length;
  const differ = a.rides.findIndex((ride, i) => ride.service !== b.rides[i].service);
  return differ >= 0 && a.rides[differ].service < b.rides[differ].service;
}

/** By place: the rides that begin there, with all places that they pass. */
type Offered = Map<string, { ride: Ride; seconds: number; over: readonly string[] }[]>;

/** Every ride that the services offer, in both directions. Services whose lines do not form a chain offer none. */
function ridesFrom(data: CorridorData): Offered {
  const offered: Offered = new Map();
  for (const service of Object.keys(data.services).sort()) {
    const chain = wayOf(data, service);
    if ('say' in chain) continue;
    if ('calls' in chain) {
      for (const from of chain.ends)
        for (const to of chain.ends) {
          const ride = between(chain, from, to, (way) => secondsOf(data, service, way));
          if (ride === undefined) continue;
          const over = ride.way.map((passage) => passage.to);
          const seconds = secondsOf(data, service, ride.way);
          offered.set(from, [...(offered.get(from) ?? []), { ride: { service, from, to }, seconds, over }]);
        }
      continue;
    }
    const seconds = secondsOf(data, service, chain.way);
    const [a, b] = chain.ends;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ]) {
      const over = [a, ...chain.way.map((passage) => passage.to)].filter((place) => place !== from);
      offered.set(from, [...(offered.get(from) ?? []), { ride: { service, from, to }, seconds, over }]);
    }
  }
  return offered;
}

/** The routes of a flow: their keys in order of ids; one without a name if it has none. */
export function routeIds(flow: FlowSpec): (string | undefined)[] {
  const ids = Object.keys(flow.routes ?? {}).sort();
  return ids.length > 0 ? ids : [undefined];
}

/** The places of a route of a flow, from its origin to its destination. */
function legsOf(flow: FlowSpec, routeId: string | undefined): [string, string][] {
  const { from, to, routes } = flow;
  const via = routeId === undefined ? [] : (routes?.[routeId].via ?? []);
  const places = [from, ...(typeof via === 'string' ? [via] : via), to];
  return places.slice(1).map((place, i) => [places[i], place]);
}

/**
 * The rides of a flow's boxes from origin to destination, by the first of its routes or another; if there is no connection,
 * the places that services reach. Trucks have no rides.
 */
export function routeOf(
  data: CorridorData,
  flowId: string,
  routeId = routeIds(data.flows[flowId])[0],
): Ride[] | { reached: string[] } {
  const flow = data.flows[flowId];
  if (flow.trucks !== undefined) {
    const roads = roadsOf(data, flowId, routeId);
    return Array.isArray(roads) ? [] : roads;
  }
  return overAll(ridesFrom(data), legsOf(flow, routeId));
}

/** The roads of a flow's trucks in order; if there is no connection, the places that roads reach. */
export function roadsOf(
  data: CorridorData,
  flowId: string,
  routeId = routeIds(data.flows[flowId])[0],
): Passage[] | { reached: string[] } {
  const offered: Offered = new Map();
  for (const [line, { mode, between, length, speed }] of Object.entries(data.lines).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (mode !== 'road') continue;
    const seconds = Math.round((length / (speed ?? 0)) * 3600);
    for (const [from, to] of [between, [between[1], between[0]]])
      offered.set(from, [...(offered.get(from) ?? []), { ride: { service: line, from, to }, seconds, over: [to] }]);
  }
  const rides = overAll(offered, legsOf(data.flows[flowId], routeId));
  return Array.isArray(rides) ? rides.map(({ service, from, to }) => ({ line: service, from, to })) : rides;
}

/** Through all places in order, each leg by the quickest route that avoids the places of earlier and later legs. */
function overAll(offered: Offered, legs: readonly (readonly [string, string])[]): Ride[] | { reached: string[] } {
  const rides: Ride[] = [];
  const passed = new Set<string>();
  for (const [i, [from, to]] of legs.entries()) {
    passed.add(from);
    const ahead = legs.slice(i + 1).map(([, place]) => place);
    const found = quickest(offered, from, to, new Set([...passed, ...ahead]));
    if (!Array.isArray(found)) return found;
    for (const ride of found) passed.add(ride.from).add(ride.to);
    rides.push(...found);
  }
  return rides;
}

/**
 * The route with the least running time, without time at places. Source: E. W. Dijkstra, A note on two problems in
 * connexion with graphs, Numerische Mathematik 1 (1959) 269–271.
 */
function quickest(
  offered: Offered,
  from: string,
  to: string,
  barred: ReadonlySet<string>,
): Ride[] | { reached: string[] } {
  const best = new Map<string, Way>([[from, { seconds: 0, rides: [] }]]);
  const visited = new Set<string>();
  for (;;) {
    let place: string | undefined;
    for (const candidate of best.keys()) {
      if (visited.has(candidate)) continue;
      const way = best.get(candidate) as Way;
      if (place === undefined || comesBefore(way, best.get(place) as Way)) place = candidate;
    }
    if (place === undefined) return { reached: [...visited].sort() };
    const way = best.get(place) as Way;
    if (place === to) return [...way.rides];
    visited.add(place);
    for (const { ride, seconds, over } of offered.get(place) ?? []) {
      if (over.some((one) => barred.has(one))) continue;
      const onward = { seconds: way.seconds + seconds, rides: [...way.rides, ride] };
      const known = best.get(ride.to);
      if (known === undefined || comesBefore(onward, known)) best.set(ride.to, onward);
    }
  }
}
