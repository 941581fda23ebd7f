// The package as a user gets it: packed, installed in an empty project, imported, required, typed, and run by npx.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'keruen-package-'));
const at = (name) => join(home, name);
const run = (command, args, cwd = home) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The tarball may not grow unnoticed: 491 kB when this line was written. */
const MOST_BYTES = 900_000;

function expectText(what, text, wanted) {
  if (!text.includes(wanted)) throw new Error(`${what}: expected "${wanted}" in\n${text}`);
  console.log(`ok: ${what}`);
}

try {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', home], root));
  const bytes = statSync(at(filename)).size;
  if (!(bytes <= MOST_BYTES)) throw new Error(`the tarball has ${bytes} bytes, allowed are ${MOST_BYTES}`);
  console.log(`ok: the tarball has ${bytes} bytes`);

  const { typescript } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies;
  writeFileSync(at('package.json'), JSON.stringify({ name: 'user', private: true, version: '1.0.0' }));
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`, `typescript@${typescript}`]);

  const program = `const result = await run(middleCorridor2024, { replications: 2, days: 30, workers: 2 });
console.log(result.schema, result.replications, typeof Simulation, typeof waitErlang, typeof estimate);`;
  writeFileSync(
    at('imported.mjs'),
    `import { middleCorridor2024, run } from 'keruen';\nimport { Simulation } from 'keruen/kernel';\nimport { waitErlang } from 'keruen/queueing';\nimport { estimate } from 'keruen/experiment';\n${program}\n`,
  );
  expectText('import', run('node', ['imported.mjs']), 'keruen/run@1 2 function function function');
  writeFileSync(
    at('required.cjs'),
    `const { middleCorridor2024, run } = require('keruen');\nconst { Simulation } = require('keruen/kernel');\nconst { waitErlang } = require('keruen/queueing');
const { estimate } = require('keruen/experiment');
(async () => {\n${program}\n})();\n`,
  );
  expectText('require', run('node', ['required.cjs']), 'keruen/run@1 2 function function function');

  writeFileSync(
    at('typed.ts'),
    `import { hours, middleCorridor2024, type RunResult, run } from 'keruen';
import { type Estimate, estimate } from 'keruen/experiment';
import { type QueueFigures, waitErlang } from 'keruen/queueing';
const slower = middleCorridor2024.with({ set: { places: { Aktau: { shunting: hours(3) } } } });
export const result: Promise<RunResult> = run(slower, { replications: 1 });
export const three: Estimate = estimate([1, 2, 4]);
export const queue: QueueFigures = waitErlang({ servers: 2, arrivalShape: 2, serviceShape: 2, utilisation: 0.5 });
// @ts-expect-error a bare number is not a duration
middleCorridor2024.with({ set: { places: { Aktau: { shunting: 3 } } } });
`,
  );
  const tsc = [
    at('node_modules/typescript/bin/tsc'),
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    'false',
    '--target',
    'es2022',
  ];
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    run('node', [...tsc, '--module', module, '--moduleResolution', resolution, 'typed.ts']);
    console.log(`ok: types, ${resolution}`);
  }

  const said = run('npx', ['keruen', 'run', 'middle-corridor-2024', '--replications', '2', '--days', '30']);
  expectText('npx keruen run', said, 'Aktau');
} finally {
  rmSync(home, { recursive: true, force: true });
}
