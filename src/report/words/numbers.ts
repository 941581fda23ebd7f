// Formats numbers for display: 12,345 TEU, 17.2 d, 14.4 h, 35 %. Files and JSON have plain numbers.
export { decimalsFor, writeNumber } from '../../study/results/digits';

import { writeNumber } from '../../study/results/digits';

/** A share as a percentage: 0.352 is "35.2 %". */
export const writeShare = (share: number, decimals = 1): string => `${writeNumber(share * 100, decimals)} %`;

/** Seconds in a readable unit: minutes below an hour, hours below two days, else days. */
export function writeSeconds(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 3_600) return `${writeNumber(seconds / 60)} min`;
  return size < 172_800 ? `${writeNumber(seconds / 3_600, 1)} h` : `${writeNumber(seconds / 86_400, 1)} d`;
}

/** Singular or plural: "1 box", "12 boxes". */
export const countOf = (n: number, one: string, many = `${one}s`): string =>
  `${writeNumber(n)} ${n === 1 ? one : many}`;

/**
 * Parts of a total as integer multiples of a step that add up to the rounded total: each part is rounded down, and the
 * rest goes to the largest remainders. Source: the method of largest remainders (T. Hare, 1857).
 */
export function roundedParts(parts: readonly number[], step: number): number[] {
  const exact = parts.map((part) => part / step);
  const down = exact.map(Math.floor);
  let left = Math.round(exact.reduce((sum, part) => sum + part, 0)) - down.reduce((sum, part) => sum + part, 0);
  // Order: the largest remainder first, then the earlier part.
  const order = exact.map((_, i) => i).sort((a, b) => exact[b] - down[b] - (exact[a] - down[a]) || a - b);
  for (const i of order) {
    if (left <= 0) break;
    down[i]++;
    left--;
  }
  return down;
}
