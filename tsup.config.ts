// Builds what users import and run: library and kernel in both module formats, the worker beside them, the command.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

const shared: Options = {
  target: 'node20',
  platform: 'node',
  outDir: 'dist',
  splitting: false,
  shims: true,
  sourcemap: false,
  silent: true,
};

/** Writes the licence texts of mathjs and of what it brings along, since they are inside the built files. */
async function writeLicences(): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync('node_modules/mathjs/package.json', 'utf8'));
  const texts = ['mathjs', ...Object.keys(dependencies).sort()].map((name) => {
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE.md', 'license'].find((one) =>
      existsSync(`node_modules/${name}/${one}`),
    );
    const { license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    return `${name} (${license})\n\n${file === undefined ? '' : readFileSync(`node_modules/${name}/${file}`, 'utf8')}`;
  });
  writeFileSync('dist/licences-of-bundled-packages.txt', texts.join(`\n${'-'.repeat(80)}\n\n`));
}

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      kernel: 'src/kernel/index.ts',
      stochastic: 'src/stochastic/index.ts',
      queueing: 'src/queueing/index.ts',
      model: 'src/model/index.ts',
    },
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    // mathjs outside the bundle costs more than a second at every start.
    noExternal: ['mathjs'],
    onSuccess: writeLicences,
  },
  { ...shared, entry: { worker: 'src/study/worker.ts' }, format: ['esm', 'cjs'], noExternal: ['mathjs'] },
  // The command loads a verb when it is asked for; without splitting, whatever is loaded late is never shaken.
  { ...shared, entry: { cli: 'src/cli/main.ts' }, format: ['esm'], noExternal: ['mathjs'], splitting: true },
]);
