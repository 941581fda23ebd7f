// Faults of dates, time zones and keys, each as a message; undefined if the text is valid.
import { nearest, writeGot } from '../../problem';
import { isTimeZone, timeZoneNames } from '../time/timeZones';

export function dateFault(text: string): string | undefined {
  const allowed = 'Write yyyy-mm-dd, from 1900-01-01 to 2199-12-31, such as 2024-01-01.';
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined) return `${writeGot(text)} is not a day. ${allowed}`;
  if (!(1900 <= year && year <= 2199)) return `The year of ${writeGot(text)} is out of range. ${allowed}`;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return `There is no day ${writeGot(text)} in the calendar. ${allowed}`;
  }
  return undefined;
}

/** No zone name is longer, and comparing is slow. [letters] */
const LONGEST_NAME = 100;

export function timeZoneFault(text: string): string | undefined {
  if (isTimeZone(text)) return undefined;
  const meant = text.length > LONGEST_NAME ? [] : nearest(text, timeZoneNames());
  const hint = meant.length > 0 ? `Did you mean ${meant.join(' or ')}?` : 'Write such as Asia/Aqtau, or UTC.';
  return `${writeGot(text)} is not a time zone of the IANA list. ${hint}`;
}

/** Rejects empty keys, surrounding spaces, and keys that result from a thousands separator inside braces. */
export function keyFault(key: string): string | undefined {
  if (key.trim() === '') return 'A key is empty; give the entry a name.';
  if (key !== key.trim()) return `The key ${JSON.stringify(key)} begins or ends with a space; take it away.`;
  if (/^\d+\s/.test(key)) {
    return `The key ${JSON.stringify(key)} begins with digits and a space: was a number written with a comma, as 5,000 TEU? Numbers have no thousands separator; write 5000 TEU.`;
  }
  return undefined;
}
