// Opens the scenario of a command, by id or by file, and applies the options to it.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Corridor } from '../model/change/define';
import { ProblemError } from '../problem';
import { findScenario, scenarios } from '../scenarios';
import { openCorridor } from '../scenarios/open';
import type { Asked } from './options';
import { readSettings } from './settings';

const ids = (): string[] => scenarios.map(({ id }) => id);

/** Whether a scenario is named by a file: by its extension, or because it contains a folder. */
export const isFile = (named: string): boolean => /\.(?:ya?ml|json)$/i.test(named) || /[\\/]/.test(named);

/** The corridor of a command. Throws a ProblemError with all problems of the scenario or of an option. */
export async function openScenario(named: string, asked: Asked, folder: string): Promise<Corridor> {
  const settings = readSettings(asked.set ?? []);
  if (!isFile(named) && !ids().includes(named)) await refuseOtherFile(named, folder);
  let corridor = isFile(named)
    ? await openCorridor(resolve(folder, named), { name: named })
    : findScenario(named).corridor;
  if (asked.variant !== undefined) corridor = corridor.variant(asked.variant);
  if (asked.warmUp !== undefined) corridor = corridor.apply({ set: { warmUp: `${asked.warmUp} d` } });
  return Object.keys(settings).length > 0 ? corridor.apply({ set: settings }) : corridor;
}

/** An existing file with another extension was most likely meant as a scenario. */
async function refuseOtherFile(named: string, folder: string): Promise<void> {
  const found = await stat(resolve(folder, named)).catch(() => undefined);
  if (found === undefined) return refuseLeftOut(named, folder);
  const say = `There is a ${found.isDirectory() ? 'folder' : 'file'} of this name, but scenarios are files that end in .yaml, .yml or .json; name one of those, or a scenario that is shipped: ${ids().join(', ')}.`;
  throw new ProblemError([{ path: '', file: named, got: named, allowed: '.yaml, .yml or .json', say }]);
}

/** `keruen run mine` beside a file mine.yaml: the extension is missing. */
async function refuseLeftOut(named: string, folder: string): Promise<void> {
  for (const ending of ['.yaml', '.yml', '.json']) {
    const file = `${named}${ending}`;
    if ((await stat(resolve(folder, file)).catch(() => undefined))?.isFile() !== true) continue;
    const say = `There is no scenario "${named}" that is shipped, but a file ${file}; name it with its ending: ./${file}.`;
    throw new ProblemError([{ path: '', got: named, allowed: `./${file}`, say }]);
  }
}
