// What holds in every port: no box, TEU, ship or berth is lost, whatever the weather, and a ring is named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Snapshot } from '../../../src/kernel';
import { CompiledCorridor, Deadlock } from '../../../src/model/compile';
import type { SeaportSpec } from '../../../src/model/places/seaport/spec';
import { Seaport } from '../../../src/model/places/seaport/steps';
import { Clock, DAY } from '../../../src/model/time/clock';
import { ports } from './ports';

/** `npm run fuzz` asks for more. */
const RUNS = Number(process.env.KERUEN_FUZZ ?? 200);
const SPAN = 22;
/** The first of a unit's steps (parts/front.ts) at which it holds a track or berth. */
const HOLDS = 2;

/** Runs a world to a day; a ring that closes is named and ends the run. */
function runTo(world: CompiledCorridor, day: number): boolean {
  try {
    world.sim.run({ until: day * DAY });
    return true;
  } catch (error) {
    if (error instanceof Error && error.cause instanceof Deadlock) return false;
    throw error;
  }
}

describe('every port', () => {
  it('loses no box, TEU, ship or berth, day after day, and goes on from a copy as it would have', {
    timeout: 60_000 + 600 * RUNS,
  }, () => {
    const seen = { refused: 0, boxes: 0, dated: 0, down: 0, closed: 0, blocked: 0, stuck: 0, calls: 0 };
    fc.assert(
      fc.property(ports, fc.integer({ min: 1, max: SPAN - 1 }), (made, cut) => {
        if (made === undefined) {
          seen.refused++;
          return;
        }
        const { data, later } = made;
        const clock = new Clock(data.start, data.warmUp, 60);
        const world = new CompiledCorridor(data, clock, 'ports', 0, undefined, later);
        world.startMeasuring();
        const { units } = world;
        let bytes: Uint8Array | undefined;
        for (let day = 1; day <= SPAN; day++) {
          if (!runTo(world, day)) {
            seen.stuck++;
            return;
          }
          world.audit();
          // Just as many tracks and berths are taken as trains and ships stand there, come in or go out.
          let standing = 0;
          for (let unit = 0; unit < units.count; unit++) if (units.step[unit] >= HOLDS) standing++;
          expect(world.fronts.reduce((sum, { stands }) => sum + stands.inUse, 0)).toBe(standing);
          for (const place of world.places) {
            if (!(place instanceof Seaport)) continue;
            const { yard } = world.phases[world.phase].data.places[place.id] as SeaportSpec;
            expect(place.yard.store.level).toBeGreaterThanOrEqual(0);
            expect(place.yard.store.level).toBeLessThanOrEqual(yard.capacity);
          }
          if (day === cut) bytes = world.sim.save().toBytes();
        }
        const anew = new CompiledCorridor(data, clock, 'ports', 0, undefined, later);
        anew.sim.restore(Snapshot.fromBytes(bytes as Uint8Array));
        runTo(anew, SPAN);
        expect([anew.hash.text, anew.sim.handled]).toEqual([world.hash.text, world.sim.handled]);
        // Of cranes, tracks and berths: busy, down, closed, blocked and idle are all of their time.
        const measures = world.measures();
        const parts = ['busy', 'down', 'closed', 'blocked', 'idle'];
        for (const { of } of measures.filter(({ measure }) => measure === 'idle')) {
          const share = (what: string) =>
            measures.find((one) => one.measure === what && one.of.place === of.place && one.of.resource === of.resource)
              ?.value ?? 0;
          const all = parts.reduce((sum, what) => sum + share(what), 0);
          // Where some were taken away, what they still had in hand is on top.
          expect(all).toBeGreaterThan(1 - 1e-9);
          if (later.length === 0) expect(all).toBeLessThan(1 + 1e-9);
          for (const what of ['down', 'closed', 'blocked'] as const) if (share(what) > 0) seen[what]++;
        }
        seen.boxes += measures.find(({ measure, of }) => measure === 'throughput' && of.place === 'Bay')?.value ?? 0;
        if (later.length > 0) seen.dated++;
        if (data.services.round !== undefined) seen.calls++;
      }),
      { seed: 7, numRuns: RUNS },
    );
    // Most ports can be and run; storms, breakdowns and full yards are met; half of them change on the eighth day.
    expect(seen.refused).toBeLessThan(RUNS / 3);
    expect(seen.stuck).toBeLessThan(RUNS / 10);
    expect(seen.boxes).toBeGreaterThan(50 * RUNS);
    expect(seen.dated).toBeGreaterThan(RUNS / 6);
    // A third or more has one service that calls at all three.
    expect(seen.calls).toBeGreaterThan(RUNS / 3);
    expect(Math.min(seen.down, seen.closed, seen.blocked)).toBeGreaterThan(RUNS / 10);
  });
});
