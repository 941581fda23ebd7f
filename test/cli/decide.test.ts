// The verbs that decide, as they are typed: what they print, what they refuse, and what an interrupt leaves.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAlternative } from '../../src/cli/settings';
import { keruen, newFolder, removeFolder, writeSmall } from './session';

let folder = '';
let small = '';
beforeAll(() => {
  folder = newFolder();
  small = writeSmall(folder, 'small.json');
});
afterAll(() => removeFolder(folder));

const quick = ['--days', '20', '--warm-up', '10', '--workers', '1'];
const compare = ['compare', './small.json', '--days', '60', '--workers', '1', '--replications', '3'];
const promise = 'p90 dwell at Aktau <= 20 d';

describe('keruen compare', () => {
  it('says what alternatives change, a sentence each, and the same as JSON', async () => {
    const argv = [
      ...compare,
      '--with',
      'more-cranes',
      '--with',
      'places.Aktau.tracks=3,fleets.feeders.count=4',
      '--json',
      'compare.json',
    ];
    const { code, out, err } = await keruen(folder, argv);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^more-cranes changes /);
    expect(out).toContain('  B  places.Aktau.tracks=3,fleets.feeders.count=4');
    expect(out).toContain('pairing');
    const result = JSON.parse(readFileSync(join(folder, 'compare.json'), 'utf8'));
    expect(result).toMatchObject({ schema: 'keruen/compare@1', replications: 3, trials: 9 });
    expect(out.replace(/\s+/g, ' ')).toContain(result.answer);
  });

  it('compares the measures that are named', async () => {
    const argv = [...compare, '--with', 'more-cranes', '--measure', 'total throughput at Aktau', '--json', '-'];
    const { out } = await keruen(folder, argv);
    expect(JSON.parse(out).rows.map(({ measure }: { measure: string }) => measure)).toEqual(['throughput']);
  });

  it.each([
    ['nothing to compare with', [], 'There is nothing to compare with'],
    [
      'the same alternative twice',
      ['--with', 'more-cranes', '--with', 'places.Khorgos.gaugeChange.cranes=3'],
      'is the same as more-cranes',
    ],
    [
      'an id that is not there',
      ['--with', 'more-crane'],
      'There is no change or variant "more-crane" to compare with; did you mean more-cranes',
    ],
    [
      'a thousands separator',
      ['--with', 'places.Aktau.yard.capacity=5,000 TEU'],
      '"000 TEU" stands alone; write numbers without separators',
    ],
    ['an empty part', ['--with', 'places.Aktau.tracks=3,'], 'has an empty part'],
    [
      'a measure that is none',
      ['--with', 'more-cranes', '--measure', 'p90 dwel at Aktau'],
      'Did you mean p90 dwell at Aktau',
    ],
    ['a precision of 0', ['--with', 'more-cranes', '--precision', '0'], 'Give a share above 0 % and below 100 %'],
    [
      'a precision of 200 %',
      ['--with', 'more-cranes', '--precision', '200%'],
      'Give a share above 0 % and below 100 %',
    ],
  ])('refuses %s with a sentence, exit 2', async (_, more, say) => {
    const { code, out, err } = await keruen(folder, [...compare, ...more]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(say);
  });

  it('refuses a path that is not there as a problem of the scenario, exit 1', async () => {
    const { code, err } = await keruen(folder, [...compare, '--with', 'places.Aktua.tracks=3']);
    expect(code).toBe(1);
    expect(err).toContain('did you mean places.Aktau.tracks?');
  });

  it('interrupted, prints what is known so far, marked, and ends with 130', async () => {
    const abort = new AbortController();
    const argv = [
      'compare',
      small,
      ...quick,
      '--replications',
      '400',
      '--with',
      'more-cranes',
      '--json',
      'so-far.json',
    ];
    const running = keruen(folder, argv, { signal: abort.signal });
    setTimeout(() => abort.abort(), 2500);
    const { code, out } = await running;
    expect(code).toBe(130);
    expect(out).toMatch(/^Ended early: interrupted after \d+ replications of each\./);
    expect(out).toContain('What they change');
    expect(JSON.parse(readFileSync(join(folder, 'so-far.json'), 'utf8'))).toMatchObject({ interrupted: true });
  });
});

