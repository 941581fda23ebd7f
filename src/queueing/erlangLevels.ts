// Matrix-geometric solution of the Ek/El/n queue: rate matrices between levels.
import { diagonal, invertM, type Matrix, multiply, pickRows, power, zeros } from './matrix';
import { type Moves, type Occupancies, occupancies } from './servicePhases';

/** An Ek/El/n queue with a mean service time of 1. */
export interface ErlangQueue {
  readonly servers: number;
  readonly utilisation: number;
  readonly arrivalShape: number;
  readonly serviceShape: number;
}

/**
 * Level of a state: number in system × k + completed phases of the next arrival. It rises by 1 and falls by k, so the
 * probabilities of a level follow from the level below: p(level) = p(level − 1) · R(level). Blocks have the size of the
 * service phases alone, not k times it.
 */
export interface ErlangLevels {
  /** R of all levels with all servers busy. */
  readonly line: Matrix;
  /** For 1 … n customers and 0 … k − 1 completed phases: from the last level of one customer less to this one. */
  readonly rise: readonly (readonly Matrix[])[];
  /** R of levels 1 … k − 1, with an empty system. */
  readonly empty: readonly number[];
}

/** Upward rate × inverse of (rates out of a level − rates of returning to it from above). */
function rising(busy: number, states: Occupancies, up: number, phases: number, above: Matrix, back: Moves): Matrix {
  const made = diagonal(states.count, up + phases * busy);
  const { at, columns } = made;
  const { from, to, rate } = states.goesOn;
  for (let e = 0; e < from.length; e++) at[from[e] * columns + to[e]] -= rate[e];
  for (let row = 0; row < columns; row++) {
    const own = row * above.columns;
    for (let e = 0; e < back.from.length; e++) {
      at[row * columns + back.to[e]] -= above.at[own + back.from[e]] * back.rate[e];
    }
  }
  invertM(made);
  for (let e = 0; e < at.length; e++) at[e] *= up;
  return made;
}

/**
 * Geometric decay rate of the level probabilities for long queues: the root below 1 of up · (1 − 1/x) = n l
 * (x^(k/l) − 1). With x = exp(−s) the difference is concave in s, so Newton's method started where it is negative
 * converges monotonically.
 *
 * Source: the characteristic equation of G/G/s with phases: D. J. Bertsimas, An analytic approach to a general class of
 * G/G/s queueing systems, Operations Research 38 (1990).
 */
export function decay({ servers, utilisation, arrivalShape, serviceShape }: ErlangQueue): number {
  const up = arrivalShape * servers * utilisation;
  const all = servers * serviceShape;
  const ratio = arrivalShape / serviceShape;
  let s = Math.log1p(all / up);
  for (;;) {
    const value = -all * Math.expm1(-s * ratio) - up * Math.expm1(s);
    const next = s - value / (all * ratio * Math.exp(-s * ratio) - up * Math.exp(s));
    if (!(next < s)) return Math.exp(-s);
    s = next;
  }
}

/** The largest change of an entry, relative to the entry. */
function change(a: Matrix, b: Matrix): number {
  let largest = 0;
  for (let e = 0; e < a.at.length; e++) {
    if (b.at[e] > 0) largest = Math.max(largest, Math.abs(a.at[e] - b.at[e]) / b.at[e]);
  }
  return largest;
}

/**
 * R of the levels with all servers busy: the minimal non-negative solution of R = up · (up − D0 − R^k D1)⁻¹, with D0 the
 * phase changes and D1 the service completions. The iteration starts at decay × identity, which has the right dominant
 * eigenvalue and left eigenvector; each step keeps them, which removes the slowest part of the convergence, the one that
 * grows with utilisation.
 *
 * Source: M. F. Neuts, Matrix-Geometric Solutions in Stochastic Models (1981), chapter 1; G. Latouche and V. Ramaswami,
 * Introduction to Matrix Analytic Methods in Stochastic Modeling (1999), chapter 8 (iteration on U).
 */
function lineMatrix(queue: ErlangQueue, busy: Occupancies, up: number): Matrix {
  const { servers, arrivalShape, serviceShape } = queue;
  let line = diagonal(busy.count, decay(queue));
  for (let step = 0, before = Number.POSITIVE_INFINITY; ; step++) {
    const above = power(line, arrivalShape);
    const next = rising(servers, busy, up, serviceShape, above, busy.endsAndTakes);
    const now = change(line, next);
    line = next;
    // Rounding changes entries by about 1e-15: stop there, or when steps no longer shrink.
    if (now < 1e-14 || (now < 1e-11 && !(now < before))) return line;
    if (!(step < 20_000 && now >= 0)) {
      throw new RangeError(
        `Wait Ek/El/n: no convergence at utilisation ${queue.utilisation}; it must be clearly below 1. ` +
          'Lower it, or use fewer servers or phases.',
      );
    }
    before = now;
  }
}

/** All levels, from long queues down to the empty system. */
export function erlangLevels(queue: ErlangQueue): ErlangLevels {
  const { servers, arrivalShape, serviceShape } = queue;
  const up = arrivalShape * servers * queue.utilisation;
  const states = occupancies(servers, serviceShape);
  const line = lineMatrix(queue, states[servers], up);
  const rise: Matrix[][] = [];
  let own: Matrix[] = Array.from({ length: arrivalShape }, () => line);
  for (let busy = servers; ; busy--) {
    if (busy === 0) return { line, rise, empty: own.slice(1).map(({ at }) => at[0]) };
    const first = pickRows(own[0], states[busy - 1].begins);
    const prefix = [first];
    for (let phase = 1; phase < arrivalShape; phase++) prefix.push(multiply(prefix[phase - 1], own[phase]));
    rise[busy] = prefix;
    own = Array.from({ length: arrivalShape }, () => zeros(0, 0));
    let rest: Matrix | undefined;
    for (let phase = arrivalShape - 1; phase >= 0; phase--) {
      const above = rest === undefined ? prefix[phase] : multiply(rest, prefix[phase]);
      own[phase] = rising(busy - 1, states[busy - 1], up, serviceShape, above, states[busy].ends);
      rest = rest === undefined ? own[phase] : multiply(own[phase], rest);
    }
  }
}
