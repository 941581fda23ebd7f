// What is wrong in the data of a corridor, in words, at its path.
/** A relation in the data that does not hold, said of a path below the place. */
export interface Complaint {
  readonly path: readonly (string | number)[];
  readonly got: unknown;
  readonly allowed: string;
  readonly say: string;
  /** A count or rate of 0 closes something: where it is above 0 on other days of the run, that is no fault. */
  readonly closes?: true;
}
