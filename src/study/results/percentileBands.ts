// Finished boxes in two bands, the quicker nine tenths and the slow tail, with the seconds of each by cell of the ledger.
import type { LedgerBins } from '../../model/run/ledgerBins';
import { BINS, binOf } from '../../model/run/spans';

/** Seconds by cell of a band of boxes; whole numbers below 2^53, so sums are exact. */
export class PercentileBand {
  boxes = 0;
  seconds = 0;
  readonly byCell: Float64Array;

  constructor(cells: number) {
    this.byCell = new Float64Array(cells);
  }

  add(boxes: number, seconds: number, byCell: Float64Array): void {
    this.boxes += boxes;
    this.seconds += seconds;
    for (let cell = 0; cell < byCell.length; cell++) this.byCell[cell] += byCell[cell];
  }

  /** Adds a bin of one route. */
  addBin({ transit, seconds, cells, parts }: LedgerBins, bin: number): void {
    this.boxes += transit.counts[bin];
    this.seconds += seconds[bin];
    const row = bin * cells.length;
    for (let i = 0; i < cells.length; i++) this.byCell[cells[i]] += parts[row + i];
  }
}

export function allOf(rows: readonly LedgerBins[], cells: number): PercentileBand {
  const all = new PercentileBand(cells);
  for (const row of rows) for (let bin = 0; bin < row.seconds.length; bin++) all.addBin(row, bin);
  return all;
}

/**
 * The quicker nine tenths of all boxes, rounded up, and the others. The bin of transit times within which nine tenths are
 * reached is divided between them: boxes exactly, seconds and their parts in proportion.
 */
export function percentileBandsOf(rows: readonly LedgerBins[], cells: number): [PercentileBand, PercentileBand] {
  const count = new Float64Array(BINS);
  for (const { transit } of rows)
    for (let i = 0; i < transit.counts.length; i++) count[binOf(transit.least[i])] += transit.counts[i];
  // In whole numbers: 0.9 · n may come out a hair above a whole number.
  const n = count.reduce((sum, boxes) => sum + boxes, 0);
  const quickBoxes = Math.ceil((9 * n) / 10);
  let border = 0;
  let before = 0;
  while (border < BINS && before + count[border] <= quickBoxes) before += count[border++];
  const [quick, between, slow] = [new PercentileBand(cells), new PercentileBand(cells), new PercentileBand(cells)];
  for (const row of rows) {
    for (let i = 0; i < row.seconds.length; i++) {
      const bin = binOf(row.transit.least[i]);
      const band = bin < border ? quick : bin > border ? slow : between;
      band.addBin(row, i);
    }
  }
  divide(between, quickBoxes - before, quick, slow);
  return [quick, slow];
}

/** Gives so many of a bin's boxes to the quick band and the others to the slow one, in whole seconds by largest remainder. */
function divide(bin: PercentileBand, boxes: number, quick: PercentileBand, slow: PercentileBand): void {
  if (bin.boxes === 0) return;
  const { whole, rest } = portion(bin.seconds, boxes, bin.boxes);
  const seconds = whole + (2 * rest >= bin.boxes ? 1 : 0);
  const portions = Array.from(bin.byCell, (all) => portion(all, boxes, bin.boxes));
  const byCell = Float64Array.from(portions, (one) => one.whole);
  // Order: of equal remainders the first cell's, in the order in which the ledger numbers them.
  const largest = [...portions.keys()].sort((a, b) => portions[b].rest - portions[a].rest || a - b);
  const missing = seconds - byCell.reduce((sum, part) => sum + part, 0);
  for (const cell of largest.slice(0, missing)) byCell[cell]++;
  quick.add(boxes, seconds, byCell);
  slow.add(
    bin.boxes - boxes,
    bin.seconds - seconds,
    byCell.map((part, cell) => bin.byCell[cell] - part),
  );
}

/** `all` · of ÷ boxes as a whole number and the remainder, of `boxes`; exact for fewer than 2^26 boxes. */
function portion(all: number, of: number, boxes: number): { whole: number; rest: number } {
  const left = (all % boxes) * of;
  return { whole: Math.floor(all / boxes) * of + Math.floor(left / boxes), rest: left % boxes };
}
