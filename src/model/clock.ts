// Dates of a run: clock zero is the window's first midnight less the warm-up; a day has 86,400 seconds.

export const DAY = 86_400;

/** Days since 1970-01-01 of a civil date. Only UTC arithmetic: the machine's own time zone never enters. */
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

export class Clock {
  /** Day number of clock zero. */
  readonly zero: number;
  /** Seconds from clock zero to the window's start, and to its end. */
  readonly windowStart: number;
  readonly windowEnd: number;
  /** A run stops here at the latest: one further window for boxes that have not left. */
  readonly last: number;
  readonly startDay: number;
  readonly endDay: number;

  /** @param days length of the window; without it, one calendar year from `start`. */
  constructor(start: string, warmUpSeconds: number, days?: number) {
    const { year, month, day } = readDate(start);
    this.startDay = dayNumber(year, month, day);
    this.endDay = days === undefined ? dayNumber(year + 1, month, day) : this.startDay + days;
    this.zero = this.startDay - warmUpSeconds / DAY;
    this.windowStart = warmUpSeconds;
    this.windowEnd = warmUpSeconds + (this.endDay - this.startDay) * DAY;
    this.last = this.windowEnd + (this.windowEnd - this.windowStart);
  }

  /** Second of the run at which a civil day begins. */
  secondOf(day: number): number {
    return (day - this.zero) * DAY;
  }

  /** Second of the run at which a day, yyyy-mm-dd, begins. */
  secondOfDate(text: string): number {
    const { year, month, day } = readDate(text);
    return this.secondOf(dayNumber(year, month, day));
  }

  /** The months from clock zero on: each with its number 0–11 and the second at which it ends. */
  *monthsFrom(): Generator<{ month: number; end: number }> {
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

  /** The calendar years from clock zero on: each with its length in seconds and the second at which it ends. */
  *yearsFrom(): Generator<{ seconds: number; end: number }> {
    let year = new Date(Math.floor(this.zero) * 86_400_000).getUTCFullYear();
    for (;;) {
      const end = this.secondOf(dayNumber(year + 1, 1, 1));
      yield { seconds: (dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1)) * DAY, end };
      year++;
    }
  }

  /** Those years up to the one that ends after the latest end of the run. */
  years(): { seconds: number; end: number }[] {
    const years = [];
    for (const year of this.yearsFrom()) {
      years.push(year);
      if (year.end > this.last) break;
    }
    return years;
  }
}
