// The set of pending events: a priority queue with a clock.
import { Buckets } from './buckets';
import { Most, No, PRIORITIES, Rank, Shape, Word } from './layout';

/** Interface of `PendingEvents`; test/laws runs the same tests on every implementation. */
export type PendingSet = Pick<PendingEvents, keyof PendingEvents>;

/**
 * Pending events, one slot each, and the clock.
 *
 * Few: one sorted list or a tournament tree of times and slots. Many: unsorted buckets, chained by slot, of which only the
 * current one is sorted. Events at now are in one FIFO ring per priority; events of equal time leave a list together and
 * are sorted as a batch; a tree keeps them in order.
 *
 * Order: time, then priority, then order of scheduling, exactly, in every structure. All events in the batch were scheduled
 * before all in the rings, since a ring receives only events scheduled for the current time.
 *
 * A cancelled event leaves its bucket at once; elsewhere it is marked and removed when met; when more are marked than
 * pending, all are removed.
 */
export class PendingEvents extends Buckets {
  /**
   * Adds an event at time `asked` and returns its handle, or 0 when the time or an argument is invalid.
   * Speed: a time passed as an argument would be allocated, 16 bytes an event. Deliberately too long to be inlined, so
   * that `Simulation.in` is short enough to be inlined in every handler, where delays and handles stay doubles.
   */
  add(kind: number, owner: number, arg: number, priority: number): number {
    const time = this.asked;
    const { now } = this;
    if (!(time >= now && time < Number.POSITIVE_INFINITY && kind >= 0 && kind < this.kinds)) return 0;
    if ((owner | 0) !== owner || (arg | 0) !== arg || (kind | 0) !== kind || (priority & 3) !== priority) return 0;
    let slot = this.free;
    if (slot === No.Slot) slot = this.grow();
    if (this.order === Rank.Orders) this.renumber();
    const order = this.order;
    this.order = order + 1;
    const { words } = this;
    const word = slot << 3;
    this.free = words[word | Word.Next];
    words[word | Word.Rank] = (priority << Rank.Bits) | order;
    words[word | Word.Kind] = kind;
    words[word | Word.Owner] = owner;
    words[word | Word.Arg] = arg;
    // Speed: integers below 2³¹ are not allocated.
    const handle = this.era + words[word | Word.Use] * this.slots + slot;
    if (time === now) {
      this.times[slot << 2] = time;
      this.join(slot, priority);
      return handle;
    }
    if (this.few === 0) {
      // Order: the bucket is always computed by the same expression, so that rounding is consistent at borders.
      const position = (time - this.start) * this.perWidth;
      this.times[slot << 2] = time;
      if (!(position < this.cursor)) {
        const { links } = this;
        let cell = this.slots << 1;
        if (position < this.bucketCount) cell += 1 + (position | 0);
        // Speed: `chain`, inlined.
        const next = links[cell];
        links[slot << 1] = next;
        links[(slot << 1) | 1] = cell;
        if (this.slots <= Most.Doubly) links[(next << 1) | 1] = slot << 1;
        links[cell] = slot;
        return handle;
      }
    }
    if (this.shape === Shape.Sorted) this.insert(slot);
    else if (this.shape === Shape.Tree) this.rise(slot);
    else {
      const { keys, ids } = this;
      // Speed: `climb`, inlined.
      this.shape = Shape.Tree;
      let place = this.hole;
      words[word | Word.Next] = place;
      keys[place] = time;
      ids[place] = slot;
      let key = time;
      while (place > 1) {
        const other = keys[place ^ 1];
        let best = place ^ +(other < key);
        if (other === key) best = this.earlier(place);
        const id = ids[best];
        key = keys[best];
        place >>= 1;
        keys[place] = key;
        ids[place] = id;
      }
    }
    return handle;
  }

  /**
   * Removes the next event before `until`, advances the clock to it and returns its slot, to be passed to `release` once
   * its payload is read; 0 when there is none.
   * Speed: only the two common cases, so that it is short enough to be inlined in the loop.
   */
  take(): number {
    const { keys, ids, words, shape } = this;
    if (this.moment === 0) {
      if (shape === Shape.Sorted) {
        const active = this.active;
        const time = keys[active];
        if (time < this.until && keys[active - 1] !== time) {
          const slot = ids[active];
          if (words[(slot << 3) | Word.Kind] >= 0) {
            this.active = active - 1;
            this.now = time;
            this.taken++;
            return slot;
          }
        }
      } else if (shape === Shape.Tree) {
        const time = keys[1];
        if (time < this.until) {
          const slot = ids[1];
          if (words[(slot << 3) | Word.Kind] >= 0) {
            this.shape = Shape.Hole;
            this.hole = words[(slot << 3) | Word.Next];
            this.now = time;
            this.taken++;
            return slot;
          }
        }
      }
    }
    return this.takeOtherwise();
  }

