// What formulas say of every place before a run, and after it the simulated number beside each.
import type { Corridor } from '../../model/change/define';
import { formulaRows } from '../../model/places/formulas';
import type { FormulaRow } from '../../model/preview/formulas/row';
import type { MeasureResult } from './result';

/** A formula's answer, and what the run measured in its stead. */
export interface FormulaResult extends FormulaRow {
  /** Absent where a run measures nothing of the kind. */
  readonly simulated?: Pick<MeasureResult, 'estimate' | 'low' | 'high' | 'state'>;
}

/** What formulas say of the places of a corridor, in order of ids; of a window of so many days, 365 unless said. */
export const formulas = (corridor: Corridor, days?: number): FormulaRow[] => formulaRows(corridor.data, days);

const otherLater = 'A dated change makes it another line: the formula is of the corridor before it.';

const keyOf = ({ measure, statistic, of }: NonNullable<FormulaRow['measure']>): string =>
  JSON.stringify([measure, statistic, of.place, of.line, of.flow, of.resource]);

/** The rows, each with what the run measured. */
export function withRun(rows: readonly FormulaRow[], measures: readonly MeasureResult[]): FormulaResult[] {
  const byKey = new Map(measures.map((one) => [keyOf(one), one]));
  return rows.map((row) => {
    const found = row.measure === undefined ? undefined : byKey.get(keyOf(row.measure));
    if (found === undefined) return row;
    const { estimate, low, high, state } = found;
    const isOther = row.value === null && row.toward !== undefined && row.alike !== true && state !== 'still growing';
    const why = isOther && estimate !== null ? { why: [...row.why, otherLater] } : {};
    // The cast: the parts of one estimate.
    return { ...row, ...why, simulated: { estimate, low, high, state } as FormulaResult['simulated'] };
  });
}
