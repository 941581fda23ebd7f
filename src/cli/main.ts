#!/usr/bin/env node
// The command `keruen`: arguments in, words and an exit code out; everything else is in keruen.ts.
import { exit } from './exit';
import { main } from './keruen';

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupt.abort());
}

// Whoever reads has seen enough, as in `keruen show … | head`: that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exit.done : exit.early);
  });
}

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  errIsTerminal: process.stderr.isTTY === true,
  folder: process.cwd(),
  signal: interrupt.signal,
  debug: process.env.KERUEN_DEBUG === '1',
});
