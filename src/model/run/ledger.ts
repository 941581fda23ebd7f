// The delay ledger: every second of every box is booked to one cause at one place, and the parts add up to its transit.
import type { Simulation } from '../../kernel';
import { type Boxes, NONE } from './boxes';
import type { Box } from './place';

/** A cause at a place or line, by its number: the index in `cells`. */
export type Cell = number;

/** What a second was spent on, and where. */
export interface CellName {
  /** `moving`, `waiting for a berth`, `train to fill`. */
  readonly cause: string;
  /** The id of a place or line. */
  readonly where: string;
}

/** The account of every box inside: on what its seconds were spent. */
export class Ledger {
  /** The causes, in the order in which they were named. */
  readonly cells: CellName[] = [];
  private readonly known = new Map<string, Cell>();
  /** By box: the cause to which its time is booked now. */
  declare cellOf: Int32Array;
  /** By box: since when [s]. */
  declare since: Float64Array;
  /** How many cells there are, once the run has begun. */
  width = 0;
  /** Seconds by box and cell, one row of `width` a box: a table of its own, since it is longer than the others. */
  readonly rows = {
    /** All rows one after another. */
    parts: new Int32Array(0),
  };

  constructor(
    private readonly sim: Simulation,
    private readonly boxes: Boxes,
  ) {}

  /** The cell of a cause at a place or line. All cells are named before the run begins. */
  cell(cause: string, where: string): Cell {
    const name = `${cause}\u0000${where}`;
    const found = this.known.get(name);
    if (found !== undefined) return found;
    if (this.width > 0) throw new Error(`the ledger cell "${cause}" at ${where} was named after the run had begun`);
    this.cells.push({ cause, where });
    this.known.set(name, this.cells.length - 1);
    return this.cells.length - 1;
  }

  /** After the last cell was named. */
  begin(): void {
    this.width = Math.max(1, this.cells.length);
    const { state } = this.sim;
    state.int32(this, 'cellOf', this.boxes.capacity);
    state.float64(this, 'since', this.boxes.capacity);
    state.int32(this.rows, 'parts', this.boxes.capacity * this.width);
  }

  /** More rows for boxes. */
  grow(capacity: number): void {
    this.sim.state.grow(this, capacity);
    this.sim.state.grow(this.rows, capacity * this.width);
  }

  /** Begins the account of a box, with this cause. */
  open(box: Box, cell: Cell): void {
    const { width } = this;
    this.rows.parts.fill(0, box * width, box * width + width);
    this.cellOf[box] = cell;
    this.since[box] = this.sim.now;
  }

  /** From now on a box's time is booked to this cause; until now it went to the one before. */
  turn(box: Box, cell: Cell): void {
    const { now } = this.sim;
    this.rows.parts[box * this.width + this.cellOf[box]] += now - this.since[box];
    this.cellOf[box] = cell;
    this.since[box] = now;
  }

  /** Of the seconds since a box's last turn so many, or all of them, were spent on something else. */
  spent(box: Box, cell: Cell, seconds: number): void {
    const some = Math.min(seconds, this.sim.now - this.since[box]);
    this.rows.parts[box * this.width + cell] += some;
    this.since[box] += some;
  }

  /** Turns a whole chain of boxes, from `first` on. */
  turnAll(first: Box, cell: Cell): void {
    if (first === NONE) return;
    // Speed: as `turn` does, with everything at hand: three in four turns are of whole trains.
    const { cellOf, since, width } = this;
    const { parts } = this.rows;
    const { next } = this.boxes;
    const { now } = this.sim;
    for (let box = first; box !== NONE; box = next[box]) {
      parts[box * width + cellOf[box]] += now - since[box];
      cellOf[box] = cell;
      since[box] = now;
    }
  }

  /** Ends a box's account; throws unless its parts add up to its transit to the second. Returns the transit [s]. */
  close(box: Box): number {
    this.turn(box, this.cellOf[box]);
    const transit = this.sim.now - this.boxes.entered[box];
    const start = box * this.width;
    let sum = 0;
    for (let i = 0; i < this.width; i++) sum += this.rows.parts[start + i];
    if (!(sum === transit)) {
      throw new Error(
        `the ledger of box ${this.boxes.number[box]} of flow ${this.boxes.flow[box]} adds up to ${sum} s, its transit is ${transit} s`,
      );
    }
    return transit;
  }

  /** The row of a box: seconds by cell. A view, valid until the next box enters. */
  row(box: Box): Int32Array {
    return this.rows.parts.subarray(box * this.width, (box + 1) * this.width);
  }
}
