// The events that are still to come, always ready to name the earliest. Long, for it is one machine: its states share every array.
import type { State } from './state';

/** Priorities are 0 … 3; at equal times the lower number goes first. */
export const PRIORITIES = 4;

// Speed: enums, for bundlers put their numbers into the code; a const becomes a variable that every step loads and tests.
enum Most {
  Slots = 2 ** 24,
  /** A slot is used so often, then never again; with this, handles stay below 2⁵³ whatever the number of slots. */
  Uses = 2 ** 28 - 1,
  /** Few pending are a sorted list, more than so many a heap, more than so many buckets. */
  Sorted = 6,
  Heap = 768,
  /** So many come back from buckets to a heap, from a heap to a sorted list. */
  HeapAgain = 256,
  SortedAgain = 2,
  /** More events than this, of one bucket or of one time, are put in order otherwise than by insertion. */
  Inserted = 48,
  /** Times from which the width of buckets is found. */
  Sample = 255,
  /** Of up to so many slots it is likely that they are in the cache. */
  Cached = 2 ** 17,
}

/** Priority and order of scheduling are one number of 31 bits; when the order runs out, what is pending is numbered anew. */
enum Rank {
  Bits = 29,
  Orders = 2 ** 29,
}

/**
 * A slot is 32 bytes, half a line of the processor's cache: its time, and as 32-bit words the next slot of its chain, its
 * rank, kind, owner and argument, and how often it was used.
 * Speed: an event that was far away costs one cache miss when its turn comes; separate arrays cost one each.
 */
enum Word {
  Next = 2,
  Rank = 3,
  Kind = 4,
  Owner = 5,
  Arg = 6,
  Use = 7,
}

/** The kind of a slot whose event has happened or was cancelled; and no slot. */
enum No {
  Event = -1,
  Slot = -1,
}

/**
 * The active part is a sorted list, latest first, from index 1, with Infinity at 0; or a heap from index 3, so that the
 * children of i are the four from 4 (i − 2), and all behind it Infinity: nothing is asked at the bottom. Hole: the root of
 * the heap has been taken out and nothing put in its place yet.
 */
enum Shape {
  Sorted,
  Heap,
  Hole,
}

/** What can stand in for `PendingEvents`; test/laws holds every implementation to the same promises. */
export type PendingSet = Pick<PendingEvents, keyof PendingEvents>;

/**
 * Pending events, one slot each, and the clock they go by.
 *
 * Few: one sorted list, or a heap with four children a node, of times with slots beside them. Many: unsorted buckets
 * chained through the slots, of which only the one in use is put in order. Events at now stand in a ring a priority and
 * touch neither; events of one time leave the structure together and are put in order as a batch.
 *
 * Order: time, then priority, then order of scheduling; exactly, whatever the structure. Whatever is in the batch was
 * scheduled before whatever is in the rings, since only events scheduled when it was already now get there.
 *
 * A cancelled event stays where it is, marked, until it is met; when more are marked than pending, all are swept out.
 */
export class PendingEvents {
  /** The time it is. */
  now = Number.NaN;
  /** The time for `add`. */
  asked = Number.NaN;
  /** The time for `take`: events at it and later are left. Speed: an argument is allocated anew at each call, at V8's whim. */
  until = Number.POSITIVE_INFINITY;
  /** How many events were taken, and before the order of scheduling last began anew. */
  private taken = 0;
  private takenBefore = 0;
  /** Kinds are 0 … `kinds` − 1. */
  kinds = 0;

  /** 8 words a slot, and the same bytes read as times (4 a slot). */
  words: Int32Array;
  private times: Float64Array;
  private slots: number;
  private mask = 0;
  private free = No.Slot;
  /** Order of scheduling: of the next event, and how often it began anew. */
  private order = 0;
  private orderBegan = 0;
  private cancelled = 0;
  /** Cancelled and not met yet. */
  private dead = 0;
  /** Marked ones from which it is worth a look whether to sweep. */
  private sweepAbove = 256;
  /** The first handle, less one use, that names its slot by as many bits as there are now; the same for fewer bits. */
  private era = 0;
  private readonly eras: Float64Array;

