// New equipment does not reach its full rate on the day it opens: the rate grows in a straight line.
import type { Clock } from '../time/clock';

export interface RampFigures {
  /** The day on which the equipment begins to work, yyyy-mm-dd. */
  readonly opens: string;
  /** From then on, until it reaches its full rate [s]. */
  readonly over: number;
  /** Share of the rate on the first day. */
  readonly begins: number;
}

export class RampUp {
  private readonly opens: number;

  constructor(
    private readonly figures: RampFigures,
    clock: Clock,
  ) {
    this.opens = clock.secondOfDate(figures.opens);
  }

  /** Share of the full rate at a second of the run. */
  share(now: number): number {
    const { begins, over } = this.figures;
    const passed = now - this.opens;
    if (passed <= 0) return begins;
    return passed >= over ? 1 : begins + ((1 - begins) * passed) / over;
  }
}
