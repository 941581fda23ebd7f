// The kind "rail border".
import type { PlaceKind } from '../../kind';
import { cranesRow, tracksRow } from '../../preview';
import { type RailBorderSpec, railBorderSchema } from './spec';
import { MOST_CONTROLS, RailBorder } from './steps';

export const railBorder: PlaceKind<RailBorderSpec> = {
  schema: railBorderSchema,
  check: (_, { controls }) => {
    const count = Object.keys(controls).length;
    if (count < MOST_CONTROLS) return [];
    const allowed = `at most ${MOST_CONTROLS - 1} controls`;
    return [{ path: ['controls'], got: count, allowed, say: `${count} controls at one border are too many.` }];
  },
  build: (world) => {
    const borders = new Map<number, RailBorder>();
    const events = {
      controlled: world.on('a control is over', (border, arg) =>
        borders.get(border)?.controlled(Math.floor(arg / MOST_CONTROLS), arg % MOST_CONTROLS),
      ),
      cleared: world.on('customs clears a box aboard', (border) => borders.get(border)?.lookForWork()),
      released: world.on('customs lets a box go', (border, box) => borders.get(border)?.released(box)),
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
