// What a newcomer sees who types the name of the command and nothing else.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keruen, newFolder, removeFolder, writeSmall } from './session';

let folder = '';
beforeAll(() => {
  folder = newFolder();
});
afterAll(() => removeFolder(folder));

it('without arguments keruen prints help and three things to do first, which work as written, exit 0', async () => {
  const { code, out, err } = await keruen(folder, []);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Usage: keruen');
  const first = out.split('Three things to do first:\n')[1].trimEnd().split('\n');
  expect(first).toHaveLength(3);
  for (const line of first) {
    const [name, ...argv] = line.trim().split(/ {2,}/)[0].split(' ');
    const quick = argv[0] === 'run' ? ['--replications', '1', '--days', '5', '--warm-up', '0', '--workers', '1'] : [];
    expect(name).toBe('keruen');
    expect((await keruen(folder, [...argv, ...quick])).code).toBe(0);
  }
});

it('names the file with its ending where somebody left the ending out', async () => {
  writeSmall(folder, 'mine.json');
  const { code, err } = await keruen(folder, ['check', 'mine']);
  expect(code).toBe(1);
  expect(err.replace(/\s+/g, ' ')).toContain('a file mine.json; name it with its ending: ./mine.json.');
});
