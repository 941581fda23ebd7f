// Paths into a corridor's data: get, immutable set, and merge.
import { readPath, writePath } from '../../../problem';

export type Path = readonly string[];
/** The path of a text, or undefined if it cannot be read; the check reports that. */
export function pathOf(text: string): string[] | undefined {
  try {
    return readPath(text);
  } catch {
    return undefined;
  }
}

type Entries = { readonly [key: string]: unknown };

/** Whether this is a map of further entries; lists and laws (`{ law: 'exponential', … }`) are values. */
export function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLaw(value);
}

const isLaw = (value: object) => Object.hasOwn(value, 'law') && typeof (value as Entries).law === 'string';

/** As `isMap`, but includes laws: values that a path may lead into. */
function hasEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const joined = (entries: [string, unknown][]): Entries => Object.fromEntries(entries);

/** The value at a path; undefined if there is none. */
export function getPath(data: unknown, path: Path): unknown {
  let at = data;
  for (const key of path) {
    if (!hasEntries(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** Whether a path exists; positions in a list count too. */
export function hasPath(data: unknown, path: Path): boolean {
  let at = data;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Entries)[key];
  }
  return true;
}

/**
 * The same data with another value at a path; the original is unchanged, with structural sharing.
 * `null` removes the entry. Missing maps on the path are created. Throws a RangeError if the path leads
 * into a single value or a list: list positions are not addressable.
 * @param own maps created by earlier calls: they are modified in place, so that many settings of one map
 * do not copy it each time
 */
export function setPath(data: unknown, path: Path, value: unknown, own: Set<object> = new Set()): unknown {
  return setBelow(data, path, value, 0, own);
}

function setBelow(data: unknown, path: Path, value: unknown, depth: number, own: Set<object>): unknown {
  if (depth === path.length) return value;
  if (data !== undefined && data !== null && !hasEntries(data)) {
    const what = Array.isArray(data) ? 'a list' : 'a single value';
    const where = writePath(path.slice(0, depth));
    throw new RangeError(`${where} is ${what}, so nothing below it can be set; set ${where} as a whole.`);
  }
  const key = path[depth];
  const stands = hasEntries(data) && Object.hasOwn(data, key);
  if (value === null && !stands) return data;
  const isGone = value === null && depth === path.length - 1;
  const below = isGone ? undefined : setBelow(stands ? data[key] : undefined, path, value, depth + 1, own);
  const copy = hasEntries(data) && own.has(data) ? data : joined(Object.entries(data ?? {}));
  own.add(copy);
  if (isGone) Reflect.deleteProperty(copy, key);
  else Object.defineProperty(copy, key, { value: below, enumerable: true, writable: true, configurable: true });
  return copy;
}

/**
 * Settings as a list of paths and values, in the given order. The keys of `set` are paths as text; below them,
 * maps are flattened to their values: `{ places: { Aktau: { tracks: 3 } } }` is `{ 'places.Aktau.tracks': 3 }`.
 * An empty map is a value. Throws a message if a key cannot be read as a path.
 */
export function flattenSettings(set: Entries): [path: string[], value: unknown][] {
  return Object.entries(set).flatMap(([text, value]) => leavesOf(value, readPath(text)));
}

/** Every path below a value with its value; lists and laws count as one value. */
export function leavesOf(value: unknown, path: Path = []): [path: string[], value: unknown][] {
  if (!isMap(value) || Object.keys(value).length === 0) return [[[...path], value]];
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .flatMap(([key, entry]) => leavesOf(entry, [...path, key]));
}

/** The `set` of a change is one value: a `null` in it is a setting, not the removal of one. */
const isSettings = (path: Path) => path.length === 3 && path[0] === 'changes' && path[2] === 'set';

/** Merges one scenario over another: maps entry by entry, `null` removes, everything else replaces. */
export function merge(base: unknown, over: unknown, path: Path = []): unknown {
  if (!isMap(over) || isSettings(path)) return over;
  // A law may be changed entry by entry, but a map is never merged into a single value or a list.
  const below = hasEntries(base) ? base : {};
  const entries = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(over)) {
    if (value === null) entries.delete(key);
    else if (value !== undefined) entries.set(key, merge(entries.get(key), value, [...path, key]));
  }
  return joined([...entries]);
}
