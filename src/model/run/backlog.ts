// Trains held on their way to a place: waiting on lines and at borders, and loads held back by a ban.
import type { BacklogAsked } from './asked';
import type { World } from './world';

const HOUR = 3600;

/**
 * Maximum of each backlog, sampled hourly in its period, from the current time on.
 * @param until advances the run to a second
 */
export function mostHeld(world: World, asked: readonly BacklogAsked[], until: (second: number) => void): number[] {
  const most = asked.map(() => 0);
  const hours = asked.flatMap(({ during }) =>
    Array.from({ length: Math.ceil((during.until - during.from) / HOUR) }, (_, i) => during.from + i * HOUR),
  );
  for (const hour of [...new Set(hours)].sort((a, b) => a - b)) {
    if (hour < world.sim.now) continue;
    until(hour);
    for (const [i, one] of asked.entries())
      if (one.during.from <= hour && hour < one.during.until) most[i] = Math.max(most[i], trainsHeld(world, one));
  }
  return most;
}

/** Number held now. No side effects. */
function trainsHeld(world: World, { place, from, others }: BacklogAsked): number {
  const { units, services, ledger, otherTrains, placeIds } = world;
  const at = placeIds.indexOf(place);
  const before = placeIds.indexOf(from);
  let count = 0;
  for (let unit = 0; unit < units.count; unit++) {
    if (units.aboard.count[unit] === 0 || !ledger.cells[units.cell[unit]].cause.startsWith('waiting ')) continue;
    const way = services[units.service[unit]].wayOf(unit);
    const next = way.findIndex((stop, i) => i > 0 && stop === at && way[i - 1] === before);
    if (next >= 0 && units.passed[unit] <= next) count++;
  }
  if (others) for (const row of otherTrains.towards(at, before)) if (isHeld(world, units.count + row)) count++;
  return count + held(world, place, from);
}

/** Whether another operator's train, numbered as a unit beyond the last, waits at a line or a border. */
const isHeld = ({ lines, places }: World, n: number): boolean =>
  lines.some((line) => line.holds(n)) || places.some((place) => place.holds?.(n) === true);

/** Boxes held at their origins by a ban, in whole trains of their first service. */
function held({ bans, boxes, routes, services }: World, place: string, from: string): number {
  let loads = 0;
  for (const ban of bans) {
    if (ban.border !== place || ban.neighbour !== from) continue;
    for (let box = ban.held.first[0]; box >= 0; box = boxes.next[box])
      loads += boxes.teu[box] / services[routes[boxes.route[box]].legs[0].service].unitCapacity;
  }
  return Math.floor(loads);
}
