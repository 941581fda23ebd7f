// The rules of a zone, as table.ts packs them: one line for all names whose clocks have shown the same since 1970, as
// `names|offsets|order|gaps|rules`. Time is in units of 30 s; offsets, ahead of UTC, and gaps are numbers of base 36.
//
// `order` has one digit for each spell in which clocks keep an offset: which of the offsets it is. `gaps` lead from 1970 to the
// first change of clocks, and from each to the next. `rules` hold from a year on, for good: `1996,3 5 0 120 1,10 5 0 120 0` is
// the last (5) Sunday (0) of March and of October, 120 units after midnight UTC, to offset 1 and to offset 0.

const UNIT = 30;
const DAY = 86_400;
/** Rules are followed up to the end of it: no run begins later than in 2199, and most take a year. */
const LAST_YEAR = 2219;

/** Spell i begins at begins[i] and ends where the next one begins; [s since 1970-01-01T00:00Z]. */
export interface ZoneRules {
  readonly begins: readonly number[];
  /** [s ahead of UTC] */
  readonly offsets: readonly number[];
  /** The latest time that clocks have shown by the end of spell i, of all spells so far; [s since 1970-01-01T00:00 there]. */
  readonly shown: readonly number[];
}

/** Before 1970 the offset of its first second holds. */
export function readRules(line: string): ZoneRules {
  const [, ahead, order, gaps, rules] = line.split('|');
  const inSeconds = (text: string) => Number.parseInt(text, 36) * UNIT;
  const aheads = ahead.split(' ').map(inSeconds);
  const begins = [Number.NEGATIVE_INFINITY];
  const offsets = Array.from(order, (digit) => aheads[Number.parseInt(digit, 36)]);
  let at = 0;
  for (const gap of gaps === '' ? [] : gaps.split(' ')) {
    at += inSeconds(gap);
    begins.push(at);
  }
  const [from, ...yearly] = rules.split(',');
  for (let year = Number(from); rules !== '' && year <= LAST_YEAR; year++) {
    for (const rule of yearly) {
      const [month, week, weekday, units, index] = rule.split(' ').map(Number);
      begins.push(dayOf(year, month, week, weekday) * DAY + units * UNIT);
      offsets.push(aheads[index]);
    }
  }
  let latest = Number.NEGATIVE_INFINITY;
  const shown = offsets.map((offset, i) => {
    latest = Math.max(latest, (begins[i + 1] ?? Number.POSITIVE_INFINITY) + offset);
    return latest;
  });
  return { begins, offsets, shown };
}

/** Days since 1970 of such as the last Sunday of March: week 1–5 where 5 is the last, weekday 0–6 from Sunday on. */
function dayOf(year: number, month: number, week: number, weekday: number): number {
  const first = Date.UTC(year, month - 1) / 86_400_000;
  // 1970-01-01 was a Thursday.
  const day = first + ((((weekday - first - 4) % 7) + 7) % 7) + 7 * (week - 1);
  return day < Date.UTC(year, month) / 86_400_000 ? day : day - 7;
}
