// A corridor of one's own from a file or from text, and back into text; a file may extend a corridor that is shipped.
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Corridor } from '../model/change/define';
import { readScenario, writeScenario } from '../model/file/file';
import { encode } from '../model/schema/schema';
import { type Problem, ProblemError } from '../problem';
import { scenarios } from './';
import { reasonOf } from './reason';

/** Largest file that is read [bytes]: no scenario comes near. */
const MOST = 10 * 1024 * 1024;

/**
 * Reads a corridor from a file, YAML or JSON: `await openCorridor('my.yaml')`. A relative path begins at the working
 * directory; `new URL('my.yaml', import.meta.url)` is a file beside the script. `name` is what problems call the file.
 * Throws one ProblemError with everything that is wrong, each with file, line and column.
 */
export async function openCorridor(path: string | URL, options: { readonly name?: string } = {}): Promise<Corridor> {
  const name = options.name ?? (typeof path === 'string' ? path : fileURLToPath(path));
  return readCorridor(await readText(name, path), { name });
}

/**
 * Reads a corridor from text, YAML or JSON. `name` is what problems call the text, as if it were a file.
 * Throws one ProblemError with everything that is wrong, each with line and column.
 */
export function readCorridor(text: string, { name = 'corridor' }: { readonly name?: string } = {}): Corridor {
  const known = scenarios.map(({ id }) => id);
  const base = (id: string) => {
    const found = scenarios.find((one) => one.id === id);
    return found === undefined ? undefined : encode(found.corridor.data);
  };
  const { corridor, problems } = readScenario(text, name, { base, known });
  if (corridor === undefined) throw new ProblemError(problems);
  return corridor;
}

/**
 * Writes a corridor as YAML that stands alone: `readCorridor` gives one of the same hash back.
 * Throws a RangeError for a corridor after dated changes: a file keeps those as changes that it offers.
 */
export const writeCorridor = (corridor: Corridor): string => writeScenario(corridor);

/** The text of a file, or the sentence that says why there is none. */
async function readText(named: string, path: string | URL): Promise<string> {
  const refuse = (got: string, say: string): never => {
    const problem: Problem = { path: '', file: named, got, allowed: 'a scenario file, YAML or JSON', say };
    throw new ProblemError([problem]);
  };
  try {
    const found = await stat(path);
    if (found.isDirectory()) return refuse('a folder', 'This is a folder; name a file in it.');
    if (!found.isFile() && !found.isFIFO()) return refuse('a device', 'This is a device, not a file; name a file.');
    if (found.size > MOST)
      return refuse(`${found.size} bytes`, 'The file has more than 10 MB; no scenario is so large.');
    const bytes = await readFile(path);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof TypeError) return refuse('no UTF-8 text', 'The file is not UTF-8 text; save it as UTF-8.');
    return refuse('nothing', `The file cannot be read: ${reasonOf(error, 'read')}.`);
  }
}