  /** The active part: times, and slots beside them, from index 1; index 0 is Infinity always. */
  private keys: Float64Array;
  private ids: Int32Array;
  private active = 0;
  private shape = Shape.Sorted;

  /** Events of one time, in order, and how far they were taken. */
  private batch: Int32Array;
  private batchNext = 0;
  private batchEnd = 0;
  /** First and last slot by priority of the events at now. (One more number, which `touch` writes, means nothing.) */
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  /** Events in batch and rings, cancelled ones too; their time; whether the structure may hold events of that time too. */
  private moment = 0;
  private instant = Number.NaN;
  private meeting = false;

  /**
   * First slot by bucket. A time belongs to bucket (time − start) × perWidth: before `cursor`, to the active part; at
   * `bucketCount` and beyond, to the far chain. With few pending perWidth is 0 and cursor 1: everything is active.
   */
  private buckets: Int32Array;
  private start = Number.NaN;
  private perWidth = Number.NaN;
  private few = true;
  private cursor = Number.NaN;
  private bucketCount = Number.NaN;
  private bucketed = 0;
  private far = No.Slot;
  private farCount = 0;
  private readonly sample = new Float64Array(Most.Sample + 2);

  constructor(
    private readonly state: State,
    capacity = 64,
  ) {
    // Speed: integers from the first; 2 ** n is a double to the compiler, and so would be all that comes of it.
    this.slots = capacity > 1 ? 1 << (32 - Math.clz32(capacity - 1)) : 1;
    this.words = state.int32(this, 'words', 8 * this.slots);
    this.times = new Float64Array(this.words.buffer);
    this.eras = state.float64(this, 'eras', 33).fill(Number.NaN);
    this.keys = state.float64(this, 'keys', 1024).fill(Number.POSITIVE_INFINITY);
    this.ids = state.int32(this, 'ids', 1024);
    this.batch = state.int32(this, 'batch', 64);
    this.heads = state.int32(this, 'heads', PRIORITIES + 1).fill(No.Slot);
    this.tails = state.int32(this, 'tails', PRIORITIES).fill(No.Slot);
    this.buckets = state.int32(this, 'buckets', 16).fill(No.Slot);
    // Speed: these began as NaN so that the compiler takes them for doubles from the first.
    this.now = this.asked = this.instant = this.start = this.perWidth = this.bucketCount = 0;
    this.cursor = 1;
    this.open(0, this.slots);
    state.numbers(
      this,
      ...['now', 'asked', 'taken', 'takenBefore', 'slots', 'mask', 'free', 'order', 'orderBegan', 'cancelled', 'dead'],
      ...['sweepAbove', 'era', 'active', 'shape', 'batchNext', 'batchEnd', 'moment', 'instant', 'meeting', 'start'],
      ...['perWidth', 'few', 'cursor', 'bucketCount', 'bucketed', 'far', 'farCount'],
    );
    state.restored(() => {
      this.times = new Float64Array(this.words.buffer);
    });
  }

  /** How many events were taken. */
  get handled(): number {
    return this.takenBefore + this.taken;
  }

  /** How many events are pending. */
  get size(): number {
    return this.orderBegan + this.order - this.cancelled - this.takenBefore - this.taken;
  }

  kind(slot: number): number {
    return this.words[(slot << 3) | Word.Kind];
  }

  owner(slot: number): number {
    return this.words[(slot << 3) | Word.Owner];
  }

  arg(slot: number): number {
    return this.words[(slot << 3) | Word.Arg];
  }

