// What stands in a corridor and carries nothing: services that no flow takes.
import type { CorridorData } from '../corridor';
import { routeIds, routeOf } from './route';

/** The services, in order of ids, that are on no way of any flow. */
export function servicesWithoutFlow(data: CorridorData): string[] {
  const taken = Object.keys(data.flows).flatMap((flow) =>
    routeIds(data.flows[flow]).flatMap((route) => {
      const rides = routeOf(data, flow, route);
      return Array.isArray(rides) ? rides.map(({ service }) => service) : [];
    }),
  );
  return Object.keys(data.services)
    .filter((service) => !taken.includes(service))
    .sort();
}
