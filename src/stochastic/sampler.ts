// Sampling of distributions by inversion: one uniform number gives one value, for common random numbers across scenarios.
import type { KeyedDraws } from './keyed';
import { checkLaw } from './lawCheck';
import type { Empirical, Law } from './laws';
import { logarithm, logarithmOf1Plus, minusLog } from './logarithm';
import { normalDraw } from './normalTable';
import { PARTS_AT_1, PARTS_OF_E, power } from './power';
import type { UnitSource } from './stream';

const FIXED = 0;
const EXPONENTIAL = 1;
const TRIANGULAR = 2;
const LOGNORMAL = 3;
const BERNOULLI = 4;
const EMPIRICAL = 5;

const NONE = new Float64Array(0);
const NO_GUIDE = new Int32Array(0);

/**
 * Draws from one distribution; made by `sampler`. A draw always uses `uniforms` numbers of its stream: 0 for "fixed", 1 for
 * every other (even a constant one, such as a lognormal with sd 0), and equals `quantile` of that number.
 */
// Speed: one class with an op code, not one class per distribution, so that calls of `draw` are monomorphic.
export class Sampler {
  /** Range (`most` may be Infinity) and moments of a draw. */
  constructor(
    /** Mean of a draw. */
    readonly mean: number,
    /** Variance of a draw. */
    readonly variance: number,
    /** Minimum. */
    readonly least: number,
    /** Maximum; may be Infinity. */
    readonly most: number,
    /** Numbers of the stream per draw. */
    readonly uniforms: number,
    private readonly op: number,
    // Parameters a to d depend on the op: see `at`.
    private readonly a: number,
    private readonly b: number,
    private readonly c: number,
    private readonly d: number,
    private readonly values: Float64Array,
    private readonly upTo: Float64Array,
    private readonly guide: Int32Array,
  ) {}

  /** Next value, in the unit of the distribution. */
  draw(from: UnitSource): number {
    return this.uniforms === 0 ? this.a : this.at(from.unit());
  }

  /** Value of a box's n-th draw for a purpose; flow, box and n as in `KeyedDraws.unit`. */
  drawFor(from: KeyedDraws, flow: number, box: number, n: number): number {
    return this.uniforms === 0 ? this.a : this.at(from.unit(flow, box, n));
  }

  /**
   * Quantile of `p`. Where the distribution jumps, the upper value, so that numbers in [0, 1) give every value its exact
   * probability.
   *
   * @throws RangeError when p is not in 0…1
   */
  quantile(p: number): number {
    if (!(0 <= p && p <= 1)) throw new RangeError(`Quantile: p is ${p}; it must be a share from 0 to 1.`);
    return this.at(p);
  }

  /**
   * Value of a lognormal distribution at this number of standard deviations of its logarithm from the median; of "fixed"
   * its value.
   *
   * @throws RangeError for other distributions
   */
  atDeviation(z: number): number {
    if (this.op === LOGNORMAL) return power(this.a + this.b * z);
    if (this.op === FIXED) return this.a;
    throw new RangeError('Deviation: only the laws "lognormal" and "fixed" have one.');
  }

  /** `quantile` without a check, for numbers of a stream or of keyed draws. */
  at(p: number): number {
    switch (this.op) {
      case EXPONENTIAL: // a: mean
        // ln(1 − p), not ln p: a stream can give exactly 0, never 1.
        return this.a * minusLog(1 - p);
      case TRIANGULAR: // a: mode, b: share below it, c and d: squares of the two legs over their shares
        return p < this.b
          ? Math.min(this.a, this.least + Math.sqrt(p * this.c))
          : Math.max(this.a, this.most - Math.sqrt((1 - p) * this.d));
      case LOGNORMAL: // a and b: mean and standard deviation of the logarithm, as `power` counts
        return power(this.a + this.b * normalDraw(p));
      case BERNOULLI: // a: probability of 0
        return p >= this.a ? 1 : 0;
      case EMPIRICAL:
        return this.values[firstAbove(this.upTo, this.guide, p)];
      default: // a: the value
        return this.a;
    }
  }
}

/** First place with cumulative probability above p; the last place if none. */
// Speed: a guide table (H.-C. Chen and Y. Asau 1974) gives a start, on average one place before the result.
function firstAbove(upTo: Float64Array, guide: Int32Array, p: number): number {
  const last = upTo.length - 1;
  let i = guide[(p * (guide.length - 1)) | 0];
  while (i < last && upTo[i] <= p) i++;
  return i;
}

