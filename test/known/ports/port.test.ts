// Known truths about a port, to the second: cranes shared by ships, berths of several kinds, shifts, breakdowns, yards by kind.
import { describe, expect, it } from 'vitest';
import type { CompiledCorridor } from '../../../src/model/compile';
import type { SeaportSpec } from '../../../src/model/places/seaport/spec';
import { replicate } from '../../../src/model/replicate';
import { days, hours, movesPerHour, percent, seconds, share, teu, teuPerYear } from '../../../src/units';
import { noteLedgers, noteStages, worldOf } from '../corridors/handCorridor';
import { portCorridor } from '../corridors/portCorridor';

/** Seconds at which boxes of a flow were set down at Port, in the order in which they were. */
function unloaded(stages: Map<string, string[]>): number[] {
  const seen = [...stages.values()].flat().filter((line) => line.startsWith('unloaded Port'));
  return seen.map((line) => Number(line.split(' ').at(-1))).sort((a, b) => a - b);
}

/** Boxes that come to Far in one second, as many as fill a ship. */
function shipload(world: CompiledCorridor, second: number, boxes = 6): void {
  for (let i = 0; i < boxes; i++) world.boxAt('in', second, '22G1');
}

const berths = (spec: Partial<SeaportSpec['berths'][string]>) => ({
  berths: { container: { count: 2, cranes: 2, tieUp: seconds(600), ...spec } },
});

describe('three quay cranes shared by two ships', () => {
  it('go to the ship that came first as far as it may use them, then to the next, looked at after every lift', () => {
    /*
     * The first ship is loaded at Far in 4 s, sails for 3,600 s and is tied up 600 s later: at 4204. The second comes 300 s
     * later. Each may use two cranes; a lift takes 300 s.
     * First ship: two cranes from 4204 on; six boxes at 4504, 4804 and 5104, two at a time.
     * Second ship: one crane from 4504 on, boxes at 4804 and 5104; then the first has gone and it has two: 5404 and 5704.
     */
    const world = worldOf(portCorridor(), 1);
    const stages = noteStages(world);
    shipload(world, 0);
    shipload(world, 300);
    world.sim.run({ until: 10_000 });
    expect(unloaded(stages)).toEqual([4504, 4504, 4804, 4804, 4804, 5104, 5104, 5104, 5404, 5404, 5704, 5704]);
  });

  it('are busy, and never more than they are, for just the seconds of the lifts', () => {
    const world = worldOf(portCorridor(), 1);
    shipload(world, 0);
    shipload(world, 300);
    world.startMeasuring();
    world.sim.run({ until: 10_000 });
    const of = { place: 'Port', resource: 'quay cranes' };
    const share = (measure: string) =>
      world.measures().find((one) => one.measure === measure && JSON.stringify(one.of) === JSON.stringify(of))?.value;
    // Twelve lifts of 300 s of three cranes for 10,000 s.
    expect(share('busy')).toBe(3600 / 30_000);
    expect([share('down'), share('closed'), share('blocked')]).toEqual([0, 0, 0]);
    expect(share('idle')).toBeCloseTo(1 - 3600 / 30_000, 12);
    expect(share('moves an hour')).toBe(12);
  });

  it('lift at their rate times their efficiency, and slower while they are new', () => {
    const slow = { rate: movesPerHour(12), count: 1, efficiency: percent(50) };
    const rail = { count: 1, rate: movesPerHour(12) };
    const half = worldOf(portCorridor({ cranes: { quay: slow, rail } }), 1);
    const stages = noteStages(half);
    shipload(half, 0);
    half.sim.run({ until: 10_000 });
    expect(unloaded(stages)).toEqual([1, 2, 3, 4, 5, 6].map((lift) => 4204 + 600 * lift));
    // A rate that grows from a half, on the first day, to all of it at second 8408: at 4204 it is three quarters, so a lift of
    // 300 s takes 400 s; at 4604 it is 1/2 + 4604/16,816 = 0.77379, a lift 387.70 s.
    const rampUp = { opens: '2024-01-01', over: seconds(8408), begins: share(0.5) };
    const young = worldOf(portCorridor({ cranes: { quay: { ...slow, efficiency: undefined, rampUp }, rail } }), 1);
    const second = noteStages(young);
    shipload(young, 0);
    young.sim.run({ until: 10_000 });
    expect(unloaded(second).slice(0, 2)).toEqual([4604, 4604 + 388]);
  });
});

