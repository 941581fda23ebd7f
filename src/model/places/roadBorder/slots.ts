// The slots of an e-queue: so many a local day, spread evenly over its open hours; when each is, and which are free.
import type { State } from '../../../kernel';
import { DAY } from '../../time/clock';
import type { BorderHours } from './borderHours';
import type { LocalDays } from './localDays';

/** What is no slot. */
export const NO_SLOT = -1;

/** Slots are numbered through from the first day on. */
export class Slots {
  /** By day: the number of its first slot. */
  private readonly before: Int32Array;
  /** By day: its open seconds. */
  private readonly open: Float64Array;
  /** By slot: its second, plus 1; 0 until it is first asked for. Speed: each is asked for by dozens of trucks. */
  private readonly known: Float64Array;
  /**
   * A free slot names itself, one that is taken a later one: where a search goes on from there. A ring, since only slots
   * from now to the horizon are ever looked at.
   */
  declare private readonly next: Int32Array;
  /** Slots below this number can be, or could have been, booked. */
  opened = 0;
  /** The second of the first of those that cannot. */
  private opensNext = 0;
  /** The day that was found last. It changes no answer, only how soon it is found. */
  private found = 0;

  /**
   * @param perDay slots of a day
   * @param horizon seconds that can be booked ahead, at most
   */
  constructor(
    state: State,
    private readonly days: LocalDays,
    private readonly hours: BorderHours,
    perDay: (day: number) => number,
    horizon: number,
  ) {
    const { begins, phase, count } = days;
    this.open = Float64Array.from(phase, (of, day) => hours.between(begins[day], begins[day + 1], of));
    this.before = days.addUp((day) => (this.open[day] > 0 ? perDay(day) : 0));
    this.known = new Float64Array(this.before[count]);
    const ahead = Math.ceil(horizon / DAY) + 2;
    let most = 0;
    for (let day = 0; day < count; day++)
      most = Math.max(most, this.before[Math.min(count, day + ahead)] - this.before[day]);
    state.int32(this, 'next', most + 2);
    state.numbers(this, 'opened', 'opensNext', 'found');
  }

  /** The second of a slot; Infinity for one that comes after the run. */
  second(slot: number): number {
    const { before, days } = this;
    if (slot >= before[days.count]) return Number.POSITIVE_INFINITY;
    const { found } = this;
    // Speed: questions are mostly about the same few days.
    if (before[found] <= slot && slot < before[found + 1]) return this.secondIn(found, slot - before[found]);
    let low = 0;
    let high = days.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (before[middle] <= slot) low = middle;
      else high = middle - 1;
    }
    this.found = low;
    return this.secondIn(low, slot - before[low]);
  }

  /** The first slot that is not before a second. */
  from(second: number): number {
    const { before, days, open, hours } = this;
    const day = days.of(second);
    const begin = days.begins[day];
    const count = before[day + 1] - before[day];
    if (count === 0 || second <= begin) return before[day];
    const worked = hours.between(begin, second, days.phase[day]);
    let slot = Math.min(count, Math.floor((worked * count) / open[day]));
    // What was rounded to whole seconds, or lies beside a closing, is off by one or two.
    while (slot > 0 && this.secondIn(day, slot - 1) >= second) slot--;
    while (slot < count && this.secondIn(day, slot) < second) slot++;
    return before[day] + slot;
  }

  /** From now on slots up to a second can be booked. */
  openUpTo(now: number, second: number): void {
    // Speed: asked for every truck and way, while slots open a few an hour.
    if (second < this.opensNext) return;
    const upTo = this.from(second + 1);
    const { next } = this;
    if (upTo <= this.opened) return;
    for (let slot = Math.max(this.opened, this.from(now)); slot < upTo; slot++) next[slot % next.length] = slot;
    this.opened = upTo;
    this.opensNext = this.second(upTo);
  }

  /** The first free slot from one on that can be booked, or NO_SLOT. */
  // Speed: a search shortens the ways that it went, so that the next one takes a few moves however many slots are taken.
  free(from: number): number {
    const { next, opened } = this;
    let found = from;
    while (found < opened && next[found % next.length] !== found) found = next[found % next.length];
    for (let slot = from; slot < found; ) {
      const then = next[slot % next.length];
      next[slot % next.length] = found;
      slot = then;
    }
    return found < opened ? found : NO_SLOT;
  }

  take(slot: number): void {
    this.next[slot % this.next.length] = slot + 1;
  }

  private secondIn(day: number, slot: number): number {
    const { before, known } = this;
    const at = before[day] + slot;
    if (known[at] === 0) known[at] = 1 + this.workedOut(day, slot);
    return known[at] - 1;
  }

  private workedOut(day: number, slot: number): number {
    const { before, days, open, hours } = this;
    const phase = days.phase[day];
    const work = Math.floor((slot * open[day]) / (before[day + 1] - before[day]));
    // A slot that would be at the whistle is at the next opening.
    return hours.nextOpen(hours.finish(days.begins[day], work, phase), phase);
  }
}
