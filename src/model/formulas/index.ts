// What the formulas of waiting lines and of port planning say of every place, before any run.
import type { CorridorData } from '../corridor';
import { formulasOf } from '../places/registry';
import { Traffic } from '../preview';
import type { FormulaRow } from './row';

/** Every formula's answer, place by place, in order of ids. */
export function formulaRows(data: CorridorData): FormulaRow[] {
  const traffic = new Traffic(data);
  return Object.keys(data.places)
    .sort()
    .flatMap((place) => formulasOf(place, data.places[place], traffic));
}
