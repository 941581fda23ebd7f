// A figure over time with all that one asks about it: how full the yard was for nine tenths of March, not only on average.

import type { Simulation } from '../events/simulation';
import { LARGEST } from './bins';
import type { MonitorFigures } from './monitorFigures';
import { type MonitorPlan, SlicedBins } from './slicedBins';

/**
 * A value over time: mean, standard deviation, least, most, time by bin and quantiles of time, by slice and of all time
 * (`figures`, then `summaryOf` and `quantileOf`). For the mean alone, `TimeWeighted` is lighter.
 *
 * A value that holds across a border of slices counts on each side for the time it held there, whenever it was set. Values
 * that held for no time count nowhere. Memory is fixed: 8 bytes × slices × (bins + 6).
 */
export class LevelMonitor {
  // Speed: begins as NaN so that the compiler takes it for a double from the first.
  private changed = Number.NaN;
  /** Holds the value, too. */
  private readonly seen: SlicedBins;

  /** Begins now with `value`. Throws when bins, borders or value are not what they should be. */
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

  /** The value now. */
  get value(): number {
    return this.seen.value;
  }

  /** From now on the value is this. Throws, and changes nothing, when it is not a number between −1e100 and 1e100. */
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
    // Plus 0: of 0 and −0 there is one only, whatever order figures are merged in.
    seen.value = value + 0;
  }

  /** From now on the value is higher by `change` (lower when negative). */
  add(change: number): void {
    this.set(this.seen.value + change);
  }

  /** Forgets the past, keeps the value: what a run does at the end of its warm-up. */
  restart(): void {
    const { now } = this.sim;
    this.seen.clear();
    this.seen.enter(now);
    this.changed = now;
  }

  /** Everything up to now, as plain data to read, send and merge. Asking changes nothing. */
  figures(): MonitorFigures {
    return this.seen.figures('time', this.changed, this.sim.now);
  }
}

function refuse(value: number): never {
  throw new RangeError(`A level's monitor was told ${value}; give a number between −1e100 and 1e100.`);
}
