// The events that are still to come, always ready to name the earliest. Long, for it is one machine: its states share every array.
import type { State } from '../snapshots/state';

/** Priorities are 0 … 3; at equal times the lower number goes first. */
export const PRIORITIES = 4;

// Speed: enums, for bundlers put their numbers into the code; a const becomes a variable that every step loads and tests.
enum Most {
  Slots = 2 ** 24,
  /** A slot is used so often, then never again; with this, handles stay below 2⁵³ whatever the number of slots. */
  Uses = 2 ** 28 - 1,
  /** Few pending are a sorted list, more than so many a tree, more than so many buckets. */
  Sorted = 3,
  Tree = 128,
  /** More events than this, of one bucket or of one time, are put in order otherwise than by insertion. */
  Inserted = 48,
  /** Times from which the width of buckets is found. */
  Sample = 255,
  /** Of up to so many slots it is likely that they are in the cache. */
  Cached = 2 ** 14,
  /** Up to so many slots, chains are linked both ways. Speed: with a million, the second link is a cache miss, 119 → 167 ns. */
  Doubly = 2 ** 18,
  /** Beyond, so many of a chain are walked past to take an event out of it. */
  Walked = 16,
}

enum Few {
  /** So many pending come back from buckets to a tree, from a tree to a sorted list. */
  Tree = 48,
  Sorted = 1,
  /** So many events are wanted in a bucket. */
  Bucket = 4,
  /** So many of a bucket are put in order at once. */
  AtOnce = 6,
  /** So many cells of buckets stand behind the last, for `touch` to read. */
  Ahead = 24,
}

/** Priority and order of scheduling are one number of 31 bits; when the order runs out, what is pending is numbered anew. */
enum Rank {
  Bits = 29,
  Orders = 2 ** 29,
}

/**
 * A slot is 32 bytes, half a line of the processor's cache: its time, and as 32-bit words the next free slot, the
 * next of its ring or its leaf in the tree, its rank, kind, owner and argument, and how often it was used.
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

/**
 * The kind of a slot whose event has happened or was cancelled; and the slot that stands for none and ends every chain: it is
 * at Infinity and its own next, so that reading beyond an end needs no branch.
 */
enum No {
  Event = -1,
  Slot = 0,
}

/**
 * The active part is a sorted list, latest first, from index 1, with Infinity at 0; or a
 * tournament tree: leaves from a power of two on, at each place below the earlier of 2 i and 2 i + 1, the earliest at 1.
 * Vacant leaves are at Infinity and chained by their ids. Hole: the root has been taken, and nothing put on its leaf yet.
 * Speed: a heap is shorter, but where a sift ends is a toss-up that stalls the processor; the way up a tree is always the same
 * (`hold` at 10, 42 → 38.5 ns; at 500, 65 → 55).
 */
enum Shape {
  Sorted,
  Tree,
  Hole,
}

/** What can stand in for `PendingEvents`; test/laws holds every implementation to the same promises. */
export type PendingSet = Pick<PendingEvents, keyof PendingEvents>;

/**
 * Pending events, one slot each, and the clock they go by.
 *
 * Few: one sorted list, or a tournament tree, of times with slots beside them. Many: unsorted buckets, chained by slot, of
 * which only the one in use is put in order. Events at now stand in a ring a priority and touch neither; events of one time
 * leave a list together and are put in order as a batch; in a tree they are in order.
 *
 * Order: time, then priority, then order of scheduling; exactly, whatever the structure. Whatever is in the batch was
 * scheduled before whatever is in the rings, since only events scheduled when it was already now get there.
 *
 * A cancelled event leaves its bucket at once; elsewhere it stays, marked, until it is met, and when more are marked than
 * pending, all are swept out.
 */
