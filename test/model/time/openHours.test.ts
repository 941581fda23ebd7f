// Open hours in a place's own time zone: looked up, never polled.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarSpec, weekdays } from '../../../src/model/corridor/data/calendarSpec';
import { hoursFault, spansOf, weekdayOf } from '../../../src/model/time/calendar';
import { Clock, DAY, dayNumber } from '../../../src/model/time/clock';
import { openHours } from '../../../src/model/time/openHours';
import { timeZoneNames } from '../../../src/model/time/timeZones';

const H = 3600;
const office: CalendarSpec = {
  timeZone: 'Asia/Almaty',
  hours: { daily: '09:00-13:00 and 14:00-18:00', sat: 'closed', sun: 'closed' },
  dates: { '2024-03-08': 'closed', '2024-03-21..2024-03-25': 'closed', '2024-03-16': '10:00-12:00' },
};

/** Friday 2024-03-01 is day 0 of the run, on Almaty's clocks of +5. */
const march = openHours(office, new Clock('2024-03-01', 0, 31), 'Asia/Almaty');

describe('open hours', () => {
  it('stop at the whistle and go on at the next opening', () => {
    // Friday 09:00, eight hours of work: done at 18:00. Begun at 16:00: two hours on Friday, six on Monday, done at 16:00.
    expect(march.finish(9 * H, 8 * H)).toBe(18 * H);
    expect(march.finish(16 * H, 8 * H)).toBe(3 * DAY + 16 * H);
    expect(march.finish(13 * H + 1800, 600)).toBe(14 * H + 600);
    expect(march.between(0, 7 * DAY)).toBe(5 * 8 * H);
  });

  it('know whether it is open, the next opening and the next whistle', () => {
    expect([9 * H - 1, 9 * H, 13 * H - 1, 13 * H].map((t) => march.isOpen(t))).toEqual([false, true, true, false]);
    expect(march.nextOpen(13 * H)).toBe(14 * H);
    expect(march.nextOpen(18 * H)).toBe(3 * DAY + 9 * H);
    expect(march.nextClose(10 * H)).toBe(13 * H);
    expect(march.nextClose(18 * H)).toBe(3 * DAY + 13 * H);
  });

  it('follow dated exceptions: a holiday, several days closed, a Saturday that works', () => {
    expect(march.nextOpen(7 * DAY)).toBe(10 * DAY + 9 * H);
    expect(march.nextOpen(15 * DAY)).toBe(15 * DAY + 10 * H);
    expect(march.nextOpen(20 * DAY)).toBe(25 * DAY + 9 * H);
  });

  it('are on the clocks of their own zone, also across the end of Kazakhstan’s second zone', () => {
    // The scenario begins at midnight in Shanghai, 16:00 UTC: an office at Almaty opens at 09:00+06 = 03:00 UTC, and from
    // 1 March on at 09:00+05 = 04:00 UTC.
    const open = openHours(
      { timeZone: 'Asia/Almaty', hours: { daily: '09:00-10:00' } },
      new Clock('2024-02-28', 0, 5),
      'Asia/Shanghai',
    );
    expect([open.nextOpen(0), open.nextOpen(DAY), open.nextOpen(2 * DAY)]).toEqual([
      11 * H,
      DAY + 11 * H,
      2 * DAY + 12 * H,
    ]);
  });

  it('join spans that meet: round the clock is one spell, a night shift goes over midnight', () => {
    const clock = new Clock('2024-03-01', 0, 10);
    const always = openHours({ timeZone: 'UTC', hours: { daily: '00:00-24:00' } }, clock, 'UTC');
    expect(always.nextClose(0)).toBe(Number.POSITIVE_INFINITY);
    expect(always.finish(5, 7 * DAY)).toBe(7 * DAY + 5);
    const night = openHours({ timeZone: 'UTC', hours: { daily: '20:00-08:00' } }, clock, 'UTC');
    expect(night.isOpen(0)).toBe(true);
    expect(night.nextClose(0)).toBe(8 * H);
    expect(night.finish(7 * H, 2 * H)).toBe(21 * H);
  });

  it('begin when a gap ends, and are never negative, where clocks go forward', () => {
    // At 00:00 on 22 March 2022 clocks in Tehran went on to 01:00, 20:30 UTC; on 21 March 00:30 was 21:00 UTC.
    const hours = { daily: '00:30-01:15' };
    const clock = new Clock('2022-03-20', 0, 5);
    const night = openHours({ timeZone: 'Asia/Tehran', hours }, clock, 'UTC');
    const gapEnds = DAY + 20.5 * H;
    expect(night.nextOpen(DAY)).toBe(gapEnds);
    expect(night.nextClose(gapEnds)).toBe(gapEnds + H / 4);
    expect(night.nextOpen(gapEnds + H)).toBe(2 * DAY + 20 * H);
    // Hours that lie in the gap as a whole do not come that night.
    const within = openHours({ timeZone: 'Asia/Tehran', hours: { daily: '00:15-00:45' } }, clock, 'UTC');
    expect(within.nextOpen(gapEnds - H / 4)).toBe(2 * DAY + 19.75 * H);
  });

  it('come once, the first time, where clocks go back', () => {
    // On 27 October 2024 clocks in Warsaw went back from 03:00 to 02:00, at 01:00 UTC.
    const night = openHours(
      { timeZone: 'Europe/Warsaw', hours: { daily: '02:15-02:45' } },
      new Clock('2024-10-27', 0, 2),
      'UTC',
    );
    expect(night.nextOpen(0)).toBe(H / 4);
    expect(night.nextClose(H / 4)).toBe(0.75 * H);
    expect(night.nextOpen(0.75 * H)).toBe(DAY + 1.25 * H);
  });

  it('are in order and positive in every zone, also over nights of change and over a day that is left out (law)', () => {
    const clockTimes = Array.from({ length: 96 }, (_, i) => i * 900);
    const write = (second: number) =>
      [second / H, (second / 60) % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
    const spans = fc.tuple(fc.constantFrom(...clockTimes), fc.constantFrom(...clockTimes)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(
        fc.constantFrom(...timeZoneNames()),
        fc.integer({ min: 1900, max: 2199 }),
        spans,
        (timeZone, year, [from, to]) => {
          const hours = { daily: `${write(from)}-${write(to)}` };
          const { begins, ends } = openHours({ timeZone, hours }, new Clock(`${year}-01-01`, 0, 366), 'UTC');
          expect(begins.findIndex((begin, i) => ends[i] <= begin || (i > 0 && begin <= ends[i - 1]))).toBe(-1);
        },
      ),
      { seed: 20220322, numRuns: 300 },
    );
  });

  it('count the same work whichever way it is split (law)', () => {
    const seconds = fc.integer({ min: 0, max: 30 * DAY });
    fc.assert(
      fc.property(seconds, seconds, fc.integer({ min: 0, max: 5 * DAY }), (a, b, work) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        let open = 0;
        for (let t = from; t < to; ) {
          const next = Math.min(to, march.isOpen(t) ? march.nextClose(t) : march.nextOpen(t));
          if (march.isOpen(t)) open += next - t;
          t = next;
        }
        expect(march.between(from, to)).toBe(open);
        const done = march.finish(from, work);
        expect(march.between(from, done)).toBe(work);
        // Nothing is done later than needed: a second before, a second of work was missing.
        if (work > 0) expect(march.between(from, done - 1)).toBe(work - 1);
      }),
      { seed: 20240301, numRuns: 500 },
    );
  });
});

describe('hours as text', () => {
  it('are read as spans of seconds from midnight', () => {
    expect(spansOf('09:00-13:00 and 14:00-18:00')).toEqual([
      [9 * H, 13 * H],
      [14 * H, 18 * H],
    ]);
    expect(spansOf('20:00-08:00')).toEqual([[20 * H, 32 * H]]);
    expect(spansOf('closed')).toEqual([]);
  });

  it('are refused with a sentence when they are none', () => {
    expect(hoursFault('09:00-18:00')).toBeUndefined();
    expect(hoursFault('18:00-09:00 and 20:00-21:00')).toContain('closes before it opens');
    expect(hoursFault('09:00-13:00 and 12:00-18:00')).toContain('overlap');
    expect(hoursFault('09:00-09:00')).toContain('same minute');
    for (const bad of ['9-18', '25:00-26:00', '', 'open', '09:00-18:60'])
      expect(hoursFault(bad)).toContain('are no hours');
  });

  it('weekdays are right', () => {
    expect(weekdays[weekdayOf(dayNumber(2024, 3, 1))]).toBe('fri');
    expect(weekdays[weekdayOf(dayNumber(1969, 12, 31))]).toBe('wed');
  });
});
