// One number that says whether two runs did the same: a hash over (second, box, stage, place) in order.
import { MixingHash } from '../corridor/mixingHash';

/** The stages of a box's way that enter the hash. The numbers are part of the promise: never reuse one. */
export const stage = { enters: 1, loaded: 2, departs: 3, arrives: 4, unloaded: 5, released: 6, leaves: 7 } as const;
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
