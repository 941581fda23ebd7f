// Applies changes to a corridor: reads each path and value, reports what cannot be set, sets the rest.
import * as z from 'zod';
import { nearest, readPath, writePath } from '../../problem';
import { type Complaint, complaint } from '../checks/complaint';
import type { CorridorData, Settings } from '../corridor/corridor';
import { getPath, hasPath, isMap, leavesOf, merge, type Path, pathOf, setPath } from '../corridor/tree/path';
import { schemaOf } from '../schema/corridorSchema';
import { decode } from '../schema/schema';
import { optionsOf, schemasAt, wholeOf } from '../schema/schemaWalk';
import { corrected, keysAt, noSuchPath, readSetting, type Setting, settingsOf } from './setting';

/** The data with a change applied, and its problems. Paths of complaints are those written in the change. */
export function applyChanges(
  data: CorridorData,
  set: Settings,
  dated: boolean,
): { data: CorridorData; complaints: Complaint[] } {
  const { settings, complaints } = settingsOf(set);
  const seen = new Set<string>();
  let changed: unknown = data;
  const done: Setting[] = [];
  const own = new Set<object>();
  for (const setting of settings) {
    const text = writePath(setting.path);
    if (seen.has(text)) complaints.push(complaint(setting.written, text, 'each path once', `${text} is set twice.`));
    seen.add(text);
    const { value, complaints: found } = readSetting(data, setting, dated);
    complaints.push(...found);
    if (found.length > 0) continue;
    try {
      const open = opened(changed, setting, own);
      const old = getPath(open, setting.path);
      changed = setPath(open, setting.path, isMap(value) ? merge(old, value) : value, own);
      done.push({ ...setting, value });
    } catch (error) {
      const say = error instanceof Error ? error.message : String(error);
      complaints.push(complaint(setting.written, text, 'a path to a value', say));
    }
  }
  const whole = decode(changed, 'typed');
  for (const issue of whole.issues) complaints.push(blame(data, issue, done));
  const order = new Map(Object.keys(set).map((text, i) => [text, i]));
  const place = ({ path }: Complaint) => order.get(String(path[0])) ?? -1;
  complaints.sort((a, b) => place(a) - place(b));
  if (complaints.length > 0 || whole.data === undefined) return { data, complaints: once(complaints) };
  return { data: marked(whole.data, done), complaints };
}

/** A map that replaces a single number, such as teams by calendar instead of a fixed count. */
function opened(data: unknown, { path, written }: Setting, own: Set<object>): unknown {
  for (let depth = readPath(written[0]).length; depth < path.length; depth++) {
    const at = path.slice(0, depth);
    if (typeof getPath(data, at) === 'number' && takesMap(data, at)) return setPath(data, at, {}, own);
  }
  return data;
}

/** Whether the schema allows counts under user-defined keys at a path. */
const takesMap = (data: unknown, path: Path): boolean =>
  schemasAt(schemaOf('typed'), path, data).schemas.some((schema) =>
    optionsOf(schema, undefined).some((option) => option instanceof z.ZodRecord),
  );

/**
 * Assigns a problem of the whole data to the setting that caused it. An incomplete new entry
 * is most likely a misspelt name, so the message asks about that first.
 */
export function blame(data: CorridorData, issue: Complaint, done: readonly Setting[]): Complaint {
  const at = issue.path.map(String);
  const setting = done.find(({ path, value }) => {
    const fresh = freshPart(data, path);
    return value === null ? isBelow(at, path) : fresh !== undefined && isBelow(at, fresh);
  });
  if (setting === undefined) return issue;
  if (setting.value === null) {
    const say = `${writePath(setting.path)} is needed and cannot be removed.`;
    return complaint(setting.written, 'null', issue.allowed, say);
  }
  const fresh = freshPart(data, setting.path);
  if (fresh === undefined) return { ...issue, path: setting.written };
  const meant = corrected(data, setting.path);
  const slip = readPath(setting.written[0]).length > fresh.length && meant !== undefined;
  if (slip && hasPath(data, meant)) return noSuchPath(data, setting);
  const own = fresh[fresh.length - 1];
  // Where the entry was taken away, its field is still a known one.
  const near = nearest(own, keysAt(data, fresh.slice(0, -1))).filter((one) => one !== own);
  const ask = near.length > 0 ? `Did you mean ${near.join(' or ')}? ` : '';
  const say = `${writePath(fresh)} would be new. ${ask}As it stands: ${issue.say}`;
  return { ...issue, path: setting.written.slice(0, 1 + Math.max(0, fresh.length - 1)), say };
}

/** The prefix of a path up to the first key that the data does not have yet. */
export function freshPart(data: CorridorData, path: Path): Path | undefined {
  const depth = path.findIndex((_, i) => !hasPath(data, path.slice(0, i + 1)));
  return depth < 0 ? undefined : path.slice(0, depth + 1);
}

/** Complaints without duplicates of the same path and text. */
export function once(complaints: readonly Complaint[]): Complaint[] {
  const seen = new Set<string>();
  return complaints.filter(({ path, say }) => {
    const key = JSON.stringify([path, say]);
    return !seen.has(key) && seen.add(key);
  });
}

export const isBelow = (path: Path, above: Path) => above.every((key, i) => path[i] === key);

/** Marks set values as `changed` in the sources; removed values lose their source and range. */
function marked(data: CorridorData, done: readonly Setting[]): CorridorData {
  const keeps = (text: string) => {
    const path = pathOf(text);
    return path !== undefined && hasPath(data, path);
  };
  const set = new Set(done.map(({ path }) => writePath(path)));
  const isSet = (path: Path) => path.some((_, i) => set.has(writePath(path.slice(0, i + 1))));
  const untouched = (text: string) => keeps(text) && !isSet(readPath(text));
  const whole = (path: Path) => wholeOf(schemaOf('typed'), path, data);
  const news = done
    .flatMap(({ value, path }) =>
      leavesOf(value, path).map(([leaf, at]) => ({ leaf: whole(leaf), isGone: at === null })),
    )
    // A law that lost one of its entries keeps the others, but is a different law.
    .filter(({ leaf, isGone }) => leaf.at(-1) !== 'title' && !(isGone && !hasPath(data, leaf)))
    .map(({ leaf }) => [writePath(leaf), 'changed']);
  const anew = new Set(news.map(([text]) => text));
  const sources = Object.entries(data.sources ?? {}).filter(
    ([text]) => untouched(text) && !anew.has(writePath(readPath(text))),
  );
  const ranges = Object.entries(data.ranges ?? {}).filter(([text]) => keeps(text));
  return { ...data, sources: Object.fromEntries([...sources, ...news]), ranges: Object.fromEntries(ranges) };
}
