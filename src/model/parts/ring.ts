// Detects a ring (deadlock): a full yard blocks the unloading of trains and ships, which block those that would empty it.
import type { Anchorage } from './anchorage';
import type { Cranes } from './cranes';
import type { Front } from './front';
import type { Yard } from './yard';

/** The parts of a terminal or port that can block each other. */
export interface RingParts {
  readonly id: string;
  readonly yard: Yard;
  readonly tracks: Front;
  readonly railCranes: Cranes;
  readonly berths?: readonly Front[];
  readonly quayCranes?: Cranes;
  readonly anchorage?: Anchorage;
}

const several = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** In words, which blocks which; undefined: the yard does not block any unloading. */
export function ringAt({ id, yard, tracks, railCranes, berths = [], quayCranes, anchorage }: RingParts) {
  const trains = railCranes.heldUpAt(tracks);
  const ships = berths.reduce((sum, berth) => sum + (quayCranes?.heldUpAt(berth) ?? 0), 0);
  if (trains + ships === 0) return undefined;
  const said = [`the yard is full (${yard.levels().join(', ')})`];
  if (trains > 0) said.push(`${several(trains, 'train', 'trains')} on its tracks cannot be unloaded`);
  if (tracks.inLine > 0) said.push(`${several(tracks.inLine, 'train waits', 'trains wait')} for a track`);
  if (ships > 0) said.push(`${several(ships, 'ship', 'ships')} at its berths cannot be unloaded`);
  const { toLoad = 0, toUnload = 0 } = anchorage?.inLine() ?? {};
  if (toLoad > 0) said.push(`${several(toLoad, 'ship waits', 'ships wait')} for a berth to take boxes away`);
  if (toUnload > 0) said.push(`${several(toUnload, 'loaded ship lies', 'loaded ships lie')} at anchor`);
  // If only one side is blocked, the cause of the full yard is elsewhere.
  if (trains === 0 || ships === 0) return `no room at ${id}: ${said.join(', ')}`;
  return `a ring at ${id}: ${said.join(', ')}, which a larger yard, a track or berth more, or fewer trains on the way would open`;
}
