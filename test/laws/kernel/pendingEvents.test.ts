// The law of pending events: whatever is scheduled, cancelled and run, in any order, happens just as if all of it stood in
// one list, sorted by time, priority and order of scheduling. One line below for each implementation.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Handle, Simulation, SimulationError } from '../../../src/kernel';
import { PendingEvents } from '../../../src/kernel/events/pending';
import { State } from '../../../src/kernel/snapshots/state';

const implementations: [string, () => Simulation][] = [
  ['sorted list, tree or buckets, and rings for now', () => new Simulation()],
  ['the same, growing from a single slot', () => growing(1)],
  ['the same, above sixty events that come last', () => crowded(60)],
  ['the same, above a thousand events that come last', () => crowded(1_000)],
  ['the same, above fifteen hundred events of one time that come last', () => crowded(1_500, 0)],
];

function growing(capacity: number): Simulation {
  const state = new State();
  return new Simulation(state, new PendingEvents(state, capacity));
}

/** Later than all that is scheduled here, and never run: they make the structure that of many events. */
const LAST = 1e7;
const crowds = new WeakMap<Simulation, number>();
function crowded(events: number, gap = 1): Simulation {
  const sim = new Simulation();
  const kind = sim.on('crowd', () => {});
  for (let i = 0; i < events; i++) sim.at(LAST + ((i * 7919) % events) * gap, kind, -1, 0);
  crowds.set(sim, events);
  return sim;
}

/** What an event does when it happens. Delays are few and small so that ties are the rule. */
type Deed =
  | { do: 'schedule'; delay: number; priority: number; plan: number }
  | { do: 'cancel'; which: number }
  | { do: 'move'; which: number; delay: number }
  | { do: 'dismiss'; owner: number }
  | { do: 'stop' }
  | { do: 'throw' };
type Command =
  | { do: 'schedule'; delay: number; priority: number; plan: number }
  | { do: 'cancel'; which: number }
  | { do: 'move'; which: number; delay: number }
  | { do: 'dismiss'; owner: number }
  | { do: 'step' }
  | { do: 'run'; ahead: number; events: number };
/** Plan p of an event is the list of deeds number p; children have one life less, and with none left do nothing. */
type Plans = Deed[][];
const PLANS = 5;
/** Longer than all that is scheduled here, and far before the crowd. */
const FOREVER = 1_000;
const LIVES = 3;
/** Event n belongs to owner n mod this. */
const OWNERS = 16;
/** More events than any run here has: a fault that repeats an event for ever fails instead of hanging. */
const PLENTY = 50_000;

/** One log for all that can be seen: every event with its time, every answer. */
interface Subject {
  readonly log: string[];
  schedule(delay: number, priority: number, plan: number, lives: number): void;
  cancel(which: number): void;
  /** Reschedules. */
  move(which: number, delay: number): void;
  /** Cancels all of an owner. */
  dismiss(owner: number): void;
  step(): void;
  run(ahead: number, events: number): void;
}

/** Does what an event has planned; true when it throws in the end. */
function carryOut(subject: Subject & { stop(): void }, deeds: Deed[], lives: number): boolean {
  if (lives === 0) return false;
  for (const deed of deeds) {
    if (deed.do === 'schedule') subject.schedule(deed.delay, deed.priority, deed.plan, lives - 1);
    else if (deed.do === 'cancel') subject.cancel(deed.which);
    else if (deed.do === 'move') subject.move(deed.which, deed.delay);
    else if (deed.do === 'dismiss') subject.dismiss(deed.owner);
    else if (deed.do === 'stop') subject.stop();
    else return true;
  }
  return false;
}

class Real implements Subject {
  readonly log: string[] = [];
  private readonly handles: Handle[] = [];
  private readonly kind;
  /** By event number: what its plan is, and how many lives it has. */
  private readonly plans: number[] = [];
  private readonly crowd: number;

