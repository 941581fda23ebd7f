// Multi-server resource with a queue: cranes, berths, tracks, customs lanes.

import type { EventKind, Simulation } from '../events/simulation';
import { TimeWeighted } from '../monitors/timeWeighted';
import { Line } from './line';

/**
 * Identical servers with one queue. The server selects the next entity and the caller handles it: after `give`, `leave` and
 * `promote`, at the end of a patience, and after an increase of capacity, call `serve` until it returns −1.
 *
 * Order: by priority (0 … 3, lower first, default 1), then first come, first served. No overtaking: while an entity of the
 * same or a better priority waits, an arrival joins the queue even if it would fit.
 *
 * Service in progress always finishes: if capacity falls below what is in use, by hand, shifts or a failure, no service
 * starts until there is room.
 *
 * All calls take constant time, whether ten wait or 100,000.
 */
export class Server {
  private highest = 0;
  private said = 0;
  private failed = 0;
  /** Capacity less broken units. */
  private able = 0;
  private used = 0;
  private readonly queue: Line;
  private readonly figures: Figures | undefined;
  private readonly use: TimeWeighted | undefined;

  /** Capacity is a whole number ≥ 0. With `figures: false` no statistics are kept, and every call is faster. */
  constructor(sim: Simulation, capacity: number, options: { readonly figures?: boolean } = {}) {
    this.figures = options.figures === false ? undefined : new Figures(sim);
    this.use = this.figures?.busy;
    this.queue = new Line(sim, this.figures?.line);
    this.capacity = capacity;
    sim.state.numbers(this, 'highest', 'said', 'failed', 'able', 'used');
  }

  /** Capacity when nothing is broken. */
  get capacity(): number {
    return this.said;
  }

  /** If lowered below what is in use, service in progress finishes and none starts until there is room. */
  set capacity(capacity: number) {
    this.expect(capacity);
    this.said = capacity;
    this.figures?.open.set(capacity);
    this.able = Math.max(0, capacity - this.failed);
  }

  /** Allows requests of up to `most`, for a capacity to be set later. */
  expect(most: number): void {
    if (!(Number.isInteger(most) && most >= 0 && most < 2 ** 30))
      throw new RangeError(`Server: capacity ${most}; it must be a whole number from 0 to 1073741823.`);
    if (most > this.highest) this.highest = most;
  }

  /** Highest past or expected capacity, the limit of a request. */
  get most(): number {
    return this.highest;
  }

  /** Broken units. */
  get broken(): number {
    return this.failed;
  }

  /** Units in use. */
  get inUse(): number {
    return this.used;
  }

  /** Queue length. */
  get waiting(): number {
    return this.queue.waiting;
  }

  /** Units in use, over time. Throws, as the three below, when no statistics are kept. */
  get busy(): TimeWeighted {
    return this.kept().busy;
  }

  /** Queue length, over time. */
  get line(): TimeWeighted {
    return this.kept().line;
  }

  /** Capacity, over time. */
  get open(): TimeWeighted {
    return this.kept().open;
  }

  /**
   * Broken units, over time. Total time × `most` splits into `busy`, broken, and closed (`most` − `open`). They overlap where
   * more is broken than open, and while service in progress at closing or failure finishes.
   */
  get down(): TimeWeighted {
    return this.kept().down;
  }

  /**
   * `who` (an integer from 0 to 2³¹ − 1) requests `amount`. True: seized now. False: queued.
   * Throws when `amount` exceeds `most` (it would wait for ever), or an argument is invalid.
   */
  take(who: number, amount = 1, priority = 1): boolean {
    if (!((who & 0x7fffffff) === who && amount >= 1 && amount <= this.highest && (amount | 0) === amount))
      this.refuse(who, amount);
    if ((priority & 3) !== priority) refusePriority(priority);
    const used = this.used + amount;
    if (used <= this.able && !this.queue.stops(priority)) {
      this.used = used;
      if (this.use !== undefined) this.use.set(used);
      return true;
    }
    this.queue.join(who, amount, priority);
    return false;
  }

  /**
   * As `take`, with reneging: if not served within `patience` ≥ 0, `who` leaves the queue and the next event is one of this
   * kind with this owner and `arg` = who. No such event if it was served or removed by `leave`.
   * Order: a patience ends after all other events of that time except those of priority 3.
   */
  takeWithin(who: number, patience: number, kind: EventKind, owner: number, amount = 1, priority = 1): boolean {
    this.queue.checkPatience(patience, kind, owner);
    if (this.take(who, amount, priority)) return true;
    this.queue.limit(patience, kind, owner, priority);
    return false;
  }

