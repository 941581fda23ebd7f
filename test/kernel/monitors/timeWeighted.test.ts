// Figures over time: means weighted by how long each value held.
import { describe, expect, it } from 'vitest';
import { Simulation, TimeWeighted } from '../../../src/kernel';

describe('TimeWeighted', () => {
  it('weights each value by how long it held: 2 for 3, 5 for 1, 0 for 4 is 11 in 8', () => {
    const sim = new Simulation();
    const boxes = new TimeWeighted(sim, 2);
    sim.run({ until: 3 });
    boxes.set(5);
    sim.run({ until: 4 });
    boxes.add(-5);
    sim.run({ until: 8 });
    expect([boxes.area(), boxes.mean(), boxes.max(), boxes.value]).toEqual([11, 11 / 8, 5, 0]);
  });

  it('counts time up to now without being told, and asking changes nothing', () => {
    const sim = new Simulation();
    const boxes = new TimeWeighted(sim, 3);
    sim.run({ until: 10 });
    expect([boxes.area(), boxes.area(), boxes.mean()]).toEqual([30, 30, 3]);
    sim.run({ until: 20 });
    expect([boxes.area(), boxes.mean()]).toEqual([60, 3]);
  });

  it('starts when it is made, not at time 0', () => {
    const sim = new Simulation();
    sim.run({ until: 100 });
    const boxes = new TimeWeighted(sim, 4);
    expect(boxes.mean()).toBe(4);
    sim.run({ until: 101 });
    boxes.set(0);
    sim.run({ until: 102 });
    expect(boxes.mean()).toBe(2);
  });

  it('gives the current value as the mean when no time has passed', () => {
    const boxes = new TimeWeighted(new Simulation());
    boxes.set(7);
    expect([boxes.mean(), boxes.area(), boxes.max()]).toEqual([7, 0, 7]);
  });

  it('forgets the past at a restart, and keeps the value', () => {
    const sim = new Simulation();
    const boxes = new TimeWeighted(sim, 50);
    sim.run({ until: 10 });
    boxes.set(6);
    sim.run({ until: 12 });
    boxes.restart();
    expect([boxes.value, boxes.area(), boxes.mean(), boxes.max()]).toEqual([6, 0, 6, 6]);
    sim.run({ until: 14 });
    boxes.set(2);
    sim.run({ until: 16 });
    expect([boxes.area(), boxes.mean(), boxes.max()]).toEqual([16, 4, 6]);
  });

  it('remembers a maximum that held for no time, and a maximum below zero', () => {
    const sim = new Simulation();
    const boxes = new TimeWeighted(sim, -3);
    expect(boxes.max()).toBe(-3);
    boxes.set(8);
    boxes.set(1);
    expect(boxes.max()).toBe(8);
  });

  it('is exact for whole seconds over a hundred years', () => {
    const sim = new Simulation();
    const boxes = new TimeWeighted(sim, 1);
    const year = 365 * 86_400;
    let area = 0n;
    for (let i = 1; i <= 100; i++) {
      area += BigInt(boxes.value) * BigInt(year);
      sim.run({ until: i * year });
      boxes.set((i * 7919) % 24_000);
    }
    expect(BigInt(boxes.area())).toBe(area);
  });

  it('refuses what is no number, and keeps what it has', () => {
    const sim = new Simulation();
    const boxes = new TimeWeighted(sim, 1);
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      expect(() => boxes.set(value)).toThrow(`was to become ${value}`);
      expect(() => boxes.add(value)).toThrow('must be a finite number');
      expect(() => new TimeWeighted(sim, value)).toThrow('must be a finite number');
    }
    expect(boxes.value).toBe(1);
  });
});
