// A corridor of one's own, read from a file or from text in a script, and written as text.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openCorridor, ProblemError, readCorridor, roadBorder, writeCorridor } from '../../src';

const folder = mkdtempSync(join(tmpdir(), 'keruen-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shown = readFileSync(new URL('../../examples/two-terminals.yaml', import.meta.url), 'utf8');

const problemsOf = async (refused: () => unknown) => {
  try {
    await refused();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a corridor of one’s own', () => {
  it('is read from a file by path and by URL, and from text, with the same hash', async () => {
    const path = join(folder, 'mine.yaml');
    writeFileSync(path, shown);
    const { hash } = readCorridor(shown, { name: 'mine.yaml' });
    expect((await openCorridor(path)).hash).toBe(hash);
    expect((await openCorridor(pathToFileURL(path))).hash).toBe(hash);
  });

  it('goes to text and back with the same hash, a shipped one and one that extends it too', () => {
    const mine = readCorridor('keruen: scenario@1\nid: mine\nextends: road-border\n');
    for (const one of [roadBorder, mine, readCorridor(shown)]) {
      expect(readCorridor(writeCorridor(one)).hash).toBe(one.hash);
    }
  });

  it('is refused with all that is wrong in one ProblemError, each with name, line and column', async () => {
    const spoilt = shown.replace('tracks: 2', 'tracks: two').replace('length: 2200 km', 'length: 2200');
    const path = join(folder, 'spoilt.yaml');
    writeFileSync(path, spoilt);
    const problems = await problemsOf(() => readCorridor(spoilt, { name: 'text' }));
    expect(problems.map(({ file, path, line }) => [file, path, line])).toEqual([
      ['text', 'places.Almaty.tracks', 11],
      ['text', 'lines.Steppe.length', 23],
    ]);
    const opened = await problemsOf(() => openCorridor(path, { name: 'spoilt.yaml' }));
    expect(opened).toEqual(problems.map((one) => ({ ...one, file: 'spoilt.yaml' })));
  });

  it('that is not there, or is a folder, is a ProblemError too', async () => {
    const [absent] = await problemsOf(() => openCorridor(join(folder, 'absent.yaml')));
    expect(absent.say).toContain('there is none of this name');
    const [directory] = await problemsOf(() => openCorridor(folder));
    expect(directory.say).toContain('This is a folder');
  });

  it('stands in the page about corridors as in the example’s file', () => {
    expect(readFileSync(new URL('../../src/model/README.md', import.meta.url), 'utf8')).toContain(
      `\`\`\`yaml\n${shown}\`\`\``,
    );
  });
});
