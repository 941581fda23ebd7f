// Routes as integers: the services of a flow's boxes, the ends where they board, and all places on the route.
import type { CorridorData } from '../corridor';
import { type Crossing, crossingAt } from '../figures/borderSides';
import { sizesOf } from '../figures/flowBoxes';
import { callsOf, placesOf, rideOf, roadsOf, routeIds, routeOf, speedOn } from './route';

export interface Leg {
  readonly service: number;
  /** The end at which boxes board: 0 or 1; for a service with calls, the call. */
  readonly end: number;
  /** Where they get off, likewise. */
  readonly to: number;
}

export interface RouteStop {
  readonly place: string;
  readonly index: number;
  readonly km: number;
  /** At a border with two sides: which of them a box leaves, and which it enters. */
  readonly sides?: Crossing;
}

export interface FlowRoute {
  readonly flow: string;
  /** The flow's index in order of ids. */
  readonly flowIndex: number;
  /** The id of the flow's route, if it has several. */
  readonly id?: string;
  readonly legs: readonly Leg[];
  /** Trucks: the roads from stop to stop, as indices among the lines of mode road. */
  readonly roads: readonly number[];
  /** Every place from origin to destination, also those that are only passed, with the distance from the origin [km]. */
  readonly stops: readonly RouteStop[];
  /** Seconds under way, without any stop. */
  readonly seconds: number;
}

/** The roads of a corridor, in order of ids. */
export const roadIds = (data: CorridorData): string[] =>
  Object.keys(data.lines)
    .filter((line) => data.lines[line].mode === 'road')
    .sort();

/** Seconds on a line at the lower of its own and its fleet's speed. */
function secondsOn(data: CorridorData, line: string, fleet?: string): number {
  const { length, speed } = data.lines[line];
  const fastest = (fleet === undefined ? speed : speedOn(data, line, fleet)) ?? Number.POSITIVE_INFINITY;
  return Math.round((length / fastest) * 3600);
}

/** The routes of all flows, in order of flow ids, then route ids. */
export function flowRoutes(data: CorridorData, placeIndex: ReadonlyMap<string, number>): FlowRoute[] {
  const flows = Object.keys(data.flows).sort();
  return flows.flatMap((flow, flowIndex) =>
    routeIds(data.flows[flow]).map((id) => flowRoute(data, placeIndex, flow, flowIndex, id)),
  );
}

function flowRoute(
  data: CorridorData,
  placeIndex: ReadonlyMap<string, number>,
  flow: string,
  flowIndex: number,
  id: string | undefined,
): FlowRoute {
  const serviceIds = Object.keys(data.services).sort();
  const rides = routeOf(data, flow, id);
  if (!Array.isArray(rides)) throw new Error(`The flow "${flow}" has no way to ${data.flows[flow].to}.`);
  const stop = (place: string, km: number, cameFrom?: string): RouteStop => {
    const sides = crossingAt(data.places[place], cameFrom);
    return { place, index: placeIndex.get(place) as number, km, ...(sides === undefined ? {} : { sides }) };
  };
  const stops = [stop(data.flows[flow].from, 0)];
  let km = 0;
  let seconds = 0;
  const pass = (line: string, to: string, fleet?: string) => {
    km += data.lines[line].length;
    seconds += secondsOn(data, line, fleet);
    stops.push(stop(to, km, stops[stops.length - 1].place));
  };
  const legs = rides.map((ride) => {
    const { on, off, way } = rideOf(data, ride);
    for (const { line, to } of way) pass(line, to, data.services[ride.service].fleet);
    return { service: serviceIds.indexOf(ride.service), end: on, to: off };
  });
  const roads: number[] = [];
  if (data.flows[flow].trucks !== undefined) {
    const passages = roadsOf(data, flow, id);
    if (!Array.isArray(passages)) throw new Error(`The flow "${flow}" has no road to ${data.flows[flow].to}.`);
    for (const { line, to } of passages) {
      pass(line, to);
      roads.push(roadIds(data).indexOf(line));
    }
  }
  return { flow, flowIndex, ...(id === undefined ? {} : { id }), legs, roads, stops, seconds };
}

/** Whether units stand and are filled as boxes come, each with boxes of any train, or of one. */
export type FillsAtOnce = boolean | 'together';

/** At which ends of a service units stand and are filled as boxes come: where the gauge changes. */
export function fillsAtOnce(data: CorridorData, service: string): readonly [FillsAtOnce, FillsAtOnce] {
  const at = (place: string): FillsAtOnce => {
    const spec = data.places[place];
    if (spec.kind !== 'rail border' || spec.gaugeChange === undefined) return false;
    return changesOf(data).some(
      (one) => one.to === service && one.at === place && data.services[one.from].staysTogether,
    )
      ? 'together'
      : true;
  };
  if (callsOf(data, service) !== undefined) return [false, false];
  const ends = placesOf(data, service);
  return [at(ends[0]), at(ends[1])];
}

/** Where boxes of a flow change from one service to another. */
export interface ServiceChange {
  readonly flow: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
}

/** Every change of service on the way of any flow. */
export function changesOf(data: CorridorData): ServiceChange[] {
  return Object.keys(data.flows).flatMap((flow) =>
    routeIds(data.flows[flow]).flatMap((route) => {
      const rides = data.flows[flow].trucks === undefined ? routeOf(data, flow, route) : [];
      if (!Array.isArray(rides)) return [];
      return rides.slice(1).map((ride, i) => ({ flow, at: ride.from, from: rides[i].service, to: ride.service }));
    }),
  );
}

/** The smallest box [TEU] that any flow sends over a service; 1 where none does. */
export function smallestTeu(data: CorridorData, routes: readonly FlowRoute[], service: number): number {
  const sizes = routes
    .filter((route) => route.legs.some((leg) => leg.service === service))
    .flatMap(({ flow }) => sizesOf(data.flows[flow]).map(({ teu }) => teu));
  return sizes.length > 0 ? Math.min(...sizes) : 1;
}
