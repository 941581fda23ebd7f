// Trials of one question: the same numbers as a run has, from any number of threads, in the order in which they were asked for.
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/study/compare/compare';
import { writeJson } from '../../../src/study/results/json';
import { measureOf } from '../../../src/study/results/measureOf';
import { runStudy } from '../../../src/study/running/run';
import { TrialPool } from '../../../src/study/trials/pool';
import { twoTerminals } from '../twoTerminals';

const measures = ['mean transit time of westbound', 'p90 dwell at West', 'total throughput at West'];
const ask = (replication: number) => ({ corridor: twoTerminals, replication, name: 'it' });
const batch = { what: 'a test', planned: 2 };

describe('a trial', () => {
  it('has the numbers of a run of that one replication', async () => {
    const pool = new TrialPool({ seed: 'one', days: 30, workers: 1 });
    const [answer] = await pool.run([ask(0)], { measures, loads: true }, batch);
    await pool.close();
    const run = await runStudy(twoTerminals, { seed: 'one', days: 30, replications: 1, workers: 1 });
    expect(answer.numbers.map(({ value }) => value)).toEqual(measures.map((words) => measureOf(run, words).estimate));
    expect(answer.events).toBe(run.events);
    expect(answer.uses.length).toBe(run.measures.filter(({ measure }) => measure === 'use').length);
    const all = run.ledger.find(({ flow, band }) => flow === 'westbound' && band === 'all');
    expect(answer.waits.find(({ flow }) => flow === 'westbound')).toMatchObject({
      boxes: all?.boxes,
      seconds: all?.seconds,
    });
  });

  it('is cut short where it may be and boxes pile up, and is not where they do not', async () => {
    const crowded = twoTerminals.with({ set: { 'flows.westbound.demand': '400 kTEU/year' } });
    const pool = new TrialPool({ seed: 'one', days: 60, workers: 1 });
    const asked = { measures, cutsShort: true };
    const [busy, calm] = await pool.run([{ ...ask(0), corridor: crowded }, ask(0)], asked, batch);
    const [whole] = await pool.run([{ ...ask(0), corridor: crowded }], { measures }, batch);
    await pool.close();
    expect(busy).toMatchObject({ cutShort: true, numbers: [] });
    expect(busy.events).toBeLessThan(0.7 * whole.events);
    // What the whole trial says of a dwell is that it grows: cutting it short gives nothing away.
    expect(whole.numbers.map(({ state }) => state)).toEqual(['did not finish', 'did not finish', 'seen']);
    expect(calm.cutShort).toBeUndefined();
    expect(calm.numbers).toHaveLength(3);
  });

  it('that fails is named', async () => {
    const pool = new TrialPool({ seed: 'one', days: 30, workers: 1 });
    const broken = { data: { ...twoTerminals.data, start: 'never' }, dated: [] };
    await expect(pool.run([{ ...ask(3), corridor: broken }], { measures }, batch)).rejects.toThrow(
      /^it, replication 3 \(the first is 0\), failed: /,
    );
    await pool.close();
  });
});

describe('a pool', () => {
  it('gives the same bytes with one thread and with two', async () => {
    const options = {
      with: ['fleets.sets.count=5', 'fleets.sets.count=6'].map((id) => ({
        set: { 'fleets.sets.count': Number(id.at(-1)) },
      })),
    };
    const more = { days: 30, replications: 5, seed: 'bytes' };
    const [one, two] = [
      await compare(twoTerminals, { ...options, ...more, workers: 1 }),
      await compare(twoTerminals, { ...options, ...more, workers: 2 }),
    ].map(writeJson);
    expect(one).toBe(two);
    expect(one).toContain('"schema": "keruen/compare@1"');
  });

  it.each([1, 2])('with %i threads ends in the middle of a trial, and says so by an AbortError', async (workers) => {
    const abort = new AbortController();
    const pool = new TrialPool({ seed: 'one', days: 3000, workers, signal: abort.signal });
    const running = pool.run([ask(0), ask(1), ask(2)], { measures }, batch);
    setTimeout(() => abort.abort(), 100);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await pool.close();
    expect(pool.done).toBeLessThan(3);
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    const pool = new TrialPool({
      seed: 'a',
      days: 10,
      workers: 1,
      onProgress: ({ done, planned, what }) => told.push(`${done}/${planned} ${what}`),
    });
    await pool.run([ask(0), ask(1)], { measures }, batch);
    await pool.close();
    expect(told).toEqual(['0/2 a test', '1/2 a test', '2/2 a test']);
  });
});
