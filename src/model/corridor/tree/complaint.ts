// A problem in the data of a corridor, at its path.
/** A violated relation in the data, at a path below the place. */
export interface Complaint {
  /** The keys of the entry, below the place. */
  readonly path: readonly (string | number)[];
  /** The value found. */
  readonly got: unknown;
  /** The allowed values, in words. */
  readonly allowed: string;
  /** The message: the problem, and what to do. */
  readonly say: string;
  /** A count or rate of 0 closes something: allowed if it is above 0 on other days of the run. */
  readonly closes?: true;
}
