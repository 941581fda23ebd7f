// Writing a result as JSON: same result, same bytes.

/**
 * The text of a result: two spaces, keys in the order in which they stand, a newline at the end. Entries that are
 * undefined are left out.
 * @throws RangeError naming the entry when a number is not finite: JSON would turn it into null without a word
 */
export function writeJson(result: object): string {
  refuseUnfinite(result, []);
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function refuseUnfinite(value: unknown, path: readonly string[]): void {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${path.join('.')} is ${value}; a result holds finite numbers only.`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) refuseUnfinite(entry, [...path, key]);
}
