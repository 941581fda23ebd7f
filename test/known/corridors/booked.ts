// What the finished boxes of one route waited for, out of a run's outcome.
import type { FlowJourneys } from '../../../src/model/run/journeys';
import type { CellName } from '../../../src/model/run/ledger';

/** Mean hours a finished box was booked to the first of its route's cells that is meant; 0 where it used none. */
export function hoursBooked(
  { boxes, ledger }: FlowJourneys,
  cells: readonly CellName[],
  isMeant: (cell: CellName) => boolean,
): number {
  const at = ledger.cells.findIndex((cell) => isMeant(cells[cell]));
  let sum = 0;
  for (let bin = 0; at >= 0 && bin < ledger.seconds.length; bin++) sum += ledger.parts[bin * ledger.cells.length + at];
  return sum / boxes / 3600;
}
