// Detects opening hours in place of a calendar name, and explains how to define and name a calendar.
import { writePath } from '../../problem';
import { type Complaint, complaint } from '../checks/complaint';
import type { CorridorData } from '../corridor/corridor';
import { weekdays } from '../corridor/data/calendarSpec';
import { isMap } from '../corridor/tree/path';
import { schemaOf } from '../schema/corridorSchema';
import { noteOf, schemasAt } from '../schema/schemaWalk';
import type { Setting } from './setting';

const weekIn = (timeZone: string) => `{ timeZone: ${timeZone}, hours: { daily: "08:00-20:00" } }`;

/** What to write instead; undefined if the setting is not this mistake. */
export function hoursInPlace(data: CorridorData, setting: Setting): Complaint | undefined {
  const { path } = setting;
  const week = weekIn(data.timeZone);
  if (path[0] === 'calendars' && path.length === 3 && [...weekdays, 'daily'].includes(path[2])) {
    const say = `The days of a calendar stand below its hours; write ${writePath(path.slice(0, 2))}=${week}.`;
    return complaint(upTo(setting, 2), path[2], 'timeZone, hours, dates', say);
  }
  const at = path.findIndex((key, i) => key === 'calendar' && (i === 0 || namesCalendar(data, path.slice(0, i + 1))));
  if (at < 0 || (at === path.length - 1 && !isMap(setting.value))) return undefined;
  const place = at === 0 ? 'places.Border.calendar' : writePath(path.slice(0, at + 1));
  const say = `What stands at calendar is the name of one of calendars; set calendars.day=${week} and ${place}=day.`;
  return complaint(upTo(setting, at + 1), 'hours', 'the name of a calendar', say);
}

/** Whether the value at a path is the name of another entry. */
function namesCalendar(data: CorridorData, path: readonly string[]): boolean {
  const { schemas, found } = schemasAt(schemaOf('typed'), path, data);
  return found === path.length && schemas.every((schema) => noteOf(schema)?.allowed === 'the key of an entry');
}

/** The keys as written, cut at the given depth, so that the mistake is reported once. */
const upTo = ({ path, written }: Setting, depth: number): readonly string[] =>
  written.slice(0, Math.max(1, written.length - (path.length - depth)));
