#!/usr/bin/env node
// The command `keruen`: arguments in, words and an exit code out; everything else is in keruen.ts.
import { reasonOf } from '../scenarios/reason';
import { exit } from './exit';
import { main } from './keruen';

// A signal is heard from when a run asks for it, since a run lets signals have their turn; whatever else a command does, it does
// in one stretch that would be deaf to them, and there a signal ends the process at once, as it does the second time.
const interrupt = new AbortController();
let listens = false;
function listening(): AbortSignal {
  if (!listens) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());
  listens = true;
  return interrupt.signal;
}

// Whoever reads has seen enough, as in `keruen show … | head`: that is no fault. Whatever else was asked is still done.
let fault: number | undefined;
function fail(name: string, error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || fault !== undefined) return;
  fault = exit.early;
  process.exitCode = fault;
  if (name !== 'Standard error') process.stderr.write(`${name} cannot be written: ${reasonOf(error, 'written')}.\n`);
}
process.stdout.on('error', (error) => fail('Standard output', error));
process.stderr.on('error', (error) => fail('Standard error', error));

const code = await main(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  errIsTerminal: process.stderr.isTTY === true,
  folder: process.cwd(),
  get signal() {
    return listening();
  },
  debug: process.env.KERUEN_DEBUG === '1',
});
process.exitCode = fault ?? code;