  /** Whether `take` would seize now. */
  couldTake(amount = 1, priority = 1): boolean {
    return amount >= 1 && this.used + amount <= this.able && !this.queue.stops(priority);
  }

  /** Releases `amount`. Throws when that is more than is in use. */
  give(amount = 1): void {
    if (!(amount >= 1 && amount <= this.used && (amount | 0) === amount)) this.refuseBack('give', amount);
    this.setUsed(this.used - amount);
  }

  /** Starts service of the first in the queue, if it fits, and returns it. Else −1, without effect. */
  serve(): number {
    const { queue } = this;
    const place = queue.front;
    if (place < 0) return -1;
    const used = this.used + queue.amount(place);
    if (used > this.able) return -1;
    this.setUsed(used);
    queue.drop(place);
    return queue.who(place);
  }

  /**
   * `give` and `serve` in one: the released units go to the next in the queue. Returns it, or −1.
   * Unless all requests are of equal size, continue with `serve` until it returns −1.
   */
  pass(amount = 1): number {
    if (!(amount >= 1 && amount <= this.used && (amount | 0) === amount)) this.refuseBack('pass', amount);
    const { queue } = this;
    const left = this.used - amount;
    const place = queue.front;
    const used = place < 0 ? left : left + queue.amount(place);
    if (place < 0 || used > this.able) {
      this.setUsed(left);
      return -1;
    }
    if (used !== this.used) this.setUsed(used);
    queue.drop(place);
    return queue.who(place);
  }

  /** Removes `who` from the queue (its best place, if queued more than once). False when it is not queued. */
  leave(who: number): boolean {
    return this.queue.leave(who);
  }

  /**
   * Changes the priority of queued `who` (its best place, if queued more than once). False when it is not queued.
   * Order: it goes behind all of that priority; if the priority is unchanged, it keeps its place.
   */
  promote(who: number, priority: number): boolean {
    if ((priority & 3) !== priority) refusePriority(priority);
    return this.queue.promote(who, priority);
  }

  /**
   * `units` of `most` break down until `repair`; they are subtracted from the open capacity. Service in progress finishes.
   * Throws when fewer than `units` are working.
   */
  fail(units = 1): void {
    if (!(units >= 1 && units <= this.highest - this.failed && (units | 0) === units))
      throw new RangeError(
        `Server.fail: ${units} break down, ${this.failed} of ${this.highest} are down already; give a whole number from 1 to what is left, or repair first.`,
      );
    this.setFailed(this.failed + units);
  }

  /** Repairs `units`. Throws when fewer were down. */
  repair(units = 1): void {
    if (!(units >= 1 && units <= this.failed && (units | 0) === units))
      throw new RangeError(
        `Server.repair: ${units} come back, ${this.failed} are down; give a whole number from 1 to what is down, if anything is.`,
      );
    this.setFailed(this.failed - units);
  }

  private setFailed(units: number): void {
    this.failed = units;
    this.figures?.down.set(units);
    this.able = Math.max(0, this.said - units);
  }

  private setUsed(used: number): void {
    this.used = used;
    if (this.use !== undefined) this.use.set(used);
  }

  private kept(): Figures {
    if (this.figures === undefined)
      throw new Error('This server keeps no figures over time: it was made with { figures: false }.');
    return this.figures;
  }

  private refuse(who: number, amount: number): never {
    if (!((who | 0) === who && who >= 0))
      throw new RangeError(`Server.take: who is ${who}; it must be an integer from 0 to 2147483647.`);
    throw new RangeError(
      this.highest === 0
        ? `Server.take: ${who} asks for ${amount}, but the capacity is 0 and was never more; where it comes later, call expect(most) before.`
        : `Server.take: ${who} asks for ${amount}, capacity ${this.highest}; ask for a whole number from 1 to that, or call expect(most) before where more comes later.`,
    );
  }

  private refuseBack(verb: string, amount: number): never {
    throw new RangeError(
      `Server.${verb}: ${amount} comes back, ${this.used} in use; give a whole number from 1 to that.`,
    );
  }
}

/** Statistics of a server. */
class Figures {
  readonly busy: TimeWeighted;
  readonly line: TimeWeighted;
  readonly open: TimeWeighted;
  readonly down: TimeWeighted;

  constructor(sim: Simulation) {
    this.busy = new TimeWeighted(sim);
    this.line = new TimeWeighted(sim);
    this.open = new TimeWeighted(sim);
    this.down = new TimeWeighted(sim);
  }
}

function refusePriority(priority: number): never {
  throw new RangeError(`Server: priority ${priority}; it must be 0, 1, 2 or 3.`);
}
