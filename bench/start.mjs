// How long a newcomer waits: whole processes on the built files, best and median of so many runs, each a process of its own.
//
// node bench/start.mjs [runs]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const runs = Number(process.argv[2] ?? 5);
const dist = (name) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keruen-start-'));
const cli = (...words) => [dist('cli.js'), ...words];
const load = (name) => ['--input-type=module', '-e', `await import(${JSON.stringify(dist(name))})`];

/** [s] */
function seconds(words) {
  const began = process.hrtime.bigint();
  execFileSync(process.execPath, words, { cwd: folder, stdio: 'ignore' });
  return Number(process.hrtime.bigint() - began) / 1e9;
}

/** The check of a user's scenario: a shipped one with thirteen variants, as typed data, without the start of the process. */
const checks = `
import { aktauHub, corridor } from ${JSON.stringify(dist('index.js'))};
const { data } = aktauHub;
const began = performance.now();
corridor(data);
process.stdout.write(String(performance.now() - began));`;
writeFileSync(join(folder, 'checks.mjs'), checks);
const checkSeconds = () =>
  Number(execFileSync(process.execPath, ['checks.mjs'], { cwd: folder, encoding: 'utf8' })) / 1e3;

const oneDay = [
  'run',
  'middle-corridor-2024',
  '--days',
  '1',
  '--warm-up',
  '0',
  '--replications',
  '1',
  '--workers',
  '1',
];
const rows = [
  ['node, nothing loaded', null, () => seconds(['-e', '0'])],
  ["import 'keruen'", 0.2, () => seconds(load('index.js'))],
  ["import 'keruen/kernel'", null, () => seconds(load('kernel.js'))],
  ['a worker is loaded', 0.3, () => seconds(load('worker.js'))],
  ['keruen scenarios', 0.35, () => seconds(cli('scenarios'))],
  ['keruen check middle-corridor-2024', 0.6, () => seconds(cli('check', 'middle-corridor-2024'))],
  ['keruen show middle-corridor-2024', 0.6, () => seconds(cli('show', 'middle-corridor-2024'))],
  ['keruen run middle-corridor-2024, one day, to its end', 0.8, () => seconds(cli(...oneDay))],
  ['checking a corridor with 13 variants, in the process', 0.3, checkSeconds],
];
console.log('| what | target [s] | best [s] | median [s] |\n|---|---|---|---|');
for (const [what, target, measure] of rows) {
  const times = Array.from({ length: runs }, measure).sort((a, b) => a - b);
  const [best, median] = [times[0], times[Math.floor(times.length / 2)]].map((time) => time.toFixed(2));
  console.log(`| ${what} | ${target === null ? '' : `≤ ${target}`} | ${best} | ${median} |`);
}
rmSync(folder, { recursive: true });
