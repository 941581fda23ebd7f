// Delay ledger: every second of a box is booked to one cause at one place; the parts sum to its transit time.
import type { Simulation } from '../../kernel';
import { type Boxes, NONE } from './boxes';
import type { Box } from './place';

/** A cause at a place or line: index in `cells`. */
export type Cell = number;

/** Cause and place of a cell. */
export interface CellName {
  /** `moving`, `waiting for a berth`, `train to fill`. */
  readonly cause: string;
  /** The id of a place or line. */
  readonly where: string;
}

/** Delay accounts of all boxes inside. */
export class Ledger {
  /** Cells, in order of registration. */
  readonly cells: CellName[] = [];
  private readonly known = new Map<string, Cell>();
  /** By box: current cell. */
  declare cellOf: Int32Array;
  /** By box: time of the last change [s]. */
  declare since: Float64Array;
  /** Number of cells, fixed once the run has begun. */
  width = 0;
  /** Seconds by box and cell, one row of `width` per box; a separate table because of its size. */
  readonly rows = {
    /** All rows, concatenated. */
    parts: new Int32Array(0),
  };

  constructor(
    private readonly sim: Simulation,
    private readonly boxes: Boxes,
  ) {}

  /** Registers the cell of a cause at a place or line, before the run begins. */
  cell(cause: string, where: string): Cell {
    const name = `${cause}\u0000${where}`;
    const found = this.known.get(name);
    if (found !== undefined) return found;
    if (this.width > 0) throw new Error(`the ledger cell "${cause}" at ${where} was named after the run had begun`);
    this.cells.push({ cause, where });
    this.known.set(name, this.cells.length - 1);
    return this.cells.length - 1;
  }

  /** Call after registering the last cell. */
  begin(): void {
    this.width = Math.max(1, this.cells.length);
    const { state } = this.sim;
    state.int32(this, 'cellOf', this.boxes.capacity);
    state.float64(this, 'since', this.boxes.capacity);
    state.int32(this.rows, 'parts', this.boxes.capacity * this.width);
  }

  /** Adds rows for boxes. */
  grow(capacity: number): void {
    this.sim.state.grow(this, capacity);
    this.sim.state.grow(this.rows, capacity * this.width);
  }

  /** Opens the account of a box, with this cell. */
  open(box: Box, cell: Cell): void {
    const { width } = this;
    this.rows.parts.fill(0, box * width, box * width + width);
    this.cellOf[box] = cell;
    this.since[box] = this.sim.now;
  }

  /** Switches a box to this cell; time until now is booked to the previous one. */
  turn(box: Box, cell: Cell): void {
    const { now } = this.sim;
    this.rows.parts[box * this.width + this.cellOf[box]] += now - this.since[box];
    this.cellOf[box] = cell;
    this.since[box] = now;
  }

  /** Books up to this many of the seconds since a box's last turn to another cell. */
  spent(box: Box, cell: Cell, seconds: number): void {
    const some = Math.min(seconds, this.sim.now - this.since[box]);
    this.rows.parts[box * this.width + cell] += some;
    this.since[box] += some;
  }

  /** Turns a linked list of boxes, from `first` on. */
  turnAll(first: Box, cell: Cell): void {
    if (first === NONE) return;
    // Speed: `turn`, inlined: three in four turns are of whole trains.
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

  /** Closes a box's account and returns the transit time [s]; throws unless its parts sum to it exactly. */
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
