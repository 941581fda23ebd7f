// Finds the schema at a path, so that messages can list the allowed values.
import * as z from 'zod';
import { type FieldNote, fieldNotes } from './fields';

/** The schema without its optional wrappers. */
export function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrap(schema.def.innerType as z.ZodType);
  }
  return schema;
}

export const noteOf = (schema: z.ZodType): FieldNote | undefined => fieldNotes.get(unwrap(schema));

/** The objects, maps, lists or values of a schema; if `value` selects one, as by its kind, only that. */
export function optionsOf(schema: z.ZodType, value: unknown): z.ZodType[] {
  const plain = unwrap(schema);
  if (!(plain instanceof z.ZodUnion)) return [plain];
  const options = plain.def.options as readonly z.ZodType[];
  if (plain instanceof z.ZodDiscriminatedUnion) {
    const key = plain.def.discriminator;
    const said = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
    const chosen = options.filter((option) => option instanceof z.ZodObject && namesItself(option, key, said));
    return chosen.length > 0 ? chosen : [...options];
  }
  return options.flatMap((option) => optionsOf(option, value));
}

function namesItself(option: z.ZodObject, key: string, said: unknown): boolean {
  const literal = option.shape[key];
  return literal instanceof z.ZodLiteral && literal.values.has(said as string);
}

/** If a schema's objects are distinguished by this key: the value of the key in each, with its keys. */
export function optionsByKey(schema: z.ZodType, key: string): { name: string; keys: string[]; needed: string[] }[] {
  const plain = unwrap(schema);
  if (!(plain instanceof z.ZodUnion)) return [];
  if (!(plain instanceof z.ZodDiscriminatedUnion))
    return (plain.def.options as readonly z.ZodType[]).flatMap((option) => optionsByKey(option, key));
  if (plain.def.discriminator !== key) return [];
  return (plain.def.options as readonly z.ZodType[]).flatMap((option) => {
    const literal = option instanceof z.ZodObject ? option.shape[key] : undefined;
    const names = literal instanceof z.ZodLiteral ? [...literal.values].map(String) : [];
    return names.map((name) => ({ name, keys: keysOf(option, undefined), needed: neededKeys(option, undefined) }));
  });
}

/** The schemas of one entry. Lists are indexed by position only, which only messages use. */
export function below(schema: z.ZodType, key: string | number, value: unknown): z.ZodType[] {
  return optionsOf(schema, value).flatMap((option): z.ZodType[] => {
    if (option instanceof z.ZodObject) return Object.hasOwn(option.shape, key) ? [option.shape[key] as z.ZodType] : [];
    if (option instanceof z.ZodRecord) return [option.def.valueType as z.ZodType];
    if (option instanceof z.ZodArray && typeof key === 'number') return [option.def.element as z.ZodType];
    if (option instanceof z.ZodTuple && typeof key === 'number') return [option.def.items[key] as z.ZodType];
    return [];
  });
}

/** The fixed keys of an object; none for user-defined keys. */
export function keysOf(schema: z.ZodType, value: unknown): string[] {
  return optionsOf(schema, value).flatMap((option) => (option instanceof z.ZodObject ? Object.keys(option.shape) : []));
}

/** The required keys among those of keysOf. */
export function neededKeys(schema: z.ZodType, value: unknown): string[] {
  return optionsOf(schema, value).flatMap((option) =>
    option instanceof z.ZodObject
      ? Object.entries(option.shape).flatMap(([key, one]) =>
          (one as z.ZodType).safeParse(undefined).success ? [] : [key],
        )
      : [],
  );
}

/** The value under a key of a map or at a position of a list; undefined if there is none. */
export function entryOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

/** The schemas at a path, how many of its keys were found, and the last note on the way. */
export function schemasAt(root: z.ZodType, path: readonly PropertyKey[], value: unknown) {
  let schemas = [root];
  let at = value;
  let said: FieldNote | undefined = noteOf(root);
  let found = 0;
  for (const key of path) {
    const next = schemas.flatMap((schema) => below(schema, key as string | number, at));
    if (next.length === 0) break;
    schemas = next;
    said = schemas.map(noteOf).find((note) => note !== undefined) ?? said;
    at = entryOf(at, key);
    found++;
  }
  return { schemas, found, at, said };
}

/** The path of the single value that contains a path, as of a law for its mean; otherwise the path itself. */
export function wholeOf(root: z.ZodType, path: readonly string[], value: unknown): readonly string[] {
  for (let depth = 1; depth < path.length; depth++) {
    const { schemas, found } = schemasAt(root, path.slice(0, depth), value);
    if (found === depth && schemas.some((schema) => noteOf(schema) !== undefined)) return path.slice(0, depth);
  }
  return path;
}

/** The allowed values, in words: the entries of a map, or the note of the value or of the value that contains it. */
export function allowedBy(schemas: readonly z.ZodType[], value: unknown, said: FieldNote | undefined): string {
  const keys = [...new Set(schemas.flatMap((schema) => keysOf(schema, value)))];
  if (keys.length > 0 && schemas.every((schema) => noteOf(schema) === undefined))
    return `entries for ${keys.join(', ')}`;
  return said?.allowed ?? 'entries under keys of your own';
}
