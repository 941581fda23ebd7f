import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../../src/experiment';
import { RunHash } from '../../../src/model/run/runHash';
import { demandInWindow } from '../../../src/study/results/measures';
import type { RunResult } from '../../../src/study/results/result';
import { assemble } from '../../../src/study/running/assemble';
import { type ByHand, outcome, type Times } from '../byHand';
import { twoTerminals } from '../twoTerminals';

const DAY = 86_400;
const HOUR = 3600;
const result = (...given: ByHand[]): RunResult =>
  assemble(
    twoTerminals,
    { seed: 'keruen', days: 60 },
    given.map((one, replication) => outcome(replication, one)),
  );
const find = (of: RunResult, measure: string, statistic: string, name: object) => {
  const found = of.measures.filter(
    (one) => one.measure === measure && one.statistic === statistic && JSON.stringify(one.of) === JSON.stringify(name),
  );
  expect(found).toHaveLength(1);
  return found[0];
};
/** Eleven boxes that take 1, 2 … 11 days, longest first; a box waits half of that, rides 0.4, is set down in 0.1. */
const eleven: Times[] = Array.from(
  { length: 11 },
  (_, i) => [0.5, 0.4, 0.1].map((part) => part * (11 - i) * DAY) as never,
);

describe('transit times', () => {
  it('are one number a replication: mean and quantiles of its boxes, then an interval over replications', () => {
    // Replication 0: days 1 … 11, mean 6, p10 2, p50 6, p90 10, p95 10.5 (type 7). Replication 1: one box of 3 days.
    const run = result({ westbound: eleven }, { westbound: [[DAY, DAY, DAY]] });
    const expected = { mean: [6, 3], p10: [2, 3], p50: [6, 3], p90: [10, 3], p95: [10.5, 3] };
    for (const [statistic, [a, b]] of Object.entries(expected)) {
      const of = find(run, 'transit time', statistic, { flow: 'westbound' });
      // Of two replications half as much again as Student has.
      const half = (1.5 * studentQuantile(0.975, 1) * (Math.abs(a - b) / Math.SQRT2)) / Math.SQRT2;
      expect(of).toMatchObject({ unit: 'd', state: 'estimated', level: 0.95, n: 2 });
      expect(of.estimate).toBeCloseTo((a + b) / 2, 12);
      expect(of.high).toBeCloseTo((a + b) / 2 + half, 9);
    }
  });

  it('were not observed where no box entered', () => {
    const of = find(result({ westbound: eleven }), 'transit time', 'p50', { flow: 'eastbound' });
    expect(of).toMatchObject({ state: 'nothing observed', estimate: null, n: 0 });
  });

  it('give no mean, and no quantile above the finished share, while boxes of the cohort are inside', () => {
    // 11 finished of 21: rank p · 20 must stay at or below the eleventh, rank 10: p50 is exactly the longest that finished.
    const run = result({ westbound: eleven, censored: 10 });
    const state = (statistic: string) => find(run, 'transit time', statistic, { flow: 'westbound' });
    expect(state('mean')).toMatchObject({ state: 'did not finish', estimate: null, low: null, high: null });
    expect(state('p10').estimate).toBeCloseTo(3, 12);
    expect(state('p50').estimate).toBeCloseTo(11, 12);
    expect(state('p90').state).toBe('did not finish');
    const oneMore = result({ westbound: eleven, censored: 11 });
    expect(find(oneMore, 'transit time', 'p50', { flow: 'westbound' }).state).toBe('did not finish');
    // A replication that did not finish is not outvoted by one that did.
    const two = result({ westbound: eleven }, { westbound: eleven, censored: 10 });
    expect(find(two, 'transit time', 'mean', { flow: 'westbound' }).state).toBe('did not finish');
    expect(run.ledger.filter(({ flow }) => flow === 'westbound').map(({ censored }) => censored)).toEqual([10, 10, 10]);
  });
});

