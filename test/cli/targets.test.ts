// What --json and init write to: links, FIFOs, devices, modes, a full disk, a folder that may not be written.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keruen, newFolder, removeFolder, writeSmall } from './session';

let folder = '';
let small = '';
const at = (...names: string[]) => join(folder, ...names);
const isRoot = process.getuid?.() === 0;

beforeAll(() => {
  folder = newFolder();
  small = writeSmall(folder, 'small.json');
});
afterAll(() => removeFolder(folder));

const check = (target: string) => keruen(folder, ['check', small, '--json', target]);
const schemaOf = (text: string) => JSON.parse(text).schema;

/** A device node of this test's own. Where the system lets nobody make one, just that is what is expected. */
function makeDevice(name: string, minor: string): boolean {
  const { status, stderr } = spawnSync('mknod', [at(name), 'c', '1', minor], { encoding: 'utf8' });
  if (status !== 0) expect(stderr).toMatch(/not permitted|denied/);
  return status === 0;
}

describe('a file that is written', () => {
  it('is the one that a link leads to; the link stays', async () => {
    mkdirSync(at('there'));
    writeFileSync(at('there', 'old.json'), 'old');
    symlinkSync('there/old.json', at('link.json'));
    symlinkSync('link.json', at('linkToLink.json'));
    expect((await check('linkToLink.json')).code).toBe(0);
    expect(schemaOf(readFileSync(at('there', 'old.json'), 'utf8'))).toBe('keruen/check@1');
    for (const link of ['link.json', 'linkToLink.json']) expect(lstatSync(at(link)).isSymbolicLink()).toBe(true);
  });

  it('is made where a link leads to that has no target yet', async () => {
    symlinkSync('there/new.json', at('ahead.json'));
    expect((await check('ahead.json')).code).toBe(0);
    expect(lstatSync(at('ahead.json')).isSymbolicLink()).toBe(true);
    expect(schemaOf(readFileSync(at('there', 'new.json'), 'utf8'))).toBe('keruen/check@1');
  });

  it('is refused where links lead round in a circle', async () => {
    symlinkSync('b.json', at('a.json'));
    symlinkSync('a.json', at('b.json'));
    const { code, err } = await check('a.json');
    expect([code, err]).toEqual([
      3,
      'a.json cannot be written: its links lead round in a circle. Name another file.\n',
    ]);
  });

  it('keeps its mode and its owner', async () => {
    writeFileSync(at('private.json'), 'old');
    chmodSync(at('private.json'), 0o600);
    if (isRoot) chownSync(at('private.json'), 65534, 65534);
    const before = statSync(at('private.json'));
    expect((await check('private.json')).code).toBe(0);
    const after = statSync(at('private.json'));
    expect([after.mode, after.uid, after.gid]).toEqual([before.mode, before.uid, before.gid]);
    expect(schemaOf(readFileSync(at('private.json'), 'utf8'))).toBe('keruen/check@1');
  });

  it('by init --force follows links and keeps modes too', async () => {
    writeFileSync(at('there', 'mine.yaml'), 'old');
    chmodSync(at('there', 'mine.yaml'), 0o640);
    symlinkSync('there/mine.yaml', at('road-border.yaml'));
    expect((await keruen(folder, ['init', 'road-border', '--force'])).code).toBe(0);
    expect(lstatSync(at('road-border.yaml')).isSymbolicLink()).toBe(true);
    expect(statSync(at('there', 'mine.yaml')).mode & 0o7777).toBe(0o640);
    expect(readFileSync(at('there', 'mine.yaml'), 'utf8')).toContain('id: road-border');
  });

  it('stays a FIFO, whose reader gets the whole answer', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const [text, { code }] = await Promise.all([readFile(at('pipe'), 'utf8'), check('pipe')]);
    expect(code).toBe(0);
    expect(schemaOf(text)).toBe('keruen/check@1');
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  });

  it('stays a device', async () => {
    if (!makeDevice('null', '3')) return;
    expect((await check('null')).code).toBe(0);
    expect(lstatSync(at('null')).isCharacterDevice()).toBe(true);
  });

  it('of which there is no space gives the words first, then the failure, exit 3', async () => {
    if (!makeDevice('full', '7')) return;
    const { code, out, err } = await check('full');
    expect(out).toContain('small');
    expect([code, err]).toEqual([3, 'full cannot be written: no space is left. Name another file.\n']);
    expect(lstatSync(at('full')).isCharacterDevice()).toBe(true);
  });

  it('in a folder that may not be written is refused with that verb, nothing left behind', async () => {
    await check('warm.json');
    mkdirSync(at('shut'));
    linkSync(at('small.json'), at('shut', 'small.json'));
    chmodSync(at('shut'), 0o555);
    chmodSync(folder, 0o755);
    if (isRoot) process.seteuid?.(65534);
    try {
      const { code, err } = await check('shut/result.json');
      expect([code, err]).toEqual([
        3,
        'shut/result.json cannot be written: you may not write there. Name another file.\n',
      ]);
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(at('shut'), 0o755);
    }
    expect(readdirSync(at('shut'))).toEqual(['small.json']);
  });
});
