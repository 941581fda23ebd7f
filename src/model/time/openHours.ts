// Open intervals of a place in seconds of the run, to look up the next opening and the completion of work.
import type { CalendarSpec } from '../corridor/data/calendarSpec';
import { hoursByDay, spansOf } from './calendar';
import { type Clock, DAY } from './clock';
import { secondOfLocal } from './timeZones';

/** Calendars extend this far beyond the end of a run; later times count as open. */
const BEYOND = 90 * DAY;

export class OpenHours {
  /** Interval i is [begins[i], ends[i]) in seconds; intervals do not touch. */
  readonly begins: Float64Array;
  readonly ends: Float64Array;
  /** Open seconds before interval i. */
  private readonly before: Float64Array;
  /** Interval found last, a search hint only. */
  private found = 0;

  constructor(begins: readonly number[], ends: readonly number[]) {
    this.begins = Float64Array.from(begins);
    this.ends = Float64Array.from(ends);
    this.before = new Float64Array(begins.length);
    for (let i = 1; i < begins.length; i++) this.before[i] = this.before[i - 1] + ends[i - 1] - begins[i - 1];
  }

  isOpen(second: number): boolean {
    const i = this.last(second);
    return i >= 0 && second < this.ends[i];
  }

  /** `second` when open, else the next opening. */
  nextOpen(second: number): number {
    const i = this.last(second);
    return i >= 0 && second < this.ends[i] ? second : this.begins[i + 1];
  }

  /** The next closing, or Infinity. */
  nextClose(second: number): number {
    const i = this.last(second);
    return i >= 0 && second < this.ends[i] ? this.ends[i] : this.ends[i + 1];
  }

  /** Completion time of `work` seconds begun at `second`, interrupted while closed. */
  finish(second: number, work: number): number {
    const from = this.openBefore(second);
    const target = from + work;
    const { begins, ends, before, found } = this;
    // Speed: work is usually completed within the interval in which it begins.
    if (begins[found] <= second && target > before[found] && target <= before[found] + ends[found] - begins[found])
      return Math.max(second, begins[found] + target - before[found]);
    // First interval by whose end the work is done.
    let low = 0;
    let high = this.begins.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.before[middle] + this.ends[middle] - this.begins[middle] >= target) high = middle;
      else low = middle + 1;
    }
    return Math.max(second, this.begins[low] + target - this.before[low]);
  }

  /** Open seconds from `from` up to `to`. */
  between(from: number, to: number): number {
    return this.openBefore(to) - this.openBefore(from);
  }

  private openBefore(second: number): number {
    const i = this.last(second);
    return i < 0 ? 0 : this.before[i] + Math.min(second, this.ends[i]) - this.begins[i];
  }

  /** Last interval that has begun, or −1. */
  private last(second: number): number {
    const { begins, found } = this;
    // Speed: queries are mostly in order of time; a binary search for each slowed road-border by a tenth.
    if (begins[found] <= second && (found === begins.length - 1 || second < begins[found + 1])) return found;
    let low = -1;
    let high = begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (begins[middle] <= second) low = middle;
      else high = middle - 1;
    }
    if (low >= 0) this.found = low;
    return low;
  }
}

/** Open spans of a calendar by day from clock zero on, in seconds of the run; spans of adjacent days may touch. */
function* spans(spec: CalendarSpec, clock: Clock, scenarioZone: string, until: number) {
  const zero = secondOfLocal(scenarioZone, clock.zero * DAY);
  const hoursOn = hoursByDay(spec);
  // From a day earlier: a night shift or another time zone can reach into the first day.
  for (let day = Math.floor(clock.zero) - 2; ; day++) {
    const midnight = secondOfLocal(spec.timeZone, day * DAY) - zero;
    if (midnight > until) return;
    for (const [from, to] of spansOf(hoursOn(day))) {
      const begin = secondOfLocal(spec.timeZone, day * DAY + from) - zero;
      const end = secondOfLocal(spec.timeZone, day * DAY + to) - zero;
      // A span inside the gap of a forward clock change is empty.
      if (end > begin) yield { begin, end };
    }
  }
}

/** Whether a calendar is ever open from clock zero to the end of the window. */
export function opensInRun(spec: CalendarSpec, clock: Clock, scenarioZone: string): boolean {
  for (const { begin, end } of spans(spec, clock, scenarioZone, clock.windowEnd))
    if (end > 0) return begin < clock.windowEnd;
  return false;
}

/** Open intervals of a calendar during a run. */
export function openHours(spec: CalendarSpec, clock: Clock, scenarioZone: string): OpenHours {
  const begins: number[] = [];
  const ends: number[] = [];
  const until = clock.last + BEYOND;
  for (const { begin, end } of spans(spec, clock, scenarioZone, until)) {
    // Merge touching or overlapping spans of adjacent days.
    if (ends.length > 0 && begin <= ends[ends.length - 1]) ends[ends.length - 1] = Math.max(end, ends[ends.length - 1]);
    else {
      begins.push(begin);
      ends.push(end);
    }
  }
  if (ends.length > 0 && ends[ends.length - 1] >= until) ends[ends.length - 1] = Number.POSITIVE_INFINITY;
  else {
    begins.push(until);
    ends.push(Number.POSITIVE_INFINITY);
  }
  return new OpenHours(begins, ends);
}
