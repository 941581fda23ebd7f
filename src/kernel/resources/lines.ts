// Where all who wait in a simulation stand: to join a line, to be next, or to leave from the middle takes a few moves.
import { ofSimulation } from '../events/ofSimulation';
import type { Handle, Simulation } from '../events/simulation';

/**
 * A place in a line is 32 bytes, half a line of the processor's cache: the places before and behind, who stands there and
 * for how much, the post at which its line begins, the next place of its row in the index, and which event of whose is to
 * come if its patience ends. A place is named by the index of its first word.
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
  // Words a place.
  All,
}

/** No place, and the kind of event of a patience without end. */
enum No {
  Place = -1,
  Kind = -1,
}

/** Words at first; they double when more wait. */
const WORDS = 32 * Word.All;

/**
 * All lines of one simulation. A line is a ring of places that starts and ends at a post, a place of its own, so that no
 * end is a special case. Lines that belong together have their posts side by side, the better line first.
 *
 * Who is asked for by name is found through an index, which is made when somebody first is and kept up from then on:
 * lines that nobody leaves early do not pay for it.
 *
 * Speed: one array for all lines, which stays in the cache; functions that run at every step are few and short, so that
 * V8 still has room for them inside its users: a take and a pass went from 16 to 11 ns.
 */
export class Lines {
  /** The lines of this simulation. */
  static readonly of = ofSimulation((sim) => new Lines(sim));

  private words: Int32Array;
  /** By place: the event that ends its patience. */
  private ends: Float64Array;
  private length = WORDS;
  /** Places given back, chained; and the first that was never used. */
  private free = No.Place;
  private unused = 0;
  /** By hash of lines and who: the place that joined last. Derived from the lines, and only while somebody was asked for. */
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

  /** Opens `count` empty lines side by side and returns the post of the first; the others are 8 further each. */
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

  /** Puts `who` at the end of the line and returns the place. */
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

  /** Takes the place out of its line, and its patience with it. Who stood there can be read until the next `join`. */
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

  /** Moves the place to the end of a line. */
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

  /** From now on the event `end` stands for the end of this place's patience; `kind` and `owner` are kept for it. */
  limit(place: number, end: Handle, kind: number, owner: number): void {
    this.ends[place >> 3] = end;
    this.words[place | Word.Kind] = kind;
    this.words[place | Word.Owner] = owner;
  }

  /** The place at the front of the first line that is not empty, from this post on; there must be one. */
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

  /** The place at the end of a line that is not empty. */
  last(post: number): number {
    return this.words[post | Word.Previous];
  }

  /** The first place at which `who` stands in the best of the lines beside the post `first`, or −1. */
  find(first: number, who: number): number {
    if (!this.indexed) this.makeIndex();
    const { words } = this;
    let found = No.Place;
    let best = 0;
    for (let place = this.index[this.row(first, who)]; place >= 0; place = words[place | Word.Row]) {
      const post = words[place | Word.Post];
      if (words[place | Word.Who] !== who || words[post | Word.Amount] !== first) continue;
      // Order: a row goes from the last who joined to the first, so of one line the first is met last.
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

  /** A place that was never used, as if it came from those given back. */
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

  // ---- The index: rows of places, chained.

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
