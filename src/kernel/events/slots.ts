// Slots of pending events: payload, handles, clock, and all fields shared by the subclasses.
import type { State } from '../snapshots/state';

import { Few, Most, No, PRIORITIES, Rank, Shape, Word } from './layout';

/**
 * One slot per event, and all fields of the ordering structures.
 * Speed: subclasses add methods, never fields, so that the object has one hidden class.
 */
export abstract class Slots {
  // Speed: V8 eliminates repeated loads for the first 29 fields of an object only; fields are in order of use.
  /** 8 words per slot; `times` views the same bytes as float64 (4 per slot). */
  words: Int32Array;
  /** The active part: times and their slots, from index 1; index 0 is always Infinity. */
  protected keys: Float64Array;
  protected ids: Int32Array;
  protected times: Float64Array;
  /**
   * Two per slot in a chain: the next slot, and the cell that points to it. Then the first slot of the far chain and of each
   * bucket. A time belongs to bucket (time − start) × perWidth: below `cursor`, to the active part; from `bucketCount` on, to
   * the far chain. With few pending perWidth is 0 and cursor 1: everything is active.
   */
  protected links: Int32Array;
  /** Current time. */
  now: number;
  /** Time argument of `add`. */
  asked: number;
  /** End time of `take`, exclusive. Speed: a double passed as an argument may be allocated at each call. */
  until: number;
  protected active: number;
  protected shape: Shape;
  /** Leaf of the removed root. */
  protected hole: number;
  /** Number of events in batch and rings, including cancelled ones. */
  protected moment: number;
  protected free: number;
  /** Order of scheduling of the next event. */
  protected order: number;
  /** Number of events taken since the last renumbering. */
  protected taken: number;
  /** Offset of handles with the current number of slot bits; `eras` holds it for fewer bits. */
  protected era: number;
  protected slots: number;
  /** Kinds are 0 … `kinds` − 1. */
  kinds: number;
  /** 1 with few pending, else 0. Speed: testing a boolean takes a dozen instructions. */
  protected few: number;
  protected start: number;
  protected perWidth: number;
  protected cursor: number;
  protected bucketCount: number;
  /** Cancelled events not yet removed. */
  protected dead: number;
  protected mask: number;
  protected instant: number;
  protected cancelled: number;
  protected orderBegan: number;
  /** Number of events taken that were scheduled for the then current time and never entered the structure. */
  protected immediate: number;
  /** At the opening of the window: time of its first event, and `passed`; −1 where there was no window before. */
  protected openedAt: number;
  protected openedAfter: number;
  protected takenBefore: number;
  /** Number of marked events above which `sweepIfDue` is called. */
  protected sweepAbove: number;
  protected readonly eras: Float64Array;
  /** Sorted events of equal time, and the range not yet taken. */
  protected batch: Int32Array;
  protected batchNext: number;
  protected batchEnd: number;
  /** First and last slot of the ring of each priority. (One extra element is the dummy target of `touch`.) */
  protected readonly heads: Int32Array;
  protected readonly tails: Int32Array;
  protected meeting: boolean;
  /** Number of leaves, the first vacant leaf, and 1 when two events of equal time were compared. */
  protected leaves: number;
  protected vacant: number;
  protected tied: number;
  protected readonly sample: Float64Array;
  protected readonly state: State;

  constructor(state: State, capacity = 64) {
    // Speed: an integer type; 2 ** n is a double to the compiler, and so would be everything computed from it.
    const slots = 1 << (32 - Math.clz32(Math.max(capacity - 1, 1)));
    this.words = state.int32(this, 'words', 8 * slots);
    this.keys = state.float64(this, 'keys', 1024).fill(Number.POSITIVE_INFINITY);
    this.ids = state.int32(this, 'ids', 1024);
    this.times = new Float64Array(this.words.buffer);
    this.links = state.int32(this, 'links', 2 * slots + Few.Ahead);
    // Speed: NaN first, so that the fields are doubles.
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

  /** Number of events taken. */
  get handled(): number {
    return this.takenBefore + this.taken;
  }

  /** Number of pending events. */
  get size(): number {
    return this.orderBegan + this.order - this.cancelled - this.takenBefore - this.taken;
  }

  /**
   * Upper bound on the times of all pending events: exact unless a cancelled event not yet removed is later. −Infinity when
   * none is pending. Scans everything once.
   */
  lastTime(): number {
    const { words, times, keys, ids } = this;
    if (this.size === 0) return Number.NEGATIVE_INFINITY;
    let last = this.now;
    const isHeld = (slot: number) => words[(slot << 3) | Word.Kind] >= 0;
    // In the active part the time is in `keys`, in a chain in the slot.
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

  /** Frees the slot and invalidates its handle. */
  release(slot: number): void {
    const { words } = this;
    const word = slot << 3;
    words[word | Word.Kind] = No.Event;
    if (words[word | Word.Use]++ === Most.Uses) return;
    words[word | Word.Next] = this.free;
    this.free = slot;
  }

  protected find(handle: number): number {
    const { words, mask, era } = this;
    const after = handle - era;
    if (!(after > mask)) return this.findEarlier(handle);
    const slot = after & mask;
    const word = slot << 3;
    const named = words[word | Word.Kind] >= 0 && words[word | Word.Use] * (mask + 1) === after - slot;
    return named ? slot : No.Slot;
  }

  /** Finds a handle issued when there were fewer slots, which has fewer slot bits. */
  protected findEarlier(handle: number): number {
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

  /** Frees the slot of a cancelled event. */
  protected bury(slot: number): void {
    this.dead--;
    this.release(slot);
  }

  /** The order of scheduling ran out of bits: renumbers pending events from 0, in the same order. */
  protected renumber(): void {
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

  protected grow(): number {
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

  /** The heads of the chains follow the links of all slots, and move when slots are added. */
  protected moveHeads(from: number): void {
    const { links } = this;
    const to = this.slots << 1;
    this.state.growField(this, 'links', links.length + to - from);
    const moved = this.links.copyWithin(to, from, links.length).fill(0, from, to);
    for (let cell = to; cell < moved.length; cell++) if (moved[cell] !== No.Slot) moved[(moved[cell] << 1) | 1] = cell;
  }

  /** Adds slots `from` … `to` − 1 to the free list, the lowest first. */
  protected open(from: number, to: number): void {
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
