// Slots of pending events: their payload, handles and clock, and every field that the structures above share.
import type { State } from '../snapshots/state';

import { Few, Most, No, PRIORITIES, Rank, Shape, Word } from './layout';

/**
 * One slot an event, and every field of what keeps them in order.
 * Speed: the classes built on it add methods, never fields, so that all are one object of one shape.
 */
export abstract class Slots {
  // Speed: V8 remembers what it has loaded for the first 29 fields of an object only; they are in the order of their use.
  /** 8 words a slot, and the same bytes read as times (4 a slot). */
  words: Int32Array;
  /** The active part: times, and slots beside them, from index 1; index 0 is Infinity always. */
  protected keys: Float64Array;
  protected ids: Int32Array;
  protected times: Float64Array;
  /**
   * Two a slot: the next of its chain, and the cell that points to it; of slots in a chain only. Behind them the first slot of
   * the far chain and then of each bucket. A time belongs to bucket (time − start) × perWidth: before `cursor`, to the active part; at
   * `bucketCount` and beyond, to the far chain. With few pending perWidth is 0 and cursor 1: everything is active.
   */
  protected links: Int32Array;
  /** The time it is. */
  now: number;
  /** The time for `add`. */
  asked: number;
  /** The time for `take`: events at it and later are left. Speed: an argument is allocated anew at each call, at V8's whim. */
  until: number;
  protected active: number;
  protected shape: Shape;
  /** The leaf of the root that was taken out. */
  protected hole: number;
  /** Events in batch and rings, cancelled ones too; their time; whether the structure may hold events of that time too. */
  protected moment: number;
  protected free: number;
  /** Order of scheduling: of the next event, and how often it began anew. */
  protected order: number;
  /** How many events were taken, and before the order of scheduling last began anew. */
  protected taken: number;
  /** The first handle, less one use, that names its slot by as many bits as there are now; the same for fewer bits. */
  protected era: number;
  protected slots: number;
  /** Kinds are 0 … `kinds` − 1. */
  kinds: number;
  /** 1 with few pending, else 0. Speed: a yes-or-no is tested by a dozen instructions. */
  protected few: number;
  protected start: number;
  protected perWidth: number;
  protected cursor: number;
  protected bucketCount: number;
  /** Cancelled and not met yet. */
  protected dead: number;
  protected mask: number;
  protected instant: number;
  protected cancelled: number;
  protected orderBegan: number;
  /** How many were taken that never were in the structure, for they were scheduled for now. */
  protected immediate: number;
  /** When the window was opened: the time of its first event, and how many had been `passed`; −1 where there was none before. */
  protected openedAt: number;
  protected openedAfter: number;
  protected takenBefore: number;
  /** Marked ones from which it is worth a look whether to sweep. */
  protected sweepAbove: number;
  protected readonly eras: Float64Array;
  /** Events of one time, in order, and how far they were taken. */
  protected batch: Int32Array;
  protected batchNext: number;
  protected batchEnd: number;
  /** First and last slot by priority of the events at now. (One more number, which `touch` writes, means nothing.) */
  protected readonly heads: Int32Array;
  protected readonly tails: Int32Array;
  protected meeting: boolean;
  /** Leaves of the tree, and the first that is vacant; 1 when two of one time have met in it. */
  protected leaves: number;
  protected vacant: number;
  protected tied: number;
  protected readonly sample: Float64Array;
  protected readonly state: State;

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

  /** The slot may hold another event now; its handle names nothing more. */
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

  /** A handle given out when there were fewer slots names its slot by fewer bits. */
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

  /** A cancelled event was met: its slot is free. */
  protected bury(slot: number): void {
    this.dead--;
    this.release(slot);
  }

  /** The order of scheduling has used up its bits: what is pending is numbered from 0, in the same order. */
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

  /** The first of each chain stands behind the links of all slots, and moves when there are more. */
  protected moveHeads(from: number): void {
    const { links } = this;
    const to = this.slots << 1;
    this.state.growField(this, 'links', links.length + to - from);
    const moved = this.links.copyWithin(to, from, links.length).fill(0, from, to);
    for (let cell = to; cell < moved.length; cell++) if (moved[cell] !== No.Slot) moved[(moved[cell] << 1) | 1] = cell;
  }

  /** Slots `from` … `to` − 1 become free, the lowest to be used first. */
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
