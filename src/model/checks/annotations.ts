// What stands beside the data: dates, changes and variants, headlines, and the sources and ranges of its numbers.
import { readPath } from '../../problem';
import type { CorridorData } from '../corridor/corridor';
import { readHeadline } from '../corridor/measures/headline';
import { hasPath, pathOf } from '../corridor/tree/path';
import { valueAt } from '../schema/schema';
import { DAY } from '../time/clock';
import { isDate, windowOf } from '../time/window';
import { type Complaint, complaint, unknownName } from './complaint';
import { judged, judgedEach, whereValid } from './judged';

export function checkAnnotations(data: CorridorData): Complaint[] {
  return judged(
    () => checkStart(data),
    () => checkWarmUp(data),
    () => checkVariants(data),
    () => checkChanges(data),
    () => checkHeadline(data),
    () => checkPaths(data, 'sources'),
    () => checkPaths(data, 'ranges'),
    () => checkRanges(data),
  );
}

function checkStart(data: CorridorData): Complaint[] {
  if (isDate(data.start)) return [];
  const say = 'The window opens on a day of the calendar; write it as 2024-01-01.';
  return [complaint(['start'], data.start, 'a date yyyy-mm-dd', say)];
}

function checkWarmUp(data: CorridorData): Complaint[] {
  if (data.warmUp >= 0 && data.warmUp % DAY === 0) return [];
  const say = 'A warm-up is whole days, so that seasons stay where they are; write it as "90 d".';
  return [complaint(['warmUp'], `${data.warmUp / DAY} d`, 'whole days, 0 or more', say)];
}

function checkVariants(data: CorridorData): Complaint[] {
  const known = new Set(Object.keys(data.changes ?? {}));
  return judgedEach(
    () => data.variants,
    (id, list) => {
      const checkName = (i: number) =>
        known.has(list[i]) ? [] : [unknownName(['variants', id, i], list[i], 'change', [...known])];
      return judged(...Array.from(list.keys(), (i) => () => checkName(i)));
    },
  );
}

/** A change of a variant that begins on another day than the scenario is judged with the variant. */
function checkChanges(data: CorridorData): Complaint[] {
  const moves = (name: string) =>
    whereValid(
      () => Object.keys(data.changes?.[name]?.set ?? {}).some((path) => /^(?:start|warmUp)$/.test(path)),
      false,
    );
  const variants = whereValid(() => Object.values(data.variants ?? {}), []);
  const moved = new Set(variants.filter((names) => names.some(moves)).flat());
  return judgedEach(
    () => data.changes,
    (id, { from }) => (moved.has(id) ? [] : checkFrom(data, ['changes', id, 'from'], from)),
  );
}

/** A dated change must fall into the run: from clock zero to the last day of the window. */
export function checkFrom(data: CorridorData, path: string[], from: string | undefined): Complaint[] {
  if (from === undefined) return [];
  if (!isDate(from)) {
    return [
      complaint(path, from, 'a date yyyy-mm-dd', 'A change happens on a day of the calendar; write it as 2024-07-01.'),
    ];
  }
  if (!isDate(data.start) || !(data.warmUp % DAY === 0)) return [];
  const { first, last } = windowOf(data);
  if (first <= from && from <= last) return [];
  const say = `The run begins on ${first} and its window ends with ${last}; choose a day between, or leave from out for a change before the start.`;
  return [complaint(path, from, `${first} to ${last}`, say)];
}

function checkHeadline(data: CorridorData): Complaint[] {
  const list = data.headline ?? [];
  const checkOne = (i: number) => {
    const read = readHeadline(list[i], data);
    if (!('word' in read)) return [];
    const found = unknownName(['headline', i], read.word, read.what, read.allowed);
    return [{ ...found, say: `${found.say} A headline reads like "p90 dwell at Aktau".` }];
  };
  return judged(...Array.from(list.keys(), (i) => () => checkOne(i)));
}

function checkPaths(data: CorridorData, key: 'sources' | 'ranges'): Complaint[] {
  const checkOne = (text: string) => {
    let path: string[];
    try {
      path = readPath(text);
    } catch (error) {
      return [complaint([key, text], text, 'a path', error instanceof Error ? error.message : String(error))];
    }
    if (hasPath(data, path)) return [];
    const say = `Nothing stands at ${text}; correct the path, or remove the entry.`;
    return [complaint([key, text], text, 'a path of this scenario', say)];
  };
  return judged(...Object.keys(data[key] ?? {}).map((text) => () => checkOne(text)));
}

/** Both ends of a range can stand at its path, as text with a unit, the lower first. */
function checkRanges(data: CorridorData): Complaint[] {
  const checkOne = (text: string, ends: readonly [unknown, unknown]) => {
    const path = pathOf(text);
    if (path === undefined || !hasPath(data, path)) return [];
    const read = ends.map((end) => valueAt(path, end, 'file', data));
    const wrong = read.flatMap(({ issues }, i) => issues.map((issue) => ({ ...issue, path: ['ranges', text, i] })));
    const [low, high] = read.map(({ value }) => value);
    if (wrong.length > 0 || (typeof low === 'number' && typeof high === 'number' && low <= high)) return wrong;
    const say = `A range goes from a lower to a higher number; ${String(ends[0])} to ${String(ends[1])} does not.`;
    return [
      complaint(['ranges', text], `${String(ends[0])} to ${String(ends[1])}`, 'two numbers, the lower first', say),
    ];
  };
  return judgedEach(() => data.ranges, checkOne);
}
