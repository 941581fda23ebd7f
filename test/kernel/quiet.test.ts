// The loop leaves V8 in peace: no litter to collect, no compiled code given up. In a process of its own, on the built kernel.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

it('ten million events after a warm-up are handed over without garbage and without compiled code being given up', () => {
  expect(existsSync(path('../../dist/kernel.js')), 'there is no built kernel: run `npm run build` first').toBe(true);
  const flags = ['--trace-gc', '--trace-deopt'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, path('quiet.mjs')], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const lines = stdout.split('\n');
  const begin = lines.indexOf('QUIET');
  const end = lines.findIndex((line) => line.startsWith('LOUD '));
  expect(begin).toBeGreaterThan(0);
  const quiet = lines.slice(begin + 1, end);
  const said = (word: string) => quiet.filter((line) => line.includes(word));
  expect(said('bailout'), 'compiled code was given up').toEqual([]);
  expect(said('Mark-'), 'the whole heap was collected').toEqual([]);
  // One could begin before and end inside; a heap number an event would make sixteen a million.
  expect(said('Scavenge').length, said('Scavenge').join('\n')).toBeLessThanOrEqual(2);
  const { grown, handled, uncounted, late, waited } = JSON.parse(lines[end].slice('LOUD '.length));
  expect(grown).toBeLessThan(1_000_000);
  expect(handled).toBe(10_000_000);
  // And as many again, nearly, by runs without a count and to a time.
  expect(uncounted).toBeGreaterThan(4_000_000);
  // The traces were on, and the model did what it is for: they saw the warm-up, calls came late, and calls were cancelled.
  expect(lines.slice(0, begin).filter((line) => line.includes('Scavenge')).length).toBeGreaterThan(0);
  expect(late).toBeGreaterThan(100_000);
  expect(waited).toBeGreaterThan(100_000);
});
