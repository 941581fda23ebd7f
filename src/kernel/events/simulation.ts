// The event loop: take the earliest event, move the clock, hand it over.

import type { Snapshot } from '../snapshots/snapshot';
import { State } from '../snapshots/state';
import { PRIORITIES } from './layout';
import { PendingEvents, type PendingSet } from './pending';
import { SimulationError } from './simulationError';

/** What happens at an event: two integers come with it, usually who (a row number) and what about (whatever was scheduled). */
export type Handler = (owner: number, arg: number) => void;
/** A kind of event, as `on` returned it. */
export type EventKind = number & {
  /** For the compiler only: a plain number is no kind of event. */
  readonly brand: 'kind of event';
};
/** One scheduled event, for `cancel`. Needs a float64 to be kept in; 0 is never one. */
export type Handle = number & {
  /** For the compiler only: a plain number is no scheduled event. */
  readonly brand: 'scheduled event';
};

/** Events are handed over in portions of so many: a count that is a small integer to V8. */
const MANY = 2 ** 30 - 1;

/**
 * A clock and the events to come.
 *
 * Order: events are handed over by time, then by priority (0 … 3, lower first, 1 unless told), then by order of
 * scheduling. This is a promise: two runs of the same schedule are the same run, ties included, whether an event was
 * scheduled long before or by another event of the same moment.
 *
 * Time is a number from 0 on, in whatever unit the caller counts (whole seconds add up exactly).
 */
export class Simulation {
  private running = false;
  /** 1 from `stop` on. Speed: a yes-or-no is tested by a dozen instructions. */
  private stopped = 0;
  private readonly handlers: Handler[] = [];
  private readonly names: string[] = [];

  /** `events`: another way to keep them, under the same promises. */
  constructor(
    /** What changes during the run: all that `save` copies and `restore` puts back. A new one unless given. */
    readonly state: State = new State(),
    private readonly events: PendingSet = new PendingEvents(state),
  ) {
    state.fact(() => `the kinds of event ${JSON.stringify(this.names)}`);
  }

  /** The time it is. */
  get now(): number {
    return this.events.now;
  }

  /** How many events were handed over so far. */
  get handled(): number {
    return this.events.handled;
  }

  /** How many events are pending. */
  get pending(): number {
    return this.events.size;
  }

  /** The time of the next event, or Infinity. */
  peek(): number {
    return this.events.nextTime();
  }

  /**
   * A time at which all that is pending now has happened: the last event's, unless one was cancelled that was later still.
   * −Infinity when nothing is pending. Looks at every slot once, as `cancelOwner` does.
   */
  lastPending(): number {
    return this.events.lastTime();
  }

  /** Says what happens at events of a kind. The name is for error messages; throws when it is empty or taken. */
  on(name: string, handler: Handler): EventKind {
    if (name === '') throw new Error('A kind of event needs a name, for error messages; it came without.');
    if (this.names.includes(name))
      throw new Error(`There is a kind of event "${name}" already; give this one another name.`);
    this.handlers.push(handler);
    this.names.push(name);
    return this.events.kinds++ as EventKind;
  }

  /**
   * Schedules an event at `time`, now or later; `owner` and `arg` are 32-bit integers.
   * Throws when the time is before now, NaN or Infinity, or when another argument is not what it should be.
   */
  at(time: number, kind: EventKind, owner: number, arg: number, priority = 1): Handle {
    const { events } = this;
    events.asked = time;
    const handle = events.add(kind, owner, arg, priority);
    if (handle === 0) this.refuse(`${time}`, kind, owner, arg, priority);
    return handle as Handle;
  }

  /** Schedules an event `delay` ≥ 0 from now; otherwise as `at`. */
  in(delay: number, kind: EventKind, owner: number, arg: number, priority = 1): Handle {
    const { events } = this;
    // −1e−20 is lost beside 10: the time alone would pass.
    events.asked = delay >= 0 ? events.now + delay : Number.NaN;
    const handle = events.add(kind, owner, arg, priority);
    if (handle === 0) this.refuseDelay(delay, kind, owner, arg, priority);
    return handle as Handle;
  }

  /** Takes an event back. False, and nothing changed, when it has happened, was cancelled, or never was. */
  cancel(handle: Handle): boolean {
    return this.events.cancel(handle);
  }

  /**
   * Moves an event to `time`, now or later, as if it were scheduled anew: behind all of that time and priority. Returns its
   * new handle (the old one names nothing more), or 0, and nothing changed, when it is pending no more.
   * True too for events at now. Throws when the time is before now, NaN or Infinity.
   */
  reschedule(handle: Handle, time: number): Handle | 0 {
    if (!(time >= this.now && time < Number.POSITIVE_INFINITY))
      throw new RangeError(
        `Rescheduling an event to ${time}: the clock is at ${this.now}; give a finite time, now or later.`,
      );
    return this.events.reschedule(handle, time) as Handle | 0;
  }

