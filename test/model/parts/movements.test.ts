// Trains and ships are in one place at a time: they leave once for each time that they came, and share no berth.
import { describe, expect, it } from 'vitest';
import type { CompiledCorridor } from '../../../src/model/compile';
import type { Unit } from '../../../src/model/run/place';
import { runDays, smallWorld } from '../smallWorld';

/** Runs it as far as it goes: what was seen before a crash is what these tests are about. */
function runAsFarAsItGoes(world: CompiledCorridor, days: number): string {
  try {
    runDays(world, days);
    return 'no crash';
  } catch (error) {
    return String(error);
  }
}

describe('a train', () => {
  it('leaves once for each time that it came', () => {
    const world = smallWorld();
    const underWay = new Set<Unit>();
    const wrong: string[] = [];
    let departures = 0;
    const { leavesPlace, cameOver } = world;
    world.leavesPlace = (unit, place) => {
      departures++;
      if (underWay.has(unit)) wrong.push(`unit ${unit} leaves place ${place} and is under way already`);
      underWay.add(unit);
      leavesPlace.call(world, unit, place);
    };
    world.cameOver = (unit) => {
      if (!underWay.delete(unit)) wrong.push(`unit ${unit} comes and is not under way`);
      cameOver.call(world, unit);
    };
    const crash = runAsFarAsItGoes(world, 120);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(crash).toBe('no crash');
    // 12,000 TEU a year, each over four services of at most 200 TEU: no less than 80 in 120 days.
    expect(departures).toBeGreaterThan(80);
  });
});

describe('a berth', () => {
  it('is free for the next ship when the one before has left it, and not when that one is empty', () => {
    const world = smallWorld({
      // Small ships: one is full every other day, and has the berth for more than one.
      'fleets.feeders': { count: 5, carries: 40, speed: 20 },
      'services.feeder.sails': { full: true, longestWait: 48 * 3600 },
      'places.Aktau.berths.container': { count: 1, cranes: 2, tieUp: 24 * 3600 },
      'places.Alat.berths.container': { count: 1, cranes: 2, tieUp: 24 * 3600 },
    });
    const wrong: string[] = [];
    let found = 0;
    for (const front of world.fronts) {
      // Units move in and out by turns: whoever moves for the second time is gone.
      const standing = new Set<Unit>();
      const { comes, admit, moved, lifted } = front;
      front.comes = (unit) => {
        if (!standing.has(unit) && standing.size === front.stands.capacity) found++;
        comes.call(front, unit);
      };
      // A ship waits at anchor, and not at a berth of any kind.
      front.admit = (unit) => {
        if (world.units.asked[unit] < world.sim.now) found++;
        admit.call(front, unit);
      };
      front.moved = (unit) => {
        if (!standing.delete(unit)) standing.add(unit);
        if (standing.size > front.stands.capacity) wrong.push(`units ${[...standing].join(' and ')} at one stand`);
        moved.call(front, unit);
      };
      front.lifted = (unit, box) => {
        if (!standing.has(unit)) wrong.push(`a lift for unit ${unit}, which does not stand there`);
        lifted.call(front, unit, box);
      };
    }
    const crash = runAsFarAsItGoes(world, 120);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(crash).toBe('no crash');
    // The test is about those who found all stands taken.
    expect(found).toBeGreaterThan(20);
  });
});
