// Numbers as people read them: 12,345 TEU, 17.2 d, 14.4 h, 35 %. Only for reading; files and JSON carry plain numbers.
import { decimalsAtHalfWidth, halfWidthWords } from '../../study/results/digits';

/** 12,345 or 0.82: so many decimals, thousands apart. Rounds half away from zero, as people do. */
export function writeNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return value === Number.POSITIVE_INFINITY ? 'without limit' : 'unknown';
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const isZero = Number(`${whole}.${part ?? ''}`) === 0;
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** Decimals that leave three digits or so: 1,234 · 123 · 12.3 · 1.23. */
export function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (!(size < 100)) return 0;
  return size < 10 ? 2 : 1;
}

/** A share as a percentage: 0.352 is "35.2 %". */
export const writeShare = (share: number, decimals = 1): string => `${writeNumber(share * 100, decimals)} %`;

/** Seconds as a planner says them: minutes below an hour, hours below two days, else days. */
export function writeSeconds(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 3_600) return `${writeNumber(seconds / 60)} min`;
  return size < 172_800 ? `${writeNumber(seconds / 3_600, 1)} h` : `${writeNumber(seconds / 86_400, 1)} d`;
}

export interface Written {
  readonly estimate: string;
  /** Half of the interval: "± 0.3". */
  readonly half: string;
}

/** An estimate and half of its interval, both with so many decimals; one more where the half would be written as 0. */
export function writeWithin(estimate: number, low: number, high: number, decimals: number): Written {
  const half = (high - low) / 2;
  const shown = decimalsAtHalfWidth(half, decimals);
  return { estimate: writeNumber(estimate, shown), half: halfWidthWords(half, shown, writeNumber) };
}

/** One or many of a thing: "1 box", "12 boxes". */
export const countOf = (n: number, one: string, many = `${one}s`): string =>
  `${writeNumber(n)} ${n === 1 ? one : many}`;

/**
 * Parts of a whole as whole numbers of a step, that add up to the rounded whole: each part is rounded down, and what is
 * left goes to the largest remainders. Source: the method of largest remainders (T. Hare, 1857).
 */
export function roundedParts(parts: readonly number[], step: number): number[] {
  const exact = parts.map((part) => part / step);
  const down = exact.map(Math.floor);
  let left = Math.round(exact.reduce((sum, part) => sum + part, 0)) - down.reduce((sum, part) => sum + part, 0);
  // Order: the largest remainder first, then the part that was named first.
  const order = exact.map((_, i) => i).sort((a, b) => exact[b] - down[b] - (exact[a] - down[a]) || a - b);
  for (const i of order) {
    if (left <= 0) break;
    down[i]++;
    left--;
  }
  return down;
}
