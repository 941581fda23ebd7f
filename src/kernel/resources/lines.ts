// All waiting entities of a simulation: constant-time join, pop and removal from the middle of a queue.
import { ofSimulation } from '../events/ofSimulation';
import type { Handle, Simulation } from '../events/simulation';

/**
 * A place in a queue is 32 bytes, half a cache line: next and previous place, entity and amount, the head (post) of its
 * queue, the next place in its row of the index, and kind and owner of the event at the end of its patience. A place is
 * identified by the index of its first word.
 */
enum Word {
  Next,
  Previous,
  Who,
  Amount,
  Post,
  Row,
  Kind,
  Owner,
  // Words per place.
  All,
}

/** No place; no event, as patience is unlimited. */
enum No {
  Place = -1,
  Kind = -1,
}

/** Initial number of words; doubled when full. */
const WORDS = 32 * Word.All;

/**
 * All queues of one simulation. A queue is a doubly linked ring of places with a sentinel (post). The posts of related
 * queues are adjacent, highest priority first.
 *
 * Entities are found by number through a hash index, built on the first such call and maintained from then on: queues
 * without early departures do not pay for it.
 *
 * Speed: one array for all queues, which stays in the cache; hot functions are few and short enough to be inlined in
 * their callers: a take and a pass went from 16 to 11 ns.
 */
export class Lines {
  /** The instance of this simulation. */
  static readonly of = ofSimulation((sim) => new Lines(sim));

  private words: Int32Array;
  /** By place: the event at the end of its patience. */
  private ends: Float64Array;
  private length = WORDS;
  /** Free list, and the first place never used. */
  private free = No.Place;
  private unused = 0;
  /** By hash of queue group and entity: the place that joined last. Derived from the queues, built on first use. */
  private index = new Int32Array(0);
  private indexed = false;

  private constructor(private readonly sim: Simulation) {
    const { state } = sim;
    this.words = state.int32(this, 'words', WORDS);
    this.ends = state.float64(this, 'ends', WORDS / Word.All);
    state.numbers(this, 'length', 'free', 'unused');
    state.restored(() => {
      this.indexed = false;
    });
  }

  /** Opens `count` adjacent empty queues and returns the post of the first; each further post is at + 8. */
  open(count: number): number {
    const first = this.unused;
    this.unused += count * Word.All;
    while (this.unused > this.length) this.grow();
    for (let post = first; post < this.unused; post += Word.All) {
      this.words[post] = this.words[post | Word.Previous] = this.words[post | Word.Post] = post;
      this.words[post | Word.Amount] = first;
    }
    return first;
  }

  /** Appends `who` to the queue and returns the place. */
  join(post: number, who: number, amount: number): number {
    let place = this.free;
    if (place < 0) place = this.fresh();
    const { words } = this;
    const last = words[post | Word.Previous];
    this.free = words[place];
    words[place] = post;
    words[place | Word.Previous] = last;
    words[place | Word.Who] = who;
    words[place | Word.Amount] = amount;
    words[place | Word.Post] = post;
    words[last] = words[post | Word.Previous] = place;
    if (this.indexed) this.enterIndex(place);
    return place;
  }

  /** Removes the place and cancels its patience. Its entity can be read until the next `join`. */
  drop(place: number): void {
    const { words } = this;
    if (this.indexed) this.exitIndex(place);
    const before = words[place | Word.Previous];
    const after = words[place];
    words[before] = after;
    words[after | Word.Previous] = before;
    if (words[place | Word.Kind] >= 0) this.forget(place);
    words[place] = this.free;
    this.free = place;
  }

  /** Moves the place to the end of a queue. */
  move(place: number, post: number): void {
    const { words } = this;
    if (this.indexed) this.exitIndex(place);
    const before = words[place | Word.Previous];
    const after = words[place];
    words[before] = after;
    words[after | Word.Previous] = before;
    const last = words[post | Word.Previous];
    words[place] = post;
    words[place | Word.Previous] = last;
    words[place | Word.Post] = post;
    words[last] = words[post | Word.Previous] = place;
    if (this.indexed) this.enterIndex(place);
  }

