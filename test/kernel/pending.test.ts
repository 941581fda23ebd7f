// The set of pending events by itself: what its laws (test/laws/pendingEvents.test.ts) cannot reach from outside.
import { describe, expect, it } from 'vitest';
import { PendingEvents } from '../../src/kernel/pending';
import { State } from '../../src/kernel/state';

describe('PendingEvents', () => {
  it('grow from one slot by doubling, and every event keeps its place and its payload', () => {
    const events = new PendingEvents(new State(), 1);
    const n = 1000;
    // 7919 is prime to 1000: each time once, in a scattered order.
    for (let i = 0; i < n; i++) events.add(1 + ((i * 7919) % n), 0, i, -i, 2 * i, 1);
    expect(events.size).toBe(n);
    for (let time = 1; time <= n; time++) {
      expect(events.nextTime()).toBe(time);
      const slot = events.take();
      const i = events.kind[slot];
      expect(1 + ((i * 7919) % n)).toBe(time);
      expect([events.owner[slot] + i, events.arg[slot]]).toEqual([0, 2 * i]);
    }
    expect(events.nextTime()).toBe(Number.POSITIVE_INFINITY);
  });

  it('grow while events at now are waiting, and these keep their order', () => {
    const events = new PendingEvents(new State(), 2);
    for (let i = 0; i < 40; i++) events.add(5, 5, i, 0, 0, 1);
    const order = Array.from({ length: 40 }, () => events.kind[events.take()]);
    expect(order).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it('never hand out 0 as a handle, and no handle twice', () => {
    const events = new PendingEvents(new State(), 2);
    const handles = new Set<number>();
    for (let i = 0; i < 100; i++) {
      handles.add(events.add(i, 0, 0, 0, 0, 1));
      events.take();
    }
    expect(handles.size).toBe(100);
    expect(handles.has(0)).toBe(false);
  });

  it('retire a slot that has used up its 2²⁹ generations: an old handle never names a new event', () => {
    const events = new PendingEvents(new State(), 2);
    events.generation[0] = 2 ** 29 - 1;
    const last = events.add(1, 0, 0, 0, 0, 1);
    expect(Number.isSafeInteger(last)).toBe(true);
    expect(events.cancel(last)).toBe(true);
    const later = Array.from({ length: 5 }, () => events.add(1, 0, 0, 0, 0, 1));
    expect(later.filter((handle) => handle % 2 ** 24 === 0)).toEqual([]);
    expect(events.size).toBe(5);
    expect(events.generation[0]).toBe(2 ** 29);
    expect(events.cancel(last)).toBe(false);
    expect(events.size).toBe(5);
  });

  it('take no number that is not a handle for one', () => {
    const events = new PendingEvents(new State(), 2);
    const handle = events.add(1, 0, 0, 0, 0, 1);
    const free = handle + 1;
    for (const forged of [0, -1, 1, free, handle + 0.5, handle + 2 ** 24, -handle, Number.NaN, Infinity, -Infinity])
      expect(events.cancel(forged)).toBe(false);
    expect(events.size).toBe(1);
  });
});
