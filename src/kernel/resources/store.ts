// A yard, a tank, a pool of platforms: a level that never falls below nothing nor rises above its room.
import type { EventKind, Simulation } from '../events/simulation';
import { TimeWeighted } from '../monitors/timeWeighted';
import { Thresholds } from './thresholds';

/**
 * A level between 0 and a capacity, in the caller's unit (a yard: TEU). Whole, half and quarter amounts add up exactly.
 * Whoever is refused is the caller's to remember; `atLeast` and `atMost` wake it when the level has come where it can go on.
 */
export class Store {
  /** The level, over time. */
  readonly levelOverTime: TimeWeighted;
  /** Who waits for the level to rise; and to fall, with thresholds below zero. */
  private readonly rising: Thresholds;
  private readonly falling: Thresholds;

  /** Capacity > 0, or Infinity for no limit; `level` is what lies there at the start. */
  constructor(
    sim: Simulation,
    /** How much it holds at most, in the caller's unit; Infinity: no limit. */
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

  /** What is there. */
  get level(): number {
    return this.levelOverTime.value;
  }

  /** What would still fit. */
  get free(): number {
    return this.capacity - this.level;
  }

  /** Puts `amount` ≥ 0 in. False, and nothing changed, when it would not fit. */
  put(amount: number): boolean {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) refuse('put', amount);
    if (amount > this.free) return false;
    this.levelOverTime.add(amount);
    if (this.rising.lowest <= this.level) this.rising.wake(this.level);
    return true;
  }

  /** Takes `amount` ≥ 0 out. False, and nothing changed, when it is not there. */
  get(amount: number): boolean {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) refuse('get', amount);
    if (amount > this.level) return false;
    this.levelOverTime.add(-amount);
    if (this.falling.lowest <= -this.level) this.falling.wake(-this.level);
    return true;
  }

  /**
   * Wakes once, when the level is `amount` or more: an event of this kind, owner and `arg` is scheduled at the time at which
   * it comes to be, or at now if it is already. Returns a ticket for `cancel`.
   * Order: of several that wake by one `put`, the lowest threshold goes first, then who asked first. Between waking and
   * the event others may have taken from the store: look again, and ask again. O(log n) with n waiting, and no polling.
   */
  atLeast(amount: number, kind: EventKind, owner: number, arg: number): number {
    if (!(amount <= this.capacity && amount > Number.NEGATIVE_INFINITY && amount < Number.POSITIVE_INFINITY))
      throw new RangeError(
        `Store.atLeast: ${amount}; with a capacity of ${this.capacity}, give a finite number up to that.`,
      );
    return this.watch(this.rising, amount, this.level, kind, owner, arg);
  }

  /** Wakes once, when the level is `amount` or less; otherwise as `atLeast`, the highest threshold first. */
  atMost(amount: number, kind: EventKind, owner: number, arg: number): number {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY))
      throw new RangeError(
        `Store.atMost: ${amount}; the level does not fall below 0: give a finite number, 0 or more.`,
      );
    return -this.watch(this.falling, -amount, -this.level, kind, owner, arg);
  }

  /** Takes a ticket back. False when it has woken, was taken back, or never was. */
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
