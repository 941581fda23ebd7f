// When a place works: open spells in seconds of the run, so that the next opening and the end of a piece of work are looked up.
import type { CalendarSpec } from '../corridor/data/calendarSpec';
import { hoursByDay, spansOf } from './calendar';
import { type Clock, DAY } from './clock';
import { secondOfLocal } from './timeZones';

/** Work may be begun so long before a run's last second; what lies beyond counts as open, for the run is over by then. */
const BEYOND = 90 * DAY;

export class OpenHours {
  /** Spell i is open from the second begins[i] up to, and not including, ends[i]; spells do not touch. */
  readonly begins: Float64Array;
  readonly ends: Float64Array;
  /** Open seconds before spell i. */
  private readonly before: Float64Array;
  /** The spell that was found last. It changes no answer, only how soon it is found. */
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

  /** The second itself when it is open, else the next opening. */
  nextOpen(second: number): number {
    const i = this.last(second);
    return i >= 0 && second < this.ends[i] ? second : this.begins[i + 1];
  }

  /** The next second at which work stops, or Infinity. */
  nextClose(second: number): number {
    const i = this.last(second);
    return i >= 0 && second < this.ends[i] ? this.ends[i] : this.ends[i + 1];
  }

  /** When work of so many seconds, begun at `second`, is done: it stops at the whistle and goes on at the next opening. */
  finish(second: number, work: number): number {
    const from = this.openBefore(second);
    const target = from + work;
    const { begins, ends, before, found } = this;
    // Speed: mostly it is done within the spell that it begins in.
    if (begins[found] <= second && target > before[found] && target <= before[found] + ends[found] - begins[found])
      return Math.max(second, begins[found] + target - before[found]);
    // The first spell by whose end so much has been worked.
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

  /** The last spell that has begun, or −1. */
  private last(second: number): number {
    const { begins, found } = this;
    // Speed: questions are mostly about one day after another; a search for each cost road-border a tenth.
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

/** The open spans of a calendar from clock zero on, day by day, in seconds of the run; those of neighbouring days may meet. */
function* spans(spec: CalendarSpec, clock: Clock, scenarioZone: string, until: number) {
  const zero = secondOfLocal(scenarioZone, clock.zero * DAY);
  const hoursOn = hoursByDay(spec);
  // A day earlier, since a night shift of the day before and another zone's clock reach into the first.
  for (let day = Math.floor(clock.zero) - 2; ; day++) {
    const midnight = secondOfLocal(spec.timeZone, day * DAY) - zero;
    if (midnight > until) return;
    for (const [from, to] of spansOf(hoursOn(day))) {
      const begin = secondOfLocal(spec.timeZone, day * DAY + from) - zero;
      const end = secondOfLocal(spec.timeZone, day * DAY + to) - zero;
      // Of a span in the gap of a night in which clocks go forward nothing is left.
      if (end > begin) yield { begin, end };
    }
  }
}

/** Whether a calendar opens at all from clock zero to the end of the window. */
export function opensInRun(spec: CalendarSpec, clock: Clock, scenarioZone: string): boolean {
  for (const { begin, end } of spans(spec, clock, scenarioZone, clock.windowEnd))
    if (end > 0) return begin < clock.windowEnd;
  return false;
}

/** The open spells of a calendar during a run. */
export function openHours(spec: CalendarSpec, clock: Clock, scenarioZone: string): OpenHours {
  const begins: number[] = [];
  const ends: number[] = [];
  const until = clock.last + BEYOND;
  for (const { begin, end } of spans(spec, clock, scenarioZone, until)) {
    // Spans of neighbouring days may meet or overlap: they are one spell.
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
