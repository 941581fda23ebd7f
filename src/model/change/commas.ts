// Finds commas in numbers inside braces: YAML splits them into two entries, the second with an unintended key.
import { type Complaint, complaint } from '../checks/complaint';

/** Whether a key is the rest of a number, such as `000 TEU` of `5,000 TEU` or `5 h` of `4,5 h`. */
const isRest = (key: string, entry: unknown): boolean => entry === null && /^\d/.test(key);

/** Every number that a comma split into two entries, in maps, lists and laws; with the number to write. */
export function commas(value: unknown, path: readonly (string | number)[] = []): Complaint[] {
  if (Array.isArray(value)) return value.flatMap((entry, i) => commas(entry, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  return entries.flatMap(([key, entry], i) => {
    if (!isRest(key, entry)) return commas(entry, [...path, key]);
    return [sayComma([...path, key], key, numberBefore(entries, i))];
  });
}

/** The number before the comma. Digit-only keys come first in a map regardless of input order: then only if it is unique. */
function numberBefore(entries: readonly (readonly [string, unknown])[], i: number): string | undefined {
  const whole = (entry: unknown) => /^[+-]?\d+$/.test(String(entry));
  const bare = /^\d+$/.test(entries[i][0]);
  const numbers = entries.filter(([, entry]) => whole(entry));
  if (bare) return numbers.length === 1 ? String(numbers[0][1]) : undefined;
  const before = entries[i - 1]?.[1];
  return whole(before) ? String(before) : undefined;
}

function sayComma(path: readonly (string | number)[], key: string, before: string | undefined): Complaint {
  const begins = `A comma inside braces begins a new entry, here "${key}"`;
  if (before === undefined) {
    const say = `${begins}; write numbers with a decimal point and without thousands separators: 4.5 h, 5000 TEU.`;
    return complaint(path, key, 'a decimal point, not a comma', say);
  }
  if (/^\d{3}(?:\D|$)/.test(key) && !/^[+-]?0/.test(before)) {
    const say = `${begins}; write numbers without thousands separators: ${before}${key}; or ${before}.${key} where a decimal point was meant.`;
    return complaint(path, key, 'numbers without thousands separators', say);
  }
  const say = `${before},${key.split(' ')[0]} is two entries to YAML, since a comma inside braces begins a new one; write ${before}.${key}.`;
  return complaint(path, `${before},${key}`, 'a decimal point, not a comma', say);
}
