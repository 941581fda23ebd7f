// Calendar of unsorted buckets for many pending events; the next bucket is sorted when it becomes the active part.
import { ActivePart } from './activePart';
import { Few, Most, No, PRIORITIES, Shape, Word } from './layout';

/** A window of buckets by time, each a chain of slots; later events are in one far chain. */
export abstract class Buckets extends ActivePart {
  protected chain(slot: number, cell: number): void {
    const { links } = this;
    const next = links[cell];
    links[slot << 1] = next;
    links[(slot << 1) | 1] = cell;
    if (this.slots <= Most.Doubly) links[(next << 1) | 1] = slot << 1;
    links[cell] = slot;
  }

  /** Removes an event from its chain; false when it is in none, or may be in a ring. */
  protected unchain(slot: number): boolean {
    const time = this.times[slot << 2];
    // Speed: its place is computed from its time; a flag cleared when a bucket becomes active would cost every event.
    const position = (time - this.start) * this.perWidth;
    if (position < this.cursor || time === this.now) return false;
    const { links } = this;
    const link = slot << 1;
    const next = links[link];
    if (this.slots <= Most.Doubly) {
      const back = links[link | 1];
      links[back] = next;
      links[(next << 1) | 1] = back;
    } else {
      let before = (this.slots << 1) + (position < this.bucketCount ? 1 + (position | 0) : 0);
      for (let walked = 0; links[before] !== slot; walked++) {
        if (walked === Most.Walked) return false;
        before = links[before] << 1;
      }
      links[before] = next;
    }
    return true;
  }

  /** Moves all events to the far chain and drops cancelled ones. The next event opens a window. */
  protected spill(): void {
    const { links, keys, ids } = this;
    if (this.shape === Shape.Hole) this.fillHole();
    this.chainFar(this.farOfPending());
    const base = (this.slots << 1) + 1;
    for (let cell = base + this.cursor; cell < base + this.bucketCount; cell++) {
      this.chainFar(links[cell]);
      links[cell] = No.Slot;
    }
    if (this.shape === Shape.Tree) this.toList();
    for (let i = 1; i <= this.active; i++) {
      if (keys[i] === Number.POSITIVE_INFINITY) continue;
      this.times[ids[i] << 2] = keys[i];
      this.keepFar(ids[i]);
    }
    this.active = 0;
    this.shape = Shape.Sorted;
    this.start = this.perWidth = this.cursor = this.bucketCount = 0;
    this.few = 0;
  }

  /** Empties the far chain and returns its first slot. */
  protected farOfPending(): number {
    const { links } = this;
    const first = links[this.slots << 1];
    links[this.slots << 1] = No.Slot;
    return first;
  }

  /** Moves this slot and the rest of its chain to the far chain. */
  protected chainFar(first: number): void {
    const { links } = this;
    for (let slot = first; slot !== No.Slot; ) {
      const next = links[slot << 1];
      this.keepFar(slot);
      slot = next;
    }
  }

  /** Number of events taken from the structure (not from the rings). */
  protected get passed(): number {
    return this.handled - this.immediate;
  }

  /** Whether buckets held twice the target over as many events as a new window would have to move. */
  protected crowded(): boolean {
    const since = this.passed - this.openedAfter;
    return since > 2 * Few.Bucket * this.cursor && since > this.size + 256;
  }

  protected keepFar(slot: number): void {
    if (this.words[(slot << 3) | Word.Kind] < 0) this.bury(slot);
    else this.chain(slot, this.slots << 1);
  }

  /** Sorts the next bucket into the empty active part. False when there is none. */
  protected refill(): boolean {
    let first = this.firstOfNext();
    if (first === No.Slot) {
      if (this.links[this.slots << 1] === No.Slot) return false;
      if (this.openWindow()) return true;
      first = this.firstOfNext();
    }
    const { links, times, keys, ids } = this;
    // Speed: a branch-free rank sort of six, since branches of a sort are unpredictable on random data. Missing ones are at
    // Infinity. A bucket holds four at the front, more than six 1 time in 8.
    const second = links[first << 1];
    const third = links[second << 1];
    const fourth = links[third << 1];
    const fifth = links[fourth << 1];
    const sixth = links[fifth << 1];
    const a = times[first << 2];
    const b = times[second << 2];
    const c = times[third << 2];
    const d = times[fourth << 2];
    const e = times[fifth << 2];
    const f = times[sixth << 2];
    const ab = +(a < b);
    const ac = +(a < c);
    const ad = +(a < d);
    const ae = +(a < e);
    const af = +(a < f);
    const bc = +(b < c);
    const bd = +(b < d);
    const be = +(b < e);
    const bf = +(b < f);
    const cd = +(c < d);
    const ce = +(c < e);
    const cf = +(c < f);
    const de = +(d < e);
    const df = +(d < f);
    const ef = +(e < f);
    let place = 1 + ab + ac + ad + ae + af;
    keys[place] = a;
    ids[place] = first;
    place = 2 - ab + bc + bd + be + bf;
    keys[place] = b;
    ids[place] = second;
    place = 3 - ac - bc + cd + ce + cf;
    keys[place] = c;
    ids[place] = third;
    place = 4 - ad - bd - cd + de + df;
    keys[place] = d;
    ids[place] = fourth;
    place = 5 - ae - be - ce - de + ef;
    keys[place] = e;
    ids[place] = fifth;
    place = 6 - af - bf - cf - df - ef;
    keys[place] = f;
    ids[place] = sixth;
    this.active = Few.AtOnce;
    const rest = links[sixth << 1];
    if (rest !== No.Slot) this.refillRest(rest);
    return true;
  }

