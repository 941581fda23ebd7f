// Kinds of quantity: branded numbers in a base unit, which TypeScript keeps apart.

declare const brand: unique symbol;
type Branded<K extends string> = number & { readonly [brand]: K };

/** A number without a unit, such as a count; quantities are not assignable to it. */
export type PlainNumber = number & { readonly [brand]?: never };

/** [s], whole seconds. */
export type Duration = Branded<'duration'>;
/** [km] */
export type Length = Branded<'length'>;
/** [km/h] */
export type Speed = Branded<'speed'>;
/** [TEU] */
export type Teu = Branded<'teu'>;
/** [TEU/year] TEU per calendar year, whatever its length. */
export type TeuPerYear = Branded<'teuPerYear'>;
/** [moves/h] */
export type Moves = Branded<'moves'>;
/** [trains/day] */
export type Paths = Branded<'paths'>;
/** [trucks/day] */
export type Trucks = Branded<'trucks'>;
/** [calls/year] */
export type Calls = Branded<'calls'>;
/** [t] */
export type Mass = Branded<'mass'>;
/** [1], from 0 to 1. */
export type Share = Branded<'share'>;
/** [MUSD] Millions of US dollars. */
export type Money = Branded<'money'>;

export interface UnitValues {
  readonly duration: Duration;
  readonly length: Length;
  readonly speed: Speed;
  readonly teu: Teu;
  readonly teuPerYear: TeuPerYear;
  readonly moves: Moves;
  readonly paths: Paths;
  readonly trucks: Trucks;
  readonly calls: Calls;
  readonly mass: Mass;
  readonly share: Share;
  readonly money: Money;
}
export type UnitKind = keyof UnitValues;

interface UnitWords {
  /** Name, with article. */
  readonly a: string;
  /** Base unit. */
  readonly unit: string;
  /** Units allowed in files. */
  readonly units: string;
  readonly example: string;
  /** Largest plausible value in the base unit, and in words. */
  readonly most: number;
  readonly mostText: string;
}

export const unitWords: { readonly [K in UnitKind]: UnitWords } = {
  duration: {
    a: 'a duration',
    unit: 's',
    units: 's, min, h, d, weeks',
    example: '8 h',
    most: 3_650 * 86_400,
    mostText: '3650 d',
  },
  length: { a: 'a length', unit: 'km', units: 'm, km', example: '508 km', most: 50_000, mostText: '50000 km' },
  speed: { a: 'a speed', unit: 'km/h', units: 'km/h, kn', example: '40 km/h', most: 1_000, mostText: '1000 km/h' },
  teu: { a: 'a number of TEU', unit: 'TEU', units: 'TEU, kTEU', example: '6000 TEU', most: 1e7, mostText: '10 MTEU' },
  teuPerYear: {
    a: 'a demand',
    unit: 'TEU/year',
    units: 'TEU/year, kTEU/year',
    example: '30 kTEU/year',
    most: 1e8,
    mostText: '100 MTEU/year',
  },
  moves: {
    a: 'a crane rate',
    unit: 'moves/h',
    units: 'moves/h, boxes/h, moves/day',
    example: '15 moves/h',
    most: 1_000,
    mostText: '1000 moves/h',
  },
  paths: {
    a: 'a number of paths',
    unit: 'trains/day',
    units: 'trains/day, paths/day',
    example: '12 trains/day',
    most: 1_000,
    mostText: '1000 trains/day',
  },
  trucks: {
    a: 'a number of trucks a day',
    unit: 'trucks/day',
    units: 'trucks/day, trucks/h',
    example: '650 trucks/day',
    most: 100_000,
    mostText: '100000 trucks/day',
  },
  calls: {
    a: 'a number of calls a year',
    unit: 'calls/year',
    units: 'calls/year, ships/year',
    example: '110 calls/year',
    most: 100_000,
    mostText: '100000 calls/year',
  },
  mass: { a: 'a weight', unit: 't', units: 't, kt', example: '12 t', most: 100_000, mostText: '100000 t' },
  share: { a: 'a share', unit: '1', units: '%', example: '20 %', most: 1, mostText: '100 %' },
  money: {
    a: 'a cost',
    unit: 'MUSD',
    units: 'MUSD, kUSD, USD',
    example: '45 MUSD',
    most: 1e6,
    mostText: '1000000 MUSD',
  },
};

/** Allowed units, in words, for files. */
export function allowedUnits(kind: UnitKind): string {
  const { a, units, example, mostText } = unitWords[kind];
  return `${a} in ${units}, such as ${example}, at most ${mostText}`;
}

/** Error message for a value in the base unit, or undefined if valid. `written`: as the user wrote it. */
export function unitFault(kind: UnitKind, value: unknown, written?: string): string | undefined {
  const { a, unit, most, mostText, example } = unitWords[kind];
  if (typeof value !== 'number') return `${inWords(value)} is not ${a}; give a number in ${baseUnit(kind)}.`;
  const shown = written ?? (kind === 'share' ? String(value) : `${value} ${unit}`);
  if (!Number.isFinite(value)) return `${value} is not ${a}; give a finite number of 0 or more, such as ${example}.`;
  if (value < 0 || Object.is(value, -0)) return `${shown} is below 0; ${a} is 0 or more.`;
  if (!(value <= most))
    return `${shown} is too much for ${a}; at most ${mostText} is allowed. Look for a slip of units.`;
  if (kind === 'duration' && !Number.isInteger(value)) {
    return `${shown} is not a whole number of seconds; the model counts whole seconds. Round it, such as to ${Math.round(value)} s.`;
  }
  return undefined;
}

function inWords(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'A list' : 'A map';
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** Base unit in words. */
export const baseUnit = (kind: UnitKind): string => (kind === 'share' ? 'parts of 1' : unitWords[kind].unit);

/** n × 10^power, rounded once: 30.1 and 3 give 30100, where 30.1 × 1000 is 30100.000000000004. */
export function shifted(n: number | string, power: number): number {
  if (typeof n === 'number' && (n === 0 || !Number.isFinite(n))) return n;
  const [digits, exponent = '0'] = String(n).toLowerCase().split('e');
  return Number(`${digits}e${Number(exponent) + power}`);
}

/** Rounds seconds that differ from a whole number only by rounding errors. */
export function nearWhole(seconds: number): number {
  const whole = Math.round(seconds);
  return Math.abs(seconds - whole) <= 1e-9 * Math.max(1, whole) ? whole : seconds;
}

/** Checks a value and brands it as a quantity; throws a RangeError. */
export function quantity<K extends UnitKind>(kind: K, value: number, shown: string): UnitValues[K] {
  const fault = unitFault(kind, value, shown);
  if (fault !== undefined) throw new RangeError(fault);
  return value as UnitValues[K];
}
