// Decodes a scenario from file text or typed values, reports all problems, and encodes it.
import * as z from 'zod';
import { type Problem, ProblemError, visible, writeGot, writePath } from '../../problem';
import type { CorridorData } from '../corridor/corridor';
import { schemaOf, withWarmUp } from './corridorSchema';
import type { Form } from './fields';
import { ownWords, type SchemaIssue, sayIssues, sayOtherOption, sayUnknownKey } from './schemaIssues';
import { schemasAt } from './schemaWalk';

export { schemaOf } from './corridorSchema';
export { scenarioJsonSchema } from './jsonSchema';
export { type SettablePath, settablePaths } from './settablePaths';
export type { Form, SchemaIssue };

/** A key `__proto__` would be dropped silently. */
function protoKeys(value: unknown, path: (string | number)[] = []): SchemaIssue[] {
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).flatMap(([key, entry]) => protoKeys(entry, [...path, key]));
  if (!Object.hasOwn(value, '__proto__')) return found;
  const say = 'A key must not be __proto__; give the entry another name.';
  return [{ path: [...path, '__proto__'], got: '__proto__', allowed: 'another name', say }, ...found];
}

/**
 * A scenario from a file's values or from typed ones: the data, or all problems of its shape.
 * `extends` and null entries must be resolved before.
 */
export function decode(value: unknown, form: Form): { data?: CorridorData; issues: SchemaIssue[] } {
  const schema = schemaOf(form);
  const result = schema.safeParse(withWarmUp(value, form), ownWords);
  const issues = [...protoKeys(value), ...(result.success ? [] : sayIssues(schema, value, result.error.issues))];
  return issues.length === 0 ? { data: result.data, issues } : { issues };
}

/** The file form of a corridor: text with units. Throws a ProblemError if the data is not a valid corridor. */
export function encode(data: CorridorData): object {
  const result = z.safeEncode(schemaOf('file'), data, ownWords);
  if (result.success) return result.data as object;
  throw new ProblemError(sayIssues(schemaOf('typed'), data, result.error.issues).map(asProblem));
}

export function asProblem({ path, got, allowed, say }: SchemaIssue): Problem {
  return { path: writePath(path), got: visible(writeGot(got)), allowed, say: visible(say) };
}

/**
 * The value to set at a path, decoded by the schema there.
 * @param data the corridor around it, which determines the kind of a place; without it, values of any kind are allowed
 */
export function valueAt(
  path: readonly string[],
  value: unknown,
  form: Form,
  data?: unknown,
): { value?: unknown; issues: SchemaIssue[] } {
  const root = schemaOf(form);
  const { schemas, found } = schemasAt(root, path, data);
  if (found < path.length) return { issues: [{ ...sayUnknownKey(root, data, path), got: value }] };
  const other = sayOtherOption(root, data, path, value);
  if (other !== undefined) return { issues: [other] };
  const results = schemas.map((schema) => ({ schema, result: schema.safeParse(value, ownWords) }));
  const good = results.find(({ result }) => result.success)?.result;
  if (good !== undefined) return { value: good.data, issues: [] };
  const said = results.map(({ schema, result }) => sayIssues(schema, value, result.error?.issues ?? [], path));
  return { issues: said.sort((a, b) => deepest(b) - deepest(a))[0] };
}

const deepest = (issues: readonly SchemaIssue[]) => Math.max(...issues.map(({ path }) => path.length));
