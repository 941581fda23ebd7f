// Time-weighted mean and maximum of a piecewise constant value: boxes in a yard, busy cranes, queued trucks.
import type { Simulation } from '../events/simulation';

/** A value over time, in the caller's unit; areas are in that unit × time. Exact for whole values and whole seconds. */
export class TimeWeighted {
  // Speed: NaN first, so that the fields are doubles.
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

  /** Current value. */
  get value(): number {
    return this.current;
  }

  /** Sets the value. Throws when it is not a finite number. */
  set(value: number): void {
    if (!(value - value === 0)) refuse(value);
    const now = this.sim.now;
    this.sum += this.current * (now - this.changed);
    this.changed = now;
    this.current = value;
    if (value > this.highest) this.highest = value;
  }

  /** Adds `change` to the value. */
  add(change: number): void {
    this.set(this.current + change);
  }

  /** Value × time since the start or the last restart. */
  area(): number {
    return this.sum + this.current * (this.sim.now - this.changed);
  }

  /** Time-weighted mean since the start or the last restart; the current value when no time has passed. */
  mean(): number {
    const elapsed = this.sim.now - this.start;
    return elapsed > 0 ? this.area() / elapsed : this.current;
  }

  /** Maximum since the start or the last restart, including values held for zero time. */
  max(): number {
    return this.highest;
  }

  /** Resets the statistics and keeps the value: for the end of the warm-up. */
  restart(): void {
    this.sum = 0;
    this.changed = this.start = this.sim.now;
    this.highest = this.current;
  }
}

function refuse(value: number): never {
  throw new RangeError(`A value over time was to become ${value}; it must be a finite number.`);
}
