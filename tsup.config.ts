// Builds what users import and run: library and kernel in both module formats, the worker beside them, the command.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

const shared: Options = {
  target: 'node20',
  platform: 'node',
  outDir: 'dist',
  sourcemap: false,
  silent: true,
};

/** Writes the licence texts of the packages that are inside the built files, and of what mathjs and d3-array bring along. */
async function writeLicences(): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync('node_modules/mathjs/package.json', 'utf8'));
  const texts = ['mathjs', ...Object.keys(dependencies).sort(), 'zod', 'yaml', 'd3-array', 'internmap'].map((name) => {
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE.md', 'license'].find((one) =>
      existsSync(`node_modules/${name}/${one}`),
    );
    const { license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    return `${name} (${license})\n\n${file === undefined ? '' : readFileSync(`node_modules/${name}/${file}`, 'utf8')}`;
  });
  writeFileSync('dist/licences-of-bundled-packages.txt', texts.join(`\n${'-'.repeat(80)}\n\n`));
}

/** Library entries, each an entry of `exports` in package.json. */
const entries = {
  index: 'src/index.ts',
  kernel: 'src/kernel/index.ts',
  stochastic: 'src/stochastic/index.ts',
  queueing: 'src/queueing/index.ts',
  experiment: 'src/experiment/index.ts',
  model: 'src/model/index.ts',
};

/** `require()` takes ES modules from Node 20.19 on, so a CommonJS entry is one line, and there is one copy of everything. */
function writeRequireEntries(): void {
  for (const name of Object.keys(entries))
    writeFileSync(`dist/${name}.cjs`, `module.exports = require('./${name}.js');\n`);
}

export default defineConfig([
  {
    ...shared,
    // One build of all entries: they share chunks. The command loads a verb, and a file's reader, when it is asked for.
    entry: { ...entries, worker: 'src/study/running/worker.ts', cli: 'src/cli/main.ts' },
    format: ['esm'],
    splitting: true,
    // Speed: outside the bundle mathjs costs more than a second at every start, zod 0.07 s (with all its languages), yaml and
    // d3-array, of many small files each, 0.04 s.
    noExternal: ['mathjs', 'zod', 'yaml', 'd3-array'],
    // The same sources as ES modules; what `node` would get is CommonJS, which cannot be bundled into an ES module.
    esbuildOptions: (options) => {
      options.alias = { yaml: './node_modules/yaml/browser/index.js' };
    },
    onSuccess: async () => {
      await writeLicences();
      writeRequireEntries();
    },
  },
  {
    ...shared,
    entry: entries,
    format: ['esm', 'cjs'],
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
]);
