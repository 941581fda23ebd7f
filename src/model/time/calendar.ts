// Working calendars: hours by weekday, exceptions and holidays by date, in the time zone of the place.
import { writeGot } from '../../problem';
import { type CalendarSpec, weekdays } from '../corridor/data/calendarSpec';
import { DAY, dayNumber, readDate } from './clock';

/** Monday is 0. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Hours of any day, as written in the calendar; of two date spans that apply, the one that began later. */
export function hoursByDay(spec: CalendarSpec): (day: number) => string {
  const spans = Object.entries(spec.dates ?? {})
    .map(([date, hours]) => ({ days: datesOf(date), hours }))
    .sort((a, b) => a.days[0] - b.days[0]);
  return (day) => {
    // Last span that has begun.
    let low = -1;
    let high = spans.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (spans[middle].days[0] <= day) low = middle;
      else high = middle - 1;
    }
    if (low >= 0 && day <= spans[low].days[1]) return spans[low].hours;
    return spec.hours[weekdays[weekdayOf(day)]] ?? spec.hours.daily ?? 'closed';
  };
}

/** First and last day of `2024-05-08` or `2024-02-10..2024-02-17`, as days since 1970. */
export function datesOf(text: string): readonly [number, number] {
  const days = text.split('..').map((date) => {
    const { year, month, day } = readDate(date);
    return dayNumber(year, month, day);
  });
  return [days[0], days[days.length - 1]];
}

/** Begin and end of the spans of a day, in seconds from midnight; an end past midnight is above 86,400. */
export function spansOf(text: string): (readonly [number, number])[] {
  if (text === 'closed') return [];
  return text.split(' and ').map((span) => {
    const [from, to] = span.split('-').map(secondOfDay);
    return [from, to > from ? to : to + DAY];
  });
}

function secondOfDay(text: string): number {
  const [hours, minutes] = text.trim().split(':').map(Number);
  return hours * 3600 + minutes * 60;
}

const SPAN = /^([01]\d|2[0-3]):([0-5]\d)-(([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** The fault of a day's hours; undefined when valid. */
export function hoursFault(text: string): string | undefined {
  const allowed =
    'Write such as 09:00-18:00, 09:00-13:00 and 14:00-18:00, 20:00-08:00 for a night, 00:00-24:00, or closed.';
  if (text === 'closed') return undefined;
  let before = 0;
  const spans = text.split(' and ');
  for (const [i, span] of spans.entries()) {
    if (!SPAN.test(span.trim())) return `${writeGot(text)} are no hours. ${allowed}`;
    const [from, to] = span.split('-').map(secondOfDay);
    if (from === to) return `${writeGot(text)} opens and closes at the same minute. ${allowed}`;
    if (from < before) return `${writeGot(text)} has spans that overlap or are out of order. ${allowed}`;
    if (to < from && i < spans.length - 1)
      return `${writeGot(text)} closes before it opens; only the last span of a day may go past midnight. ${allowed}`;
    before = to;
  }
  return undefined;
}

const clockTime = (second: number) =>
  [second / 3600, (second / 60) % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Sorted departure times of a day, such as `08:00 and 20:00`, in seconds from midnight. */
export function timesOf(text: string): number[] {
  const times = text === '' ? [] : text.split(' and ').map(secondOfDay);
  return times.sort((a, b) => a - b);
}

/** The fault of a day's departure times; undefined when valid. */
export function timesFault(text: string): string | undefined {
  const allowed = 'Write such as 08:00, or 08:00 and 20:00.';
  const times = text.split(' and ').map((time) => time.trim());
  if (!times.every((time) => TIME.test(time))) return `${writeGot(text)} are no times of a day. ${allowed}`;
  const seconds = timesOf(text);
  const twice = seconds.findIndex((second, i) => i > 0 && second === seconds[i - 1]);
  if (twice > 0) return `${writeGot(text)} names ${clockTime(seconds[twice])} twice; write each time once.`;
  return undefined;
}
