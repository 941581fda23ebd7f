import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { Corridor, corridor } from '../../../src/model/change/define';
import { setPath } from '../../../src/model/corridor/tree/path';
import { type ReadOptions, readScenario, writeScenario } from '../../../src/model/file/file';
import { type Problem, writeProblem } from '../../../src/problem';
import { hours } from '../../../src/units';
import { small } from '../small';

const today = corridor(small);
const text = writeScenario(today);
const alone: ReadOptions = { base: () => undefined };

const read = (content: string, options = alone) => readScenario(content, 'port.yaml', options);
const said = (content: string, options = alone) => read(content, options).problems.map(writeProblem);

/** The whole file with one line replaced; `at` is the number of that line, counted from 1. */
function edited(from: string, to: string): { content: string; at: number } {
  const start = text.indexOf(from);
  if (start < 0) throw new Error(`no line has ${from}`);
  const at = text.slice(0, start).split('\n').length;
  return { content: text.replace(from, to), at };
}

describe('a scenario file', () => {
  it('holds the same corridor as the value it was written from', () => {
    const back = read(text);
    expect(back.problems).toEqual([]);
    expect(back.corridor).toBeInstanceOf(Corridor);
    expect(back.corridor?.hash).toBe(today.hash);
    expect(back.corridor?.data).toEqual(small);
  });

  it('is written once and for all: read and written again it is the same text', () => {
    expect(writeScenario(read(text).corridor as Corridor)).toBe(text);
  });

  it('may be JSON', () => {
    const json = JSON.stringify({ ...parse(text), title: 'As JSON' }, null, 2);
    expect(read(json).corridor?.hash).toBe(today.hash);
    const wrong = json.replace('"tieUp": "3 h"', '"tieUp": "3 TEU"');
    const line = wrong.split('\n').findIndex((one) => one.includes('3 TEU')) + 1;
    const column = wrong.split('\n')[line - 1].indexOf('"3 TEU"') + 1;
    expect(said(wrong)).toEqual([
      `port.yaml:${line}:${column}: places.Aktau.berths.container.tieUp: "3 TEU": "TEU" is no unit for a duration; write a duration in s, min, h, d, weeks, such as 8 h, at most 3650 d.`,
    ]);
  });

  it('begins with a hint for editors, keeps the order of the format, and quotes what YAML would misread', () => {
    const hinted = writeScenario(corridor({ ...small, title: 'yes: no' }), { schemaHint: './keruen.schema.json' });
    expect(hinted.startsWith('# yaml-language-server: $schema=./keruen.schema.json\nkeruen: scenario@1\n')).toBe(true);
    expect(hinted).toContain('title: "yes: no"');
    const keys = hinted.split('\n').flatMap((line) => /^(\w+):/.exec(line)?.[1] ?? []);
    expect(keys.join(' ')).toBe(
      'keruen id title start timeZone warmUp places lines services fleets flows weather changes variants headline sources ranges',
    );
    expect(hinted).toContain('places.Aktau.yard.capacity: N29');
    expect(read(hinted).corridor?.data.title).toBe('yes: no');
  });

  it('writes changes that were given nested and in base units as paths and text', () => {
    const changes = { slow: { set: { places: { Aktau: { shunting: hours(2) } }, lines: { China: { paths: null } } } } };
    const nested = corridor({ ...small, changes, variants: { later: ['slow'] } });
    const written = writeScenario(nested);
    expect(written).toContain('set: { places.Aktau.shunting: 2 h, lines.China.paths: null }');
    expect(read(written).corridor?.variant('later').hash).toBe(nested.variant('later').hash);
  });

  it('does not hold a corridor after dated changes', () => {
    expect(() => writeScenario(today.with('third-berth'))).toThrow('after dated changes');
    expect(read(writeScenario(today.with('more-cranes'))).corridor?.hash).toBe(today.with('more-cranes').hash);
  });
});

