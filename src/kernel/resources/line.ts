// Queue of one resource: by priority, then first come, first served; with or without reneging.

import { PRIORITIES } from '../events/layout';
import { type Own, OwnEvents } from '../events/ownEvents';
import type { EventKind, Simulation } from '../events/simulation';
import type { TimeWeighted } from '../monitors/timeWeighted';
import { Lines } from './lines';

/** One queue per priority. */
export class Line implements Own {
  private count = 0;
  private readonly first: number;
  private readonly lines: Lines;
  private readonly own: OwnEvents;
  private readonly number: number;

  /** `length`: monitor of the queue length. */
  constructor(
    private readonly sim: Simulation,
    private readonly length: TimeWeighted | undefined,
  ) {
    this.lines = Lines.of(sim);
    this.first = this.lines.open(PRIORITIES);
    this.own = OwnEvents.of(sim);
    this.number = this.own.enrol(this);
    sim.state.numbers(this, 'count');
  }

  /** Queue length. */
  get waiting(): number {
    return this.count;
  }

  /** Place of the next entity, or −1. */
  get front(): number {
    return this.count === 0 ? -1 : this.lines.front(this.first);
  }

  /** Whether an arrival of this priority would have to wait behind another. */
  stops(priority: number): boolean {
    return this.count !== 0 && this.priority(this.lines.front(this.first)) <= priority;
  }

  /** Place of the last in the queue of this priority. */
  last(priority: number): number {
    return this.lines.last(this.first + (priority << 3));
  }

  who(place: number): number {
    return this.lines.who(place);
  }

  amount(place: number): number {
    return this.lines.amount(place);
  }

  priority(place: number): number {
    return (this.lines.post(place) - this.first) >> 3;
  }

  join(who: number, amount: number, priority: number): void {
    this.count++;
    if (this.length !== undefined) this.length.set(this.count);
    this.lines.join(this.first + (priority << 3), who, amount);
  }

  /** Throws, without effect, when the arguments of a patience are invalid. */
  checkPatience(patience: number, kind: EventKind, owner: number): void {
    if (!(patience >= 0 && patience < Number.POSITIVE_INFINITY))
      throw new RangeError(`A wait with a patience of ${patience}: give a finite time, 0 or more.`);
    if (!((kind | 0) === kind && kind >= 0 && (owner | 0) === owner))
      throw new RangeError(
        `A wait that ends with an event of kind ${kind}, owner ${owner}: kinds are what \`on\` returned, owners integers of 32 bits.`,
      );
  }

  /** The last in the queue of this priority reneges `patience` from now, unless it was served or left before. */
  limit(patience: number, kind: EventKind, owner: number, priority: number): void {
    const place = this.last(priority);
    // Order: last at its time, so that an entity which can be served at the end of its patience is served.
    const end = this.own.at(this.sim.now + patience, this.number, place, PRIORITIES - 1);
    this.lines.limit(place, end, kind, owner);
  }

  /** End of the patience of a place. */
  happens(place: number): void {
    const { lines, sim } = this;
    const kind = lines.kind(place) as EventKind;
    this.drop(place);
    // Order: only events of the last priority are left at this time, so this is the next event.
    sim.at(sim.now, kind, lines.owner(place), lines.who(place), 0);
  }

  drop(place: number): void {
    this.count--;
    if (this.length !== undefined) this.length.set(this.count);
    this.lines.drop(place);
  }

  leave(who: number): boolean {
    const place = this.count === 0 ? -1 : this.lines.find(this.first, who);
    if (place < 0) return false;
    this.drop(place);
    return true;
  }

  promote(who: number, priority: number): boolean {
    const place = this.count === 0 ? -1 : this.lines.find(this.first, who);
    if (place < 0) return false;
    if (this.priority(place) !== priority) this.lines.move(place, this.first + (priority << 3));
    return true;
  }
}
