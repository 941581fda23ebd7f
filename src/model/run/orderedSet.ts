// Insertion-ordered set of rows: units under cranes, ships outside a closed port, stuck boxes.
import type { State } from '../../kernel';

/** A growable list of rows (boxes or units), part of a run's state. */
export class OrderedSet {
  /** The rows, valid up to `count`. */
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

  /** Index of a row; −1 when absent. */
  find(row: number): number {
    for (let i = 0; i < this.count; i++) if (this.who[i] === row) return i;
    return -1;
  }

  /** Removes the row at an index. */
  remove(i: number): void {
    this.who.copyWithin(i, i + 1, this.count--);
  }

  /** Empties the set and returns its rows. */
  takeAll(): Int32Array {
    const all = this.who.slice(0, this.count);
    this.count = 0;
    return all;
  }
}
