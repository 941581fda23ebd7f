// Numbers, columns, bars, and the smaller reports: problems, sources, published figures.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeProblems } from '../../src/report/problems';
import { factIds, sourceOf, writeShow } from '../../src/report/show';
import { validationLine, writeValidate } from '../../src/report/validate';
import { waterfallBar } from '../../src/report/words/bars';
import { columns, cut, WIDTH, widthOf, wrap } from '../../src/report/words/columns';
import { inWords } from '../../src/report/words/inWords';
import { countOf, roundedParts, writeNumber, writeSeconds, writeShare } from '../../src/report/words/numbers';
import { shellWord } from '../../src/report/words/shellWords';
import { writeWithin } from '../../src/study/results/digits';
import type { MeasureResult, ValidateResult, ValidationResult } from '../../src/study/results/result';

describe('numbers for people', () => {
  it('have thousands apart, a true minus sign, and never a minus zero', () => {
    expect([0, 999, 1000, 1234567, -12345.678].map((value) => writeNumber(value))).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
      '−12,346',
    ]);
    expect([writeNumber(1234.5, 2), writeNumber(-0.001, 1)]).toEqual(['1,234.50', '0.0']);
    expect([writeNumber(Number.POSITIVE_INFINITY), writeNumber(Number.NaN)]).toEqual(['without limit', 'unknown']);
  });

  it('are rounded to tens and hundreds where that is asked', () => {
    expect([writeNumber(427_148, -1), writeNumber(-95, -1), writeNumber(4, -1)]).toEqual(['427,150', '−100', '0']);
  });

  it('show two significant digits of the half-width, and the estimate as far', () => {
    const within = (estimate: number, half: number) => {
      const written = writeWithin(estimate, half);
      return `${written.estimate} ${written.half}`;
    };
    expect([
      within(4.375, 0.3125),
      within(4.375, 0.0996),
      within(1.4496, 0.0004),
      within(427_148, 323),
      within(314, 21.4),
      within(9, 0),
    ]).toEqual(['4.38 ± 0.31', '4.38 ± 0.10', '1.44960 ± 0.00040', '427,150 ± 320', '314 ± 21', '9.00 ± 0']);
  });

  it('never show a half-width that is only rounding of the computation', () => {
    expect(writeWithin(0.1, 1e-16).half).toBe('± 0');
  });

  it('are read in per cent, and in days beyond 96 hours', () => {
    const one = { measure: 'dwell', statistic: 'mean', of: {}, state: 'estimated', n: 10 } as const;
    const read = (unit: string, estimate: number, half: number) =>
      inWords({ ...one, unit, estimate, low: estimate - half, high: estimate + half } as MeasureResult);
    expect([read('h', 96, 1.5), read('h', 314, 21.4), read('share', 0.5441, 0.0362)]).toEqual([
      '96.0 ± 1.5 h',
      '13.08 ± 0.89 d',
      '54.4 ± 3.6 %',
    ]);
  });

  it('are said as a planner says them', () => {
    expect([0, 90 * 60, 47 * 3600, 48 * 3600, 17.24 * 86_400].map(writeSeconds)).toEqual([
      '0 min',
      '1.5 h',
      '47.0 h',
      '2.0 d',
      '17.2 d',
    ]);
    expect([writeShare(0.352), countOf(1, 'box', 'boxes'), countOf(12_000, 'box', 'boxes')]).toEqual([
      '35.2 %',
      '1 box',
      '12,000 boxes',
    ]);
  });

  it('rounded parts add up to the rounded whole, and each is its own number rounded down or up', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(parts, (some) => {
        const rounded = roundedParts(some, 864);
        const whole = some.map((part) => part / 864).reduce((sum, part) => sum + part, 0);
        expect(rounded.reduce((sum, part) => sum + part, 0)).toBe(Math.round(whole));
        for (const [i, part] of some.entries()) expect(Math.abs(rounded[i] - part / 864)).toBeLessThanOrEqual(1);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('text in columns', () => {
  it('aligns by what a terminal shows, right or left, and drops columns that nobody fills', () => {
    expect(
      columns(
        [
          ['a', '', '1'],
          ['Xi’an', '', '1,000'],
        ],
        'llr',
      ),
    ).toEqual(['  a          1', '  Xi’an  1,000']);
  });

  it('breaks paragraphs at spaces and loses no word', () => {
    const words = fc.array(
      fc.string({ minLength: 1, maxLength: 30 }).filter((word) => !/\s/.test(word)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(words, (some) => {
        const lines = wrap(some.join(' '));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(WIDTH);
        expect(
          lines
            .join(' ')
            .split(' ')
            .filter((word) => word !== ''),
        ).toEqual(some);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('cuts what is too long, with a sign that it did', () => {
    expect([cut('short', 5), cut('longer', 5)]).toEqual(['short', 'long…']);
  });

  it('bars of a waterfall join without gap and end at the full width', () => {
    expect([waterfallBar(0, 3, 10, 10), waterfallBar(3, 10, 10, 10), waterfallBar(3, 3, 10, 10)]).toEqual([
      '███',
      '   ███████',
      '   ▏',
    ]);
    expect(waterfallBar(1, 2, 0, 10)).toBe('');
  });

  it('words for a shell are quoted where they must be', () => {
    expect(['a.b=3', 'Xi’an', "Xi'an", 'a b', '$HOME', '*', ''].map(shellWord)).toEqual([
      'a.b=3',
      "'Xi’an'",
      `'Xi'\\''an'`,
      "'a b'",
      "'$HOME'",
      "'*'",
      "''",
    ]);
  });
});

describe('problems', () => {
  const problem = {
    path: 'places.Aktau.tracks',
    file: './my.yaml',
    line: 3,
    column: 7,
    got: '-4',
    allowed: '1 or more',
    say: '-4 is below 1.',
  };

  it('say where, what, and what is allowed, and nothing twice', () => {
    expect(writeProblems([problem])).toBe(
      './my.yaml:3:7  places.Aktau.tracks\n  -4 is below 1.\n  allowed: 1 or more\n',
    );
  });

  it('are counted when there are several, and leave out what is not known', () => {
    const bare = { path: '', got: 'x', allowed: '', say: 'There is no scenario "x".' };
    expect(writeProblems([problem, bare])).toMatch(/\n {2}There is no scenario "x"\.\n\n2 problems\.\n$/);
  });
});

describe('sources', () => {
  const sources = {
    'places.Aktau': 'assumed: all of it',
    'places.Aktau.yard.capacity': 'N29',
    'places."Xi\'an".tracks': 'B003, B008',
  };

  it('belong to the nearest entry above a path', () => {
    expect(sourceOf('places.Aktau.yard.capacity', sources)).toBe('N29');
    expect(sourceOf('places.Aktau.tracks', sources)).toBe('assumed: all of it');
    expect(sourceOf('places."Xi\'an".tracks', sources)).toBe('B003, B008');
    expect(sourceOf('places.Alat.tracks', sources)).toBe('');
    expect(factIds('B003, B008 and N29')).toEqual(['B003', 'B008', 'N29']);
  });

  it('stand beside each value, a long value and a long reason whole below it', () => {
    const value = '{ law: triangular, least: 3 h, mode: 6 h, most: 12 h }';
    const paths = [
      { path: 'places.Aktau.shunting', value, unit: '', note: 'Bringing a train in' },
      { path: 'places.Aktau.yard.capacity', value: '6000 TEU', unit: 'TEU', note: 'Yard: TEU slots' },
    ];
    const text = writeShow({
      scenario: 'a',
      paths,
      sources,
      factText: (id) => (id === 'N29' ? 'Aktau yard today' : undefined),
    });
    expect(text.split('\n')).toEqual([
      'path                        value     source   note',
      'places.Aktau.shunting       ↓         assumed  Bringing a train in',
      `    ${value}`,
      '    assumed: all of it',
      'places.Aktau.yard.capacity  6000 TEU  N29      Yard: TEU slots',
      '',
      'Sources',
      '  N29  Aktau yard today',
      '',
      "Set one: npx keruen run a --set 'places.Aktau.yard.capacity=6600 TEU'",
      '',
    ]);
  });
});

describe('the note of a path', () => {
  const shown = (note: string) =>
    writeShow({
      scenario: 'a',
      paths: [{ path: `places.${'x'.repeat(60)}`, value: '3', unit: '', note }],
      sources: {},
      factText: () => undefined,
    }).split('\n');

  it('stands in the table where it has room, else whole below, broken at words', () => {
    expect(shown('When it is open')[1]).toMatch(/ 3 +When it is open$/);
    const long = 'Other shares for a flow or a commodity, by its name, '.repeat(3).trim();
    const [, line, ...below] = shown(long);
    expect(line).toMatch(/ 3$/);
    expect(below.slice(0, 2).join(' ').replace(/\s+/g, ' ').trim()).toBe(long);
    expect(Math.max(...below.slice(0, 2).map((one) => one.length))).toBeLessThanOrEqual(100);
  });
});

describe('what show proposes to set', () => {
  const example = (...values: string[]) =>
    /Set one: (.*)\n/.exec(
      writeShow({
        scenario: 'a',
        paths: values.map((value, i) => ({
          path: `p.${i}`,
          value,
          unit: value.replace(/^\S+ ?/, ''),
          note: 'a note '.repeat(30),
        })),
        sources: {},
        factText: () => undefined,
      }),
    )?.[1];

  it('is another value than today’s, and neither a date nor a share of a whole', () => {
    expect(example('2024-01-01', '90 %', '[43.6, 51.2]', '3 h')).toBe("npx keruen run a --set 'p.3=4 h'");
    expect(example('1')).toBe('npx keruen run a --set p.0=2');
    expect(example('90 %')).toBeUndefined();
  });
});

describe('published figures', () => {
  const row = (id: string, more: Partial<ValidationResult>): ValidationResult => ({
    id,
    scenario: 'a',
    variant: 'today',
    measure: 'by train and ship',
    from: 'train leaves',
    to: 'ship arrives',
    over: 'laden boxes',
    rule: 'M',
    period: '2024-07',
    p10: 10.04,
    p90: 14.5,
    share: null,
    parts: [{ cause: 'moving', where: 'rail', mean: 8 }],
    remark: 'Said by an operator.',
    estimate: 12.04,
    low: 11.54,
    high: 12.54,
    n: 10,
    published: { value: 12, low: null, high: null, unit: 'd', year: 2024 },
    counted: true,
    why: null,
    inside: true,
    ...more,
  });
  const result: ValidateResult = {
    schema: 'keruen/validate@1',
    keruen: '0.1.0',
    seed: 'keruen',
    replications: 10,
    rows: [
      row('C001', {}),
      row('C002', {
        inside: false,
        why: 'Probably missing: the wait for paths.',
        published: { value: 17.5, low: 15, high: 20, unit: 'd', year: 2025 },
      }),
      row('C003', { counted: false, why: 'It follows from demand.', variant: null }),
      row('C004', { counted: false, inside: null, estimate: null, low: null, high: null, n: 0 }),
    ],
  };

  it('stand beside the run, row by row, with why a row is outside or not counted', () => {
    const text = writeValidate(result);
    expect(text).toMatch(/C001 +inside +12\.04 ± 0\.50 d +12 d, 2024 +today\n/);
    expect(text).toMatch(
      /C002 +outside +12\.04 ± 0\.50 d +17\.5 \(15 to 20\) d, 2025 +today\n +By train and ship\. Train leaves → ship arrives\.\n +Over laden boxes; 2024-07; rule M\. p10 to p90 10\.0 to 14\.5 d\.\n +Largest parts: moving \(rail\) 8\.0 d\.\n +The source: Said by an operator\.\n +Probably missing: the wait for paths\.\n/,
    );
    expect(text).toMatch(/C003 +not counted .*–\n.*\n.*\n +It follows from demand\.\n/);
    expect(text).toMatch(/C004 +not counted +not simulated/);
    expect(text).toMatch(/\n1 of 2 counted rows inside\.\n$/);
    expect(text).toContain('Rule M, a mean');
    expect(text).not.toContain('Rule S');
    const term = row('C005', { rule: 'S', share: { estimate: 0.7, low: 0.66, high: 0.74 } });
    expect(writeValidate({ ...result, rows: [term] })).toContain('70 ± 4 % make it within 12 d.');
  });

  it('are one line at the end of a run', () => {
    expect(validationLine(result)).toBe(
      'Beside published figures: 1 of 2 counted rows inside (C001 inside, C002 outside); 2 not counted.',
    );
    const many = { ...result, rows: Array.from({ length: 20 }, (_, i) => row(`C${100 + i}`, {})) };
    expect(validationLine(many)).toBe('Beside published figures: 20 of 20 counted rows inside.');
  });

  it('of which none can be counted are said to be so, in one line and in the table', () => {
    const none = { ...result, rows: result.rows.slice(2) };
    expect(validationLine(none)).toBe(
      'Beside published figures: none of the 2 published rows can be counted in this window.',
    );
    expect(writeValidate(none)).toMatch(/\nNone of the 2 published rows can be counted in this window\.\n$/);
  });

  it('that are not known are said to be so', () => {
    expect(writeValidate({ ...result, rows: [] })).toContain('No published figures are known');
  });
});
