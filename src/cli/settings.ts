// `--set path=value` as it is typed becomes a path and a value as it would stand in a file.
import type { Change } from '../model/change/define';
import { readText } from '../model/file/fileText';
import type { Alternative } from '../study/compare/alternatives';
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

/**
 * One `--with`: settings and ids of changes, with commas between them, make one alternative. A comma within quotes, brackets or
 * braces is part of a value.
 */
export function readAlternative(typed: string): Alternative {
  const parts = partsOf(typed);
  const settings = parts.filter((part) => part.includes('='));
  const ids = parts.filter((part) => !part.includes('='));
  const grouped = ids.find((part) => /^\d/.test(part));
  if (parts.some((part) => part === '') || parts.length === 0)
    throw new Ended(
      exit.usage,
      `--with ${JSON.stringify(typed)} has an empty part; write --with a.b=1,c.d=2 or --with the id of a change.`,
    );
  if (grouped !== undefined && settings.length > 0)
    throw new Ended(
      exit.usage,
      `--with ${JSON.stringify(typed)}: a comma ends a setting, so that "${grouped}" stands alone; write numbers without separators.`,
    );
  const set = readSettings(settings);
  // The cast: text from a command line is checked as it is laid over the corridor.
  return [...ids, ...(settings.length > 0 ? [{ set } as unknown as Change] : [])];
}

/** The parts between the commas that are not within quotes, brackets or braces. */
function partsOf(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let isQuoted = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    if (!isQuoted && '[{'.includes(letter)) depth++;
    if (!isQuoted && ']}'.includes(letter)) depth--;
    if (letter === ',' && depth === 0 && !isQuoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
