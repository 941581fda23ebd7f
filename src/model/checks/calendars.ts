// Calendars: zones whose clocks are known, dates that exist and hold once, hours that do not run into each other, an opening.
import { nearest, writeGot } from '../../problem';
import type { CorridorData } from '../corridor/corridor';
import { type CalendarSpec, weekdays } from '../corridor/data/calendarSpec';
import { dateFault } from '../schema/textFaults';
import { datesOf, daysOf, spansOf, weekdayOf } from '../time/calendar';
import { Clock, DAY, writeDate } from '../time/clock';
import { openHours } from '../time/openHours';
import { timeZones } from '../time/timeZones';
import { isDate, windowOf } from '../time/window';
import { type Complaint, complaint } from './complaint';
import { judged, judgedEach } from './judged';

export function checkCalendars(data: CorridorData): Complaint[] {
  return [
    // The window, the warm-up and dated changes begin at midnights of it.
    ...judged(() => checkZone(['timeZone'], data.timeZone)),
    ...judgedEach(
      () => data.calendars,
      (id, calendar) =>
        judged(
          () => checkZone(['calendars', id, 'timeZone'], calendar.timeZone),
          () => checkDates(id, calendar),
          () => checkOpens(data, id, calendar),
        ),
    ),
    ...judgedEach(
      () => data.services,
      (id, service) =>
        judgedEach(
          () => (service.leaves ?? service.sails)?.timetable,
          (place, { timeZone }) => {
            const when = service.leaves === undefined ? 'sails' : 'leaves';
            return checkZone(['services', id, when, 'timetable', place, 'timeZone'], timeZone);
          },
        ),
    ),
  ];
}

const LONGEST_NAME = 100;

/** Whether the rules of a zone are shipped: what an engine knows by itself may be another thing in another engine. */
export function checkZone(path: Complaint['path'], zone: string): Complaint[] {
  if (timeZones.includes(zone)) return [];
  // No name of a zone is so long, and comparing takes time.
  const near = zone.length > LONGEST_NAME ? [] : nearest(zone, timeZones);
  const ask = near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'name one of these whose clocks show the same.';
  const say = `There are no rules for the time zone ${writeGot(zone)} here: days, hours and timetables need a zone whose rules are shipped; ${ask}`;
  return [complaint(path, zone, timeZones.join(', '), say)];
}

/** Dates by themselves, then as a whole: which day would have two entries, and which hours run into those before. */
function checkDates(id: string, calendar: CalendarSpec): Complaint[] {
  const path = ['calendars', id, 'dates'];
  const dates = Object.keys(calendar.dates ?? {});
  const found = dates.flatMap((date) => checkDate([...path, date], date));
  if (found.length > 0) return found;
  const spans = dates.map((date) => ({ date, first: datesOf(date)[0], last: datesOf(date)[1] }));
  spans.sort((a, b) => a.first - b.first || a.last - b.last);
  const twice = spans.flatMap(({ date, first }, i) => {
    const before = spans.slice(0, i).find(({ last }) => last >= first);
    if (before === undefined) return [];
    const say = `${writeDate(first)} stands in "${before.date}" and in "${date}" as well, and only one of them can hold; cut one of them.`;
    return [complaint([...path, date], date, `days that are not in "${before.date}"`, say)];
  });
  return twice.length > 0 ? twice : checkNeighbours(id, calendar, spans);
}

function checkDate(path: string[], date: string): Complaint[] {
  const allowed = 'yyyy-mm-dd, or yyyy-mm-dd..yyyy-mm-dd';
  const days = date.split('..');
  if (days.length > 2) {
    return [complaint(path, date, allowed, `"${date}" is no day and no span of days; write it as ${allowed}.`)];
  }
  const fault = days.map(dateFault).find((one) => one !== undefined);
  if (fault !== undefined) {
    return [complaint(path, date, allowed, `${fault} Several days are written 2024-02-10..2024-02-17.`)];
  }
  const [first, last] = datesOf(date);
  if (first <= last) return [];
  const say = `"${date}" ends before it begins; write the earlier day first: ${days[1]}..${days[0]}.`;
  return [complaint(path, date, allowed, say)];
}

/** A night that is not over when the next day opens: of the week, and on and around the days with other hours. */
function checkNeighbours(
  id: string,
  calendar: CalendarSpec,
  spans: readonly { readonly date: string; readonly first: number; readonly last: number }[],
): Complaint[] {
  const week: CalendarSpec = { timeZone: calendar.timeZone, hours: calendar.hours };
  // Any seven days: 1970-01-05 was a Monday.
  const found = weekdays.flatMap((weekday, i) => {
    const path = ['calendars', id, 'hours', Object.hasOwn(calendar.hours, weekday) ? weekday : 'daily'];
    return checkNight(path, week, 4 + i);
  });
  if (found.length > 0) return found;
  return spans.flatMap(({ date, first, last }) => {
    const path = ['calendars', id, 'dates', date];
    for (const day of [first, first + 1, last + 1]) {
      const night = checkNight(path, calendar, day);
      if (night.length > 0) return night;
    }
    return [];
  });
}

function checkNight(path: string[], calendar: CalendarSpec, day: number): Complaint[] {
  const before = daysOf(calendar, day - 1);
  const hours = daysOf(calendar, day);
  const until = spansOf(before).at(-1)?.[1] ?? 0;
  const [opens] = spansOf(hours)[0] ?? [Number.POSITIVE_INFINITY];
  if (until - DAY <= opens) return [];
  const [name, other] = [day, day - 1].map((one) => weekdays[weekdayOf(one)]);
  const say = `The night that begins on ${other} at ${before} is not over when ${name} opens at ${hours}; let the day open later, or the night close earlier.`;
  return [complaint(path, hours, `hours that begin after those of ${other} are over`, say)];
}

/** It must open at all, from clock zero to the end of the window: else what it governs never works. */
function checkOpens(data: CorridorData, id: string, calendar: CalendarSpec): Complaint[] {
  const { start, warmUp, timeZone } = data;
  const dates = Object.keys(calendar.dates ?? {});
  if (!isDate(start) || !(warmUp >= 0 && warmUp % DAY === 0)) return [];
  if (![timeZone, calendar.timeZone].every((zone) => timeZones.includes(zone))) return [];
  if (dates.some((date) => checkDate([], date).length > 0)) return [];
  const clock = new Clock(start, warmUp, undefined, timeZone);
  if (openHours(calendar, clock, timeZone).nextOpen(0) < clock.windowEnd) return [];
  const { first, last } = windowOf(data);
  const hours = [...new Set([...Object.values(calendar.hours), ...Object.values(calendar.dates ?? {})])];
  const say = `The calendar "${id}" does not open once from ${first} to ${last}; give it hours on some day of the run.`;
  return [complaint(['calendars', id], hours.join(', ') || 'no hours', 'hours on some day of the run', say)];
}
