// Resolves the target of an output file: follows links, and determines whether it can be replaced or only written to.
import { constants, type Stats } from 'node:fs';
import { access, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

export interface Target {
  readonly path: string;
  /** The existing file, if any. */
  readonly found?: Stats;
  /** A FIFO, a device or a stream of this process: written to, never replaced. */
  readonly takesText: boolean;
}

/** The limit of Linux. */
const MOST_LINKS = 40;

export async function targetOf(named: string, folder: string): Promise<Target> {
  let path = resolve(folder, named);
  for (let links = 0; links <= MOST_LINKS; links++) {
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && (!found.isFile() || /^\/(?:dev|proc)\//.test(path))) {
      return { path, found, takesText: !found.isDirectory() };
    }
    if (found !== undefined) return { path: await realpath(path), found, takesText: false };
    // A dangling link: its target is created, the link is kept.
    const next = await readlink(path).catch(() => undefined);
    if (next === undefined) return { path, takesText: false };
    path = resolve(await realpath(dirname(path)).catch(() => dirname(path)), next);
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
}

/** Throws the system's error if this user may not write to the target. */
export async function mayWrite({ path, found, takesText }: Target): Promise<void> {
  if (found !== undefined) await access(path, constants.W_OK);
  if (!takesText) await access(dirname(path), constants.W_OK);
}

/** A temporary name for the new file, in the same folder. */
export const beside = ({ path }: Target, unlike: string): string =>
  join(dirname(path), `.${basename(path).slice(0, 60)}.${unlike}.part`);
