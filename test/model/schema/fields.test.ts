// The fields of the schema: what each lets pass, in both forms, and with which sentence it refuses.
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { Takes } from '../../../src/model/corridor/data/takes';
import { type Field, type Fields, fieldNotes, fields } from '../../../src/model/schema/fields';
import { sayIssues } from '../../../src/model/schema/schemaIssues';
import { type Duration, hours, minutes, type movesPerHour, percent, seconds, teu } from '../../../src/units';

const file = fields('file');
const typed = fields('typed');

const says = (field: z.ZodType, value: unknown) =>
  sayIssues(field, value, field.safeParse(value).error?.issues ?? []).map(({ path, say }) =>
    [path.join('.'), say].join(' '),
  );
const refusal = (field: z.ZodType, value: unknown) => {
  const said = says(field, value);
  expect(said).toHaveLength(1);
  return said[0].trim();
};

describe('plain values', () => {
  it.each<[string, z.ZodType, unknown[], [unknown, RegExp][]]>([
    [
      'text',
      file.text('x'),
      ['Aktau'],
      [
        ['', /not a text/],
        [5, /^5 is not a text/],
        [null, /^null is not a text/],
      ],
    ],
    [
      'id',
      file.id('x'),
      ["Xi'an"],
      [
        ['', /not the key/],
        [7, /^7 is not the key of an entry/],
      ],
    ],
    [
      'position',
      file.position('x'),
      [
        [43.6, 51.22],
        [-90, 180],
        [90, -180],
      ],
      [
        [[109, 34.4], /^0 109 is not allowed: .* latitude first/],
        [[34.4, 181], /^1 181 is not allowed/],
        [[Number.NaN, 0], /^0 NaN is not allowed/],
        [[1], /is not allowed: a position is/],
        [[1, 2, 3], /is not allowed: a position is/],
        ['1, 2', /latitude from -90 to 90/],
      ],
    ],
    [
      'unlocode',
      file.unlocode('x'),
      ['KZAAU', 'CNXI9'],
      [
        ['kzaau', /not a UN\/LOCODE/],
        ['KZAA', /such as KZAAU/],
        [5, /^5 is not/],
      ],
    ],
    ['literal', file.literal('seaport'), ['seaport'], [['port', /^"port" is not seaport\.$/]]],
    [
      'flag',
      file.flag('x'),
      [true, false],
      [
        ['yes', /^"yes" is not true or false/],
        [1, /true or false/],
      ],
    ],
    [
      'oneOf',
      file.oneOf([1435, 1520], 'x'),
      [1435, 1520],
      [
        [1434, /not one of 1435, 1520\. Did you mean 1435\?/],
        ['1520', /^"1520" is not/],
      ],
    ],
    [
      'count',
      file.count('x'),
      [0, 3, 1_000_000],
      [
        [-4, /^-4 is not a whole number from 0 to 1000000\.$/],
        [1.5, /^1\.5 is not a whole number/],
        [-1.5, /^-1\.5 is not a whole number/],
        [1_000_001, /^1000001 is not/],
        [Number.NaN, /^NaN is not/],
        [Number.POSITIVE_INFINITY, /^Infinity is not/],
        ['3', /^"3" is not .* Write 3 without quotes\.$/],
      ],
    ],
    [
      'date',
      file.date('x'),
      ['2024-02-29', '2024-01-01'],
      [
        ['2024-02-31', /^There is no day "2024-02-31" in the calendar/],
        ['2023-02-29', /^There is no day/],
        ['2024-13-01', /^There is no day/],
        ['0024-01-01', /out of range/],
        ['1.1.2024', /^"1\.1\.2024" is not a day/],
        [20240101, /^20240101 is not a day/],
      ],
    ],
    [
      'time zone',
      file.timeZone('x'),
      ['Asia/Aqtau', 'UTC'],
      [
        ['Asia/Aktau', /Did you mean Asia\/Aqtau/],
        ['nowhere', /Write such as Asia\/Aqtau/],
      ],
    ],
    [
      'reserved',
      file.reserved(),
      [{}],
      [
        [{ x: 1 }, /^x Nothing may stand here/],
        [5, /not an empty map/],
      ],
    ],
  ])('%s lets pass what it should and refuses the rest with one sentence', (_, field, good, bad) => {
    for (const value of good) expect(field.parse(value)).toEqual(value);
    for (const [value, sentence] of bad) expect(refusal(field, value)).toMatch(sentence);
  });
});

