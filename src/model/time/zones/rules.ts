// Parser of zone rules as packed in table.ts: one line for all names with equal clocks since 1970, as
// `names|offsets|order|gaps|rules`. Time is in units of 30 s; offsets (ahead of UTC) and gaps are base-36 numbers.
//
// `order` has one digit per interval of constant offset: the index of the offset. `gaps` are the times from 1970 to the first
// clock change, and between changes. `rules` apply from a year on, for ever: `1996,3 5 0 120 1,10 5 0 120 0` is the last (5)
// Sunday (0) of March and of October, 120 units after midnight UTC, to offset 1 and to offset 0.

const UNIT = 30;
const DAY = 86_400;
/** Last year for which rules are expanded: runs begin in 2199 at the latest, and most take a year. */
const LAST_YEAR = 2219;

/** Interval i begins at begins[i] and ends at the next begin; [s since 1970-01-01T00:00Z]. */
export interface ZoneRules {
  readonly begins: readonly number[];
  /** [s ahead of UTC] */
  readonly offsets: readonly number[];
  /** Latest local time shown up to the end of interval i; [s since 1970-01-01T00:00 local]. */
  readonly shown: readonly number[];
}

/** Before 1970 the offset at 1970-01-01T00:00Z applies. */
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

/** Days since 1970 of a rule such as the last Sunday of March: week 1–5 (5: last), weekday 0–6 from Sunday. */
function dayOf(year: number, month: number, week: number, weekday: number): number {
  const first = Date.UTC(year, month - 1) / 86_400_000;
  // 1970-01-01 was a Thursday.
  const day = first + ((((weekday - first - 4) % 7) + 7) % 7) + 7 * (week - 1);
  return day < Date.UTC(year, month) / 86_400_000 ? day : day - 7;
}
