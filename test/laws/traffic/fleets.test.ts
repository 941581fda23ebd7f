// Laws of any fleet of ships by class: no box is lost, nobody carries too much, loads are what a count from scratch makes of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/model/checks/check';
import { type CompiledCorridor, Deadlock } from '../../../src/model/compile';
import type { CorridorData, LeavesWhen } from '../../../src/model/corridor/corridor';
import { months } from '../../../src/model/corridor/corridor';
import type { FleetSpec, ShipClass } from '../../../src/model/corridor/data/fleetSpec';
import { Run, replicate } from '../../../src/model/replicate';
import type { Service } from '../../../src/model/traffic/service';
import { days, hours, km, kmPerHour, movesPerHour, percent, seconds, share, teu, teuPerYear } from '../../../src/units';
import { handCorridor, worldOf } from '../../known/corridors/handCorridor';

const DAYS = 30;
const day = fc.integer({ min: 0, max: 40 });
const dateOf = (n: number) => new Date(Date.UTC(2023, 11, 26 + n)).toISOString().slice(0, 10);

const draft = fc.option(
  fc
    .record({ light: fc.integer({ min: 20, max: 30 }), more: fc.integer({ min: 10, max: 40 }) })
    .map(({ light, more }) => ({
      light: km(light / 10_000),
      full: km((light + more) / 10_000),
    })),
  { nil: undefined },
);

const shipClass: fc.Arbitrary<ShipClass> = fc
  .record({
    count: fc.integer({ min: 1, max: 3 }),
    carries: fc.option(fc.integer({ min: 5, max: 20 }), { nil: undefined }),
    load: fc.option(fc.integer({ min: 80, max: 100 }), { nil: undefined }),
    speed: fc.option(fc.integer({ min: 10, max: 40 }), { nil: undefined }),
    draft,
    joins: fc.option(day, { nil: undefined }),
    stays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  })
  .map(({ count, carries, load, speed, draft, joins, stays }) => ({
    count,
    ...(carries === undefined ? {} : { carries: teu(carries) }),
    ...(load === undefined ? {} : { load: percent(load) }),
    ...(speed === undefined ? {} : { speed: kmPerHour(speed) }),
    ...(draft === undefined ? {} : { draft }),
    ...(joins === undefined ? {} : { joins: dateOf(joins) }),
    ...(stays === undefined ? {} : { leaves: dateOf((joins ?? 0) + stays) }),
  }));

const sails: fc.Arbitrary<LeavesWhen> = fc
  .record({
    full: fc.boolean(),
    longestWait: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
    least: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    every: fc.option(fc.integer({ min: 6, max: 96 }), { nil: undefined, freq: 2 }),
  })
  .map(({ full, longestWait, least, every }) => ({
    full: full || (longestWait === undefined && every === undefined),
    ...(longestWait === undefined ? {} : { longestWait: hours(longestWait) }),
    ...(least === undefined ? {} : { least: teu(least) }),
    ...(every === undefined ? {} : { every: hours(every) }),
  }));

const numbers = fc.record({
  plain: fc.integer({ min: 0, max: 2 }),
  classes: fc.array(shipClass, { minLength: 1, maxLength: 3 }),
  sails,
  round: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  depths: fc.array(fc.integer({ min: 45, max: 80 }), { minLength: 2, maxLength: 2 }),
  berths: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 2 }),
  demands: fc.array(fc.integer({ min: 100, max: 4000 }), { minLength: 2, maxLength: 2 }),
  variation: fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined }),
  weather: fc.boolean(),
});
type Numbers = typeof numbers extends fc.Arbitrary<infer T> ? T : never;

/** Two ports with deep and shallow water, and ships of one to four classes between them. */
function corridorOf(n: Numbers): CorridorData {
  const hand = handCorridor();
  const port = (i: number) => ({
    kind: 'seaport' as const,
    at: [40, 60] as const,
    berths: { container: { count: n.berths[i], cranes: 1, tieUp: seconds(3600), depth: km(n.depths[i] / 10_000) } },
    cranes: { quay: { count: 2, rate: movesPerHour(12) }, rail: { count: 1, rate: movesPerHour(12) } },
    yard: { capacity: teu(60) },
    tracks: 1,
    shunting: seconds(400),
    ...(n.weather ? { weather: 'sea' } : {}),
  });
  const each = (of: (i: number) => number) => Object.fromEntries(months.map((month, i) => [month, share(of(i))]));
  const weather = { sea: { closedShare: each(() => 0.1), meanSpell: hours(12), sailing: each((i) => 0.5 + i / 24) } };
  const fleet = {
    count: n.plain,
    carries: teu(6),
    speed: kmPerHour(20),
    clearance: km(0.0005),
    ...(n.round === undefined ? {} : { shortestRound: hours(n.round) }),
    ships: Object.fromEntries(n.classes.map((one, i) => [`class ${i}`, one])),
  } satisfies FleetSpec;
  const boxes = { '22G1': percent(40), '45G1': percent(40), L5G1: percent(20) };
  return {
    ...hand,
    warmUp: days(5),
    places: { Port: port(0), West: port(1) },
    lines: {
      sea: {
        ...hand.lines.sea,
        ...(n.weather ? { weather: 'sea' } : {}),
        ...(n.variation === undefined ? {} : { variation: percent(n.variation) }),
      },
    },
    services: { ship: { on: 'sea', fleet: 'ships', sails: n.sails } },
    fleets: { ships: fleet },
    flows: {
      out: { from: 'Port', to: 'West', demand: teuPerYear(n.demands[0]), boxes },
      back: { from: 'West', to: 'Port', demand: teuPerYear(n.demands[1]), boxes },
    },
    ...(n.weather ? { weather: weather as unknown as CorridorData['weather'] } : {}),
  };
}