describe('berths of two kinds', () => {
  it('stand under one line: two kinds of one berth are one kind of two, event by event', () => {
    const flows = (data: ReturnType<typeof portCorridor>) => ({
      ...data,
      flows: { ...data.flows, in: { ...data.flows.in, demand: teuPerYear(150_000) } },
    });
    const one = flows(portCorridor(berths({ count: 2, tieUp: seconds(1500) })));
    const quay = { count: 1, cranes: 2, tieUp: seconds(1500) };
    const two = flows(portCorridor({ berths: { container: quay, general: { ...quay, serves: 'ship' } } }));
    const [a, b] = [one, two].map((data) => replicate(data, { seed: 'berths', replication: 0, days: 60 }));
    expect(b.hash).toBe(a.hash);
    // It is a test of the line only if ships wait in it.
    const wait = a.measures.find(({ measure, of }) => measure === 'ships waiting' && of.place === 'Port');
    expect(wait?.value).toBeGreaterThan(0.05);
  });

  it('give the first free one to the ship of higher priority, then to the one that came first', () => {
    const data = portCorridor(berths({ count: 1 }));
    const world = worldOf(
      {
        ...data,
        places: { ...data.places, Away: { ...data.places.Far } },
        lines: { ...data.lines, 'other sea': { ...data.lines.sea, between: ['Away', 'Port'] } },
        services: {
          ...data.services,
          urgent: {
            on: 'other sea',
            fleet: 'fast ships',
            priority: 0,
            sails: { full: true, longestWait: hours(1000) },
          },
        },
        fleets: { ...data.fleets, 'fast ships': { ...data.fleets.ships } },
        flows: { ...data.flows, haste: { ...data.flows.in, from: 'Away' } },
      },
      1,
    );
    const stages = noteStages(world);
    // Three ships of no haste; one in haste comes while the first is alongside, after the other two.
    for (const second of [0, 10, 20]) shipload(world, second);
    for (let i = 0; i < 6; i++) world.boxAt('haste', 30, '22G1');
    world.sim.run({ until: 20_000 });
    const first = [...stages]
      .filter(([, lines]) => lines.some((line) => line.startsWith('unloaded Port')))
      .map(([name, lines]) => [Number(lines.find((line) => line.startsWith('unloaded Port'))?.split(' ')[2]), name]);
    first.sort(([a], [b]) => Number(a) - Number(b));
    const order = [0, 6, 12, 18].map((i) => String(first[i][1])[0]);
    expect(order).toEqual(['i', 'h', 'i', 'i']);
  });

  it('are held while a ship comes alongside and goes out again', () => {
    // Tied up after 200 + 600 s, 1,800 s of lifts with one crane, 200 s out: the next ship is alongside 2,800 s later.
    const port = berths({ count: 1, cranes: 1, berthing: seconds(200) });
    const world = worldOf(portCorridor(port), 1);
    const stages = noteStages(world);
    const ledgers = noteLedgers(world);
    shipload(world, 0);
    shipload(world, 10);
    world.sim.run({ until: 20_000 });
    const begins = 3604 + 800;
    const lifts = (from: number) => [1, 2, 3, 4, 5, 6].map((lift) => from + 300 * lift);
    expect(unloaded(stages)).toEqual([...lifts(begins), ...lifts(begins + 2800)]);
    // The second ship came 10 s after the first and lay at anchor until that was out.
    const waits = [...ledgers.values()].map((parts) => parts['waiting for a berth @Port'] ?? 0);
    expect(waits).toEqual([...Array(6).fill(0), ...Array(6).fill(2790)]);
  });
});

