// The changes of a scenario with mistakes: each setting judged by itself, as far as what it rests on is sound.
import type { Complaint } from '../checks/complaint';
import { judged, whereValid } from '../checks/judged';
import type { ChangeSpec, CorridorData } from '../corridor/corridor';
import { getPath, type Path, setPath } from '../corridor/tree/path';
import { valueAt } from '../schema/schema';
import { blame, freshPart, isBelow } from './applyChanges';
import { readSetting, type Setting, settingsOf } from './setting';

/** What stands in the way of the changes of data that is sound in part only. */
export function applyAlone(data: CorridorData): Complaint[] {
  const changes = whereValid(() => data.changes, undefined) ?? {};
  const settingsIn = (id: string) => whereValid(() => settingsOf(changes[id].set).settings, []);
  return Object.keys(changes).flatMap((id) => {
    const others = Object.keys(changes).filter((other) => other !== id);
    const made = others.flatMap(settingsIn).map(({ path }) => path);
    const found = judged(() => applyOne(data, changes[id], made));
    return found.map((one) => ({ ...one, path: ['changes', id, 'set', ...one.path] }));
  });
}

/** @param made what other changes set: a setting below something new that one of them makes is theirs to explain. */
function applyOne(data: CorridorData, { set, from }: ChangeSpec, made: readonly Path[]): Complaint[] {
  const { settings, complaints } = settingsOf(set);
  const done: Setting[] = [];
  let added: unknown = {};
  const read = (setting: Setting) => {
    const fresh = freshPart(data, setting.path);
    if (fresh !== undefined && made.some((path) => isBelow(path, fresh))) return [];
    const { value, complaints: found } = readSetting(data, setting, from !== undefined);
    if (found.length > 0 || value === null) return found;
    added = setPath(added, setting.path, value);
    done.push({ ...setting, value });
    return [];
  };
  const whole = (setting: Setting) => {
    const fresh = freshPart(data, setting.path);
    if (fresh === undefined) return [];
    return valueAt(fresh, getPath(added, fresh), 'typed', data).issues.map((issue) => blame(data, issue, done));
  };
  const found = judged(...settings.map((setting) => () => read(setting)));
  return [...complaints, ...found, ...judged(...[...done].map((setting) => () => whole(setting)))];
}
