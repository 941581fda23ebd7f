#!/usr/bin/env node
// The executable `keruen`: passes arguments, writes text, sets the exit code; everything else is in keruen.ts.
import { reasonOf } from '../scenarios/reason';
import { exit } from './exit';
import { main } from './keruen';

// Signals are handled only after a run asks for them, since a run yields to the event loop. Other commands block it, so a signal
// ends the process at once there, as does a second signal.
const interrupt = new AbortController();
let listens = false;
function listening(): AbortSignal {
  if (!listens) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());
  listens = true;
  return interrupt.signal;
}

// A closed pipe, as in `keruen show … | head`, is no error. Other requested output is still written.
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
