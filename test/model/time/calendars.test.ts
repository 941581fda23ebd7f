// Calendars in a scenario: what may stand there, what is refused and why, and that they are set before the start only.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { checkCalendars } from '../../../src/model/checks/calendars';
import { check } from '../../../src/model/checks/check';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import type { CalendarSpec } from '../../../src/model/corridor/data/calendarSpec';
import { setPath } from '../../../src/model/corridor/tree/path';
import { readScenario } from '../../../src/model/file/file';
import { encode, settablePaths } from '../../../src/model/schema/schema';
import { datesOf, hoursByDay } from '../../../src/model/time/calendar';
import { dayNumber } from '../../../src/model/time/clock';
import { ProblemError, writePath } from '../../../src/problem';
import { chineseNewYear } from '../../../src/scenarios/shared/holidays';
import { small } from '../small';

const day: CalendarSpec = { timeZone: 'Asia/Almaty', hours: { daily: '09:00-18:00', sun: 'closed' } };

const withCalendars = (calendars: { [id: string]: CalendarSpec }, above: object = {}): CorridorData => ({
  ...small,
  ...above,
  calendars,
});

/** What is said of one calendar, each as `path: sentence`. */
const said = (calendar: Partial<CalendarSpec>, above: object = {}): string[] =>
  check(withCalendars({ customs: { ...day, ...calendar } }, above)).map(
    ({ path, say }) => `${writePath(path)}: ${say}`,
  );

const problemsOf = (make: () => unknown): string[] => {
  try {
    make();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ path, say }) => `${path}: ${say}`);
    throw error;
  }
  return [];
};

/** Kazakhstan's spring holiday, as a scenario may write it. */
const nauryz = Object.fromEntries(
  [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030].map((year) => [`${year}-03-21..${year}-03-23`, 'closed']),
);

