// Names that an engine knows of itself, such as toString: unknown where nobody wrote them, and good where somebody did.
import { describe, expect, it } from 'vitest';
import { validated } from '../../../src/model/change/validate';
import { leavesOf } from '../../../src/model/corridor/tree/path';
import { encode } from '../../../src/model/schema/schema';
import { scenarios } from '../../../src/scenarios';
import { entry } from '../../cli/session';

type Entries = Record<string, unknown>;
const saidWith = (file: object, path: readonly string[], value: unknown, name: string) => {
  const copy = structuredClone(file) as Entries;
  entry(copy, ...path.slice(0, -1))[path[path.length - 1]] = value;
  return validated(copy, 'file').problems.map(({ path, say }) => `${path}: ${say}`.replaceAll(name, 'NAME'));
};

/** What stands there names another entry. */
const names = [
  'from',
  'to',
  'fleet',
  'on',
  'at',
  'calendar',
  'weather',
  'berth',
  'via',
  'commodity',
  'flow',
  'serves',
  'between',
];

describe('a name that is unknown', () => {
  it.each(scenarios.map(({ id, corridor }) => ({ id, corridor })))(
    'is unknown too where an engine has something of that name: $id',
    ({ corridor }) => {
      const file = encode(corridor.data);
      const paths = leavesOf(file).map(([path, value]) => ({ path, value }));
      const refs = paths.filter(({ path }) => names.includes(path.at(-1) ?? '') && path[0] !== 'changes');
      expect(refs.length).toBeGreaterThan(3);
      const seen = new Set<string>();
      for (const { path, value } of refs) {
        const kind = `${path[0]}.${path.at(-1)}`;
        if (seen.has(kind)) continue;
        seen.add(kind);
        const as = (name: string) => (Array.isArray(value) ? [name, ...value.slice(1)] : name);
        for (const name of ['constructor', 'toString']) {
          const said = saidWith(file, path, as(name), name);
          // Of the same length, since what is near is judged by that.
          const other = 'qzqzqzqzqzqzqz'.slice(0, name.length);
          expect({ path, said }).toEqual({ path, said: saidWith(file, path, as(other), other) });
          expect(said.join()).not.toMatch(/NaN|undefined|function/);
        }
      }
    },
    60_000,
  );
});
