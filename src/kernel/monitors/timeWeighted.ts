// A figure that holds for a while and then changes: boxes in a yard, cranes at work, trucks in line; and its mean over time.
import type { Simulation } from '../events/simulation';

/** A value over time. Its unit is the caller's; areas are in that unit × time. Exact for whole values and whole seconds. */
export class TimeWeighted {
  // Speed: these begin as NaN so that the compiler takes them for doubles from the first.
  private current = Number.NaN;
  private highest = Number.NaN;
  /** Value × time up to `changed`. */
  private sum = Number.NaN;
  private changed = Number.NaN;
  private start = Number.NaN;

  constructor(
    private readonly sim: Simulation,
    value = 0,
  ) {
    if (!Number.isFinite(value)) refuse(value);
    this.current = this.highest = value;
    this.sum = 0;
    this.changed = this.start = sim.now;
    sim.state.numbers(this, 'current', 'highest', 'sum', 'changed', 'start');
  }

  /** The value now. */
  get value(): number {
    return this.current;
  }

  /** From now on the value is this. Throws when it is not a finite number. */
  set(value: number): void {
    if (!(value - value === 0)) refuse(value);
    const now = this.sim.now;
    this.sum += this.current * (now - this.changed);
    this.changed = now;
    this.current = value;
    if (value > this.highest) this.highest = value;
  }

  /** From now on the value is higher by `change` (lower when negative). */
  add(change: number): void {
    this.set(this.current + change);
  }

  /** Value × time since the start or the last restart. */
  area(): number {
    return this.sum + this.current * (this.sim.now - this.changed);
  }

  /** Mean over time since the start or the last restart; the current value when no time has passed. */
  mean(): number {
    const elapsed = this.sim.now - this.start;
    return elapsed > 0 ? this.area() / elapsed : this.current;
  }

  /** The highest value since the start or the last restart, however shortly it held. */
  max(): number {
    return this.highest;
  }

  /** Forgets the past, keeps the value: what a run does at the end of its warm-up. */
  restart(): void {
    this.sum = 0;
    this.changed = this.start = this.sim.now;
    this.highest = this.current;
  }
}

function refuse(value: number): never {
  throw new RangeError(`A value over time was to become ${value}; it must be a finite number.`);
}
