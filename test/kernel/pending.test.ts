// The set of pending events by itself: what its laws (test/laws/pendingEvents.test.ts) cannot reach from outside.
import { describe, expect, it } from 'vitest';
import { PendingEvents } from '../../src/kernel/pending';
import { State } from '../../src/kernel/state';

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
    words[7] = 2 ** 28 - 1;
    const last = add(1);
    expect(Number.isSafeInteger(last)).toBe(true);
    events.release(events.take());
    const later = Array.from({ length: 5 }, () => add(2));
    expect(new Set([last, ...later]).size).toBe(6);
    expect(events.size).toBe(5);
    expect(events.cancel(last)).toBe(false);
    expect(words[7]).toBe(2 ** 28);
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

  it('hold no memory for what was cancelled: a million pairs of schedule and cancel, at now and later, in a few slots', () => {
    for (const [pending, slots] of [
      [0, 512],
      [3_000, 16_384],
    ]) {
      const { events, add } = withKinds(1);
      for (let i = 0; i < pending; i++) add(5 + i);
      for (let i = 0; i < 500_000; i++) {
        events.cancel(add(i % 3));
        events.cancel(add(2 * i));
      }
      expect(events.size).toBe(pending);
      // Swept when more are cancelled than pending, 256 and half the buckets (at most twice the pending, a power of two).
      expect(events.words.length / 8).toBeLessThanOrEqual(slots);
    }
  });
});
