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
  build: (world) => (id, _, number) => new Terminal(world, id, number),
  preview: (id, spec, traffic) => {
    const rail = traffic.at(id, 'rail');
    const cranes = paceOf(spec.cranes.rail, traffic);
    return [
      tracksRow(id, 'tracks', spec.tracks, spec.shunting, cranes, rail),
      cranesRow(id, 'rail cranes', cranes, rail.boxes),
      yardRow(id, spec.yard.capacity, traffic.stacked(id)),
    ];
  },
  formulas: (id, spec, traffic) =>
    trackFormulas(
      id,
      { resource: 'tracks', count: spec.tracks, shunting: spec.shunting, cranes: spec.cranes.rail },
      traffic,
    ),
};
