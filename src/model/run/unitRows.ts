// Every ship and every set of platforms is a row of typed arrays, with the boxes aboard and those it is to load.
import type { State } from '../../kernel';
import { type Boxes, BoxLists, NONE } from './boxes';
import type { Cell, Ledger } from './ledger';
import type { Box, Unit } from './place';

export class UnitRows {
  declare service: Int32Array;
  /** The end of its service (0 or 1) at which it is, or to which it runs. */
  declare end: Int32Array;
  /** The number of the place that has it; NONE on a line. */
  declare place: Int32Array;
  /** While under way: how many lines lie behind it. */
  declare passed: Int32Array;
  /** TEU that lifts under way are about to set down on it. */
  declare promised: Float64Array;
  /** 1: no more boxes are added to its load; it leaves when the last one is aboard. */
  declare closed: Int32Array;
  /** 1: what is aboard came with it and must get off first. */
  declare arrived: Int32Array;
  /** 1: it is held up on its way, and nobody counts on it. */
  declare heldUp: Int32Array;
  /** Cranes at work on it. */
  declare cranes: Int32Array;
  /** What its boxes' time is booked to. */
  declare cell: Int32Array;
  /** Where it stands in the steps of the place that has it; each kind of place numbers its own. */
  declare step: Int32Array;
  /** What the track or berth that it has does: 0 when it has none; the others are numbered by the front. */
  declare standing: Int32Array;
  declare nextReady: Int32Array;
  /** Which of the classes of its fleet it is of: the same for a whole run. */
  readonly shipClass: Int32Array;
  /** When it last left the first end of its service. */
  declare roundBegan: Float64Array;
  /** When it began to wait for a track or berth. */
  declare asked: Float64Array;
  /** When it took its track or berth, and when it came to the place that has it. */
  declare tookStand: Float64Array;
  declare cameAt: Float64Array;
  readonly aboard: BoxLists;
  readonly load: BoxLists;
  /** What stays aboard at a call on the way. */
  readonly through: BoxLists;

  constructor(
    state: State,
    readonly count: number,
    private readonly boxes: Boxes,
    private readonly ledger: Ledger,
  ) {
    for (const field of [
      'service',
      'end',
      'place',
      'passed',
      'closed',
      'arrived',
      'heldUp',
      'cranes',
      'cell',
      'step',
      'standing',
      'nextReady',
    ])
      state.int32(this, field, count);
    for (const field of ['promised', 'roundBegan', 'asked', 'tookStand', 'cameAt']) state.float64(this, field, count);
    this.shipClass = new Int32Array(count);
    this.nextReady.fill(NONE);
    this.roundBegan.fill(Number.NEGATIVE_INFINITY);
    this.cameAt.fill(Number.NaN);
    this.aboard = new BoxLists(state, count);
    this.load = new BoxLists(state, count);
    this.through = new BoxLists(state, count);
  }

  /** From now on the time of all its boxes, aboard and to be loaded, is booked to `cell`. */
  turn(unit: Unit, cell: Cell): void {
    if (this.cell[unit] === cell) return;
    this.cell[unit] = cell;
    this.ledger.turnAll(this.aboard.first[unit], cell);
    this.ledger.turnAll(this.load.first[unit], cell);
    this.ledger.turnAll(this.through.first[unit], cell);
  }

  /** Of the time of all aboard since it was last turned, so many seconds were spent on something else. */
  spent(unit: Unit, cell: Cell, seconds: number): void {
    const { next } = this.boxes;
    for (let box = this.aboard.first[unit]; box !== NONE; box = next[box]) this.ledger.spent(box, cell, seconds);
  }

  /** A box that waited is given to a unit: it shares the unit's fate from now on. */
  give(unit: Unit, box: Box): void {
    this.boxes.append(this.load, unit, box);
    this.ledger.turn(box, this.cell[unit]);
  }

  /** TEU aboard, to be loaded, and on the hook for it, with what stays aboard at a call. */
  teu(unit: Unit): number {
    return this.aboard.teu[unit] + this.load.teu[unit] + this.promised[unit] + this.through.teu[unit];
  }
}
