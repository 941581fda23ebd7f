// Whatever is wrong, it is said in the words of the library itself, never in those of what it reads files and schemas with.
import { describe, expect, it } from 'vitest';
import { validated } from '../../../src/model/change/validate';
import { leavesOf } from '../../../src/model/corridor/tree/path';
import { readScenario } from '../../../src/model/file/file';
import { encode, settablePaths } from '../../../src/model/schema/schema';
import { ProblemError, readPath } from '../../../src/problem';
import { scenarios } from '../../../src/scenarios';
import { railBorder } from '../../../src/scenarios/railBorder';
import { roadBorder } from '../../../src/scenarios/roadBorder';
import { entry, smallFile } from '../../cli/session';

const foreign =
  /Invalid (?:input|option|key|element|string)|[Ee]xpected "|Unrecognized|Too (?:small|big)|received|resolution|resource exhaustion|call stack|parseAllDocuments|Flow (?:map|sequence)|must be unique|implicit|\[object|undefined|NaN TEU|function/;

const bad: readonly unknown[] = [
  '',
  'nowhere',
  '4 parsecs',
  '-1 h',
  -1,
  0.5,
  1e300,
  Number.NaN,
  true,
  null,
  [],
  {},
  [1, 2, 3],
  { law: 'exponential' },
  { law: 'gamma', mean: '1 h' },
  { law: 'triangular', least: '1 h' },
  { a: { b: 1 } },
  { kind: 'terminal' },
  'toString',
  '__proto__',
];

/** Some of the bad values, others for each path. */
const someOf = (i: number, n: number) => Array.from({ length: n }, (_, j) => bad[(n * i + j) % bad.length]);

const saidOf = (make: () => unknown): string[] => {
  try {
    make();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ say, allowed, path }) => `${path}: ${say} (${allowed})`);
  }
  return [];
};
const ours = (said: readonly string[]) => {
  for (const one of said) expect(one).not.toMatch(foreign);
};

describe('the words of a problem', () => {
  it('are our own for any value at any path that can be set', () => {
    for (const corridor of [railBorder, roadBorder]) {
      for (const [i, { path }] of settablePaths(corridor.data).entries())
        for (const value of someOf(i, 2)) ours(saidOf(() => corridor.apply({ set: { [path]: value } })));
    }
  }, 120_000);

  it('are our own for any value at any entry of a file', () => {
    const paths = leavesOf(smallFile()).map(([path]) => path);
    for (const [i, path] of paths.entries()) {
      for (const value of someOf(i, 4)) {
        for (const depth of [1 + (i % path.length), path.length]) {
          const file = smallFile();
          entry(file, ...path.slice(0, depth - 1))[path[depth - 1]] = value;
          ours(validated(file, 'file').problems.map(({ path, say, allowed }) => `${path}: ${say} (${allowed})`));
        }
      }
    }
  }, 120_000);

  it('are our own where a law or a kind becomes another one', () => {
    const { data } = scenarios[0].corridor;
    const laws = leavesOf(encode(data)).filter(([, value]) => (value as { law?: string })?.law === 'triangular');
    const [path] = laws.find(([at]) => at[0] === 'places') ?? [[]];
    const law = path.map((key) => JSON.stringify(key)).join('.');
    expect(saidOf(() => scenarios[0].corridor.apply({ set: { [`${law}.law`]: 'exponential' } })).join()).toMatch(
      /The law exponential needs mean and has no least, mode, most; set \S.* as a whole: \{ law: exponential, mean: … \}\./,
    );
    expect(saidOf(() => scenarios[0].corridor.apply({ set: { 'places.Aktau.kind': 'terminal' } })).join()).toMatch(
      /The kind terminal has no berths/,
    );
    expect(readPath(law)).toEqual(path);
  });

  it.each([
    'a: [1, 2',
    'a: {b: 1',
    "a: 'x",
    'a: "x',
    'a: *b',
    'a: &a\n  - *a',
    'a: 1\n b: 2',
    'a: b: c',
    '\ta: 1',
    'a: @x',
    'a: !!int x',
    'a: "\\q"',
    '- 1\nb: 2',
    '{a: 1, a: 2}',
    'a: 1\na: 2',
    '? [1]\n: 2',
    '%X',
    'a: 1\n---\nb: 1',
    'a: {b: c: d}',
    'a: |\n x\ny',
    'a\nb: 1',
    '[1] x',
    'a: #x\n  - b\n c',
    '{ a: 1 b: 2 }',
    '&a &b x: 1',
    `a: ${'['.repeat(200)}`,
  ])('are our own for what is no YAML: %j', (text) => {
    const { problems } = readScenario(text, 'x.yaml', { base: () => undefined });
    expect(problems.length).toBeGreaterThan(0);
    ours(problems.map(({ say, got }) => `${say} (${got})`));
  });
});
