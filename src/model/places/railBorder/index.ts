// The kind "rail border".
import type { PlaceKind } from '../kind';
import { checkRailBorder, MOST_CONTROLS } from './check';
import { railBorderSchema } from './fields';
import { formulasOfBorder } from './formulas';
import { previewOfBorder } from './preview';
import type { RailBorderSpec } from './spec';
import { RailBorder } from './steps';

export const railBorder: PlaceKind<RailBorderSpec> = {
  schema: railBorderSchema,
  check: checkRailBorder,
  build: (world) => {
    const borders = new Map<number, RailBorder>();
    const events = {
      controlled: world.on('a control is over', (border, arg) =>
        borders.get(border)?.controlled(Math.floor(arg / MOST_CONTROLS), arg % MOST_CONTROLS),
      ),
      across: world.on('a train stands on the other side of a border', (border, unit) =>
        borders.get(border)?.across(unit),
      ),
      cleared: world.on('customs clears a box aboard', (border) => borders.get(border)?.lookForWork()),
      clock: world.on('a border looks at the clock', (border) => borders.get(border)?.looksAtClock()),
      banLooks: world.on('an acceptance ban may begin or end', (border, neighbour) =>
        borders.get(border)?.banLooks(neighbour),
      ),
      released: world.on('customs lets a box go', (border, box) => borders.get(border)?.released(box)),
    };
    return (id, spec, number) => {
      const border = new RailBorder(world, id, spec, number, events);
      borders.set(number, border);
      return border;
    };
  },
  preview: previewOfBorder,
  formulas: formulasOfBorder,
};
