// Fields for quantities: text with a unit in a file, a number in the base unit in TypeScript.
import * as z from 'zod';
import { writeGot } from '../../problem';
import {
  allowedUnits,
  bareNumber,
  baseUnit,
  readUnit,
  type UnitKind,
  type UnitValues,
  unitFault,
  unitWords,
  writeUnit,
} from '../../units';
import { type Field, noted, type Refusal } from './fieldNotes';

/** A number in the base unit of its kind. */
export function typedQuantity<K extends UnitKind>(kind: K, note: string): z.ZodType<UnitValues[K], UnitValues[K]> {
  const { a, mostText } = unitWords[kind];
  const allowed = `${a} as a number in ${baseUnit(kind)}, from 0, at most ${mostText}`;
  const plain = z.custom<UnitValues[K]>((value) => unitFault(kind, value) === undefined, {
    error: ({ input }) => unitFault(kind, input) ?? allowed,
  });
  return noted(plain, note, allowed, unitWords[kind].unit);
}

/** The most common unit of a quantity of a kind, in words. */
const unitsInWords = (kind: UnitKind): string => (kind === 'duration' ? 'hours' : baseUnit(kind));

/** Text with a unit; a share may be a plain number from 0 to 1 as well. @param example proposed by editors */
export function writtenQuantity<K extends UnitKind>(
  kind: K,
  note: string,
  example: string = unitWords[kind].example,
): Field<UnitValues[K]> {
  const allowed = allowedUnits(kind);
  const error: Refusal = ({ input }) =>
    typeof input === 'number' && Number.isFinite(input)
      ? bareNumber(kind, input)
      : typeof input === 'number'
        ? `${input} is not a number of ${unitsInWords(kind)}; write ${allowed}.`
        : `${writeGot(input)} is not ${unitWords[kind].a}; write ${allowed}.`;
  const written = z.string({ error }).meta({ examples: [example] });
  const read = (input: string | number, refuse: (message: string) => void): UnitValues[K] => {
    try {
      return readUnit(kind, Object.is(input, -0) ? '-0' : String(input));
    } catch (fault) {
      if (!(fault instanceof RangeError)) throw fault;
      refuse(fault.message);
      return z.NEVER;
    }
  };
  const unit = unitWords[kind].example.replace(/^\S+ /, '');
  const codec = z.codec(
    kind === 'share' ? z.union([written, z.number()], { error }) : written,
    typedQuantity(kind, ''),
    {
      decode: (input: string | number, ctx) =>
        read(input, (message) => ctx.issues.push({ code: 'custom', input, message })),
      // A union tries every option, also on the value of another one.
      encode: (value, ctx) => {
        const message = unitFault(kind, value);
        if (message === undefined) return writeUnit(kind, value);
        ctx.issues.push({ code: 'custom', input: value, message });
        return z.NEVER;
      },
    },
  );
  return noted(codec, note, allowed, unit);
}
