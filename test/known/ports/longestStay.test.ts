// Ships that sail after their longest stay, and liners that sail by the clock: full or not, to the second, by hand.
import { describe, expect, it } from 'vitest';
import type { CompiledCorridor } from '../../../src/model/compile';
import type { CorridorData, LeavesWhen } from '../../../src/model/corridor/corridor';
import { hours, teu } from '../../../src/units';
import { noteStages, worldOf } from '../corridors/handCorridor';
import { portCorridor } from '../corridors/portCorridor';

const HOUR = 3600;
/** A berth at Port: tying up takes 600 s, a lift 300 s by two cranes; at Far six boxes are lifted in 4 s; an hour at sea. */
const oneBerth = { berths: { container: { count: 1, cranes: 2, tieUp: hours(1 / 6) } } };

function withRule(sails: LeavesWhen, ships: number, rest: Partial<CorridorData['fleets'][string]> = {}) {
  const data = portCorridor(oneBerth);
  return worldOf({
    ...data,
    services: { ship: { on: 'sea', fleet: 'ships', sails } },
    fleets: { ships: { ...data.fleets.ships, count: ships, ...rest } },
  });
}

const sailed = (world: CompiledCorridor, place: string): number | null | undefined =>
  world.measures().find(({ measure, of }) => measure === 'departures' && of.place === place && of.resource === 'ship')
    ?.value;

/** Seconds in which something happened to boxes of a name, in order. */
const seconds = (stages: Map<string, string[]>, name: string, what: string): number[] =>
  [...stages]
    .filter(([box]) => box.startsWith(name))
    .flatMap(([, lines]) =>
      lines.filter((line) => line.startsWith(what)).map((line) => Number(line.split(' ').at(-1))),
    );

function sixBoxes(world: CompiledCorridor, loads = 1): void {
  for (let i = 0; i < 6 * loads; i++) world.boxAt('in', 0, '22G1');
}

describe('a longest stay of two hours', () => {
  const rule = { full: true, longestStay: hours(2) };

  it('counts from when the ship came alongside: it takes what waits then, and the next time sails empty', () => {
    const world = withRule(rule, 1);
    const stages = noteStages(world);
    sixBoxes(world);
    world.boxAt('out', 6000, '22G1');
    // Full at 0, loaded at 4, alongside at 3604, empty 600 + 3 · 300 s later.
    const alongside = 4 + HOUR;
    const due = alongside + 2 * HOUR;
    world.sim.run({ until: due + 600 + 300 + HOUR + 5 });
    expect(Math.max(...seconds(stages, 'i', 'unloaded'))).toBe(alongside + 600 + 900);
    // At the end of its stay it ties up once more, for one lift.
    const away = due + 600 + 300;
    expect(seconds(stages, 'o', 'loaded')).toEqual([away]);
    expect(seconds(stages, 'o', 'departs')).toEqual([away]);
    expect(seconds(stages, 'o', 'unloaded')).toEqual([away + HOUR + 4]);
    // Alongside at Far an hour later: two hours on it sails with nothing.
    const empty = away + HOUR + 2 * HOUR;
    world.sim.run({ until: empty });
    expect(sailed(world, 'Far')).toBe(1);
    world.sim.run({ until: empty + 1 });
    expect(sailed(world, 'Far')).toBe(2);
    // It comes to Port empty, lies at no berth, and its stay counts from then.
    world.sim.run({ until: empty + HOUR + 2 * HOUR });
    expect(sailed(world, 'Port')).toBe(1);
    world.sim.run({ until: empty + HOUR + 2 * HOUR + 1 });
    expect(sailed(world, 'Port')).toBe(2);
  });

  it('takes nothing along where less waits than the least load', () => {
    const world = withRule({ ...rule, least: teu(2) }, 1);
    const stages = noteStages(world);
    sixBoxes(world);
    world.boxAt('out', 6000, '22G1');
    const due = 4 + HOUR + 2 * HOUR;
    world.sim.run({ until: due + 1 });
    expect(sailed(world, 'Port')).toBe(1);
    expect(seconds(stages, 'o', 'loaded')).toEqual([]);
  });

  it('begins anew where the ship has rested', () => {
    // Far is the first end: the round counts from 4, and what is less than its rest is no stay.
    const world = withRule(rule, 1, { shortestRound: hours(10) });
    sixBoxes(world);
    // Port, empty: alongside at 3604, away at 10804, at Far at 14404, rested at 36004.
    const rested = 4 + 10 * HOUR;
    world.sim.run({ until: rested + 2 * HOUR });
    expect([sailed(world, 'Port'), sailed(world, 'Far')]).toEqual([1, 1]);
    world.sim.run({ until: rested + 2 * HOUR + 1 });
    expect(sailed(world, 'Far')).toBe(2);
  });

  it('leaves the berth to others meanwhile: who waits for a load waits at anchor', () => {
    const world = withRule(rule, 4);
    const stages = noteStages(world);
    sixBoxes(world, 2);
    world.sim.run({ until: 4 + HOUR + 2 * HOUR });
    const first = 4 + HOUR + 600;
    const second = first + 900 + 600;
    const lifts = (from: number) => [300, 300, 600, 600, 900, 900].map((after) => from + after);
    expect(seconds(stages, 'i', 'unloaded').sort((a, b) => a - b)).toEqual([...lifts(first), ...lifts(second)]);
    // The two that began at Port have sailed, the two that came have not.
    expect(sailed(world, 'Port')).toBe(2);
  });
});

describe('a liner by the clock, every six hours', () => {
  it('sails then and not when it is full, and empty where nothing waits; one that comes late takes the load of its departure', () => {
    const world = withRule({ full: true, every: hours(6) }, 1);
    const stages = noteStages(world);
    sixBoxes(world);
    for (let i = 0; i < 2; i++) world.boxAt('in', 0, '22G1');
    world.sim.run({ until: 17 * HOUR });
    const there = [6 * HOUR + 4, 13 * HOUR + 4];
    // The departure at 12 h finds no ship at Far: it set out from Port then, with nothing, and is an hour on its way.
    expect(seconds(stages, 'i', 'departs')).toEqual([...Array(6).fill(there[0]), ...Array(2).fill(there[1])]);
    expect(sailed(world, 'Port')).toBe(1);
    expect(Math.max(...seconds(stages, 'i', 'unloaded'))).toBe(there[1] + HOUR + 600 + 300);
  });
});
