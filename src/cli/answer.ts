// Writes an answer as text and, if requested, as JSON to a file or to standard output: completely, or not at all.
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, chown, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { reasonOf } from '../scenarios/reason';
import { writeJson } from '../study/results/json';
import { Ended, exit } from './exit';
import type { Streams } from './streams';
import { beside, mayWrite, type Target, targetOf } from './target';

/** Rejects an unwritable file before a run of hours, not after it. */
export async function checkTarget(json: string | undefined, streams: Streams): Promise<void> {
  if (json === undefined || json === '-') return;
  try {
    const target = await targetOf(json, streams.folder);
    if (target.found?.isDirectory()) throw cannotWrite(json, 'it is a folder');
    const folder = await stat(dirname(target.path)).catch(() => undefined);
    if (folder?.isDirectory() !== true) throw cannotWrite(json, 'its folder is not there');
    await mayWrite(target);
  } catch (error) {
    throw error instanceof Ended ? error : cannotWrite(json, reasonOf(error, 'written'));
  }
}

const cannotWrite = (file: string, why: string): Ended =>
  new Ended(exit.early, `${file} cannot be written: ${why}. Name another file.`);

/**
 * Writes a file atomically; a FIFO or a device is written to directly. Links are followed, modes and owners kept.
 * `fresh`: never overwrites an existing file.
 */
export async function writeWhole(named: string, text: string, folder: string, fresh = false): Promise<void> {
  try {
    const target = await targetOf(named, folder);
    if (fresh && target.found !== undefined) throw cannotWrite(named, 'it is there already');
    if (target.takesText) await writeTo(target, text);
    else await replace(target, text);
  } catch (error) {
    throw error instanceof Ended ? error : cannotWrite(named, reasonOf(error, 'written'));
  }
}

/** Order: appends, since a stream of this process that is redirected to the file has written text before. */
async function writeTo({ path }: Target, text: string): Promise<void> {
  const handle = await open(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

async function replace(target: Target, text: string): Promise<void> {
  const { path, found } = target;
  const part = beside(target, randomBytes(6).toString('hex'));
  try {
    // Permissions are never wider than those of the replaced file, even for a moment.
    await writeFile(part, text, { flag: 'wx', mode: found === undefined ? 0o666 : 0o600 });
    if (found !== undefined) {
      const made = await stat(part);
      if (made.uid !== found.uid || made.gid !== found.gid) await chown(part, found.uid, found.gid);
      await chmod(part, found.mode & 0o7777);
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Writes the text first, then the JSON if requested. With `--json -` standard output is JSON only. */
export async function give(streams: Streams, json: string | undefined, text: string, result: object): Promise<void> {
  if (json === '-') streams.err(text);
  else streams.out(text);
  if (json !== undefined) await giveJson(streams, json, result);
}

export async function giveJson(streams: Streams, json: string, result: object): Promise<void> {
  const text = writeJson(result);
  if (json === '-') streams.out(text);
  else await writeWhole(json, text, streams.folder);
}
