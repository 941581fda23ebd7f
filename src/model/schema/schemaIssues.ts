// Turns schema issues into messages for planners: all of them together, each at its deepest path.
import type * as z from 'zod';
import { nearest, writeGot, writePath } from '../../problem';
import { allowedBy, entryOf, keysOf, neededKeys, noteOf, optionsByKey, schemasAt } from './schemaWalk';
import { keyFault } from './textFaults';

export interface SchemaIssue {
  readonly path: (string | number)[];
  readonly got: unknown;
  readonly allowed: string;
  readonly say: string;
}

type Found = z.core.$ZodIssue;

/** Parse options: suppress the library's own messages, so that `sayIssue` writes one where a field has none. */
export const ownWords = { error: () => '' };

const didYouMean = (word: string, candidates: readonly string[]): string => {
  const meant = nearest(word, candidates);
  return meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : '';
};

/** @param path the path of `root`. */
export function sayIssues(root: z.ZodType, value: unknown, found: readonly Found[], path: readonly string[] = []) {
  const seen = new Set<string>();
  return found
    .flatMap((issue) => sayIssue(root, value, issue, []))
    .filter((issue) => {
      // A number that is neither whole nor above 0 is one problem.
      const where = JSON.stringify(issue.path);
      return !seen.has(where) && seen.add(where);
    })
    .map((issue): SchemaIssue => ({ ...issue, path: [...path, ...issue.path] }));
}

function sayIssue(root: z.ZodType, value: unknown, issue: Found, above: readonly PropertyKey[]): SchemaIssue[] {
  const path = [...above, ...issue.path] as (string | number)[];
  const got = path.reduce<unknown>(entryOf, value);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => sayUnknownKey(root, value, [...path, key]));
  }
  if (issue.code === 'invalid_key') {
    const allowed = 'a key that is a name';
    return [{ path, got: path.at(-1), allowed, say: issue.issues[0]?.message || `This is not ${allowed}.` }];
  }
  if (issue.code === 'invalid_union' && 'discriminator' in issue && issue.discriminator !== undefined) {
    const options = ('options' in issue ? (issue.options ?? []) : []).map(String);
    return [{ path, got, allowed: `one of ${options.join(', ')}`, say: sayWhich(String(path.at(-1)), got, options) }];
  }
  if (issue.code === 'invalid_union') {
    const branch = likeliest(issue.errors);
    if (branch !== undefined) return branch.flatMap((inner) => sayIssue(root, value, inner, path));
  }
  const { schemas, at, said } = schemasAt(root, path, value);
  const allowed = allowedBy(schemas, at, said);
  if (got === undefined) {
    const note = schemas.map((schema) => noteOf(schema)?.note).find(Boolean);
    return [
      {
        path,
        got,
        allowed,
        say: `This is missing${note ? ` (${note})` : ''}; write ${neededFirst(schemas, allowed)}.`,
      },
    ];
  }
  return [{ path, got, allowed, say: issue.message || `${writeGot(got)} is not ${allowed}.` }];
}

/** For a missing map: its required entries first, then the optional ones. */
function neededFirst(schemas: readonly z.ZodType[], allowed: string): string {
  if (!allowed.startsWith('entries for ')) return allowed;
  const needed = [...new Set(schemas.flatMap((schema) => neededKeys(schema, undefined)))];
  const others = [...new Set(schemas.flatMap((schema) => keysOf(schema, undefined)))].filter(
    (key) => !needed.includes(key),
  );
  if (needed.length === 0 || others.length === 0) return allowed;
  return `entries for ${needed.join(', ')}; it may have ${others.join(', ')} too`;
}

/** The one branch of a union that fits the kind of the value; undefined if none does. */
function likeliest(branches: readonly (readonly Found[])[]): readonly Found[] | undefined {
  const atRoot = (branch: readonly Found[]) => branch.some((issue) => issue.path.length === 0);
  const rightType = branches.filter((b) => !b.some((i) => i.path.length === 0 && i.code === 'invalid_type'));
  const deeper = rightType.filter((branch) => !atRoot(branch));
  const left = deeper.length > 0 ? deeper : rightType;
  return left.length === 1 ? left[0] : undefined;
}

function sayWhich(key: string, got: unknown, options: readonly string[]): string {
  if (got === undefined) return `This is missing; write which ${key} it is: one of ${options.join(', ')}.`;
  const which = `There is no ${key} ${writeGot(got)}; there are ${options.join(', ')}.`;
  return which + didYouMean(String(got), options);
}

/**
 * For a setting that would change the option of a union, such as `takes.law` or `places.X.kind`: which existing entries
 * do not belong to the new option, and which are missing. Undefined for any other setting.
 */
export function sayOtherOption(
  root: z.ZodType,
  data: unknown,
  path: readonly string[],
  got: unknown,
): SchemaIssue | undefined {
  const key = path[path.length - 1];
  const above = path.slice(0, -1);
  const { schemas, found, at, said } = schemasAt(root, above, data);
  const stands = entryOf(at, key);
  if (found < above.length || at === undefined || got === stands) return undefined;
  const options = schemas.flatMap((schema) => optionsByKey(schema, key));
  if (options.length > 0 && typeof at !== 'object') {
    const where = writePath(above);
    const say = `${where} is a single value, of no ${key}; set ${where} as a whole: ${allowedBy(schemas, at, said)}.`;
    return { path: [...path], got, allowed: `${where} as a whole`, say };
  }
  const was = options.find(({ name }) => name === stands);
  if (was === undefined) return undefined;
  const names = options.map(({ name }) => name);
  const allowed = `one of ${names.join(', ')}`;
  const is = options.find(({ name }) => name === got);
  if (is === undefined) return { path: [...path], got, allowed, say: sayWhich(key, got, names) };
  const standing = Object.keys(at as object).filter((one) => one !== key);
  const foreign = standing.filter((one) => !is.keys.includes(one));
  const missing = is.needed.filter((one) => one !== key && !standing.includes(one));
  const parts = [
    ...(missing.length > 0 ? [`needs ${missing.join(', ')}`] : []),
    ...(foreign.length > 0 ? [`has no ${foreign.join(', ')}`] : []),
  ];
  const where = writePath(above);
  const needed = is.needed.filter((one) => one !== key).map((one) => `, ${one}: …`);
  const say = `The ${key} ${is.name} ${parts.join(' and ') || `is another than ${was.name}`}; set ${where} as a whole: { ${key}: ${is.name}${needed.join('')} }.`;
  return { path: [...path], got, allowed: `${where} as a whole`, say };
}

/** The message for the first key of a path that the schema does not know. */
export function sayUnknownKey(root: z.ZodType, value: unknown, path: readonly (string | number)[]): SchemaIssue {
  const { schemas, found, at, said } = schemasAt(root, path.slice(0, -1), value);
  const to = path.slice(0, Math.min(found, path.length - 1) + 1);
  const key = String(to.at(-1));
  const got = to.reduce<unknown>(entryOf, value);
  const keys = [...new Set(schemas.flatMap((schema) => keysOf(schema, at)))];
  if (keys.length === 0) {
    const where = writePath(to.slice(0, -1));
    const allowed = allowedBy(schemas, at, said);
    return { path: [...to], got, allowed, say: `Nothing stands below ${where}; set ${where} as a whole: ${allowed}.` };
  }
  const allowed = `one of ${keys.join(', ')}`;
  const say = keyFault(key) ?? `There is no entry ${writeGot(key)} here; there may be ${keys.join(', ')}.`;
  return { path: [...to], got, allowed, say: say + didYouMean(key, keys) };
}
