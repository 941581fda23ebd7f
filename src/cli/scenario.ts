// The scenario that a command names, by id or by file, with what the options lay over it.
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Corridor } from '../model/define';
import { readScenario } from '../model/file';
import { encode } from '../model/schema';
import { type Problem, ProblemError } from '../problem';
import { findScenario, scenarios } from '../scenarios';
import type { Asked } from './options';
import { readSettings } from './settings';

/** Largest file that is read [bytes]: no scenario comes near. */
const MOST = 10 * 1024 * 1024;

const ids = (): string[] => scenarios.map(({ id }) => id);

/** Whether a scenario was named by a file: by its ending, or because it has a folder in it. */
export const isFile = (named: string): boolean => /\.(?:ya?ml|json)$/i.test(named) || /[\\/]/.test(named);

/** The corridor of a command. Throws a ProblemError with all that is wrong with the scenario or with an option. */
export async function openScenario(named: string, asked: Asked, folder: string): Promise<Corridor> {
  const settings = readSettings(asked.set ?? []);
  if (!isFile(named) && !ids().includes(named)) await refuseOtherFile(named, folder);
  let corridor = isFile(named) ? await fromFile(named, folder) : findScenario(named).corridor;
  if (asked.variant !== undefined) corridor = corridor.variant(asked.variant);
  if (asked.warmUp !== undefined) corridor = corridor.apply({ set: { warmUp: `${asked.warmUp} d` } });
  return Object.keys(settings).length > 0 ? corridor.apply({ set: settings }) : corridor;
}

/** A file that is there, but has no ending of a scenario, was most likely meant as one. */
async function refuseOtherFile(named: string, folder: string): Promise<void> {
  const found = await stat(resolve(folder, named)).catch(() => undefined);
  if (found === undefined) return;
  const say = `There is a ${found.isDirectory() ? 'folder' : 'file'} of this name, but scenarios are files that end in .yaml, .yml or .json; name one of those, or a scenario that is shipped: ${ids().join(', ')}.`;
  throw new ProblemError([{ path: '', file: named, got: named, allowed: '.yaml, .yml or .json', say }]);
}

async function fromFile(named: string, folder: string): Promise<Corridor> {
  const text = await readText(named, resolve(folder, named));
  const base = (id: string) => {
    const found = scenarios.find((one) => one.id === id);
    return found === undefined ? undefined : encode(found.corridor.data);
  };
  const { corridor, problems } = readScenario(text, named, { base, known: ids() });
  if (corridor === undefined) throw new ProblemError(problems);
  return corridor;
}

/** The text of a file, or the sentence that says why there is none. */
async function readText(named: string, path: string): Promise<string> {
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
    return refuse('nothing', `The file cannot be read: ${reasonOf(error)}.`);
  }
}

const reasons: { readonly [code: string]: string | undefined } = {
  ENOENT: 'there is none of this name',
  EACCES: 'it may not be read by you',
  EPERM: 'it may not be read by you',
  ENOTDIR: 'part of its path is a file, not a folder',
  ELOOP: 'its links lead round in a circle',
};

/** Why a file could not be used, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code === '' ? String(error) : `the system says ${code}`);
}
