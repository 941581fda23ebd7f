// Cranes, berths, tracks, customs lanes: so many at once, and a waiting line in front.
import { Lines } from './lines';
import { PRIORITIES } from './pending';
import type { Simulation } from './simulation';
import { TimeWeighted } from './timeWeighted';

/** The line of `lines` in which slots stand that nobody uses. */
const FREE = PRIORITIES;
/** Room in the line at first; it doubles when more wait. */
const SLOTS = 16;

/**
 * A number of equal servers with one waiting line. The server says *who* is next; the caller says what happens then: after
 * `give`, after `leave`, and after capacity has risen, call `serve` until it returns −1.
 *
 * Order: lower priority number first (0 … 3, 1 unless told), first come, first served within it. Nobody overtakes: while
 * somebody of the same or a better priority waits, a newcomer joins the line even where it would fit.
 */
export class Server {
  /** How much is in use, over time. */
  readonly busy: TimeWeighted;
  /** How many wait, over time. */
  readonly line: TimeWeighted;

  private most = 0;
  private allowed = 0;
  private used = 0;
  private count = 0;
  private readonly lines: Lines;
  /** By slot: who waits, and for how much. */
  private who: Int32Array;
  private amount: Int32Array;

  /** Capacity is a whole number ≥ 0. */
  constructor(
    private readonly sim: Simulation,
    capacity: number,
  ) {
    this.busy = new TimeWeighted(sim);
    this.line = new TimeWeighted(sim);
    this.who = sim.state.int32(this, 'who', SLOTS);
    this.amount = sim.state.int32(this, 'amount', SLOTS);
    this.lines = new Lines(sim.state, PRIORITIES + 1, SLOTS);
    for (let slot = 0; slot < SLOTS; slot++) this.lines.join(FREE, slot);
    this.capacity = capacity;
    sim.state.numbers(this, 'most', 'allowed', 'used', 'count');
  }

  /** How much can be in use at once. */
  get capacity(): number {
    return this.allowed;
  }

  /** Lowered below what is in use, it lets that finish and serves nobody until there is room. */
  set capacity(capacity: number) {
    if (!(Number.isInteger(capacity) && capacity >= 0))
      throw new RangeError(`Server: capacity ${capacity}; it must be a whole number, 0 or more.`);
    this.allowed = capacity;
    if (capacity > this.most) this.most = capacity;
  }

  /** How much is in use. */
  get inUse(): number {
    return this.used;
  }

  /** How many wait. */
  get waiting(): number {
    return this.count;
  }

  /**
   * `who` (an integer from 0 to 2³¹ − 1) asks for `amount`. True: taken now. False: now in line.
   * Throws when `amount` is more than the server ever had (it would wait for ever), or an argument is not what it should be.
   */
  take(who: number, amount = 1, priority = 1): boolean {
    if (!((who | 0) === who && who >= 0 && amount >= 1 && amount <= this.most && (amount | 0) === amount))
      this.refuse(who, amount);
    if ((priority & (PRIORITIES - 1)) !== priority)
      throw new RangeError(`Server.take: priority ${priority}; it must be 0, 1, 2 or 3.`);
    if (this.used + amount <= this.allowed && this.lines.best(priority + 1) < 0) {
      this.use(amount);
      return true;
    }
    this.join(who, amount, priority);
    return false;
  }

  /** Gives `amount` back. Throws when that is more than was taken. */
  give(amount = 1): void {
    if (!(amount >= 1 && amount <= this.used && Number.isInteger(amount)))
      throw new RangeError(
        `Server.give: ${amount} comes back, ${this.used} in use; give a whole number from 1 to that.`,
      );
    this.use(-amount);
  }

  /** The first in line, if it fits: takes for it and returns who. Else −1, and nothing changed. */
  serve(): number {
    const slot = this.lines.best(PRIORITIES);
    if (slot < 0 || this.used + this.amount[slot] > this.allowed) return -1;
    this.use(this.amount[slot]);
    this.drop(slot);
    return this.who[slot];
  }

  /** Takes `who` out of the line (out of its best place, if it waits more than once). False when it does not wait. Walks the line. */
  leave(who: number): boolean {
    for (let priority = 0; priority < PRIORITIES; priority++) {
      for (let slot = this.lines.front(priority); slot >= 0; slot = this.lines.behind(slot)) {
        if (this.who[slot] === who) {
          this.drop(slot);
          return true;
        }
      }
    }
    return false;
  }

  private use(amount: number): void {
    this.used += amount;
    this.busy.set(this.used);
  }

  private join(who: number, amount: number, priority: number): void {
    if (this.lines.front(FREE) < 0) this.grow();
    const slot = this.lines.front(FREE);
    this.lines.leave(slot);
    this.lines.join(priority, slot);
    this.who[slot] = who;
    this.amount[slot] = amount;
    this.line.set(++this.count);
  }

  private drop(slot: number): void {
    this.lines.leave(slot);
    this.lines.join(FREE, slot);
    this.line.set(--this.count);
  }

  private grow(): void {
    const from = this.who.length;
    this.sim.state.grow(this, 2 * from);
    this.lines.grow(2 * from);
    for (let slot = from; slot < 2 * from; slot++) this.lines.join(FREE, slot);
  }

  private refuse(who: number, amount: number): never {
    if (!((who | 0) === who && who >= 0))
      throw new RangeError(`Server.take: who is ${who}; it must be an integer from 0 to 2147483647.`);
    throw new RangeError(
      `Server.take: ${who} asks for ${amount}, capacity ${this.most}; ask for a whole number from 1 to that.`,
    );
  }
}
