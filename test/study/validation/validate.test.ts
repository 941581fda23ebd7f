import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { middleCorridor2024 } from '../../../src/scenarios/middleCorridor2024';
import type { ValidationRow } from '../../../src/scenarios/validation';
import { assemble } from '../../../src/study/running/assemble';
import { runStudy } from '../../../src/study/running/run';
import { askFor, compareRow } from '../../../src/study/validation/compare';
import { holds, secondsOf } from '../../../src/study/validation/period';
import { runAndValidate, validate } from '../../../src/study/validation/validate';
import { days, km, teuPerYear } from '../../../src/units';
import { type ByHand, outcome, type Times } from '../byHand';
import { twoTerminals } from '../twoTerminals';

const HOUR = 3600;

const ride = {
  flow: 'westbound',
  from: { place: 'East', event: 'departure' },
  to: { place: 'West', event: 'arrival' },
} as const;

/** A time under way from East to West, of one box a replication or of several, beside a published figure. */
function beside(
  published: Partial<ValidationRow['published']>,
  rides: readonly (number | readonly number[])[] = Array<number>(10).fill(10),
  more: Partial<ValidationRow> = {},
  given: Partial<ByHand> = {},
) {
  const row: ValidationRow = {
    id: 'X1',
    scenario: 'two-terminals',
    measure: 'under way',
    from: 'train leaves East',
    to: 'train arrives at West',
    over: 'all boxes',
    rule: 'M',
    computed: { spans: [ride] },
    published: { value: 10, low: null, high: null, unit: 'h', year: 2024, ...published },
    period: '2024',
    remark: 'Said by an operator.',
    ifBelow: 'A wait is missing.',
    ifAbove: 'A wait is too long.',
    ...more,
  };
  const { asked, places } = askFor(twoTerminals.data, [{ row, inWindow: true }], undefined);
  const outcomes = rides.map((hours, i) => {
    const westbound = [hours].flat().map((one): Times => [HOUR, one * HOUR, HOUR]);
    return outcome(i, { westbound, spans: asked.spans, ...given });
  });
  const result = assemble(twoTerminals, { seed: 'keruen' }, outcomes);
  return compareRow(row, 'today', undefined, places[0], result, outcomes);
}

