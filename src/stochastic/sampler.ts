// A sampler turns a law into numbers: one uniform in, the law's quantile out, so luck can be compared between scenarios.
import { checkLaw } from './lawCheck';
import type { Empirical, Law } from './laws';
import { normalQuantile } from './normal';
import type { UnitSource } from './stream';

const FIXED = 0;
const EXPONENTIAL = 1;
const TRIANGULAR = 2;
const LOGNORMAL = 3;
const BERNOULLI = 4;
const EMPIRICAL = 5;

const NONE = new Float64Array(0);

/**
 * Draws from one law; made by `sampler`. A draw uses `uniforms` numbers of its stream, always: 0 for the law "fixed",
 * 1 for every other (also one that cannot vary, such as a lognormal with sd 0), and it is `quantile` of that number.
 */
// Speed: one class with an op code instead of a class a law, so that every call of `draw` sees the same shape.
export class Sampler {
  /** Mean of a draw, in the law's unit. */
  readonly mean: number;
  /** Variance of a draw, in the law's unit squared. */
  readonly variance: number;
  /** No draw is below this. */
  readonly least: number;
  /** No draw is above this; Infinity when the law has no upper end. */
  readonly most: number;
  /** How many numbers of the stream a draw uses. */
  readonly uniforms: number;
  private readonly op: number;
  // What a, b and c mean depends on the op; see `quantile`.
  private readonly a: number;
  private readonly b: number;
  private readonly c: number;
  private readonly values: Float64Array;
  private readonly upTo: Float64Array;

  constructor(parts: SamplerParts) {
    this.mean = parts.mean;
    this.variance = parts.variance;
    this.least = parts.least;
    this.most = parts.most;
    this.uniforms = parts.uniforms;
    this.op = parts.op;
    this.a = parts.a;
    this.b = parts.b;
    this.c = parts.c;
    this.values = parts.values;
    this.upTo = parts.upTo;
  }

  /** The next value, in the law's unit. */
  draw(from: UnitSource): number {
    return this.uniforms === 0 ? this.a : this.at(from.unit());
  }

  /**
   * The value below which the share `p` of all draws lies. Where the law jumps, the upper of the two values, so that
   * numbers in [0, 1) give every value exactly its share.
   *
   * @throws RangeError when p is not in 0…1
   */
  quantile(p: number): number {
    if (!(0 <= p && p <= 1)) throw new RangeError(`Quantile: p is ${p}; it must be a share from 0 to 1.`);
    return this.at(p);
  }

  private at(p: number): number {
    switch (this.op) {
      case EXPONENTIAL: // a mean
        // ln(1 − p), not ln p: a stream can give exactly 0, never 1.
        return -this.a * Math.log1p(-p);
      case TRIANGULAR: // a least·, b share below the mode, c most
        return p < this.b
          ? this.least + (this.a - this.least) * Math.sqrt(p / this.b)
          : this.most - (this.most - this.a) * Math.sqrt((1 - p) / (1 - this.b));
      case LOGNORMAL: // a mean and b standard deviation of the logarithm
        return Math.exp(this.a + this.b * normalQuantile(p));
      case BERNOULLI: // a the share of noughts; above 1 if there is nothing else
        return p >= this.a ? 1 : 0;
      case EMPIRICAL:
        return this.values[firstAbove(this.upTo, p)];
      default:
        return this.a;
    }
  }
}
