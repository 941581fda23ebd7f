// Units (ships and sets of platforms) as rows of typed arrays, with the boxes aboard and assigned.
import type { State } from '../../kernel';
import { type Boxes, BoxLists, NONE } from './boxes';
import type { Cell, Ledger } from './ledger';
import type { Box, Unit } from './place';

export class UnitRows {
  declare service: Int32Array;
  /** Current or next end of its service (0 or 1). */
  declare end: Int32Array;
  /** Its current place; NONE on a line. */
  declare place: Int32Array;
  /** Under way: number of lines passed. */
  declare passed: Int32Array;
  /** TEU of lifts in progress to be loaded on it. */
  declare promised: Float64Array;
  /** 1: its load is closed; it departs when the last box is aboard. */
  declare closed: Int32Array;
  /** 1: the boxes aboard arrived with it and must be unloaded first. */
  declare arrived: Int32Array;
  /** 1: held up under way, so it is not counted as expected. */
  declare heldUp: Int32Array;
  /** Cranes working on it. */
  declare cranes: Int32Array;
  /** Ledger cell of its boxes. */
  declare cell: Int32Array;
  /** Its step in the process of its place, numbered by the kind of place. */
  declare step: Int32Array;
  /** Activity of its track or berth: 0 when it has none; others are numbered by the front. */
  declare standing: Int32Array;
  declare nextReady: Int32Array;
  /** Its class within the fleet, constant during a run. */
  readonly shipClass: Int32Array;
  /** Last departure from the first end of its service. */
  declare roundBegan: Float64Array;
  /** Start of its wait for a track or berth. */
  declare asked: Float64Array;
  /** Time of seizing its track or berth, and of arrival at its place. */
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

  /** Switches all its boxes, aboard and assigned, to the ledger cell `cell`. */
  turn(unit: Unit, cell: Cell): void {
    if (this.cell[unit] === cell) return;
    this.cell[unit] = cell;
    this.ledger.turnAll(this.aboard.first[unit], cell);
    this.ledger.turnAll(this.load.first[unit], cell);
    this.ledger.turnAll(this.through.first[unit], cell);
  }

  /** Books this many of the seconds since its last turn, for all boxes aboard, to another cell. */
  spent(unit: Unit, cell: Cell, seconds: number): void {
    const { next } = this.boxes;
    for (let box = this.aboard.first[unit]; box !== NONE; box = next[box]) this.ledger.spent(box, cell, seconds);
  }

  /** Assigns a waiting box to a unit. */
  give(unit: Unit, box: Box): void {
    this.boxes.append(this.load, unit, box);
    this.ledger.turn(box, this.cell[unit]);
  }

  /** TEU aboard, assigned, and on the hook for it, with what stays aboard at a call. */
  teu(unit: Unit): number {
    return this.aboard.teu[unit] + this.load.teu[unit] + this.promised[unit] + this.through.teu[unit];
  }
}
