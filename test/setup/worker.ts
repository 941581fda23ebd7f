// Before the tests: builds the worker's file alone, since threads of Node 20 cannot start a TypeScript file.
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';

const root = new URL('../../', import.meta.url);

export default async function setup(): Promise<void> {
  await build({
    config: false,
    silent: true,
    entry: { worker: fileURLToPath(new URL('src/study/running/worker.ts', root)) },
    outDir: fileURLToPath(new URL('node_modules/.cache/keruen', root)),
    outExtension: () => ({ js: '.mjs' }),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    noExternal: ['mathjs'],
  });
}
