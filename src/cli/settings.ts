// `--set path=value` as it is typed becomes a path and a value as it would stand in a file.
import { parseDocument } from 'yaml';
import { Ended, exit } from './exit';

/** The settings of a command line, by path. Throws where one has no path, no value, or a path stands twice. */
export function readSettings(typed: readonly string[]): { readonly [path: string]: unknown } {
  const settings = new Map<string, unknown>();
  for (const text of typed) {
    // A key in quotes may have an equals sign of its own.
    const [, path, value] = /^((?:"(?:[^"\\]|\\.)*"|[^="])+)=(.*)$/s.exec(text) ?? [];
    if (path === undefined || value.trim() === '') {
      throw new Ended(
        exit.usage,
        `--set ${JSON.stringify(text)} is not a path, an equals sign and a value; write --set 'places.Aktau.tracks=4', or =null to remove an entry.`,
      );
    }
    if (settings.has(path.trim())) throw new Ended(exit.usage, `--set names ${path.trim()} twice; give it one value.`);
    settings.set(path.trim(), readValue(value.trim()));
  }
  return Object.fromEntries(settings);
}

/** A value as in a file: a number, a text with its unit, a list or a map in brackets, null. */
function readValue(text: string): unknown {
  const document = parseDocument(text, { stringKeys: true, prettyErrors: false });
  // What is not YAML is text, and the schema says what is wrong with it.
  return document.errors.length > 0 ? text : document.toJS({ maxAliasCount: 0 });
}
