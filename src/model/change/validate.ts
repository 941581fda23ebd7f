// Whether data may become a corridor: its shape, its relations, and every change and variant that it offers.
import { type Problem, readPath, writeGot, writePath } from '../../problem';
import { checkFrom } from '../checks/annotations';
import { check } from '../checks/check';
import type { Complaint } from '../checks/complaint';
import { checkDated } from '../checks/dated';
import type { CorridorData } from '../corridor/corridor';
import { isMap } from '../corridor/tree/path';
import { structureFault } from '../corridor/tree/structure';
import { decode } from '../schema/schema';
import { entryOf } from '../schema/schemaWalk';
import { applyAlone } from './applyAlone';
import { applyChanges, isBelow, once } from './applyChanges';
import { checkLaid, type DatedSettings, layDays } from './laterDays';
import { validPart } from './validPart';

/**
 * Data in base units, decoded and checked; without problems there is data.
 * @param refused what was found in the value before: it is said first of its paths.
 */
export function validated(
  value: unknown,
  form: 'file' | 'typed' = 'typed',
  refused: readonly Complaint[] = [],
): { data?: CorridorData; problems: Problem[] } {
  const fault = structureFault(value);
  if (fault !== undefined) return { problems: [problemOf(fault)] };
  const { data, issues } = decode(value, form);
  if (data === undefined || refused.length > 0) {
    const found = [...refused, ...notBelow(issues, refused)];
    if (isMap(value)) found.push(...notBelow(checkSound(value, form), found));
    return { problems: once(inOrder(found, value)).map(problemOf) };
  }
  const complaints = check(data);
  complaints.push(...checkChanges(data, complaints.length === 0));
  return complaints.length > 0 ? { problems: complaints.map(problemOf) } : { data, problems: [] };
}

/** Every relation that can be judged where the shape has issues: between parts that have none. */
function checkSound(value: object, form: 'file' | 'typed'): Complaint[] {
  const part = validPart(value, form);
  return [...check(part), ...applyAlone(part)];
}

/** Those that are said of nothing that has a problem already. */
const notBelow = (found: readonly Complaint[], above: readonly Complaint[]): Complaint[] =>
  found.filter(({ path }) => !above.some((one) => isBelow(path.map(String), one.path.map(String))));

/** In the order in which the paths stand in the value; what is missing, where it is missed. */
function inOrder(found: readonly Complaint[], value: unknown): Complaint[] {
  const placeOf = ({ path }: Complaint) => {
    let at = value;
    return path.map((key) => {
      const place = typeof at === 'object' && at !== null ? Object.keys(at).indexOf(String(key)) : -1;
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
 * Every variant, its changes one after another, and every other change by itself: can it be made?
 * And does the corridor hold with it, where it holds (`sound`) without?
 */
export function checkChanges(data: CorridorData, sound: boolean): Complaint[] {
  const changes = data.changes ?? {};
  const variants = Object.entries(data.variants ?? {}).map(([id, names]) => ({ id, names }));
  const alone = Object.keys(changes).filter((id) => !variants.some(({ names }) => names.includes(id)));
  const found = [...variants, ...alone.map((id) => ({ id: undefined, names: [id] }))].flatMap(({ id, names }) => {
    let now = data;
    let start = data;
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
    const laid = checkLaid(start, days, start === data ? [] : undefined);
    const complaints = [...laid.atStart, ...days.flatMap((day) => day.complaints), ...laid.later.flat()];
    return once(complaints).map((one) => ({
      ...one,
      path,
      say: `With it, ${writePath(one.path)} does not hold: ${one.say}`,
    }));
  });
  return once(found);
}

/** The path of a complaint about a setting as a path of the data; what cannot be read as one stays as it was written. */
export function inData(found: Complaint): Complaint {
  const [first, ...rest] = found.path;
  try {
    return { ...found, path: [...readPath(String(first)), ...rest] };
  } catch {
    return found;
  }
}

export function problemOf({ path, got, allowed, say }: Complaint): Problem {
  return { path: writePath(path), got: typeof got === 'string' ? got : writeGot(got), allowed, say };
}
