// Constructors of quantities with units, such as `hours(6)` and `teu(350)`; mixing up units is a compile error.
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
 * A time in seconds, rounded to whole seconds. Throws a RangeError for NaN, Infinity, a negative or an implausibly large
 * number.
 */
export const seconds = (n: number): Duration => duration(n, 1, 's');
/** A time in minutes. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number. */
export const minutes = (n: number): Duration => duration(n, 60, 'min');
/** A time in hours. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number. */
export const hours = (n: number): Duration => duration(n, 3_600, 'h');
/** A time in days of 24 hours. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number. */
export const days = (n: number): Duration => duration(n, 86_400, 'd');
/** A length in kilometres. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number. */
export const km = (n: number): Length => quantity('length', n, `${n} km`);
/** A length in metres (depths, train lengths), stored in kilometres. */
export const metres = (n: number): Length => quantity('length', shifted(n, -3), `${n} m`);
/**
 * A speed in km/h. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number.
 */
export const kmPerHour = (n: number): Speed => quantity('speed', n, `${n} km/h`);
/** A speed in knots. Source: the international knot, 1852 m an hour. */
export const knots = (n: number): Speed => quantity('speed', n * 1.852, `${n} kn`);
/**
 * Twenty-foot equivalent units. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number.
 */
export const teu = (n: number): Teu => quantity('teu', n, `${n} TEU`);
/** Thousands of TEU. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number. */
export const kteu = (n: number): Teu => quantity('teu', shifted(n, 3), `${n} kTEU`);
/** TEU per calendar year, whatever its length. */
export const teuPerYear = (n: number): TeuPerYear => quantity('teuPerYear', n, `${n} TEU/year`);
/**
 * Thousands of TEU per calendar year. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number.
 */
export const kteuPerYear = (n: number): TeuPerYear => quantity('teuPerYear', shifted(n, 3), `${n} kTEU/year`);
/**
 * A crane rate: moves per working hour. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number.
 */
export const movesPerHour = (n: number): Moves => quantity('moves', n, `${n} moves/h`);
/** Trains a day. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number. */
export const pathsPerDay = (n: number): Paths => quantity('paths', n, `${n} trains/day`);
/** Trucks a day. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number. */
export const trucksPerDay = (n: number): Trucks => quantity('trucks', n, `${n} trucks/day`);
/** Ships per year of 365 days. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number. */
export const callsPerYear = (n: number): Calls => quantity('calls', n, `${n} calls/year`);
/** A mass in tonnes. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number. */
export const tonnes = (n: number): Mass => quantity('mass', n, `${n} t`);
/**
 * A share in per cent: 20 for a fifth. Throws a RangeError for NaN, Infinity, a negative or an implausibly large number.
 */
export const percent = (n: number): Share => quantity('share', shifted(n, -2), `${n} %`);
/** A share as a fraction of 1. */
export const share = (n: number): Share => quantity('share', n, String(n));
/** Millions of US dollars. */
export const musd = (n: number): Money => quantity('money', n, `${n} MUSD`);
