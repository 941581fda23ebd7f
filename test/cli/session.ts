// A command line run inside the test: what it wrote, how it ended, and a folder of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/keruen';
import { corridor } from '../../src/model/change/define';
import { encode } from '../../src/model/schema/schema';
import { small } from '../model/small';

export interface Ending {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keruen-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export async function keruen(
  folder: string,
  argv: readonly string[],
  more: { readonly signal?: AbortSignal; readonly errIsTerminal?: boolean } = {},
): Promise<Ending> {
  let [out, err] = ['', ''];
  const code = await main(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    folder,
    ...more,
  });
  return { code, out, err };
}

type Entries = Record<string, unknown>;

/** The small corridor in the form of files, ready to be spoilt. */
export const smallFile = (): Entries => structuredClone(encode(corridor(small).data)) as Entries;

/** The entry at a path of keys, to be changed in place. */
export function entry(file: Entries, ...keys: string[]): Entries {
  return keys.reduce((at, key) => at[key] as Entries, file);
}

/** Writes the small corridor, changed, into a folder. */
export function writeSmall(folder: string, name: string, spoil: (file: Entries) => void = () => {}): string {
  const file = smallFile();
  spoil(file);
  writeFileSync(join(folder, name), JSON.stringify(file));
  return `./${name}`;
}
