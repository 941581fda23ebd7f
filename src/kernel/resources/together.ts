// Simultaneous seizing of several servers, all or none: a train needs a path, a locomotive and a crew.

import type { EventKind, Simulation } from '../events/simulation';
import { TimeWeighted } from '../monitors/timeWeighted';
import { Line } from './line';
import type { Server } from './server';

/**
 * Requests for several servers at once, with a separate queue. A request is served when every server has the amount; a
 * waiting request holds nothing, so there is no deadlock.
 *
 * Order: as in a server's queue, by priority, then first come, first served, no overtaking. To a server's own queue a
 * request is an arrival of its priority: it seizes nothing of a server at which an entity of the same or a better priority
 * waits. Requests to a single server ignore this queue and can overtake a large request as long as they keep arriving; if
 * that matters, give it a priority and let them queue.
 *
 * Units are released to the servers, together or one by one. After each `give` (or increase of capacity), call the server's
 * `serve`, then the `serve` of every group that contains it, until they return −1; the caller chooses the order of groups.
 *
 * A call takes constant time per server.
 */
export class Together {
  private readonly queue: Line;
  private readonly length: TimeWeighted | undefined;
  /** By place in the queue and server: requested amount. */
  private amounts: Int32Array;

  /** At least two servers, each once. With `figures: false` no statistics of the queue length are kept. */
  constructor(
    private readonly sim: Simulation,
    private readonly servers: readonly Server[],
    options: { readonly figures?: boolean } = {},
  ) {
    if (servers.length < 2 || new Set(servers).size < servers.length)
      throw new RangeError(`Together: ${servers.length} servers; give two or more, each of them once.`);
    this.length = options.figures === false ? undefined : new TimeWeighted(sim);
    this.queue = new Line(sim, this.length);
    this.amounts = sim.state.int32(this, 'amounts', 0);
  }

  /** Queue length. */
  get waiting(): number {
    return this.queue.waiting;
  }

  /** Queue length, over time. Throws when no statistics are kept. */
  get line(): TimeWeighted {
    if (this.length === undefined)
      throw new Error('These servers together keep no figures over time: they were made with { figures: false }.');
    return this.length;
  }

  /**
   * `who` (an integer from 0 to 2³¹ − 1) requests `amounts`, one per server in the order of the constructor, 0 for none.
   * True: all seized now. False: queued. Throws when an amount exceeds `most` of its server, or an argument is invalid.
   */
  take(who: number, amounts: ArrayLike<number>, priority = 1): boolean {
    this.check(who, amounts, priority);
    if (!this.queue.stops(priority) && this.fits(amounts, 0, priority)) {
      this.takeAll(who, amounts, 0, priority);
      return true;
    }
    this.queue.join(who, 1, priority);
    const from = this.row(this.queue.last(priority));
    const needed = from + this.servers.length;
    if (needed > this.amounts.length) this.sim.state.growField(this, 'amounts', 2 * needed);
    for (let i = 0; i < this.servers.length; i++) this.amounts[from + i] = amounts[i];
    return false;
  }

  /** As `take`, with reneging as in `Server.takeWithin`. */
  takeWithin(
    who: number,
    patience: number,
    kind: EventKind,
    owner: number,
    amounts: ArrayLike<number>,
    priority = 1,
  ): boolean {
    this.queue.checkPatience(patience, kind, owner);
    if (this.take(who, amounts, priority)) return true;
    this.queue.limit(patience, kind, owner, priority);
    return false;
  }

  /** Starts service of the first in the queue, if all servers have room, and returns it. Else −1, without effect. */
  serve(): number {
    const { queue, amounts } = this;
    const place = queue.front;
    if (place < 0) return -1;
    const from = this.row(place);
    const priority = queue.priority(place);
    if (!this.fits(amounts, from, priority)) return -1;
    this.takeAll(queue.who(place), amounts, from, priority);
    queue.drop(place);
    return queue.who(place);
  }

  /** Releases `amounts`, one per server. Throws, without effect, when one is more than is in use. */
  give(amounts: ArrayLike<number>): void {
    const { servers } = this;
    for (let i = 0; i < servers.length; i++) {
      if (!(amounts[i] >= 0 && amounts[i] <= servers[i].inUse && (amounts[i] | 0) === amounts[i]))
        throw new RangeError(
          `Together.give: ${amounts[i]} comes back to server ${i + 1}, ${servers[i].inUse} in use; give whole numbers from 0 to that.`,
        );
    }
    for (let i = 0; i < servers.length; i++) if (amounts[i] > 0) servers[i].give(amounts[i]);
  }

  /** As `Server.leave`. */
  leave(who: number): boolean {
    return this.queue.leave(who);
  }

  /** As `Server.promote`. */
  promote(who: number, priority: number): boolean {
    if ((priority & 3) !== priority) refusePriority(priority);
    return this.queue.promote(who, priority);
  }

  /** Index of the first amount of a place. */
  private row(place: number): number {
    return (place >> 3) * this.servers.length;
  }

  private fits(amounts: ArrayLike<number>, from: number, priority: number): boolean {
    const { servers } = this;
    for (let i = 0; i < servers.length; i++) {
      if (amounts[from + i] > 0 && !servers[i].couldTake(amounts[from + i], priority)) return false;
    }
    return true;
  }

  private takeAll(who: number, amounts: ArrayLike<number>, from: number, priority: number): void {
    const { servers } = this;
    for (let i = 0; i < servers.length; i++)
      if (amounts[from + i] > 0) servers[i].take(who, amounts[from + i], priority);
  }

  private check(who: number, amounts: ArrayLike<number>, priority: number): void {
    if (!((who | 0) === who && who >= 0))
      throw new RangeError(`Together.take: who is ${who}; it must be an integer from 0 to 2147483647.`);
    if ((priority & 3) !== priority) refusePriority(priority);
    const { servers } = this;
    if (amounts.length !== servers.length)
      throw new RangeError(
        `Together.take: ${who} asks for ${amounts.length} amounts of ${servers.length} servers; give one each, 0 for none.`,
      );
    let sum = 0;
    for (let i = 0; i < servers.length; i++) {
      const amount = amounts[i];
      if (!((amount | 0) === amount && amount >= 0 && amount <= servers[i].most))
        throw new RangeError(
          `Together.take: ${who} asks for ${amount} of server ${i + 1}, capacity ${servers[i].most}; ask for a whole number from 0 to that.`,
        );
      sum += amount;
    }
    if (sum === 0) throw new RangeError(`Together.take: ${who} asks for nothing; ask for 1 or more of some server.`);
  }
}

function refusePriority(priority: number): never {
  throw new RangeError(`Together: priority ${priority}; it must be 0, 1, 2 or 3.`);
}