describe('quantities', () => {
  const kinds = ['duration', 'length', 'speed', 'teu', 'moves', 'paths', 'teuPerYear', 'money', 'share'] as const;

  it('are text with units in files and numbers in base units in TypeScript', () => {
    expect(file.duration('x').parse('6 h')).toBe(21_600);
    expect(file.moves('x').parse('15 moves/h')).toBe(15);
    expect(file.teuPerYear('x').parse('30 kTEU/year')).toBe(30_000);
    expect(file.share('x').parse('20 %')).toBe(0.2);
    expect(file.share('x').parse(0.2)).toBe(0.2);
    for (const kind of kinds) expect(typed[kind]('x').parse(1)).toBe(1);
    expect(z.encode(file.teu('x'), teu(6000))).toBe('6000 TEU');
  });

  it.each(kinds)('a %s of either form refuses NaN, infinity, what is below 0, and the wrong type', (kind) => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -1, -0, null, true, [], {}]) {
      expect(refusal(file[kind]('x'), value)).not.toBe('');
      expect(refusal(typed[kind]('x'), value)).not.toBe('');
    }
    expect(refusal(typed[kind]('x'), '6 h')).toMatch(/is not an? .*; give a number in /);
  });

  it('say what a number without its unit may have meant', () => {
    expect(refusal(file.duration('x'), 8)).toMatch(/^8 what\? Write 8 h/);
    expect(refusal(file.moves('x'), 15)).toMatch(/^15 what\? Write 15 moves\/h/);
    expect(refusal(file.share('x'), 20)).toMatch(/^20 what\? Write 20 %/);
    expect(refusal(file.takes('x'), 8)).toMatch(/^8 what\? Write 8 h/);
  });

  it('keep a typed number as it is in both directions', () => {
    expect(z.encode(typed.share('x'), percent(7))).toBe(0.07);
    expect(refusal(typed.duration('x'), 1.5)).toMatch(/whole number of seconds/);
  });
});

describe('how long something takes', () => {
  const duration = fc.integer({ min: 0, max: 1e7 }).map(seconds);
  const some = fc.integer({ min: 1, max: 1e7 }).map(seconds);
  // Only laws that can be drawn from: the others are refused.
  const rising = fc.tuple(duration, duration, duration).map((three) => three.sort((a, b) => a - b));
  const anyTakes: fc.Arbitrary<Takes> = fc.oneof(
    duration,
    fc.record({ law: fc.constant('exponential' as const), mean: some }, { noNullPrototype: true }),
    rising.map(([least, mode, most]) => ({ law: 'triangular' as const, least, mode, most })),
    fc.record({ law: fc.constant('lognormal' as const), mean: some, sd: duration }, { noNullPrototype: true }),
    fc.record(
      { law: fc.constant('empirical' as const), observed: fc.array(duration, { minLength: 1, maxLength: 4 }) },
      { noNullPrototype: true },
    ),
  );

  it('is a duration or a law, and comes back from text to the second', () => {
    fc.assert(
      fc.property(anyTakes, (takes) => {
        expect(file.takes('x').parse(z.encode(file.takes('x'), takes))).toStrictEqual(takes);
        expect(typed.takes('x').parse(takes)).toStrictEqual(takes);
      }),
      { seed: 4, numRuns: 200 },
    );
    expect(z.encode(file.takes('x'), { law: 'lognormal', mean: hours(5), sd: minutes(90) })).toEqual({
      law: 'lognormal',
      mean: '5 h',
      sd: '90 min',
    });
  });

  it.each<[Fields, unknown, RegExp[]]>([
    [file, '6 hrz', [/^"6 hrz": "hrz" is no unit for a duration/]],
    [file, ['6 h'], [/is not a duration .* or a law: exponential with mean/]],
    [file, { law: 'exponental', mean: '6 h' }, [/^law There is no law "exponental"; .* Did you mean exponential\?/]],
    [file, { mean: '6 h' }, [/^law This is missing; write which law it is: one of exponential/]],
    [file, { law: 'exponential', mean: 6 }, [/^mean 6 what\? Write 6 h/]],
    [file, { law: 'lognormal', sd: '6 hrz' }, [/^mean This is missing/, /^sd "6 hrz"/]],
    [
      file,
      { law: 'exponential', mean: '6 h', sd: '1 h' },
      [/^sd There is no entry "sd" here; there may be law, mean\./],
    ],
    [typed, -6, [/^-6 s is below 0/]],
    [typed, '6 h', [/^"6 h" is not a duration; give a number in s/]],
    [typed, { law: 'empirical', observed: [5, Number.NaN] }, [/^observed\.1 NaN is not a duration/]],
  ])('blames the deepest entry: case %#', (form, value, sentences) => {
    const said = says(form.takes('x'), value);
    expect(said).toHaveLength(sentences.length);
    for (const [i, sentence] of sentences.entries()) expect(said[i].trim()).toMatch(sentence);
  });
});