describe('quay cranes that work by shifts', () => {
  it('begin no lift after the whistle, finish the one under way, and go on in the morning', () => {
    const day = { timeZone: 'UTC', hours: { daily: '01:00-01:20' } };
    const quay = { count: 1, rate: movesPerHour(12), calendar: 'day' };
    const rail = { count: 1, rate: movesPerHour(12) };
    const data = { ...portCorridor({ cranes: { quay, rail } }), calendars: { day } };
    const world = worldOf(data, 3);
    const stages = noteStages(world);
    const ledgers = noteLedgers(world);
    // Tied up at 4204; the shift ends at 4800: lifts at 4204 and 4504, the second until 4804. The other four the next day, from
    // 90,000 on: at 91,200 the shift ends, so that the last of them is done just then.
    shipload(world, 0);
    world.sim.run({ until: 200_000 });
    expect(unloaded(stages)).toEqual([4504, 4804, 90_300, 90_600, 90_900, 91_200]);
    expect([...ledgers.values()].map((parts) => parts['waiting for a shift @Port'] ?? 0)).toEqual([
      0,
      0,
      ...Array(4).fill(90_000 - 4804),
    ]);
  });
});

describe('cranes that break down', () => {
  it('are down for the share of time that follows from the times between breakdowns and of repairs', () => {
    /*
     * One crane, up for an exponential time of mean 80 h, down for one of mean 20 h: down for 20 % of the time in the long run.
     * The variance of the share over T is about 2·(a·b)²/((a + b)³·T) with a = 80, b = 20: T = 30 · 8760 h, sd = 0.00442.
     * Four standard deviations are passed once in 15,800.
     */
    const failures = { every: hours(80), repair: { law: 'exponential', mean: hours(20) } } as const;
    const quay = { count: 1, rate: movesPerHour(12), failures };
    const data = portCorridor({ cranes: { quay, rail: { count: 1, rate: movesPerHour(12) } } });
    const shares = Array.from({ length: 30 }, (_, replication) => {
      const world = worldOf(data, 366, 'breakdowns', replication);
      world.startMeasuring();
      world.sim.run({ until: 8760 * 3600 });
      const down = world
        .measures()
        .find(({ measure, of }) => measure === 'down' && of.place === 'Port' && of.resource === 'quay cranes');
      return down?.value ?? Number.NaN;
    });
    const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
    const sd = Math.sqrt((2 * (80 * 20) ** 2) / (100 ** 3 * 30 * 8760));
    expect(sd).toBeLessThan(0.005);
    expect(Math.abs(mean - 0.2)).toBeLessThan(4 * sd);
  });

  it('finish the lift under way, and what waits meanwhile waits for the repair', () => {
    const quay = { count: 1, rate: movesPerHour(12), failures: { every: days(3650), repair: seconds(1000) } };
    const world = worldOf(portCorridor({ cranes: { quay, rail: { count: 1, rate: movesPerHour(12) } } }), 1);
    const stages = noteStages(world);
    const ledgers = noteLedgers(world);
    shipload(world, 0);
    // The first lift is under way from 4204 to 4504; the crane breaks down at 4300 and works again at 5300.
    world.sim.run({ until: 4300 });
    world.cranes.filter(({ place }) => place === 'Port')[1].turns(0);
    world.sim.run({ until: 20_000 });
    expect(unloaded(stages)).toEqual([4504, 5600, 5900, 6200, 6500, 6800]);
    const waits = [...ledgers.values()].map((parts) => parts['waiting for a repair @Port'] ?? 0);
    expect(waits).toEqual([0, ...Array(5).fill(5300 - 4504)]);
  });

  it('leave the breakdowns of the others where they were when there is one more', () => {
    const failures = { every: hours(80), repair: hours(20) };
    const rail = { count: 1, rate: movesPerHour(12) };
    const firstBreak = (count: number) => {
      const world = worldOf(portCorridor({ cranes: { quay: { count, rate: movesPerHour(12), failures }, rail } }), 366);
      const pool = world.cranes.find(({ place }) => place === 'Port');
      const turned: [number, number][] = [];
      const turns = pool?.turns.bind(pool);
      if (pool === undefined || turns === undefined) throw new Error('Port has no cranes');
      world.cranes[world.cranes.indexOf(pool) + 1].turns = (crane) => {
        turned.push([crane, world.sim.now]);
      };
      const quay = world.cranes[world.cranes.indexOf(pool) + 1];
      expect(quay).toBeDefined();
      world.sim.run({ until: 2000 * 3600 });
      return turned.find(([crane]) => crane === 0)?.[1];
    };
    expect(firstBreak(3)).toBe(firstBreak(1));
    expect(firstBreak(1)).toBeGreaterThan(0);
  });
});