describe('a file that cannot be read', () => {
  const head = 'keruen: scenario@1\nid: x\ntitle: X\nstart: 2024-01-01\n';
  const missing = [
    'port.yaml:1:1: title: This is missing (What the scenario asks); write a text of one letter or more.',
    'port.yaml:1:1: start: This is missing (The first day of the window, at midnight in timeZone); write a day as yyyy-mm-dd, such as 2024-01-01.',
    'port.yaml:1:1: places: This is missing; write entries under keys of your own.',
  ];
  const rows: readonly (readonly [promise: string, content: string, problems: readonly string[]])[] = [
    ['is empty', '', ['port.yaml:1:1: The file is empty; begin it with "keruen: scenario@1".']],
    ['holds only a comment', '# nothing\n', ['port.yaml:1:1: The file is empty; begin it with "keruen: scenario@1".']],
    [
      'is a list',
      '- a\n- b\n',
      ['port.yaml:1:1: The file holds a list, not entries with names; begin it with "keruen: scenario@1".'],
    ],
    [
      'is one text',
      'hello',
      ['port.yaml:1:1: The file holds the value "hello", not entries with names; begin it with "keruen: scenario@1".'],
    ],
    [
      'does not say what it is',
      'id: x\n',
      ['port.yaml:1:1: keruen: The file does not say what it is; begin it with "keruen: scenario@1".', ...missing],
    ],
    [
      'is of another version',
      'id: x\nkeruen: scenario@2\n',
      [...missing, 'port.yaml:2:9: keruen: This version reads scenario@1, not scenario@2.'],
    ],
    [
      'has the same key twice',
      'keruen: scenario@1\nplaces: {}\nplaces: {}\n',
      [
        'port.yaml:3:1: The key "places" stands twice in one map, first in line 2; keep one of them, or give one another name.',
      ],
    ],
    [
      'is broken YAML',
      'keruen: scenario@1\nplaces: { Aktau: [1, 2 }\n',
      [
        'port.yaml:2:24: A bracket is opened and not closed; write ] where its entries end.',
        'port.yaml:2:25: A brace is opened and not closed; write } where its entries end.',
      ],
    ],
    [
      'is broken JSON',
      '{ "keruen": "scenario@1",\n  "places": {}',
      ['port.yaml:2:15: A brace is opened and not closed; write } where its entries end.'],
    ],
    [
      'extends what does not exist',
      'keruen: scenario@1\nextends: middle-coridor\n',
      ['port.yaml:2:10: extends: There is no scenario "middle-coridor"; did you mean middle-corridor?'],
    ],
    [
      'has a comma in a number inside braces',
      `${head}places: { A: { kind: terminal, at: [1, 2], tracks: 1, shunting: 1 h,
    cranes: { rail: { count: -1, rate: 15 moves/h } }, yard: { capacity: 5,000 TEU } } }
lines: { loop: { between: [A, A], mode: rail, length: 1 km } }
`,
      [
        'port.yaml:6:30: places.A.cranes.rail.count: -1 is not a whole number from 0 to 1000000.',
        'port.yaml:6:76: places.A.yard."000 TEU": A comma inside braces begins a new entry, here "000 TEU"; write numbers without thousands separators: 5000 TEU; or 5.000 TEU where a decimal point was meant.',
        'port.yaml:7:18: lines.loop.between: The line "loop" begins and ends at A; name two places.',
      ],
    ],
  ];

  it.each(rows)('%s', (_, content, problems) => {
    expect(said(content, { base: () => undefined, known: ['middle-corridor', 'other'] })).toEqual(problems);
  });

  it('multiplies its aliases beyond measure', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [now, before] of ['ba', 'cb', 'dc', 'ed']) {
      bomb.push(`${now}: &${now} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`);
    }
    expect(said(bomb.join('\n'))).toEqual([
      'port.yaml:1:1: Aliases of the file stand for more than can be read; write out what they stand for.',
    ]);
  });

  it('never throws, whatever stands in it', () => {
    for (const odd of [
      '\u0000',
      '%YAML',
      '? a',
      '!!binary x',
      '&a *a',
      '<<: 1',
      '[[[[',
      '"\\x"',
      '__proto__: 1',
      '\t- a',
      '--- a\n--- b',
    ]) {
      const { corridor: none, problems } = read(odd);
      expect(none, odd).toBeUndefined();
      expect(problems.length, odd).toBeGreaterThan(0);
    }
  });
});

