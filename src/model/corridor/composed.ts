// Unicode normalization of names (NFC), so that accented letters compare equal however they were typed.

/** The same data with every key and text in NFC; the same object if nothing changes. */
export function composed<T>(value: T): T {
  return again(value) as T;
}

function again(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map(again);
    return list.every((entry, i) => Object.is(entry, value[i])) ? value : list;
  }
  const entries = Object.entries(value);
  const changed = entries.map(([key, entry]) => [key.normalize('NFC'), again(entry)] as const);
  const isSame = changed.every(([key, entry], i) => key === entries[i][0] && Object.is(entry, entries[i][1]));
  // If two keys become one, an entry would be lost: both are kept, and the schema and the relation checks judge them.
  const isLossless = new Set(changed.map(([key]) => key)).size === entries.length;
  if (isSame) return value;
  return Object.fromEntries(isLossless ? changed : changed.map(([, entry], i) => [entries[i][0], entry]));
}
