// Exit codes, on which scripts rely, and the error that carries one.

export const exit = {
  done: 0,
  /** The scenario or an input has problems. */
  problems: 1,
  /** The command line is invalid. */
  usage: 2,
  /** It ended early: a deadlock, a limit, a file that cannot be written. */
  early: 3,
  interrupted: 130,
} as const;

/** A message and the exit code. */
export class Ended extends Error {
  constructor(
    readonly code: number,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'Ended';
  }
}
