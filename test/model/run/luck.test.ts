// Every purpose has luck of its own: no two draw from one stream, so none tells anything about another.
import { describe, expect, it, vi } from 'vitest';
import { CompiledCorridor } from '../../../src/model/compile';
import { Customs } from '../../../src/model/places/railBorder/customs';
import type { Box } from '../../../src/model/run/place';
import { runDays, smallWorld } from '../smallWorld';

describe('luck', () => {
  it('is shared by no two purposes: every stream of a corridor has a name of its own', () => {
    const streams = vi.spyOn(CompiledCorridor.prototype, 'stream');
    const keys = vi.spyOn(CompiledCorridor.prototype, 'keyed');
    let names: string[];
    try {
      smallWorld();
      names = [...streams.mock.calls, ...keys.mock.calls].map(([name]) => name);
    } finally {
      streams.mockRestore();
      keys.mockRestore();
    }
    // Four a flow, two a line, two of customs, two controls, seven crane pools, the trucks of two ports and two terminals,
    // one sea.
    expect(names.length).toBe(2 * 4 + 5 * 2 + 2 + 2 + 7 + 4 + 1);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('stays with the box: customs treats it alike however late it comes and in whatever train', () => {
    const declared = (settings: Parameters<typeof smallWorld>[0]) => {
      const seen = new Map<string, string>();
      const world = smallWorld(settings);
      const { declare } = Customs.prototype;
      const { boxes, routes, sim } = world;
      function note(this: Customs, box: Box) {
        declare.call(this, box);
        if (boxes.empty[box] === 1) return;
        const name = `${routes[boxes.flow[box]].flow} ${boxes.number[box]}`;
        seen.set(name, `channel ${boxes.channel[box]}, ${boxes.clear[box] - sim.now} s, at ${sim.now}`);
      }
      Customs.prototype.declare = note;
      try {
        runDays(world, 60);
      } finally {
        Customs.prototype.declare = declare;
      }
      return seen;
    };
    const few = declared({ 'fleets."china sets".count': 2 });
    const many = declared({});
    const both = [...few.keys()].filter((name) => many.has(name));
    const luck = (seen: Map<string, string>, name: string) => seen.get(name)?.split(', at ')[0];
    expect(both.length).toBeGreaterThan(100);
    expect(both.filter((name) => luck(few, name) !== luck(many, name))).toEqual([]);
    expect(both.some((name) => few.get(name) !== many.get(name))).toBe(true);
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
