// The kind "terminal".
import type { PlaceKind } from '../../kind';
import { cranesRow, tracksRow, yardRow } from '../../preview';
import { type TerminalSpec, terminalSchema } from './spec';
import { Terminal } from './steps';

export const terminal: PlaceKind<TerminalSpec> = {
  schema: terminalSchema,
  build: (world) => (id, _, number) => new Terminal(world, id, number),
  preview: (id, spec, traffic) => {
    const rail = traffic.at(id, 'rail');
    return [
      tracksRow(id, 'tracks', spec.tracks, spec.shunting, spec.cranes.rail, rail),
      cranesRow(id, 'rail cranes', spec.cranes.rail, rail.boxes),
      yardRow(id, spec.yard.capacity, traffic.stacked(id)),
    ];
  },
};
