// Parsing and formatting of quantities such as "30 kTEU/year"; units are parsed by mathjs.
import { create, createUnitDependencies, unitDependencies } from 'mathjs';
import { allowedUnits, nearWhole, quantity, shifted, type UnitKind, type UnitValues, unitWords } from './unitKinds';

function unitReader() {
  const math = create({ createUnitDependencies, unitDependencies });
  math.createUnit({
    TEU: { prefixes: 'short' },
    USD: { prefixes: 'short' },
    d: '1 day',
    kn: { definition: '1852 m/h', aliases: ['knot', 'knots'] },
    // Without the aliases moves/h and boxes/h would be different dimensions.
    move: { aliases: ['moves', 'lift', 'lifts', 'box', 'boxes'] },
    train: { aliases: ['trains', 'path', 'paths'] },
    truck: { aliases: ['trucks'] },
    call: { aliases: ['calls', 'ship', 'ships'] },
  });
  return math;
}
let reader: ReturnType<typeof unitReader> | undefined;

interface UnitPart {
  readonly unit: { readonly name: string };
  readonly prefix: { readonly name: string };
  readonly power: number;
}

const calendarUnit = /^(month|year|decade|centur|millenni)/;
const perYear = (part: UnitPart) => part.power === -1 && /^years?$/.test(part.unit.name);

/** Reason for refusing a unit that mathjs accepts. */
function unitRefused(kind: UnitKind, parts: readonly UnitPart[]): string | undefined {
  const calendar = parts.find(({ unit }) => calendarUnit.test(unit.name));
  if (kind === 'teuPerYear') {
    if (parts.length !== 2 || !parts.some(perYear)) return 'demand is counted in each calendar year';
  } else if (kind === 'calls') {
    if (parts.length !== 2 || !parts.some(perYear)) return 'calls are counted in a year of 365 days';
  } else if (calendar !== undefined) {
    return `a ${calendar.unit.name.replace(/s$/, '')} is not always the same number of days`;
  }
  const small = parts.find(({ unit, prefix }) => /^(TEU|USD)$/.test(unit.name) && !/^[kMG]?$/.test(prefix.name));
  return small && `${small.prefix.name}${small.unit.name} is not used; k is a thousand, M a million`;
}

/** Conversion factor from `unit` to the base unit. Throws part of an error sentence. */
function factorOf(kind: UnitKind, unit: string): number {
  reader ??= unitReader();
  let factor: number;
  let parts: readonly UnitPart[];
  try {
    // A number within a unit, as in "10 moves / 2 h", is not a unit.
    if (/\d/.test(unit)) throw new SyntaxError();
    const one = reader.unit(1, unit);
    factor = one.toNumber(unitWords[kind].unit);
    parts = (one as unknown as { units: readonly UnitPart[] }).units;
  } catch {
    const cased = unit.replace(/teu/gi, 'TEU').replace(/usd/gi, 'USD');
    const hint = cased === unit ? '' : ` (did you mean ${cased}?)`;
    throw new RangeError(`${JSON.stringify(unit)} is no unit for ${unitWords[kind].a}${hint}`);
  }
  const refused = unitRefused(kind, parts);
  if (refused !== undefined) throw new RangeError(refused);
  // mathjs converts through SI units and loses digits: a knot becomes 1.8519999999999999 km/h.
  return factor >= 1e-3 ? Number(factor.toPrecision(14)) : factor;
}

/** Converts by multiplication where exact, else by division, else by moving the decimal point. */
function scaled(digits: string, factor: number): number {
  const power = Math.round(Math.log10(factor));
  if (Math.abs(factor / 10 ** power - 1) < 1e-12) return shifted(digits, power);
  const inverse = Math.round(1 / factor);
  if (factor < 1 && Math.abs(factor * inverse - 1) < 1e-12) return Number(digits) / inverse;
  return Number(digits) * factor;
}

