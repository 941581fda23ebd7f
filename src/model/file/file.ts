// Reading a scenario file: parse, lay over what it extends, decode, check; every problem with file, line and column.
import { type Problem, writePath } from '../../problem';
import { Corridor } from '../change/define';
import { settingsOf } from '../change/setting';
import { problemOf, validated } from '../change/validate';
import { type Complaint, complaint } from '../checks/complaint';
import { getPath, hasPath, isMap } from '../corridor/tree/path';
import { baseOf, type ReadOptions, withSources } from './extends';
import { type FileText, kindOf, readText } from './fileText';

export type { ReadOptions } from './extends';
export { writeScenario } from './writeScenario';

/** Reads a scenario from the text of a file, YAML or JSON. Never throws: without problems there is a corridor. */
export function readScenario(
  text: string,
  fileName: string,
  options: ReadOptions,
): { corridor?: Corridor; problems: Problem[] } {
  const read = readText(text, fileName);
  if (read.problems.length > 0) return { problems: read.problems };
  const own = read.content;
  const refused = checkOutside(own);
  const based = isMap(own) ? baseOf(own, options) : { base: {} };
  // Without its base nothing can be said of what a file leaves out.
  if (based.problem !== undefined || !isMap(own)) {
    const all = based.problem === undefined ? refused : [...refused, based.problem];
    return { problems: inOrder(all.map(problemOf).map((one) => placed(one, fileName, read, own, own))) };
  }
  const merged = withSources(based.base, own);
  const { data, problems } = validated(merged, 'file', refused);
  if (data !== undefined) return { corridor: new Corridor(data, [], []), problems: [] };
  const whole = problems.filter((one) => !isCutShort(one, refused));
  return { problems: inOrder(whole.map((one) => placed(one, fileName, read, own, merged))) };
}

/** Of `{ capacity: 5,000 TEU }` the comma is the problem, not that 5 has no unit. */
function isCutShort({ path, got, say }: Problem, refused: readonly Complaint[]): boolean {
  const above = writePath(partsOf(path).slice(0, -1));
  const sibling = refused.some((one) => one.path.length > 1 && writePath(one.path.slice(0, -1)) === above);
  return sibling && say.startsWith(`${got} what?`);
}

/** In the order of the lines; what a base brings has none and comes first. */
const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));

/** What must be right before anything else is looked at. */
function checkOutside(own: unknown): Complaint[] {
  const allowed = 'keruen: scenario@1 and the entries of a scenario';
  if (own === null || own === undefined) {
    return [complaint([], 'an empty file', allowed, 'The file is empty; begin it with "keruen: scenario@1".')];
  }
  if (!isMap(own)) {
    const say = `The file holds ${kindOf(own)}, not entries with names; begin it with "keruen: scenario@1".`;
    return [complaint([], kindOf(own), allowed, say)];
  }
  const groups = groupedKeys(own, []);
  if (own.keruen === 'scenario@1') return groups;
  const got = own.keruen === undefined ? 'nothing' : String(own.keruen);
  const say =
    own.keruen === undefined
      ? 'The file does not say what it is; begin it with "keruen: scenario@1".'
      : `This version reads scenario@1, not ${got}.`;
  return [complaint(['keruen'], got, 'scenario@1', say), ...groups];
}

/** `{ capacity: 5,000 TEU }` is two entries to YAML, the second with the key `000 TEU`; `{ rate: 15,5 moves/h }` too. */
function groupedKeys(value: unknown, path: readonly (string | number)[]): Complaint[] {
  if (Array.isArray(value)) return value.flatMap((entry, i) => groupedKeys(entry, [...path, i]));
  if (!isMap(value)) return [];
  const entries = Object.entries(value);
  return entries.flatMap(([key, entry], i) => {
    if (entry !== null || !/^\d/.test(key)) return groupedKeys(entry, [...path, key]);
    const before = i === 0 ? '' : String(entries[i - 1][1]);
    if (!/^\d{3}(?:\D|$)/.test(key)) {
      if (!/^[+-]?\d+$/.test(before)) return [];
      const say = `${before},${key.split(' ')[0]} is two entries to YAML, since a comma inside braces begins a new one; write ${before}.${key}.`;
      return [complaint([...path, key], `${before},${key}`, 'a decimal point, not a comma', say)];
    }
    const say = `A comma inside braces begins a new entry, here "${key}"; write numbers without thousands separators: 5000 TEU.`;
    return [complaint([...path, key], key, 'numbers without thousands separators', say)];
  });
}

/** A problem with the place in this file where its path stands; what stands in the base only has none. */
function placed(problem: Problem, file: string, read: FileText, own: unknown, merged: unknown): Problem {
  const { path, got, allowed, say } = problem;
  const parts = partsOf(path);
  const missing = lastStanding(merged, parts, own);
  const position = read.at(written(own, parts)) ?? (missing === undefined ? undefined : read.at(missing));
  return { path, file, ...position, got, allowed, say };
}

const partsOf = (path: string): readonly string[] =>
  path === '' ? [] : (settingsOf({ [path]: '' }).settings[0]?.path ?? []);

/** Of something that is missing: the entry that lacks it, where that stands in this file. */
function lastStanding(merged: unknown, parts: readonly string[], own: unknown): readonly string[] | undefined {
  if (hasPath(merged, parts)) return undefined;
  const depth = parts.findIndex((_, i) => !hasPath(merged, parts.slice(0, i + 1)));
  const above = parts.slice(0, depth);
  if (above.length > 0) return written(own, above);
  return isMap(own) && own.extends !== undefined ? undefined : [];
}

/** The keys under which a setting of a change was written in the file. */
function written(own: unknown, parts: readonly string[]): readonly string[] {
  const [first, id, set, text, ...rest] = parts;
  const settings = getPath(own, ['changes', id ?? '', 'set']);
  if (first !== 'changes' || set !== 'set' || text === undefined || !isMap(settings)) return parts;
  const one = settingsOf(settings).settings.find(
    ({ path }) => writePath(path) === writePath([...partsOf(text), ...rest]),
  );
  return one === undefined ? parts : [first, id, set, ...one.written];
}
