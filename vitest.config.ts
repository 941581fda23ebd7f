import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^keruen\/kernel$/, replacement: here('./src/kernel/index.ts') },
      { find: /^keruen\/stochastic$/, replacement: here('./src/stochastic/index.ts') },
      { find: /^keruen\/queueing$/, replacement: here('./src/queueing/index.ts') },
      { find: /^keruen$/, replacement: here('./src/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Worker threads need a built file: just the worker, in a moment.
    globalSetup: ['./test/setup/worker.ts'],
    // mathjs takes a second to load: once for all files, not once a file.
    isolate: false,
    // All cores: by default one is left free, and of two that is half.
    maxWorkers: '100%',
    // On a machine that does other things besides, the longest take several times their 20 s.
    testTimeout: 180_000,
  },
});
