// Ledger times of finished boxes, by route, transit time bin and cell.
import type { State } from '../../kernel';
import { PAGE, type Spans, SpanTable } from './spans';

/** Finished boxes of one route: binned transit times, and by bin the seconds in each cell of the ledger. */
export interface LedgerBins {
  readonly transit: Spans;
  /** By bin: total seconds of its boxes. */
  readonly seconds: Float64Array;
  /** Ledger cells used by these boxes, sorted, and by bin the seconds in each. */
  readonly cells: readonly number[];
  readonly parts: Float64Array;
}

/** Columns added when a route uses more cells than there is room for. */
const MORE = 8;

/** One row per bin: all seconds, then those of each cell used by its route, in order of first use. Sums are exact. */
export class LedgerTable {
  private readonly bins: SpanTable;
  declare private readonly sums: Float64Array;
  /** By route and cell: the cell's column in a row, from 1; 0: unused. And by route: number of cells used. */
  declare private readonly places: Int32Array;
  declare private readonly used: Int32Array;
  private width = 1 + MORE;
  private rows = PAGE;

  constructor(
    private readonly state: State,
    routes: number,
    /** Number of ledger cells. */
    private readonly cells: number,
  ) {
    this.bins = new SpanTable(state, routes, (rows) => this.makeRoom(rows, this.width));
    state.float64(this, 'sums', this.width * this.rows);
    state.int32(this, 'places', routes * cells);
    state.int32(this, 'used', routes);
    state.numbers(this, 'width', 'rows');
  }

  /** Adds a box: its transit time, and its seconds by cell, in `parts` from `start` on. */
  add(route: number, transit: number, parts: Int32Array, start: number): void {
    const row = this.bins.add(route, transit);
    this.sums[row * this.width] += transit;
    const places = route * this.cells;
    for (let cell = 0; cell < this.cells; cell++) {
      const seconds = parts[start + cell];
      if (seconds === 0) continue;
      let place = this.places[places + cell];
      if (place === 0) place = this.newPlace(route, cell);
      this.sums[row * this.width + place] += seconds;
    }
  }

  of(route: number): LedgerBins {
    const { width, sums } = this;
    const rows = this.bins.entriesOf(route);
    const places = this.places.subarray(route * this.cells, (route + 1) * this.cells);
    const cells = [...places.keys()].filter((cell) => places[cell] > 0);
    const parts = new Float64Array(rows.length * cells.length);
    let at = 0;
    for (const row of rows) for (const cell of cells) parts[at++] = sums[row * width + places[cell]];
    const seconds = Float64Array.from(rows, (row) => sums[row * width]);
    return { transit: this.bins.of(route), seconds, cells, parts };
  }

  private newPlace(route: number, cell: number): number {
    const place = ++this.used[route];
    if (place === this.width) this.makeRoom(this.rows, this.width + MORE);
    this.places[route * this.cells + cell] = place;
    return place;
  }

  private makeRoom(rows: number, width: number): void {
    const before = this.sums;
    this.state.growField(this, 'sums', rows * width);
    if (width !== this.width) {
      this.sums.fill(0);
      for (let row = 0; row < this.rows; row++)
        this.sums.set(before.subarray(row * this.width, (row + 1) * this.width), row * width);
    }
    this.rows = rows;
    this.width = width;
  }
}
