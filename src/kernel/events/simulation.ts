// The event loop: take the earliest event, advance the clock, call its handler.

import type { Snapshot } from '../snapshots/snapshot';
import { State } from '../snapshots/state';
import { PRIORITIES } from './layout';
import { PendingEvents, type PendingSet } from './pending';
import { SimulationError } from './simulationError';

/** Event handler; receives the two integers given when scheduling, usually an entity's row number and an argument. */
export type Handler = (owner: number, arg: number) => void;
/** A kind of event, as `on` returned it. */
export type EventKind = number & {
  /** Type brand, compile time only. */
  readonly brand: 'kind of event';
};
/** A scheduled event, for `cancel`. Store it as float64; never 0. */
export type Handle = number & {
  /** Type brand, compile time only. */
  readonly brand: 'scheduled event';
};

/** Events per portion of the loop: the largest count that is a small integer in V8. */
const MANY = 2 ** 30 - 1;

/**
 * A clock and the pending events.
 *
 * Order: by time, then priority (0 … 3, lower first, default 1), then order of scheduling. Guaranteed, ties included:
 * equal schedules give equal runs.
 *
 * Time is a number ≥ 0 in the caller's unit (whole seconds add up exactly).
 */
export class Simulation {
  private running = false;
  /** 1 after `stop`. Speed: testing a boolean takes a dozen instructions. */
  private stopped = 0;
  private readonly handlers: Handler[] = [];
  private readonly names: string[] = [];

  /** `events`: another implementation of the event set, with the same guarantees. */
  constructor(
    /** State that `save` copies and `restore` sets; default: a new one. */
    readonly state: State = new State(),
    private readonly events: PendingSet = new PendingEvents(state),
  ) {
    state.fact(() => `the kinds of event ${JSON.stringify(this.names)}`);
  }

  /** Current time. */
  get now(): number {
    return this.events.now;
  }

  /** Number of events handled so far. */
  get handled(): number {
    return this.events.handled;
  }

  /** Number of pending events. */
  get pending(): number {
    return this.events.size;
  }

  /** Time of the next event, or Infinity. */
  peek(): number {
    return this.events.nextTime();
  }

  /**
   * Upper bound on the times of all pending events: exact unless a later event was cancelled. −Infinity when nothing is
   * pending. O(number of slots), as `cancelOwner`.
   */
  lastPending(): number {
    return this.events.lastTime();
  }

  /** Registers a kind of event. The name is used in error messages; throws when it is empty or taken. */
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
   * Throws when the time is before now, NaN or Infinity, or another argument is invalid.
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
    // 10 − 1e−20 rounds to 10, so checking the time alone would miss it.
    events.asked = delay >= 0 ? events.now + delay : Number.NaN;
    const handle = events.add(kind, owner, arg, priority);
    if (handle === 0) this.refuseDelay(delay, kind, owner, arg, priority);
    return handle as Handle;
  }

  /** Cancels an event. False, without effect, when it is not pending. */
  cancel(handle: Handle): boolean {
    return this.events.cancel(handle);
  }

  /**
   * Moves an event to `time` ≥ now, behind all pending events of that time and priority. Returns its new handle (the old one
   * becomes invalid), or 0, without effect, when it is not pending. Throws when the time is before now, NaN or Infinity.
   */
  reschedule(handle: Handle, time: number): Handle | 0 {
    if (!(time >= this.now && time < Number.POSITIVE_INFINITY))
      throw new RangeError(
        `Rescheduling an event to ${time}: the clock is at ${this.now}; give a finite time, now or later.`,
      );
    return this.events.reschedule(handle, time) as Handle | 0;
  }

  /**
   * Cancels all events of this owner, or only those of `kind`, and returns their number. Scans every slot: about 1 ns times
   * the maximum number of events ever pending.
   */
  cancelOwner(owner: number, kind?: EventKind): number {
    return this.events.cancelOwner(owner, kind);
  }

  /**
   * Handles events until none is left, `until` is reached, `events` were handled, or a handler called `stop`.
   * Events at `until` do not run; when none is left before it the clock is set to `until`, else to the last event.
   * Throws a SimulationError when a handler throws: only that event is lost, and run can be called again.
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

  /** Handles the next event. False when nothing is pending. Throws as `run`. */
  step(): boolean {
    const before = this.handled;
    this.advance(Number.POSITIVE_INFINITY, 1);
    return this.handled > before;
  }

  /** Inside a handler: makes `run` return after this event. */
  stop(): void {
    this.stopped = 1;
  }

  /**
   * Copies all state: clock, events, servers, stores, monitors, and everything else registered in `state`. Throws inside
   * a handler.
   */
  save(): Snapshot {
    if (this.running) throw new Error('save cannot be called from inside a handler: call stop and save outside.');
    return this.state.save();
  }

  /**
   * Restores a snapshot of this simulation or of one built in the same way, also in another process. A snapshot can be
   * restored any number of times, to branch from one warm-up. Handles valid at the time of saving are valid again.
   * Throws, without effect, inside a handler or when the snapshot does not match.
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
   * Speed: only the loop. V8 compiles it while it runs; code before or after it would have no type feedback yet and cause
   * deoptimization. A count that may be Infinity is no integer and was allocated at each event (16 bytes): hence portions.
   * Returns how many of `most` are left, more than 0 when no event is left or `stop` was called.
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