export class PendingEvents {
  // Speed: V8 remembers what it has loaded for the first 29 fields of an object only; they are in the order of their use.
  /** 8 words a slot, and the same bytes read as times (4 a slot). */
  words: Int32Array;
  /** The active part: times, and slots beside them, from index 1; index 0 is Infinity always. */
  private keys: Float64Array;
  private ids: Int32Array;
  private times: Float64Array;
  /**
   * Two a slot: the next of its chain, and the cell that points to it; of slots in a chain only. Behind them the first slot of
   * the far chain and then of each bucket. A time belongs to bucket (time − start) × perWidth: before `cursor`, to the active part; at
   * `bucketCount` and beyond, to the far chain. With few pending perWidth is 0 and cursor 1: everything is active.
   */
  private links: Int32Array;
  /** The time it is. */
  now: number;
  /** The time for `add`. */
  asked: number;
  /** The time for `take`: events at it and later are left. Speed: an argument is allocated anew at each call, at V8's whim. */
  until: number;
  private active: number;
  private shape: Shape;
  /** The leaf of the root that was taken out. */
  private hole: number;
  /** Events in batch and rings, cancelled ones too; their time; whether the structure may hold events of that time too. */
  private moment: number;
  private free: number;
  /** Order of scheduling: of the next event, and how often it began anew. */
  private order: number;
  /** How many events were taken, and before the order of scheduling last began anew. */
  private taken: number;
  /** The first handle, less one use, that names its slot by as many bits as there are now; the same for fewer bits. */
  private era: number;
  private slots: number;
  /** Kinds are 0 … `kinds` − 1. */
  kinds: number;
  /** 1 with few pending, else 0. Speed: a yes-or-no is tested by a dozen instructions. */
  private few: number;
  private start: number;
  private perWidth: number;
  private cursor: number;
  private bucketCount: number;
  /** Cancelled and not met yet. */
  private dead: number;
  private mask: number;
  private instant: number;
  private cancelled: number;
  private orderBegan: number;
  /** How many were taken that never were in the structure, for they were scheduled for now. */
  private immediate: number;
  /** When the window was opened: the time of its first event, and how many had been `passed`; −1 where there was none before. */
  private openedAt: number;
  private openedAfter: number;
  private takenBefore: number;
  /** Marked ones from which it is worth a look whether to sweep. */
  private sweepAbove: number;
  private readonly eras: Float64Array;
  /** Events of one time, in order, and how far they were taken. */
  private batch: Int32Array;
  private batchNext: number;
  private batchEnd: number;
  /** First and last slot by priority of the events at now. (One more number, which `touch` writes, means nothing.) */
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private meeting: boolean;
  /** Leaves of the tree, and the first that is vacant; 1 when two of one time have met in it. */
  private leaves: number;
  private vacant: number;
  private tied: number;
  private readonly sample: Float64Array;
  private readonly state: State;

