// Every purpose has luck of its own: no two draw from one stream, so none tells anything about another.
import { describe, expect, it, vi } from 'vitest';
import type { Box } from '../../src/model/kind';
import { World } from '../../src/model/world';
import { runDays, smallWorld } from './smallWorld';

describe('luck', () => {
  it('is shared by no two purposes: every stream of a corridor has a name of its own', () => {
    const asked = vi.spyOn(World.prototype, 'stream');
    let names: string[];
    try {
      smallWorld();
      names = asked.mock.calls.map(([name]) => name);
    } finally {
      asked.mockRestore();
    }
    // Three a flow, two a line, three of customs, two controls, seven crane pools, one sea.
    expect(names.length).toBe(2 * 3 + 5 * 2 + 3 + 2 + 7 + 1);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('of a box’s size is not shared with whether it is empty: both sizes are empty equally often', () => {
    const world = smallWorld({
      'flows.eastbound.boxes': { '22G1': 0.5, '45G1': 0.5 },
      'flows.eastbound.empty': 0.4,
    });
    const boxes = [0, 0, 0];
    const empty = [0, 0, 0];
    const { enters } = world;
    world.enters = (box: Box, place) => {
      enters.call(world, box, place);
      if (world.routes[world.boxes.flow[box]].flow !== 'eastbound') return;
      boxes[world.boxes.teu[box]]++;
      empty[world.boxes.teu[box]] += world.boxes.empty[box];
    };
    runDays(world, 360);
    // 4,000 TEU a year in boxes of 1.5 TEU on average: 2,600, half of each size.
    for (const size of [1, 2]) {
      const n = boxes[size];
      expect(n).toBeGreaterThan(1000);
      // 5 standard errors of a share of 0.4: a false alarm once in 1.7 million, and 0.08 off at most.
      expect(Math.abs(empty[size] / n - 0.4)).toBeLessThan(5 * Math.sqrt((0.4 * 0.6) / n));
    }
  });
});