/** Error message for thousands separators and decimal commas, or undefined. */
function separatorFault(text: string): string | undefined {
  const grouped = /^[+-]?\d{1,3}(?:[ ,'’_\u00a0\u202f]\d{3})+(?!\d)/u.exec(text)?.[0];
  if (grouped !== undefined) {
    const plain = grouped.replace(/[ ,'’_\u00a0\u202f]/gu, '') + text.slice(grouped.length);
    const decimal = /^[^,]*,[^,]*$/.test(grouped) ? text.replace(',', '.') : undefined;
    if (decimal !== undefined && /^[+-]?0/.test(grouped)) return `numbers have no comma; write ${decimal}`;
    const or = decimal === undefined ? '' : `, or ${decimal} if a decimal point was meant`;
    return `numbers have no thousands separator (inside braces a comma would silently make two entries); write ${plain}${or}`;
  }
  if (/\d,|,\d/.test(text)) {
    // 1.000,5: points group, the comma is the decimal separator.
    const plain = /^[+-]?\d{1,3}(?:\.\d{3})+,\d/.test(text) ? text.replaceAll('.', '') : text;
    return `numbers have no comma; write ${plain.replace(',', '.')} if a decimal point was meant`;
  }
  return undefined;
}

const numeral = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(.*)$/is;

/**
 * Parses a quantity, in the kind's base unit. `readUnit('duration', '6 h')` is 21600.
 * A share is in percent, or a plain number from 0 to 1. Throws a RangeError: what was given, what is allowed.
 */
export function readUnit<K extends UnitKind>(kind: K, text: string): UnitValues[K] {
  const quoted = JSON.stringify(text);
  const written = text.trim();
  const separator = separatorFault(written);
  if (separator !== undefined) throw new RangeError(`${quoted}: ${separator}.`);
  const [, digits, rest] = numeral.exec(written) ?? [];
  if (digits === undefined)
    throw new RangeError(`${quoted} does not begin with a number; write ${allowedUnits(kind)}.`);
  const unit = rest.trim();
  if (kind === 'share' && unit === '%') return quantity(kind, shifted(digits, -2), quoted);
  if (kind === 'share' && unit === '' && Number(digits) <= 1) return quantity(kind, Number(digits), quoted);
  if (unit === '') throw new RangeError(bareNumber(kind, digits));
  let factor: number;
  try {
    if (kind === 'share') throw new RangeError(`${JSON.stringify(unit)} is no unit for a share`);
    factor = factorOf(kind, unit);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`${quoted}: ${error.message}; write ${allowedUnits(kind)}.`);
  }
  const value = scaled(digits, factor);
  return quantity(kind, kind === 'duration' ? nearWhole(value) : value, quoted);
}

/** Most likely unit of a number without one: TEU/year, not kTEU/year. */
const likeliestUnit = (kind: UnitKind): string =>
  kind === 'duration' ? 'h' : kind === 'share' ? '%' : unitWords[kind].unit;

/** Error message for a number without a unit: "8 what? write 8 h". */
export function bareNumber(kind: UnitKind, digits: string | number): string {
  const unit = likeliestUnit(kind);
  return `${digits} what? Write ${digits} ${unit} if that is meant; allowed is ${allowedUnits(kind)}.`;
}

/** Formats a quantity in a customary unit; `readUnit` returns exactly the same number. */
export function writeUnit<K extends UnitKind>(kind: K, value: UnitValues[K]): string {
  quantity(kind, value, String(value));
  if (kind === 'duration') return writeDuration(value);
  if (kind === 'share') return writeShifted(value, 2, '%');
  if (kind === 'speed') return writeSpeed(value);
  if (kind === 'length' && value > 0 && value < 1) return writeShifted(value, 3, 'm');
  if (kind === 'teuPerYear' && value >= 10_000 && value % 100 === 0) return writeShifted(value, -3, 'kTEU/year');
  return `${value} ${unitWords[kind].unit}`;
}

function writeDuration(value: number): string {
  if (value === 0) return '0 h';
  if (value % 86_400 === 0 && value >= 3 * 86_400) return `${value / 86_400} d`;
  // Halves and quarters of an hour are exact in binary.
  if (value % 3_600 === 0 || (value % 900 === 0 && value >= 7_200)) return `${value / 3_600} h`;
  return value % 60 === 0 ? `${value / 60} min` : `${value} s`;
}

/** km/h, or knots if only they are short: 22.224 km/h is 12 kn. */
function writeSpeed(value: number): string {
  const tenths = Math.round((value / 1.852) * 10) / 10;
  const short = Number(value.toFixed(1)) === value;
  return !short && tenths * 1.852 === value ? `${tenths} kn` : `${value} km/h`;
}

/** Moves the decimal point in the text, so that parsing returns exactly the same number. */
function writeShifted(value: number, power: number, unit: string): string {
  return `${movePoint(String(value), power)} ${unit}`;
}

function movePoint(text: string, power: number): string {
  const [digits, exponent = '0'] = text.split('e');
  const [whole, part = ''] = digits.split('.');
  const at = whole.length + Number(exponent) + power;
  const all = whole + part;
  const padded = at > all.length ? all.padEnd(at, '0') : all;
  const [left, right] = at > 0 ? [padded.slice(0, at), padded.slice(at)] : ['0', '0'.repeat(-at) + padded];
  const decimals = right.replace(/0+$/, '');
  return left.replace(/^0+(?=\d)/, '') + (decimals === '' ? '' : `.${decimals}`);
}
