// Hours of calendars against one another: whether one is ever open, and whether two are ever open together.

import type { CorridorData } from '../corridor/corridor';
import { type CalendarSpec, weekdays } from '../corridor/data/calendarSpec';
import { spansOf, weekdayOf } from '../time/calendar';
import { DAY, dayNumber, readDate } from '../time/clock';
import { secondOfLocal } from '../time/timeZones';
import { isDate } from '../time/window';

/** Whether a calendar is open at any time; what is unknown has a problem of its own. */
export function opensAt(data: CorridorData, name: string): boolean {
  const calendars = data.calendars ?? {};
  if (!Object.hasOwn(calendars, name)) return true;
  const { hours, dates = {} } = calendars[name];
  return [...Object.values(hours), ...Object.values(dates)].some((day) => day !== undefined && day !== 'closed');
}

/** Whether two calendars are open together in a week of any month of the first year; other hours on single dates do not count. */
export function meet(data: CorridorData, a: string, b: string): boolean {
  const calendars = data.calendars ?? {};
  if (!Object.hasOwn(calendars, a) || !Object.hasOwn(calendars, b)) return true;
  // A start that is no day has a problem of its own.
  const year = isDate(data.start) ? readDate(data.start).year : 2025;
  return Array.from({ length: 12 }, (_, month) => monthsMonday(year, month + 1)).some((monday) => {
    const ours = weekOf(calendars[a], monday);
    const theirs = weekOf(calendars[b], monday);
    return ours.some(([from, to]) => theirs.some(([begin, end]) => begin < to && from < end));
  });
}

/** The day of the first Monday after the first week of a month. */
function monthsMonday(year: number, month: number): number {
  const eighth = dayNumber(year, month, 8);
  return eighth + ((7 - weekdayOf(eighth)) % 7);
}

/** Open spells of a week by the clocks of UTC, with a day more at each end for zones that are ahead of one another. */
function weekOf({ hours, timeZone }: CalendarSpec, monday: number): (readonly [number, number])[] {
  return Array.from({ length: 9 }, (_, i) => monday - 1 + i).flatMap((day, i) =>
    spansOf(hours[weekdays[(i + 6) % 7]] ?? hours.daily ?? 'closed').map(([from, to]) => {
      const at = (second: number) => secondOfLocal(timeZone, day * DAY + second);
      return [at(from), at(to)] as const;
    }),
  );
}

/** The share of a week that a calendar is open, by its hours of the week; 1 where there is none. */
export function openShareOf(data: CorridorData, name: string | undefined): number {
  const calendars = data.calendars ?? {};
  if (name === undefined || !Object.hasOwn(calendars, name)) return 1;
  const { hours } = calendars[name];
  const seconds = weekdays
    .flatMap((day) => spansOf(hours[day] ?? hours.daily ?? 'closed'))
    .reduce((sum, [from, to]) => sum + to - from, 0);
  return Math.min(1, seconds / (7 * DAY));
}
