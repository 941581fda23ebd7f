// Runs the benchmarks on the built files and prints two tables: node bench/run.mjs [--quick] [--only <model>] [--json <file>]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rowTable, targetTable } from './print.mjs';
import { makeRows } from './rounds.mjs';
import { fullRows, MODELS, quickRows } from './rows.mjs';
import { finder } from './systems.mjs';
import { TARGETS } from './targets.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));

function options() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: MODELS },
      json: { type: 'string' },
      dist: { type: 'string', default: join(here, '../dist') },
    },
  });
  const unknown = values.only.find((model) => !MODELS.includes(model));
  if (unknown !== undefined)
    throw new Error(`--only ${unknown}: there is no such model; there are ${MODELS.join(', ')}.`);
  const dist = resolve(values.dist);
  if (!existsSync(join(dist, 'kernel.js')))
    throw new Error(
      `There is no built kernel (kernel.js) in ${dist}: run \`npm run build\`, or name its folder with --dist.`,
    );
  return { ...values, dist };
}

function commit() {
  try {
    const git = (...args) => execFileSync('git', args, { cwd: here, encoding: 'utf8', stdio: 'pipe' }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' and changes');
  } catch {
    return 'not known';
  }
}

/** One line a missing thing, which systems and models it concerns. */
function skipped(rows, find) {
  const lines = new Map();
  for (const row of rows) {
    const { missing } = find(row);
    if (missing !== undefined) lines.set(missing, (lines.get(missing) ?? new Set()).add(row.system));
  }
  return [...lines].map(([missing, systems]) => `${[...systems].join(', ')}: ${missing}`);
}

function say(sentence) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${sentence}`);
}

async function bench({ quick, only, json, dist }) {
  const about = {
    machine: `${cpus()[0]?.model ?? 'not known'}, ${cpus().length} cores`,
    node: process.version,
    commit: commit(),
  };
  for (const [key, value] of Object.entries(about)) console.log(`${key.padEnd(8)} ${value}`);
  const planned = (quick ? quickRows() : fullRows()).filter((row) => only.includes(row.model));
  const folder = mkdtempSync(join(tmpdir(), 'keruen-bench-'));
  const began = Date.now();
  try {
    const find = finder(dist, folder);
    const missing = skipped(planned, find);
    if (missing.length > 0) console.log(`\n${missing.join('\n')}`);
    const rows = await makeRows(planned, find, say);
    say('');
    console.log(`\n${rowTable(rows)}\n`);
    if (quick) console.log('Quick: everything runs and comes to the same checks; too few rounds to compare speeds by.');
    else
      console.log(
        targetTable(
          rows,
          TARGETS.filter((target) => only.includes(target.model)),
        ),
      );
    console.log(`\n${rows.length} rows in ${Math.round((Date.now() - began) / 1000)} s, every check equal`);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...about, rows }, undefined, 1)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await bench(options());
} catch (error) {
  say('');
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
