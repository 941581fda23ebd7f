// Maps for lookup by name: without inherited keys such as `toString`.

/**
 * The same data in maps without a prototype, so that a lookup finds own entries only. Maps without a prototype, and lists,
 * are kept.
 */
export function forLookup<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (Object.getPrototypeOf(value) === null) return value;
  const map = Object.create(null);
  for (const [key, entry] of Object.entries(value)) map[key] = forLookup(entry);
  return map;
}
