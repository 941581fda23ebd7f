// The scenario schema for editors: completes keys, shows notes and underlines errors during typing.
import * as z from 'zod';
import { schemaOf } from './corridorSchema';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const orNull = (schema: Json): Json => {
  const { description, default: _, ...rest } = schema;
  return { ...(description === undefined ? {} : { description }), anyOf: [rest, { type: 'null' }] };
};

/** A scenario that extends another may omit every entry; null removes one. */
function relaxed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(relaxed);
  if (!isJson(schema)) return schema;
  const { required: _, oneOf, properties, additionalProperties, ...rest } = schema;
  const relax = (entry: unknown) => orNull(relaxed(entry) as Json);
  const out: Record<string, unknown> = Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, relaxedWord(k, v)]));
  // Without its kind, an entry may match several kinds of place.
  if (oneOf !== undefined) out.anyOf = relaxed(oneOf);
  if (isJson(properties)) {
    out.properties = Object.fromEntries(Object.entries(properties).map(([key, entry]) => [key, relax(entry)]));
  }
  if (additionalProperties !== undefined) {
    out.additionalProperties = isJson(additionalProperties) ? relax(additionalProperties) : additionalProperties;
  }
  return out;
}

const relaxedWord = (word: string, value: unknown) => (word === 'enum' || word === 'const' ? value : relaxed(value));

/** JSON Schema, draft 2020-12, of a scenario file; with `extends`, inherited entries may be omitted. */
export function scenarioJsonSchema(): object {
  const { $schema, ...whole } = z.toJSONSchema(schemaOf('file'), { io: 'input', target: 'draft-2020-12' }) as Json;
  const extension = { type: 'string', minLength: 1, description: 'The scenario that this one is laid over' };
  const { properties, ...rest } = relaxed(whole) as { properties: Json };
  const { keruen, id } = whole.properties as Json;
  return {
    $schema,
    title: 'A keruen scenario, scenario@1',
    type: 'object',
    if: { required: ['extends'] },
    // A plain key `then` would look like a promise.
    ['then' as string]: {
      ...rest,
      properties: { ...properties, keruen, id, extends: extension },
      required: ['keruen', 'id', 'extends'],
    },
    else: whole,
  };
}
