// What one more is worth: the shadow price of a line that is full, nothing of what is not short, and a budget that is kept.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { aktauHub } from '../../../src/scenarios/aktauHub';
import { railBorder } from '../../../src/scenarios/railBorder';
import { readBudget } from '../../../src/study/prices/budget';
import { prices } from '../../../src/study/prices/prices';
import { thingsOf } from '../../../src/study/prices/things';
import { writeJson } from '../../../src/study/results/json';
import { hours, percent, teuPerYear } from '../../../src/units';
import { small } from '../../model/small';
import { twoTerminals } from '../twoTerminals';

/**
 * Westbound boxes of 2 TEU without end, all times fixed. A set goes round in 27 h: 12 h each way, at either end shunting in and
 * out (30 min each) and 20 lifts by two cranes of 20 an hour, half an hour.
 */
const fullLine = corridor({
  ...twoTerminals.data,
  lines: { rail: { ...twoTerminals.data.lines.rail, variation: percent(0) } },
  flows: { westbound: { from: 'East', to: 'West', demand: teuPerYear(200_000), boxes: { '45G1': percent(100) } } },
  changes: { 'two-more-sets': { set: { 'fleets.sets.count': 6 }, cost: 5 } },
} as typeof twoTerminals.data);
const ROUND = 27;
const DAYS = 45;

describe('prices', () => {
  it('of a line that is full are its shadow prices: a set is worth its loads, what is not short nothing', async () => {
    const asked = {
      days: DAYS,
      workers: 1,
      budget: '24 trials',
      of: ['fleets.sets.count', 'places.West.yard.capacity', 'places.West.tracks'],
    };
    const result = await prices(fullLine, asked);
    const [sets, ...others] = result.rows;
    expect(sets).toMatchObject({ path: 'fleets.sets.count', step: '+1', cost: 2.5 });
    // A load more or less at either end of the window, which no shadow price knows.
    const worth = (40 * 24 * DAYS) / ROUND;
    const gained = sets.throughput.difference?.estimate ?? 0;
    expect(Math.abs(gained - worth)).toBeLessThanOrEqual(40);
    expect(sets.throughput.perMusd).toBeCloseTo(gained / 2.5, 9);
    expect(others.map(({ throughput }) => throughput.difference?.estimate)).toEqual([0, 0]);
    // The same in four replications says little; in ten it is taken for how it is.
    expect(sets).toMatchObject({ replications: 10, throughput: { difference: { state: 'told apart' } } });
    expect(result.sortedBy).toBe('throughput');
    expect(result.answer).toContain('Of 2 of the 3 things one more changes nothing.');
  });

  it('spend a number of trials the same way on any number of threads, and again what a time has spent', async () => {
    const asked = { days: 20, seed: 'bytes', of: ['fleets.sets.count', 'places.West.tracks'] };
    const one = await prices(twoTerminals, { ...asked, budget: '30 trials', workers: 1 });
    const two = await prices(twoTerminals, { ...asked, budget: '30 trials', workers: 2 });
    expect(writeJson(one)).toBe(writeJson(two));
    const timed = await prices(twoTerminals, { ...asked, budget: '0.5s', workers: 1 });
    const again = await prices(twoTerminals, { ...asked, budget: `${timed.trials} trials`, workers: 1 });
    expect(writeJson(again)).toBe(writeJson(timed));
  });

  it('tell what is known when they are interrupted', async () => {
    const abort = new AbortController();
    const result = await prices(twoTerminals, {
      ...{ days: 20, workers: 1, of: ['places.West.shunting'], budget: '500 trials', signal: abort.signal },
      onProgress: ({ done }) => done === 20 && abort.abort(),
    });
    expect(result).toMatchObject({ interrupted: true });
    expect(result.rows[0].replications).toBeGreaterThanOrEqual(4);
  });

  it('are refused for a budget that is too small', async () => {
    await expect(prices(aktauHub, { budget: '10 trials', workers: 1 })).rejects.toThrow(
      /A budget of 10 trials is too small for \d+ things/,
    );
  });
});

describe('what one more can be had of', () => {
  it('is all that is counted, an hour of opening, and a day less of storms', () => {
    const paths = thingsOf(aktauHub).map(({ path, step }) => `${path} ${step}`);
    for (const one of [
      'fleets."Kazakhstan sets".count +1',
      'fleets.feeders.ships.Barys.count +1',
      'lines.Beyneu-Aktau.paths +1 trains/day',
      'places.Aktau.berths.container.count +1',
      'places.Aktau.cranes.quay.count +1',
      'places.Aktau.tracks +1',
      'weather.Caspian 1 day less a year',
    ])
      expect(paths).toContain(one);
    // Neither rules, nor what is no count.
    expect(paths.filter((path) => /berths\.\w+\.cranes|priority|gauge|carries|demand/.test(path))).toEqual([]);
    const border = thingsOf(railBorder).map(({ path }) => path);
    expect(border.some((path) => path.startsWith('calendars.'))).toBe(true);
    expect(border.some((path) => /controls\..*\.teams/.test(path))).toBe(true);
    expect(border.some((path) => path.includes('handedOver'))).toBe(true);
  });

  it('is one more locomotive, too', () => {
    const locomotives = { diesels: { count: 4, on: 'Caucasus', turnRound: hours(2) } } as const;
    const things = thingsOf(corridor({ ...small, locomotives }));
    expect(things.find(({ path }) => path === 'locomotives.diesels.count')).toMatchObject({ step: '+1' });
    expect(things.some(({ path }) => path.includes('turnRound'))).toBe(false);
  });

  it('is a tenth more of what is named and no count', () => {
    const [thing] = thingsOf(twoTerminals, ['places.West.yard.capacity']);
    expect(thing.step).toBe('+200 TEU');
    expect(thing.corridor.data.places.West).toMatchObject({ yard: { capacity: 2200 } });
  });

  it('takes a day of storms from the months by what they have', () => {
    const [thing] = thingsOf(corridor(small), ['weather.caspian']);
    // 5 % of 365 days are 18.25; one less is 17.25.
    expect(thing.corridor.data.weather?.caspian.closedShare.jan).toBeCloseTo((0.05 * 17.25) / 18.25, 6);
  });

  it.each([
    ['fleets.sets.cont', 'it is no path of the scenario; did you mean fleets.sets.count?'],
    ['places.West.kind', 'no more can be had'],
    ['calendars.none', 'no more can be had'],
  ])('is not %s', (path, say) => {
    expect(() => thingsOf(twoTerminals, [path])).toThrow(say);
  });
});

describe('a budget', () => {
  it('is a time or a number of trials', () => {
    expect(['2min', '90 s', '1.5 h', '200 trials', '1 trial'].map(readBudget)).toEqual([
      { seconds: 120 },
      { seconds: 90 },
      { seconds: 5400 },
      { trials: 200 },
      { trials: 1 },
    ]);
  });

  it.each([
    ['-2min', 'is nothing to spend'],
    ['0 trials', 'is nothing to spend'],
    ['2', 'has no unit'],
    ['2.5 trials', 'is no whole number of trials'],
    ['2 days', 'has the unit "days"'],
    ['soon', 'cannot be read'],
  ])('is not %s', (text, say) => {
    expect(() => readBudget(text)).toThrow(say);
  });
});