  /** Other cases of `take`: a bucket is empty, the root must be replaced, events are cancelled or of equal time. */
  private takeOtherwise(): number {
    const { until } = this;
    for (;;) {
      let slot = 0;
      if (this.moment !== 0) {
        if (!(this.instant < until)) return No.Slot;
        slot = this.takeOfNow();
        if (slot === No.Slot) continue;
      } else {
        if (this.shape === Shape.Hole) this.fillHole();
        const { keys } = this;
        const head = this.shape === Shape.Sorted ? this.active : 1;
        const time = keys[head];
        if (!(time < until)) {
          if (time < Number.POSITIVE_INFINITY || !this.refill()) return No.Slot;
          continue;
        }
        if (this.shape === Shape.Sorted && keys[head - 1] === time) {
          this.gather(time);
          continue;
        }
        slot = this.ids[head];
        this.leave(slot);
        if (this.words[(slot << 3) | Word.Kind] < 0) {
          this.bury(slot);
          continue;
        }
        this.now = time;
      }
      this.taken++;
      return slot;
    }
  }

  /** Time of the next event, or Infinity. */
  nextTime(): number {
    const { words } = this;
    for (;;) {
      if (this.moment !== 0) {
        if (this.anyOfNow()) return this.instant;
        continue;
      }
      if (this.shape === Shape.Hole) this.fillHole();
      const head = this.shape === Shape.Sorted ? this.active : 1;
      if (this.keys[head] === Number.POSITIVE_INFINITY) {
        if (!this.refill()) return Number.POSITIVE_INFINITY;
        continue;
      }
      const slot = this.ids[head];
      if (words[(slot << 3) | Word.Kind] >= 0) return this.keys[head];
      this.leave(slot);
      this.bury(slot);
    }
  }

  /** Advances the clock to `time`, before which nothing is pending. */
  forward(time: number): void {
    this.now = time;
    this.meeting = true;
  }

  /**
   * Removes the event of this handle; false, without effect, when it is not pending.
   * Speed: `find`, `unchain` and `release` inlined for the common case.
   */
  cancel(handle: number): boolean {
    const { words, mask, era } = this;
    const after = handle - era;
    const slot = after > mask ? after & mask : this.findEarlier(handle);
    const word = slot << 3;
    const use = words[word | Word.Use];
    if (words[word | Word.Kind] < 0 || (after > mask && use * (mask + 1) !== after - slot)) return false;
    this.cancelled++;
    const time = this.times[slot << 2];
    const far = (time - this.start) * this.perWidth >= this.cursor && time !== this.now;
    if (!far || mask >= Most.Doubly || use === Most.Uses) return this.cancelOtherwise(slot);
    const { links } = this;
    const next = links[slot << 1];
    const back = links[(slot << 1) | 1];
    links[back] = next;
    links[(next << 1) | 1] = back;
    words[word | Word.Kind] = No.Event;
    words[word | Word.Use] = use + 1;
    words[word | Word.Next] = this.free;
    this.free = slot;
    return true;
  }

  private cancelOtherwise(slot: number): boolean {
    if (this.unchain(slot)) {
      this.release(slot);
      return true;
    }
    this.words[(slot << 3) | Word.Kind] = No.Event;
    this.dead++;
    // At least this many are marked, so that the sweep costs O(1) per cancelled event.
    if (this.dead > this.sweepAbove) this.sweepIfDue();
    return true;
  }

  /** Cancels the event and schedules it at `time` ≥ now; returns its new handle, or 0 when it is not pending. */
  reschedule(handle: number, time: number): number {
    const slot = this.find(handle);
    if (slot === No.Slot) return 0;
    const { words } = this;
    const word = slot << 3;
    const kind = words[word | Word.Kind];
    const owner = words[word | Word.Owner];
    const arg = words[word | Word.Arg];
    const priority = words[word | Word.Rank] >>> Rank.Bits;
    this.cancel(handle);
    this.asked = time;
    return this.add(kind, owner, arg, priority);
  }

  /** Cancels all events of the owner (or only those of `kind`) and returns their number. Scans every slot. */
  cancelOwner(owner: number, kind = -1): number {
    const { words } = this;
    let count = 0;
    for (let word = 0; word < words.length; word += 8) {
      const own = words[word | Word.Owner] === owner && words[word | Word.Kind] >= 0;
      if (own && (kind < 0 || words[word | Word.Kind] === kind)) {
        if (this.unchain(word >> 3)) {
          this.cancelled++;
          this.release(word >> 3);
        } else this.markOne(word >> 3);
        count++;
      }
    }
    this.sweepIfDue();
    return count;
  }

  private markOne(slot: number): void {
    this.words[(slot << 3) | Word.Kind] = No.Event;
    this.cancelled++;
    this.dead++;
  }

  /** Sweeps when more are marked than pending, and sets the count of marked events at which to check again. */
  private sweepIfDue(): void {
    const most = this.size + 256 + this.bucketCount / 2;
    if (this.dead > most) this.sweep();
    this.sweepAbove = Math.max(256, Math.min(most, this.dead + 256)) | 0;
  }

