// Runs the benchmarks on the built files and prints one table: node bench/run.mjs [--quick] [--dist <folder>]
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import hold from './hold.mjs';
import mm1 from './mm1.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, dist: { type: 'string', default: resolve(here, '../dist') } },
});

const load = (file) => import(pathToFileURL(resolve(values.dist, file)).href);

function commit() {
  try {
    const git = (...args) => execFileSync('git', args, { cwd: here, encoding: 'utf8', stdio: 'pipe' }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' and changes');
  } catch {
    return 'not known';
  }
}

/** Other systems are compared with the first row of the same model and size. */
function print(rows) {
  const firsts = new Map();
  const lines = rows.map((row) => {
    const key = `${row.model} ${row.size}`;
    if (!firsts.has(key)) firsts.set(key, row);
    const ratio = row.median / firsts.get(key).median;
    const numbers = [row.median, row.min].map((x) => x.toFixed(x < 1000 ? 1 : 0));
    return [
      row.model,
      String(row.size),
      row.system,
      ...numbers,
      row.unit,
      `${ratio.toFixed(2)}x`,
      row.rounds,
      row.check,
    ];
  });
  const table = [['model', 'size', 'system', 'median', 'min', 'unit', 'ratio', 'rounds', 'sink'], ...lines].map(
    (line) => line.map(String),
  );
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
  const numeric = new Set([1, 3, 4, 6, 7]);
  for (const line of table) {
    const cells = line.map((cell, i) => (numeric.has(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i])));
    console.log(cells.join('  ').trimEnd());
  }
}

const processors = cpus();
console.log(`machine  ${processors[0]?.model ?? 'not known'}, ${processors.length} cores`);
console.log(`node     ${process.version} on ${process.platform} ${process.arch}`);
console.log(`commit   ${commit()}`);
console.log(`rounds   ${values.quick ? 'quick: too few to compare speeds by' : 'full'}\n`);

const kernelFile = existsSync(resolve(values.dist, 'kernel.js')) ? 'kernel.js' : 'index.js';
if (!existsSync(resolve(values.dist, kernelFile))) {
  console.error(
    `No built kernel (kernel.js) in ${values.dist}: run \`npm run build\` first, or name its folder with --dist.`,
  );
  process.exit(1);
}
const kernel = await load(kernelFile);
const rows = [...hold(kernel, values), ...mm1(kernel, values)];
if (
  kernelFile === 'kernel.js' &&
  existsSync(resolve(here, 'corridor.mjs')) &&
  existsSync(resolve(values.dist, 'index.js'))
) {
  const { default: corridor } = await import('./corridor.mjs');
  rows.push(...(await corridor(await load('index.js'), kernel, values)));
}
print(rows);
