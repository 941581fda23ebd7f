// Lists all paths that a change may set, with their current values, as `keruen show` prints them.
import * as z from 'zod';
import { writePath } from '../../problem';
import type { CorridorData } from '../corridor/corridor';
import { schemaOf } from './corridorSchema';
import { encode } from './schema';
import { entryOf, keysOf, noteOf, optionsOf } from './schemaWalk';

export interface SettablePath {
  readonly path: string;
  /** As in a file; empty if not set. */
  readonly value: string;
  /** The unit of the value, or the one to write; empty if there is none. */
  readonly unit: string;
  readonly note: string;
}

const settable = [
  'places',
  'lines',
  'services',
  'fleets',
  'flows',
  'weather',
  'traffic',
  'locomotives',
  'calendars',
  'initial',
  'start',
  'warmUp',
];

/** Every value of the corridor that has a path, set or not. Order: by path. */
export function settablePaths(data: CorridorData): SettablePath[] {
  const written = encode(data);
  const root = optionsOf(schemaOf('file'), written)[0];
  return settable
    .flatMap((key) => leaves((root as z.ZodObject).shape[key] as z.ZodType, entryOf(written, key), [key]))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function leaves(schema: z.ZodType, value: unknown, path: readonly string[]): SettablePath[] {
  const noted = noteOf(schema);
  if (noted !== undefined) {
    const text = value === undefined ? '' : writeValue(value);
    const unit = noted.unit === '' ? '' : (/^[\d.e+-]+ (\S.*)$/.exec(text)?.[1] ?? noted.unit);
    return [{ path: writePath(path), value: text, unit, note: noted.note }];
  }
  const option = optionsOf(schema, value)[0];
  if (value === undefined) {
    const keys = keysOf(option, value);
    const note = `Not set. ${keys.length > 0 ? `Entries: ${keys.join(', ')}` : 'Entries under keys of your own'}`;
    return [{ path: writePath(path), value: '', unit: '', note }];
  }
  if (option instanceof z.ZodObject) {
    return Object.entries(option.shape).flatMap(([key, entry]) =>
      leaves(entry as z.ZodType, entryOf(value, key), [...path, key]),
    );
  }
  if (!(option instanceof z.ZodRecord)) return [];
  const entries = Object.entries(value as object);
  return entries.flatMap(([key, entry]) => leaves(option.def.valueType as z.ZodType, entry, [...path, key]));
}

/** A value in file form, lists and laws on one line. */
function writeValue(value: unknown, within = false): string {
  if (Array.isArray(value)) return `[${value.map((entry) => writeValue(entry, true)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, entry]) => `${key}: ${writeValue(entry, true)}`)
      .join(', ')} }`;
  }
  const text = String(value);
  return within && typeof value === 'string' && !/^[\p{L}\p{N}][\p{L}\p{N} ._/%-]*$/u.test(text)
    ? JSON.stringify(text)
    : text;
}
