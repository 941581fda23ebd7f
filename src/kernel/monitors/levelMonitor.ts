// Monitor of a level over time, with histogram, quantiles and time slices.

import type { Simulation } from '../events/simulation';
import { LARGEST } from './bins';
import type { MonitorFigures } from './monitorFigures';
import { type MonitorPlan, SlicedBins } from './slicedBins';

/**
 * A value over time: mean, standard deviation, minimum, maximum, time by bin and quantiles of time, by slice and in total
 * (`figures`, then `summaryOf` and `quantileOf`). For the mean alone, `TimeWeighted` is cheaper.
 *
 * A value that holds across a border of slices counts in each slice for its time there. Values held for zero time do not
 * count. Memory is fixed: 8 bytes × slices × (bins + 6).
 */
export class LevelMonitor {
  // Speed: NaN first, so that the field is a double.
  private changed = Number.NaN;
  /** Also holds the current value. */
  private readonly seen: SlicedBins;

  /** Starts now with `value`. Throws when bins, borders or value are invalid. */
  constructor(
    private readonly sim: Simulation,
    plan: MonitorPlan,
    value = 0,
  ) {
    if (!(value > -LARGEST && value < LARGEST)) refuse(value);
    this.seen = new SlicedBins(sim, plan, value + 0, 0);
    this.changed = sim.now;
    sim.state.numbers(this, 'changed');
  }

  /** Current value. */
  get value(): number {
    return this.seen.value;
  }

  /** Sets the value. Throws, without effect, when it is not a number between −1e100 and 1e100. */
  set(value: number): void {
    if (!(value > -LARGEST && value < LARGEST)) refuse(value);
    const { now } = this.sim;
    const { changed, seen } = this;
    if (now > changed) {
      this.changed = now;
      if (now < seen.border) {
        seen.weight = now - changed;
        seen.put();
      } else seen.spread(changed, now);
    }
    // + 0 turns −0 into 0, so that merging does not depend on order.
    seen.value = value + 0;
  }

  /** Adds `change` to the value. */
  add(change: number): void {
    this.set(this.seen.value + change);
  }

  /** Resets the statistics and keeps the value: for the end of the warm-up. */
  restart(): void {
    const { now } = this.sim;
    this.seen.clear();
    this.seen.enter(now);
    this.changed = now;
  }

  /** Statistics up to now, as plain data. No side effects. */
  figures(): MonitorFigures {
    return this.seen.figures('time', this.changed, this.sim.now);
  }
}

function refuse(value: number): never {
  throw new RangeError(`A level's monitor was told ${value}; give a number between −1e100 and 1e100.`);
}
