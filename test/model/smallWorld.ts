// The small corridor as one replication, ready to be driven event by event, with some of its figures changed.
import { Clock, DAY } from '../../src/model/clock';
import { corridor } from '../../src/model/define';
import { setPath } from '../../src/model/path';
import { World } from '../../src/model/world';
import { readPath } from '../../src/problem';
import { small } from './small';

/** Figures by path, in base units, as `{ 'places.Aktau.yard.capacity': 60 }`. */
export type Figures = { readonly [path: string]: unknown };

export function smallWorld(figures: Figures = {}, replication = 0): World {
  const changed = Object.entries(figures).reduce<unknown>(
    (data, [path, value]) => setPath(data, readPath(path), value),
    small,
  );
  const { data } = corridor(changed as typeof small);
  return new World(data, new Clock(data.start, data.warmUp), 'keruen', replication);
}

/** Hands over the events of so many days from clock zero on. */
export function runDays(world: World, days: number): void {
  world.sim.run({ until: days * DAY });
}
