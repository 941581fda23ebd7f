// A few waiting lines side by side: join at the end, go from the front, or leave from the middle, all in a few moves.
import type { State } from './state';

/**
 * `count` lines over slots 0, 1, 2 …; a slot stands in one line at most. Doubly linked rings in two arrays: the first
 * `count` entries are the posts that each ring starts and ends at, so that no end is a special case.
 */
export class Lines {
  private next: Int32Array;
  private previous: Int32Array;

  constructor(
    private readonly state: State,
    private readonly count: number,
    slots: number,
  ) {
    this.next = state.int32(this, 'next', count + slots);
    this.previous = state.int32(this, 'previous', count + slots);
    for (let line = 0; line < count; line++) this.next[line] = this.previous[line] = line;
  }

  /** Room for `slots` slots; nobody loses their place. */
  grow(slots: number): void {
    this.state.grow(this, this.count + slots);
  }

  /** Puts the slot at the end of the line. */
  join(line: number, slot: number): void {
    const { next, previous, count } = this;
    const last = previous[line];
    next[last] = previous[line] = slot + count;
    next[slot + count] = line;
    previous[slot + count] = last;
  }

  /** Takes the slot out of the line in which it stands. */
  leave(slot: number): void {
    const { next, previous, count } = this;
    const before = previous[slot + count];
    const after = next[slot + count];
    next[before] = after;
    previous[after] = before;
  }

  /** The slot at the front of the line, or −1. */
  front(line: number): number {
    const slot = this.next[line];
    return slot < this.count ? -1 : slot - this.count;
  }

  /** The slot behind this one in its line, or −1. */
  behind(slot: number): number {
    return this.front(slot + this.count);
  }

  /** The front of the first line that is not empty, among lines 0 … `lines` − 1, or −1. */
  best(lines: number): number {
    for (let line = 0; line < lines; line++) {
      if (this.next[line] !== line) return this.next[line] - this.count;
    }
    return -1;
  }
}
