// What a turn of the hold model does, whoever keeps the events: note a value, and say how long until the next turn.
// Source: Jones, D. W. (1986), An empirical comparison of priority-queue and event-set implementations, CACM 29(4).
import { holdIncrements, TABLE_LENGTH } from './tables.mjs';

/** One run's increments and checksum; `limit/README.md` defines the models. */
export class HoldModel {
  constructor(increments, model, size) {
    this.increments = increments;
    // The first fill is scheduled from a clock that creeps, or the table's repetitions would meet at equal times.
    this.creep = model === 'hold-equal' ? 0 : 2 ** -36;
    this.size = size;
    this.index = 0;
    this.checksum = 0;
  }

  /** Events before the clock starts: a first fill is not what a running model looks like. */
  get settling() {
    return Math.max(1_000, this.size);
  }

  note(value) {
    this.checksum = (Math.imul(this.checksum, 31) + value) | 0;
  }

  /** A delay, not a time: systems that are told delays must come to the same bits. */
  delay(now) {
    const increment = this.increments[this.index];
    this.index = (this.index + 1) & (TABLE_LENGTH - 1);
    return increment < 0 ? Math.ceil((now - increment) * 24) / 24 - now : increment;
  }

  /** The time of a slot's first event. */
  first(owner) {
    const now = owner * this.creep;
    return now + this.delay(now);
  }

  /** What every implementation must come to. */
  check(now) {
    this.note((Math.floor(now * 1024) % 2 ** 32) | 0);
    return this.checksum >>> 0;
  }
}

/** What the four kinds of event note. */
export const VALUES = [
  (owner) => owner,
  (_owner, arg) => arg,
  (owner, arg) => owner + 2 * arg,
  (owner, arg) => owner ^ arg,
];

/**
 * The program of a system that is run event by event: `start(hold)` schedules the first fill and returns
 * `{ run(events), now() }`. Each call of the program is a new run.
 */
export function holdProgram(model, size, events, start) {
  const increments = holdIncrements(model);
  return () => {
    const hold = new HoldModel(increments, model, size);
    const system = start(hold);
    system.run(hold.settling);
    const begin = process.hrtime.bigint();
    system.run(events);
    const elapsed = Number(process.hrtime.bigint() - begin);
    return { nanoseconds: elapsed / events, check: hold.check(system.now()) };
  };
}
