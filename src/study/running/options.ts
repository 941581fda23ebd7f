// What may be asked of a run, checked at the door: how many replications, how precise, how long, on how many threads.

/** What may be asked of a run: how many replications, how precise, how long, on how many threads. */
export interface StudyOptions {
  /** Any text. Default `keruen`. */
  readonly seed?: string;
  /** How many to run; with `precision`, how many to begin with. Default 10. */
  readonly replications?: number;
  /** Largest half-width of the headline measures as a share of their estimates, as 0.05. Without it, `replications` are run. */
  readonly precision?: number;
  /** With `precision`: run no more than so many. Default 100. */
  readonly maxReplications?: number;
  /** Length of the window in days. Default: one calendar year. */
  readonly days?: number;
  /** Threads. Default: as many as the machine can run at once; 1 is this thread. The answers do not depend on it. */
  readonly workers?: number;
  /** Called when a replication has ended: how many have, of how many planned so far. */
  readonly onProgress?: (done: number, planned: number) => void;
  /** Ends the run in its middle: the promise rejects with an AbortError. */
  readonly signal?: AbortSignal;
}

/** The options with their defaults. Throws a RangeError with a sentence when one is out of range. */
export function withDefaults(options: Omit<StudyOptions, 'onProgress'>) {
  const { seed = 'keruen', replications = 10, maxReplications = 100, precision, days, workers } = options;
  const whole = { replications, maxReplications, days: days ?? 1, workers: workers ?? 1 };
  for (const [name, value] of Object.entries(whole)) {
    if (!(Number.isSafeInteger(value) && value >= 1))
      throw new RangeError(`A run was asked for with ${name} ${value}; it must be a whole number from 1.`);
  }
  if (precision !== undefined && !(0 < precision && precision < 1))
    throw new RangeError(`A run was asked for with precision ${precision}; write 5 % as 0.05, above 0 and below 1.`);
  /** How many may be run in all. */
  const most = precision === undefined ? replications : Math.max(replications, maxReplications);
  return { seed, replications, precision, most, days, workers };
}
