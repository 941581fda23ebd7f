// How a command ends: the exit codes that scripts rely on, and the errors that lead to them.

export const exit = {
  done: 0,
  /** The scenario or an input has problems. */
  problems: 1,
  /** The command was written wrongly. */
  usage: 2,
  /** It ended before its end: a deadlock, a limit, a file that cannot be written. */
  early: 3,
  interrupted: 130,
} as const;

/** A sentence for people and the code to end with. */
export class Ended extends Error {
  constructor(
    readonly code: number,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'Ended';
  }
}
