// Extracts the valid part of an invalid scenario: every entry by name, with the fields that have no problem.

import * as z from 'zod';
import { Invalid } from '../checks/judged';
import type { CorridorData } from '../corridor/corridor';
import { forLookup } from '../corridor/lookup';
import { withWarmUp } from '../schema/corridorSchema';
import { type Form, schemaOf } from '../schema/schema';
import { optionsOf } from '../schema/schemaWalk';

type Read = () => unknown;

const invalid: Read = () => {
  throw new Invalid();
};

/**
 * The corridor of a map in which the schema found issues. Names are kept as written; reading an invalid or missing
 * part throws `Unsound`, so that nothing is concluded from it by mistake.
 */
export function validPart(value: object, form: Form): CorridorData {
  // The one cast: a part that does not match the type cannot be read.
  return partOf(schemaOf(form), withWarmUp(value, form))() as CorridorData;
}

function partOf(schema: z.ZodType, value: unknown): Read {
  const result = schema.safeParse(value);
  if (result.success) {
    const data = forLookup(result.data);
    return () => data;
  }
  const options = optionsOf(schema, value);
  if (Array.isArray(value)) return listOf(options, value);
  if (typeof value !== 'object' || value === null) return invalid;
  const maps = options.filter((option) => option instanceof z.ZodObject || option instanceof z.ZodRecord);
  if (maps.length !== 1) return invalid;
  const [map] = maps;
  const entries = map instanceof z.ZodObject ? fieldsOf(map, value) : keysOf(map, value);
  const part = withReads(Object.create(null), entries);
  return () => part;
}

function listOf(options: readonly z.ZodType[], value: readonly unknown[]): Read {
  const list = options.find((option) => option instanceof z.ZodArray || option instanceof z.ZodTuple);
  // A list of the wrong length is invalid as a whole.
  if (list === undefined || (list instanceof z.ZodTuple && list.def.items.length !== value.length)) return invalid;
  const element = (i: number) => (list instanceof z.ZodTuple ? list.def.items[i] : list.def.element) as z.ZodType;
  const part = withReads(
    [],
    value.map((entry, i) => [String(i), partOf(element(i), entry)]),
  );
  return () => part;
}

/** An unknown entry may be a misspelling of any missing one. */
function fieldsOf(schema: z.ZodObject, value: object): [string, Read][] {
  const given: { readonly [key: string]: unknown } = { ...value };
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(schema.shape, key));
  const known = Object.entries(schema.shape).flatMap(([key, field]): [string, Read][] => {
    const stands = Object.hasOwn(given, key) && given[key] !== undefined;
    if (!stands && unknown.length > 0) return [[key, invalid]];
    const read = partOf(field as z.ZodType, stands ? given[key] : undefined);
    return stands || read === invalid || read() !== undefined ? [[key, read]] : [];
  });
  return [...known, ...unknown.map((key): [string, Read] => [key, invalid])];
}

/** A key with surrounding spaces is also listed without them, as intended. */
function keysOf(schema: z.ZodRecord, value: object): [string, Read][] {
  return Object.entries(value).flatMap(([key, entry]): [string, Read][] => {
    if ((schema.def.keyType as z.ZodType).safeParse(key).success) {
      return [[key, partOf(schema.def.valueType as z.ZodType, entry)]];
    }
    return [...new Set([key, key.trim()])].map((name) => [name, invalid]);
  });
}

function withReads<T extends object>(part: T, entries: readonly [string, Read][]): T {
  for (const [key, get] of entries) Object.defineProperty(part, key, { get, enumerable: true, configurable: true });
  return part;
}
