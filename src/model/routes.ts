// Routes as integers: which services a flow's boxes ride, from which end, and every place they see on the way.
import { type CorridorData, type Size, teuOfSize } from './corridor';
import { routeOf, serviceEnds } from './route';

export interface Leg {
  readonly service: number;
  /** The end at which boxes get on: 0 or 1. */
  readonly end: number;
}

export interface FlowRoute {
  readonly flow: string;
  readonly legs: readonly Leg[];
  /** Every place from origin to destination, also those that are only passed, with the distance from the origin [km]. */
  readonly stops: readonly { readonly place: string; readonly index: number; readonly km: number }[];
}

/** The routes of all flows, in order of ids. */
export function flowRoutes(data: CorridorData, placeIndex: ReadonlyMap<string, number>): FlowRoute[] {
  const serviceIds = Object.keys(data.services).sort();
  return Object.keys(data.flows)
    .sort()
    .map((flow) => {
      const rides = routeOf(data, flow);
      if (!Array.isArray(rides)) throw new Error(`The flow "${flow}" has no way to ${data.flows[flow].to}.`);
      const stop = (place: string, km: number) => ({ place, index: placeIndex.get(place) as number, km });
      const stops = [stop(data.flows[flow].from, 0)];
      let km = 0;
      const legs = rides.map((ride) => {
        const { ends, way } = serviceEnds(data, ride.service);
        const forward = ends[0] === ride.from;
        for (const passage of forward ? way : [...way].reverse()) {
          km += data.lines[passage.line].length;
          stops.push(stop(forward ? passage.to : passage.from, km));
        }
        return { service: serviceIds.indexOf(ride.service), end: forward ? 0 : 1 };
      });
      return { flow, legs, stops };
    });
}

/** At which ends of a service units stand and are filled as boxes come: where the gauge changes. */
export function fillsAtOnce(data: CorridorData, service: string): readonly [boolean, boolean] {
  const at = (place: string) => {
    const spec = data.places[place];
    return spec.kind === 'rail border' && spec.gaugeChange !== undefined;
  };
  const { ends } = serviceEnds(data, service);
  return [at(ends[0]), at(ends[1])];
}

/** The smallest box [TEU] that any flow sends over a service; 1 where none does. */
export function smallestTeu(data: CorridorData, routes: readonly FlowRoute[], service: number): number {
  const sizes = routes
    .filter((route) => route.legs.some((leg) => leg.service === service))
    .flatMap(({ flow }) => Object.entries(data.flows[flow].boxes).filter(([, share]) => share > 0))
    .map(([size]) => teuOfSize[size as Size]);
  return sizes.length > 0 ? Math.min(...sizes) : 1;
}
