// Boxes inside the corridor as rows of typed arrays; rows are reused after departure.
import type { State } from '../../kernel';
import { MOST_INSIDE, mostInside } from '../corridor/figures/flowBoxes';
import type { Box } from './place';

/** No box, unit or place. */
export const NONE = -1;

/** Thrown when the maximum number of boxes inside is exceeded. */
export class Overfull extends Error {}

/** Lists of boxes linked through `next`: a train's load, a yard's queue. A box is in one list at most. */
export interface BoxList {
  /** By list: first box; NONE when empty. */
  first: Int32Array;
  /** By list: last box; NONE when empty. */
  last: Int32Array;
  /** By list: number of boxes. */
  count: Int32Array;
  /** By list: total TEU. */
  teu: Float64Array;
}

/** Boxes inside the corridor: columns by row. */
export class Boxes {
  /** Flow; with the number within the flow it identifies a box. */
  declare flow: Int32Array;
  /** Its number within its flow, from 0. */
  declare number: Int32Array;
  /** Its size [TEU]; 0: a truck. */
  declare teu: Float64Array;
  /** Index of its route. */
  declare route: Int32Array;
  /** 1: it travels empty. */
  declare empty: Int32Array;
  /** Current or next leg of its route. */
  declare leg: Int32Array;
  /** Last stop reached on its route. */
  declare stop: Int32Array;
  /** Next box of its list; NONE at the end. */
  declare next: Int32Array;
  /** Time of entry into the corridor [s]. */
  declare entered: Float64Array;
  /** Start of its wait for its service. */
  declare waits: Float64Array;
  /** Start of its stay in the yard slot. */
  declare stacked: Float64Array;
  /** Time of customs release. */
  declare clear: Float64Array;
  /** A lift under way sets it down on this unit; NONE: in the yard. */
  declare target: Int32Array;
  /** 1: entered within the window, so its transit counts. */
  declare cohort: Int32Array;
  /** Its customs channel. */
  declare channel: Int32Array;
  /** Place where customs holds it, off its train; NONE: not held. */
  declare heldAt: Int32Array;
  /** Truck: its current road; NONE: not on a road. */
  declare onRoad: Int32Array;
  /** Truck: number of slots booked at the next road border. */
  declare slots: Int32Array;
  /** At a gauge change: the block train's load that it goes on with; NONE. */
  declare group: Int32Array;
  /** 1: the row is a box inside the corridor. */
  declare alive: Int32Array;

  /** Boxes inside the corridor. */
  inside = 0;
  /** Boxes in a list. */
  inLists = 0;
  /** Boxes on a hook, on a road, or held individually. */
  apart = 0;
  private used = 0;
  private free = NONE;
  /** Number of rows; grows when all are in use. */
  capacity: number;

  constructor(
    private readonly state: State,
    capacity = 1024,
    /** Other tables with the same rows, grown together. */
    private readonly grown: (capacity: number) => void = () => {},
  ) {
    this.capacity = capacity;
    for (const field of [
      'flow',
      'number',
      'route',
      'empty',
      'leg',
      'stop',
      'next',
      'target',
      'cohort',
      'channel',
      'heldAt',
      'onRoad',
      'slots',
      'group',
      'alive',
    ])
      state.int32(this, field, capacity);
    for (const field of ['teu', 'entered', 'waits', 'stacked', 'clear']) state.float64(this, field, capacity);
    state.numbers(this, 'inside', 'inLists', 'apart', 'used', 'free', 'capacity');
  }

  /** Adds a box that enters now, on the first route and leg. Returns its row. */
  add(flow: number, number: number, teu: number, now: number): Box {
    let box = this.free;
    if (box !== NONE) this.free = this.next[box];
    else {
      if (this.used === this.capacity) this.grow();
      box = this.used++;
    }
    this.flow[box] = flow;
    this.number[box] = number;
    this.teu[box] = teu;
    this.route[box] = 0;
    this.empty[box] = 0;
    this.leg[box] = 0;
    this.stop[box] = 0;
    this.next[box] = NONE;
    this.entered[box] = now;
    this.clear[box] = now;
    this.target[box] = NONE;
    this.cohort[box] = 0;
    this.heldAt[box] = NONE;
    this.onRoad[box] = NONE;
    this.slots[box] = 0;
    this.group[box] = NONE;
    this.alive[box] = 1;
    this.inside++;
    return box;
  }

  /** Frees the row of a box that has left. Throws when already free. */
  remove(box: Box): void {
    if (this.alive[box] !== 1) throw new Error(`box row ${box} left the corridor twice`);
    this.alive[box] = 0;
    this.next[box] = this.free;
    this.free = box;
    this.inside--;
  }

  /** Appends a box to list `i`; it must be in no other. */
  append(list: BoxList, i: number, box: Box): void {
    this.next[box] = NONE;
    if (list.first[i] === NONE) list.first[i] = box;
    else this.next[list.last[i]] = box;
    list.last[i] = box;
    list.count[i]++;
    this.inLists++;
    list.teu[i] += this.teu[box];
  }

  /** Removes and returns the first box of list `i`. Throws when the list is empty. */
  takeFirst(list: BoxList, i: number): Box {
    const box = list.first[i];
    if (box === NONE) throw new Error('a box was taken from an empty list');
    list.first[i] = this.next[box];
    if (list.first[i] === NONE) list.last[i] = NONE;
    this.next[box] = NONE;
    list.count[i]--;
    this.inLists--;
    list.teu[i] -= this.teu[box];
    return box;
  }

  /** Whether the maximum number is inside. */
  get isFull(): boolean {
    return this.inside >= MOST_INSIDE;
  }

  private grow(): void {
    // Speed: grow by a quarter, not by doubling: snapshots include the empty rows of these tables.
    if (this.isFull) throw new Overfull(`more than ${mostInside} are inside`);
    this.capacity = Math.min(MOST_INSIDE, this.capacity + Math.ceil(this.capacity / 4));
    this.state.grow(this, this.capacity);
    this.grown(this.capacity);
  }
}

/** Lists 0…length−1, initially empty, on arrays of the state. */
export class BoxLists implements BoxList {
  declare first: Int32Array;
  declare last: Int32Array;
  declare count: Int32Array;
  declare teu: Float64Array;

  constructor(
    state: State,
    /** Number of lists. */
    readonly length: number,
  ) {
    state.int32(this, 'first', length).fill(NONE);
    state.int32(this, 'last', length).fill(NONE);
    state.int32(this, 'count', length);
    state.float64(this, 'teu', length);
  }
}
