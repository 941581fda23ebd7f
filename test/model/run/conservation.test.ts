// No box gets lost: whoever came in has left or stands somewhere, and a run in which one is missing stops.
import { describe, expect, it } from 'vitest';
import { NONE } from '../../../src/model/run/boxes';
import type { Box } from '../../../src/model/run/place';
import { runDays, smallWorld } from '../smallWorld';

describe('conservation', () => {
  it('loses no box: each that came in has left once or is found at a place or on a way, every day for 120 days', () => {
    const world = smallWorld();
    const inside = new Set<string>();
    let left = 0;
    const nameOf = (box: Box) => `${world.boxes.flow[box]}/${world.boxes.number[box]}`;
    const { enters, leaves } = world;
    world.enters = (box, place) => {
      inside.add(nameOf(box));
      enters.call(world, box, place);
    };
    world.leaves = (box, place) => {
      expect(inside.delete(nameOf(box)), `box ${nameOf(box)} leaves and is not inside`).toBe(true);
      left++;
      leaves.call(world, box, place);
    };
    for (let day = 1; day <= 120; day++) {
      runDays(world, day);
      world.audit();
      expect(world.boxes.inside).toBe(inside.size);
    }
    // 12,000 TEU a year in boxes of 2 TEU and 1: some 2,700 in 120 days, of which most have left.
    expect(left).toBeGreaterThan(1000);
    expect(inside.size).toBeGreaterThan(100);
  });

  it('misses a box that a queue has lost, and a place whose TEU do not close', () => {
    const world = smallWorld();
    runDays(world, 40);
    const ends = world.services.flatMap(({ waiting }) => [0, 1].map((end) => ({ waiting, end })));
    const queue = ends.find(({ waiting, end }) => waiting.first[end] !== NONE);
    if (queue === undefined) throw new Error('nobody waits after 40 days: choose another day');
    world.audit();
    const lost = world.boxes.takeFirst(queue.waiting, queue.end);
    const { inside } = world.boxes;
    expect(() => world.audit()).toThrow(
      `${inside} boxes are inside the corridor, but ${inside - 1} were found at its places and on its ways`,
    );
    world.boxes.append(queue.waiting, queue.end, lost);
    world.audit();
    // By hand: a train leaves a junction to which it never came.
    const train = world.units.aboard.count.findIndex((boxes) => boxes > 0);
    world.leavesPlace(train, world.placeNumber('Saryagash'));
    expect(() => world.audit()).toThrow(/TEU came, \d+ went, -?\d+ should be inside/);
  });
});
