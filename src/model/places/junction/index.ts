// A junction: whatever comes by goes on at once.

import type { Place } from '../../run/place';
import type { PlaceKind } from '../kind';
import { junctionSchema } from './fields';
import type { JunctionSpec } from './spec';

export const junction: PlaceKind<JunctionSpec> = {
  schema: junctionSchema,
  build: (world) => (id) => {
    const nothingEnds = () => {
      throw new Error(`${id} is a junction: no box and no train begins or ends its way there`);
    };
    const place: Place = {
      id,
      boxEnters: nothingEnds,
      unitArrives: nothingEnds,
      unitLoads: nothingEnds,
      unitPasses: (unit) => world.proceed(unit),
      boxComesBy: (box) => world.drives(box),
      boxesHeld: () => [],
      startMeasuring: () => {},
      measures: () => [],
    };
    return place;
  },
  preview: () => [],
};