  /**
   * Takes back all events of this owner, those of one kind only if told, and returns how many there were. Looks at every
   * slot once: about a nanosecond for each event of the most that were ever pending, whoever owns them.
   */
  cancelOwner(owner: number, kind?: EventKind): number {
    return this.events.cancelOwner(owner, kind);
  }

  /**
   * Hands events over until none is left, `until` is reached, `events` were handed over, or a handler called `stop`.
   * Events at `until` do not run; when nothing before it is left the clock stands at `until`, else at the last event.
   * Throws a SimulationError when a handler throws: that event is gone, all else is whole, and run can be called again.
   */
  run(options: { until?: number; events?: number } = {}): void {
    const { until = Number.POSITIVE_INFINITY, events = Number.POSITIVE_INFINITY } = options;
    if (!(until >= this.now))
      throw new RangeError(`run: until is ${until}, but the clock is at ${this.now}; it only goes forward.`);
    if (!(events >= 0)) throw new RangeError(`run: events is ${events}; give how many to hand over, 0 or more.`);
    this.advance(until, events);
    if (this.stopped === 0 && until < Number.POSITIVE_INFINITY && this.events.nextTime() >= until)
      this.events.forward(until);
  }

  /** Hands over the next event. False when nothing is pending. Throws as `run`. */
  step(): boolean {
    const before = this.handled;
    this.advance(Number.POSITIVE_INFINITY, 1);
    return this.handled > before;
  }

  /** From inside a handler: `run` returns after this event, the clock where it is. */
  stop(): void {
    this.stopped = 1;
  }

  /**
   * A copy of everything that changes: clock, events, servers, stores, figures over time, and whatever else was taken from
   * `state`. Throws inside a handler, where half of an event is done.
   */
  save(): Snapshot {
    if (this.running) throw new Error('save cannot be called from inside a handler: call stop and save outside.');
    return this.state.save();
  }

  /**
   * Goes back to a copy, or on to one that another simulation made which was built alike, here or in another process.
   * The same copy can be restored again and again: branch from one warm-up as often as there are questions. Handles of the
   * time of the copy are good again. Throws, and changes nothing, inside a handler or when the copy does not fit.
   */
  restore(snapshot: Snapshot): void {
    if (this.running) throw new Error('restore cannot be called from inside a handler: call stop and restore outside.');
    this.state.restore(snapshot);
  }

  private advance(until: number, most: number): void {
    if (this.running)
      throw new Error(
        'run and step cannot be called from inside a handler: schedule an event, or call stop and go on outside.',
      );
    this.running = true;
    this.stopped = 0;
    this.events.until = until;
    try {
      let left = most;
      while (left >= 1) {
        const portion = left < MANY ? Math.floor(left) : MANY;
        if (this.handOver(this.events, this.handlers, portion) > 0) break;
        left -= portion;
      }
    } finally {
      this.running = false;
    }
  }

  /**
   * Speed: nothing but the loop. V8 compiles it while it runs; whatever came before it or behind it would be compiled without
   * ever having run often enough to be known, and the compiled code given up there.
   * A count that may be Infinity is no integer to it, and was allocated anew at each event (16 bytes): hence portions.
   * Returns how many of `most` are left to hand over, more than 0 when there are no more events or `stop` was called.
   */
  private handOver(events: PendingSet, handlers: readonly Handler[], most: number): number {
    let kind = 0;
    let owner = 0;
    let arg = 0;
    let left = most;
    try {
      for (; left > 0 && this.stopped === 0; left--) {
        const slot = events.take();
        if (slot === 0) break;
        kind = events.kind(slot);
        owner = events.owner(slot);
        arg = events.arg(slot);
        events.release(slot);
        // Speed: called without a receiver.
        const handler = handlers[kind];
        handler(owner, arg);
      }
    } catch (cause) {
      throw new SimulationError(this.now, this.names[kind], owner, arg, cause);
    }
    return left + this.stopped;
  }

  private refuseDelay(delay: number, kind: number, owner: number, arg: number, priority: number): never {
    this.refuse(`${this.now + delay} (now and ${delay})`, kind, owner, arg, priority);
  }

  private refuse(time: string, kind: number, owner: number, arg: number, priority: number): never {
    const name = this.names[kind];
    if (name === undefined)
      throw new RangeError(`Scheduling an event of kind ${kind}: there is none; kinds are what \`on\` returned.`);
    const event = `Scheduling "${name}" (owner ${owner}, arg ${arg}) at ${time}`;
    if ((priority & (PRIORITIES - 1)) !== priority)
      throw new RangeError(`${event}: priority is ${priority}; it must be 0, 1, 2 or 3.`);
    if ((owner | 0) !== owner || (arg | 0) !== arg)
      throw new RangeError(`${event}: owner and arg must be integers of 32 bits.`);
    throw new RangeError(`${event}: the clock is at ${this.now}; give a finite time, now or later.`);
  }
}