describe('a yard that tells boxes apart', () => {
  it('holds a ship whose empty boxes find no slot, however much room there is for laden ones', () => {
    const yard = { capacity: teu(1000), empty: teu(2), collected: hours(10) };
    const data = portCorridor({ yard, ...berths({ cranes: 1 }) });
    const flows = { ...data.flows, in: { ...data.flows.in, empty: share(1) } };
    const world = worldOf({ ...data, flows }, 3);
    // Boxes of the caller's choice are laden: these are made empty as they come.
    const { enters } = world;
    world.enters = (box, place) => {
      world.boxes.empty[box] = 1;
      enters.call(world, box, place);
    };
    const stages = noteStages(world);
    const ledgers = noteLedgers(world);
    shipload(world, 0);
    world.sim.run({ until: 200_000 });
    // Two are set down at 4504 and 4804; trucks fetch them ten hours later, and only then the next begin to be lifted.
    expect(unloaded(stages)).toEqual([4504, 4804, 40_804, 41_104, 77_104, 77_404]);
    const parts = [...ledgers.values()];
    expect(parts.map((part) => part['waiting for a truck @Port'])).toEqual(Array(6).fill(36_000));
    expect(parts.map((part) => part['waiting for a yard slot @Port'] ?? 0).at(-1)).toBeGreaterThan(60_000);
  });

  it('knows its busiest days: one day in twenty, by the mean of each', () => {
    const yard = { capacity: teu(1000), collected: days(1) };
    const world = worldOf(portCorridor({ yard, ...berths({ cranes: 6 }) }), 40);
    // Six boxes stand for a day each, on the 1st; twelve on the 11th; all between two midnights or across one.
    shipload(world, 0);
    shipload(world, 10 * 86_400);
    shipload(world, 10 * 86_400);
    world.startMeasuring();
    world.sim.run({ until: 40 * 86_400 });
    const of = { place: 'Port', resource: 'yard' };
    const value = (measure: string, statistic = 'mean') =>
      world
        .measures()
        .find(
          (one) =>
            one.measure === measure && one.statistic === statistic && JSON.stringify(one.of) === JSON.stringify(of),
        )?.value;
    // A slot is taken as the crane takes the box, 300 s before it is set down.
    const boxDays = (boxes: number) => boxes * (1 + 300 / 86_400);
    expect(value('TEU inside')).toBeCloseTo(boxDays(18) / 40, 9);
    /*
     * Slots are taken at 4204 and 4504 of a day, three each; on the 11th by the second ship as well, at 4804 and 5104. Box-
     * seconds until midnight: 12 · 86,400 − 3 · 18,616 on the 11th, 6 · 86,400 − 3 · 8,708 on the 1st: two of forty days.
     */
    const busiest = (12 * 86_400 - 3 * 18_616 + 6 * 86_400 - 3 * 8708) / 2 / 86_400;
    expect(value('busiest days')).toBeCloseTo(busiest, 9);
    expect(value('peak factor')).toBeCloseTo(busiest / (boxDays(18) / 40), 9);
    expect(value('TEU inside', 'max')).toBe(12);
    // Six or more for two days of forty, twelve for one of them less: at nineteen days of twenty something stands there.
    expect(value('TEU inside', 'p95')).toBe(6);
  });
});
