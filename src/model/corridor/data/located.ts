// Data common to all kinds of place.

/** Data common to all kinds of place. `at` is latitude, longitude. */
export interface Located {
  readonly title?: string;
  readonly at: readonly [number, number];
  readonly unlocode?: string;
}
