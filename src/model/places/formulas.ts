// What the formulas of waiting lines and of port planning say of every place, before any run.
import type { CorridorData } from '../corridor/corridor';
import type { FormulaRow } from '../preview/formulas/row';
import { Traffic } from '../preview/preview';
import { formulasOf } from './registry';

/** Every formula's answer, place by place, in order of ids. */
export function formulaRows(data: CorridorData): FormulaRow[] {
  const traffic = new Traffic(data);
  return Object.keys(data.places)
    .sort()
    .flatMap((place) => formulasOf(place, data.places[place], traffic));
}
