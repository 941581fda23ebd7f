// How far counts may lie from what theory expects before a test says so.

/**
 * The value that χ² with `freedom` degrees of freedom passes with the chance that a normal value passes z.
 *
 * Source: E. B. Wilson, M. M. Hilferty (1931), The distribution of chi-square, PNAS 17(12), 684–688; from 50 degrees of
 * freedom on the chance is right within a tenth of itself at z = ±4.265.
 */
export function chiSquareLimit(freedom: number, z: number): number {
  const v = 2 / (9 * freedom);
  return freedom * (1 - v + z * Math.sqrt(v)) ** 3;
}

/** χ² of counts that should be `expected`. */
export function chiSquare(counts: ArrayLike<number>, expected: (cell: number) => number): number {
  let sum = 0;
  for (let cell = 0; cell < counts.length; cell++) sum += (counts[cell] - expected(cell)) ** 2 / expected(cell);
  return sum;
}
