// A junction: whatever comes by goes on, trains after a change of locomotive where there is one.

import type { EventKind } from '../../../kernel';
import { type Sampler, sampler } from '../../../stochastic';
import type { CorridorData } from '../../corridor/corridor';
import { lawOf } from '../../corridor/figures/law';
import type { Place, Unit } from '../../run/place';
import type { PlaceKind } from '../kind';
import { junctionSchema } from './fields';
import type { JunctionSpec } from './spec';

export const junction: PlaceKind<JunctionSpec> = {
  schema: junctionSchema,
  build: (world) => {
    let changed: EventKind | undefined;
    return (id, _, number) => {
      const changes = world.phases.map(({ data }) => lawIn(data, id));
      const isChanged = changes.some((one) => one !== undefined);
      const cell = isChanged ? world.ledger.cell('changing the locomotive', id) : 0;
      // Stream: in the order in which trains come.
      const luck = isChanged ? world.stream(`${id}/locomotives`) : undefined;
      if (isChanged) changed ??= world.on('a locomotive is changed', (_, unit) => world.proceed(unit));
      const kind = changed;
      const passes = (unit: Unit) => {
        const change = changes[world.phase];
        if (change === undefined || luck === undefined || kind === undefined) {
          world.proceed(unit);
          return;
        }
        world.units.turn(unit, cell);
        world.sim.in(Math.round(change.draw(luck)), kind, number, unit);
      };
      const nothingEnds = () => {
        throw new Error(`${id} is a junction: no box and no train begins or ends its way there`);
      };
      const place: Place = {
        id,
        boxEnters: nothingEnds,
        unitArrives: nothingEnds,
        unitLoads: nothingEnds,
        unitPasses: passes,
        boxComesBy: (box) => world.drives(box),
        boxesHeld: () => [],
        startMeasuring: () => {},
        measures: () => [],
      };
      return place;
    };
  },
  preview: () => [],
};

function lawIn(data: CorridorData, id: string): Sampler | undefined {
  const place = data.places[id];
  return place.kind === 'junction' && place.locomotiveChange !== undefined
    ? sampler(lawOf(place.locomotiveChange))
    : undefined;
}
