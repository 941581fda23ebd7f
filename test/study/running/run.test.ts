import { describe, expect, it } from 'vitest';
import { Corridor, corridor } from '../../../src/model/change/define';
import { Run, replicate } from '../../../src/model/replicate';
import { RunHash } from '../../../src/model/run/runHash';
import { writeJson } from '../../../src/study/results/json';
import { onThreads, workerFile } from '../../../src/study/running/engine';
import { runStudy } from '../../../src/study/running/run';
import { percent, teu, teuPerYear } from '../../../src/units';
import { twoTerminals } from '../twoTerminals';

const short = { replications: 4, days: 30 } as const;
const { data } = twoTerminals;

/** One train a day and a third for four times as many boxes: the queue at East grows all the time. */
const tooSmall = corridor({
  ...data,
  fleets: { sets: { count: 1, carries: teu(40) } },
  flows: { westbound: { from: 'East', to: 'West', demand: teuPerYear(40_000), boxes: { '22G1': percent(100) } } },
} as unknown as typeof data);

describe('a run', () => {
  it('is the same to the bit on one thread and on two', async () => {
    expect(workerFile(), 'the worker is built before the tests').toBeDefined();
    const one = await runStudy(twoTerminals, { ...short, workers: 1 });
    const two = await runStudy(twoTerminals, { ...short, workers: 2 });
    expect(writeJson(two)).toBe(writeJson(one));
  });

  it('is made of the replications 0, 1, 2 … of its seed', async () => {
    for (const workers of [1, 2]) {
      const { runHash, events } = await runStudy(twoTerminals, { seed: 'other', replications: 3, days: 30, workers });
      const single = [0, 1, 2].map((replication) => replicate(data, { seed: 'other', replication, days: 30 }));
      const hash = new RunHash();
      for (const outcome of single) hash.addText(outcome.hash);
      expect(runHash).toBe(hash.text);
      expect(events).toBe(single.reduce((sum, outcome) => sum + outcome.events, 0));
      expect(new Set(single.map((outcome) => outcome.hash)).size).toBe(3);
    }
  });

  it('adds up: parts to the whole, bands to all, mean transit to the ledger', async () => {
    const { ledger, journeys } = await runStudy(twoTerminals, { ...short, workers: 1 });
    for (const { flow, n, stops } of journeys) {
      const [all, quick, slow] = ledger.filter((one) => one.flow === flow);
      for (const band of [all, quick, slow])
        expect(band.parts.reduce((sum, part) => sum + part.seconds, 0)).toBe(band.seconds);
      expect(quick.seconds + slow.seconds).toBe(all.seconds);
      expect(all.boxes).toBe(n);
      // The destination's departure is the box's leaving. Both sums are of whole seconds: only the division rounds.
      expect(stops[stops.length - 1].departure.mean).toBeCloseTo(all.seconds / n / 3600, 9);
    }
  });

  it('says which measures did not finish or are still growing where a service is far too small', async () => {
    const { measures, ledger } = await runStudy(tooSmall, { replications: 2, days: 60, workers: 1 });
    const state = (measure: string, statistic: string) =>
      measures.find((one) => one.measure === measure && one.statistic === statistic && one.of.place === undefined)
        ?.state;
    expect(ledger[0].censored).toBeGreaterThan(0);
    expect(state('transit time', 'mean')).toBe('did not finish');
    expect(state('transit time', 'p95')).toBe('did not finish');
    expect(state('transit time', 'p10')).toBe('still growing');
    expect(state('TEU inside', 'mean')).toBe('still growing');
    // The same in both.
    expect(state('throughput', 'total')).toBe('too few replications');
  });

  it('goes on until its headlines are as precise as asked, or to the most that are allowed', async () => {
    const reached = await runStudy(twoTerminals, { seed: 'b', replications: 2, precision: 0.02, days: 60, workers: 1 });
    expect(reached.replications).toBeGreaterThan(2);
    expect(reached.precision).toMatchObject({ asked: 0.02, reached: true });
    expect(reached.precision?.worst).toBeLessThanOrEqual(0.02);
    const short = { replications: 2, precision: 1e-4, maxReplications: 3, days: 30 };
    const one = await runStudy(twoTerminals, { ...short, workers: 1 });
    expect(one.replications).toBe(3);
    expect(one.precision?.reached).toBe(false);
    expect(writeJson(await runStudy(twoTerminals, { ...short, workers: 2 }))).toBe(writeJson(one));
  });

  it('says without a precision how many replications 5 % would take, and so many are about enough', async () => {
    const options = { seed: 'b', days: 60, workers: 1 } as const;
    const { wouldTake, replications } = await runStudy(twoTerminals, { ...options, replications: 3 });
    expect(replications).toBe(3);
    expect(wouldTake?.halfWidth).toBe(0.05);
    const told = wouldTake?.headlines.map((one) => one.replications ?? Number.POSITIVE_INFINITY) ?? [];
    expect(told.length).toBeGreaterThan(0);
    for (const one of told) expect(one).toBeGreaterThanOrEqual(3);
    const asked = await runStudy(twoTerminals, { ...options, replications: 3, precision: 0.05 });
    expect(asked.wouldTake).toBeUndefined();
    expect(asked.precision?.reached).toBe(true);
    expect(asked.replications).toBeLessThanOrEqual(4 * Math.max(...told));
  });

  it('writes the worst precision as null where there is no interval to judge', async () => {
    const single = { replications: 1, maxReplications: 1, precision: 0.05, days: 30, workers: 1 };
    expect((await runStudy(twoTerminals, single)).precision).toEqual({ asked: 0.05, reached: false, worst: null });
  });

  it('tells after each replication how many are done', async () => {
    const seen: [number, number][] = [];
    const onProgress = (done: number, planned: number) => void seen.push([done, planned]);
    await runStudy(twoTerminals, { ...short, workers: 2, onProgress });
    expect(seen).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });

  it.each([1, 2])('ends with an AbortError when it is interrupted, on %i threads', async (workers) => {
    const interrupt = new AbortController();
    let done = 0;
    const onProgress = () => {
      done++;
      interrupt.abort();
    };
    const run = runStudy(twoTerminals, { replications: 50, days: 200, workers, onProgress, signal: interrupt.signal });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    const then = done;
    expect(then).toBeLessThan(10);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(done).toBe(then);
    const again = runStudy(twoTerminals, { ...short, workers, signal: interrupt.signal });
    await expect(again).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each([1, 2])('names the replication that failed, on %i threads', async (workers) => {
    const nowhere = { ...data, flows: { lost: { ...data.flows.westbound, to: 'East' } }, services: {} };
    const run = runStudy(new Corridor(nowhere as unknown as typeof data, [], []), {
      replications: 1 + workers,
      workers,
    });
    await expect(run).rejects.toThrow(/^Replication \d \(the first is 0\) failed: /);
  });

  it('rejects the replication whose worker dies, and only that one', async () => {
    const engine = onThreads(data, 2, new URL('./dyingWorker.mjs', import.meta.url));
    const runs = [0, 1, 2, 3].map((replication) => engine.run({ seed: 'keruen', replication }));
    const settled = await Promise.allSettled(runs);
    await engine.close();
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('refuses what it cannot do with a sentence', async () => {
    for (const wrong of [{ replications: 0 }, { replications: 1.5 }, { days: Number.NaN }, { workers: -1 }])
      await expect(runStudy(twoTerminals, wrong)).rejects.toThrow(/must be a whole number from 1/);
    for (const precision of [0, 5, Number.NaN])
      await expect(runStudy(twoTerminals, { precision })).rejects.toThrow(/write 5 % as 0\.05/);
  });

  it('is the same until the day of a dated change, and another after it', async () => {
    const options = { seed: 'keruen', replication: 0, days: 60 } as const;
    const later = twoTerminals.with({ set: { 'flows.westbound.demand': '20 kTEU/year' }, from: '2024-02-01' });
    const [before, after] = [twoTerminals, later].map((one) => new Run(one.data, { ...options, later: one.dated }));
    for (const run of [before, after]) run.until('2024-02-01');
    expect(after.world.hash.text).toBe(before.world.hash.text);
    for (const run of [before, after]) run.until('2024-02-20');
    expect(after.world.hash.text).not.toBe(before.world.hash.text);
    const { measures } = await runStudy(later, { days: 60, replications: 2 });
    const first = await runStudy(twoTerminals, { days: 60, replications: 2 });
    const teu = (all: typeof measures) =>
      all.find(({ measure, of }) => measure === 'throughput' && Object.keys(of).length === 0);
    expect(teu(measures)?.estimate).toBeGreaterThan(1.2 * (teu(first.measures)?.estimate ?? 0));
  });
});
