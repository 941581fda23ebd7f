// Where a command's words go: the answer, and what is said beside it; what a terminal shows while it waits.

export interface Streams {
  /** Standard output. */
  out(text: string): void;
  /** Standard error. */
  err(text: string): void;
  readonly errIsTerminal: boolean;
  /** Files are named from here. */
  readonly folder: string;
  /** Ends a run in its middle. Reading it means to listen: whoever does lets signals have their turn. */
  readonly signal?: AbortSignal;
  /** Show the stack of an unexpected error. */
  readonly debug?: boolean;
}
