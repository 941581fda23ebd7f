// The output streams of a command: the answer, messages, progress on a terminal.

export interface Streams {
  /** Standard output. */
  out(text: string): void;
  /** Standard error. */
  err(text: string): void;
  readonly errIsTerminal: boolean;
  /** The working directory for file names. */
  readonly folder: string;
  /** Aborts a run. Reading it installs signal handlers, so the reader must yield to the event loop. */
  readonly signal?: AbortSignal;
  /** Show the stack of an unexpected error. */
  readonly debug?: boolean;
}
