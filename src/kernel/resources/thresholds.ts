// Priority queue of entities waiting for a level to rise: one comparison with the lowest threshold per change.
import type { EventKind, Simulation } from '../events/simulation';

/** Initial number of watches; doubled when full. */
const WATCHES = 16;
/** A ticket is `used` × this + the watch; `used` counts starts and ends, so it is odd while the watch is in use. */
const MOST = 2 ** 24;

/**
 * A binary heap of watches, by threshold, then order of arrival. Tickets are never reused.
 */
export class Thresholds {
  /** The lowest threshold, or Infinity. */
  lowest = Number.POSITIVE_INFINITY;
  private size = 0;
  private watches = 0;
  /** Free list, linked through `place`. */
  private free = -1;
  private order = 0;

  private readonly threshold!: Float64Array;
  private readonly since!: Float64Array;
  private readonly used!: Float64Array;
  private readonly kind!: Int32Array;
  private readonly owner!: Int32Array;
  private readonly arg!: Int32Array;
  /** By watch: its place in the heap, or the next free watch. `heap`, by place: the watch. */
  private readonly place!: Int32Array;
  private readonly heap!: Int32Array;

  constructor(private readonly sim: Simulation) {
    const { state } = sim;
    for (const field of ['threshold', 'since', 'used']) state.float64(this, field, 0);
    for (const field of ['kind', 'owner', 'arg', 'place', 'heap']) state.int32(this, field, 0);
    state.numbers(this, 'lowest', 'size', 'watches', 'free', 'order');
  }

  /** Number of watches. */
  get waiting(): number {
    return this.size;
  }

  /** Adds a watch and returns its ticket. */
  add(threshold: number, kind: EventKind, owner: number, arg: number): number {
    const watch = this.fresh();
    this.threshold[watch] = threshold;
    this.since[watch] = this.order++;
    this.kind[watch] = kind;
    this.owner[watch] = owner;
    this.arg[watch] = arg;
    this.rise(this.size++, watch);
    this.lowest = this.threshold[this.heap[0]];
    return ++this.used[watch] * MOST + watch;
  }

  /** Removes a watch. False when it is not active. */
  cancel(ticket: number): boolean {
    const watch = ticket % MOST;
    if (!(watch < this.watches && this.used[watch] * MOST + watch === ticket && this.used[watch] % 2 === 1))
      return false;
    this.remove(watch);
    return true;
  }

  /** Schedules the events of all watches with threshold ≤ level, the lowest first, and removes them. */
  wake(level: number): void {
    while (this.lowest <= level) {
      const watch = this.heap[0];
      this.remove(watch);
      this.sim.at(this.sim.now, this.kind[watch] as EventKind, this.owner[watch], this.arg[watch]);
    }
  }

  private remove(watch: number): void {
    const place = this.place[watch];
    const last = this.heap[--this.size];
    if (last !== watch) {
      if (this.before(last, watch)) this.rise(place, last);
      else this.sink(place, last);
    }
    this.used[watch]++;
    this.place[watch] = this.free;
    this.free = watch;
    this.lowest = this.size === 0 ? Number.POSITIVE_INFINITY : this.threshold[this.heap[0]];
  }

  private before(one: number, other: number): boolean {
    const difference = this.threshold[one] - this.threshold[other];
    return difference < 0 || (difference === 0 && this.since[one] < this.since[other]);
  }

  private put(place: number, watch: number): void {
    this.heap[place] = watch;
    this.place[watch] = place;
  }

  private rise(from: number, watch: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.before(watch, this.heap[parent])) break;
      this.put(place, this.heap[parent]);
      place = parent;
    }
    this.put(place, watch);
  }

  private sink(from: number, watch: number): void {
    let place = from;
    for (let child = 2 * place + 1; child < this.size; child = 2 * place + 1) {
      if (child + 1 < this.size && this.before(this.heap[child + 1], this.heap[child])) child++;
      if (!this.before(this.heap[child], watch)) break;
      this.put(place, this.heap[child]);
      place = child;
    }
    this.put(place, watch);
  }

  private fresh(): number {
    const watch = this.free;
    if (watch >= 0) {
      this.free = this.place[watch];
      return watch;
    }
    if (this.watches === this.heap.length) {
      if (this.watches === MOST) throw new RangeError(`More than ${MOST} wait for a level; one probably asks twice.`);
      this.sim.state.grow(this, Math.max(WATCHES, 2 * this.watches));
    }
    return this.watches++;
  }
}
