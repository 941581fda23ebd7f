// One setting of a change: its path, its value, and the problems of either.

import { nearest, readPath, writePath } from '../../problem';
import { type Complaint, complaint, listed } from '../checks/complaint';
import { composed } from '../corridor/composed';
import type { CorridorData, Settings } from '../corridor/corridor';
import { getPath, hasPath, isMap, leavesOf, type Path } from '../corridor/tree/path';
import { structureFault } from '../corridor/tree/structure';
import { schemaOf } from '../schema/corridorSchema';
import { valueAt } from '../schema/schema';
import { keysOf, schemasAt } from '../schema/schemaWalk';
import { commas } from './commas';
import { hoursInPlace } from './hoursInPlace';

/** One value to set: its path, the path as written, and the value. */
export interface Setting {
  readonly path: readonly string[];
  /** The keys as written in the change; the first is a path as text. */
  readonly written: readonly string[];
  readonly value: unknown;
  /** In the nested form numbers are already in base units; elsewhere they are text with a unit. */
  readonly nested: boolean;
}

/** The settings of a change, and the keys that are not valid paths. */
export function settingsOf(set: Settings): { readonly settings: Setting[]; readonly complaints: Complaint[] } {
  const settings: Setting[] = [];
  const complaints: Complaint[] = [];
  for (const [text, written] of Object.entries(set)) {
    const fault = structureFault(written);
    if (fault !== undefined) {
      complaints.push({ ...fault, path: [text, ...fault.path] });
      continue;
    }
    const entry = composed(written);
    const found = commas(entry, [text]);
    if (found.length > 0) {
      complaints.push(...found);
      continue;
    }
    try {
      const at = readPath(text.normalize('NFC'));
      for (const [below, value] of leavesOf(entry)) {
        settings.push({ path: [...at, ...below], written: [text, ...below], value, nested: at.length === 1 });
      }
    } catch (error) {
      complaints.push(complaint([text], text, 'a path', error instanceof Error ? error.message : String(error)));
    }
  }
  return { settings, complaints };
}

/** What may change while a run goes on. */
const duringRun = ['places', 'lines', 'services', 'fleets', 'flows', 'locomotives', 'traffic', 'weather'];
/** What may change before it starts. */
const beforeRun = [...duringRun, 'calendars', 'initial', 'title', 'start', 'timeZone', 'warmUp'];

/** Entries that have a time in the data, and why `from` does not apply to them. */
const saysWhen: { readonly [root: string]: string } = {
  calendars:
    'The dates in a calendar say themselves when other hours hold; leave from out, and set such as calendars.customs.dates."2024-07-01..2024-07-31".',
  initial: 'The initial state is what stands somewhere at clock zero; leave from out.',
};

/** Whether a value at a path can be set, and the value in base units. `null` removes an entry. */
export function readSetting(
  data: CorridorData,
  setting: Setting,
  dated: boolean,
): { value?: unknown; complaints: Complaint[] } {
  const { path, written, value } = setting;
  const roots = dated ? duringRun : beforeRun;
  const hours = hoursInPlace(data, setting);
  if (hours !== undefined) return { complaints: [hours] };
  if (!roots.includes(path[0])) return { complaints: [noSuchRoot(data, setting, roots)] };
  if (value === null) {
    // Removing an allowed but absent entry is a no-op.
    const known = hasPath(data, path) || writePath(corrected(data, path) ?? []) === writePath(path);
    return known ? { value, complaints: [] } : { complaints: [noSuchPath(data, setting)] };
  }
  if (isMap(value)) {
    if (!hasPath(data, path)) return { value, complaints: [] };
    const say = `An empty map changes nothing at ${writePath(path)}; null removes an entry.`;
    return { complaints: [complaint(written, '{}', 'values, or null', say)] };
  }
  const read = valueAt(path, value, setting.nested ? 'typed' : 'file', data);
  // In the nested form, text with a unit is equivalent to hours(8).
  const text = setting.nested && read.issues.length > 0 ? valueAt(path, value, 'file', data) : read;
  const { issues, value: decoded } = text.issues.length === 0 ? text : read;
  if (issues.length === 0) return { value: decoded, complaints: [] };
  const { found } = schemasAt(schemaOf('typed'), path, data);
  const namesNothing = found < path.length && keysAt(data, path.slice(0, found)).length > 0;
  if (namesNothing && !hasPath(data, path)) return { complaints: [noSuchPath(data, setting)] };
  return { complaints: issues.map((issue) => ({ ...issue, path: written })) };
}

function noSuchRoot(data: CorridorData, setting: Setting, roots: readonly string[]): Complaint {
  const { path, written } = setting;
  const [first] = path;
  if (beforeRun.includes(first)) {
    if (Object.hasOwn(saysWhen, first)) return complaint(written, writePath(path), listed(roots), saysWhen[first]);
    const say = `${first} cannot change during a run; leave from out, so that it holds from the start.`;
    return complaint(written, writePath(path), listed(roots), say);
  }
  if (Object.hasOwn(data, first)) {
    return complaint(written, writePath(path), listed(roots), `${first} cannot be set by a change.`);
  }
  return noSuchPath(data, setting);
}

/** A path that does not exist: the entries where it fails, and the nearest valid path. */
export function noSuchPath(data: CorridorData, { path, written }: Setting): Complaint {
  const wrong = path.findIndex((key, i) => !keysAt(data, path.slice(0, i)).includes(key));
  const above = path.slice(0, Math.max(0, wrong));
  const here = keysAt(data, above);
  const meant = corrected(data, path);
  const where = above.length === 0 ? 'a scenario' : writePath(above);
  const ask = meant === undefined ? `at ${where} there may be ${listed(here)}.` : `did you mean ${writePath(meant)}?`;
  return complaint(written, writePath(path), listed(here), `There is no ${writePath(path)}; ${ask}`);
}

/** The path with each unknown key replaced by the nearest allowed one; undefined if none is near. */
export function corrected(data: CorridorData, path: Path): Path | undefined {
  const meant: string[] = [];
  for (const key of path) {
    const here = keysAt(data, meant);
    const next = here.includes(key) ? key : nearest(key, here)[0];
    if (next === undefined) return undefined;
    meant.push(next);
  }
  return meant;
}

/** The existing keys at a path, and the allowed ones. */
export function keysAt(data: CorridorData, path: Path): string[] {
  if (path.length === 0) return beforeRun;
  const stands = getPath(data, path);
  const own = typeof stands === 'object' && stands !== null && !Array.isArray(stands) ? Object.keys(stands) : [];
  const { schemas, found } = schemasAt(schemaOf('typed'), path, data);
  const may = found === path.length ? schemas.flatMap((schema) => keysOf(schema, stands)) : [];
  return [...new Set([...own, ...may])];
}
