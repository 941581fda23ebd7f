// Which boxes need a slot of a port's yard, by the part that they fill: the largest of them must fit.
import { type CorridorData, teuOfSize } from '../corridor/corridor';
import { sizesOf } from '../corridor/figures/flowBoxes';
import { type Ride, routeIds, routeOf } from '../corridor/routes/route';
import type { PortYard } from '../places/seaport/spec';
import { whereValid } from './judged';

/** The parts of a port's yard that may have a limit of their own. */
export const yardParts = ['laden', 'empty', 'transit'] as const satisfies (keyof PortYard)[];
export type YardPart = (typeof yardParts)[number];

/** No box is larger [TEU]. */
export const LARGEST = Math.max(...Object.values(teuOfSize));

/** The largest boxes of a flow that need a slot somewhere. */
export interface SlotUser {
  readonly flow: string;
  readonly teu: number;
}

/** The flow with the largest boxes of all; undefined where there is none. */
export const largestOf = (users: readonly SlotUser[]): SlotUser | undefined =>
  users.reduce<SlotUser | undefined>(
    (most, one) => (most !== undefined && most.teu >= one.teu ? most : one),
    undefined,
  );

/**
 * Flows whose boxes need a slot in one part of a port's yard: those that begin there or change there, and, where trucks
 * fetch boxes from the yard, those that end there. Empty boxes fill the empty part, laden ones of the port's own the laden
 * part, all others the transit part.
 */
export function usersOfPart(data: CorridorData, place: string, part: YardPart): SlotUser[] {
  const spec = data.places[place];
  const fetched = spec.kind === 'seaport' && spec.yard.collected !== undefined;
  return usersWhere(data, (flow, rides) => {
    const { from, to, empty = 0 } = data.flows[flow];
    const own = from === place || to === place;
    if (part === 'empty' ? empty === 0 : empty === 1 || own !== (part === 'laden')) return false;
    return from === place || (to === place && fetched) || changes(rides, place);
  });
}

const changes = (rides: readonly Ride[], place: string): boolean => rides.slice(1).some(({ from }) => from === place);

/** Flows with one route or more of which something holds; one that cannot be read, or has no way, has a problem of its own. */
function usersWhere(data: CorridorData, holds: (flow: string, rides: readonly Ride[]) => boolean): SlotUser[] {
  return Object.keys(data.flows).flatMap((flow) =>
    whereValid(() => {
      const spec = data.flows[flow];
      if (spec.trucks !== undefined) return [];
      const uses = routeIds(spec).some((route) => {
        const rides = routeOf(data, flow, route);
        return Array.isArray(rides) && holds(flow, rides);
      });
      const teu = Math.max(0, ...sizesOf(spec).map((size) => size.teu));
      return uses ? [{ flow, teu }] : [];
    }, []),
  );
}