/** Guide table: for each of n equal parts of [0, 1), and for 1, a lower bound of the place. */
function guideOf(upTo: Float64Array): Int32Array {
  const parts = upTo.length;
  const guide = new Int32Array(parts + 1);
  for (let part = 0, i = 0; part <= parts; part++) {
    // Same product and truncation as in `firstAbove`, so that rounding cannot skip a place.
    while (i < parts - 1 && ((upTo[i] * parts) | 0) < part) i++;
    guide[part] = i;
  }
  return guide;
}

function constant(value: number, uniforms: number): Sampler {
  return new Sampler(value, 0, value, value, uniforms, FIXED, value, 0, 0, 0, NONE, NONE, NO_GUIDE);
}

function triangular(least: number, mode: number, most: number): Sampler {
  if (least === most) return constant(most, 1);
  const range = most - least;
  const up = mode - least;
  const down = most - mode;
  const mean = least + (up + range) / 3;
  const variance = (up * up + up * down + down * down) / 18;
  return new Sampler(
    mean,
    variance,
    least,
    most,
    1,
    TRIANGULAR,
    mode,
    up / range,
    range * up,
    range * down,
    NONE,
    NONE,
    NO_GUIDE,
  );
}

function lognormal(mean: number, sd: number): Sampler {
  // With sd 0 the quantile of 0 would be 0 · −Infinity.
  if (sd === 0) return constant(mean, 1);
  const variance = logarithmOf1Plus((sd / mean) * (sd / mean));
  const a = PARTS_AT_1 + (logarithm(mean) - variance / 2) * PARTS_OF_E;
  const b = Math.sqrt(variance) * PARTS_OF_E;
  return new Sampler(mean, sd * sd, 0, Infinity, 1, LOGNORMAL, a, b, 0, 0, NONE, NONE, NO_GUIDE);
}

function bernoulli(share: number): Sampler {
  // With share 0 the number 1 itself must give 0 too.
  const noughts = share === 0 ? Infinity : 1 - share;
  const least = share === 1 ? 1 : 0;
  const most = share === 0 ? 0 : 1;
  return new Sampler(share, share * (1 - share), least, most, 1, BERNOULLI, noughts, 0, 0, 0, NONE, NONE, NO_GUIDE);
}

function empirical(law: Empirical): Sampler {
  const weightOf = (i: number) => law.weights?.[i] ?? 1;
  // Values of weight 0 are omitted, or an exact 0 of the stream would draw one.
  const order = law.values
    .map((_, i) => i)
    .filter((i) => weightOf(i) > 0)
    .sort((i, j) => law.values[i] - law.values[j]);
  const values = Float64Array.from(order, (i) => law.values[i]);
  const upTo = Float64Array.from(order, weightOf);
  for (let i = 1; i < upTo.length; i++) upTo[i] += upTo[i - 1];
  const total = upTo[upTo.length - 1];
  const expect = (f: (x: number) => number) =>
    order.reduce((sum, i) => sum + f(law.values[i]) * weightOf(i), 0) / total;
  const mean = expect((x) => x);
  const variance = expect((x) => (x - mean) * (x - mean));
  for (let i = 0; i < upTo.length; i++) upTo[i] /= total;
  const most = values[values.length - 1];
  return new Sampler(mean, variance, values[0], most, 1, EMPIRICAL, 0, 0, 0, 0, values, upTo, guideOf(upTo));
}

function compile(law: Law): Sampler {
  switch (law.law) {
    case 'fixed':
      return constant(law.value, 0);
    case 'exponential':
      return new Sampler(
        law.mean,
        law.mean * law.mean,
        0,
        Infinity,
        1,
        EXPONENTIAL,
        law.mean,
        0,
        0,
        0,
        NONE,
        NONE,
        NO_GUIDE,
      );
    case 'triangular':
      return triangular(law.least, law.mode, law.most);
    case 'lognormal':
      return lognormal(law.mean, law.sd);
    case 'bernoulli':
      return bernoulli(law.share);
    case 'empirical':
      return empirical(law);
  }
}

/**
 * The sampler of a distribution, which is checked and copied: later changes to its arrays have no effect.
 *
 * @throws RangeError when the distribution is invalid
 */
export function sampler(law: Law): Sampler {
  checkLaw(law);
  const made = compile(law);
  if (!(Number.isFinite(made.mean) && Number.isFinite(made.variance))) {
    throw new RangeError(
      `A law "${law.law}" has numbers too large to compute with: ${JSON.stringify(law)}. Use a larger unit.`,
    );
  }
  return made;
}
