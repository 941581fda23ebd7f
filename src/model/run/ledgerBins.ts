// Where the time of finished boxes went, by route, by how long they took, and by cell of the ledger.
import type { State } from '../../kernel';
import { PAGE, type Spans, SpanTable } from './spans';

/** The finished boxes of one route: their transit in bins, and by bin the seconds in each cell of the ledger. */
export interface LedgerBins {
  readonly transit: Spans;
  /** By bin: seconds of all its boxes together. */
  readonly seconds: Float64Array;
  /** Ledger cells that these boxes used, in their order, and bin by bin the seconds in each of them. */
  readonly cells: readonly number[];
  readonly parts: Float64Array;
}

/** So many columns are added when a route uses more cells than there is room for. */
const MORE = 8;

/** One row a bin: all seconds, then those of each cell that its route used, in order of first use. Sums are whole and exact. */
export class LedgerTable {
  private readonly bins: SpanTable;
  declare private readonly sums: Float64Array;
  /** By route and cell: the cell's place in a row, from 1; 0: not used so far. And by route: how many are used. */
  declare private readonly places: Int32Array;
  declare private readonly used: Int32Array;
  private width = 1 + MORE;
  private rows = PAGE;

  constructor(
    private readonly state: State,
    routes: number,
    /** How many cells the ledger has. */
    private readonly cells: number,
  ) {
    this.bins = new SpanTable(state, routes, (rows) => this.makeRoom(rows, this.width));
    state.float64(this, 'sums', this.width * this.rows);
    state.int32(this, 'places', routes * cells);
    state.int32(this, 'used', routes);
    state.numbers(this, 'width', 'rows');
  }

  /** Adds a box: its transit, and its seconds by cell, which stand in `parts` from `start` on. */
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
