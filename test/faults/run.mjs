// Plants known faults one at a time, each in a copy of the tree, and asks the tests to name it: node test/faults/run.mjs [word]
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faults } from './faults.mjs';

/** Some faults would run for ever. */
const SECONDS = 120;
const COPIED = [
  'src',
  'test',
  'examples',
  'bench',
  'package.json',
  'tsconfig.json',
  'tsup.config.ts',
  'vitest.config.ts',
];

const tree = fileURLToPath(new URL('../..', import.meta.url));
const copies = mkdtempSync(join(tmpdir(), 'keruen-faults-'));
const running = new Set();
process.on('exit', () => rmSync(copies, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) end(child);
    process.exit(130);
  });
}

/** A test run and all that it has started. */
function end(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function copy(name) {
  const folder = join(copies, name);
  for (const part of COPIED) cpSync(join(tree, part), join(folder, part), { recursive: true, dereference: true });
  // Package by package: the tests build the worker below node_modules, and a faulty one must not land in the tree's own.
  const modules = join(tree, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const entry of readdirSync(modules))
    if (!entry.startsWith('.')) symlinkSync(join(modules, entry), join(folder, 'node_modules', entry), 'junction');
  return folder;
}

function plant(folder, { name, file, find, replace }) {
  const path = join(folder, file);
  const parts = readFileSync(path, 'utf8').split(find);
  if (parts.length !== 2)
    throw new Error(`"${name}" cannot be planted: its text stands in ${file} ${parts.length - 1} times, not once`);
  writeFileSync(path, parts.join(replace));
}

/** Runs test files in a folder; says which tests passed and which failed, and whether the time was enough. */
function runTests(folder, files) {
  const report = join(folder, 'tests.json');
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  // The quiet test looks at the built kernel, which is not copied here.
  const without = ['--exclude', 'test/kernel/quiet.test.ts'];
  const options = ['run', '--no-file-parallelism', '--reporter=json', `--outputFile=${report}`, ...without];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vitest, ...options, ...files], {
      cwd: folder,
      stdio: 'ignore',
      detached: true,
    });
    running.add(child);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end(child);
    }, SECONDS * 1000);
    child.on('close', () => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ late, ...testsIn(report) });
    });
  });
}

function testsIn(report) {
  let written;
  try {
    written = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: [], failed: [] };
  }
  const tests = written.testResults.flatMap(({ assertionResults }) => assertionResults);
  const named = (status) => tests.filter((test) => test.status === status).map(({ fullName }) => fullName);
  return { passed: named('passed'), failed: named('failed') };
}

async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { ...result, seconds: (performance.now() - began) / 1000 };
}

function commit() {
  try {
    const git = (...args) => execFileSync('git', args, { cwd: tree, encoding: 'utf8', stdio: 'pipe' }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' and changes');
  } catch {
    return 'not known';
  }
}

/** What became of a fault, as a row of the table. A test that fails in the sound tree as well has caught nothing. */
function judge(fault, sound, { failed, late, seconds }) {
  const by = failed.find((test) => fault.caughtBy.test(test) && sound.passed.includes(test));
  const why = late ? `no end within ${SECONDS} s` : `${failed.length} tests fail, none of them names it`;
  const test = by ?? `ESCAPED: ${why}`;
  return { caught: by !== undefined, cells: [fault.name, fault.file, test, seconds.toFixed(1)] };
}

function print(rows) {
  const table = [['fault', 'file', 'caught by', 'seconds'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column].length)));
  const write = (row) => console.log(`| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`);
  write(table[0]);
  write(widths.map((width) => '-'.repeat(width)));
  for (const row of rows) write(row);
}

async function main() {
  const began = performance.now();
  const wanted = faults.filter(({ name }) => name.includes(process.argv[2] ?? ''));
  if (wanted.length === 0) throw new Error(`No fault is named like "${process.argv[2]}"; see test/faults/faults.mjs.`);
  console.log(`${new Date().toISOString().slice(0, 10)}, commit ${commit()}, node ${process.version}\n`);
  // All are planted before the first test runs: code that has moved says so at once.
  const planted = wanted.map((fault, i) => {
    const folder = copy(`fault-${i}`);
    plant(folder, fault);
    return { folder, files: fault.tests };
  });
  const sound = { folder: copy('sound'), files: [...new Set(wanted.flatMap(({ tests }) => tests))] };
  const queue = [sound, ...planted];
  const results = new Map();
  const oneByOne = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { folder, files } = next;
      results.set(next, await timed(() => runTests(folder, files)));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, oneByOne));
  const base = results.get(sound);
  const rows = wanted.map((fault, i) => judge(fault, base, results.get(planted[i])));
  print(rows.map(({ cells }) => cells));
  const took = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`\nwithout a fault: ${base.passed.length} tests pass, ${base.failed.length} fail; all in ${took} s`);
  for (const test of base.failed) console.log(`fails without a fault: ${test}`);
  const passed = rows.filter(({ caught }) => caught).length;
  console.log(`${passed} passed, ${rows.length - passed} failed`);
  process.exitCode = passed === rows.length && base.failed.length === 0 ? 0 : 1;
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
