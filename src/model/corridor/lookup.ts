// Maps in which names are looked up: `toString` stands there only where somebody wrote it.

/**
 * The same data in maps without a prototype, so that a name finds nothing that nobody wrote. What has none already stays as it is,
 * and so do lists.
 */
export function forLookup<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (Object.getPrototypeOf(value) === null) return value;
  const map = Object.create(null);
  for (const [key, entry] of Object.entries(value)) map[key] = forLookup(entry);
  return map;
}