describe('dwell', () => {
  it('is from entry to departure at the origin, from arrival to leaving at the destination, over all flows', () => {
    const run = result({
      westbound: [
        [4 * HOUR, 9 * HOUR, 1 * HOUR],
        [8 * HOUR, 9 * HOUR, 3 * HOUR],
      ],
      eastbound: [[6 * HOUR, 9 * HOUR, 2 * HOUR]],
    });
    // At East: 4 and 8 h of westbound before departure, 2 h of eastbound after arrival. At West: 1, 3 and 6 h.
    expect(find(run, 'dwell', 'mean', { place: 'East' }).estimate).toBeCloseTo(14 / 3, 12);
    expect(find(run, 'dwell', 'p50', { place: 'East' })).toMatchObject({ estimate: 4, unit: 'h' });
    expect(find(run, 'dwell', 'p90', { place: 'East' }).estimate).toBeCloseTo(4 + 0.8 * 4, 12);
    expect(find(run, 'dwell', 'mean', { place: 'West' }).estimate).toBeCloseTo(10 / 3, 12);
  });
});

describe('a corridor that is still growing', () => {
  const level = (statistic: 'mean' | 'max') =>
    ({ measure: 'TEU inside', statistic, of: {}, unit: 'TEU', value: 40 }) as const;
  const through = { measure: 'throughput', statistic: 'total', of: {}, unit: 'TEU', value: 7 } as const;
  const measures = [level('mean'), through];
  // 11,000 TEU a year of 366 days, over 60 days of 2024.
  const demand = (11_000 * 60) / 366;
  const more: ByHand = { westbound: eleven, measures, inside: [5, 5 + 0.1 * demand + 0.01] };

  it('is one whose TEU inside rose by more than a tenth of the demand in every replication', () => {
    expect(demandInWindow(twoTerminals.data, 60)).toBeCloseTo(demand, 9);
    const growing = result(more, more);
    const levels = growing.measures.filter(({ state }) => state === 'still growing');
    expect(new Set(levels.map(({ measure }) => measure))).toEqual(new Set(['TEU inside', 'transit time', 'dwell']));
    expect(find(growing, 'TEU inside', 'mean', {})).toMatchObject({ estimate: 40, low: null, high: null });
    expect(find(growing, 'throughput', 'total', {}).state).toBe('too few replications');
  });

  it('is not one where a replication stayed at or below that', () => {
    const less = { ...more, inside: [5, 5 + 0.1 * demand - 0.01] } as const;
    expect(result(more, less).measures.some(({ state }) => state === 'still growing')).toBe(false);
  });

  it('demands so many TEU in each calendar year, whatever its length', () => {
    expect(demandInWindow(twoTerminals.data, undefined)).toBeCloseTo(11_000, 9);
    expect(demandInWindow(twoTerminals.data, 366 + 73)).toBeCloseTo(11_000 * 1.2, 9);
  });
});

