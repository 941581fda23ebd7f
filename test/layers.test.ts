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
/**
 * The rooms of the model, from the innermost out. A kind's `spec.ts` is part of the corridor's data, its `fields.ts` and
 * `check.ts` of the schema.
 */
const roomSees: { readonly [room: string]: readonly string[] } = {
  corridor: [],
  time: ['corridor'],
  schema: ['corridor', 'time'],
  checks: ['corridor', 'time', 'schema'],
  change: ['corridor', 'time', 'schema', 'checks'],
  file: ['corridor', 'time', 'schema', 'checks', 'change'],
  preview: ['corridor', 'time'],
  run: ['corridor', 'time'],
  traffic: ['corridor', 'time', 'run'],
  parts: ['corridor', 'time', 'run'],
  places: ['corridor', 'time', 'schema', 'preview', 'run', 'traffic', 'parts'],
  // compile.ts, replicate.ts and index.ts know them all.
  top: ['corridor', 'time', 'schema', 'checks', 'change', 'file', 'preview', 'run', 'traffic', 'parts', 'places'],
};
/** The rooms of `corridor`, from the innermost out; `corridor.ts` and `phases.ts` are its top. */
const corridorSees: { readonly [room: string]: readonly string[] } = {
  data: [],
  top: ['data'],
  tree: ['data', 'top'],
  measures: ['data', 'top', 'tree'],
  figures: ['data', 'top', 'tree', 'measures'],
  routes: ['data', 'top', 'tree', 'measures', 'figures'],
  capacity: ['data', 'top', 'tree', 'measures', 'figures', 'routes'],
};
/** What other layers the rooms may see; the others see only units and problems. */
const outside: { readonly [room: string]: readonly string[] } = {
  preview: ['queueing', 'stochastic'],
  run: ['kernel', 'stochastic'],
  traffic: ['kernel', 'stochastic'],
  parts: ['kernel', 'stochastic'],
  places: ['kernel', 'stochastic', 'queueing'],
  schema: ['stochastic'],
  checks: ['stochastic'],
  corridor: ['stochastic'],
  top: ['kernel', 'stochastic'],
};
function roomOf(file: string): string {
  const path = relative(join(src, 'model'), file).replace(/\.ts$/, '');
  if (/^places\/.*\/spec$/.test(path)) return 'corridor';
  if (/^places\/.*\/(?:fields|check)$/.test(path)) return 'schema';
  return path.includes('/') ? path.split('/')[0] : roomSees[path] === undefined ? 'top' : path;
}

/** The paths that a file imports; type-only imports count. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)]
    .map(([, path]) => path)
    .filter((path) => !path.endsWith('.json'));

it('the rooms of the model see only what lies further in, in types too', () => {
  const model = join(src, 'model');
  const files = readdirSync(model, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const rooms = new Set<string>();
  const breaches = files.flatMap((name) => {
    const file = join(model, name);
    const own = roomOf(file);
    rooms.add(own);
    return importsOf(file).flatMap((path) => {
      const seen = join(dirname(file), path);
      const layer = layerOf(seen);
      if (layer !== 'model')
        return ['units', 'problem', ...(outside[own] ?? [])].includes(layer) ? [] : [`${name} sees ${layer}`];
      const room = roomOf(seen);
      return room === own || roomSees[own].includes(room) ? [] : [`${name} (${own}) sees ${path} (${room})`];
    });
  });
  expect([...rooms].sort()).toEqual(Object.keys(roomSees).sort());
  expect(breaches).toEqual([]);
});

it('the rooms of the corridor see only what lies further in', () => {
  const corridor = join(src, 'model/corridor');
  const inRoom = (file: string) =>
    relative(corridor, file).includes('/') ? relative(corridor, file).split('/')[0] : 'top';
  const files = readdirSync(corridor, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const breaches = files.flatMap((name) => {
    const own = inRoom(join(corridor, name));
    return importsOf(join(corridor, name))
      .map((path) => join(corridor, dirname(name), path))
      .filter((seen) => seen.startsWith(corridor) && inRoom(seen) !== own && !corridorSees[own].includes(inRoom(seen)))
      .map((seen) => `${name} sees ${relative(corridor, seen)}`);
  });
  expect([...new Set(files.map((name) => inRoom(join(corridor, name))))].sort()).toEqual(
    Object.keys(corridorSees).sort(),
  );
  expect(breaches).toEqual([]);
});

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
