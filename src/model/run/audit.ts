// Conservation check: counts boxes and TEU in all lists and on all hooks, and explains standstills (deadlocks).

import { NONE } from './boxes';
import type { Box } from './place';
import type { World } from './world';

/**
 * Every box inside must be in exactly one list, on one hook or held by one place; at every place the TEU found must equal
 * arrivals less departures.
 * @throws Error with the counts otherwise
 */
export function audit(world: World): void {
  const { boxes, units, services, cranes, places, placeIds, accounts } = world;
  const { came, went, insideAt } = accounts;
  const teuAt = new Float64Array(places.length);
  const found = new Uint8Array(boxes.capacity);
  let count = 0;
  const see = (box: Box, place: number) => {
    if (boxes.alive[box] !== 1) throw new Error(`box row ${box} is in a list, but has left the corridor`);
    if (found[box] === 1)
      throw new Error(`box ${boxes.number[box]} of flow ${boxes.flow[box]} is in two places at once`);
    found[box] = 1;
    count++;
    if (place !== NONE) teuAt[place] += boxes.teu[box];
  };
  const walk = (first: Box, place: number) => {
    for (let box = first; box !== NONE; box = boxes.next[box]) see(box, place);
  };
  for (let unit = 0; unit < units.count; unit++) {
    walk(units.aboard.first[unit], units.place[unit]);
    walk(units.load.first[unit], units.place[unit]);
    walk(units.through.first[unit], units.place[unit]);
  }
  for (const { waiting, endNumbers } of services)
    for (const [end, place] of endNumbers.entries()) walk(waiting.first[end], place);
  for (const { held } of world.bans)
    for (let box = held.first[0]; box !== NONE; box = boxes.next[box])
      see(box, world.routes[boxes.route[box]].stops[0].index);
  for (const pool of cranes) for (const box of pool.onHooks()) see(box, world.placeNumber(pool.place));
  for (const [i, place] of places.entries()) for (const box of place.boxesHeld()) see(box, i);
  for (let box = 0; box < boxes.capacity; box++)
    if (boxes.alive[box] === 1 && boxes.onRoad[box] !== NONE) see(box, NONE);
  if (count !== boxes.inside)
    throw new Error(
      `${boxes.inside} boxes are inside the corridor, but ${count} were found at its places and on its ways`,
    );
  for (const [i, id] of placeIds.entries()) {
    const inside = insideAt[i].value;
    if (teuAt[i] !== inside || came[i] - went[i] !== inside)
      throw new Error(
        `${id}: ${came[i]} TEU came, ${went[i]} went, ${inside} should be inside, ${teuAt[i]} were found`,
      );
  }
}

/** Whether any box waits for something other than more boxes: a slowly growing load is no standstill. */
export function anyStuck({ boxes, ledger }: World): boolean {
  for (let box = 0; box < boxes.capacity; box++)
    if (boxes.alive[box] === 1 && !ledger.cells[ledger.cellOf[box]].cause.endsWith(' to fill')) return true;
  return false;
}

/** Number of causes of a standstill named; the rest are counted. */
const NAMED = 5;

const boxesOf = (count: number): string => (count === 1 ? '1 box' : `${count} boxes`);

/** Describes who waits for what, and where: cycles of full yards first, then by number of boxes. */
export function standstill({ boxes, ledger, places }: World): string {
  const rings = places.map((place) => place.ring?.()).filter((ring) => ring !== undefined);
  const held = new Map<string, number>();
  for (let box = 0; box < boxes.capacity; box++) {
    if (boxes.alive[box] !== 1) continue;
    const { cause, where } = ledger.cells[ledger.cellOf[box]];
    held.set(`${cause} at ${where}`, (held.get(`${cause} at ${where}`) ?? 0) + 1);
  }
  const causes = [...held].sort((a, b) => b[1] - a[1]);
  const said = causes.slice(0, NAMED).map(([what, count]) => `${boxesOf(count)} ${what}`);
  const rest = causes.slice(NAMED).reduce((sum, [, count]) => sum + count, 0);
  return [...rings, ...said, ...(rest > 0 ? [`${boxesOf(rest)} for other causes`] : [])].join('; ');
}