describe('objects, maps and lists', () => {
  const crane = file.object({
    count: file.count('How many'),
    rate: file.moves('Rate'),
    each: file.count('Each').optional(),
  });

  it('an object names every missing and every unknown entry, with what was meant', () => {
    expect(says(crane, { cuont: 2, rte: 3 })).toEqual([
      'count This is missing (How many); write a whole number from 0 to 1000000.',
      expect.stringMatching(/^rate This is missing \(Rate\); write a crane rate in moves\/h/),
      'cuont There is no entry "cuont" here; there may be count, rate, each. Did you mean count?',
      'rte There is no entry "rte" here; there may be count, rate, each. Did you mean rate?',
    ]);
    expect(refusal(crane, 2)).toBe('2 is not a map; write entries for count, rate, each.');
  });

  it('a map takes any name as a key, but neither an empty one nor what a thousands separator leaves', () => {
    const map = file.map(file.count('x'));
    expect(map.parse({ "Xi'an": 1, 'New port': 2, '22G1': 3, 'third-berth': 4 })).toEqual({
      "Xi'an": 1,
      'New port': 2,
      '22G1': 3,
      'third-berth': 4,
    });
    expect(refusal(map, { '000 TEU': 1 })).toMatch(
      /begins with digits and a space: .* no thousands separator; write 5000 TEU/,
    );
    expect(refusal(map, { '': 1 })).toMatch(/A key is empty/);
    expect(refusal(map, { ' Aktau': 1 })).toMatch(/begins or ends with a space/);
    expect(refusal(map, [1])).toMatch(/is not a map/);
    expect(refusal(crane, { count: 5, rate: '15 moves/h', '000 TEU': 1 })).toMatch(/thousands separator/);
  });

  it('lists, pairs and one-or-more keep to their length', () => {
    expect(file.pair(file.id(''), 'x').parse(['a', 'b'])).toEqual(['a', 'b']);
    expect(refusal(file.pair(file.id(''), 'x'), ['a'])).toBe('["a"] is not a list of two.');
    expect(file.oneOrMore(file.id(''), 'x').parse('a')).toBe('a');
    expect(file.oneOrMore(file.id(''), 'x').parse(['a', 'b'])).toEqual(['a', 'b']);
    expect(refusal(file.oneOrMore(file.id(''), 'x'), ['a', 7])).toBe(
      '1 7 is not the key of an entry; where a name is meant, write it in quotes: "7".',
    );
    expect(refusal(file.oneOrMore(file.id(''), 'x'), 5)).toBe('5 is not one entry or a list of them.');
    expect(refusal(file.list(file.text(''), 'x'), 'a')).toBe('"a" is not a list.');
    expect(file.settings('x').parse({ 'a.b': [1], c: null })).toEqual({ 'a.b': [1], c: null });
  });

  it('a schema has the readonly type that its shape says', () => {
    const output = file.object({ a: file.count(''), b: file.duration('').optional(), c: file.text('').default('x') });
    expectTypeOf<z.output<typeof output>>().toEqualTypeOf<{
      readonly a: number;
      readonly b?: Duration;
      readonly c: string;
    }>();
    expectTypeOf(file.moves('')).toEqualTypeOf<Field<ReturnType<typeof movesPerHour>>>();
  });

  it('a note is there for tables and, as the description, for editors', () => {
    const field = file.moves('Moves an hour of each');
    expect(fieldNotes.get(field)).toMatchObject({ note: 'Moves an hour of each', unit: 'moves/h' });
    expect(z.toJSONSchema(field, { io: 'input' })).toMatchObject({
      type: 'string',
      description: 'Moves an hour of each',
      examples: ['15 moves/h'],
    });
  });
});
