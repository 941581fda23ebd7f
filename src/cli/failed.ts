// Error output of a failed command: a message and an exit code.
import { Ended, exit } from './exit';
import type { Streams } from './streams';

/** Writes the reason as text and, if JSON was requested, as a list of problems. Returns the exit code. */
export async function failed(error: unknown, streams: Streams, json: string | undefined): Promise<number> {
  if (isNamed(error, 'AbortError')) {
    streams.err('Interrupted; nothing was written.\n');
    return exit.interrupted;
  }
  if (error instanceof Ended) {
    const { visible } = await import('../problem');
    streams.err(`${error.message.split('\n').map(visible).join('\n')}\n`);
    return error.code;
  }
  const { ProblemError } = await import('../problem');
  if (error instanceof ProblemError) {
    const { writeProblems } = await import('../report/problems');
    streams.err(writeProblems(error.problems));
    return refuse(error.problems, streams, json);
  }
  const what = error instanceof Error ? error.message : String(error);
  streams.err(`keruen ended early: ${what.split('\n')[0]}\n`);
  if (streams.debug === true && error instanceof Error) streams.err(`${error.stack}\n`);
  else streams.err('KERUEN_DEBUG=1 shows where it happened.\n');
  return exit.early;
}

async function refuse(problems: readonly object[], streams: Streams, json: string | undefined): Promise<number> {
  if (json === undefined) return exit.problems;
  const { giveJson } = await import('./answer');
  try {
    await giveJson(streams, json, { schema: 'keruen/problems@1', problems });
  } catch (error) {
    streams.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return exit.early;
  }
  return exit.problems;
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
