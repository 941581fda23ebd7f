// Container fields: objects with fixed keys, maps with user-defined keys, lists, pairs.
import * as z from 'zod';
import { writeGot } from '../../problem';
import { type Field, isNot, noted, type Refusal } from './fieldNotes';
import { keyFault } from './textFaults';

export type Shape = { readonly [key: string]: z.ZodType };

type OptionalKeys<S extends Shape> = { [K in keyof S]: undefined extends z.output<S[K]> ? K : never }[keyof S];
type Flat<T> = { [K in keyof T]: T[K] };
/** The readonly object that a shape describes. */
export type ObjectOf<S extends Shape> = Flat<
  { readonly [K in Exclude<keyof S, OptionalKeys<S>>]: z.output<S[K]> } & {
    readonly [K in OptionalKeys<S>]?: z.output<S[K]>;
  }
>;

export function object<S extends Shape>(shape: S): Field<ObjectOf<S>> {
  const error: Refusal = ({ input }) =>
    `${writeGot(input)} is not a map; write entries for ${Object.keys(shape).join(', ')}.`;
  const schema: z.ZodType = z.strictObject(shape, { error });
  return schema as Field<ObjectOf<S>>;
}

export function byKey<T>(key: string, options: readonly Field<T>[]): Field<T> {
  const error: Refusal = ({ input }) =>
    `${writeGot(input)} is not a map; write its entries, and ${key} to say what it is.`;
  const objects = options as unknown as readonly [z.ZodObject, ...z.ZodObject[]];
  const schema: z.ZodType = z.discriminatedUnion(key, objects, { error });
  return schema as Field<T>;
}

const keys = z.string().check((ctx) => {
  const message = keyFault(ctx.value);
  if (message !== undefined) ctx.issues.push({ code: 'custom', input: ctx.value, message });
});

export function map<T>(value: Field<T>): Field<{ readonly [key: string]: T }> {
  const error: Refusal = ({ input }) => `${writeGot(input)} is not a map; write entries under keys of your own.`;
  return z.record(keys, value, { error });
}

export function list<T>(value: Field<T>, note: string, what = 'a list'): Field<readonly T[]> {
  return noted(z.array(value, { error: isNot(what) }), note, what);
}

export function pair<T>(value: Field<T>, note: string): Field<readonly [T, T]> {
  return noted(z.tuple([value, value], { error: isNot('a list of two') }), note, 'a list of two');
}

export function oneOrMore<T>(value: Field<T>, note: string): Field<T | readonly T[]> {
  const error = isNot('one entry or a list of them');
  return noted(z.union([value, z.array(value, { error })], { error }), note, 'one entry or a list of them');
}

export function reserved(): Field<{ readonly [key: string]: never }> {
  const nothing = z.never({ error: () => 'Nothing may stand here in this version; leave it empty.' });
  return z.record(z.string(), noted(nothing, '', 'nothing yet'), { error: isNot('an empty map') });
}
