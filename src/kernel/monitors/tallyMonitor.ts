// Monitor of single observations: hours a truck waited, TEU a ship carried.

import type { Simulation } from '../events/simulation';
import { LARGEST } from './bins';
import type { MonitorFigures } from './monitorFigures';
import { type MonitorPlan, SlicedBins } from './slicedBins';

/**
 * Samples: number, mean, standard deviation, minimum, maximum, number by bin and quantiles, by slice of the time of recording
 * and in total (`figures`, then `summaryOf` and `quantileOf`). A sample at a border belongs to the slice that starts there.
 * Memory is fixed: 8 bytes × slices × (bins + 6).
 */
export class TallyMonitor {
  private readonly seen: SlicedBins;

  /** Throws when bins or borders are invalid. */
  constructor(
    private readonly sim: Simulation,
    plan: MonitorPlan,
  ) {
    this.seen = new SlicedBins(sim, plan, 0, 1);
  }

  /** Records a sample at the current time. Throws, without effect, when it is not a number between −1e100 and 1e100. */
  record(value: number): void {
    if (!(value > -LARGEST && value < LARGEST)) refuse(value);
    const { seen } = this;
    const { now } = this.sim;
    if (!(now < seen.border)) seen.enter(now);
    // + 0 turns −0 into 0, so that merging does not depend on order.
    seen.value = value + 0;
    seen.put();
  }

  /** Resets the statistics: for the end of the warm-up. */
  restart(): void {
    this.seen.clear();
  }

  /** Statistics up to now, as plain data. No side effects. */
  figures(): MonitorFigures {
    return this.seen.figures('samples');
  }
}

function refuse(value: number): never {
  throw new RangeError(`A tally was told ${value}; give a number between −1e100 and 1e100.`);
}
