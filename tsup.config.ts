// Builds what users import and run: library and kernel in both module formats, the worker beside them, the command.
import { defineConfig, type Options } from 'tsup';

const shared: Options = {
  target: 'node20',
  platform: 'node',
  outDir: 'dist',
  splitting: false,
  shims: true,
  sourcemap: false,
  treeshake: true,
};

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts', kernel: 'src/kernel/index.ts' },
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    // mathjs outside the bundle costs more than a second at every start.
    noExternal: ['mathjs'],
  },
  { ...shared, entry: { worker: 'src/study/worker.ts' }, format: ['esm', 'cjs'], noExternal: ['mathjs'] },
  // The command loads a verb when it is asked for; without splitting, whatever is loaded late is never shaken.
  { ...shared, entry: { cli: 'src/cli/main.ts' }, format: ['esm'], noExternal: ['mathjs'], splitting: true },
]);
