// The layers of the library see only what lies below them: arrows run one way.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const shared = ['units', 'problem'];
const sees: { readonly [layer: string]: readonly string[] } = {
  kernel: [],
  stochastic: [],
  queueing: [],
  units: [],
  problem: [],
  model: ['kernel', 'stochastic', 'queueing', ...shared],
  scenarios: ['model', ...shared],
  experiment: ['stochastic'],
  study: ['model', 'scenarios', 'experiment', ...shared],
  report: ['model', 'experiment', 'study', ...shared],
  cli: ['kernel', 'stochastic', 'model', 'scenarios', 'experiment', 'study', 'report', ...shared],
  index: ['model', 'scenarios', 'study', 'report', 'kernel', 'stochastic', 'experiment', ...shared],
};
/** The layer of a file: its folder below src, or one of the few files that stand there. */
const layerOf = (file: string) => {
  const [first] = relative(src, file).split('/');
  const name = first.replace(/\.ts$/, '');
  return name.startsWith('unit') ? 'units' : name;
};

it('imports run from the outer layers to the inner ones, never back', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const breaches = files.flatMap((name) => {
    const file = join(src, name);
    const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, path]) => path);
    const own = layerOf(file);
    const seen = imports.filter((path) => !path.endsWith('.json')).map((path) => layerOf(join(dirname(file), path)));
    return seen.filter((layer) => layer !== own && !sees[own]?.includes(layer)).map((layer) => `${name} sees ${layer}`);
  });
  expect(files.length).toBeGreaterThan(50);
  expect(breaches).toEqual([]);
});
