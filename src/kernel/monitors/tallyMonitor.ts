// What is observed once each time: the hours a truck waited, the TEU a ship carried.

import type { Simulation } from '../events/simulation';
import { LARGEST } from './bins';
import type { MonitorFigures } from './monitorFigures';
import { type MonitorPlan, SlicedBins } from './slicedBins';

/**
 * Samples: how many, mean, standard deviation, least, most, number by bin and quantiles, by slice of the time at which they
 * were recorded and of all time (`figures`, then `summaryOf` and `quantileOf`). A sample at a border is of the slice that
 * begins there. Memory is fixed: 8 bytes × slices × (bins + 6).
 */
export class TallyMonitor {
  private readonly seen: SlicedBins;

  /** Throws when bins or borders are not what they should be. */
  constructor(
    private readonly sim: Simulation,
    plan: MonitorPlan,
  ) {
    this.seen = new SlicedBins(sim, plan, 0, 1);
  }

  /** Counts a sample, now. Throws, and counts nothing, when it is not a number between −1e100 and 1e100. */
  record(value: number): void {
    if (!(value > -LARGEST && value < LARGEST)) refuse(value);
    const { seen } = this;
    const { now } = this.sim;
    if (!(now < seen.border)) seen.enter(now);
    // Plus 0: of 0 and −0 there is one only, whatever order figures are merged in.
    seen.value = value + 0;
    seen.put();
  }

  /** Forgets the past: what a run does at the end of its warm-up. */
  restart(): void {
    this.seen.clear();
  }

  /** Everything up to now, as plain data to read, send and merge. Asking changes nothing. */
  figures(): MonitorFigures {
    return this.seen.figures('samples');
  }
}

function refuse(value: number): never {
  throw new RangeError(`A tally was told ${value}; give a number between −1e100 and 1e100.`);
}
