// Validates data for a corridor: its shape, its relations, and all its changes and variants.
import { type Problem, readPath, visible, writeGot, writePath } from '../../problem';
import { checkFrom } from '../checks/annotations';
import { check } from '../checks/check';
import type { Complaint } from '../checks/complaint';
import { checkDated } from '../checks/dated';
import { composed } from '../corridor/composed';
import type { CorridorData } from '../corridor/corridor';
import { isMap } from '../corridor/tree/path';
import { structureFault } from '../corridor/tree/structure';
import { decode } from '../schema/schema';
import { entryOf } from '../schema/schemaWalk';
import { applyAlone } from './applyAlone';
import { applyChanges, once } from './applyChanges';
import { checkLaid, type DatedSettings, layDays } from './laterDays';
import { validPart } from './validPart';

/**
 * Decoded and validated data in base units; present if there are no problems.
 * @param refused problems found in the value before; they come first for their paths
 */
export function validated(
  value: unknown,
  form: 'file' | 'typed' = 'typed',
  refused: readonly Complaint[] = [],
): { data?: CorridorData; problems: Problem[] } {
  const fault = structureFault(value);
  if (fault !== undefined) return { problems: [problemOf(fault)] };
  // A file is composed (NFC) when it is read.
  const named = form === 'file' ? value : composed(value);
  const { data, issues } = decode(named, form);
  if (data === undefined || refused.length > 0) {
    const found = [...refused, ...notBelow(issues, refused)];
    if (isMap(named)) found.push(...notBelow(checkSound(named, form), found));
    return { problems: once(inOrder(found, named)).map(problemOf) };
  }
  const complaints = check(data);
  complaints.push(...checkChanges(data, complaints.length === 0));
  return complaints.length > 0 ? { problems: complaints.map(problemOf) } : { data, problems: [] };
}

/** Checks all relations between valid parts when the shape has issues. */
function checkSound(value: object, form: 'file' | 'typed'): Complaint[] {
  const part = validPart(value, form);
  return [...check(part), ...applyAlone(part)];
}

/** Those whose path has no problem at or above it. */
function notBelow(found: readonly Complaint[], above: readonly Complaint[]): Complaint[] {
  const paths = new Set(above.map(({ path }) => writePath(path)));
  return found.filter(({ path }) => !paths.has('') && !path.some((_, i) => paths.has(writePath(path.slice(0, i + 1)))));
}

/** In the order of the paths in the value; a missing entry at its expected position. */
function inOrder(found: readonly Complaint[], value: unknown): Complaint[] {
  const orders = new Map<object, ReadonlyMap<string, number>>();
  const placeIn = (at: unknown, key: string | number): number => {
    if (typeof at !== 'object' || at === null) return -1;
    const order = orders.get(at) ?? new Map(Object.keys(at).map((one, i) => [one, i]));
    orders.set(at, order);
    return order.get(String(key)) ?? -1;
  };
  const placeOf = ({ path }: Complaint) => {
    let at = value;
    return path.map((key) => {
      const place = placeIn(at, key);
      at = entryOf(at, key);
      return place;
    });
  };
  const before = (a: readonly number[], b: readonly number[]) => {
    const differ = a.findIndex((place, i) => place !== b[i]);
    return differ < 0 ? a.length - b.length : a[differ] - (b[differ] ?? -2);
  };
  return found
    .map((one) => ({ one, place: placeOf(one) }))
    .sort((a, b) => before(a.place, b.place))
    .map(({ one }) => one);
}

/**
 * Checks whether every variant (its changes in sequence) and every other change by itself can be applied,
 * and whether the corridor is still valid with it, if it is (`sound`) without.
 */
export function checkChanges(data: CorridorData, sound: boolean): Complaint[] {
  const changes = data.changes ?? {};
  const variants = Object.entries(data.variants ?? {}).map(([id, names]) => ({ id, names }));
  const inVariants = new Set(variants.flatMap(({ names }) => names));
  const alone = Object.keys(changes).filter((id) => !inVariants.has(id));
  const bare = withoutOffers(data);
  const found = [...variants, ...alone.map((id) => ({ id: undefined, names: [id] }))].flatMap(({ id, names }) => {
    let now = bare;
    let start = bare;
    const dated: DatedSettings[] = [];
    const failed: Complaint[] = [];
    for (const name of names.filter((one) => Object.hasOwn(changes, one))) {
      const { set, from } = changes[name];
      const step = applyChanges(now, set, from !== undefined);
      if (from !== undefined) dated.push({ from, set });
      else start = dated.length === 0 ? step.data : applyChanges(start, set, false).data;
      for (const one of step.complaints) failed.push({ ...one, path: ['changes', name, 'set', ...one.path] });
      if (from !== undefined && step.complaints.length === 0) {
        failed.push(...checkFrom(step.data, ['changes', name, 'from'], from));
        for (const one of checkDated(now, step.data))
          failed.push({ ...one, path: ['changes', name, 'set', writePath(one.path)] });
      }
      now = step.data;
    }
    if (failed.length > 0 || !sound) return failed;
    const path = id === undefined ? ['changes', names[0]] : ['variants', id];
    const days = layDays(start, dated);
    const laid = checkLaid(start, days, start === bare ? [] : undefined);
    const complaints = [...laid.atStart, ...days.flatMap((day) => day.complaints), ...laid.later.flat()];
    return once(complaints).map((one) => ({
      ...one,
      path,
      say: `With it, ${writePath(one.path)} does not hold: ${one.say}`,
    }));
  });
  return once(found);
}

/**
 * The data that a change can alter. Changes, variants, sources and ranges are checked once, before: sources and ranges follow
 * whatever a change removes. Speed: there may be thousands of each, and every change would copy and check them again.
 */
function withoutOffers({ changes: _, variants: __, sources: ___, ranges: ____, ...data }: CorridorData): CorridorData {
  return data;
}

/** The path of a complaint about a setting as a path of the data; an unreadable path is kept as written. */
export function inData(found: Complaint): Complaint {
  const [first, ...rest] = found.path;
  try {
    return { ...found, path: [...readPath(String(first)), ...rest] };
  } catch {
    return found;
  }
}

export function problemOf({ path, got, allowed, say }: Complaint): Problem {
  const came = typeof got === 'string' ? got : writeGot(got);
  return { path: writePath(path), got: visible(came), allowed: visible(allowed), say: visible(say) };
}
