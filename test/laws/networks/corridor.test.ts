// Laws of any corridor: nothing is lost, every second is booked, and what has no meaning changes nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/model/checks/check';
import { type CompiledCorridor, Deadlock } from '../../../src/model/compile';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { Run, replicate } from '../../../src/model/replicate';
import { km, seconds, teu, teuPerYear } from '../../../src/units';
import { handCorridor, worldOf } from '../../known/corridors/handCorridor';
import { corridors } from './corridors';
import { Walk } from './walk';

const DAYS = 20;

/** Runs event by event up to a second and looks after each. Returns why it ended early, if it did. */
function runChecked(world: CompiledCorridor, look: () => void, until: number): string | undefined {
  try {
    while (world.sim.peek() < until) {
      world.sim.step();
      look();
    }
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Deadlock) return cause.message;
    throw error;
  }
  return undefined;
}

describe('any small corridor', () => {
  it('is one that the checks accept, so that what follows is said of corridors that people can run', () => {
    fc.assert(
      fc.property(corridors, (data) => {
        expect(check(data)).toEqual([]);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('loses no box, no TEU and no unit, at any event', () => {
    const seen = { events: 0, left: 0, gauge: 0 };
    fc.assert(
      fc.property(corridors, fc.integer({ min: 0, max: 1000 }), (data, replication) => {
        const world = worldOf(data, DAYS, 'law', replication);
        const walk = new Walk(world);
        const ended = runChecked(world, () => walk.check(), world.clock.windowEnd);
        seen.events += world.sim.handled;
        seen.left += walk.left;
        if ('China train' in data.services) seen.gauge++;
        if (ended !== undefined)
          expect(ended).toMatch(/^nothing has moved for \d+ days: (?:(?:a ring|no room) at .+; )?\d+ boxes/);
      }),
      { seed: 2, numRuns: 100 },
    );
    // The law would hold of corridors in which nothing happens, too.
    expect(seen.events).toBeGreaterThan(50_000);
    expect(seen.left).toBeGreaterThan(4000);
    expect(seen.gauge).toBeGreaterThan(30);
  });

  it('leaves nobody standing who could go on, and no time booked to what no longer holds, at any second', () => {
    fc.assert(
      fc.property(corridors, fc.integer({ min: 0, max: 1000 }), (data, replication) => {
        const world = worldOf(data, 3 * DAYS, 'law', replication);
        const walk = new Walk(world);
        // Between two events of one second much is under way; at its end everything must have settled.
        const ended = runChecked(world, () => world.sim.peek() > world.sim.now && walk.poke(), world.clock.windowEnd);
        if (ended !== undefined)
          expect(ended).toMatch(/^nothing has moved for \d+ days: (?:(?:a ring|no room) at .+; )?\d+ boxes/);
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  it('books every second of every box, uses nothing more than all the time, and ends or says who waits for what', () => {
    const seen = { finished: 0, ended: 0, runs: 0 };
    fc.assert(
      fc.property(corridors, fc.integer({ min: 0, max: 1000 }), (data, replication) => {
        const run = new Run(data, { seed: 'law', replication, days: 3 * DAYS });
        const { journeys, boxes, routes, ledger } = run.world;
        const finish = journeys.finish.bind(journeys);
        let finished = 0;
        journeys.finish = (box, transit, parts, start) => {
          finished++;
          const row = parts.subarray(start, start + ledger.width);
          expect(row.every((part) => part >= 0)).toBe(true);
          expect(row.reduce((a, b) => a + b, 0)).toBe(transit);
          const at = (box * journeys.times.length) / boxes.capacity;
          const times = journeys.times.subarray(at, at + 2 * routes[boxes.route[box]].stops.length);
          expect(times.every((time, i) => i === 0 || time >= times[i - 1])).toBe(true);
          expect(times[times.length - 1]).toBe(transit);
          finish(box, transit, parts, start);
        };
        const outcome = run.finish();
        expect(outcome.journeys.reduce((sum, flow) => sum + flow.boxes, 0)).toBe(finished);
        seen.finished += finished;
        for (const { stops, ledger: bins } of outcome.journeys) {
          const { seconds } = bins.transit;
          expect(bins.parts.reduce((a, b) => a + b, 0)).toBe(seconds);
          expect(stops.reduce((sum, { dwell }) => sum + dwell.seconds, 0)).toBeLessThanOrEqual(seconds);
          expect(stops.at(-1)?.departure).toEqual(bins.transit);
        }
        for (const measured of outcome.measures) {
          const { value, statistic } = measured;
          const inRange = value === null || (value >= 0 && (statistic !== 'share' || value <= 1));
          expect([measured, inRange]).toEqual([measured, true]);
        }
        seen.runs++;
        if (outcome.endedEarly !== undefined) seen.ended++;
      }),
      { seed: 3, numRuns: 100 },
    );
    expect(seen.finished).toBeGreaterThan(8000);
    expect(seen.ended / seen.runs).toBeLessThan(0.55);
  });
});

/** The same data with every map in the opposite order, and every line named from its other end. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === 'between') return [key, [...inner].reverse()] as const;
    return [key, turnedRound(inner)] as const;
  });
  return Object.fromEntries(entries.reverse());
}

const sameRun = (a: CorridorData, b: CorridorData) => {
  const [one, other] = [a, b].map((data) => replicate(data, { seed: 'same', replication: 0, days: DAYS }));
  return [
    other.hash === one.hash,
    other.events === one.events,
    JSON.stringify(other.measures) === JSON.stringify(one.measures),
  ];
};

describe('a run stays the same', () => {
  const cases: readonly [string, (data: CorridorData) => CorridorData][] = [
    ['in whatever order things are declared', (data) => turnedRound(data) as CorridorData],
    [
      'whatever things are called on the screen',
      (data) => ({
        ...data,
        title: 'Another title',
        places: Object.fromEntries(
          Object.entries(data.places).map(([id, place]) => [id, { ...place, title: `The place ${id}` }]),
        ),
      }),
    ],
  ];
  it.each(cases)('%s', (_, change) => {
    fc.assert(
      fc.property(corridors, (data) => {
        expect(sameRun(data, change(data))).toEqual([true, true, true]);
      }),
      { seed: 4, numRuns: 25 },
    );
  });

  it('with a place and a line more that nobody uses', () => {
    fc.assert(
      fc.property(corridors, (data) => {
        const more: CorridorData = {
          ...data,
          places: { ...data.places, Aside: { kind: 'junction', at: [41, 66] } },
          lines: { ...data.lines, branch: { between: ['Aside', 'Halt'], mode: 'rail', gauge: 1520, length: km(100) } },
        };
        const [hash, events] = sameRun(data, more);
        expect([hash, events]).toEqual([true, true]);
      }),
      { seed: 5, numRuns: 25 },
    );
  });
});

describe('more berths', () => {
  it('never lower what crosses the sea by more than one load, with the same luck, where nothing else is scarce', () => {
    /*
     * With fixed times and cranes for every berth, ships go round a ring of stations that serve in order of coming: every
     * departure is a maximum of sums of earlier ones, so a berth more makes none later (Source: F. Baccelli, G. Cohen,
     * G. J. Olsder, J.-P. Quadrat, Synchronization and Linearity, 1992). But ships are also called from the other end where
     * none is coming, and that looks at the moment: a ship that came in earlier may be sent back a little later. So what the
     * window's last second cuts off may differ by a load, no more. With shared cranes, with ships that leave when a wait is
     * over, or with times that vary even that could not be said.
     */
    const numbers = fc.record({
      ships: fc.integer({ min: 2, max: 14 }),
      demand: fc.integer({ min: 20_000, max: 150_000 }),
      carries: fc.integer({ min: 4, max: 8 }),
    });
    const gained = { more: 0 };
    fc.assert(
      fc.property(numbers, ({ ships, demand, carries }) => {
        const crossed = [1, 2, 3].map((berths) => crossedBy(ships, demand, carries, berths));
        expect(crossed[1]).toBeGreaterThanOrEqual(crossed[0] - carries);
        expect(crossed[2]).toBeGreaterThanOrEqual(crossed[1] - carries);
        if (crossed[2] > crossed[0] + 10 * carries) gained.more++;
      }),
      { seed: 6, numRuns: 20 },
    );
    expect(gained.more).toBeGreaterThan(4);
  });

  function crossedBy(ships: number, demand: number, carries: number, berths: number): number {
    const hand = handCorridor();
    const ports = ['Port', 'West'].map((id) => {
      const port = hand.places[id];
      if (port.kind !== 'seaport') throw new Error('the hand corridor has changed');
      const { cranes } = port.berths.container;
      // Long, so that berths are what is scarce.
      const tieUp = seconds(6000);
      const quay = { count: cranes * berths, rate: port.cranes.quay.rate };
      return [
        id,
        {
          ...port,
          yard: { capacity: teu(1e6) },
          berths: { container: { count: berths, cranes, tieUp } },
          cranes: { ...port.cranes, quay },
        },
      ];
    });
    const data: CorridorData = {
      ...hand,
      places: { ...hand.places, ...Object.fromEntries(ports) },
      services: { ...hand.services, ship: { ...hand.services.ship, sails: { full: true } } },
      fleets: { ...hand.fleets, ships: { ...hand.fleets.ships, count: ships, carries: teu(carries) } },
      flows: { eastbound: { ...hand.flows.eastbound, to: 'Port', demand: teuPerYear(demand) } },
    };
    const world = worldOf(data, 60, 'berths');
    world.sim.run({ until: world.clock.windowEnd });
    return (
      world.measures().find(({ measure, of }) => measure === 'throughput' && Object.keys(of).length === 0)?.value ??
      Number.NaN
    );
  }
});
