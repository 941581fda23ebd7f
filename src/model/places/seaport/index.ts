// The kind "seaport".
import { berthsHeld } from '../../corridor/figures/otherTraffic';
import { berthFormulas } from '../../preview/formulas/berths';
import { paceOf } from '../../preview/formulas/pace';
import { trackFormulas } from '../../preview/formulas/tracks';
import { yardFormulas } from '../../preview/formulas/yard';
import { berthsRow, cranesRow, type PreviewRow, tracksRow, yardRow } from '../../preview/preview';
import type { PlaceKind } from '../kind';
import { seaportSchema } from './fields';
import type { SeaportSpec } from './spec';
import { Seaport } from './steps';

/** Ships that name one kind of berth may lie at another that serves them, which is not counted. */
function orElsewhere(row: PreviewRow, others: readonly string[]): PreviewRow {
  if (others.length === 0) return row;
  return {
    ...row,
    note: `${row.note}; ships may lie at ${others.join(' and ')} berths as well, which are not counted`,
  };
}

export const seaport: PlaceKind<SeaportSpec> = {
  schema: seaportSchema,
  build: (world) => {
    const ports = new Map<number, Seaport>();
    const events = {
      shuts: world.on('a port shuts', (port) => ports.get(port)?.shuts()),
      opens: world.on('a port opens', (port) => ports.get(port)?.opens()),
      otherComes: world.on('a ship of others comes', (port, arg) => ports.get(port)?.otherComes(arg)),
      otherDone: world.on('a ship of others is done', (port, kind) => ports.get(port)?.otherIsDone(kind)),
      due: world.on('a box at a port is due for its departure', (port, box) => ports.get(port)?.isDue(box)),
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
    const cranes = { quay: paceOf(spec.cranes.quay, traffic), rail: paceOf(spec.cranes.rail, traffic) };
    return [
      ...Object.entries(spec.berths).map(([kind, berths]) =>
        orElsewhere(
          berthsRow(
            id,
            `${kind} berths`,
            berths,
            cranes.quay,
            traffic.at(id, 'sea', kind),
            open,
            berthsHeld(traffic.data, id, kind),
          ),
          Object.keys(spec.berths).filter((other) => other !== kind && spec.berths[other].serves !== undefined),
        ),
      ),
      cranesRow(id, 'quay cranes', cranes.quay, quay.boxes, open),
      yardRow(id, spec.yard.capacity, traffic.stacked(id) + traffic.standing(id, spec.yard)),
      tracksRow(id, 'tracks', spec.tracks, spec.shunting, cranes.rail, rail),
      cranesRow(id, 'rail cranes', cranes.rail, rail.boxes),
    ];
  },
  formulas: (id, spec, traffic) => [
    ...Object.keys(spec.berths)
      .sort()
      .flatMap((kind) => berthFormulas(id, spec, kind, traffic)),
    ...yardFormulas(id, spec.yard, traffic),
    ...trackFormulas(
      id,
      { resource: 'tracks', count: spec.tracks, shunting: spec.shunting, cranes: spec.cranes.rail },
      traffic,
    ),
  ],
};