describe('the ledger', () => {
  it('has its parts in whole seconds, longest first, and they add up to the whole', () => {
    const run = result({ westbound: [[100, 300, 7]] }, { westbound: [[200, 300, 8]] });
    expect(run.ledger.find(({ flow }) => flow === 'westbound')).toEqual({
      flow: 'westbound',
      band: 'all',
      boxes: 2,
      censored: 0,
      seconds: 915,
      parts: [
        { cause: 'moving', where: 'rail', seconds: 600, share: 600 / 915 },
        { cause: 'train to fill', where: 'East', seconds: 300, share: 300 / 915 },
        { cause: 'unloading a train', where: 'West', seconds: 15, share: 15 / 915 },
      ],
    });
  });

  it('puts the first nine tenths, rounded up, of all replications’ boxes by transit time into the lower band', () => {
    // Twelve boxes of 1 … 11 days and of 2 days: ⌈10.8⌉ = 11 are below, so that only the one of 11 days is above.
    const run = result({ westbound: eleven }, { westbound: [[DAY, DAY / 2, DAY / 2]] });
    const [all, quick, slow] = run.ledger.filter(({ flow }) => flow === 'westbound');
    expect([all.band, quick.band, slow.band]).toEqual(['all', 'p0-p90', 'p90-p100']);
    expect([all.boxes, quick.boxes, slow.boxes]).toEqual([12, 11, 1]);
    expect([all.seconds, quick.seconds, slow.seconds]).toEqual([68 * DAY, 57 * DAY, 11 * DAY]);
    // Ten of ten: ⌈9⌉ = 9 exactly; floating point must not make it 10.
    const ten = result({ westbound: eleven.slice(0, 10) });
    expect(ten.ledger.filter(({ flow }) => flow === 'westbound').map(({ boxes }) => boxes)).toEqual([10, 9, 1]);
  });

  it('divides boxes of equal time between the bands in proportion, whatever their order', () => {
    // Eleven boxes of 1,000 s: ⌈9.9⌉ = 10 are in the lower band. Nine waited 1 s, one 2 s and one 500 s, together 511 s: ten
    // elevenths of that are 464 6/11, and 9,535 5/11 of the 10,489 s of moving; the second that is missing goes to the former.
    const equal = (wait: number): Times => [wait, 1000 - wait, 0];
    const given = [{ westbound: Array.from({ length: 9 }, () => equal(1)) }, { westbound: [equal(2), equal(500)] }];
    const bands = (run: RunResult) => run.ledger.filter(({ flow }) => flow === 'westbound').slice(1);
    const [quick, slow] = bands(result(...given));
    expect([quick, slow].map(({ boxes, seconds }) => [boxes, seconds])).toEqual([
      [10, 10_000],
      [1, 1000],
    ]);
    expect(quick.parts.map(({ seconds }) => seconds)).toEqual([9535, 465]);
    expect(slow.parts.map(({ cause, seconds }) => [cause, seconds])).toEqual([
      ['moving', 954],
      ['train to fill', 46],
    ]);
    expect(bands(result(...[...given].reverse()))).toEqual([quick, slow]);
  });

  it('refuses parts that do not add up to the transit time', () => {
    const wrong = outcome(0, { westbound: [[100, 300, 7]] });
    wrong.journeys[1].ledger.seconds[0]++;
    expect(() => assemble(twoTerminals, { seed: 'keruen' }, [wrong])).toThrow(
      "westbound, all: the ledger's parts add up to 407 s, the whole is 408 s",
    );
  });
});

describe('journeys', () => {
  it('pool the boxes of all replications: hours since entry at each place, the destination left with the box', () => {
    const run = result({ westbound: [[4 * HOUR, 9 * HOUR, HOUR]] }, { westbound: [[8 * HOUR, 9 * HOUR, 3 * HOUR]] });
    const [, west] = run.journeys;
    expect(west).toMatchObject({ flow: 'westbound', route: ['East', 'West'], n: 2 });
    expect(west.stops[0]).toEqual({
      place: 'East',
      km: 0,
      arrival: { mean: 0, p10: 0, p50: 0, p90: 0 },
      departure: { mean: 6, p10: 4.4, p50: 6, p90: 7.6 },
    });
    expect(west.stops[1].arrival).toEqual({ mean: 15, p10: 13.4, p50: 15, p90: 16.6 });
    expect(west.stops[1].departure.mean).toBe(17);
    expect(run.journeys[0]).toMatchObject({ flow: 'eastbound', n: 0, stops: [] });
  });
});

