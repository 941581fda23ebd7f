// Who is somewhere, in the order in which they came: units under cranes, ships outside a shut port, boxes that are stuck.
import type { State } from '../../kernel';

/** A list of rows (boxes or units) that is part of a run's state; as long as it must be. */
export class OrderedSet {
  /** The rows; those from `count` on mean nothing. */
  declare readonly who: Int32Array;
  count = 0;

  constructor(
    private readonly state: State,
    initialSize = 8,
  ) {
    state.int32(this, 'who', initialSize);
    state.numbers(this, 'count');
  }

  add(row: number): void {
    if (this.count === this.who.length) this.state.grow(this, 2 * this.count);
    this.who[this.count++] = row;
  }

  /** The place of a row on the roll; −1 when it is not there. */
  find(row: number): number {
    for (let i = 0; i < this.count; i++) if (this.who[i] === row) return i;
    return -1;
  }

  /** Takes out the row at a place; those behind it move up. */
  remove(i: number): void {
    this.who.copyWithin(i, i + 1, this.count--);
  }

  /** Empties the roll and returns whoever was on it: rows that come on it meanwhile are for the next time. */
  takeAll(): Int32Array {
    const all = this.who.slice(0, this.count);
    this.count = 0;
    return all;
  }
}
