// The set of pending events by itself: what its laws (test/laws/kernel/pendingEvents.test.ts) cannot reach from outside.
import { describe, expect, it } from 'vitest';
import { PendingEvents } from '../../../src/kernel/events/pending';
import { type Handle, Simulation } from '../../../src/kernel/events/simulation';
import { State } from '../../../src/kernel/snapshots/state';

/** With kinds 0 … 999, and `add` in one line. */
function withKinds(capacity: number) {
  const events = new PendingEvents(new State(), capacity);
  events.kinds = 1000;
  const add = (time: number, kind = 0, owner = 0, arg = 0, priority = 1) => {
    events.asked = time;
    return events.add(kind, owner, arg, priority);
  };
  return { events, add };
}

describe('PendingEvents', () => {
  it('grow from one slot by doubling, and every event keeps its place and its payload', () => {
    const { events, add } = withKinds(1);
    const n = 1000;
    // 7919 is prime to 1000: each time once, in a scattered order.
    for (let i = 0; i < n; i++) add(1 + ((i * 7919) % n), i, -i, 2 * i);
    expect(events.size).toBe(n);
    for (let time = 1; time <= n; time++) {
      expect(events.nextTime()).toBe(time);
      const slot = events.take();
      const i = events.kind(slot);
      expect(1 + ((i * 7919) % n)).toBe(time);
      expect([events.owner(slot) + i, events.arg(slot)]).toEqual([0, 2 * i]);
      events.release(slot);
    }
    expect(events.nextTime()).toBe(Number.POSITIVE_INFINITY);
  });

  it('grow while events at now are waiting, and these keep their order', () => {
    const { events, add } = withKinds(2);
    for (let i = 0; i < 40; i++) add(0, i);
    const order = Array.from({ length: 40 }, () => events.kind(events.take()));
    expect(order).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it('never hand out 0 as a handle, and no handle twice, while slots are used again and more are made', () => {
    const { events, add } = withKinds(1);
    const handles = new Set<number>();
    let given = 0;
    for (let round = 1; round <= 60; round++) {
      for (let i = 0; i < round; i++, given++) handles.add(add(events.now + 1 + (i % 7)));
      for (let i = 0; i < round - 2; i++) events.release(events.take());
    }
    expect(handles.size).toBe(given);
    expect(handles.has(0)).toBe(false);
  });

  it('cancel by handles that were given out when there were fewer slots, and by no other', () => {
    const { events, add } = withKinds(1);
    const handles = Array.from({ length: 300 }, (_, i) => add(1 + i));
    const answers = handles.map((handle) => [events.cancel(handle), events.cancel(handle)]);
    expect(answers.flat().filter(Boolean).length).toBe(300);
    expect(events.size).toBe(0);
  });

  it('retire a slot that has been used 2²⁸ − 1 times: an old handle never names a new event', () => {
    const { events, add } = withKinds(2);
    const words = events.words;
    words[15] = 2 ** 28 - 1;
    const last = add(1);
    expect(Number.isSafeInteger(last)).toBe(true);
    events.release(events.take());
    const later = Array.from({ length: 5 }, () => add(2));
    expect(new Set([last, ...later]).size).toBe(6);
    expect(events.size).toBe(5);
    expect(events.cancel(last)).toBe(false);
    expect(words[15]).toBe(2 ** 28);
    expect(events.size).toBe(5);
  });

  it('keep their order when the numbers of scheduling run out and begin anew', () => {
    const { events, add } = withKinds(4);
    for (let i = 0; i < 5; i++) add(9, i, 0, 0, i % 2);
    const plain = events as unknown as { order: number; orderBegan: number };
    plain.order += 2 ** 29 - 7;
    plain.orderBegan -= 2 ** 29 - 7;
    for (let i = 5; i < 12; i++) add(9, i, 0, 0, i % 2);
    expect([events.size, events.handled, plain.order]).toEqual([12, 0, 12]);
    const order = Array.from({ length: 12 }, () => events.kind(events.take()));
    expect(order).toEqual([0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11]);
    expect([events.size, events.handled]).toEqual([0, 12]);
  });

  it('take no number that is not a handle for one', () => {
    const { events, add } = withKinds(2);
    const handle = add(1);
    const free = handle + 1;
    for (const forged of [0, -1, 1, free, handle + 0.5, handle + 2 ** 24, -handle, Number.NaN, Infinity, -Infinity])
      expect(events.cancel(forged)).toBe(false);
    expect(events.size).toBe(1);
  });

  it('hold no memory for what was cancelled: ten million pairs of schedule and cancel, at now and later, in a few slots', () => {
    for (const [pending, slots] of [
      [0, 512],
      [3_000, 16_384],
    ]) {
      const { events, add } = withKinds(1);
      for (let i = 0; i < pending; i++) add(5 + i);
      for (let i = 0; i < 2_500_000; i++) {
        events.cancel(add(i % 3));
        events.cancel(add(2 * i));
      }
      expect(events.size).toBe(pending);
      // Marked ones are swept when there are more than pending, 256 and half the buckets (fewer than four times the pending).
      expect(events.words.length / 8).toBeLessThanOrEqual(slots);
    }
  });

  it('move no more times an event when a hundred times as many are pending', () => {
    // A bucket holds three mean gaps of the nearer half of exponential times: 6 ln 2 = 4.2 events at the front, a Poisson number.
    // Six places are written for the first six, and 1 + (k − 1)/2 for each k-th above: 1.66 writes an event. The width comes
    // from the median of 255 times, with a standard error of 9 %: 1.65 to 1.96 writes at three of them on either side.
    // What is scheduled into the bucket in use (4 in N) and the list's own changes at a window's end add less than 0.1.
    for (const n of [1_000, 100_000]) {
      const { events, add } = withKinds(n);
      let state = 1;
      const delay = () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
        return -Math.log((state + 2 ** 31 + 0.5) / 2 ** 32);
      };
      const hold = (count: number) => {
        for (let i = 0; i < count; i++) {
          events.release(events.take());
          add(events.now + delay());
        }
      };
      for (let i = 0; i < n; i++) add(delay());
      hold(2 * n);
      const inside = events as unknown as { keys: Float64Array };
      const { keys } = inside;
      let writes = 0;
      inside.keys = new Proxy(keys, {
        get: (_, name) => Reflect.get(keys, name, keys),
        set: (_, name, value) => {
          writes++;
          return Reflect.set(keys, name, value, keys);
        },
      });
      hold(50_000);
      inside.keys = keys;
      expect(writes / 50_000).toBeGreaterThan(1.5);
      expect(writes / 50_000).toBeLessThan(2.06);
    }
  });

  it('keep their order where the set grows from few to many within a moment, and one of that moment is cancelled', () => {
    const sim = new Simulation();
    const seen: number[] = [];
    const handles: Handle[] = [];
    const kind = sim.on('event', (owner) => {
      seen.push(owner);
      if (owner !== 0) return;
      for (let i = 0; i < 400; i++) sim.in(1 + ((i * 37) % 400), kind, 1000 + ((i * 37) % 400), 0);
      for (const other of [4, 9]) sim.cancel(handles[other]);
    });
    for (let i = 0; i < 12; i++) handles.push(sim.at(5, kind, i, 0));
    sim.run();
    const moment = Array.from({ length: 12 }, (_, i) => i).filter((i) => i !== 4 && i !== 9);
    expect(seen).toEqual([...moment, ...Array.from({ length: 400 }, (_, i) => 1000 + i)]);
  });

  it('go on bit for bit from a copy, whatever holds them: list, tree, buckets, rings, half a batch, marks', () => {
    for (const { what, pending, before, open, times, holds } of HELD) {
      const from = new Turns(times);
      from.fill(pending);
      from.run(before);
      if (open) from.events.release(from.events.take());
      expect(holds(from.events as unknown as Inside), what).toBe(true);
      const copy = from.state.save();
      const [handles, draws] = [[...from.handles], from.draws];
      const first = [...from.run(2 * pending), ...from.drain()];
      for (const other of [from, new Turns(times)]) {
        other.state.restore(copy);
        other.handles = [...handles];
        other.draws = draws;
        expect([...other.run(2 * pending), ...other.drain()], what).toEqual(first);
      }
    }
  });

  it('after a copy, too, let an event of the moment that was scheduled before go first', () => {
    const [one, other] = [new Turns(0), new Turns(0)];
    for (const owner of [1, 2, 3, 4, 5, 6, 7, 8]) one.add(owner < 3 ? 1 : owner, 0, owner, 0, 1);
    expect(one.events.owner(one.events.take())).toBe(1);
    other.state.restore(one.state.save());
    for (const turns of [one, other]) {
      turns.add(0, 0, 9, 0, 1);
      expect([1, 2, 3].map(() => turns.events.owner(turns.events.take()))).toEqual([2, 9, 3]);
    }
  });

  it('happen alike whether chains of buckets are linked both ways or, with more slots than 2¹⁸, walked', () => {
    for (const times of [0, 40]) {
      const [few, many] = [1, 2 ** 19].map((capacity) => {
        const turns = new Turns(times, capacity);
        turns.fill(3_000);
        return [turns.run(20_000), turns.missed];
      });
      expect(many).toEqual(few);
    }
  });
});

/** What holds the events, as its class keeps it to itself. */
interface Inside {
  tied: number;
  shape: number;
  few: number;
  active: number;
  batchNext: number;
  batchEnd: number;
  moment: number;
  dead: number;
}

/** So many pending at first, so many turns before the copy, and perhaps one taken and not replaced; whole times below `times`. */
const HELD = [
  {
    what: 'a sorted list',
    pending: 3,
    before: 0,
    open: false,
    times: 0,
    holds: (e: Inside) => e.shape === 0 && e.few === 1,
  },
  {
    what: 'a tree',
    pending: 100,
    before: 50,
    open: false,
    times: 0,
    holds: (e: Inside) => e.active > 6 && e.few === 1,
  },
  {
    what: 'a tree without its root',
    pending: 100,
    before: 51,
    open: true,
    times: 0,
    holds: (e: Inside) => e.shape === 2,
  },
  { what: 'buckets', pending: 3_000, before: 4_000, open: false, times: 0, holds: (e: Inside) => e.few === 0 },
  {
    what: 'ties in a tree',
    pending: 40,
    before: 31,
    open: true,
    times: 5,
    holds: (e: Inside) => e.tied === 1 && e.shape === 2,
  },
  { what: 'marks', pending: 50, before: 600, open: true, times: 0, holds: (e: Inside) => e.dead > 0 && e.few === 1 },
  { what: 'rings', pending: 300, before: 150, open: false, times: 0, holds: (e: Inside) => e.moment > 0 },
  {
    what: 'half a batch',
    pending: 500,
    before: 150,
    open: true,
    times: 3,
    holds: (e: Inside) => e.batchNext < e.batchEnd,
  },
  {
    what: 'half a batch, buckets',
    pending: 3_000,
    before: 4_150,
    open: true,
    times: 7,
    holds: (e: Inside) => e.batchNext < e.batchEnd && e.few === 0,
  },
];

/**
 * Every turn takes an event and adds one, at now every eleventh time; every third time one more is cancelled, if it is there,
 * and replaced.
 */
class Turns {
  readonly state = new State();
  readonly events: PendingEvents;
  handles = new Array<number>(64).fill(0);
  draws = 7;
  missed = 0;

  constructor(
    private readonly times: number,
    capacity = 1,
  ) {
    this.events = new PendingEvents(this.state, capacity);
    this.events.kinds = 5;
  }

  fill(pending: number) {
    for (let i = 0; i < pending; i++) {
      const delay = this.times > 0 ? 1 + (i % this.times) : 1 + ((i * 7919) % pending) * 3;
      this.handles[i % 64] = this.add(delay, i % 5, i, -i, i & 3);
    }
  }

  run(turns: number) {
    const { events, handles, times } = this;
    const log: number[] = [];
    for (let i = 0; i < turns; i++) {
      const slot = events.take();
      log.push(events.now, events.kind(slot), events.owner(slot), events.arg(slot), events.size);
      events.release(slot);
      this.draws = (Math.imul(this.draws, 1_664_525) + 1_013_904_223) | 0;
      const draw = this.draws >>> 8;
      const later = times > 0 ? draw % times : draw / 1_000;
      const delay = draw % 11 === 0 ? 0 : 1 + later;
      handles[draw % 64] = this.add(delay, draw % 5, i, draw, draw & 3);
      if (draw % 3 !== 0) continue;
      if (events.cancel(handles[(draw >> 3) % 64])) this.add(delay, 1, i, -draw, 1);
      else this.missed++;
    }
    return log;
  }

  /** Takes all that is left. */
  drain() {
    const { events } = this;
    const log: number[] = [];
    for (let slot = events.take(); slot !== 0; slot = events.take()) {
      log.push(events.now, events.owner(slot));
      events.release(slot);
    }
    return log;
  }

  add(delay: number, kind: number, owner: number, arg: number, priority: number) {
    this.events.asked = this.events.now + delay;
    return this.events.add(kind, owner, arg, priority);
  }
}