describe('a scenario with anything in the place of any of its entries', () => {
  it('is read or refused, never thrown out', () => {
    const content = parse(text) as object;
    const paths = everyPath(content);
    const odd = fc.constantFrom<unknown>(
      null,
      0,
      -1,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      '',
      '8',
      '20 %',
      '1 TEU',
      true,
      [],
      [null],
      {},
      { x: {} },
      { law: 'x' },
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, fc.boolean(), (path, value, extended) => {
        const spoilt = setPath(content, path, value);
        const own = extended
          ? { keruen: 'scenario@1', extends: 'x', ...(setPath({}, path, value ?? 0) as object) }
          : spoilt;
        const { corridor: made, problems } = read(stringify(own), { base: (id) => (id === 'x' ? content : undefined) });
        expect(made === undefined).toBe(problems.length > 0);
        for (const { say, allowed } of problems) expect([say, allowed]).not.toContain('');
        if (made === undefined) refused++;
      }),
      { seed: 20240101, numRuns: 300 },
    );
    // Most of what is odd is wrong: were everything accepted, this would say so.
    expect(refused).toBeGreaterThan(150);
  });

  function everyPath(value: unknown, path: string[] = []): string[][] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
    const below = Object.entries(value).flatMap(([key, entry]) => everyPath(entry, [...path, key]));
    return path.length === 0 ? below : [path, ...below];
  }
});

describe('problems of a file', () => {
  const positions = (problems: readonly Problem[]) => problems.map(({ line, column, path }) => [line, column, path]);

  it('stand at the value of their path, or at the key of a map', () => {
    const count = edited('feeders:\n    count: 2', 'feeders:\n    count: 0');
    expect(positions(read(count.content).problems)).toEqual([[count.at + 1, 12, 'fleets.feeders.count']]);
    const unused = edited(
      'caucasus sets: { count',
      'more sets: { count: 1, carries: 80 TEU }\n  caucasus sets: { count',
    );
    expect(positions(read(unused.content).problems)).toEqual([[unused.at, 3, 'fleets."more sets"']]);
  });

  it('name the line and column in the file', () => {
    const { content, at } = edited('length: 508 km', 'length: 508 TEU');
    expect(positions(read(content).problems)).toEqual([[at, 13, 'lines.Caspian.length']]);
    const misspelt = edited('between: [ Aktau, Alat ]', 'between: [ Aktau, Alatt ]');
    expect(positions(read(misspelt.content).problems)).toEqual([[misspelt.at, 23, 'lines.Caspian.between.1']]);
  });

  it('stand at what lacks something, where it is missing', () => {
    const { content } = edited('    length: 508 km\n', '');
    const at = content.split('\n').indexOf('  Caspian:') + 1;
    expect(positions(read(content).problems)).toEqual([[at, 3, 'lines.Caspian.length']]);
    const noPlaces = 'id: x\nkeruen: scenario@1\ntitle: X\nstart: 2024-01-01\n';
    expect(positions(read(noPlaces).problems)).toEqual([[1, 1, 'places']]);
  });

  it('stand at the setting of a change, however it was written', () => {
    const key = 'set: { places.Khorgos.gaugeChange.cranes: 3 }';
    const flat = edited(key, 'set: { places.Khorgos.gaugeChange.cranes: 3 h }');
    expect(positions(read(flat.content).problems)).toEqual([
      [flat.at, 47, 'changes.more-cranes.set."places.Khorgos.gaugeChange.cranes"'],
    ]);
    const nested = edited(key, 'set: { places: { Khorgos: { gaugeChange: { shunting: 30 } } } }');
    expect(positions(read(nested.content).problems)).toEqual([
      [nested.at, 58, 'changes.more-cranes.set."places.Khorgos.gaugeChange.shunting"'],
    ]);
    expect(said(nested.content)[0]).toContain('30 what?');
  });

  it('come all at once', () => {
    const { content } = edited('508 km', '508 TEU');
    const twice = content.replace('carries: 225 TEU', 'carries: 225').replace('count: 8', 'count: -8');
    expect(
      read(twice)
        .problems.map(({ path }) => path)
        .sort(),
    ).toEqual(['fleets."kazakh sets".count', 'fleets.feeders.carries', 'lines.Caspian.length']);
  });
});

