// A yard, a tank, a pool of platforms: a level that never falls below nothing nor rises above its room.
import type { Simulation } from './simulation';
import { TimeWeighted } from './timeWeighted';

/**
 * A level between 0 and a capacity, in the caller's unit (a yard: TEU). Whole, half and quarter amounts add up exactly.
 * Nobody waits here: whoever is refused is the caller's to remember.
 */
export class Store {
  /** The level, over time. */
  readonly levelOverTime: TimeWeighted;

  /** Capacity > 0, or Infinity for no limit; `level` is what lies there at the start. */
  constructor(
    sim: Simulation,
    readonly capacity: number,
    level = 0,
  ) {
    if (!(capacity > 0))
      throw new RangeError(`Store: capacity ${capacity}; it must be more than 0 (Infinity: no limit).`);
    if (!(level >= 0 && level <= capacity && level < Number.POSITIVE_INFINITY))
      throw new RangeError(`Store: level ${level} at the start; it must lie between 0 and the capacity, ${capacity}.`);
    this.levelOverTime = new TimeWeighted(sim, level);
  }

  /** What is there. */
  get level(): number {
    return this.levelOverTime.value;
  }

  /** What would still fit. */
  get room(): number {
    return this.capacity - this.level;
  }

  /** Puts `amount` ≥ 0 in. False, and nothing changed, when it would not fit. */
  put(amount: number): boolean {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) refuse('put', amount);
    if (amount > this.room) return false;
    this.levelOverTime.add(amount);
    return true;
  }

  /** Takes `amount` ≥ 0 out. False, and nothing changed, when it is not there. */
  get(amount: number): boolean {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) refuse('get', amount);
    if (amount > this.level) return false;
    this.levelOverTime.add(-amount);
    return true;
  }
}

function refuse(verb: string, amount: number): never {
  throw new RangeError(`Store.${verb}: amount ${amount}; it must be a finite number, 0 or more.`);
}
