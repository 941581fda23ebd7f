// Stores: what fits goes in, what is there comes out, and nothing else ever changes.
import { describe, expect, it } from 'vitest';
import { Simulation, Store } from '../../src/kernel';

describe('Store', () => {
  it('takes what fits, to the last quarter, and refuses what does not, unchanged', () => {
    const yard = new Store(new Simulation(), 10);
    expect(yard.put(7.75)).toBe(true);
    expect(yard.put(2.5)).toBe(false);
    expect([yard.level, yard.room]).toEqual([7.75, 2.25]);
    expect(yard.put(2.25)).toBe(true);
    expect([yard.level, yard.room, yard.put(0.25), yard.put(0)]).toEqual([10, 0, false, true]);
  });

  it('hands out what is there, to the last quarter, and refuses more, unchanged', () => {
    const yard = new Store(new Simulation(), 10, 4.5);
    expect([yard.get(4.75), yard.level]).toEqual([false, 4.5]);
    expect([yard.get(4.5), yard.level, yard.get(0.25), yard.get(0)]).toEqual([true, 0, false, true]);
  });

  it('adds quarters up exactly, a hundred thousand times', () => {
    const yard = new Store(new Simulation(), 1e6);
    for (let i = 0; i < 100_000; i++) yard.put(2.25);
    for (let i = 0; i < 99_999; i++) yard.get(2.25);
    expect(yard.level).toBe(2.25);
  });

  it('accounts for its level over time', () => {
    const sim = new Simulation();
    const yard = new Store(sim, 10, 2);
    sim.run({ until: 5 });
    yard.put(4);
    yard.put(100);
    sim.run({ until: 6 });
    yard.get(6);
    sim.run({ until: 10 });
    expect([yard.levelOverTime.area(), yard.levelOverTime.mean(), yard.levelOverTime.max()]).toEqual([16, 1.6, 6]);
  });

  it('may be without limit', () => {
    const yard = new Store(new Simulation(), Infinity);
    expect([yard.put(1e12), yard.level, yard.room]).toEqual([true, 1e12, Infinity]);
  });

  it('refuses amounts, capacities and levels that are none', () => {
    const sim = new Simulation();
    const yard = new Store(sim, 10, 5);
    for (const amount of [-1, Number.NaN, Infinity]) {
      expect(() => yard.put(amount)).toThrow(`Store.put: amount ${amount}`);
      expect(() => yard.get(amount)).toThrow(`Store.get: amount ${amount}`);
    }
    expect(yard.level).toBe(5);
    for (const capacity of [0, -1, Number.NaN]) expect(() => new Store(sim, capacity)).toThrow(`capacity ${capacity}`);
    for (const level of [-1, 11, Number.NaN]) expect(() => new Store(sim, 10, level)).toThrow(`level ${level}`);
    expect(() => new Store(sim, Infinity, Infinity)).toThrow('level Infinity');
  });
});
