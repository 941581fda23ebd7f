// What holds in every network of rail and road: no box, truck, TEU, set or track is lost, whatever waits for what.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Snapshot } from '../../../src/kernel';
import { CompiledCorridor, Deadlock } from '../../../src/model/compile';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { Clock, DAY } from '../../../src/model/time/clock';
import { pathsPerDay } from '../../../src/units';
import { networks } from './railAndRoad';

/** `npm run fuzz` asks for more. */
const RUNS = Number(process.env.KERUEN_FUZZ ?? 200);
const SPAN = 20;
/** The first of a unit's steps (parts/front.ts) at which it holds a track. */
const ON_TRACK = 2;

/** Runs a world to a day; a ring that closes in a tiny network is named and ends the run. */
function runTo(world: CompiledCorridor, day: number): boolean {
  try {
    world.sim.run({ until: day * DAY });
    return true;
  } catch (error) {
    if (error instanceof Error && error.cause instanceof Deadlock) return false;
    throw error;
  }
}

describe('every network of rail and road', () => {
  it('loses no box, truck, TEU or set, day after day, and goes on from a copy as it would have', {
    timeout: 60_000 + 600 * RUNS,
  }, () => {
    const seen = { boxes: 0, trucks: 0, others: 0, dated: 0, stuck: 0, shared: 0, waited: 0 };
    fc.assert(
      fc.property(networks, fc.integer({ min: 1, max: SPAN - 1 }), ({ data, later }, cut) => {
        const clock = new Clock(data.start, data.warmUp, 60);
        const world = new CompiledCorridor(data, clock, 'network', 0, undefined, later);
        const { units } = world;
        let bytes: Uint8Array | undefined;
        for (let day = 1; day <= SPAN; day++) {
          if (!runTo(world, day)) {
            seen.stuck++;
            return;
          }
          // Walks every list, hook, road and queue: each box in one place, each place's TEU as what came less what went.
          world.audit();
          // Just as many tracks are taken as sets stand in them, shunt in or shunt out.
          let standing = 0;
          for (let unit = 0; unit < units.count; unit++) if (units.step[unit] >= ON_TRACK) standing++;
          expect(world.fronts.reduce((sum, { stands }) => sum + stands.inUse, 0)).toBe(standing);
          if (day === cut) bytes = world.sim.save().toBytes();
        }
        const anew = new CompiledCorridor(data, clock, 'network', 0, undefined, later);
        anew.sim.restore(Snapshot.fromBytes(bytes as Uint8Array));
        runTo(anew, SPAN);
        expect([anew.hash.text, anew.sim.handled]).toEqual([world.hash.text, world.sim.handled]);
        const trips = world.measures().filter(({ measure, of }) => measure === 'departures' && of.line !== undefined);
        for (const { of, value } of trips) {
          if (of.resource === 'other trains') seen.others += value ?? 0;
          else if (data.lines[of.line as string].mode === 'road') seen.trucks += value ?? 0;
          else seen.boxes += value ?? 0;
        }
        if (later.length > 0) seen.dated++;
        if (data.services.c.fleet === data.services.d.fleet) seen.shared++;
        const waits = world.measures().filter(({ measure, of }) => measure === 'wait' && of.resource === 'diesel');
        if (waits.some(({ value }) => (value ?? 0) > 0)) seen.waited++;
      }),
      { seed: 6, numRuns: RUNS },
    );
    // Most networks run, with trains and trucks under way and half of them changed on the eighth day.
    expect(seen.stuck).toBeLessThan(RUNS / 10);
    expect(seen.trucks).toBeGreaterThan(100 * RUNS);
    expect(seen.boxes).toBeGreaterThan(50 * RUNS);
    expect(seen.others).toBeGreaterThan(5 * RUNS);
    expect(seen.dated).toBeGreaterThan(RUNS / 4);
    // In a third or more one fleet serves both ways through the steppe; in a quarter trains wait for locomotives.
    expect(seen.shared).toBeGreaterThan(RUNS / 3);
    expect(seen.waited).toBeGreaterThan(RUNS / 4);
  });

  it('goes as before with a locomotive for every set, and with others that never come', {
    timeout: 60_000 + 300 * RUNS,
  }, () => {
    const paths = { paths: pathsPerDay(12), single: undefined };
    const runs = Math.ceil(RUNS / 8);
    let moved = 0;
    fc.assert(
      fc.property(networks, ({ data }) => {
        const plain: CorridorData = {
          ...data,
          lines: {
            ...data.lines,
            'South-Steppe': { ...data.lines['South-Steppe'], ...paths },
          } as CorridorData['lines'],
          locomotives: undefined,
          traffic: undefined,
        };
        const sets = Object.values(data.fleets).reduce((sum, { count = 0 }) => sum + count, 0);
        const locomotives = { diesel: { count: sets, on: ['China-North', 'North-Steppe', 'South-Steppe'] } };
        const traffic = { coal: { trains: pathsPerDay(0), on: 'South-Steppe', both: true, priority: 0 as const } };
        const hashOf = (more: Partial<CorridorData>) => {
          const world = new CompiledCorridor(
            { ...plain, ...more },
            new Clock(data.start, data.warmUp, 60),
            'network',
            0,
          );
          runTo(world, 10);
          moved += world.sim.handled;
          return world.hash.text;
        };
        const hash = hashOf({});
        for (const more of [{ locomotives }, { traffic }, { locomotives, traffic }]) expect(hashOf(more)).toBe(hash);
      }),
      { seed: 16, numRuns: runs },
    );
    expect(moved).toBeGreaterThan(1000 * runs);
  });
});
