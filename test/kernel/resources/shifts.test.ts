// Capacity by calendar: set at its times, week after week, and the caller hears of it at once.
import { describe, expect, it } from 'vitest';
import { Server, type ShiftPlan, Shifts, Simulation } from '../../../src/kernel';

/** A server of 2 under a plan, and what is heard: [time, owner, capacity told, capacity of the server]. */
const build = (plan: ShiftPlan, from = 0) => {
  const sim = new Simulation();
  const cranes = new Server(sim, 2);
  const heard: number[][] = [];
  const kind = sim.on('shift', (owner, capacity) => heard.push([sim.now, owner, capacity, cranes.capacity]));
  sim.run({ until: from });
  const shifts = new Shifts(sim, cranes, plan, kind, 5);
  return { sim, cranes, heard, kind, shifts };
};

describe('Shifts', () => {
  it('set the capacity at each time of the plan, once, and say so at the same time', () => {
    const { sim, cranes, heard } = build({ times: [3, 8, 20], capacities: [4, 0, 1] });
    expect(cranes.capacity).toBe(2);
    sim.run();
    expect(heard).toEqual([
      [3, 5, 4, 4],
      [8, 5, 0, 0],
      [20, 5, 1, 1],
    ]);
    sim.run({ until: 30 });
    // 2 for 3, 4 for 5, none for 12, 1 for 10.
    expect([cranes.open.area(), cranes.most]).toEqual([36, 4]);
  });

  it('come again after each period, from where the last one ended, at exact times', () => {
    const { sim, cranes, heard } = build({ times: [6, 18], capacities: [3, 1], period: 24 });
    expect([cranes.capacity, heard]).toEqual([1, []]);
    sim.run({ until: 24_000_000 });
    expect([heard.length, heard[0], heard[1], heard[2], heard.at(-1)]).toEqual([
      2_000_000,
      [6, 5, 3, 3],
      [18, 5, 1, 1],
      [30, 5, 3, 3],
      [23_999_994, 5, 1, 1],
    ]);
  });

  it('begin in the middle: with the capacity that holds just then', () => {
    const plan = { times: [0, 6, 18], capacities: [1, 3, 2], period: 24 };
    for (const [from, now, next] of [
      [0, 1, 6],
      [48, 1, 54],
      [53, 1, 54],
      [54, 3, 66],
      [70, 2, 72],
    ]) {
      const { sim, cranes, heard } = build(plan, from);
      expect([from, cranes.capacity, sim.peek()]).toEqual([from, now, next]);
      sim.run({ events: 2 });
      expect(heard[0][0]).toBe(next);
    }
    const once = build({ times: [3, 8], capacities: [4, 1] }, 100);
    expect([once.cranes.capacity, once.sim.pending]).toEqual([1, 0]);
  });

  it('let what is in service finish, and let requests wait for the shift that can serve them', () => {
    const { sim, cranes } = build({ times: [8, 16], capacities: [0, 5], period: 24 });
    expect([cranes.take(1, 5), cranes.take(2, 4)]).toEqual([true, false]);
    sim.run({ until: 9 });
    expect([cranes.inUse, cranes.capacity, cranes.pass(5)]).toEqual([5, 0, -1]);
    sim.run({ until: 17 });
    expect(cranes.serve()).toBe(2);
  });

  it('come first in their moment: who asks just then meets the new capacity', () => {
    const { sim, cranes, heard, kind } = build({ times: [5], capacities: [0] });
    const served: boolean[] = [];
    const asks = sim.on('asks', () => served.push(cranes.take(1)));
    sim.at(5, asks, 0, 0, 1);
    sim.at(5, kind, 9, 9);
    sim.run();
    expect([served, heard[0], heard[1]]).toEqual([[false], [5, 5, 0, 0], [5, 9, 9, 0]]);
  });

  it('go on from a copy as they went on before', () => {
    const { sim, heard } = build({ times: [1, 4, 6], capacities: [3, 1, 2], period: 7 });
    sim.run({ until: 23 });
    const copy = sim.save();
    const before = heard.length;
    sim.run({ until: 100 });
    const after = heard.splice(before);
    sim.restore(copy);
    sim.run({ until: 100 });
    expect(heard.slice(before)).toEqual(after);
    expect(after.length).toBeGreaterThan(20);
  });

  it('refuse a plan that is none', () => {
    expect(() => build({ times: [], capacities: [] })).toThrow('0 times and 0 capacities');
    expect(() => build({ times: [1, 2], capacities: [1] })).toThrow('2 times and 1 capacities');
    for (const times of [
      [3, 3],
      [3, 2],
      [-1, 2],
      [Number.NaN, 2],
      [0, 24],
      [0, Infinity],
    ])
      expect(() => build({ times, capacities: [1, 1], period: 24 })).toThrow('times must rise');
    expect(() => build({ times: [Infinity], capacities: [1] })).toThrow('times must rise');
    for (const period of [0, -1, Number.NaN])
      expect(() => build({ times: [0], capacities: [1], period })).toThrow(`period ${period}`);
    for (const capacity of [-1, 0.5, Number.NaN])
      expect(() => build({ times: [0], capacities: [capacity] })).toThrow(`capacities.0 is ${capacity}`);
  });

  it('say of a plan that is none where it is wrong, counted from 0 as in the plan', () => {
    expect(() => build({ times: [1, 5, 3], capacities: [1, 1, 1] })).toThrow('Shifts: times.2 is 3; times must rise');
    expect(() => build({ times: [Number.NaN], capacities: [1] })).toThrow('Shifts: times.0 is NaN');
    expect(() => build({ times: [1, 2], capacities: [1, 0.5] })).toThrow('Shifts: capacities.1 is 0.5; it must be');
  });
});