  private join(slot: number, priority: number): void {
    const { words, heads, tails } = this;
    words[(slot << 3) | Word.Next] = No.Slot;
    if (heads[priority] === No.Slot) heads[priority] = slot;
    else words[(tails[priority] << 3) | Word.Next] = slot;
    tails[priority] = slot;
    this.moment++;
    this.instant = this.now;
    // Events scheduled earlier for this time may still be in the tree.
    if (this.tied === 1) this.meeting = true;
  }

  /** Next event of batch and rings, or 0 after a cancelled one. */
  private takeOfNow(): number {
    const { words, heads } = this;
    let priority = 0;
    while (priority < PRIORITIES && heads[priority] === No.Slot) priority++;
    let slot = No.Slot;
    if (this.batchNext < this.batchEnd) {
      slot = this.batch[this.batchNext];
      // Order: the batch was scheduled before the rings.
      if (words[(slot << 3) | Word.Rank] >>> Rank.Bits <= priority) this.batchNext++;
      else slot = No.Slot;
    } else if (this.meeting) {
      this.meeting = false;
      const instant = this.instant;
      if (this.headTime() === instant) {
        this.gather(instant);
        return No.Slot;
      }
    }
    if (slot === No.Slot) {
      slot = heads[priority];
      heads[priority] = words[(slot << 3) | Word.Next];
      if (words[(slot << 3) | Word.Kind] >= 0) this.immediate++;
    }
    this.moment--;
    if (words[(slot << 3) | Word.Kind] >= 0) {
      this.now = this.asked = this.instant;
      return slot;
    }
    this.bury(slot);
    return No.Slot;
  }

  /** Whether batch or rings hold a pending event; removes cancelled ones in front of it. */
  private anyOfNow(): boolean {
    const { words, heads } = this;
    for (; this.batchNext < this.batchEnd; this.batchNext++) {
      const slot = this.batch[this.batchNext];
      if (words[(slot << 3) | Word.Kind] >= 0) return true;
      this.bury(slot);
      this.moment--;
    }
    for (let priority = 0; priority < PRIORITIES; priority++) {
      while (heads[priority] !== No.Slot) {
        const slot = heads[priority];
        if (words[(slot << 3) | Word.Kind] >= 0) return true;
        heads[priority] = words[(slot << 3) | Word.Next];
        this.bury(slot);
        this.moment--;
      }
    }
    return false;
  }

  /** Time at the head of the structure (possibly of a cancelled event), or Infinity. */
  private headTime(): number {
    if (this.shape === Shape.Hole) this.fillHole();
    const head = () => this.keys[this.shape === Shape.Sorted ? this.active : 1];
    if (head() === Number.POSITIVE_INFINITY) this.refill();
    return head();
  }

  /** Moves all events of this, the earliest, time from the structure to the batch and sorts them. */
  private gather(time: number): void {
    const { words, times } = this;
    let { batch } = this;
    let end = 0;
    let sorted = true;
    let last = -1;
    while (this.active > 0) {
      const head = this.shape === Shape.Sorted ? this.active : 1;
      if (this.keys[head] !== time) break;
      const slot = this.ids[head];
      this.leave(slot);
      if (this.shape === Shape.Hole) this.fillHole();
      if (words[(slot << 3) | Word.Kind] < 0) {
        this.bury(slot);
        continue;
      }
      if (end === batch.length) {
        this.state.growField(this, 'batch', 2 * end);
        batch = this.batch;
      }
      const rank = words[(slot << 3) | Word.Rank];
      if (rank < last) sorted = false;
      last = rank;
      // In a list or tree the time may be in `keys` only; `unchain` reads the slot's own.
      times[slot << 2] = time;
      batch[end++] = slot;
    }
    if (!sorted) this.rank(end);
    this.batchNext = 0;
    this.batchEnd = end;
    this.moment += end;
    this.instant = time;
  }

  private rank(end: number): void {
    const { batch, words } = this;
    if (end > Most.Inserted) {
      let turned = true;
      for (let i = 1; i < end && turned; i++)
        turned = words[(batch[i - 1] << 3) | Word.Rank] > words[(batch[i] << 3) | Word.Rank];
      const whole = batch.subarray(0, end);
      if (turned) whole.reverse();
      else whole.sort((a, b) => words[(a << 3) + Word.Rank] - words[(b << 3) + Word.Rank]);
      return;
    }
    for (let i = 1; i < end; i++) {
      const slot = batch[i];
      const rank = words[(slot << 3) | Word.Rank];
      let place = i;
      for (; place > 0 && words[(batch[place - 1] << 3) | Word.Rank] > rank; place--) batch[place] = batch[place - 1];
      batch[place] = slot;
    }
  }

  /** Removes cancelled events from all structures. */
  private sweep(): void {
    const { words, heads } = this;
    for (let priority = 0; priority < PRIORITIES; priority++) {
      let slot = heads[priority];
      heads[priority] = No.Slot;
      while (slot !== No.Slot) {
        const next = words[(slot << 3) | Word.Next];
        this.moment--;
        if (words[(slot << 3) | Word.Kind] < 0) this.bury(slot);
        else this.join(slot, priority);
        slot = next;
      }
    }
    this.spill();
  }
}
