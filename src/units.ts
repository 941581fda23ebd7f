// Quantities with units, made in TypeScript by `hours(6)` or `teu(350)`: a bare number, or hours for TEU, does not compile.
import type {
  Calls,
  Duration,
  Length,
  Mass,
  Money,
  Moves,
  Paths,
  Share,
  Speed,
  Teu,
  TeuPerYear,
  Trucks,
} from './unitKinds';
import { nearWhole, quantity, shifted } from './unitKinds';

export type {
  Calls,
  Duration,
  Length,
  Mass,
  Money,
  Moves,
  Paths,
  PlainNumber,
  Share,
  Speed,
  Teu,
  TeuPerYear,
  Trucks,
  UnitKind,
  UnitValues,
} from './unitKinds';
export { allowedUnits, baseUnit, unitFault, unitWords } from './unitKinds';
export { bareNumber, readUnit, writeUnit } from './unitText';

const duration = (n: number, factor: number, unit: string) =>
  quantity('duration', nearWhole(n * factor), `${n} ${unit}`);

/**
 * A time in seconds; kept in whole ones. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all
 * measure.
 */
export const seconds = (n: number): Duration => duration(n, 1, 's');
/** A time in minutes. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure. */
export const minutes = (n: number): Duration => duration(n, 60, 'min');
/** A time in hours. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure. */
export const hours = (n: number): Duration => duration(n, 3_600, 'h');
/** A time in days of 24 hours. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure. */
export const days = (n: number): Duration => duration(n, 86_400, 'd');
/** A length in kilometres. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure. */
export const km = (n: number): Length => quantity('length', n, `${n} km`);
/** Depths and lengths of trains; kilometres within. */
export const metres = (n: number): Length => quantity('length', shifted(n, -3), `${n} m`);
/**
 * A speed in kilometres an hour. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure.
 */
export const kmPerHour = (n: number): Speed => quantity('speed', n, `${n} km/h`);
/** Source: the international knot, 1852 m an hour. */
export const knots = (n: number): Speed => quantity('speed', n * 1.852, `${n} kn`);
/**
 * Twenty-foot equivalent units. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure.
 */
export const teu = (n: number): Teu => quantity('teu', n, `${n} TEU`);
/** Thousands of TEU. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure. */
export const kteu = (n: number): Teu => quantity('teu', shifted(n, 3), `${n} kTEU`);
/** TEU in each calendar year, whatever its length. */
export const teuPerYear = (n: number): TeuPerYear => quantity('teuPerYear', n, `${n} TEU/year`);
/**
 * Thousands of TEU in each calendar year. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all
 * measure.
 */
export const kteuPerYear = (n: number): TeuPerYear => quantity('teuPerYear', shifted(n, 3), `${n} kTEU/year`);
/**
 * The rate of a crane: boxes lifted in an hour of work. Throws a RangeError for NaN, Infinity, a negative number, or
 * one beyond all measure.
 */
export const movesPerHour = (n: number): Moves => quantity('moves', n, `${n} moves/h`);
/** Trains a day. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure. */
export const pathsPerDay = (n: number): Paths => quantity('paths', n, `${n} trains/day`);
/** Trucks a day. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure. */
export const trucksPerDay = (n: number): Trucks => quantity('trucks', n, `${n} trucks/day`);
/** Ships in a year of 365 days. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure. */
export const callsPerYear = (n: number): Calls => quantity('calls', n, `${n} calls/year`);
/** A mass in tonnes. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all measure. */
export const tonnes = (n: number): Mass => quantity('mass', n, `${n} t`);
/**
 * A share as per cent: 20 for a fifth. Throws a RangeError for NaN, Infinity, a negative number, or one beyond all
 * measure.
 */
export const percent = (n: number): Share => quantity('share', shifted(n, -2), `${n} %`);
/** A part of 1. */
export const share = (n: number): Share => quantity('share', n, String(n));
/** Millions of US dollars. */
export const musd = (n: number): Money => quantity('money', n, `${n} MUSD`);
