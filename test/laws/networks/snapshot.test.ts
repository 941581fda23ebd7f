// The law of copies: whatever changes in a run is in its copy, and from the copy it goes on as if nothing had been.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Snapshot } from '../../../src/kernel';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { type Outcome, Run, type RunOptions, replicate } from '../../../src/model/replicate';
import { middleCorridor2024 } from '../../../src/scenarios/middleCorridor2024';
import { corridors } from './corridors';
import { differences, everyNumber } from './everyNumber';

/** Two moments as shares of the longest run, the lesser first. */
const moments = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .map(([a, b]) => [Math.min(a, b) / 1000, Math.max(a, b) / 1000] as const);

/** Copies a run at one moment, takes it on to another and back, and on from there: here, and in a world built anew. */
function backAndOn(data: CorridorData, options: RunOptions, [t1, t2]: readonly [number, number]) {
  const run = new Run(data, options);
  const { last } = run.world.clock;
  const to = (moment: number) => run.until(Math.max(run.world.sim.now, Math.round(moment * last)));
  to(t1);
  const then = everyNumber(run);
  const copy = run.save();
  to(t2);
  const changed = differences(then, everyNumber(run)).length;
  run.restore(copy);
  expect(differences(then, everyNumber(run))).toEqual([]);
  const anew = new Run(data, options);
  anew.restore(Snapshot.fromBytes(copy.toBytes()));
  expect(differences(then, everyNumber(anew))).toEqual([]);
  return { changed, run, anew, copy };
}

/** The same, with nothing left out: tables, figures, hash. */
function expectSame(outcome: Outcome, whole: Outcome): void {
  expect(outcome.hash).toBe(whole.hash);
  expect(differences(everyNumber(whole), everyNumber(outcome))).toEqual([]);
}

describe('a copy of a run', () => {
  it('holds every number that changes, in any small corridor at any time, and the run goes on from it bit for bit', () => {
    const seen = { changed: 0, finished: 0, ended: 0 };
    fc.assert(
      fc.property(corridors, moments, fc.integer({ min: 0, max: 1000 }), (data, times, replication) => {
        const options = { seed: 'law', replication, days: 30 };
        const { changed, run, anew } = backAndOn(data, options, times);
        const whole = replicate(data, options);
        expectSame(run.finish(), whole);
        expectSame(anew.finish(), whole);
        if (changed > 50) seen.changed++;
        if (whole.endedEarly !== undefined) seen.ended++;
        seen.finished += whole.journeys.reduce((sum, { boxes }) => sum + boxes, 0);
      }),
      { seed: 11, numRuns: 40 },
    );
    // The law would hold of copies between which nothing happens, too.
    expect(seen.changed).toBeGreaterThan(25);
    expect(seen.finished).toBeGreaterThan(1500);
    expect(seen.ended).toBeGreaterThan(0);
  });

  it.each([
    ['in the warm-up', [0.1, 0.3]],
    ['in the window', [0.5, 0.9]],
    ['after the window', [0.75, 1]],
  ] as const)('holds every number of the Middle Corridor, and it goes on from it as often as asked: %s', (_, times) => {
    const { data } = middleCorridor2024;
    const options = { seed: 'keruen', replication: 3, days: 60 };
    const { changed, run, anew, copy } = backAndOn(data, options, times);
    expect(changed).toBeGreaterThan(200);
    const whole = replicate(data, options);
    expectSame(run.finish(), whole);
    expectSame(anew.finish(), whole);
    // A finished run goes back to the same copy, which nobody has used up.
    run.restore(copy);
    expectSame(run.finish(), whole);
  });
});
