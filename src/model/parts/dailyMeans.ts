// Daily means of a level over the window: the busiest days determine the size of a yard.
import type { Simulation } from '../../kernel';
import type { Clock } from '../time/clock';

/** Share of days that count as busiest; at least one day. */
const BUSIEST = 0.05;

export class DailyMeans {
  /** By local day of the window: level × seconds. */
  declare private readonly areas: Float64Array;
  private day = 0;
  private level = 0;
  private since = 0;
  /** The second at which the day ends; Infinity outside the window. */
  private ends = Number.POSITIVE_INFINITY;

  constructor(
    private readonly sim: Simulation,
    private readonly clock: Clock,
  ) {
    sim.state.float64(this, 'areas', clock.endDay - clock.startDay);
    sim.state.numbers(this, 'day', 'level', 'since', 'ends');
  }

  set(level: number): void {
    this.advance();
    this.level = level;
  }

  /** Starts the window. */
  restart(): void {
    const { now } = this.sim;
    this.areas.fill(0);
    this.day = 0;
    this.since = now;
    this.ends = this.endOf(0);
  }

  /** Mean level of the busiest days so far; null before the first full day of the window. */
  busiest(): number | null {
    this.advance();
    if (this.day === 0) return null;
    const means = this.areas.slice(0, this.day).map((area, day) => area / (this.endOf(day) - this.endOf(day - 1)));
    means.sort().reverse();
    const count = Math.max(1, Math.round(means.length * BUSIEST));
    return means.subarray(0, count).reduce((sum, area) => sum + area, 0) / count;
  }

  /** The second at which a day of the window ends. */
  private endOf(day: number): number {
    return this.clock.secondOf(this.clock.startDay + day + 1);
  }

  private advance(): void {
    const { now } = this.sim;
    while (now >= this.ends) {
      this.areas[this.day] += this.level * (this.ends - this.since);
      this.since = this.ends;
      this.day++;
      this.ends = this.day < this.areas.length ? this.endOf(this.day) : Number.POSITIVE_INFINITY;
    }
    if (this.ends < Number.POSITIVE_INFINITY) this.areas[this.day] += this.level * (now - this.since);
    this.since = now;
  }
}