/** Those that the checks accept: of the others some ship carries less than a box over such water. */
const fleets = numbers.map(corridorOf).filter((data) => check(data).length === 0);

/** What tests look at and the model keeps to itself. */
interface Inner {
  readonly at: readonly Inner[];
  readonly capacityAt: Float64Array;
  readonly readyCount: Int32Array;
  readonly firstReady: Int32Array;
  readonly full: number;
  readonly growing: number;
  readonly teu: number;
  readonly due: boolean;
  readonly departing: number;
  regroup(lasts: boolean): void;
  dispatch(): void;
}

/** Loads of both ends, and what their boxes are booked to. */
function loadsOf(world: CompiledCorridor, service: Service): string {
  const { boxes, ledger } = world;
  const ends = (service as unknown as Inner).at.map(({ full, growing, teu, due, departing }, end) => {
    const cells: number[] = [];
    for (let box = service.waiting.first[end]; box >= 0; box = boxes.next[box]) cells.push(ledger.cellOf[box]);
    return [full, growing, teu, due, departing, ...cells];
  });
  return JSON.stringify(ends);
}

/** At the end of a second all has settled: nobody is sent, and a count from scratch finds the same loads. */
function isSettled(world: CompiledCorridor, booked: boolean): void {
  const [service] = world.services as Service[];
  const inner = service as unknown as Inner;
  const ready = inner.readyCount.join();
  const loads = loadsOf(world, service);
  for (const end of inner.at) end.regroup(booked);
  if (loadsOf(world, service) !== loads) throw new Error(`loads ${loads}, from scratch ${loadsOf(world, service)}`);
  for (const end of [0, 1]) {
    const first = inner.firstReady[end];
    const room = first < 0 ? service.unitCapacity : service.capacityOf(first);
    if (inner.capacityAt[end] !== room)
      throw new Error(`loads for ${inner.capacityAt[end]} TEU, but what loads next has ${room} TEU`);
  }
  inner.dispatch();
  if (inner.readyCount.join() !== ready) throw new Error(`ships stood ready that were to be sent: ${ready}`);
  for (let unit = 0; unit < service.size; unit++)
    if (!(world.units.teu(unit) <= service.capacityOf(unit)))
      throw new Error(
        `a ship ${service.classOf(unit)} has ${world.units.teu(unit)} TEU, room ${service.capacityOf(unit)}`,
      );
}

describe('any fleet of ships by class', () => {
  it('loses no box at any event, overloads no ship, and makes up its loads as a count from scratch does', () => {
    const seen = { events: 0, left: 0, mixed: 0, ended: 0 };
    fc.assert(
      fc.property(fleets, fc.integer({ min: 0, max: 1000 }), (data, replication) => {
        const world = worldOf(data, DAYS, 'law', replication);
        const leaves = world.leaves.bind(world);
        world.leaves = (box, place) => {
          seen.left++;
          leaves(box, place);
        };
        // By the clock a box that joins a load already called waits on as it did.
        const booked = data.services.ship.sails?.every === undefined;
        try {
          while (world.sim.peek() < world.clock.windowEnd) {
            world.sim.step();
            world.audit();
            if (world.sim.peek() > world.sim.now) isSettled(world, booked);
          }
        } catch (error) {
          const cause = error instanceof Error ? error.cause : undefined;
          if (!(cause instanceof Deadlock)) throw error;
          seen.ended++;
        }
        seen.events += world.sim.handled;
        const rooms = new Set(
          Array.from({ length: world.services[0].size }, (_, unit) => world.services[0].capacityOf(unit)),
        );
        if (rooms.size > 1) seen.mixed++;
      }),
      { seed: 7, numRuns: 150 },
    );
    // The law would hold of fleets in which nothing happens, too.
    expect(seen.events).toBeGreaterThan(50_000);
    expect(seen.left).toBeGreaterThan(5000);
    expect(seen.mixed).toBeGreaterThan(75);
  });

  it('is the same run when it is gone on with from a copy, and when classes have other names in the same order', () => {
    fc.assert(
      fc.property(fleets, fc.integer({ min: 0, max: DAYS }), (data, at) => {
        const options = { seed: 'law', replication: 0, days: DAYS };
        const run = new Run(data, options);
        run.until((5 + at / 2) * 86_400);
        const copy = run.save();
        const whole = run.finish();
        run.restore(copy);
        expect(run.finish()).toEqual(whole);
        const { ships } = data.fleets;
        const renamed = Object.fromEntries(
          Object.entries(ships.ships ?? {}).map(([id, one]) => [id.replace('class', 'ship'), one]),
        );
        const other = replicate({ ...data, fleets: { ships: { ...ships, ships: renamed } } }, options);
        expect(other.hash).toBe(whole.hash);
      }),
      { seed: 11, numRuns: 40 },
    );
  });
});
