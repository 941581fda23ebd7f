// The waiting line in front of one resource: by priority, then first come, first served; with or without patience.

import { PRIORITIES } from '../events/layout';
import { type Own, OwnEvents } from '../events/ownEvents';
import type { EventKind, Simulation } from '../events/simulation';
import type { TimeWeighted } from '../monitors/timeWeighted';
import { Lines } from './lines';

/** Four lines side by side, one a priority, that count as one. */
export class Line implements Own {
  private count = 0;
  private readonly first: number;
  private readonly lines: Lines;
  private readonly own: OwnEvents;
  private readonly number: number;

  /** `length`: told how many wait whenever that changes. */
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

  /** How many wait. */
  get waiting(): number {
    return this.count;
  }

  /** The place of who is next, or −1. */
  get front(): number {
    return this.count === 0 ? -1 : this.lines.front(this.first);
  }

  /** Whether a newcomer of this priority would have to stand behind somebody. */
  stops(priority: number): boolean {
    return this.count !== 0 && this.priority(this.lines.front(this.first)) <= priority;
  }

  /** The place of who joined last with this priority, and still waits. */
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

  /** Throws, and changes nothing, when the patience of somebody who would wait could not be kept. */
  checkPatience(patience: number, kind: EventKind, owner: number): void {
    if (!(patience >= 0 && patience < Number.POSITIVE_INFINITY))
      throw new RangeError(`A wait with a patience of ${patience}: give a finite time, 0 or more.`);
    if (!((kind | 0) === kind && kind >= 0 && (owner | 0) === owner))
      throw new RangeError(
        `A wait that ends with an event of kind ${kind}, owner ${owner}: kinds are what \`on\` returned, owners integers of 32 bits.`,
      );
  }

  /** Who joined the line of this priority last: unless served or gone before, it leaves `patience` from now. */
  limit(patience: number, kind: EventKind, owner: number, priority: number): void {
    const place = this.last(priority);
    // Order: last of its moment, so that whoever can be served at the end of its patience is.
    const end = this.own.at(this.sim.now + patience, this.number, place, PRIORITIES - 1);
    this.lines.limit(place, end, kind, owner);
  }

  /** The patience of a place has ended. */
  happens(place: number): void {
    const { lines, sim } = this;
    const kind = lines.kind(place) as EventKind;
    this.drop(place);
    // Order: nothing else is left of this moment but what is of the last priority, so this is the next event.
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
