// Reads user-defined corridors from files or text, and writes them; a file may extend a shipped corridor.
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Corridor } from '../model/change/define';
import { readScenario, writeScenario } from '../model/file/file';
import { encode } from '../model/schema/schema';
import { type Problem, ProblemError } from '../problem';
import { scenarios } from './';
import { reasonOf } from './reason';

/** Maximum file size [bytes]: far above any scenario. */
const MOST = 10 * 1024 * 1024;

/**
 * Reads a corridor from a file, YAML or JSON: `await openCorridor('my.yaml')`. A relative path begins at the working
 * directory; `new URL('my.yaml', import.meta.url)` is a file beside the script. `name` is the file name in problems.
 * Throws one ProblemError with all problems, each with file, line and column.
 */
export async function openCorridor(path: string | URL, options: { readonly name?: string } = {}): Promise<Corridor> {
  const name = options.name ?? (typeof path === 'string' ? path : fileURLToPath(path));
  return readCorridor(await readText(name, path), { name });
}

/**
 * Reads a corridor from text, YAML or JSON. `name` is the name of the text in problems, in place of a file name.
 * Throws one ProblemError with all problems, each with line and column.
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
 * Writes a corridor as self-contained YAML; `readCorridor` restores it with the same hash.
 * Throws a RangeError for a corridor after dated changes: a file has those only as changes that it offers.
 */
export const writeCorridor = (corridor: Corridor): string => writeScenario(corridor);

/** The text of a file, or a message why it cannot be read. */
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
