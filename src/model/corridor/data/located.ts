// What every kind of place may say of itself.

/** What every kind of place may say of itself. `at` is latitude, longitude. */
export interface Located {
  readonly title?: string;
  readonly at: readonly [number, number];
  readonly unlocode?: string;
}
