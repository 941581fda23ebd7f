// Capacity of a train or ship: the least of its slots, the station lengths and the mass limit.
import type { CorridorData } from '../corridor';
import { classOf } from '../figures/shipClasses';
import { linesOf, routeIds, routeOf } from '../routes/route';
import { loadByWater } from './draft';

export interface UnitCapacity {
  readonly teu: number;
  readonly by: 'slots' | 'length' | 'tonnes';
}

/** The heaviest TEU that any flow sends over a service [t]; 0 if no flow gives a mass. */
function heaviestTeu(data: CorridorData, service: string): number {
  let most = 0;
  for (const [id, flow] of Object.entries(data.flows)) {
    if (flow.tonnes === undefined || flow.trucks !== undefined) continue;
    const rides = routeIds(flow).flatMap((route) => {
      const found = routeOf(data, id, route);
      return Array.isArray(found) ? found : [];
    });
    if (rides.some((ride) => ride.service === service)) most = Math.max(most, flow.tonnes);
  }
  return most;
}

/**
 * Capacity of one unit of a service, plain or of a class [TEU]: the least of slots (`carries`, reduced by `load` and a ship's
 * draft), length (whole platforms at the shortest stations of its lines), and mass (the heaviest flow, on the line with
 * the lowest limit).
 */
export function capacityOf(data: CorridorData, service: string, shipClass?: string): UnitCapacity {
  const { on, fleet } = data.services[service];
  const { platform } = data.fleets[fleet];
  const { carries, load } = classOf(data.fleets[fleet], shipClass);
  const lines = linesOf(on).map((line) => data.lines[line]);
  const least = (values: readonly (number | undefined)[]) =>
    Math.min(...values.map((value) => value ?? Number.POSITIVE_INFINITY));
  const longest = least(lines.map((line) => line?.longest));
  const heaviest = least(lines.map((line) => line?.heaviest));
  const water = loadByWater(data, service, shipClass);
  // Rounded: a third of 6 TEU must be exactly 2.
  const slots = water === 1 ? carries * load : Math.round(carries * load * water * 1e6) / 1e6;
  const rooms: UnitCapacity[] = [{ teu: slots, by: 'slots' }];
  if (platform !== undefined && Number.isFinite(longest)) {
    // Rounded: 0.85 ÷ 0.0142 must not fall just short of a whole platform.
    const platforms = Math.floor(longest / platform.length + 1e-9);
    rooms.push({ teu: platforms * platform.carries, by: 'length' });
  }
  if (Number.isFinite(heaviest)) {
    const tonnes = heaviestTeu(data, service);
    if (tonnes > 0) rooms.push({ teu: Math.floor(heaviest / tonnes + 1e-9), by: 'tonnes' });
  }
  return rooms.reduce((a, b) => (b.teu < a.teu ? b : a));
}
