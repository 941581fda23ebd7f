// How many decimals a figure is read with: the same in the answer's sentences as in the tables below them.
import { halfWidth } from '../../experiment';
import type { MeasureResult } from './result';

/** Decimals by unit; a unit that is not named has no usual ones. Shares are read in per cent. */
const usual: { readonly [unit: string]: number | undefined } = { d: 1, TEU: 0, share: 1 };

export const usualDecimals = (unit: string): number | undefined => usual[unit];

const isZero = (value: number, decimals: number): boolean => Number(value.toFixed(decimals)) === 0;

/** So many decimals, and one more where the half-width would be written as 0 and is not. */
export const decimalsAtHalfWidth = (half: number, decimals: number): number =>
  isZero(half, decimals) && !isZero(half, decimals + 1) ? decimals + 1 : decimals;

/** `± 0.3`; `± 0` where nothing varied, and `± <0.01` where it varied too little to be written. */
export function halfWidthWords(half: number, decimals: number, write: (value: number, decimals: number) => string) {
  if (half === 0) return '± 0';
  return isZero(half, decimals) ? `± <${write(0.1 ** (decimals + 1), decimals + 1)}` : `± ${write(half, decimals)}`;
}

const scaleOf = ({ unit }: MeasureResult): number => (unit === 'share' ? 100 : 1);

/** The estimate with its decimals; shares in per cent, without a sign. */
export const estimateWords = (one: MeasureResult): string => grouped((one.estimate ?? 0) * scaleOf(one), digitsOf(one));

/** Half of the interval in the unit that is written; 0 where there is none. */
export const halfOf = (one: MeasureResult): number => (halfWidth(one) ?? 0) * scaleOf(one);

/** As many decimals as the tables show; where none shows the unit, as many as the half-width has or a planner reads. */
export function digitsOf(one: MeasureResult): number {
  const half = halfOf(one);
  const decimals = usualDecimals(one.unit);
  if (decimals !== undefined) return decimalsAtHalfWidth(half, decimals);
  if (half > 0) return Math.min(2, Math.max(0, Math.ceil(-Math.log10(half))));
  return digitsFor((one.estimate ?? 0) * scaleOf(one));
}

/** As many digits as a planner reads: 0.34, 14.2, 61, 28,500. */
export const figure = (value: number): string => grouped(value, digitsFor(value));

function digitsFor(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 1 ? 1 : 2;
}

export function grouped(value: number, digits: number): string {
  const [whole, ...part] = value.toFixed(digits).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...part].join('.');
}
