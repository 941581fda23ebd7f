// Cranes, berths, tracks, customs lanes: so many at once, and a waiting line in front.

import type { EventKind, Simulation } from '../events/simulation';
import { TimeWeighted } from '../monitors/timeWeighted';
import { Line } from './line';

/**
 * A number of equal servers with one waiting line. The server says *who* is next; the caller says what happens then: after
 * `give`, `leave` and `promote`, at the end of a patience, and after capacity has risen, call `serve` until it returns −1.
 *
 * Order: lower priority number first (0 … 3, 1 unless told), first come, first served within it. Nobody overtakes: while
 * somebody of the same or a better priority waits, a newcomer joins the line even where it would fit.
 *
 * What is in service finishes: lowered by hand, by shifts or by a failure below what is in use, the server lets that
 * finish and serves nobody until there is room.
 *
 * No call walks the line: each takes a few moves, whether ten wait or 100,000.
 */
export class Server {
  private highest = 0;
  private said = 0;
  private failed = 0;
  /** The capacity less what is broken. */
  private able = 0;
  private used = 0;
  private readonly queue: Line;
  private readonly figures: Figures | undefined;
  private readonly use: TimeWeighted | undefined;

  /** Capacity is a whole number ≥ 0. With `figures: false` none are kept over time, and every call is the faster. */
  constructor(sim: Simulation, capacity: number, options: { readonly figures?: boolean } = {}) {
    this.figures = options.figures === false ? undefined : new Figures(sim);
    this.use = this.figures?.busy;
    this.queue = new Line(sim, this.figures?.line);
    this.capacity = capacity;
    sim.state.numbers(this, 'highest', 'said', 'failed', 'able', 'used');
  }

  /** How much can be in use at once, when nothing is broken. */
  get capacity(): number {
    return this.said;
  }

  /** Lowered below what is in use, it lets that finish and serves nobody until there is room. */
  set capacity(capacity: number) {
    this.expect(capacity);
    this.said = capacity;
    this.figures?.open.set(capacity);
    this.able = Math.max(0, capacity - this.failed);
  }

  /** Lets requests of up to `most` wait here, for a time when the capacity will be so high. */
  expect(most: number): void {
    if (!(Number.isInteger(most) && most >= 0 && most < 2 ** 30))
      throw new RangeError(`Server: capacity ${most}; it must be a whole number from 0 to 1073741823.`);
    if (most > this.highest) this.highest = most;
  }

  /** The highest capacity that it had or is to have: no request can be for more. */
  get most(): number {
    return this.highest;
  }

  /** How much is broken. */
  get broken(): number {
    return this.failed;
  }

  /** How much is in use. */
  get inUse(): number {
    return this.used;
  }

  /** How many wait. */
  get waiting(): number {
    return this.queue.waiting;
  }

  /** How much is in use, over time. Throws, as the three below, when no figures are kept. */
  get busy(): TimeWeighted {
    return this.kept().busy;
  }

  /** How many wait, over time. */
  get line(): TimeWeighted {
    return this.kept().line;
  }

  /** The capacity, over time. */
  get open(): TimeWeighted {
    return this.kept().open;
  }

  /**
   * How much is broken, over time. Of all time × `most`: in use `busy`, broken this, closed what `open` leaves of `most`. They
   * overlap where more is broken than open, and while what was in service when it closed or broke finishes.
   */
  get down(): TimeWeighted {
    return this.kept().down;
  }

  /**
   * `who` (an integer from 0 to 2³¹ − 1) asks for `amount`. True: taken now. False: now in line.
   * Throws when `amount` is more than the server ever had (it would wait for ever), or an argument is not what it should be.
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
   * As `take`; but who is not served within `patience` ≥ 0 from now is out of the line, and the next event handed over is
   * one of this kind with this owner and `arg` = who. Served, or gone by `leave`, nothing is heard of it.
   * Order: a patience ends after all other events of its moment but those of priority 3: who can be served then still is.
   */
  takeWithin(who: number, patience: number, kind: EventKind, owner: number, amount = 1, priority = 1): boolean {
    this.queue.checkPatience(patience, kind, owner);
    if (this.take(who, amount, priority)) return true;
    this.queue.limit(patience, kind, owner, priority);
    return false;
  }

  /** Whether `take` would take now. */
  couldTake(amount = 1, priority = 1): boolean {
    return amount >= 1 && this.used + amount <= this.able && !this.queue.stops(priority);
  }

  /** Gives `amount` back. Throws when that is more than was taken. */
  give(amount = 1): void {
    if (!(amount >= 1 && amount <= this.used && (amount | 0) === amount)) this.refuseBack('give', amount);
    this.setUsed(this.used - amount);
  }

  /** The first in line, if it fits: takes for it and returns who. Else −1, and nothing changed. */
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
   * `give` and `serve` in one: who is next takes over what comes back. Returns who, or −1.
   * Where requests are of one size that is all; else go on with `serve` until it returns −1.
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

  /** Takes `who` out of the line (out of its best place, if it waits more than once). False when it does not wait. */
  leave(who: number): boolean {
    return this.queue.leave(who);
  }

  /**
   * Gives `who`, who waits, another priority (at its best place, if it waits more than once). False when it does not wait.
   * Order: it stands behind all who wait with that priority, as if it came now; with the priority that it has, it stays.
   */
  promote(who: number, priority: number): boolean {
    if ((priority & 3) !== priority) refusePriority(priority);
    return this.queue.promote(who, priority);
  }

  /**
   * `units` of `most` break down until `repair`; they come off the capacity that is open, whichever it is. What is in service
   * finishes. Throws when fewer than `units` are whole.
   */
  fail(units = 1): void {
    if (!(units >= 1 && units <= this.highest - this.failed && (units | 0) === units))
      throw new RangeError(
        `Server.fail: ${units} break down, ${this.failed} of ${this.highest} are down already; give a whole number from 1 to what is left, or repair first.`,
      );
    this.setFailed(this.failed + units);
  }

  /** `units` that broke down work again. Throws when fewer were down. */
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

/** What a server keeps over time. */
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
