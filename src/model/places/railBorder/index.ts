// The kind "rail border".
import type { PlaceKind } from '../../kind';
import { cranesRow, tracksRow } from '../../preview';
import { type RailBorderSpec, railBorderSchema } from './spec';
import { RailBorder } from './steps';

export const railBorder: PlaceKind<RailBorderSpec> = {
  schema: railBorderSchema,
  build: (world) => {
    const borders = new Map<number, RailBorder>();
    const events = {
      controlled: world.sim.on('a control is over', (border, arg) =>
        borders.get(border)?.controlled(arg >> 6, arg & 63),
      ),
      cleared: world.sim.on('customs clears a box aboard', (border) => borders.get(border)?.lookForWork()),
      released: world.sim.on('customs lets a box go', (border, box) => borders.get(border)?.released(box)),
    };
    return (id, spec, number) => {
      const border = new RailBorder(world, id, spec, number, events);
      borders.set(number, border);
      return border;
    };
  },
  preview: (id, spec, traffic) => {
    const { gaugeChange } = spec;
    if (gaugeChange === undefined) return [];
    const { tracks, shunting } = gaugeChange;
    const cranes = { count: gaugeChange.cranes, rate: gaugeChange.rate, each: gaugeChange.each };
    return [
      tracksRow(id, '1435 tracks', tracks[1435], shunting, cranes, traffic.at(id, 'rail', 1435)),
      tracksRow(id, '1520 tracks', tracks[1520], shunting, cranes, traffic.at(id, 'rail', 1520)),
      // Source: N13: a box that goes through the buffer takes two moves; all of them, at worst.
      cranesRow(id, 'gauge change cranes', cranes, traffic.at(id, 'rail').boxes),
    ];
  },
};
