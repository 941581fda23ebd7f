// Applies each setting of an invalid scenario by itself, as far as the data it depends on is valid.
import { writePath } from '../../problem';
import type { Complaint } from '../checks/complaint';
import { judged, whereValid } from '../checks/judged';
import type { ChangeSpec, CorridorData } from '../corridor/corridor';
import { getPath, type Path, setPath } from '../corridor/tree/path';
import { valueAt } from '../schema/schema';
import { blame, freshPart } from './applyChanges';
import { readSetting, type Setting, settingsOf } from './setting';

/** The problems of the changes when only part of the data is valid. */
export function applyAlone(data: CorridorData): Complaint[] {
  const changes = whereValid(() => data.changes, undefined) ?? {};
  const settingsIn = (id: string) => whereValid(() => settingsOf(changes[id].set).settings, []);
  // For each prefix of a path that is set: the changes that set something there.
  const makers = new Map<string, Set<string>>();
  for (const id of Object.keys(changes)) {
    for (const { path } of settingsIn(id)) {
      for (const i of path.keys()) {
        const part = writePath(path.slice(0, i + 1));
        makers.set(part, (makers.get(part) ?? new Set()).add(id));
      }
    }
  }
  return Object.keys(changes).flatMap((id) => {
    const made = (path: Path) => {
      const by = makers.get(writePath(path));
      return by !== undefined && by.size > (by.has(id) ? 1 : 0);
    };
    const found = judged(() => applyOne(data, changes[id], made));
    return found.map((one) => ({ ...one, path: ['changes', id, 'set', ...one.path] }));
  });
}

/** @param made whether another change sets a value there: settings below an entry that it creates are reported with it. */
function applyOne(data: CorridorData, { set, from }: ChangeSpec, made: (path: Path) => boolean): Complaint[] {
  const { settings, complaints } = settingsOf(set);
  const done: Setting[] = [];
  let added: unknown = {};
  const read = (setting: Setting) => {
    const fresh = freshPart(data, setting.path);
    if (fresh !== undefined && made(fresh)) return [];
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