describe('a file that extends another', () => {
  const base = parse(text) as object;
  const options = { base: (id: string) => (id === 'small' ? base : undefined), known: ['small'] };
  const over = (lines: string) => `keruen: scenario@1\nid: mine\nextends: small\n${lines}`;

  it('is the same corridor with what it changes', () => {
    const same = read(over(''), options);
    expect(same.problems).toEqual([]);
    expect(same.corridor?.hash).toBe(today.hash);
    expect(same.corridor?.data.id).toBe('mine');
    const more = read(over('fleets: { feeders: { count: 3 } }\n'), options).corridor;
    expect(more?.hash).toBe(today.with({ set: { fleets: { feeders: { count: 3 } } } }).hash);
  });

  it('removes by null, and what it removes has no source any more', () => {
    const { corridor: less, problems } = read(
      over('places: { Aktau: { title: null } }\nlines: { China: { paths: null } }\n'),
      options,
    );
    expect(problems).toEqual([]);
    expect(less?.hash).toBe(today.with({ set: { lines: { China: { paths: null } } } }).hash);
  });

  it('marks a value that it overrides without a source of its own as changed, an entry of a law too', () => {
    const controls = 'places.Khorgos.controls';
    const sources = {
      [`${controls}.seals.takes`]: 'B012',
      'places."Khorgos".controls.papers.takes': 'B013',
      'lines.China.speed': 'B014',
    };
    const own = 'places: { Khorgos: { controls: { seals: { takes: { mean: 3 h } }, papers: { takes: 3 h } } } }\n';
    const reads = (lines: string) => {
      const { corridor: read_, problems } = read(over(lines), { ...options, base: () => ({ ...base, sources }) });
      expect(problems).toEqual([]);
      return read_?.data.sources;
    };
    expect(reads(own)).toEqual({
      [`${controls}.seals.takes`]: 'changed',
      [`${controls}.papers.takes`]: 'changed',
      'lines.China.speed': 'B014',
    });
    expect(reads(`${own}sources: { ${controls}.seals.takes: B015 }\n`)).toMatchObject({
      [`${controls}.seals.takes`]: 'B015',
    });
    // What it says again as it was keeps its source.
    expect(reads('places: { Khorgos: { controls: { seals: { takes: { mean: 1 h } } } } }\n')).toEqual(sources);
  });

  it('takes over no source of what it removes, but answers for its own', () => {
    const sourced = { ...base, sources: { 'lines.China.paths': 'B012', 'lines.China.speed': 'B013' } };
    const from = { base: () => sourced };
    const gone = read(over('lines: { China: { paths: null } }\n'), from);
    expect(gone.problems).toEqual([]);
    expect(gone.corridor?.data.sources).toEqual({ 'lines.China.speed': 'B013' });
    expect(said(over('sources: { lines.Chian.speed: B013 }\n'), from)).toEqual([
      'port.yaml:4:31: sources."lines.Chian.speed": Nothing stands at lines.Chian.speed; correct the path, or remove the entry.',
    ]);
  });

  it('marks what it changes without a source of its own', () => {
    const lines = `places:
  Aktau: { yard: { capacity: 4000 TEU }, shunting: 30 min, tracks: 3, title: Port }
sources: { places.Aktau.tracks: D001 }
`;
    expect(read(over(lines), options).corridor?.data.sources).toEqual({
      'places."Xi\'an".tracks': 'assumed: two seen on the map',
      'places.Aktau.yard.capacity': 'changed',
      'places.Aktau.tracks': 'D001',
    });
  });

  it('has positions for what stands in it, and none for what it inherits', () => {
    const { problems } = read(over('fleets:\n  feeders:\n    speed: null\n    count: 0\n'), options);
    expect(problems.map(({ path, line, column }) => [path, line, column])).toEqual([
      ['lines.Caspian.speed', undefined, undefined],
      ['fleets.feeders.count', 7, 12],
    ]);
    expect(problems.map(({ file }) => file)).toEqual(['port.yaml', 'port.yaml']);
  });

  it('may extend what extends another, but not itself', () => {
    const chain: { readonly [id: string]: object } = {
      small: base,
      middle: { extends: 'small', fleets: { feeders: { count: 3 } } },
      ring: { extends: 'gnir' },
      gnir: { extends: 'ring' },
    };
    const all = { base: (id: string) => chain[id] };
    const made = read(
      'keruen: scenario@1\nextends: middle\nid: x\nfleets: { feeders: { speed: 12 kn } }',
      all,
    ).corridor;
    expect(made?.data.fleets.feeders).toEqual({ count: 3, carries: 225, load: 0.9, speed: 22.224 });
    expect(said('keruen: scenario@1\nextends: ring', all)).toEqual([
      'port.yaml:2:10: extends: ring extends gnir extends ring: a scenario cannot extend itself.',
    ]);
  });
});
