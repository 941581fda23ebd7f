// Run hash over (second, box, stage, place) in order, to compare runs.
import { MixingHash } from '../corridor/tree/mixingHash';

/** Stages of a box in the hash. Numbers are stable: never reuse one. */
export const stage = {
  /** Enters the corridor at its origin. */
  enters: 1,
  /** Is loaded on its train or ship. */
  loaded: 2,
  /** Departs with its train or ship, or as a truck. */
  departs: 3,
  /** Arrives at a place. */
  arrives: 4,
  /** Is unloaded from its train or ship. */
  unloaded: 5,
  /** Is released by customs. */
  released: 6,
  /** Leaves the corridor at its destination. */
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

  /** A copy of the hash so far. */
  copy(): RunHash {
    const copy = new RunHash();
    copy.a = this.a;
    copy.b = this.b;
    return copy;
  }
}
