// The small corridor as one replication, ready to be driven event by event, with some of its figures changed.

import { corridor } from '../../src/model/change/define';
import { CompiledCorridor } from '../../src/model/compile';
import { setPath } from '../../src/model/corridor/tree/path';
import { Clock, DAY } from '../../src/model/time/clock';
import { readPath } from '../../src/problem';
import { small } from './small';

/** Figures by path, in base units, as `{ 'places.Aktau.yard.capacity': 60 }`. */
export type Figures = { readonly [path: string]: unknown };

export function smallWorld(figures: Figures = {}, replication = 0): CompiledCorridor {
  const changed = Object.entries(figures).reduce<unknown>(
    (data, [path, value]) => setPath(data, readPath(path), value),
    small,
  );
  const { data } = corridor(changed as typeof small);
  return new CompiledCorridor(data, new Clock(data.start, data.warmUp), 'keruen', replication);
}

/** Hands over the events of so many days from clock zero on. */
export function runDays(world: CompiledCorridor, days: number): void {
  world.sim.run({ until: days * DAY });
}