describe('keruen capacity', () => {
  it('says how much keeps the promise, the curve behind it, and the same as JSON', async () => {
    const argv = [
      'capacity',
      small,
      ...quick,
      '--of',
      'westbound',
      '--max-trials',
      '60',
      '--promise',
      promise,
      '--json',
      'capacity.json',
    ];
    const { code, out, err } = await keruen(folder, argv);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^small (?:keeps|breaks) "p90 dwell at Aktau <= 20 d"/);
    for (const heading of ['The promise is kept up to', 'What was seen at each demand', 'By the formula'])
      expect(out).toContain(heading);
    const result = JSON.parse(readFileSync(join(folder, 'capacity.json'), 'utf8'));
    expect(result).toMatchObject({
      schema: 'keruen/capacity@1',
      promise,
      demand: { words: 'TEU a year of westbound', now: 8000 },
    });
    expect(result.curve.length).toBeGreaterThanOrEqual(9);
  });

  it.each([
    ['no promise', [], 'capacity needs a promise'],
    [
      'a promise that cannot be read',
      ['--promise', 'p90 dwell at Aktua <= 5 d'],
      'did you mean Aktau?\n  p90 dwell at Aktua <= 5 d\n               ^\n',
    ],
    ['mixed units', ['--promise', 'p90 dwell at Aktau <= 5 TEU'], 'is no unit for a duration'],
    [
      'a flow that is not there',
      ['--promise', promise, '--of', 'westbond'],
      'There is no flow "westbond"; did you mean westbound?',
    ],
    [
      'a place that is not there',
      ['--promise', promise, '--at', 'Aktua'],
      'There is no place "Aktua"; did you mean Aktau?',
    ],
    [
      'what is no demand',
      ['--promise', promise, '--vary', 'places.Aktau.tracks'],
      'is not a demand, and only demands can be varied',
    ],
    ['too few trials', ['--promise', promise, '--max-trials', '5'], 'it must be a whole number from 50'],
    ['replications', ['--promise', promise, '--replications', '5'], 'leave --replications out'],
  ])('refuses %s with a sentence, exit 2', async (_, more, say) => {
    const { code, out, err } = await keruen(folder, ['capacity', small, ...quick, ...more]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(say);
  });
});

describe('keruen prices', () => {
  it('says what one more is worth, and how to say it again', async () => {
    const of = ['--of', 'fleets.feeders.count', 'places.Aktau.tracks'];
    const argv = ['prices', small, ...quick, '--seed', 'a b', ...of, '--budget', '12 trials'];
    const { code, out, err } = await keruen(folder, argv);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^In small /);
    expect(out).toContain('As it stands');
    const again =
      "npx keruen prices ./small.json --warm-up 10 --seed 'a b' --days 20 --of fleets.feeders.count --of places.Aktau.tracks --budget '12 trials'";
    expect(out.replace(/\s+/g, ' ')).toContain(again);
  });

  it.each([
    ['a negative budget', ['--budget', '-2min'], 'is nothing to spend'],
    ['a budget of no unit', ['--budget', '20'], 'has no unit'],
    ['a budget that is too small', ['--budget', '3 trials'], 'is too small for'],
    ['a path that is not there', ['--of', 'fleets.feedrs.count'], 'did you mean fleets.feeders.count'],
    ['replications', ['--replications', '5'], 'leave --replications out'],
  ])('refuses %s with a sentence, exit 2', async (_, more, say) => {
    const { code, out, err } = await keruen(folder, ['prices', small, ...quick, ...more]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(say);
  });
});

describe('one --with', () => {
  it('has commas between settings and ids; one within quotes, brackets or braces belongs to a value', () => {
    expect(readAlternative('a.b=1, third-berth ,c."x,y"={ p: 1, q: [2, 3] }')).toEqual([
      'third-berth',
      { set: { 'a.b': 1, 'c."x,y"': { p: 1, q: [2, 3] } } },
    ]);
  });
});
