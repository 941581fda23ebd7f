// A level between 0 and a capacity: a yard, a tank, a pool of platforms.
import type { EventKind, Simulation } from '../events/simulation';
import { TimeWeighted } from '../monitors/timeWeighted';
import { Thresholds } from './thresholds';

/**
 * A level between 0 and a capacity, in the caller's unit (a yard: TEU). Whole, half and quarter amounts add up exactly.
 * Refused requests are not queued; use `atLeast` and `atMost` to schedule an event when a level is reached.
 */
export class Store {
  /** The level, over time. */
  readonly levelOverTime: TimeWeighted;
  /** Watches for a rising level, and for a falling one with negated thresholds. */
  private readonly rising: Thresholds;
  private readonly falling: Thresholds;

  /** Capacity > 0, or Infinity for no limit; `level` is the initial level. */
  constructor(
    sim: Simulation,
    /** Capacity, in the caller's unit; Infinity: no limit. */
    readonly capacity: number,
    level = 0,
  ) {
    if (!(capacity > 0))
      throw new RangeError(`Store: capacity ${capacity}; it must be more than 0 (Infinity: no limit).`);
    if (!(level >= 0 && level <= capacity && level < Number.POSITIVE_INFINITY))
      throw new RangeError(`Store: level ${level} at the start; it must lie between 0 and the capacity, ${capacity}.`);
    this.levelOverTime = new TimeWeighted(sim, level);
    this.rising = new Thresholds(sim);
    this.falling = new Thresholds(sim);
  }

  /** Current level. */
  get level(): number {
    return this.levelOverTime.value;
  }

  /** Capacity less level. */
  get free(): number {
    return this.capacity - this.level;
  }

  /** Adds `amount` ≥ 0. False, without effect, when it does not fit. */
  put(amount: number): boolean {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) refuse('put', amount);
    if (amount > this.free) return false;
    this.levelOverTime.add(amount);
    if (this.rising.lowest <= this.level) this.rising.wake(this.level);
    return true;
  }

  /** Removes `amount` ≥ 0. False, without effect, when the level is too low. */
  get(amount: number): boolean {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) refuse('get', amount);
    if (amount > this.level) return false;
    this.levelOverTime.add(-amount);
    if (this.falling.lowest <= -this.level) this.falling.wake(-this.level);
    return true;
  }

  /**
   * Schedules one event of this kind, owner and `arg` when the level reaches `amount` or more, at once if it already has.
   * Returns a ticket for `cancel`.
   * Order: if one `put` triggers several, the lowest threshold first, then first come, first served. The level may have
   * changed again before the event is handled: check it, and call again if needed. O(log n) with n waiting.
   */
  atLeast(amount: number, kind: EventKind, owner: number, arg: number): number {
    if (!(amount <= this.capacity && amount > Number.NEGATIVE_INFINITY && amount < Number.POSITIVE_INFINITY))
      throw new RangeError(
        `Store.atLeast: ${amount}; with a capacity of ${this.capacity}, give a finite number up to that.`,
      );
    return this.watch(this.rising, amount, this.level, kind, owner, arg);
  }

  /** As `atLeast`, when the level is `amount` or less; the highest threshold first. */
  atMost(amount: number, kind: EventKind, owner: number, arg: number): number {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY))
      throw new RangeError(
        `Store.atMost: ${amount}; the level does not fall below 0: give a finite number, 0 or more.`,
      );
    return -this.watch(this.falling, -amount, -this.level, kind, owner, arg);
  }

  /** Cancels a ticket. False when it is not active. */
  cancel(ticket: number): boolean {
    return ticket > 0 ? this.rising.cancel(ticket) : this.falling.cancel(-ticket);
  }

  private watch(
    thresholds: Thresholds,
    threshold: number,
    level: number,
    kind: EventKind,
    owner: number,
    arg: number,
  ): number {
    if (!((kind | 0) === kind && kind >= 0 && (owner | 0) === owner && (arg | 0) === arg))
      throw new RangeError(
        `Waiting for a level with an event of kind ${kind}, owner ${owner}, arg ${arg}: kinds are what \`on\` returned, the others integers of 32 bits.`,
      );
    const ticket = thresholds.add(threshold, kind, owner, arg);
    if (threshold <= level) thresholds.wake(level);
    return ticket;
  }
}

function refuse(verb: string, amount: number): never {
  throw new RangeError(`Store.${verb}: amount ${amount}; it must be a finite number, 0 or more.`);
}
