// Locates an entry of the initial state on the route of its flow.
import type { CorridorData, InitialSpec } from '../corridor';
import { sizesOf } from '../figures/flowBoxes';
import { type Passage, rideOf, roadsOf, routeIds, routeOf } from './route';

/** One line of a route, passed in its direction. */
export interface Step extends Passage {
  /** The ride of the route that it belongs to, with its service; trucks: the roads one by one, without service. */
  readonly ride: number;
  readonly service?: string;
  /** Number of lines of that ride before it. */
  readonly passed: number;
}

/** Every line of a route, from origin to destination: step i leads from stop i to stop i + 1. Empty if there is no route. */
export function stepsOf(data: CorridorData, flow: string, route: string | undefined): readonly Step[] {
  if (data.flows[flow].trucks !== undefined) {
    const roads = roadsOf(data, flow, route);
    return Array.isArray(roads) ? roads.map((passage, ride) => ({ ...passage, ride, passed: 0 })) : [];
  }
  const rides = routeOf(data, flow, route);
  if (!Array.isArray(rides)) return [];
  return rides.flatMap((one, ride) =>
    rideOf(data, one).way.map((passage, passed) => ({ ...passage, ride, service: one.service, passed })),
  );
}

/** The route of an entry: its own, or the first of its flow; undefined if the flow has a single unnamed route. */
export const routeOfInitial = (data: CorridorData, { flow, route }: InitialSpec): string | undefined =>
  route ?? routeIds(data.flows[flow])[0];

/** The largest box of a flow [TEU]: boxes are added while there is room for it. */
export const largestTeu = (data: CorridorData, flow: string): number =>
  Math.max(...sizesOf(data.flows[flow]).map(({ teu }) => teu));
