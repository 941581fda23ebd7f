// Field types of a corridor's schema: a duration, a share, a place's position, a map of entries.
import * as z from 'zod';
import { writeGot } from '../../problem';
import { lawFault } from '../../stochastic';
import {
  allowedUnits,
  bareNumber,
  type Calls,
  type Duration,
  type Length,
  type Mass,
  type Money,
  type Moves,
  type Paths,
  type Share,
  type Speed,
  type Teu,
  type TeuPerYear,
  type Trucks,
} from '../../units';
import type { Takes } from '../corridor/data/takes';
import { lawOf } from '../corridor/figures/law';
import { hoursFault, timesFault } from '../time/calendar';
import { type Field, fieldNotes, isNot, noted, type Refusal } from './fieldNotes';
import { byKey, list, map, type ObjectOf, object, oneOrMore, pair, reserved, type Shape } from './mapFields';
import { typedQuantity, writtenQuantity } from './quantityFields';
import { dateFault, timeZoneFault } from './textFaults';
import { checkedText, count, id, oneOf, position, text, unlocode } from './valueFields';

export { type Field, type FieldNote, fieldNotes } from './fieldNotes';
export type { ObjectOf, Shape } from './mapFields';

/** `file`: text with units. `typed`: plain numbers in base units, as TypeScript makes them. */
export type Form = 'file' | 'typed';

/** Quantities take an example that fits the field, proposed by editors: a platform is not 508 km long. */
export interface Fields {
  /** Any text. */
  text(note: string): Field<string>;
  /** Latitude, longitude [°]. */
  position(note: string): Field<readonly [number, number]>;
  /** A UN/LOCODE: five letters, such as KZAAU. */
  unlocode(note: string): Field<string>;
  /** The key of another entry. */
  id(note: string): Field<string>;
  /** One fixed value. */
  literal<const V extends string | number>(value: V): Field<V>;
  /** true or false. */
  flag(note: string): Field<boolean>;
  /** One of several values. */
  oneOf<const V extends string | number>(values: readonly V[], note: string): Field<V>;
  /** A whole number from 0 to a million. */
  count(note: string): Field<number>;
  /** A count, or counts under user-defined keys. */
  countOrMap(note: string): Field<number | { readonly [key: string]: number }>;
  /** A share from 0 to 1; `20 %` in files. */
  share(note: string, example?: string): Field<Share>;
  /** A time [s]; `6 h` in files. */
  duration(note: string, example?: string): Field<Duration>;
  /** A length [km]. */
  length(note: string, example?: string): Field<Length>;
  /** A speed [km/h], above 0. */
  speed(note: string, example?: string): Field<Speed>;
  /** A number of TEU. */
  teu(note: string, example?: string): Field<Teu>;
  /** A crane's rate [moves/h], above 0. */
  moves(note: string, example?: string): Field<Moves>;
  /** Trains a day. */
  paths(note: string, example?: string): Field<Paths>;
  /** TEU in a calendar year. */
  teuPerYear(note: string, example?: string): Field<TeuPerYear>;
  /** Trucks a day. */
  trucks(note: string, example?: string): Field<Trucks>;
  /** Ships in a year of 365 days. */
  calls(note: string, example?: string): Field<Calls>;
  /** A mass [t]. */
  mass(note: string, example?: string): Field<Mass>;
  /** One day's hours, such as `09:00-18:00`. */
  hours(note: string): Field<string>;
  /** One day's departures, such as `08:00` or `08:00 and 20:00`. */
  times(note: string): Field<string>;
  /** Money [MUSD]. */
  money(note: string, example?: string): Field<Money>;
  /** A duration or a distribution (law). */
  takes(note: string, example?: string): Field<Takes>;
  /** A day, yyyy-mm-dd. */
  date(note: string): Field<string>;
  /** A time zone of the IANA list. */
  timeZone(note: string): Field<string>;
  /** Entries under fixed keys. */
  object<S extends Shape>(shape: S): Field<ObjectOf<S>>;
  /** Objects distinguished by one of their entries, such as `kind`. Every option is made by `object`. */
  byKey<T>(key: string, options: readonly Field<T>[]): Field<T>;
  /** Entries under user-defined keys. */
  map<T>(value: Field<T>): Field<{ readonly [key: string]: T }>;
  /** Values in a list. */
  list<T>(value: Field<T>, note: string, what?: string): Field<readonly T[]>;
  /** Two values in a list. */
  pair<T>(value: Field<T>, note: string): Field<readonly [T, T]>;
  /** A value, or several in a list. */
  oneOrMore<T>(value: Field<T>, note: string): Field<T | readonly T[]>;
  /** The `set` of a change: its paths and values are checked when it is applied. */
  settings(note: string): Field<{ readonly [path: string]: unknown }>;
  /** Any value. */
  anything(): Field<unknown>;
  /** A reserved key: allowed, but empty. */
  reserved(): Field<{ readonly [key: string]: never }>;
}

