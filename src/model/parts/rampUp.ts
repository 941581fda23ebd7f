// Ramp-up of new equipment: the rate rises linearly to its full value.
import type { Clock } from '../time/clock';

export interface RampFigures {
  /** The day on which the equipment starts to work, yyyy-mm-dd. */
  readonly opens: string;
  /** Time from then until the full rate [s]. */
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
