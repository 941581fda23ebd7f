import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { middleCorridor2024 } from '../../../src/scenarios/middleCorridor2024';
import type { ValidationRow } from '../../../src/scenarios/validation';
import { assemble } from '../../../src/study/running/assemble';
import { runStudy } from '../../../src/study/running/run';
import { compareRow, runAndValidate, validate } from '../../../src/study/validation/validate';
import { days, km, teuPerYear } from '../../../src/units';
import { outcome, type Times } from '../byHand';
import { twoTerminals } from '../twoTerminals';

const HOUR = 3600;

/** The time under way from East to West, 10 h and 10 h again or as given, beside a published figure. */
function beside(
  published: Partial<ValidationRow['published']>,
  rides = Array<number>(10).fill(10),
  more: Partial<ValidationRow> = {},
) {
  const outcomes = rides.map((ride, i) => outcome(i, { westbound: [[HOUR, ride * HOUR, HOUR]] as Times[] }));
  const row: ValidationRow = {
    id: 'X1',
    scenario: 'two-terminals',
    measure: 'train leaves East → train arrives at West',
    computed: {
      flow: 'westbound',
      from: { place: 'East', event: 'departure' },
      to: { place: 'West', event: 'arrival' },
    },
    published: { value: 10, low: null, high: null, unit: 'h', year: 2024, date: '2024', ...published },
    ifBelow: 'A wait is missing.',
    ifAbove: 'A wait is too long.',
    ...more,
  };
  return compareRow(row, 'today', assemble(twoTerminals, { seed: 'keruen' }, outcomes), outcomes);
}

describe('a run beside a published figure', () => {
  it('is the mean over boxes between the row’s two events, one number a replication', () => {
    expect(beside({}, [8, 10, 12])).toMatchObject({ estimate: 10, n: 3, counted: true });
    expect(beside({ unit: 'd', value: 10 / 24 }).estimate).toBeCloseTo(10 / 24, 12);
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
    // Of 10 − d, 10, 10 + d the half-width is t(0.975; 2) · d / √3 = 2.484 d: 0.99 for d = 0.4, 1.02 for d = 0.41.
    expect(beside({}, [9.6, 10, 10.4]).inside).toBe(true);
    expect(beside({}, [9.59, 10, 10.41])).toMatchObject({
      inside: false,
      why: expect.stringContaining('more replications'),
    });
    expect(beside({}, [10]).inside).toBe(false);
    expect(beside({}, [10, 10, 10])).toMatchObject({
      inside: false,
      why: 'The mean lies inside, but it has no interval; run more replications.',
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
    const outcomes = [outcome(0, { westbound: [[HOUR, HOUR, HOUR]], censored: 1 })];
    const row: ValidationRow = {
      ...{ id: 'X1', scenario: 'two-terminals', measure: '', ifBelow: '', ifAbove: '' },
      computed: {
        flow: 'westbound',
        from: { place: 'East', event: 'departure' },
        to: { place: 'West', event: 'arrival' },
      },
      published: { value: 1, low: null, high: null, unit: 'h', year: 2024, date: '2024' },
    };
    const one = compareRow(row, null, assemble(twoTerminals, { seed: 'keruen' }, outcomes), outcomes);
    expect(one).toMatchObject({
      estimate: null,
      inside: false,
      counted: false,
      why: expect.stringContaining('outside every window'),
    });
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
  places: { "Xi'an": East, Altynkol: West, Aktau: East, Alat: West, Poti: East },
  lines: {
    china: rail("Xi'an", 'Altynkol', 3000),
    steppe: rail('Altynkol', 'Aktau', 3000),
    sea: rail('Aktau', 'Alat', 500),
    west: rail('Alat', 'Poti', 800),
  },
  services: { a: train('china'), b: train('steppe'), c: train('sea'), d: train('west') },
  fleets: Object.fromEntries(['china', 'steppe', 'sea', 'west'].map((on) => [`${on} sets`, data.fleets.sets])),
  flows: { westbound: { ...data.flows.westbound, from: "Xi'an", to: 'Poti', demand: teuPerYear(600) } },
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
      ['C075', false, null],
      ['C101', false, null],
      ['C059', false, null],
      ['C064', false, null],
      ['B035', false, 'today'],
      ['C020', false, 'today'],
    ]);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([
        ...[
          'id',
          'scenario',
          'variant',
          'measure',
          'estimate',
          'low',
          'high',
          'n',
          'published',
          'counted',
          'why',
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
      flows: { westbound: { ...flows.westbound, to: 'Altynkol' } },
    } as unknown as typeof data);
    const { rows } = await validate([short], { ...options, days: 366 });
    expect(rows.find(({ id }) => id === 'C037')).toMatchObject({
      ...{ counted: false, estimate: null, inside: null, n: 0, why: 'No box of westbound comes by Altynkol and Alat.' },
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
