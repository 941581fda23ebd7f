// How many digits a figure is read with: the same in the answer's sentences as in the tables below them.
import { halfWidth } from '../../experiment';
import type { MeasureResult } from './result';

/** Decimals by unit, where no half-width says how many mean something. Shares are read in per cent. */
const usual: { readonly [unit: string]: number | undefined } = { d: 1, TEU: 0, share: 1 };

/** Beyond so many hours a time is read in days. */
export const DAYS_FROM_HOURS = 96;

/** A change of fewer days is read in hours. */
const SHORT_DAYS = 2;

/** A half-width below this share of its estimate is rounding of the computation, not spread between replications. */
const NO_SPREAD = 1e-9;

/**
 * 12,345 or 0.82: so many decimals, thousands apart; -1 rounds to tens. Rounds half away from zero, as people do.
 */
export function writeNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return value === Number.POSITIVE_INFINITY ? 'without limit' : 'unknown';
  const step = 10 ** Math.max(0, -decimals);
  const size = step === 1 ? Math.abs(value) : Math.round(Math.abs(value) / step) * step;
  const [whole, part] = size.toFixed(Math.max(0, decimals)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const isZero = Number(`${whole}.${part ?? ''}`) === 0;
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** The decimals that leave two significant digits of a half-width above 0: 2 of 0.31, 0 of 31, -1 of 310. */
export function decimalsOfHalfWidth(half: number): number {
  // Written first, so that 9.96 counts as 10.
  const [, exponent] = half.toExponential(1).split('e');
  return 1 - Number(exponent);
}

/** Decimals without a half-width: about three digits, 1,234 · 123 · 12.3 · 1.23. */
export function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (!(size < 100)) return 0;
  return size < 10 ? 2 : 1;
}

/** An estimate and half of its interval, as they are read beside each other. */
export interface Within {
  readonly estimate: string;
  /** `± 0.31`: two significant digits. `± 0` where the replications do not differ. */
  readonly half: string;
}

/** Both with the decimals that leave two significant digits of the half-width. */
export function writeWithin(estimate: number, half: number, decimals = decimalsFor(estimate)): Within {
  if (!(half > NO_SPREAD * Math.abs(estimate))) return { estimate: writeNumber(estimate, decimals), half: '± 0' };
  const shown = decimalsOfHalfWidth(half);
  return { estimate: writeNumber(estimate, shown), half: `± ${writeNumber(half, shown)}` };
}

/** How a unit is read: what a figure is multiplied with, and what stands behind it. */
function readUnit({ unit, estimate }: Pick<MeasureResult, 'unit' | 'estimate'>): {
  readonly scale: number;
  readonly words: string;
} {
  if (unit === 'share') return { scale: 100, words: '%' };
  if (unit === 'h' && Math.abs(estimate ?? 0) > DAYS_FROM_HOURS) return { scale: 1 / 24, words: 'd' };
  return { scale: 1, words: unit };
}

/** A measure as it is read, in per cent and in days where that is how one reads it. */
export interface Read extends Within {
  readonly unit: string;
}

/**
 * A change of a measure of a unit as it is read, with its sign: `−196 ± 40 h`. `half` is empty where there is no interval.
 * Of shares the change is in percentage points. Further numbers, as the ends of its interval, have its unit and digits.
 */
export function readChanges(changes: readonly number[], half: number | null, unit: string): Read[] {
  const [change] = changes;
  const size = Math.max(Math.abs(change), half ?? 0);
  // Between days a planner counts hours.
  const isShort = unit === 'd' && size < SHORT_DAYS;
  const { scale, words } = isShort ? { scale: 24, words: 'h' } : readUnit({ unit, estimate: size });
  return changes.map((one) => {
    const { estimate, half: written } = writeWithin(one * scale, (half ?? 0) * scale);
    const sign = one > 0 && /[1-9]/.test(estimate) ? '+' : '';
    return { estimate: sign + estimate, half: half === null ? '' : written, unit: words === '%' ? 'points' : words };
  });
}

/** Half of the interval in the unit of the measure; 0 where there is none. */
const halfOf = (one: MeasureResult): number => halfWidth(one) ?? 0;

/** The estimate with its half-width and unit; `half` is empty where there is no interval, all is where nothing was estimated. */
export function readMeasure(one: MeasureResult): Read {
  if (one.estimate === null) return { estimate: '', half: '', unit: '' };
  const { scale, words } = readUnit(one);
  const decimals = usual[words === 'd' ? 'd' : one.unit] ?? decimalsFor(one.estimate * scale);
  if (one.state !== 'estimated')
    return { estimate: writeNumber(one.estimate * scale, decimals), half: '', unit: words };
  return { ...writeWithin(one.estimate * scale, halfOf(one) * scale, decimals), unit: words };
}

/** As many digits as a planner reads: 0.34, 14.2, 61, 28,500. */
export function figure(value: number): string {
  const size = Math.abs(value);
  return writeNumber(value, size >= 100 ? 0 : size >= 1 ? 1 : 2);
}