  /**
   * Adds an event at the time that was written to `asked` and returns its handle, or 0 when the time or an argument is not
   * what it should be.
   * Speed: a time handed over as an argument would be allocated, 16 bytes an event. And too long to be inlined on purpose,
   * so that `Simulation.in` remains short enough to be inlined in every handler, where delays and handles stay doubles.
   */
  add(kind: number, owner: number, arg: number, priority: number): number {
    const time = this.asked;
    const { now } = this;
    if (!(time >= now && time < Number.POSITIVE_INFINITY && kind >= 0 && kind < this.kinds)) return 0;
    if ((owner | 0) !== owner || (arg | 0) !== arg || (kind | 0) !== kind || (priority & 3) !== priority) return 0;
    let slot = this.free;
    if (slot < 0) slot = this.grow();
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
    // Order: one function of the time says where it belongs, so that no two roundings disagree about a border.
    const position = this.few ? -1 : (time - this.start) * this.perWidth;
    if (time === now) this.join(slot, priority);
    else if (position < this.cursor) {
      const { keys, ids } = this;
      if (this.shape === Shape.Hole) {
        // Speed: `sink`, once more.
        this.shape = Shape.Heap;
        const last = this.active + 2;
        let place = 3;
        for (let child = 4; child <= last; child = (place - 2) << 2) {
          // Speed: children are chosen by arithmetic; random data make every branch here a toss-up.
          const left = child | +(keys[child | 1] < keys[child]);
          const right = child | 2 | +(keys[child | 3] < keys[child | 2]);
          const best = left ^ ((left ^ right) & -+(keys[right] < keys[left]));
          const other = keys[best];
          if (time <= other) break;
          keys[place] = other;
          ids[place] = ids[best];
          place = best;
        }
        keys[place] = time;
        ids[place] = slot;
      } else if (this.shape === Shape.Sorted) this.insert(slot);
      else this.rise(slot);
    } else {
      this.times[slot << 2] = time;
      if (position < this.bucketCount) {
        const { buckets } = this;
        const bucket = position | 0;
        words[word | Word.Next] = buckets[bucket];
        buckets[bucket] = slot;
        this.bucketed++;
      } else {
        words[word | Word.Next] = this.far;
        this.far = slot;
        this.farCount++;
      }
    }
    // Speed: whole numbers below 2³¹ are not allocated; V8 counts in integers until a handle is beyond.
    return this.era + words[word | Word.Use] * this.slots + slot;
  }

  /**
   * Takes the next event before `until` out, moves the clock to it, and returns its slot, to be given to `release` when its
   * payload is read; −1 when there is none.
   */
  take(): number {
    const { until } = this;
    for (;;) {
      let slot = 0;
      if (this.moment !== 0) {
        if (!(this.instant < until)) return No.Slot;
        slot = this.takeOfNow();
        if (slot < 0) continue;
      } else {
        if (this.shape === Shape.Hole) this.fillHole();
        const { keys } = this;
        if (this.shape === Shape.Sorted) {
          const active = this.active;
          const time = keys[active];
          if (!(time < until)) {
            if (active > 0 || !this.refill()) return No.Slot;
            continue;
          }
          if (keys[active - 1] === time) {
            this.gather(time);
            continue;
          }
          this.active = active - 1;
          slot = this.ids[active];
          if (this.words[(slot << 3) | Word.Kind] < 0) {
            this.bury(slot);
            continue;
          }
          this.now = time;
        } else {
          const time = keys[3];
          if (!(time < until)) {
            if (this.active > 0 || !this.refill()) return No.Slot;
            continue;
          }
          if (keys[4] === time || keys[5] === time || keys[6] === time || keys[7] === time) {
            this.gather(time);
            continue;
          }
          this.shape = Shape.Hole;
          slot = this.ids[3];
          if (this.words[(slot << 3) | Word.Kind] < 0) {
            this.bury(slot);
            continue;
          }
          this.now = time;
        }
      }
      this.taken++;
      return slot;
    }
  }