describe('a run beside a published figure', () => {
  it('is the mean over boxes between the row’s two events, one number a replication', () => {
    expect(beside({}, [8, 10, 12])).toMatchObject({ estimate: 10, n: 3, counted: true });
    expect(beside({}, [[8, 9, 10, 11, 12]])).toMatchObject({ estimate: 10, n: 1, p10: 8.4, p90: 11.6 });
    expect(beside({ unit: 'd', value: 10 / 24 }).estimate).toBeCloseTo(10 / 24, 12);
    expect(beside({})).toMatchObject({
      ...{ from: 'train leaves East', to: 'train arrives at West', over: 'all boxes', rule: 'M', period: '2024' },
      ...{ parts: [{ cause: 'moving', where: 'rail', mean: 10 }], share: null, remark: 'Said by an operator.' },
    });
  });

  it('is inside from low to high, both included', () => {
    expect(beside({ low: 10, high: 12 })).toMatchObject({ inside: true, why: null });
    expect(beside({ low: 8, high: 10 }).inside).toBe(true);
    expect(beside({ low: 10.01, high: 12 })).toMatchObject({ inside: false, why: 'A wait is missing.' });
    expect(beside({ low: 8, high: 9.99 })).toMatchObject({ inside: false, why: 'A wait is too long.' });
  });

  it('is inside within 15 % of one published number', () => {
    // 10 is 15 % above 8.6957 and 15 % below 11.7647.
    expect([8.69, 8.7, 11.76, 11.77].map((value) => beside({ value }).inside)).toEqual([false, true, true, false]);
  });

  it('is not inside with a half-width of a tenth of the mean or more, wherever the mean is', () => {
    // Of 10 − d, 10, 10 + d the half-width is t(0.975; 2) · (1 + 15/9) · d / √3 = 6.625 d: 0.99 for d = 0.15, 1.06 for d = 0.16.
    expect(beside({}, [9.85, 10, 10.15]).inside).toBe(true);
    expect(beside({}, [9.84, 10, 10.16])).toMatchObject({
      inside: false,
      why: expect.stringContaining('more replications'),
    });
    expect(beside({}, [10]).inside).toBe(false);
    expect(beside({}, [10, 10, 10])).toMatchObject({
      inside: false,
      why: 'The mean lies inside, but it has no interval; run more replications.',
    });
  });

  it('of a delivery term is inside when 50 to 98 % of the boxes make it, exactly counted', () => {
    const term = (within: number, of: number) =>
      beside({}, [Array.from({ length: of }, (_, i) => (i < within ? 10 : 10 + 1 / HOUR))], { rule: 'S' });
    expect(term(5, 10)).toMatchObject({ inside: true, share: { estimate: 0.5 }, why: null });
    expect(term(49, 100)).toMatchObject({ inside: false, share: { estimate: 0.49 }, why: 'A wait is too long.' });
    expect(term(98, 100)).toMatchObject({ inside: true, share: { estimate: 0.98 } });
    expect(term(99, 100)).toMatchObject({ inside: false, share: { estimate: 0.99 }, why: 'A wait is missing.' });
    // One number a replication: 100 % and 50 %, whatever the number of boxes.
    expect(
      beside(
        {},
        [
          [10, 10],
          [10, 11],
        ],
        { rule: 'S' },
      ).share?.estimate,
    ).toBe(0.75);
  });

  it('of a backlog is the maximum within its period, inside within 30 %', () => {
    const computed = { heldTowards: 'West', from: 'East', others: false };
    const row = { rule: 'N', computed, from: null, to: null } as const;
    const held = (trains: number) => beside({ unit: 'trains', value: 100 }, [1], row, { backlogs: [trains] });
    expect([69, 70, 130, 131].map((trains) => held(trains).inside)).toEqual([false, true, true, false]);
    expect(held(100)).toMatchObject({ estimate: 100, n: 1, counted: true });
    // Trains of every kind: not computed in a corridor without others.
    expect(beside({ unit: 'trains' }, [1], { ...row, computed: { ...row.computed, others: true } })).toMatchObject({
      ...{ counted: false, estimate: null, inside: null, why: expect.stringContaining('no others at West') },
    });
  });

  it('is not counted where something speaks against it, and says what', () => {
    const row = { notCounted: 'It follows from the demand.' };
    expect(beside({}, undefined, row)).toMatchObject({
      counted: false,
      why: 'It follows from the demand.',
      inside: true,
    });
    expect(beside({}, [10, 10], { ...row, computed: undefined })).toMatchObject({ inside: null, estimate: null, n: 0 });
  });

  it('has no answer while boxes are inside at the end', () => {
    expect(beside({ value: 1 }, [1], {}, { censored: 1 })).toMatchObject({
      estimate: null,
      inside: false,
      why: expect.stringContaining('still inside'),
    });
  });
});

describe('the period of a figure', () => {
  const data = { ...twoTerminals.data, start: '2024-07-01', warmUp: 0 } as typeof twoTerminals.data;

  it('is a year, a month, or months, all of which the window must hold', () => {
    expect(holds(data, '2024', undefined)).toBe(false);
    expect(holds({ ...data, start: '2024-01-01' }, '2024', undefined)).toBe(true);
    expect(holds(data, '2024-07', 31)).toBe(true);
    expect(holds(data, '2024-07', 30)).toBe(false);
    expect(holds(data, '2024-08/2024-09', 92)).toBe(true);
    expect(holds(data, '2024-08/2024-09', 91)).toBe(false);
    expect(holds(data, '2024-12', 184)).toBe(true);
  });

  it('is counted from clock zero, first second to the last', () => {
    expect(secondsOf(data, '2024-08/2024-09', undefined)).toEqual({ from: 31 * 86_400, until: 92 * 86_400 });
  });
});

