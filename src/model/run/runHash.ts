// One number that says whether two runs did the same: a hash over (second, box, stage, place) in order.
import { MixingHash } from '../corridor/tree/mixingHash';

/** The stages of a box's way that enter the hash. The numbers are part of the promise: never reuse one. */
export const stage = {
  /** Comes into the corridor at its origin. */
  enters: 1,
  /** Is set down on its train or ship. */
  loaded: 2,
  /** Sets out with its train or ship, or as a truck. */
  departs: 3,
  /** Comes to a place. */
  arrives: 4,
  /** Is set down from its train or ship. */
  unloaded: 5,
  /** Is let go by customs. */
  released: 6,
  /** Is at its destination, and out of the corridor. */
  leaves: 7,
  /** Is handed over at a border with two sides. */
  handedOver: 8,
} as const;
/** The number of a stage. */
export type Stage = (typeof stage)[keyof typeof stage];

export class RunHash extends MixingHash {
  box(second: number, flow: number, number: number, what: Stage, place: number): void {
    this.add(second | 0);
    this.add(flow);
    this.add(number);
    this.add(place + what);
  }

  /** The hash so far, to go on with apart from this one. */
  copy(): RunHash {
    const copy = new RunHash();
    copy.a = this.a;
    copy.b = this.b;
    return copy;
  }
}