describe('a calendar', () => {
  it('holds with hours by weekday, nights that end before the day begins, dates, spans of dates and holidays', () => {
    const hours = { daily: '20:00-08:00', sat: '08:00-12:00 and 14:00-24:00', sun: 'closed' };
    const dates = { ...chineseNewYear, ...nauryz, '2024-05-09': 'closed', '2024-07-01..2024-07-31': '00:00-24:00' };
    expect(said({})).toEqual([]);
    expect(said({ hours, dates })).toEqual([]);
  });

  it('may be there without anybody using it, or with hours before the run only where others hold within it', () => {
    expect(said({ dates: { '2019-01-01..2019-12-31': 'closed' } })).toEqual([]);
  });

  it('is read, written and read again from a file', () => {
    const { data } = corridor(withCalendars({ customs: { ...day, dates: nauryz } }) as typeof small);
    const { corridor: again, problems } = readScenario(JSON.stringify(encode(data)), 'again.json', {
      base: () => undefined,
    });
    expect(problems).toEqual([]);
    expect(again?.data).toEqual(data);
  });

  it.each([
    [
      'a zone that is none',
      { timeZone: 'Mars/Olympus_Mons' },
      'calendars.customs.timeZone: "Mars/Olympus_Mons" is not a time zone of the IANA list. Write such as Asia/Aqtau, or UTC.',
    ],
    [
      'a zone with a slip in its name',
      { timeZone: 'Asia/Almata' },
      'calendars.customs.timeZone: "Asia/Almata" is not a time zone of the IANA list. Did you mean Asia/Almaty or Asia/Amman or Asia/Kolkata?',
    ],
    [
      'a day that is not in the calendar',
      { dates: { '2024-02-31': 'closed' } },
      'calendars.customs.dates.2024-02-31: There is no day "2024-02-31" in the calendar. Write yyyy-mm-dd, from 1900-01-01 to 2199-12-31, such as 2024-01-01. Several days are written 2024-02-10..2024-02-17.',
    ],
    [
      'the last day of a span that is not in the calendar',
      { dates: { '2023-02-10..2023-02-29': 'closed' } },
      'calendars.customs.dates."2023-02-10..2023-02-29": There is no day "2023-02-29" in the calendar. Write yyyy-mm-dd, from 1900-01-01 to 2199-12-31, such as 2024-01-01. Several days are written 2024-02-10..2024-02-17.',
    ],
    [
      'a key that is no date',
      { dates: { 'new year': 'closed' } },
      'calendars.customs.dates."new year": "new year" is not a day. Write yyyy-mm-dd, from 1900-01-01 to 2199-12-31, such as 2024-01-01. Several days are written 2024-02-10..2024-02-17.',
    ],
    [
      'a span of three',
      { dates: { '2024-01-01..2024-01-02..2024-01-03': 'closed' } },
      'calendars.customs.dates."2024-01-01..2024-01-02..2024-01-03": "2024-01-01..2024-01-02..2024-01-03" is no day and no span of days; write it as yyyy-mm-dd, or yyyy-mm-dd..yyyy-mm-dd.',
    ],
    [
      'a span that ends before it begins',
      { dates: { '2024-02-17..2024-02-10': 'closed' } },
      'calendars.customs.dates."2024-02-17..2024-02-10": "2024-02-17..2024-02-10" ends before it begins; write the earlier day first: 2024-02-10..2024-02-17.',
    ],
    [
      'a day that stands there twice',
      { dates: { '2024-02-12': '09:00-12:00', '2024-02-10..2024-02-17': 'closed' } },
      'calendars.customs.dates.2024-02-12: 2024-02-12 stands in "2024-02-10..2024-02-17" and in "2024-02-12" as well, and only one of them can hold; cut one of them.',
    ],
    [
      'a night that is not over when the next day opens',
      { hours: { daily: '20:00-09:00', tue: '08:00-12:00', wed: '12:00-18:00' } },
      'calendars.customs.hours.tue: The night that begins on mon at 20:00-09:00 is not over when tue opens at 08:00-12:00; let the day open later, or the night close earlier.',
    ],
    [
      'a night before a day with other hours',
      // 2024-03-05 is a Tuesday.
      { hours: { daily: '20:00-08:00' }, dates: { '2024-03-05': '07:00-12:00' } },
      'calendars.customs.dates.2024-03-05: The night that begins on mon at 20:00-08:00 is not over when tue opens at 07:00-12:00; let the day open later, or the night close earlier.',
    ],
    [
      'a night of other hours before a usual day',
      { dates: { '2024-03-05': '20:00-10:00' } },
      'calendars.customs.dates.2024-03-05: The night that begins on tue at 20:00-10:00 is not over when wed opens at 09:00-18:00; let the day open later, or the night close earlier.',
    ],
    [
      'hours that never come',
      { hours: { daily: 'closed' } },
      'calendars.customs: The calendar "customs" does not open once from 2023-12-02 to 2024-12-31; give it hours on some day of the run.',
    ],
    [
      'no hours at all',
      { hours: {} },
      'calendars.customs: The calendar "customs" does not open once from 2023-12-02 to 2024-12-31; give it hours on some day of the run.',
    ],
    [
      'hours that come only after the run',
      { hours: {}, dates: { '2025-01-01': '09:00-18:00' } },
      'calendars.customs: The calendar "customs" does not open once from 2023-12-02 to 2024-12-31; give it hours on some day of the run.',
    ],
  ])('is refused with %s', (_, calendar, sentence) => {
    expect(said(calendar as Partial<CalendarSpec>)).toEqual([sentence]);
  });

  it('opens late enough on the last day of the window, and not a day later', () => {
    expect(said({ hours: {}, dates: { '2024-12-31': '23:00-24:00' }, timeZone: 'Asia/Aqtau' })).toEqual([]);
    // In Baku midnight comes an hour after Aktau's: what opens there at 23:00 opens when the window is over.
    expect(said({ hours: {}, dates: { '2024-12-31': '23:00-24:00' }, timeZone: 'Asia/Baku' })).toHaveLength(1);
  });

  it('says which zones and which dates are allowed', () => {
    const [zone] = checkCalendars(withCalendars({ customs: { ...day, timeZone: 'Europe/Berlyn' } }));
    expect(zone).toMatchObject({ got: 'Europe/Berlyn', allowed: 'a time zone, such as Asia/Aqtau or UTC' });
    const [date] = checkCalendars(withCalendars({ customs: { ...day, dates: { '2024-02-30': 'closed' } } }));
    expect(date).toMatchObject({ got: '2024-02-30', allowed: 'yyyy-mm-dd, or yyyy-mm-dd..yyyy-mm-dd' });
  });

  it('refuses hours of which one closes before it opens, by the shape of the data', () => {
    const calendars = { customs: { ...day, hours: { mon: '12:00-09:00 and 14:00-18:00', tue: '09:00-9:00' } } };
    const problems = problemsOf(() => corridor({ ...small, calendars } as unknown as typeof small));
    expect(problems).toEqual([
      expect.stringMatching(/^calendars\.customs\.hours\.mon: .*closes before it opens/),
      expect.stringMatching(/^calendars\.customs\.hours\.tue: .*are no hours/),
    ]);
  });
});

