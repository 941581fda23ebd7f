// What each system needs to run: a compiler, an interpreter, a package; or the one line that says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PARTS } from './parts.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const runs = (command, words) => spawnSync(command, words, { stdio: 'ignore' }).status === 0;

function compiled(folder) {
  const program = join(folder, 'limit');
  const words = ['-O3', '-march=native', '-std=c++20', '-o', program, path('limit/serve.cpp')];
  const { error, status, stderr } = spawnSync('g++', words, { encoding: 'utf8' });
  if (error !== undefined) return { missing: 'skipped: there is no g++; install a C++20 compiler (Debian: g++)' };
  if (status !== 0) throw new Error(`g++ refuses bench/limit/serve.cpp:\n${stderr}`);
  return { command: program, words: [] };
}

function python() {
  // Debian's own Python sees Debian's packages; another one may come first on the path.
  const command = ['python3', '/usr/bin/python3'].find((one) => runs(one, ['-c', 'import simpy']));
  if (command === undefined) return { missing: 'skipped: Python finds no simpy; install it (Debian: python3-simpy3)' };
  return { command, words: [path('limit/serve.py')] };
}

function node(dist, flags = []) {
  return { command: process.execPath, words: [...flags, path('program.mjs'), dist] };
}

function peer(name, dist, install) {
  try {
    createRequire(import.meta.url).resolve(name);
  } catch {
    return { missing: `skipped: the package ${name} is not installed; ${install}` };
  }
  return node(dist);
}

function entry(name, dist) {
  if (existsSync(join(dist, `${name}.js`))) return node(dist);
  return { missing: `skipped: there is no dist/${name}.js; npm run build makes it` };
}

const ON_NPM = 'npm ci installs it';

const NEEDS = {
  cpp: (_dist, folder) => compiled(folder),
  simpy: python,
  memory: (dist) => node(dist, ['--expose-gc']),
  stochastic: (dist) => entry('stochastic', dist),
  model: (dist) => entry('model', dist),
  flatqueue: (dist) => peer('flatqueue', dist, ON_NPM),
  simjs: (dist) => peer('simjs', dist, ON_NPM),
  simscript: (dist) => peer('simscript', dist, ON_NPM),
  'discrete-sim': (dist) => peer('discrete-sim', dist, 'npm install --no-save discrete-sim@0.1.8'),
};

function needOf({ model, system }) {
  if (system.startsWith('cpp/')) return 'cpp';
  if (system.startsWith('simpy')) return 'simpy';
  if (PARTS[model] !== undefined) return PARTS[model].needs[0];
  if (system === 'keruen+draws') return 'stochastic';
  if (system === 'keruen/model' && model === 'corridor') return 'model';
  return model === 'memory' ? model : system;
}

/** Finds what rows need, each thing once: returns a function from row to `{ command, words }` or `{ missing }`. */
export function finder(dist, folder) {
  const found = new Map();
  return (row) => {
    const need = needOf(row);
    if (!found.has(need)) found.set(need, NEEDS[need]?.(dist, folder) ?? node(dist));
    return found.get(need);
  };
}

/** What a row's process calls its system: limit.cpp and limit.py have words of their own. */
export function wordOf(system) {
  if (system.startsWith('cpp/')) return system.slice('cpp/'.length);
  return { simpy: 'processes', 'simpy/callbacks': 'callbacks' }[system] ?? system;
}
