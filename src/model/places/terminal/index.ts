// The kind "terminal".
import { paceOf } from '../../preview/formulas/pace';
import { trackFormulas } from '../../preview/formulas/tracks';
import { cranesRow, tracksRow, yardRow } from '../../preview/preview';
import type { PlaceKind } from '../kind';
import { terminalSchema } from './fields';
import type { TerminalSpec } from './spec';
import { Terminal } from './steps';

export const terminal: PlaceKind<TerminalSpec> = {
  schema: terminalSchema,
  build: (world) => {
    const terminals = new Map<number, Terminal>();
    const fetched = world.on('a truck fetches a box at a terminal', (place, box) =>
      terminals.get(place)?.isFetched(box),
    );
    const due = world.on('a box at a terminal is due for its train', (place, box) => terminals.get(place)?.isDue(box));
    return (id, _, number) => {
      const made = new Terminal(world, id, number, { fetched, due });
      terminals.set(number, made);
      return made;
    };
  },
  preview: (id, spec, traffic) => {
    const rail = traffic.at(id, 'rail');
    const cranes = paceOf(spec.cranes.rail, traffic);
    return [
      tracksRow(id, 'tracks', spec.tracks, spec.shunting, cranes, rail),
      cranesRow(id, 'rail cranes', cranes, rail.boxes),
      yardRow(id, spec.yard.capacity, traffic.stacked(id) + traffic.standing(id, spec.yard)),
    ];
  },
  formulas: (id, spec, traffic) =>
    trackFormulas(
      id,
      { resource: 'tracks', count: spec.tracks, shunting: spec.shunting, cranes: spec.cranes.rail },
      traffic,
    ),
};
