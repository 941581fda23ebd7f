// Over which services an empty set of a shared fleet comes from any place where one of them ends to any other.
import type { CorridorData, FlowSpec } from '../corridor';
import { classSpeed, manned } from '../figures/shipClasses';
import { routeIds, routeOf, serviceEnds } from './route';

/** The places where the services of a fleet end, and the ways between them. */
export interface Hops {
  /** In the order in which services, by ids, name their ends. */
  readonly nodes: readonly string[];
  /** By service · 2 + end, which is called a slot: the number of its node. */
  readonly nodeOf: Int32Array;
  /** By phase: the nodes where a service ends that some flow takes; all where none does. Elsewhere sets only pass. */
  readonly used: readonly (readonly number[])[];
  /** By phase and node: its share of all TEU a year that board the fleet's services; even where none do. */
  readonly shares: readonly Float64Array[];
  /** By node: its slots, in order. */
  readonly slotsAt: readonly (readonly number[])[];
  /** By node · nodes + node: the slot over which the quickest way to the second begins, the first where several do; −1: none. */
  readonly next: Int32Array;
  /** By the same: hours of that way. */
  readonly hours: Float64Array;
}

/** The services of a fleet, in order of ids. */
export const sharersOf = (data: CorridorData, fleet: string): string[] =>
  Object.keys(data.services)
    .filter((id) => data.services[id].fleet === fleet)
    .sort();

/** Hours over a service, one way, with stops and without waiting. */
function hoursOver(data: CorridorData, service: string): number {
  const [plain] = manned(data.fleets[data.services[service].fleet]);
  return serviceEnds(data, service).way.reduce(
    (sum, { line }) => sum + data.lines[line].length / (classSpeed(data, line, plain) ?? 0),
    0,
  );
}

/** Whether boxes of some flow take a service; a route with a share of 0 brings it none. */
const isTaken = (data: CorridorData, service: string): boolean =>
  Object.entries(data.flows).some(([id, flow]) =>
    routeIds(flow).some((route) => {
      const share = route === undefined ? undefined : flow.routes?.[route].share;
      const rides = share === 0 && flow.choose !== 'shorter expected wait' ? [] : routeOf(data, id, route);
      return Array.isArray(rides) && rides.some((ride) => ride.service === service);
    }),
  );

/** Share of a flow's boxes on one of its routes; even where trucks or trains choose by their wait. */
function shareOf({ routes, choose }: FlowSpec, route: string | undefined): number {
  if (route === undefined) return 1;
  if (choose === 'shorter expected wait') return 1 / Object.keys(routes ?? {}).length;
  return routes?.[route].share ?? 0;
}

/** By place: TEU a year that board some services there, as shares of all; even where none do. */
export function boardingShares(
  data: CorridorData,
  services: readonly string[],
  nodes: readonly string[],
): Float64Array {
  const teu = new Float64Array(nodes.length);
  for (const [id, flow] of Object.entries(data.flows)) {
    if (flow.trucks !== undefined) continue;
    for (const route of routeIds(flow)) {
      const rides = routeOf(data, id, route);
      if (!Array.isArray(rides)) continue;
      for (const { service, from } of rides)
        if (services.includes(service)) teu[nodes.indexOf(from)] += (flow.demand ?? 0) * shareOf(flow, route);
    }
  }
  const all = teu.reduce((sum, one) => sum + one, 0);
  return teu.map((one) => (all > 0 ? one / all : 1 / nodes.length));
}

/** @param phases the corridor at clock zero, and as it is from later days on */
export function hopsOf(phases: readonly CorridorData[], fleet: string): Hops {
  const [data] = phases;
  const services = sharersOf(data, fleet);
  const ends = services.flatMap((id) => serviceEnds(data, id).ends);
  const nodes = [...new Set(ends)];
  const nodeOf = Int32Array.from(ends, (place) => nodes.indexOf(place));
  const slotsAt = nodes.map((_, node) => [...nodeOf.keys()].filter((slot) => nodeOf[slot] === node));
  const all = [...nodes.keys()];
  const used = phases.map((at) => {
    const taken = services.map((id) => isTaken(at, id));
    const own = all.filter((node) => slotsAt[node].some((slot) => taken[slot >> 1]));
    return own.length > 0 ? own : all;
  });
  const shares = phases.map((at) => boardingShares(at, services, nodes));
  const hours = services.map((id) => hoursOver(data, id));
  const count = nodes.length;
  const least = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY);
  for (let node = 0; node < count; node++) least[node * count + node] = 0;
  // No way has more services than there are nodes.
  const over = (slot: number, to: number) => hours[slot >> 1] + least[nodeOf[slot ^ 1] * count + to];
  for (let round = 0; round < count; round++)
    for (let node = 0; node < count; node++)
      for (let to = 0; to < count; to++)
        for (const slot of slotsAt[node]) least[node * count + to] = Math.min(least[node * count + to], over(slot, to));
  const next = new Int32Array(count * count).fill(-1);
  for (let node = 0; node < count; node++)
    for (let to = 0; to < count; to++) {
      const most = least[node * count + to];
      if (node === to || most === Number.POSITIVE_INFINITY) continue;
      next[node * count + to] = slotsAt[node].find((slot) => over(slot, to) === most) ?? -1;
    }
  return { nodes, nodeOf, used, shares, slotsAt, next, hours: least };
}
