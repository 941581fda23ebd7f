// Accumulated statistics of a monitor, by bin and time slice.

import type { Simulation } from '../events/simulation';
import { type Bins, checkBins, middle } from './bins';
import { emptyFigures, type MonitorFigures } from './monitorFigures';

/** Bins and time slices of a monitor. */
export interface MonitorPlan {
  /** Histogram bins. */
  readonly bins: Bins;
  /**
   * Increasing times that divide time into slices, one more than borders (month ends: every month, and the time after). A
   * slice includes its start. None: one slice.
   */
  readonly borders?: ArrayLike<number>;
}

/** Cells of a slice's row: weighted sums of (value − middle) and its square, extremes, then weights by bin. */
enum Cell {
  Sum = 0,
  Squares = 1,
  Least = 2,
  Most = 3,
  Below = 4,
  /** Number of cells besides the bins: those listed here, and the weight above the last bin. */
  Others = 6,
}

const MOST_CELLS = 2 ** 26;

/** One row per slice, allocated at the start: 8 bytes × slices × (bins + 6). */
export class SlicedBins {
  /**
   * Arguments of `put`: a value and its weight.
   * Speed: fields, since a double argument is heap-allocated unless the function is inlined: up to 138 scavenges in 10⁷
   * updates, at most two with fields.
   */
  value = Number.NaN;
  weight = Number.NaN;
  /** Current slice, start of its row, and its end. */
  private slice = 0;
  private row = 0;
  border = Number.POSITIVE_INFINITY;
  private readonly cells!: Float64Array;
  private readonly borders: Float64Array;
  private readonly bins: Bins;
  private readonly middle: number;
  private readonly least: number;
  private readonly width: number;
  private readonly number: number;

  constructor(sim: Simulation, plan: MonitorPlan, value: number, weight: number) {
    checkBins(plan.bins);
    const { least, width, number } = plan.bins;
    this.bins = { least, width, number, whole: plan.bins.whole === true };
    this.borders = Float64Array.from(plan.borders ?? []);
    checkBorders(this.borders);
    this.middle = middle(this.bins);
    this.least = least;
    this.width = width;
    this.number = number;
    const slices = this.borders.length + 1;
    if (!(slices * (number + Cell.Others) <= MOST_CELLS))
      throw new RangeError(
        `A monitor of ${number} bins in ${slices} slices needs more than ${MOST_CELLS} cells; take fewer bins or slices.`,
      );
    sim.state.float64(this, 'cells', slices * (number + Cell.Others));
    this.clear();
    this.enter(sim.now);
    this.value = value;
    this.weight = weight;
    sim.state.numbers(this, 'value', 'weight', 'slice', 'row', 'border');
    const fact = `a monitor of ${number} bins of width ${width} from ${least}, cut at [${this.borders.join(', ')}]`;
    sim.state.fact(() => fact);
  }

  /** Resets all cells. */
  clear(): void {
    const { cells } = this;
    cells.fill(0);
    for (let row = 0; row < cells.length; row += this.number + Cell.Others) {
      cells[row + Cell.Least] = Number.POSITIVE_INFINITY;
      cells[row + Cell.Most] = Number.NEGATIVE_INFINITY;
    }
  }

  /** Makes the slice of this time current; never an earlier slice than before. */
  enter(time: number): void {
    const { borders } = this;
    while (this.slice < borders.length && borders[this.slice] <= time) this.slice++;
    this.row = this.slice * (this.number + Cell.Others);
    this.border = this.slice < borders.length ? borders[this.slice] : Number.POSITIVE_INFINITY;
  }

  /** Adds the value with its weight to the current slice. */
  put(): void {
    this.putInto(this.cells, this.row);
  }

  /** Adds a value that held between two times, `from` < `to`, to each slice in proportion; enters the last slice. */
  spread(from: number, to: number): void {
    this.spreadOver(this.cells, from, to);
    // Time up to a border belongs to the slice before it; what follows, to the slice after it.
    this.enter(to);
  }

  /** Statistics as plain data, including the current value from `from` to `to`, without changing the cells. */
  figures(of: MonitorFigures['of'], from = 0, to = from): MonitorFigures {
    const cells = this.cells.slice();
    const { weight } = this;
    if (from < to) this.spreadOver(cells, from, to);
    this.weight = weight;
    return this.read(of, cells);
  }

  private putInto(cells: Float64Array, row: number): void {
    const { value, weight } = this;
    const off = value - this.middle;
    const part = off * weight;
    cells[row + Cell.Sum] += part;
    cells[row + Cell.Squares] += off * part;
    if (value < cells[row + Cell.Least]) cells[row + Cell.Least] = value;
    if (value > cells[row + Cell.Most]) cells[row + Cell.Most] = value;
    // Divided, not multiplied by 1/width: 49 × (1/49) is below 1.
    const bin = (value - this.least) / this.width;
    const at = bin >= 0 ? (bin < this.number ? (bin | 0) + 1 : this.number + 1) : 0;
    cells[row + Cell.Below + at] += weight;
  }

  private spreadOver(cells: Float64Array, from: number, to: number): void {
    const { borders } = this;
    const length = this.number + Cell.Others;
    let begin = from;
    let slice = this.slice;
    for (; slice < borders.length && borders[slice] < to; slice++) {
      this.weight = borders[slice] - begin;
      this.putInto(cells, slice * length);
      begin = borders[slice];
    }
    this.weight = to - begin;
    this.putInto(cells, slice * length);
  }

  private read(of: MonitorFigures['of'], cells: Float64Array): MonitorFigures {
    const figures = emptyFigures(of, this.bins, this.borders);
    const length = this.number + Cell.Others;
    for (let slice = 0, row = 0; row < cells.length; slice++, row += length) {
      figures.sums[2 * slice] = cells[row + Cell.Sum];
      figures.squares[2 * slice] = cells[row + Cell.Squares];
      figures.least[slice] = cells[row + Cell.Least];
      figures.most[slice] = cells[row + Cell.Most];
      figures.weights.set(cells.subarray(row + Cell.Below, row + length), slice * (this.number + 2));
    }
    return figures;
  }
}

function checkBorders(borders: Float64Array): void {
  for (let i = 0, before = Number.NEGATIVE_INFINITY; i < borders.length; before = borders[i++]) {
    if (!(borders[i] > before && borders[i] < Number.POSITIVE_INFINITY))
      throw new RangeError(
        `A monitor: borders.${i} is ${borders[i]}${i === 0 ? '' : ` after ${before}`}; give finite times, each later than the one before.`,
      );
  }
}