describe('a result', () => {
  it('has the hash of its replications’ hashes in their order, and the sum of their events', () => {
    const run = result({}, {}, {});
    const hash = new RunHash();
    for (const text of ['hash of 0', 'hash of 1', 'hash of 2']) hash.addText(text);
    expect(run).toMatchObject({ runHash: hash.text, events: 3003, replications: 3 });
    expect(run.window).toEqual({ start: '2024-01-01', end: '2024-02-29', warmUp: 10 });
  });

  it('says in which replication a run ended early, and why', () => {
    expect(result({}, { endedEarly: 'nothing has moved for 61 days' }).endedEarly).toBe(
      'In replication 1 nothing has moved for 61 days',
    );
    expect(result({})).not.toHaveProperty('endedEarly');
  });

  it('refuses replications that measured different things, or no number', () => {
    const one = (value: number) =>
      [{ measure: 'wait', statistic: 'mean', of: { place: 'East' }, unit: 'h', value }] as const;
    expect(() => result({ measures: one(1) }, {})).toThrow('replication 1 did not measure mean wait East [h]');
    expect(() => result({ measures: one(1) }, { measures: one(Number.NaN) })).toThrow(
      'mean wait East [h] came out as NaN in replication 1',
    );
  });

  it('answers in two sentences of its own numbers', () => {
    const use = (resource: string, value: number) =>
      ({ measure: 'use', statistic: 'share', of: { place: 'East', resource }, unit: 'share', value }) as const;
    const west = { measure: 'throughput', statistic: 'total', of: { place: 'West' }, unit: 'TEU' } as const;
    const given = (value: number): ByHand => ({
      westbound: [[2.1 * DAY, 10 * DAY, 0.1 * DAY]],
      measures: [{ ...west, value }, use('tracks', 0.2), use('rail cranes', 0.61)],
    });
    // Throughput 1,000 and 1,002: the half-width is 1.5 · t(0.975; 1) · √2 / √2 = 19.06, rounded.
    expect(result(given(1000), given(1002)).answer).toBe(
      'A box of westbound takes 12.2 days (the same in all 2 replications) from East to West (half of them under 12.2, nine in ten under 12.2); ' +
        'total throughput at West is 1,001 ± 19 TEU. The longest wait of westbound is for a train to fill at East, ' +
        '2.1 days a box; nothing is near its capacity: the busiest resource is rail cranes at East at 61.0 %.',
    );
  });

  it('says in its answer that half-widths are too wide to be quoted, and how many replications would be enough', () => {
    const west = { measure: 'throughput', statistic: 'total', of: { place: 'West' }, unit: 'TEU' } as const;
    const given = (value: number, daysUnderWay: number): ByHand => ({
      westbound: [[2 * DAY, daysUnderWay * DAY, 0]],
      measures: [{ ...west, value }],
    });
    // Of 1,000 ± 10 in three replications the half-width is t(0.975; 2) · (1 + 15/9) · 10 / √3: 6.6 %. Of 10 ± 1 days it is 66.2 %,
    // and t(0.975; 5) · (1 + 15/36) / √6 of six is 0.224 of that.
    const one = result(given(990, 7), given(1000, 8), given(1010, 9)).answer;
    expect(one).toContain(
      'A half-width of 67 % of the estimate is too wide to be quoted: some 6 replications would be enough for 15 %.',
    );
    // Of 1,000 ± 100 it is 66.2 %; of 10 ± 2 days 132.5 %, and t(0.975; 11) · (1 + 15/144) / √12 of twelve is 0.1059 of that.
    const two = result(given(900, 6), given(1000, 8), given(1100, 10)).answer;
    expect(two).toContain(
      'Half-widths of up to 133 % of the estimate are too wide to be quoted: some 12 replications would',
    );
    expect(result(given(990, 7.9), given(1000, 8), given(1010, 8.1)).answer).not.toContain('too wide');
  });

  it('says in its answer when no box finished, and does not say that none waited', () => {
    const { answer } = result({ westbound: [], censored: 10 });
    expect(answer).toMatch(/No box of westbound finished; nothing is short\.$/);
    expect(answer).not.toContain('waited');
  });

  it('says in its answer that what is still growing has no steady value, and what was seen of it', () => {
    const growing: ByHand = { westbound: eleven, inside: [5, 5 + 0.2 * 11_000] };
    expect(result(growing, growing).answer).toMatch(
      /^How long a box of westbound takes from East to West has no steady value: it is still growing \(6\.0 days in this window, half of them under 6\.0, nine in ten under 10\.0\)[;.]/,
    );
    expect(result(growing).growth).toBeUndefined();
    const measured: ByHand = {
      ...growing,
      measures: [{ measure: 'TEU inside', statistic: 'mean', of: {}, unit: 'TEU', value: 40 }],
    };
    // 2,200 TEU in 60 days.
    const filling = result(measured, { ...measured, inside: [5, 5 + 0.4 * 11_000] });
    expect(filling.growth?.teuPerDay).toBeCloseTo((0.3 * 11_000) / 60, 9);
    expect(filling.answer).toContain(' What is inside grows by 55 TEU a day.');
    expect(result({ ...measured, inside: [5, 5] }).growth).toBeUndefined();
  });

  it('says in its answer when boxes did not finish', () => {
    expect(result({ westbound: eleven, censored: 10 }).answer).toMatch(
      /^How long a box of westbound takes from East to West cannot be told: boxes were still inside when the run ended \(half of them under 11\.0\)/,
    );
  });
});
