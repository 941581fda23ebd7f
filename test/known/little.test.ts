// Known truth Q1, Little's law L = λW: TEU inside is TEU a second times the seconds that each stays, at every place and in all.
import { describe, expect, it } from 'vitest';
import type { CompiledCorridor } from '../../src/model/compile';
import type { Box } from '../../src/model/run/place';
import { type Stage, stage } from '../../src/model/run/runHash';
import { middleCorridor2024 } from '../../src/scenarios/middleCorridor2024';
import { handCorridor, worldOf } from './corridors/handCorridor';

interface Stay {
  readonly teu: number;
  readonly from: number;
  to: number;
}

/** Writes down every stay of every box at every place, and in the corridor (place ''), from now on. */
function noteStays(world: CompiledCorridor): Map<string, Stay[]> {
  const stays = new Map<string, Stay[]>();
  const open = new Map<string, Stay>();
  const tell = world.stage.bind(world);
  const begin = (box: Box, where: string) => {
    const stay = { teu: world.boxes.teu[box], from: world.sim.now, to: Number.POSITIVE_INFINITY };
    open.set(`${box} ${where}`, stay);
    const list = stays.get(where) ?? [];
    list.push(stay);
    stays.set(where, list);
  };
  const end = (box: Box, where: string) => {
    const stay = open.get(`${box} ${where}`);
    if (stay === undefined) throw new Error(`box ${box} left ${where}, where it never came`);
    stay.to = world.sim.now;
    open.delete(`${box} ${where}`);
  };
  world.stage = (box: Box, what: Stage, place: number) => {
    const { id } = world.places[place];
    if (what === stage.enters) begin(box, '');
    if (what === stage.enters || what === stage.arrives) begin(box, id);
    if (what === stage.leaves || what === stage.departs) end(box, id);
    if (what === stage.leaves) end(box, '');
    tell(box, what, place);
  };
  return stays;
}

const teuSeconds = (stays: readonly Stay[], from: number, to: number) =>
  stays.reduce((sum, stay) => sum + stay.teu * Math.max(0, Math.min(stay.to, to) - Math.max(stay.from, from)), 0);

/** Mean TEU inside a place as measured; in the whole corridor for ''. */
function measuredInside(world: CompiledCorridor, where: string): number {
  const found = world
    .measures()
    .find(
      ({ measure, statistic, of }) =>
        measure === 'TEU inside' && statistic === 'mean' && of.resource === undefined && (of.place ?? '') === where,
    );
  return found?.value ?? Number.NaN;
}

describe("Little's law", () => {
  it('holds exactly over a run that begins and ends empty: L = λW', () => {
    const world = worldOf(handCorridor());
    const stays = noteStays(world);
    for (let i = 0; i < 40; i++) {
      world.boxAt('westbound', 977 * i, i % 3 === 0 ? '22G1' : '45G1');
      world.boxAt('eastbound', 1409 * i, '45G1');
    }
    world.sim.run();
    expect(world.boxes.inside).toBe(0);
    const end = world.sim.now;
    for (const where of ['', 'East', 'Gate', 'Port', 'West']) {
      const here = stays.get(where) ?? [];
      expect(here.length).toBeGreaterThan(79);
      const came = here.reduce((sum, { teu }) => sum + teu, 0);
      const meanStay = here.reduce((sum, { teu, from, to }) => sum + teu * (to - from), 0) / came;
      // Equal but for the last bits of one division and one multiplication each.
      expect(measuredInside(world, where) / ((came / end) * meanStay)).toBeCloseTo(1, 12);
    }
  });

  it('holds in the Middle Corridor over a year, but for what is inside at both ends, to the second', () => {
    const world = worldOf(middleCorridor2024.data);
    const { sim, clock } = world;
    const stays = noteStays(world);
    sim.run({ until: clock.windowStart });
    world.startMeasuring();
    sim.run({ until: clock.windowEnd });
    const wheres = [...stays.keys()];
    const inside = new Map(wheres.map((where) => [where, measuredInside(world, where)]));
    sim.run({ until: clock.last });
    const [start, end] = [clock.windowStart, clock.windowEnd];
    expect(wheres.length).toBe(1 + Object.keys(middleCorridor2024.data.places).length);
    for (const where of wheres) {
      const here = stays.get(where) ?? [];
      const within = here.filter(({ from }) => from >= start && from < end);
      expect(within.every(({ to }) => to < clock.last)).toBe(true);
      // λW: stays that begin in the window, whole. Those from before lie in the window too; some of theirs lies behind it.
      const flowTimesStay = within.reduce((sum, { teu, from, to }) => sum + teu * (to - from), 0);
      const before = teuSeconds(
        here.filter(({ from }) => from < start),
        start,
        end,
      );
      const behind = teuSeconds(within, end, Number.POSITIVE_INFINITY);
      const area = (inside.get(where) ?? Number.NaN) * (end - start);
      expect(Math.abs(area - (flowTimesStay + before - behind))).toBeLessThan(1e-3 + 1e-12 * area);
      expect(Math.abs(area - flowTimesStay)).toBeLessThanOrEqual(Math.max(before, behind) + 1e-3);
    }
  });
});
