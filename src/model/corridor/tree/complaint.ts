// What is wrong in the data of a corridor, in words, at its path.
/** A relation in the data that does not hold, said of a path below the place. */
export interface Complaint {
  /** The keys that lead to the entry, below the place. */
  readonly path: readonly (string | number)[];
  /** What stands there. */
  readonly got: unknown;
  /** What may stand there, in words. */
  readonly allowed: string;
  /** The sentence: what is wrong, and what to do. */
  readonly say: string;
  /** A count or rate of 0 closes something: where it is above 0 on other days of the run, that is no fault. */
  readonly closes?: true;
}
