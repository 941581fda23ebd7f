// The kind "road border".
import type { PlaceKind } from '../kind';
import type { Direction } from './direction';
import { roadBorderSchema } from './fields';
import { formulasOfRoadBorder } from './formulas';
import { Luck } from './luck';
import { previewOfRoadBorder } from './preview';
import type { RoadBorderSpec } from './spec';
import { RoadBorder } from './steps';
import type { Works } from './works';

export const roadBorder: PlaceKind<RoadBorderSpec> = {
  schema: roadBorderSchema,
  build: (world) => {
    const borders = new Map<number, RoadBorder>();
    const directions: Direction[] = [];
    const works: Works[] = [];
    let luck: Luck | undefined;
    const events = {
      through: world.on('a truck is through with a lane or bay', (number, box) => works[number].done(box)),
      setsOut: world.on('a truck sets out for its slot', (to, box) => directions[to].eQueue.setsOut(box)),
      misses: world.on('a truck does not come to its slot', (to, box) => directions[to].eQueue.misses(box)),
      slotComes: world.on('the slot of a truck at the border', (to, box) => directions[to].eQueue.slotComes(box)),
      early: world.on('the slot of a truck that came early', (to, box) => directions[to].eQueue.wasEarly(box)),
      slotOpens: world.on('a slot can be booked', (to) => directions[to].eQueue.slotOpens()),
      nextDay: world.on('the neighbour’s next day', (to) => directions[to].quota.dayBegins()),
      opens: world.on('a road border opens', (border) => borders.get(border)?.opens()),
    };
    return (id, _, number) => {
      // One for all borders: it names none of them.
      luck ??= new Luck(world);
      const border = new RoadBorder(world, id, number, luck, events, works, directions);
      borders.set(number, border);
      return border;
    };
  },
  preview: previewOfRoadBorder,
  formulas: formulasOfRoadBorder,
};