  /** Detaches the next non-empty bucket and returns its first slot; 0 when there is none. */
  protected firstOfNext(): number {
    const { links } = this;
    const base = (this.slots << 1) + 1;
    let cell = base + (this.cursor | 0);
    const end = base + (this.bucketCount | 0);
    while (cell < end && links[cell] === No.Slot) cell++;
    if (cell >= end) {
      this.cursor = Math.max(this.cursor, this.bucketCount);
      return No.Slot;
    }
    const first = links[cell];
    links[cell] = No.Slot;
    this.cursor = cell - base + 1;
    this.shape = Shape.Sorted;
    if (this.slots > Most.Cached) this.touch(cell);
    return first;
  }

  /** Merges the rest of the bucket's chain, from this slot on, into the sorted active part. */
  protected refillRest(first: number): void {
    if (this.crowded()) {
      this.chainFar(first);
      this.spill();
      this.refill();
      return;
    }
    const { links, times, keys, ids } = this;
    let active = this.active;
    let slot = first;
    while (slot !== No.Slot) {
      if (active === Most.Inserted) {
        this.active = active;
        this.refillLong(slot);
        return;
      }
      const time = times[slot << 2];
      let place = ++active;
      while (keys[place - 1] < time) {
        keys[place] = keys[place - 1];
        ids[place] = ids[place - 1];
        place--;
      }
      keys[place] = time;
      ids[place] = slot;
      slot = links[slot << 1];
    }
    this.active = active;
  }

  /**
   * Prefetches the first slots of a bucket due soon.
   * Speed: later, cache misses would be served one after another; here they overlap.
   */
  protected touch(cell: number): void {
    const { words, links } = this;
    const far = links[cell + Few.Ahead - 2];
    const first = links[cell + 14];
    const second = links[first << 1];
    const one = links[cell + 7];
    const two = links[one << 1];
    const three = links[two << 1];
    this.heads[PRIORITIES] =
      links[far << 1] ^
      links[second << 1] ^
      words[(first << 3) | Word.Use] ^
      words[(two << 3) | Word.Use] ^
      words[(three << 3) | Word.Use];
  }

  /** The rest of a long bucket, from this slot on. */
  protected refillLong(first: number): void {
    const { links, times } = this;
    let active = this.active;
    const lead = this.keys[1];
    let same = this.keys[active] === lead;
    for (let slot = first; slot !== No.Slot; slot = links[slot << 1]) {
      if (++active + 8 > this.keys.length) this.reserve(2 * active);
      const time = times[slot << 2];
      same = same && time === lead;
      this.keys[active] = time;
      this.ids[active] = slot;
    }
    this.active = active;
    // If all times are equal nothing has to be sorted.
    if (!same) this.toTree();
  }

  /** Opens a window of buckets for the far chain; true when its events were few and went to the active part directly. */
  protected openWindow(): boolean {
    const { times, sample } = this;
    let count = 0;
    let lowest = Number.POSITIVE_INFINITY;
    let highest = 0;
    let taken = 0;
    let index = 0;
    const stride = Math.ceil((this.size + this.dead) / Most.Sample);
    for (let slot = this.links[this.slots << 1]; slot !== No.Slot; slot = this.links[slot << 1]) {
      count++;
      const time = times[slot << 2];
      if (time < lowest) lowest = time;
      if (time > highest) highest = time;
      if (--index < 0) {
        sample[taken++] = time;
        index = stride - 1;
      }
    }
    if (count <= Few.Tree) {
      this.toFew();
      return true;
    }
    const median = sample.subarray(0, taken).sort()[taken >> 1];
    // Three mean gaps of the nearer half. Speed: pending events do not show how many more will be scheduled soon, so the
    // width is that at which a bucket would have held four of the events since the last window (`corridor`, 86 → 74 ns),
    // limited so that a window covers at least a tenth of the pending events.
    const gaps = (6 * (median - lowest)) / count;
    const { passed } = this;
    const since = this.openedAfter < 0 ? 0 : passed - this.openedAfter;
    let width = gaps;
    if (since > Most.Sample)
      width = Math.min(Math.max((Few.Bucket * (lowest - this.openedAt)) / since, gaps / 64), 4 * gaps);
    if (!(width > 0)) width = (3 * (highest - lowest)) / count;
    width = Math.max(width, Math.max(highest, 1) * 1e-15);
    this.openedAt = lowest;
    this.openedAfter = passed;
    // Speed: `min(…) + 16` would be an integer until it is not, and then deoptimize.
    const wanted = Math.min((highest - lowest) / width + 16, 2 * count + 16);
    const number = 1 << (32 - Math.clz32(wanted));
    const base = (this.slots << 1) + 1;
    if (base + number + Few.Ahead > this.links.length) this.state.growField(this, 'links', base + number + Few.Ahead);
    this.start = lowest;
    this.perWidth = 1 / width;
    this.cursor = 0;
    this.bucketCount = number;
    const { links } = this;
    for (let slot = this.farOfPending(); slot !== No.Slot; ) {
      const next = links[slot << 1];
      const place = (times[slot << 2] - lowest) * this.perWidth;
      this.chain(slot, place < number ? base + (place | 0) : base - 1);
      slot = next;
    }
    return false;
  }

  protected toFew(): void {
    const { links, times } = this;
    this.start = this.perWidth = this.bucketCount = 0;
    this.cursor = 1;
    this.few = 1;
    this.openedAfter = -1;
    this.active = 0;
    this.shape = Shape.Sorted;
    for (let slot = this.farOfPending(); slot !== No.Slot; ) {
      const next = links[slot << 1];
      this.asked = times[slot << 2];
      if (this.shape === Shape.Sorted) this.insert(slot);
      else this.rise(slot);
      slot = next;
    }
  }
}