  constructor(
    private readonly sim: Simulation,
    plans: Plans,
  ) {
    this.crowd = crowds.get(sim) ?? 0;
    this.kind = sim.on('event', (owner, number) => {
      this.log.push(`${sim.now}: ${number} of ${owner}`);
      const plan = this.plans[number];
      if (carryOut(this, plans[plan % PLANS], Math.floor(plan / PLANS))) throw new Error('as planned');
    });
  }
  schedule(delay: number, priority: number, plan: number, lives: number) {
    const number = this.handles.length;
    this.plans.push(lives * PLANS + plan);
    this.handles.push(this.sim.in(delay, this.kind, number % OWNERS, number, priority));
  }
  move(which: number, delay: number) {
    if (this.handles.length === 0) return;
    const number = this.handles.length - 1 - (which % this.handles.length);
    const old = this.handles[number];
    const handle = this.sim.reschedule(old, this.sim.now + delay);
    if (handle !== 0) this.handles[number] = handle;
    this.log.push(`move ${number}: ${handle !== 0}, and by the old handle again: ${this.sim.reschedule(old, 1e6)}`);
  }
  dismiss(owner: number) {
    this.log.push(`dismiss ${owner}: ${this.sim.cancelOwner(owner)}`);
  }
  cancel(which: number) {
    if (this.handles.length === 0) return;
    const number = this.handles.length - 1 - (which % this.handles.length);
    this.log.push(`cancel ${number}: ${this.sim.cancel(this.handles[number])}`);
  }
  stop() {
    this.sim.stop();
  }
  step() {
    this.attempt(() => {
      // Of the crowd nothing is run.
      if (this.sim.peek() >= LAST) this.log.push('step: false');
      else this.log.push(`step: ${this.sim.step()}`);
    });
  }
  run(ahead: number, events: number) {
    this.attempt(() => this.sim.run({ until: this.sim.now + ahead, events }));
  }
  private attempt(call: () => void) {
    try {
      call();
    } catch (error) {
      if (!(error instanceof SimulationError)) throw error;
      this.log.push(`threw at ${error.time}: ${error.arg}`);
    }
    const { now, pending, handled } = this.sim;
    const next = this.sim.peek() < LAST ? this.sim.peek() : Infinity;
    this.log.push(`now ${now}, next ${next}, pending ${pending - this.crowd}, handled ${handled}`);
  }
}

type Event = { time: number; priority: number; number: number; order: number; plan: number; lives: number };

class SortedList implements Subject {
  readonly log: string[] = [];
  readonly seen = { ties: 0, atNow: 0, cancelled: 0, stale: 0, threw: 0, stopped: 0, moved: 0, dismissed: 0 };
  private list: Event[] = [];
  private now = 0;
  private handled = 0;
  private number = 0;
  private order = 0;
  private stopped = false;

  constructor(private readonly plans: Plans) {}
  schedule(delay: number, priority: number, plan: number, lives: number) {
    if (delay === 0) this.seen.atNow++;
    const number = this.number++;
    this.insert({ time: this.now + delay, priority, number, order: this.order++, plan, lives });
  }
  private insert(event: Event) {
    if (this.list.some((other) => other.time === event.time)) this.seen.ties++;
    this.list.push(event);
    this.list.sort((a, b) => a.time - b.time || a.priority - b.priority || a.order - b.order);
  }
  cancel(which: number) {
    if (this.number === 0) return;
    const number = this.number - 1 - (which % this.number);
    const index = this.list.findIndex((event) => event.number === number);
    if (index >= 0) this.list.splice(index, 1);
    this.seen[index >= 0 ? 'cancelled' : 'stale']++;
    this.log.push(`cancel ${number}: ${index >= 0}`);
  }
  move(which: number, delay: number) {
    if (this.number === 0) return;
    const number = this.number - 1 - (which % this.number);
    const index = this.list.findIndex((event) => event.number === number);
    this.log.push(`move ${number}: ${index >= 0}, and by the old handle again: 0`);
    if (index < 0) return;
    const [event] = this.list.splice(index, 1);
    this.insert({ ...event, time: this.now + delay, order: this.order++ });
    this.seen.moved++;
  }
  dismiss(owner: number) {
    const left = this.list.filter((event) => event.number % OWNERS !== owner);
    this.log.push(`dismiss ${owner}: ${this.list.length - left.length}`);
    this.seen.dismissed += this.list.length - left.length;
    this.list = left;
  }
  stop() {
    this.stopped = true;
    this.seen.stopped++;
  }
  step() {
    if (!this.list.length) this.log.push('step: false');
    else if (!this.handle()) this.log.push('step: true');
    this.summary();
  }
  run(ahead: number, events: number) {
    const until = this.now + ahead;
    let left = events;
    let threw = false;
    this.stopped = false;
    while (!threw && !this.stopped && left > 0 && this.list.length && this.list[0].time < until) {
      threw = this.handle();
      left--;
    }
    const early = this.list.length > 0 && this.list[0].time < until;
    if (!threw && !this.stopped && !early) this.now = until;
    this.summary();
  }
  private handle(): boolean {
    const event = this.list.shift() as Event;
    this.now = event.time;
    this.handled++;
    this.log.push(`${this.now}: ${event.number} of ${event.number % OWNERS}`);
    if (!carryOut(this, this.plans[event.plan], event.lives)) return false;
    this.seen.threw++;
    this.log.push(`threw at ${this.now}: ${event.number}`);
    return true;
  }
  private summary() {
    const next = this.list.length ? this.list[0].time : Infinity;
    this.log.push(`now ${this.now}, next ${next}, pending ${this.list.length}, handled ${this.handled}`);
  }
}