/** Whether a value is in base units: when encoding, it is already text, and was checked before. */
const isDecoded = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).every(([key, entry]) => key === 'law' || isDecoded(entry))
    : typeof value === 'number';

/** The laws of corridor.ts, distinguished by `law`. */
function takes(duration: Fields['duration'], note: string, example?: string): Field<Takes> {
  const seconds = duration('', example);
  const law = byKey<Exclude<Takes, Duration>>('law', [
    object({ law: z.literal('exponential'), mean: seconds }),
    object({ law: z.literal('triangular'), least: seconds, mode: seconds, most: seconds }),
    object({ law: z.literal('lognormal'), mean: seconds, sd: seconds }),
    object({ law: z.literal('empirical'), observed: list(seconds, '') }),
  ]);
  const allowed = `${allowedUnits('duration')}, or a law: exponential with mean; triangular with least, mode, most; lognormal with mean, sd; empirical with observed`;
  const error: Refusal = ({ input }) =>
    typeof input === 'number' && Number.isFinite(input)
      ? bareNumber('duration', input)
      : `${writeGot(input)} is not ${typeof input === 'number' ? 'a number of hours; write ' : ''}${allowed}.`;
  // Rejects everything that the sampler would reject, by the sampler's own rule, after rounding to whole seconds.
  const drawn = z.union([seconds, law], { error }).check((ctx) => {
    const fault = isDecoded(ctx.value) ? lawFault(lawOf(ctx.value)) : undefined;
    if (fault === undefined) return;
    const remedy = fault.remedy ?? 'For a time that never varies, write it alone, without a law.';
    const message = `The law cannot be drawn from: ${fault.came} (in seconds); ${fault.allowed}. ${remedy}`;
    ctx.issues.push({ code: 'custom', input: ctx.value, message });
  });
  return noted(drawn, note, allowed, 'h');
}

/** A quantity above 0: at 0 no work would ever be done. */
function above0<T extends number>(field: Field<T>, note: string, what: string, remedy: string): Field<T> {
  const said = fieldNotes.get(field);
  const checked = field.check((ctx) => {
    if (ctx.value > 0 || !isDecoded(ctx.value)) return;
    ctx.issues.push({ code: 'custom', input: ctx.value, message: `${what} of 0 never does anything; ${remedy}.` });
  });
  return noted(checked, note, `${said?.allowed ?? ''}, above 0`, said?.unit);
}

const countOrMap = 'a whole number from 0 to 1000000, or a map of such numbers';

/** The fields of one form; the schema of a corridor is defined once for both. */
export function fields(form: Form): Fields {
  const quantity = form === 'file' ? writtenQuantity : typedQuantity;
  const duration: Fields['duration'] = (note, example) => quantity('duration', note, example);
  const settings = z.record(z.string(), z.unknown(), { error: isNot('a map of paths and values') });
  return {
    text,
    position,
    unlocode,
    id,
    literal: (value) => oneOf([value], ''),
    flag: (note) => noted(z.boolean({ error: isNot('true or false') }), note, 'true or false'),
    oneOf,
    count,
    countOrMap: (note) => noted(z.union([count(''), map(count(''))], { error: isNot(countOrMap) }), note, countOrMap),
    share: (note, example) => quantity('share', note, example),
    duration,
    length: (note, example) => quantity('length', note, example),
    speed: (note, example) =>
      above0(quantity('speed', note, example), note, 'A speed', 'give how fast it is when it moves'),
    teu: (note, example) => quantity('teu', note, example),
    moves: (note, example) =>
      above0(
        quantity('moves', note, example),
        note,
        'A crane rate',
        'give the rate at work, and 0 as the count of cranes',
      ),
    paths: (note, example) => quantity('paths', note, example),
    teuPerYear: (note, example) => quantity('teuPerYear', note, example),
    trucks: (note, example) => quantity('trucks', note, example),
    calls: (note, example) => quantity('calls', note, example),
    mass: (note, example) => quantity('mass', note, example),
    hours: (note) => checkedText(note, 'hours such as 09:00-18:00, or closed', hoursFault),
    times: (note) => checkedText(note, 'times such as 08:00, several joined by and', timesFault),
    money: (note, example) => quantity('money', note, example),
    takes: (note, example) => takes(duration, note, example),
    date: (note) => checkedText(note, 'a day as yyyy-mm-dd, such as 2024-01-01', dateFault),
    timeZone: (note) => checkedText(note, 'a time zone, such as Asia/Aqtau or UTC', timeZoneFault),
    object,
    byKey,
    map,
    list,
    pair,
    oneOrMore,
    settings: (note) => noted(settings, note, 'a map of paths and values'),
    anything: () => z.unknown(),
    reserved,
  };
}