  constructor(state: State, capacity = 64) {
    // Speed: integers from the first; 2 ** n is a double to the compiler, and so would be all that comes of it.
    const slots = 1 << (32 - Math.clz32(Math.max(capacity - 1, 1)));
    this.words = state.int32(this, 'words', 8 * slots);
    this.keys = state.float64(this, 'keys', 1024).fill(Number.POSITIVE_INFINITY);
    this.ids = state.int32(this, 'ids', 1024);
    this.times = new Float64Array(this.words.buffer);
    this.links = state.int32(this, 'links', 2 * slots + Few.Ahead);
    // Speed: NaN first, so that the compiler takes them for doubles.
    this.now = this.asked = this.until = Number.NaN;
    this.active = 0;
    this.shape = Shape.Sorted;
    this.hole = 0;
    this.moment = 0;
    this.free = No.Slot;
    this.order = this.taken = this.era = 0;
    this.slots = slots;
    this.kinds = 0;
    this.few = 1;
    this.start = this.perWidth = this.cursor = this.bucketCount = Number.NaN;
    this.dead = this.mask = 0;
    this.instant = Number.NaN;
    this.cancelled = this.orderBegan = this.takenBefore = 0;
    this.sweepAbove = 256;
    this.openedAt = this.openedAfter = Number.NaN;
    this.immediate = 0;
    this.eras = state.float64(this, 'eras', 33).fill(Number.NaN);
    this.batch = state.int32(this, 'batch', 64);
    this.batchNext = this.batchEnd = 0;
    this.heads = state.int32(this, 'heads', PRIORITIES + 1);
    this.tails = state.int32(this, 'tails', PRIORITIES);
    this.meeting = false;
    this.leaves = this.vacant = this.tied = 0;
    this.sample = new Float64Array(Most.Sample + 2);
    this.state = state;
    this.openedAfter = -1;
    this.openedAt = this.now = this.asked = this.instant = this.start = this.perWidth = this.bucketCount = 0;
    this.until = Number.POSITIVE_INFINITY;
    this.cursor = 1;
    this.times[No.Slot] = Number.POSITIVE_INFINITY;
    this.words[Word.Kind] = No.Event;
    this.open(1, this.slots);
    state.numbers(
      this,
      ...['now', 'asked', 'taken', 'takenBefore', 'slots', 'mask', 'free', 'order', 'orderBegan', 'cancelled', 'dead'],
      ...[
        'sweepAbove',
        'era',
        'active',
        'shape',
        'hole',
        'leaves',
        'vacant',
        'tied',
        'batchNext',
        'batchEnd',
        'moment',
        'instant',
        'meeting',
        'start',
      ],
      ...['perWidth', 'few', 'cursor', 'bucketCount', 'openedAt', 'openedAfter', 'immediate'],
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

  /**
   * A time at which every event that is pending now has happened, and mostly the last one's: a cancelled one that was not swept
   * out yet may be later. −Infinity when none is pending. Looks at everything once.
   */
  lastTime(): number {
    const { words, times, keys, ids } = this;
    if (this.size === 0) return Number.NEGATIVE_INFINITY;
    let last = this.now;
    const isHeld = (slot: number) => words[(slot << 3) | Word.Kind] >= 0;
    // In the active part the time of a slot stands among the keys, in a chain beside its payload.
    for (let i = 1; i < keys.length; i++)
      if (keys[i] > last && keys[i] < Number.POSITIVE_INFINITY && isHeld(ids[i])) last = keys[i];
    for (let slot = 1; slot << 3 < words.length; slot++)
      if (isHeld(slot) && times[slot << 2] > last) last = times[slot << 2];
    return last;
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
    // Speed: whole numbers below 2³¹ are not allocated; V8 counts in integers until a handle is beyond.
    const handle = this.era + words[word | Word.Use] * this.slots + slot;
    if (time === now) {
      this.times[slot << 2] = time;
      this.join(slot, priority);
      return handle;
    }
    if (this.few === 0) {
      // Order: one function of the time says where it belongs, so that no two roundings disagree about a border.
      const position = (time - this.start) * this.perWidth;
      this.times[slot << 2] = time;
      if (!(position < this.cursor)) {
        const { links } = this;
        let cell = this.slots << 1;
        if (position < this.bucketCount) cell += 1 + (position | 0);
        // Speed: `chain`, once more.
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
      // Speed: `climb`, once more.
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
   * Takes the next event before `until` out, moves the clock to it, and returns its slot, to be given to `release` when its
   * payload is read; 0 when there is none.
   * Speed: the two usual ways only, so that it is short enough to be inlined in the loop.
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

  /** The same when a bucket is empty, a root has to be replaced, or events are cancelled or at one time. */
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

  /** Puts the clock forward to `time`, before which nothing is pending. */
  forward(time: number): void {
    this.now = time;
    this.meeting = true;
  }

  /**
   * Takes the event of this handle out; false, and nothing touched, when it is pending no more.
   * Speed: `find`, `unchain` and `release` in one, for the usual case.
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
    // Never fewer than this are pending or marked, so that sweeping costs each cancelled event the same.
    if (this.dead > this.sweepAbove) this.sweepIfDue();
    return true;
  }

  /** Moves the event of this handle to `time` ≥ now, as if scheduled anew; returns its new handle, 0 when it is pending no more. */
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

  /** Takes all events of the owner out (of one kind, if told) and returns how many. Looks at every slot once. */
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

  private find(handle: number): number {
    const { words, mask, era } = this;
    const after = handle - era;
    if (!(after > mask)) return this.findEarlier(handle);
    const slot = after & mask;
    const word = slot << 3;
    const named = words[word | Word.Kind] >= 0 && words[word | Word.Use] * (mask + 1) === after - slot;
    return named ? slot : No.Slot;
  }

  /** A handle given out when there were fewer slots names its slot by fewer bits. */
  private findEarlier(handle: number): number {
    const { words } = this;
    let { mask, era } = this;
    while (handle < era + mask + 1 && mask > 0) {
      mask >>= 1;
      era = this.eras[Math.clz32(mask)];
    }
    const slot = (handle - era) & mask;
    const word = slot << 3;
    const named = words[word | Word.Kind] >= 0 && era + words[word | Word.Use] * (mask + 1) + slot === handle;
    return named ? slot : No.Slot;
  }

  private chain(slot: number, cell: number): void {
    const { links } = this;
    const next = links[cell];
    links[slot << 1] = next;
    links[(slot << 1) | 1] = cell;
    if (this.slots <= Most.Doubly) links[(next << 1) | 1] = slot << 1;
    links[cell] = slot;
  }

  /** Takes an event out of its chain; false when it is in none, or may be in a ring. */
  private unchain(slot: number): boolean {
    const time = this.times[slot << 2];
    // Speed: where it is follows from its time. A mark that is taken away when a bucket comes up would cost every event.
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
    if (heads[priority] === No.Slot) heads[priority] = slot;
    else words[(tails[priority] << 3) | Word.Next] = slot;
    tails[priority] = slot;
    this.moment++;
    this.instant = this.now;
    // What was scheduled before for this time may be in the tree still.
    if (this.tied === 1) this.meeting = true;
  }

  /** The next of batch and rings, or 0 after a cancelled one. */
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

  /** The time at the head of the structure, of a cancelled event perhaps, or Infinity. */
  private headTime(): number {
    if (this.shape === Shape.Hole) this.fillHole();
    const head = () => this.keys[this.shape === Shape.Sorted ? this.active : 1];
    if (head() === Number.POSITIVE_INFINITY) this.refill();
    return head();
  }

  /** All events of this time, the earliest, leave the structure and become the batch, in order. */
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
      // In a list or tree of few its time may stand beside it only; `unchain` goes by the slot's own.
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

  // ---- The active part: a sorted list, latest first, or a tree.

  private insert(slot: number): void {
    const time = this.asked;
    const { keys, ids } = this;
    const active = ++this.active;
    let place = active;
    // At index 0 stands Infinity. Speed: the first two steps are written out (`mm1`, 35.6 → 34.9 ns); in a loop, V8 looks at
    // both arrays anew at every step.
    if (keys[active - 1] < time) {
      place = active - 1;
      keys[active] = keys[place];
      ids[active] = ids[place];
      if (keys[active - 2] < time) {
        place = active - 2;
        keys[active - 1] = keys[place];
        ids[active - 1] = ids[place];
        while (keys[place - 1] < time) {
          keys[place] = keys[place - 1];
          ids[place] = ids[place - 1];
          place--;
        }
      }
    }
    keys[place] = time;
    ids[place] = slot;
    if (active > (this.few === 1 ? Most.Sorted : Most.Inserted)) this.toTree();
  }

  /** The head, this slot, leaves the active part. */
  private leave(slot: number): void {
    if (this.shape === Shape.Sorted) this.active--;
    else {
      this.shape = Shape.Hole;
      this.hole = this.words[(slot << 3) | Word.Next];
    }
  }

  /** The list, in whatever order, becomes the leaves of a tree, some of which are vacant. */
  private toTree(): void {
    let missing = 0;
    while (missing < this.active && this.keys[missing + 1] === Number.POSITIVE_INFINITY) missing++;
    const active = this.active - missing;
    const leaves = Math.max(8, 1 << (32 - Math.clz32(active)));
    this.reserve(2 * leaves);
    const { keys, ids, words } = this;
    keys.copyWithin(leaves, 1 + missing, 1 + missing + active);
    ids.copyWithin(leaves, 1 + missing, 1 + missing + active);
    keys.fill(Number.POSITIVE_INFINITY, leaves + active, 2 * leaves);
    this.vacant = 0;
    for (let leaf = 2 * leaves - 1; leaf >= leaves + active; leaf--) {
      ids[leaf] = this.vacant;
      this.vacant = leaf;
    }
    for (let leaf = leaves + active - 1; leaf >= leaves; leaf--) words[(ids[leaf] << 3) | Word.Next] = leaf;
    this.active = active;
    this.leaves = leaves;
    this.tied = 0;
    this.shape = Shape.Tree;
    for (let place = leaves - 1; place > 0; place--) {
      const one = keys[2 * place];
      const other = keys[2 * place + 1];
      let best = 2 * place + +(other < one);
      if (one === other && one < Number.POSITIVE_INFINITY) best = this.earlier(2 * place);
      keys[place] = keys[best];
      ids[place] = ids[best];
    }
  }

  /** The tree becomes a list, in no order. */
  private toList(): void {
    const { keys, ids, leaves } = this;
    let active = 0;
    for (let leaf = leaves; leaf < 2 * leaves; leaf++) {
      if (keys[leaf] === Number.POSITIVE_INFINITY) continue;
      keys[++active] = keys[leaf];
      ids[active] = ids[leaf];
    }
    this.active = active;
    this.shape = Shape.Sorted;
    // Of those that met one may have been taken already, at now.
    if (this.tied === 1) this.meeting = true;
    this.tied = 0;
  }

  private toSorted(): void {
    this.toList();
    const { active, keys, ids } = this;
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
  }

  private rise(slot: number): void {
    if (this.vacant === 0) {
      this.toList();
      this.toTree();
    }
    const { keys, ids } = this;
    const leaf = this.vacant;
    this.vacant = ids[leaf];
    keys[leaf] = this.asked;
    ids[leaf] = slot;
    this.words[(slot << 3) | Word.Next] = leaf;
    this.active++;
    this.climb(leaf);
    if (this.active > Most.Tree && this.few === 1) this.spill();
  }

  /** From a leaf to the root, the earlier of each two goes up. */
  private climb(leaf: number): void {
    const { keys, ids } = this;
    let place = leaf;
    let key = keys[leaf];
    while (place > 1) {
      const other = keys[place ^ 1];
      let best = place ^ +(other < key);
      if (other === key && key < Number.POSITIVE_INFINITY) best = this.earlier(place);
      const id = ids[best];
      key = keys[best];
      place >>= 1;
      keys[place] = key;
      ids[place] = id;
    }
  }

  /** Order: of two at one time, by rank. */
  private earlier(place: number): number {
    const { words, ids } = this;
    this.tied = 1;
    const other = place ^ 1;
    return words[(ids[other] << 3) | Word.Rank] < words[(ids[place] << 3) | Word.Rank] ? other : place;
  }

  /** The leaf of the root that was taken out is vacant. */
  private fillHole(): void {
    const { keys, ids, hole } = this;
    this.shape = Shape.Tree;
    const active = --this.active;
    keys[hole] = Number.POSITIVE_INFINITY;
    ids[hole] = this.vacant;
    this.vacant = hole;
    if (active <= Few.Sorted) this.toSorted();
    else if (4 * active < this.leaves && this.leaves > 8) {
      this.toList();
      this.toTree();
    } else this.climb(hole);
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

  /** All that is in the structure goes to the far chain; cancelled events go. The next event opens a window. */
  private spill(): void {
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

  /** The first of the far chain, which is empty from here on. */
  private farOfPending(): number {
    const { links } = this;
    const first = links[this.slots << 1];
    links[this.slots << 1] = No.Slot;
    return first;
  }

  /** This slot and the rest of its chain go to the far chain. */
  private chainFar(first: number): void {
    const { links } = this;
    for (let slot = first; slot !== No.Slot; ) {
      const next = links[slot << 1];
      this.keepFar(slot);
      slot = next;
    }
  }

  /** How many events were taken that came through the structure. */
  private get passed(): number {
    return this.handled - this.immediate;
  }

  /** Whether buckets have held twice what they should, for as many events as a new window would have to move. */
  private crowded(): boolean {
    const since = this.passed - this.openedAfter;
    return since > 2 * Few.Bucket * this.cursor && since > this.size + 256;
  }

  private keepFar(slot: number): void {
    if (this.words[(slot << 3) | Word.Kind] < 0) this.bury(slot);
    else this.chain(slot, this.slots << 1);
  }

  /** Puts the next bucket in order as the active part, which is empty. False when there is none. */
  private refill(): boolean {
    let first = this.firstOfNext();
    if (first === No.Slot) {
      if (this.links[this.slots << 1] === No.Slot) return false;
      if (this.openWindow()) return true;
      first = this.firstOfNext();
    }
    const { links, times, keys, ids } = this;
    // Speed: six at once, in order by counting for each who is later, without a branch, since random data make every branch
    // of a sort a toss-up. Those that are missing are at Infinity. A bucket holds four at the front, more than six 1 time in 8.
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

  /** Leaves the next bucket that is not empty, for the active part, and returns its first slot; 0 when there is none. */
  private firstOfNext(): number {
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

  /** The rest of the bucket's chain, from this slot on, is put in order with what is in the active part already. */
  private refillRest(first: number): void {
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
   * Reads the first slots of a bucket that comes soon.
   * Speed: where slots are not in the cache, one miss after another is waited for; asked for here, they come side by side.
   */
  private touch(cell: number): void {
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
  private refillLong(first: number): void {
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
    // Events of one time only are sorted as they are.
    if (!same) this.toTree();
  }

  /** A new window of buckets for what is far; true when so little is left that it became the active part whole. */
  private openWindow(): boolean {
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
    // Three mean gaps of the nearer half. Speed: but what is pending does not say how many more will be scheduled for soon
    // (`corridor`, 86 → 74 ns): rather so wide that a bucket would have held four of the events since the window before.
    // Within limits, so that a window is for some tenth of what is pending at least.
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
    // Speed: a sum of the smaller would have been of integers always, until it is not, and the compiled code be given up.
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

  private toFew(): void {
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

  // ---- Room.

  /** Cancelled events leave every structure. */
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
    this.immediate = 0;
    this.openedAfter = -1;
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
    this.moveHeads(from << 1);
    this.open(from, this.slots);
    return this.free;
  }

  /** The first of each chain stands behind the links of all slots, and moves when there are more. */
  private moveHeads(from: number): void {
    const { links } = this;
    const to = this.slots << 1;
    this.state.growField(this, 'links', links.length + to - from);
    const moved = this.links.copyWithin(to, from, links.length).fill(0, from, to);
    for (let cell = to; cell < moved.length; cell++) if (moved[cell] !== No.Slot) moved[(moved[cell] << 1) | 1] = cell;
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
