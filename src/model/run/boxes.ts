// Every box inside the corridor is a row of typed arrays; a row is used again once its box has left.
import type { State } from '../../kernel';
import { MOST_INSIDE, mostInside } from '../corridor/figures/flowBoxes';
import type { Box } from './place';

/** No row: what stands where a number of a box, unit or place would stand. */
export const NONE = -1;

/** Thrown where one box more comes than may be inside. */
export class Overfull extends Error {}

/** A list of boxes chained through `next`: a train's load, a yard's queue. A box stands in one list at most. */
export interface BoxList {
  /** By list: the first box; NONE when it is empty. */
  first: Int32Array;
  /** By list: the last box; NONE when it is empty. */
  last: Int32Array;
  /** By list: how many boxes are in it. */
  count: Int32Array;
  /** By list: their TEU together. */
  teu: Float64Array;
}

/** Every box inside the corridor: columns by row. A row is used again once its box has left. */
export class Boxes {
  /** Flow and number within the flow: together they name a box for good. */
  declare flow: Int32Array;
  /** Its number within its flow, from 0. */
  declare number: Int32Array;
  /** Its size [TEU]; 0: a truck. */
  declare teu: Float64Array;
  /** Which of the corridor's routes it takes. */
  declare route: Int32Array;
  /** 1: it travels empty. */
  declare empty: Int32Array;
  /** Which leg of its flow's route the box is on or waits for. */
  declare leg: Int32Array;
  /** Which stop of its route it reached last. */
  declare stop: Int32Array;
  /** The next box of the list in which it stands; NONE at the end. */
  declare next: Int32Array;
  /** When it came into the corridor [s]. */
  declare entered: Float64Array;
  /** Since when it has waited for its service. */
  declare waits: Float64Array;
  /** Since when it has had its slot in a yard. */
  declare stacked: Float64Array;
  /** From when on customs lets it go. */
  declare clear: Float64Array;
  /** A lift under way sets it down on this unit; NONE: in the yard. */
  declare target: Int32Array;
  /** 1: entered within the window, so its transit counts. */
  declare cohort: Int32Array;
  /** The customs channel that has it. */
  declare channel: Int32Array;
  /** The number of the place where customs holds it, off its train; NONE: it is not held. */
  declare heldAt: Int32Array;
  /** A truck under way: the road that has it; NONE: it is not on one. */
  declare onRoad: Int32Array;
  /** A truck: how many slots it has booked for the road border that it comes to next. */
  declare slots: Int32Array;
  /** At a gauge change: the block train's load that it goes on with; NONE. */
  declare group: Int32Array;
  /** 1: the row is a box inside the corridor. */
  declare alive: Int32Array;

  /** Boxes inside the corridor; of these, boxes that stand in a list, and boxes that are on a hook or held one by one. */
  inside = 0;
  /** Boxes that stand in a list. */
  inLists = 0;
  /** Boxes that are on a hook, on a road, or held one by one. */
  apart = 0;
  private used = 0;
  private free = NONE;
  /** How many rows there are; it grows when all are taken. */
  capacity: number;

  constructor(
    private readonly state: State,
    capacity = 1024,
    /** Others that keep strided tables of the same rows. */
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

  /** A box that comes into the corridor now, on the first route and leg. Returns its row. */
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

  /** A box has left the corridor: its row is free. Throws when it has left before. */
  remove(box: Box): void {
    if (this.alive[box] !== 1) throw new Error(`box row ${box} left the corridor twice`);
    this.alive[box] = 0;
    this.next[box] = this.free;
    this.free = box;
    this.inside--;
  }

  /** Puts a box at the end of list `i` of these; it must stand in no other. */
  append(list: BoxList, i: number, box: Box): void {
    this.next[box] = NONE;
    if (list.first[i] === NONE) list.first[i] = box;
    else this.next[list.last[i]] = box;
    list.last[i] = box;
    list.count[i]++;
    this.inLists++;
    list.teu[i] += this.teu[box];
  }

  /** Takes the first box off list `i` of these and returns it. Throws when the list is empty. */
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

  /** Whether as many are inside as may be. */
  get isFull(): boolean {
    return this.inside >= MOST_INSIDE;
  }

  private grow(): void {
    // Speed: by a quarter, not by twice: a copy of the run is as long as these tables, with their empty rows.
    if (this.isFull) throw new Overfull(`more than ${mostInside} are inside`);
    this.capacity = Math.min(MOST_INSIDE, this.capacity + Math.ceil(this.capacity / 4));
    this.state.grow(this, this.capacity);
    this.grown(this.capacity);
  }
}

/** Lists 0…length−1, all empty, on arrays of the state. */
export class BoxLists implements BoxList {
  declare first: Int32Array;
  declare last: Int32Array;
  declare count: Int32Array;
  declare teu: Float64Array;

  constructor(
    state: State,
    /** How many lists there are. */
    readonly length: number,
  ) {
    state.int32(this, 'first', length).fill(NONE);
    state.int32(this, 'last', length).fill(NONE);
    state.int32(this, 'count', length);
    state.float64(this, 'teu', length);
  }
}
