// Merges a scenario file over the one it extends, with sources for inherited values and marks for changed ones.
import { nearest, writePath } from '../../problem';
import { settingsOf } from '../change/setting';
import { type Complaint, complaint } from '../checks/complaint';
import { getPath, hasPath, isMap, leavesOf, merge } from '../corridor/tree/path';
import { schemaOf } from '../schema/corridorSchema';
import { wholeOf } from '../schema/schemaWalk';

export interface ReadOptions {
  /** The file form of a shipped scenario, or of another file, by id; undefined if there is none. */
  base(id: string): object | undefined;
  /** The known ids, to suggest one for a misspelt name. */
  readonly known?: readonly string[];
}

export type Entries = { readonly [key: string]: unknown };

/** The whole file form of the base of a file; a base may extend another one. */
export function baseOf(
  own: Entries,
  options: ReadOptions,
  passed: readonly string[] = [],
): { base: Entries; problem?: Complaint } {
  const id = own.extends;
  if (id === undefined || id === null) return { base: {} };
  const known = options.known ?? [];
  const allowed = known.length > 0 ? known.join(', ') : 'the id of a scenario';
  if (typeof id !== 'string') {
    return { base: {}, problem: complaint(['extends'], String(id), allowed, 'extends names one scenario by its id.') };
  }
  if (passed.includes(id)) {
    const say = `${[...passed, id].join(' extends ')}: a scenario cannot extend itself.`;
    return { base: {}, problem: complaint(['extends'], id, allowed, say) };
  }
  const base = options.base(id);
  if (base === undefined) {
    const near = nearest(id, known);
    const ask = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is ${known.join(', ') || 'none'}.`;
    return { base: {}, problem: complaint(['extends'], id, allowed, `There is no scenario "${id}"; ${ask}`) };
  }
  const below = baseOf(base as Entries, options, [...passed, id]);
  return { base: withSources(below.base, base as Entries), problem: below.problem };
}

/** Entries beside the data, or naming it; none has a source. */
const annotations = ['keruen', 'id', 'title', 'extends', 'changes', 'variants', 'headline', 'sources', 'ranges'];

/** A file merged over its base. A number that it changes without giving a source is marked `changed`. */
export function withSources(base: Entries, own: Entries): Entries {
  const { extends: _, ...all } = flatChanges(merge(base, own) as Entries);
  const merged = bringsInitial(base, own) ? without(all, 'warmUp') : all;
  if (own.extends === undefined || own.extends === null) return merged;
  const cited = isMap(own.sources) ? own.sources : {};
  const marks = leavesOf(own)
    .filter(([path]) => !annotations.includes(path[0]) && path.at(-1) !== 'title')
    .map(([path]) => wholeOf(schemaOf('file'), path, merged))
    .filter(
      (path) => hasPath(merged, path) && JSON.stringify(getPath(base, path)) !== JSON.stringify(getPath(merged, path)),
    )
    .map((path) => [writePath(path), 'changed']);
  const anew = new Set(marks.map(([text]) => text));
  const sources = standing(merged, 'sources', own);
  const inherited = ([text]: [string, unknown]) => !anew.has(writePath(pathOf(text)));
  return {
    ...merged,
    sources: isMap(sources)
      ? { ...Object.fromEntries(Object.entries(sources).filter(inherited)), ...Object.fromEntries(marks), ...cited }
      : sources,
    ranges: standing(merged, 'ranges', own),
  };
}

/** Whether a file adds an initial state to a base without one, and gives no warm-up: the inherited one assumes an empty start. */
function bringsInitial(base: Entries, own: Entries): boolean {
  const has = ({ initial }: Entries) => isMap(initial) && Object.keys(initial).length > 0;
  return has(own) && !has(base) && own.warmUp === undefined;
}

const without = (entries: Entries, key: string): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([one]) => one !== key));

/** The inherited sources or ranges of values that still exist; the file's own are kept, valid or not. */
function standing(merged: Entries, key: 'sources' | 'ranges', own: Entries): unknown {
  const all = merged[key] ?? {};
  if (!isMap(all)) return all;
  const stands = (text: string) => hasPath(merged, pathOf(text));
  return Object.fromEntries(Object.entries(all).filter(([text]) => hasPath(own, [key, text]) || stands(text)));
}

/** The path that a text names; an unreadable text is its own path. */
const pathOf = (text: string): readonly string[] => settingsOf({ [text]: '' }).settings[0]?.path ?? [text];

/** Changes in the nested form become paths, where every number needs its unit, as everywhere in a file. */
function flatChanges(merged: Entries): Entries {
  if (!isMap(merged.changes)) return merged;
  const changes = Object.entries(merged.changes).map(([id, change]) => {
    if (!isMap(change) || !isMap(change.set)) return [id, change];
    const nested = Object.entries(change.set).flatMap(([text, value]) => {
      // Below a path, text already has units, and a map is kept as written: its source names it as a whole.
      const settings = isMap(value) ? settingsOf({ [text]: value }).settings.filter(({ nested }) => nested) : [];
      return settings.length === 0 ? [[text, value]] : settings.map((one) => [writePath(one.path), one.value]);
    });
    return [id, { ...change, set: Object.fromEntries(nested) }];
  });
  return { ...merged, changes: Object.fromEntries(changes) };
}