const schedule = fc.record({
  do: fc.constant('schedule' as const),
  delay: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 7.5, 40),
  priority: fc.integer({ min: 0, max: 3 }),
  plan: fc.integer({ min: 0, max: PLANS - 1 }),
});
// Counted back from the youngest event: small numbers are mostly pending, large ones mostly long gone.
const cancel = fc.record({
  do: fc.constant('cancel' as const),
  which: fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 5000 })),
});
const move = fc.record({
  do: fc.constant('move' as const),
  which: fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 5000 })),
  delay: fc.constantFrom(0, 0, 1, 2, 7.5, 40),
});
const dismiss = fc.record({ do: fc.constant('dismiss' as const), owner: fc.nat({ max: OWNERS - 1 }) });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 14, arbitrary: schedule },
  { weight: 4, arbitrary: cancel },
  { weight: 4, arbitrary: move },
  { weight: 1, arbitrary: dismiss },
  { weight: 1, arbitrary: fc.constant({ do: 'stop' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'throw' as const }) },
);
const plans = fc.array(fc.array(deed, { maxLength: 3 }), { minLength: PLANS, maxLength: PLANS });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 10, arbitrary: schedule },
  { weight: 3, arbitrary: cancel },
  { weight: 3, arbitrary: move },
  { weight: 1, arbitrary: dismiss },
  { weight: 3, arbitrary: fc.constant({ do: 'step' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('run' as const),
      ahead: fc.constantFrom(0, 1, 1.5, 2, 5, 50, FOREVER),
      events: fc.constantFrom(0, 1, 3, 20, PLENTY),
    }),
  },
);

function obey(subject: Subject, commands: Command[]) {
  for (const command of commands) {
    if (command.do === 'schedule') subject.schedule(command.delay, command.priority, command.plan, LIVES);
    else if (command.do === 'cancel') subject.cancel(command.which);
    else if (command.do === 'move') subject.move(command.which, command.delay);
    else if (command.do === 'dismiss') subject.dismiss(command.owner);
    else if (command.do === 'step') subject.step();
    else subject.run(command.ahead, command.events);
  }
  // To the end, whatever throws or stops on the way: one event a step.
  subject.run(0, 0);
  for (let i = 0; i < 50; i++) subject.run(FOREVER, PLENTY);
}

describe.each(implementations)('pending events: %s', (_name, make) => {
  it('happen, and are cancelled, as from one list sorted by time, priority and order of scheduling', () => {
    const total: Record<string, number> = {};
    fc.assert(
      fc.property(plans, fc.array(command, { minLength: 20, maxLength: 120, size: 'max' }), (plans, commands) => {
        const real = new Real(make(), plans);
        const list = new SortedList(plans);
        obey(real, commands);
        obey(list, commands);
        expect(real.log).toEqual(list.log);
        for (const [what, n] of Object.entries(list.seen)) total[what] = (total[what] ?? 0) + n;
      }),
      { seed: 20241, numRuns: 600 },
    );
    // The seed is fixed, so these counts are facts, not luck: the law was tried where it could fail.
    expect(total.ties).toBeGreaterThan(10_000);
    expect(total.atNow).toBeGreaterThan(10_000);
    expect(total.cancelled).toBeGreaterThan(1_000);
    expect(total.stale).toBeGreaterThan(1_000);
    expect(total.threw).toBeGreaterThan(100);
    expect(total.stopped).toBeGreaterThan(100);
    expect(total.moved).toBeGreaterThan(1_000);
    expect(total.dismissed).toBeGreaterThan(1_000);
  });

  it('of which thirty thousand are pending at once, a third of them cancelled, come out sorted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30_000 }), fc.integer({ min: 1, max: 29_999 }), (times, stride) => {
        const sim = make();
        const order: number[] = [];
        const kind = sim.on('event', (number) => void order.push(number));
        const events = Array.from({ length: 30_000 }, (_, number) => ({
          number,
          time: (number * stride) % times,
          priority: (number >> 3) & 3,
        }));
        const handles = events.map((e) => sim.at(e.time, kind, e.number, 0, e.priority));
        // Every third number, whose times and priorities are scattered: the cancelled lie all over the heap.
        for (let number = 2; number < events.length; number += 3) sim.cancel(handles[number]);
        const left = events.filter((e) => e.number % 3 !== 2);
        left.sort((a, b) => a.time - b.time || a.priority - b.priority || a.number - b.number);
        sim.run({ events: PLENTY });
        expect(order).toEqual(left.map((e) => e.number));
      }),
      { seed: 20242, numRuns: 4 },
    );
  });
});
