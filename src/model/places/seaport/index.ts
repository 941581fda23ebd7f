// The kind "seaport".
import type { PlaceKind } from '../../kind';
import { berthsRow, cranesRow, tracksRow, yardRow } from '../../preview';
import { type SeaportSpec, seaportSchema } from './spec';
import { Seaport } from './steps';

export const seaport: PlaceKind<SeaportSpec> = {
  schema: seaportSchema,
  build: (world) => {
    const ports = new Map<number, Seaport>();
    const events = {
      shuts: world.on('a port shuts', (port) => ports.get(port)?.shuts()),
      opens: world.on('a port opens', (port) => ports.get(port)?.opens()),
      fetched: world.on('a truck fetches a box', (port, box) => ports.get(port)?.isFetched(box)),
    };
    return (id, spec, number) => {
      const port = new Seaport(world, id, spec, number, events);
      ports.set(number, port);
      return port;
    };
  },
  preview: (id, spec, traffic) => {
    const rail = traffic.at(id, 'rail');
    const quay = traffic.at(id, 'sea');
    const open = traffic.openShare(spec.weather);
    return [
      ...Object.entries(spec.berths).map(([kind, berths]) =>
        berthsRow(id, `${kind} berths`, berths, spec.cranes.quay, traffic.at(id, 'sea', kind), open),
      ),
      cranesRow(id, 'quay cranes', spec.cranes.quay, quay.boxes, open),
      yardRow(id, spec.yard.capacity, traffic.stacked(id)),
      tracksRow(id, 'tracks', spec.tracks, spec.shunting, spec.cranes.rail, rail),
      cranesRow(id, 'rail cranes', spec.cranes.rail, rail.boxes),
    ];
  },
};
