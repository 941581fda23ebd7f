// How much a train or ship takes: the least of its slots, of what stations are long enough for, and of what may be as heavy.
import type { CorridorData } from '../corridor';
import { classOf } from '../figures/shipClasses';
import { linesOf, routeIds, routeOf } from '../routes/route';
import { loadByWater } from './draft';

export interface UnitCapacity {
  readonly teu: number;
  readonly by: 'slots' | 'length' | 'tonnes';
}

/** The heaviest TEU that any flow sends over a service [t]; 0 where no flow says what it weighs. */
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
 * TEU that one unit of a service may carry, a plain one or one of a class. Slots: `carries` less what low water takes (`load`, and
 * the draft of a ship); length: whole platforms on the shortest stations of its lines; tonnes: the heaviest flow, on the line that
 * bears least.
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
  // A third of 6 TEU must not fall a hair short of 2.
  const slots = water === 1 ? carries * load : Math.round(carries * load * water * 1e6) / 1e6;
  const rooms: UnitCapacity[] = [{ teu: slots, by: 'slots' }];
  if (platform !== undefined && Number.isFinite(longest)) {
    // Lengths are kilometres with rounded digits: 0.85 ÷ 0.0142 must not fall just short of a whole platform.
    const platforms = Math.floor(longest / platform.length + 1e-9);
    rooms.push({ teu: platforms * platform.carries, by: 'length' });
  }
  if (Number.isFinite(heaviest)) {
    const tonnes = heaviestTeu(data, service);
    if (tonnes > 0) rooms.push({ teu: Math.floor(heaviest / tonnes + 1e-9), by: 'tonnes' });
  }
  return rooms.reduce((a, b) => (b.teu < a.teu ? b : a));
}
