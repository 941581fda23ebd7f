// What the formulas of waiting lines and of port planning say of every place, before any run.
import type { CorridorData } from '../corridor/corridor';
import type { FormulaRow } from '../preview/formulas/row';
import { Traffic } from '../preview/preview';
import { formulasOf } from './registry';

/** Every formula's answer, place by place, in order of ids; of a window of so many days, 365 unless said. */
export function formulaRows(data: CorridorData, days?: number): FormulaRow[] {
  const traffic = new Traffic(data, days);
  return Object.keys(data.places)
    .sort()
    .flatMap((place) => formulasOf(place, data.places[place], traffic));
}