  /** Sets the event `end` at the end of this place's patience, and the `kind` and `owner` of the event to notify then. */
  limit(place: number, end: Handle, kind: number, owner: number): void {
    this.ends[place >> 3] = end;
    this.words[place | Word.Kind] = kind;
    this.words[place | Word.Owner] = owner;
  }

  /** Front of the first non-empty queue, from this post on; there must be one. */
  front(first: number): number {
    const { words } = this;
    let post = first;
    let place = words[post];
    while (place === post) {
      post += Word.All;
      place = words[post];
    }
    return place;
  }

  /** Last place of a non-empty queue. */
  last(post: number): number {
    return this.words[post | Word.Previous];
  }

  /** First place of `who` in the best queue of the group at post `first`, or −1. */
  find(first: number, who: number): number {
    if (!this.indexed) this.makeIndex();
    const { words } = this;
    let found = No.Place;
    let best = 0;
    for (let place = this.index[this.row(first, who)]; place >= 0; place = words[place | Word.Row]) {
      const post = words[place | Word.Post];
      if (words[place | Word.Who] !== who || words[post | Word.Amount] !== first) continue;
      // Order: a row runs from the latest to the earliest, so the first of a queue is met last.
      if (found < 0 || post <= best) {
        found = place;
        best = post;
      }
    }
    return found;
  }

  who(place: number): number {
    return this.words[place | Word.Who];
  }

  amount(place: number): number {
    return this.words[place | Word.Amount];
  }

  post(place: number): number {
    return this.words[place | Word.Post];
  }

  kind(place: number): number {
    return this.words[place | Word.Kind];
  }

  owner(place: number): number {
    return this.words[place | Word.Owner];
  }

  private forget(place: number): void {
    this.sim.cancel(this.ends[place >> 3] as Handle);
    this.words[place | Word.Kind] = No.Kind;
  }

  /** A new place, initialized like one of the free list. */
  private fresh(): number {
    const place = this.unused;
    this.unused += Word.All;
    if (this.unused > this.length) this.grow();
    this.words[place] = No.Place;
    this.words[place | Word.Kind] = No.Kind;
    return place;
  }

  private grow(): void {
    this.length *= 2;
    this.sim.state.growField(this, 'words', this.length);
    this.sim.state.growField(this, 'ends', this.length / Word.All);
    if (this.indexed) this.makeIndex();
  }

  // ---- The index: linked rows of places.

  private row(first: number, who: number): number {
    const hash = Math.imul(Math.imul(who, 0x9e3779b1) ^ first, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & (this.index.length - 1);
  }

  private rowOf(place: number): number {
    const { words } = this;
    return this.row(words[words[place | Word.Post] | Word.Amount], words[place | Word.Who]);
  }

  private makeIndex(): void {
    this.index = new Int32Array(this.length / Word.All).fill(No.Place);
    this.indexed = true;
    const { words } = this;
    for (let post = 0; post < this.unused; post += Word.All) {
      // Only a post is its own post.
      if (words[post | Word.Post] !== post) continue;
      for (let place = words[post]; place !== post; place = words[place]) this.enterIndex(place);
    }
  }

  private enterIndex(place: number): void {
    const row = this.rowOf(place);
    this.words[place | Word.Row] = this.index[row];
    this.index[row] = place;
  }

  private exitIndex(place: number): void {
    const { words, index } = this;
    const row = this.rowOf(place);
    const behind = words[place | Word.Row];
    if (index[row] === place) {
      index[row] = behind;
      return;
    }
    let before = index[row];
    while (words[before | Word.Row] !== place) before = words[before | Word.Row];
    words[before | Word.Row] = behind;
  }
}