// The names of the Middle Corridor on a small railway: quick to run, and every row of the real one has its places.
const { data } = twoTerminals;
const { East, West } = data.places;
const rail = (from: string, to: string, length: number) => ({
  ...data.lines.rail,
  between: [from, to],
  length: km(length),
});
const train = (on: string) => ({ ...data.services.train, on, fleet: `${on} sets` });
const namesake = corridor({
  ...data,
  id: 'middle-corridor-2024',
  warmUp: days(5),
  places: { "Xi'an": East, Altynkol: West, Aktau: East, Alat: West, Poti: East, Absheron: West },
  lines: {
    china: rail("Xi'an", 'Altynkol', 3000),
    steppe: rail('Altynkol', 'Aktau', 3000),
    sea: rail('Aktau', 'Alat', 500),
    west: rail('Alat', 'Poti', 800),
    baku: rail('Alat', 'Absheron', 70),
  },
  services: { a: train('china'), b: train('steppe'), c: train('sea'), d: train('west'), e: train('baku') },
  fleets: Object.fromEntries(['china', 'steppe', 'sea', 'west', 'baku'].map((on) => [`${on} sets`, data.fleets.sets])),
  flows: {
    westbound: { ...data.flows.westbound, from: "Xi'an", to: 'Poti', demand: teuPerYear(600) },
    'to Absheron': { ...data.flows.westbound, from: "Xi'an", to: 'Absheron', demand: teuPerYear(600) },
  },
  variants: { today: [], slow: ['slower'] },
  changes: { slower: { set: { 'lines.china.speed': '25 km/h' } } },
  headline: [],
} as unknown as typeof data);

describe('validation of a scenario', () => {
  const options = { replications: 2, workers: 1 } as const;

  it('sets every row beside the variant whose window holds its date, and counts only those', async () => {
    const { rows, ...rest } = await validate([namesake], options);
    expect(rest).toMatchObject({ schema: 'keruen/validate@1', seed: 'keruen', replications: 2 });
    expect(rows.map(({ id, counted, variant }) => [id, counted, variant])).toEqual([
      ['C016', true, 'today'],
      ['C037', true, 'today'],
      ['C108', true, 'today'],
      ['C075', false, null],
      ['C101', false, null],
      ['C111', false, null],
      ['C020', false, 'today'],
      ['B035', false, 'today'],
    ]);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([
        ...[
          'id',
          'scenario',
          'variant',
          'measure',
          'from',
          'to',
          'over',
          'rule',
          'period',
          'estimate',
          'low',
          'high',
          'n',
          'p10',
          'p90',
          'share',
          'parts',
          'published',
          'counted',
          'why',
          'remark',
          'inside',
        ],
      ]);
      expect(row.why === null || /^[A-Z].*\.$/.test(row.why), `${row.why}`).toBe(true);
      if (row.counted && row.inside === false) expect(row.why).not.toBeNull();
    }
  });

  it('does not count a figure of a place where no box comes by, and says so', async () => {
    const { services, flows, ...rest } = namesake.data;
    const short = corridor({
      ...rest,
      services,
      flows: {
        westbound: { ...flows.westbound, to: 'Altynkol' },
        'to Absheron': { ...flows['to Absheron'], to: 'Altynkol' },
      },
    } as unknown as typeof data);
    const { rows } = await validate([short], { ...options, days: 366 });
    expect(rows.find(({ id }) => id === 'C037')).toMatchObject({
      ...{
        counted: false,
        estimate: null,
        inside: null,
        n: 0,
        why: 'No box of to Absheron comes by Altynkol and Absheron.',
      },
    });
  });

  it('does not count July for a run of January', async () => {
    const { rows } = await validate([namesake], { ...options, days: 31 });
    expect(rows.some(({ counted }) => counted)).toBe(false);
  });

  it('comes with a run of the shipped scenario without running it twice, and not with a changed one', async () => {
    const quick = { replications: 1, workers: 1, days: 20 } as const;
    const { run, validation } = await runAndValidate(middleCorridor2024, quick);
    expect(run).toEqual(await runStudy(middleCorridor2024, quick));
    expect(validation).toEqual(await validate([middleCorridor2024], quick));
    expect((await runAndValidate(namesake, { ...options, days: 31 })).validation).toBeUndefined();
    expect((await runAndValidate(twoTerminals, { ...options, days: 31 })).validation).toBeUndefined();
  });
});
