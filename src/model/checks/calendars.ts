// Calendars: zones whose clocks are known, dates that exist and hold once, hours that do not run into each other, an opening.

import type { CorridorData } from '../corridor/corridor';
import { type CalendarSpec, weekdays } from '../corridor/data/calendarSpec';
import { dateFault, timeZoneFault } from '../schema/textFaults';
import { datesOf, hoursByDay, spansOf, weekdayOf } from '../time/calendar';
import { Clock, DAY, writeDate } from '../time/clock';
import { opensInRun } from '../time/openHours';
import { isTimeZone } from '../time/timeZones';
import { isDate, windowOf } from '../time/window';
import { type Complaint, complaint } from './complaint';
import { judged, judgedEach } from './judged';

export function checkCalendars(data: CorridorData): Complaint[] {
  return [
    // The window, the warm-up and dated changes begin at midnights of it.
    ...judged(() => checkZone(['timeZone'], data.timeZone)),
    ...judgedEach(
      () => data.calendars,
      (id, calendar) => {
        // Once for both: a calendar may have tens of thousands of dates.
        const faults = judged(() => checkEachDate(id, calendar));
        return [
          ...judged(() => checkZone(['calendars', id, 'timeZone'], calendar.timeZone)),
          ...faults,
          ...(faults.length > 0
            ? []
            : judged(
                () => checkDates(id, calendar),
                () => checkOpens(data, id, calendar),
              )),
        ];
      },
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

function checkZone(path: Complaint['path'], zone: string): Complaint[] {
  const fault = timeZoneFault(zone);
  return fault === undefined ? [] : [complaint(path, zone, 'a time zone, such as Asia/Aqtau or UTC', fault)];
}

const checkEachDate = (id: string, { dates }: CalendarSpec): Complaint[] =>
  Object.keys(dates ?? {}).flatMap((date) => checkDate(['calendars', id, 'dates', date], date));

/** Dates that are right by themselves, as a whole: which day would have two entries, and which hours run into those before. */
function checkDates(id: string, calendar: CalendarSpec): Complaint[] {
  const path = ['calendars', id, 'dates'];
  const spans = Object.keys(calendar.dates ?? {}).map((date) => {
    const [first, last] = datesOf(date);
    return { date, first, last };
  });
  spans.sort((a, b) => a.first - b.first || a.last - b.last);
  // Of the spans before, the one that ends last.
  let longest = spans[0];
  const twice = spans.flatMap((span, i) => {
    const before = longest;
    const { date, first } = span;
    if (span.last > longest.last) longest = span;
    if (i === 0 || before.last < first) return [];
    const say = `${writeDate(first)} stands in "${before.date}" and in "${date}" as well, and only one of them can hold; cut one of them.`;
    return [complaint([...path, date], date, `days that are not in "${before.date}"`, say)];
  });
  return twice.length > 0 ? twice : checkNeighbours(id, calendar, spans);
}

function checkDate(path: readonly string[], date: string): Complaint[] {
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
  const hoursOfWeek = hoursByDay(week);
  // Any seven days: 1970-01-05 was a Monday.
  const found = weekdays.flatMap((weekday, i) => {
    const path = ['calendars', id, 'hours', Object.hasOwn(calendar.hours, weekday) ? weekday : 'daily'];
    return checkNight(path, hoursOfWeek, 4 + i);
  });
  if (found.length > 0) return found;
  const hoursOn = hoursByDay(calendar);
  return spans.flatMap(({ date, first, last }) => {
    const path = ['calendars', id, 'dates', date];
    for (const day of [first, first + 1, last + 1]) {
      const night = checkNight(path, hoursOn, day);
      if (night.length > 0) return night;
    }
    return [];
  });
}

function checkNight(path: string[], hoursOn: (day: number) => string, day: number): Complaint[] {
  const before = hoursOn(day - 1);
  const hours = hoursOn(day);
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
  if (!isDate(start) || !(warmUp >= 0 && warmUp % DAY === 0)) return [];
  if (![timeZone, calendar.timeZone].every(isTimeZone)) return [];
  const clock = new Clock(start, warmUp, undefined, timeZone);
  if (opensInRun(calendar, clock, timeZone)) return [];
  const { first, last } = windowOf(data);
  const hours = [...new Set([...Object.values(calendar.hours), ...Object.values(calendar.dates ?? {})])];
  const say = `The calendar "${id}" does not open once from ${first} to ${last}; give it hours on some day of the run.`;
  return [complaint(['calendars', id], hours.join(', ') || 'no hours', 'hours on some day of the run', say)];
}
