// The events that are still to come, always ready to name the earliest.
// Long, because heap, slots and the events of now keep one order together.
import { Lines } from './lines';
import type { State } from './state';

/** Priorities are 0 … 3; at equal times the lower number goes first. */
export const PRIORITIES = 4;
/** A handle is generation × 2²⁴ + slot: a safe integer while there are fewer than 2²⁹ generations. 0 is never one. */
const SLOTS = 2 ** 24;
const GENERATIONS = 2 ** 29;
/** Priority and order of scheduling are one number: 4 × 2⁵¹ is still exact, and 2⁵¹ events are seven years of computing. */
const ORDERS = 2 ** 51;
/** Where a slot is when it is not in the heap. */
const FREE = -1;
const AT_NOW = -2;

/** What can stand in for `PendingEvents`; test/laws holds every implementation to the same promises. */
export type PendingSet = Pick<PendingEvents, keyof PendingEvents>;

/**
 * Pending events, one slot each: a heap with four children a node, and beside it one line a priority for events scheduled
 * at the very moment that it is now, which never touch the heap.
 *
 * Order: time, then priority, then order of scheduling; exactly, across heap and lines, because every event carries its
 * rank (priority and order of scheduling) and the earliest of both is compared by it.
 */
export class PendingEvents {
  /** Payload by slot; readable after `take` until the next `add`. */
  kind: Int32Array;
  owner: Int32Array;
  arg: Int32Array;
  /** How often the slot was handed out: tells a handle's event from a later one in the same slot. */
  generation: Int32Array;
  /** How many events are pending. */
  size = 0;

  private rank: Float64Array;
  /** Index in the heap by slot, or FREE, or AT_NOW. */
  private place: Int32Array;
  /** Time and slot by index in the heap. Speed: the four children's times are neighbours in memory. */
  private times: Float64Array;
  private slots: Int32Array;
  private inHeap = 0;
  private free: Int32Array;
  private freeCount = 0;
  private readonly atNow: Lines;
  private instant = 0;
  private scheduled = 0;

  constructor(
    private readonly state: State,
    capacity = 64,
  ) {
    this.kind = state.int32(this, 'kind', capacity);
    this.owner = state.int32(this, 'owner', capacity);
    this.arg = state.int32(this, 'arg', capacity);
    this.generation = state.int32(this, 'generation', capacity);
    this.rank = state.float64(this, 'rank', capacity);
    this.place = state.int32(this, 'place', capacity);
    this.times = state.float64(this, 'times', capacity);
    this.slots = state.int32(this, 'slots', capacity);
    this.free = state.int32(this, 'free', capacity);
    this.atNow = new Lines(state, PRIORITIES, capacity);
    this.open(0, capacity);
  }

  /** Adds an event at `time` ≥ `now` and returns its handle. */
  add(time: number, now: number, kind: number, owner: number, arg: number, priority: number): number {
    if (this.freeCount === 0) this.grow();
    if (this.scheduled === ORDERS) throw new RangeError(`More than ${ORDERS} events were scheduled; begin a new run.`);
    const slot = this.free[--this.freeCount];
    this.kind[slot] = kind;
    this.owner[slot] = owner;
    this.arg[slot] = arg;
    this.rank[slot] = priority * ORDERS + this.scheduled++;
    if (time === now) {
      this.instant = now;
      this.place[slot] = AT_NOW;
      this.atNow.join(priority, slot);
    } else {
      this.rise(this.inHeap++, time, slot);
    }
    this.size++;
    return this.generation[slot] * SLOTS + slot;
  }

  /** The time of the next event, or Infinity. */
  nextTime(): number {
    if (this.size > this.inHeap) return this.instant;
    return this.inHeap > 0 ? this.times[0] : Number.POSITIVE_INFINITY;
  }

  /** Takes the next event out and returns its slot. There must be one. */
  take(): number {
    let slot = this.slots[0];
    if (this.size > this.inHeap) {
      const waiting = this.atNow.best(PRIORITIES);
      // Order: an event that came into the heap for this very moment went before, unless its priority is worse.
      const heapFirst = this.inHeap > 0 && this.times[0] === this.instant && this.rank[slot] < this.rank[waiting];
      if (!heapFirst) slot = waiting;
    }
    this.remove(slot);
    return slot;
  }

  /** Takes the event of this handle out; false, and nothing touched, when it is pending no more. */
  cancel(handle: number): boolean {
    const generation = Math.floor(handle / SLOTS);
    const slot = handle - generation * SLOTS;
    if (this.generation[slot] !== generation || this.place[slot] === FREE) return false;
    this.remove(slot);
    return true;
  }

  private remove(slot: number): void {
    const index = this.place[slot];
    if (index === AT_NOW) this.atNow.leave(slot);
    else this.closeGap(index);
    this.place[slot] = FREE;
    this.size--;
    // A slot that has used up its generations retires: its oldest handle must never be mistaken for a new one.
    if (++this.generation[slot] < GENERATIONS) this.free[this.freeCount++] = slot;
  }

  /** The last event of the heap moves to where one was taken out, and from there up or down. */
  private closeGap(index: number): void {
    const last = --this.inHeap;
    if (index === last) return;
    const time = this.times[last];
    const slot = this.slots[last];
    const parent = (index - 1) >> 2;
    if (index > 0 && this.before(time, slot, parent)) this.rise(index, time, slot);
    else this.sink(index, time, slot);
  }

  private before(time: number, slot: number, index: number): boolean {
    const other = this.times[index];
    return time < other || (time === other && this.rank[slot] < this.rank[this.slots[index]]);
  }

  private rise(from: number, time: number, slot: number): void {
    const { times, slots, place } = this;
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 2;
      if (!this.before(time, slot, parent)) break;
      times[index] = times[parent];
      slots[index] = slots[parent];
      place[slots[index]] = index;
      index = parent;
    }
    times[index] = time;
    slots[index] = slot;
    place[slot] = index;
  }

  private sink(from: number, time: number, slot: number): void {
    const { times, slots, place, rank, inHeap } = this;
    let index = from;
    for (let child = 4 * index + 1; child < inHeap; child = 4 * index + 1) {
      const end = Math.min(child + 4, inHeap);
      let least = child;
      let leastTime = times[child];
      for (let other = child + 1; other < end; other++) {
        const otherTime = times[other];
        if (otherTime < leastTime || (otherTime === leastTime && rank[slots[other]] < rank[slots[least]])) {
          least = other;
          leastTime = otherTime;
        }
      }
      if (this.before(time, slot, least)) break;
      times[index] = leastTime;
      slots[index] = slots[least];
      place[slots[index]] = index;
      index = least;
    }
    times[index] = time;
    slots[index] = slot;
    place[slot] = index;
  }

  private grow(): void {
    const from = this.place.length;
    if (from === SLOTS)
      throw new RangeError(`More than ${SLOTS} events pending; an event probably schedules two more.`);
    const to = Math.min(2 * from, SLOTS);
    this.state.grow(this, to);
    this.atNow.grow(to);
    this.open(from, to);
  }

  /** Slots `from` … `to` − 1 become free, the lowest to be used first. */
  private open(from: number, to: number): void {
    for (let slot = to - 1; slot >= from; slot--) {
      this.place[slot] = FREE;
      this.generation[slot] = 1;
      this.free[this.freeCount++] = slot;
    }
  }
}
