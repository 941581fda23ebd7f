// Routes as integers: which services a flow's boxes ride, from which end, and every place they see on the way.
import type { CorridorData } from '../corridor';
import { sizesOf } from '../figures/flowBoxes';
import { callsOf, placesOf, rideOf, roadsOf, routeIds, routeOf, speedOn } from './route';

export interface Leg {
  readonly service: number;
  /** The end at which boxes get on: 0 or 1; or, of a service that calls on the way, the call. */
  readonly end: number;
  /** Where they get off, likewise. */
  readonly to: number;
}

export interface FlowRoute {
  readonly flow: string;
  /** The flow's place in order of ids. */
  readonly flowIndex: number;
  /** Which of the flow's routes, where it has several. */
  readonly id?: string;
  readonly legs: readonly Leg[];
  /** Trucks: the roads from stop to stop, by their place among the lines of mode road. */
  readonly roads: readonly number[];
  /** Every place from origin to destination, also those that are only passed, with the distance from the origin [km]. */
  readonly stops: readonly { readonly place: string; readonly index: number; readonly km: number }[];
  /** Seconds under way, without any stop. */
  readonly seconds: number;
}

/** The roads of a corridor, in order of ids. */
export const roadIds = (data: CorridorData): string[] =>
  Object.keys(data.lines)
    .filter((line) => data.lines[line].mode === 'road')
    .sort();

/** Seconds on a line at its own speed or its fleet's, whichever is lower. */
function secondsOn(data: CorridorData, line: string, fleet?: string): number {
  const { length, speed } = data.lines[line];
  const fastest = (fleet === undefined ? speed : speedOn(data, line, fleet)) ?? Number.POSITIVE_INFINITY;
  return Math.round((length / fastest) * 3600);
}

/** The routes of all flows, in order of flows' ids, then of routes'. */
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
  const stop = (place: string, km: number) => ({ place, index: placeIndex.get(place) as number, km });
  const stops = [stop(data.flows[flow].from, 0)];
  let km = 0;
  let seconds = 0;
  const pass = (line: string, to: string, fleet?: string) => {
    km += data.lines[line].length;
    seconds += secondsOn(data, line, fleet);
    stops.push(stop(to, km));
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

/** At which ends of a service units stand and are filled as boxes come: where the gauge changes. */
export function fillsAtOnce(data: CorridorData, service: string): readonly [boolean, boolean] {
  const at = (place: string) => {
    const spec = data.places[place];
    return spec.kind === 'rail border' && spec.gaugeChange !== undefined;
  };
  if (callsOf(data, service) !== undefined) return [false, false];
  const ends = placesOf(data, service);
  return [at(ends[0]), at(ends[1])];
}

/** The smallest box [TEU] that any flow sends over a service; 1 where none does. */
export function smallestTeu(data: CorridorData, routes: readonly FlowRoute[], service: number): number {
  const sizes = routes
    .filter((route) => route.legs.some((leg) => leg.service === service))
    .flatMap(({ flow }) => sizesOf(data.flows[flow]).map(({ teu }) => teu));
  return sizes.length > 0 ? Math.min(...sizes) : 1;
}
