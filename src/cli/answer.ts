// An answer goes to people as text and, where asked, to a file or to standard output as JSON: whole, or not at all.
import { randomBytes } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { reasonOf } from '../scenarios/open';
import { writeJson } from '../study/json';
import { Ended, exit } from './exit';
import type { Streams } from './streams';

/** Refuses a file that could not be written later, before hours of work went into what it is to hold. */
export async function checkTarget(json: string | undefined, streams: Streams): Promise<void> {
  if (json === undefined || json === '-') return;
  const path = resolve(streams.folder, json);
  const [target, folder] = await Promise.all([path, dirname(path)].map((one) => stat(one).catch(() => undefined)));
  if (target?.isDirectory()) throw cannotWrite(json, 'it is a folder');
  if (folder?.isDirectory() !== true) throw cannotWrite(json, 'its folder is not there');
}

const cannotWrite = (file: string, why: string): Ended =>
  new Ended(exit.early, `${file} cannot be written: ${why}. Name another file.`);

/** Writes a file so that there is either all of it or nothing. `fresh`: never over one that is there. */
export async function writeWhole(named: string, text: string, folder: string, fresh = false): Promise<void> {
  const path = resolve(folder, named);
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    if (fresh && (await stat(path).catch(() => undefined)) !== undefined)
      throw cannotWrite(named, 'it is there already');
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error instanceof Ended ? error : cannotWrite(named, reasonOf(error, 'written'));
  }
}

/** The answer for people, and as JSON where that was asked. With `--json -` standard output is JSON and nothing else. */
export async function give(streams: Streams, json: string | undefined, text: string, result: object): Promise<void> {
  if (json !== undefined) await giveJson(streams, json, result);
  if (json === '-') streams.err(text);
  else streams.out(text);
}

export async function giveJson(streams: Streams, json: string, result: object): Promise<void> {
  const text = writeJson(result);
  if (json === '-') streams.out(text);
  else await writeWhole(json, text, streams.folder);
}
