// Parses `--set path=value` to a path and a value as in a file.
import { readText } from '../model/file/fileText';
import { Ended, exit } from './exit';

/** The settings of a command line, by path. Throws if one has no path, no value, or a duplicate path. */
export function readSettings(typed: readonly string[]): { readonly [path: string]: unknown } {
  const settings = new Map<string, unknown>();
  for (const text of typed) {
    // A quoted key may contain an equals sign.
    const [, path, value] = /^((?:"(?:[^"\\]|\\.)*"|[^="])+)=(.*)$/s.exec(text) ?? [];
    if (path === undefined || value.trim() === '') {
      throw new Ended(
        exit.usage,
        `--set ${JSON.stringify(text)} is not a path, an equals sign and a value; write --set 'places.Aktau.tracks=4', or =null to remove an entry.`,
      );
    }
    const name = path.trim().normalize('NFC');
    if (settings.has(name)) throw new Ended(exit.usage, `--set names ${name} twice; give it one value.`);
    settings.set(name, readValue(value.trim().normalize('NFC')));
  }
  return Object.fromEntries(settings);
}

/** A value as in a file: a number, a text with its unit, a list or a map in brackets, null. */
function readValue(text: string): unknown {
  const { content, problems } = readText(text, '--set');
  // Invalid YAML is text, and the schema reports it; so is a comment, which YAML would skip.
  return problems.length > 0 || content === undefined || text.startsWith('#') ? text : content;
}
