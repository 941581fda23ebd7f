// The days of a border by its own clocks, from before clock zero until after the run, and what holds on each of them.

import type { World } from '../../run/world';
import { DAY } from '../../time/clock';
import { secondOfLocal } from '../../time/timeZones';

/** Days are counted so far beyond the latest end of a run: what is planned for later never comes. */
const BEYOND = 60;

export class LocalDays {
  /** By day: the second of the run at which it begins; one more than there are days. */
  readonly begins: Float64Array;
  /** By day: the phase that holds in the middle of it. Changes happen at midnight by the scenario's clocks, not the border's. */
  readonly phase: Int32Array;
  /** The day that was found last. It changes no answer, only how soon it is found. */
  private found = 0;

  /** @param ahead seconds that anybody plans ahead */
  constructor(world: World, zone: string, ahead: number) {
    const { clock, phases, data } = world;
    const zero = secondOfLocal(data.timeZone, clock.zero * DAY);
    const first = Math.floor(clock.zero) - 1;
    const count = Math.ceil((clock.last + ahead) / DAY) + BEYOND;
    this.begins = Float64Array.from({ length: count + 1 }, (_, i) => secondOfLocal(zone, (first + i) * DAY) - zero);
    this.phase = Int32Array.from({ length: count }, (_, i) => {
      const noon = this.begins[i] + DAY / 2;
      return Math.max(0, phases.filter(({ second }) => second <= noon).length - 1);
    });
    world.sim.state.numbers(this, 'found');
  }

  get count(): number {
    return this.phase.length;
  }

  /** The day of a second; the first or the last one for what lies outside. */
  of(second: number): number {
    const { begins, found } = this;
    // Speed: questions are mostly about the same few days.
    if (begins[found] <= second && second < begins[found + 1]) return found;
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (begins[middle] <= second) low = middle;
      else high = middle - 1;
    }
    this.found = low;
    return low;
  }

  /**
   * So many a day, added up: by day, how many there were before it; one more than there are days. Of 7.5 a day every second
   * day has 8.
   */
  addUp(perDay: (day: number) => number): Int32Array {
    const before = new Int32Array(this.count + 1);
    let sum = 0;
    for (let day = 0; day < this.count; day++) {
      sum += perDay(day);
      // Tenths added up end a little below whole numbers.
      before[day + 1] = Math.floor(sum + 1e-9);
    }
    return before;
  }
}
