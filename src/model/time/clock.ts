// Dates of a run: clock zero is a midnight in the scenario's time zone; days are local days of 86,400 s, except on clock
// changes.
import { secondOfLocal } from './timeZones';

export const DAY = 86_400;

/** Days since 1970-01-01 of a civil date. UTC arithmetic, independent of the machine's time zone. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

export function readDate(text: string): { year: number; month: number; day: number } {
  const [year, month, day] = text.split('-').map(Number);
  return { year, month, day };
}

export function writeDate(dayNumberOf: number): string {
  return new Date(dayNumberOf * 86_400_000).toISOString().slice(0, 10);
}

/** Days of a run, as days since 1970: clock zero, the window's first day, and the day after its last. */
export interface RunDays {
  readonly zero: number;
  readonly startDay: number;
  readonly endDay: number;
}

/**
 * @param warmUpSeconds warm-up as days of 86,400 s; counted in local days
 * @param days length of the window; default: one calendar year from `start`
 */
export function runDays(start: string, warmUpSeconds: number, days?: number): RunDays {
  const { year, month, day } = readDate(start);
  const startDay = dayNumber(year, month, day);
  const endDay = days === undefined ? dayNumber(year + 1, month, day) : startDay + days;
  return { zero: startDay - warmUpSeconds / DAY, startDay, endDay };
}

/** A month: its number from 0, and its end in seconds of the run. */
export interface MonthSpan {
  readonly month: number;
  readonly end: number;
}

/** A calendar year: its length in seconds, and its end in seconds of the run. */
export interface YearSpan {
  readonly seconds: number;
  readonly end: number;
}

/** Conversion between seconds of a run and local days. */
export class Clock {
  /** Day number of clock zero. */
  readonly zero: number;
  /** Seconds from clock zero to the window's start. */
  readonly windowStart: number;
  /** Seconds from clock zero to the window's end. */
  readonly windowEnd: number;
  /** Latest end of the run: one more window for boxes still inside. */
  readonly last: number;
  /** Day number (days since 1970-01-01) of the first day of the window. */
  readonly startDay: number;
  /** Day number of the day after its last. */
  readonly endDay: number;
  /** Clock zero, in seconds from 1970-01-01T00:00Z. */
  private readonly origin: number;

  /**
   * @param warmUpSeconds warm-up as days of 86,400 s; counted in local days
   * @param days length of the window; default: one calendar year from `start`
   * @param timeZone time zone of the local days
   */
  constructor(
    start: string,
    warmUpSeconds: number,
    days?: number,
    private readonly timeZone = 'UTC',
  ) {
    const { zero, startDay, endDay } = runDays(start, warmUpSeconds, days);
    this.zero = zero;
    this.startDay = startDay;
    this.endDay = endDay;
    this.origin = secondOfLocal(timeZone, this.zero * DAY);
    this.windowStart = this.secondOf(this.startDay);
    this.windowEnd = this.secondOf(this.endDay);
    this.last = this.secondOf(2 * this.endDay - this.startDay);
  }

  /** Second of the run at which a civil day begins. */
  secondOf(day: number): number {
    return secondOfLocal(this.timeZone, day * DAY) - this.origin;
  }

  /** Second of the run at which a day, yyyy-mm-dd, begins. */
  secondOfDate(text: string): number {
    const { year, month, day } = readDate(text);
    return this.secondOf(dayNumber(year, month, day));
  }

  /** Months from clock zero on, with number 0–11 and end. */
  *monthsFrom(): Generator<MonthSpan> {
    const first = new Date(Math.floor(this.zero) * 86_400_000);
    let year = first.getUTCFullYear();
    let month = first.getUTCMonth();
    for (;;) {
      const end = this.secondOf(dayNumber(year, month + 2, 1));
      yield { month, end };
      month++;
      if (month === 12) {
        month = 0;
        year++;
      }
    }
  }

  /** Calendar years from clock zero on, with length in seconds and end. */
  *yearsFrom(): Generator<YearSpan> {
    let year = new Date(Math.floor(this.zero) * 86_400_000).getUTCFullYear();
    for (;;) {
      const end = this.secondOf(dayNumber(year + 1, 1, 1));
      yield { seconds: end - this.secondOf(dayNumber(year, 1, 1)), end };
      year++;
    }
  }

  /** These years up to the one that ends after the latest end of the run. */
  years(): YearSpan[] {
    const years = [];
    for (const year of this.yearsFrom()) {
      years.push(year);
      if (year.end > this.last) break;
    }
    return years;
  }
}