describe('the zone of the scenario', () => {
  it('is refused by the check, and not by the run, where there is no such zone', () => {
    const berlin = check({ ...small, timeZone: 'Europe/Berlyn' } as CorridorData);
    expect(berlin.map(({ path, got }) => [writePath(path), got])).toEqual([['timeZone', 'Europe/Berlyn']]);
  });

  it.each(['Europe/Berlin', 'Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'Europe/Kiev', 'Etc/GMT-5'])(
    'may be any of the IANA list, aliases too: %s',
    (timeZone) => {
      expect(said({ timeZone }, { timeZone })).toEqual([]);
      expect(problemsOf(() => corridor({ ...small, timeZone }))).toEqual([]);
    },
  );

  it('of a name of 100,000 letters is refused at once', () => {
    const timeZone = 'x'.repeat(100_000);
    const [long] = check({ ...small, timeZone } as CorridorData);
    expect(long.say.length).toBeLessThan(300);
    const [shape] = problemsOf(() => corridor({ ...small, timeZone }));
    expect(shape.length).toBeLessThan(300);
  }, 1_000);

  it('is one of the list, since second 0 is a midnight of it', () => {
    expect(said({}, { timeZone: 'Europe/Berlyn' })).toEqual([expect.stringMatching(/^timeZone: .*is not a time zone/)]);
    const timetable = { "Xi'an": { timeZone: 'Asia/Shangha', times: { daily: '08:00' } } };
    const path = ['services', 'china train', 'leaves', 'timetable'];
    const data = setPath({ ...small, timeZone: 'Europe/Berlyn' }, path, timetable) as CorridorData;
    expect(checkCalendars(data).map(({ path, got }) => [writePath(path), got])).toEqual([
      ['timeZone', 'Europe/Berlyn'],
      [`services."china train".leaves.timetable."Xi'an".timeZone`, 'Asia/Shangha'],
    ]);
  });
});

describe('a change of a calendar', () => {
  const today = corridor(withCalendars({ customs: day }) as typeof small);

  it('happens before the start, by path or nested, and is a corridor of its own', () => {
    const set = {
      'calendars.customs.hours.daily': '00:00-24:00',
      'calendars.customs.dates."2024-03-21..2024-03-23"': 'closed',
    };
    const always = today.with({ set });
    expect(always.data.calendars?.customs).toEqual({
      timeZone: 'Asia/Almaty',
      hours: { daily: '00:00-24:00', sun: 'closed' },
      dates: { '2024-03-21..2024-03-23': 'closed' },
    });
    expect(always.hash).not.toBe(today.hash);
    const nested = {
      calendars: { customs: { hours: { daily: '00:00-24:00' }, dates: { '2024-03-21..2024-03-23': 'closed' } } },
    };
    expect(today.with({ set: nested }).hash).toBe(always.hash);
    const closed = { set: { 'calendars.customs.hours.daily': 'closed', 'calendars.customs.hours.sun': null } };
    expect(problemsOf(() => today.with(closed))).toEqual([expect.stringMatching(/^calendars\.customs: .*open once/)]);
  });

  it('is refused with a day, since the dates in it say when', () => {
    const change = { set: { 'calendars.customs.hours.daily': '00:00-24:00' }, from: '2024-07-01' };
    expect(problemsOf(() => today.with(change))).toEqual([
      expect.stringContaining(
        'The dates in a calendar say themselves when other hours hold; leave from out, and set such as',
      ),
    ]);
  });

  it('is offered where paths are listed', () => {
    const rows = settablePaths(today.data);
    expect(rows.find(({ path }) => path === 'calendars.customs.hours.daily')?.value).toBe('09:00-18:00');
  });
});

describe('the holidays that are shipped', () => {
  it('are three days each, one a year from 2023 to 2030, in order', () => {
    for (const holidays of [chineseNewYear, nauryz]) {
      const spans = Object.keys(holidays).map(datesOf);
      expect(spans.map(([first, last]) => last - first)).toEqual(spans.map(() => 2));
      const years = spans.map(([first]) => new Date(first * 86_400_000).getUTCFullYear());
      expect(years).toEqual([2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]);
    }
  });

  it('close within the holidays of the notices, and begin with a new moon: 12 or 13 months after the last', () => {
    const notices = ['2023-01-21..2023-01-27', '2024-02-10..2024-02-17', '2025-01-28..2025-02-04'].map(datesOf);
    const spans = Object.keys(chineseNewYear).map(datesOf);
    for (const [i, [first, last]] of notices.entries()) {
      expect(spans[i][0]).toBeGreaterThanOrEqual(first);
      expect(spans[i][1]).toBeLessThanOrEqual(last);
    }
    // Source: Meeus, Astronomical Algorithms (1998), ch. 49: 29.530589 days on average; one month is up to 0.6 days off the
    // mean at either end, and a day is rounded to its midnight.
    for (const [i, [first]] of spans.slice(1).entries()) {
      const months = Math.round((first - spans[i][0]) / 29.530589);
      expect([12, 13]).toContain(months);
      expect(Math.abs(first - spans[i][0] - months * 29.530589)).toBeLessThan(2);
    }
  });

  it('go before the hours of the week', () => {
    const calendar = { ...day, dates: { ...chineseNewYear, ...nauryz } };
    const hoursOn = hoursByDay(calendar);
    expect(hoursOn(dayNumber(2024, 3, 20))).toBe('09:00-18:00');
    for (const date of [21, 22, 23]) expect(hoursOn(dayNumber(2024, 3, date))).toBe('closed');
    expect(hoursOn(dayNumber(2024, 2, 12))).toBe('closed');
    expect(hoursOn(dayNumber(2024, 2, 13))).toBe('09:00-18:00');
  });
});
