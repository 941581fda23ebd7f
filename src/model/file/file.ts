// Reads a scenario file: parse, merge over its base, decode, check; every problem with file, line and column.
import { type Problem, writePath } from '../../problem';
import { commas } from '../change/commas';
import { Corridor } from '../change/define';
import { settingsOf } from '../change/setting';
import { problemOf, validated } from '../change/validate';
import { type Complaint, complaint } from '../checks/complaint';
import { getPath, hasPath, isMap } from '../corridor/tree/path';
import { baseOf, type ReadOptions, withSources } from './extends';
import { type FileText, kindOf, readText } from './fileText';

export type { ReadOptions } from './extends';
export { writeScenario } from './writeScenario';

/** Reads a scenario from the text of a file, YAML or JSON. Never throws; without problems it returns a corridor. */
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
  // Without its base, missing entries of a file cannot be judged.
  if (based.problem !== undefined || !isMap(own)) {
    const all = based.problem === undefined ? refused : [...refused, based.problem];
    return { problems: inOrder(all.map(problemOf).map((one) => placed(one, fileName, read, own, own))) };
  }
  const merged = withSources(based.base, own);
  const { data, problems } = validated(merged, 'file', refused);
  if (data !== undefined) return { corridor: new Corridor(data, [], []), problems: [] };
  const above = refused.map(({ path }) => path.slice(0, -1)).filter((path) => path.length > 0);
  const cut = new Set(above.map(writePath));
  const around = new Set(above.flatMap((path) => path.map((_, i) => writePath(path.slice(0, i + 1)))));
  const whole = problems.filter((one) => !isCutShort(one, cut, around));
  return { problems: inOrder(whole.map((one) => placed(one, fileName, read, own, merged))) };
}

/**
 * In `{ capacity: 5,000 TEU }` the comma is the problem, not the missing unit of 5, the sum of the map, or the value
 * as a whole.
 */
function isCutShort({ path, got, say }: Problem, cut: ReadonlySet<string>, around: ReadonlySet<string>): boolean {
  const at = writePath(partsOf(path));
  const isPart = cut.has(writePath(partsOf(path).slice(0, -1))) && say.startsWith(`${got} what?`);
  return isPart || cut.has(at) || (around.has(at) && /^[[{]/.test(got));
}

/** In order of lines; problems of the base have no line and come first. */
const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));

/** Checks that must pass before all others. */
function checkOutside(own: unknown): Complaint[] {
  const allowed = 'keruen: scenario@1 and the entries of a scenario';
  if (own === null || own === undefined) {
    return [complaint([], 'an empty file', allowed, 'The file is empty; begin it with "keruen: scenario@1".')];
  }
  if (!isMap(own)) {
    const say = `The file holds ${kindOf(own)}, not entries with names; begin it with "keruen: scenario@1".`;
    return [complaint([], kindOf(own), allowed, say)];
  }
  const groups = commas(own);
  if (own.keruen === 'scenario@1') return groups;
  const got = own.keruen === undefined ? 'nothing' : String(own.keruen);
  const say =
    own.keruen === undefined
      ? 'The file does not say what it is; begin it with "keruen: scenario@1".'
      : `This version reads scenario@1, not ${got}.`;
  return [complaint(['keruen'], got, 'scenario@1', say), ...groups];
}

/** A problem with the position of its path in this file; none if the path is in the base only. */
function placed(problem: Problem, file: string, read: FileText, own: unknown, merged: unknown): Problem {
  const { path, got, allowed, say } = problem;
  const parts = partsOf(path);
  const missing = lastStanding(merged, parts, own);
  const position = read.at(written(own, parts)) ?? (missing === undefined ? undefined : read.at(missing));
  return { path, file, ...position, got, allowed, say };
}

const partsOf = (path: string): readonly string[] =>
  path === '' ? [] : (settingsOf({ [path]: '' }).settings[0]?.path ?? []);

/** For a missing entry: the position of its parent, if that is in this file. */
function lastStanding(merged: unknown, parts: readonly string[], own: unknown): readonly string[] | undefined {
  if (hasPath(merged, parts)) return undefined;
  const depth = parts.findIndex((_, i) => !hasPath(merged, parts.slice(0, i + 1)));
  const above = parts.slice(0, depth);
  if (above.length > 0) return written(own, above);
  return isMap(own) && own.extends !== undefined ? undefined : [];
}

/** The keys under which a setting of a change is written in the file. */
function written(own: unknown, parts: readonly string[]): readonly string[] {
  const [first, id, set, text, ...rest] = parts;
  const settings = getPath(own, ['changes', id ?? '', 'set']);
  if (first !== 'changes' || set !== 'set' || text === undefined || !isMap(settings)) return parts;
  const keys = writtenIn(settings).get(writePath([...partsOf(text), ...rest]));
  return keys === undefined ? parts : [first, id, set, ...keys];
}

const writtenOf = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/** For each path that a change sets, the keys under which it is written; computed once per change. */
function writtenIn(settings: { readonly [path: string]: unknown }): ReadonlyMap<string, readonly string[]> {
  const known = writtenOf.get(settings);
  if (known !== undefined) return known;
  // Backwards, so that the first of two is kept.
  const all = settingsOf(settings).settings.toReversed();
  const keys = new Map(all.map((one) => [writePath(one.path), one.written]));
  writtenOf.set(settings, keys);
  return keys;
}