  /** The slot may hold another event now; its handle names nothing more. */
  release(slot: number): void {
    const { words } = this;
    const word = slot << 3;
    words[word | Word.Kind] = No.Event;
    if (words[word | Word.Use]++ === Most.Uses) return;
    words[word | Word.Next] = this.free;
    this.free = slot;
  }

  /** The time of the next event, or Infinity. */
  nextTime(): number {
    const { words } = this;
    for (;;) {
      if (this.moment !== 0) {
        if (this.anyOfNow()) return this.instant;
        continue;
      }
      if (this.shape === Shape.Hole) this.fillHole();
      if (this.active === 0) {
        if (!this.refill()) return Number.POSITIVE_INFINITY;
        continue;
      }
      const head = this.shape === Shape.Sorted ? this.active : 3;
      const slot = this.ids[head];
      if (words[(slot << 3) | Word.Kind] >= 0) return this.keys[head];
      if (this.shape === Shape.Sorted) this.active--;
      else this.shape = Shape.Hole;
      this.bury(slot);
    }
  }

  /** Puts the clock forward to `time`, before which nothing is pending. */
  forward(time: number): void {
    this.now = time;
    this.meeting = true;
  }

  /** Takes the event of this handle out; false, and nothing touched, when it is pending no more. */
  cancel(handle: number): boolean {
    const slot = this.find(handle);
    if (slot < 0) return false;
    this.cancelled++;
    this.words[(slot << 3) | Word.Kind] = No.Event;
    this.dead++;
    // Never fewer than this are pending or marked, so that sweeping costs each cancelled event the same.
    if (this.dead > this.sweepAbove) this.sweepIfDue();
    return true;
  }

