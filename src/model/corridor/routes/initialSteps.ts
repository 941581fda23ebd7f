// Where an entry of the initial state stands on the way of its flow.
import type { CorridorData, InitialSpec } from '../corridor';
import { sizesOf } from '../figures/flowBoxes';
import { type Passage, rideOf, roadsOf, routeIds, routeOf } from './route';

/** One line of a route, passed in its direction. */
export interface Step extends Passage {
  /** Which of the route's rides it is part of, and of which service; trucks: the roads one by one, of no service. */
  readonly ride: number;
  readonly service?: string;
  /** How many lines of that ride lie before it. */
  readonly passed: number;
}

/** Every line of a route, from origin to destination: step i leads from stop i to stop i + 1. None where there is no way. */
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

/** The route of an entry: its own, or the first of its flow; undefined where the flow has one way without a name. */
export const routeOfInitial = (data: CorridorData, { flow, route }: InitialSpec): string | undefined =>
  route ?? routeIds(data.flows[flow])[0];

/** The length of the largest box that a flow sends [TEU]: as long as there is room for it, boxes are added. */
export const largestTeu = (data: CorridorData, flow: string): number =>
  Math.max(...sizesOf(data.flows[flow]).map(({ teu }) => teu));