  /** Moves the event of this handle to `time` ≥ now, as if scheduled anew; returns its new handle, 0 when it is pending no more. */
  reschedule(handle: number, time: number): number {
    const slot = this.find(handle);
    if (slot < 0) return 0;
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

  /** Takes all events of the owner out (of one kind, if told) and returns how many. Looks at every slot once. */
  cancelOwner(owner: number, kind = No.Slot): number {
    const { words } = this;
    let count = 0;
    for (let word = 0; word < words.length; word += 8) {
      const own = words[word | Word.Owner] === owner && words[word | Word.Kind] >= 0;
      if (own && (kind < 0 || words[word | Word.Kind] === kind)) {
        this.markOne(word >> 3);
        count++;
      }
    }
    this.sweepIfDue();
    return count;
  }

  private find(handle: number): number {
    const { words } = this;
    let { mask, era } = this;
    // A handle given out when there were fewer slots names its slot by fewer bits.
    while (handle < era + mask + 1 && mask > 0) {
      mask >>= 1;
      era = this.eras[Math.clz32(mask)];
    }
    const slot = (handle - era) & mask;
    const word = slot << 3;
    const named = words[word | Word.Kind] >= 0 && era + words[word | Word.Use] * (mask + 1) + slot === handle;
    return named ? slot : No.Slot;
  }

  private markOne(slot: number): void {
    this.words[(slot << 3) | Word.Kind] = No.Event;
    this.cancelled++;
    this.dead++;
  }

  /** Sweeps when more are marked than pending; looked at again when as many more are marked as would be swept for. */
  private sweepIfDue(): void {
    const most = this.size + 256 + this.bucketCount / 2;
    if (this.dead > most) this.sweep();
    this.sweepAbove = Math.max(256, Math.min(most, this.dead + 256)) | 0;
  }

  /** A cancelled event was met: its slot is free. */
  private bury(slot: number): void {
    this.dead--;
    this.release(slot);
  }

  // ---- Events at now.

  private join(slot: number, priority: number): void {
    const { words, heads, tails } = this;
    words[(slot << 3) | Word.Next] = No.Slot;
    if (heads[priority] < 0) heads[priority] = slot;
    else words[(tails[priority] << 3) | Word.Next] = slot;
    tails[priority] = slot;
    this.moment++;
    this.instant = this.now;
  }

  /** The next of batch and rings, or −1 after a cancelled one. */
  private takeOfNow(): number {
    const { words, heads } = this;
    let priority = 0;
    while (priority < PRIORITIES && heads[priority] < 0) priority++;
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
    if (slot < 0) {
      slot = heads[priority];
      heads[priority] = words[(slot << 3) | Word.Next];
    }
    this.moment--;
    if (words[(slot << 3) | Word.Kind] >= 0) {
      this.now = this.asked = this.instant;
      return slot;
    }
    this.bury(slot);
    return No.Slot;
  }

  /** Whether anything is pending in batch and rings; throws cancelled ones out in front of it. */
  private anyOfNow(): boolean {
    const { words, heads } = this;
    for (; this.batchNext < this.batchEnd; this.batchNext++) {
      const slot = this.batch[this.batchNext];
      if (words[(slot << 3) | Word.Kind] >= 0) return true;
      this.bury(slot);
      this.moment--;
    }
    for (let priority = 0; priority < PRIORITIES; priority++) {
      while (heads[priority] >= 0) {
        const slot = heads[priority];
        if (words[(slot << 3) | Word.Kind] >= 0) return true;
        heads[priority] = words[(slot << 3) | Word.Next];
        this.bury(slot);
        this.moment--;
      }
    }
    return false;
  }

  /** The time at the head of the structure, of a cancelled event perhaps, or Infinity. */
  private headTime(): number {
    if (this.shape === Shape.Hole) this.fillHole();
    if (this.active === 0 && !this.refill()) return Number.POSITIVE_INFINITY;
    return this.keys[this.shape === Shape.Sorted ? this.active : 3];
  }

  /** All events of this time, the earliest, leave the structure and become the batch, in order. */
  private gather(time: number): void {
    const { words } = this;
    let { batch } = this;
    let end = 0;
    let sorted = true;
    let last = -1;
    while (this.active > 0) {
      const head = this.shape === Shape.Sorted ? this.active : 3;
      if (this.keys[head] !== time) break;
      const slot = this.ids[head];
      if (this.shape === Shape.Sorted) this.active--;
      else this.fillHole();
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

  // ---- The active part: a sorted list, latest first, or a heap.

  private insert(slot: number): void {
    const time = this.asked;
    const { keys, ids } = this;
    let place = ++this.active;
    // At index 0 stands Infinity.
    while (keys[place - 1] < time) {
      keys[place] = keys[place - 1];
      ids[place] = ids[place - 1];
      place--;
    }
    keys[place] = time;
    ids[place] = slot;
    if (this.active > (this.few ? Most.Sorted : Most.Inserted)) this.toHeap();
  }

  /** Latest first becomes earliest first, which is a heap. */
  private toHeap(): void {
    const { active } = this;
    this.reserve(active + 8);
    this.keys.subarray(1, active + 1).reverse();
    this.ids.subarray(1, active + 1).reverse();
    this.asHeap();
  }

  /** The active part is one from index 3 on, and behind it everything is Infinity. */
  private asHeap(): void {
    const { active, keys, ids } = this;
    keys.copyWithin(3, 1, active + 1);
    ids.copyWithin(3, 1, active + 1);
    keys.fill(Number.POSITIVE_INFINITY, active + 3);
    this.shape = Shape.Heap;
  }

  private toSorted(): void {
    const { active, keys, ids } = this;
    keys.copyWithin(1, 3, active + 3);
    ids.copyWithin(1, 3, active + 3);
    for (let i = 2; i <= active; i++) {
      const time = keys[i];
      const slot = ids[i];
      let place = i;
      for (; place > 1 && keys[place - 1] < time; place--) {
        keys[place] = keys[place - 1];
        ids[place] = ids[place - 1];
      }
      keys[place] = time;
      ids[place] = slot;
    }
    this.shape = Shape.Sorted;
  }

  private rise(slot: number): void {
    const time = this.asked;
    const active = ++this.active;
    if (active + 8 > this.keys.length) this.reserve(2 * active);
    const { keys, ids } = this;
    let place = active + 2;
    while (place > 3) {
      const parent = (place >> 2) + 2;
      const other = keys[parent];
      if (time >= other) break;
      keys[place] = other;
      ids[place] = ids[parent];
      place = parent;
    }
    keys[place] = time;
    ids[place] = slot;
    if (active > Most.Heap && this.few) this.spill();
  }

  /** Puts an event in the place of the root, and it sinks. */
  private sink(slot: number): void {
    const time = this.asked;
    const { keys, ids } = this;
    const last = this.active + 2;
    let place = 3;
    for (let child = 4; child <= last; child = (place - 2) << 2) {
      // Speed: children are chosen by arithmetic; random data make every branch here a toss-up.
      const left = child | +(keys[child | 1] < keys[child]);
      const right = child | 2 | +(keys[child | 3] < keys[child | 2]);
      const best = left ^ ((left ^ right) & -+(keys[right] < keys[left]));
      const other = keys[best];
      if (time <= other) break;
      keys[place] = other;
      ids[place] = ids[best];
      place = best;
    }
    keys[place] = time;
    ids[place] = slot;
  }

  /** The last of the heap goes to the root, which was taken out. */
  private fillHole(): void {
    const { keys, ids } = this;
    const active = this.active--;
    this.shape = Shape.Heap;
    this.asked = keys[active + 2];
    keys[active + 2] = Number.POSITIVE_INFINITY;
    if (active > 1) this.sink(ids[active + 2]);
    if (active <= Most.SortedAgain) this.toSorted();
  }

  private reserve(length: number): void {
    const { keys } = this;
    if (length <= keys.length) return;
    const from = keys.length;
    const to = Math.max(2 * from, length);
    this.state.growField(this, 'keys', to);
    this.state.growField(this, 'ids', to);
    this.keys.fill(Number.POSITIVE_INFINITY, from);
  }

  // ---- Buckets.

  private chainFar(slot: number): void {
    this.words[(slot << 3) | Word.Next] = this.far;
    this.far = slot;
    this.farCount++;
  }

  /** All that is in the structure goes to the far chain; cancelled events go. The next event opens a window. */
  private spill(): void {
    const { buckets, words, keys, ids } = this;
    if (this.shape === Shape.Hole) this.fillHole();
    for (let slot = this.farOfPending(); slot >= 0; ) {
      const next = words[(slot << 3) | Word.Next];
      this.keepFar(slot);
      slot = next;
    }
    for (let bucket = 0; this.bucketed > 0; bucket++) {
      for (let slot = buckets[bucket]; slot >= 0; this.bucketed--) {
        const next = words[(slot << 3) | Word.Next];
        this.keepFar(slot);
        slot = next;
      }
      buckets[bucket] = No.Slot;
    }
    const first = this.shape === Shape.Sorted ? 1 : 3;
    for (let i = first; i < first + this.active; i++) {
      this.times[ids[i] << 2] = keys[i];
      this.keepFar(ids[i]);
    }
    this.active = 0;
    this.shape = Shape.Sorted;
    this.start = this.perWidth = this.cursor = this.bucketCount = 0;
    this.few = false;
  }

  private farOfPending(): number {
    const first = this.far;
    this.far = No.Slot;
    this.farCount = 0;
    return first;
  }

  private keepFar(slot: number): void {
    if (this.words[(slot << 3) | Word.Kind] < 0) this.bury(slot);
    else this.chainFar(slot);
  }

  /** Puts the next bucket in order as the active part, which is empty. False when there is none. */
  private refill(): boolean {
    const { words } = this;
    if (this.bucketed === 0) {
      if (this.farCount === 0) return false;
      if (this.openWindow()) return true;
    }
    const { buckets, times, keys, ids } = this;
    let bucket = this.cursor | 0;
    while (buckets[bucket] < 0) bucket++;
    let slot = buckets[bucket];
    buckets[bucket] = No.Slot;
    this.cursor = bucket + 1;
    if (this.slots > Most.Cached) this.touch(bucket);
    this.shape = Shape.Sorted;
    let active = 0;
    let met = 0;
    while (slot >= 0) {
      const word = slot << 3;
      const next = words[word | Word.Next];
      met++;
      if (words[word | Word.Kind] < 0) this.bury(slot);
      else {
        if (active === Most.Inserted) {
          this.active = active;
          words[word | Word.Next] = next;
          this.refillLong(slot, met - 1);
          return true;
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
      }
      slot = next;
    }
    this.bucketed -= met;
    this.active = active;
    return true;
  }

  /**
   * Reads the first slots of buckets that come soon, and the second of some that come sooner.
   * Speed: where slots are not in the cache, a chain is one miss after another; asked for here, they come side by side.
   */
  private touch(bucket: number): void {
    const { words, buckets } = this;
    const all = buckets.length - 1;
    const mask = words.length - 1;
    const second = words[((buckets[(bucket + 8) & all] << 3) & mask) | Word.Next];
    const third = words[((words[((buckets[(bucket + 4) & all] << 3) & mask) | Word.Next] << 3) & mask) | Word.Next];
    this.heads[PRIORITIES] =
      words[((buckets[(bucket + 14) & all] << 3) & mask) | Word.Next] ^
      words[((second << 3) & mask) | Word.Next] ^
      words[((third << 3) & mask) | Word.Next];
  }

  /** The rest of a long bucket, from this slot on; `met` of it are in the active part already. */
  private refillLong(first: number, met: number): void {
    const { words, times } = this;
    let active = this.active;
    const lead = this.keys[1];
    let same = this.keys[active] === lead;
    let count = met;
    for (let slot = first; slot >= 0; ) {
      const word = slot << 3;
      const next = words[word | Word.Next];
      count++;
      if (words[word | Word.Kind] < 0) this.bury(slot);
      else {
        if (++active + 8 > this.keys.length) this.reserve(2 * active);
        const time = times[slot << 2];
        same = same && time === lead;
        this.keys[active] = time;
        this.ids[active] = slot;
      }
      slot = next;
    }
    this.bucketed -= count;
    this.active = active;
    // Events of one time only are sorted as they are.
    if (!same) this.heapify();
  }

  private heapify(): void {
    const { active } = this;
    this.asHeap();
    this.active = 0;
    for (let i = 3; i < active + 3; i++) {
      this.asked = this.keys[i];
      this.rise(this.ids[i]);
    }
  }

  /** A new window of buckets for what is far; true when so little is left that it became the active part whole. */
  private openWindow(): boolean {
    const { words, times, sample } = this;
    const count = this.farCount;
    if (count <= Most.HeapAgain) {
      this.toFew();
      return true;
    }
    let lowest = Number.POSITIVE_INFINITY;
    let highest = 0;
    let taken = 0;
    let index = 0;
    const stride = Math.ceil(count / Most.Sample);
    for (let slot = this.far; slot >= 0; slot = words[(slot << 3) | Word.Next]) {
      const time = times[slot << 2];
      if (time < lowest) lowest = time;
      if (time > highest) highest = time;
      if (--index < 0) {
        sample[taken++] = time;
        index = stride - 1;
      }
    }
    const median = sample.subarray(0, taken).sort()[taken >> 1];
    // Three mean gaps of the nearer half.
    let width = (6 * (median - lowest)) / count;
    if (!(width > 0)) width = (3 * (highest - lowest)) / count;
    width = Math.max(width, Math.max(highest, 1) * 1e-15);
    const wanted = Math.min((highest - lowest) / width, 2 * count) + 16;
    const number = 1 << (32 - Math.clz32(wanted));
    if (number > this.buckets.length) {
      const from = this.buckets.length;
      this.state.growField(this, 'buckets', number);
      this.buckets.fill(No.Slot, from);
    }
    this.start = lowest;
    this.perWidth = 1 / width;
    this.cursor = 0;
    this.bucketCount = number;
    const { buckets } = this;
    for (let slot = this.farOfPending(); slot >= 0; ) {
      const next = words[(slot << 3) | Word.Next];
      const place = (times[slot << 2] - lowest) * this.perWidth;
      if (place < number) {
        words[(slot << 3) | Word.Next] = buckets[place | 0];
        buckets[place | 0] = slot;
        this.bucketed++;
      } else this.chainFar(slot);
      slot = next;
    }
    return false;
  }

  private toFew(): void {
    const { words, times } = this;
    this.start = this.perWidth = this.bucketCount = 0;
    this.cursor = 1;
    this.few = true;
    this.active = 0;
    this.shape = Shape.Sorted;
    for (let slot = this.farOfPending(); slot >= 0; ) {
      const next = words[(slot << 3) | Word.Next];
      if (words[(slot << 3) | Word.Kind] < 0) this.bury(slot);
      else {
        this.asked = times[slot << 2];
        if (this.shape === Shape.Sorted) this.insert(slot);
        else this.rise(slot);
      }
      slot = next;
    }
  }

  // ---- Room.

  /** Cancelled events leave every structure. */
  private sweep(): void {
    const { words, heads } = this;
    for (let priority = 0; priority < PRIORITIES; priority++) {
      let slot = heads[priority];
      heads[priority] = No.Slot;
      while (slot >= 0) {
        const next = words[(slot << 3) | Word.Next];
        this.moment--;
        if (words[(slot << 3) | Word.Kind] < 0) this.bury(slot);
        else this.join(slot, priority);
        slot = next;
      }
    }
    this.spill();
  }

  /** The order of scheduling has used up its bits: what is pending is numbered from 0, in the same order. */
  private renumber(): void {
    const { words } = this;
    const pending: number[] = [];
    for (let slot = 0; slot < this.slots; slot++) if (words[(slot << 3) | Word.Kind] >= 0) pending.push(slot);
    const order = (slot: number) => words[(slot << 3) | Word.Rank] & (Rank.Orders - 1);
    pending.sort((a, b) => order(a) - order(b));
    pending.forEach((slot, i) => {
      words[(slot << 3) | Word.Rank] = (words[(slot << 3) | Word.Rank] & ~(Rank.Orders - 1)) | i;
    });
    this.takenBefore += this.taken;
    this.taken = 0;
    this.orderBegan += Rank.Orders - pending.length;
    this.order = pending.length;
  }

  private grow(): number {
    const from = this.slots;
    if (from === Most.Slots)
      throw new RangeError(`More than ${Most.Slots} events pending; an event probably schedules two more.`);
    let most = 0;
    for (let slot = 0; slot < from; slot++) most = Math.max(most, this.words[(slot << 3) | Word.Use]);
    this.era += (most + 1) * from;
    this.slots = 2 * from;
    this.state.growField(this, 'words', 8 * this.slots);
    this.times = new Float64Array(this.words.buffer);
    this.open(from, this.slots);
    return this.free;
  }

  /** Slots `from` … `to` − 1 become free, the lowest to be used first. */
  private open(from: number, to: number): void {
    const { words } = this;
    this.mask = to - 1;
    this.eras[Math.clz32(this.mask)] = this.era;
    for (let slot = to - 1; slot >= from; slot--) {
      words[(slot << 3) | Word.Use] = 1;
      words[(slot << 3) | Word.Kind] = No.Event;
      words[(slot << 3) | Word.Next] = this.free;
      this.free = slot;
    }
  }
}
