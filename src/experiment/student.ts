// Student's t: how wide an interval must be when the spread itself is known from a few replications only.
import { normalQuantile } from '../stochastic';

/**
 * Γ(x + ½) / Γ(x) for x > 0, to about 14 digits.
 *
 * Source: F. G. Tricomi and A. Erdélyi (1951), The asymptotic expansion of a ratio of gamma functions, Pacific J. Math.
 * 1, 133–142, in its logarithmic form; the first term left out is below 5e-17 from x = 32 on. Below that, one step up
 * at a time: Γ(x + ½) / Γ(x) = x / (x + ½) · Γ(x + 1 + ½) / Γ(x + 1).
 */
function gammaHalfStep(x: number): number {
  let factor = 1;
  let at = x;
  for (; at < 32; at++) factor *= at / (at + 0.5);
  const r = 1 / (at * at);
  const series = (-1 / 8 + r * (1 / 192 + r * (-1 / 640 + (r * 17) / 14336))) / at;
  return factor * Math.sqrt(at) * Math.exp(series);
}

/**
 * The continued fraction of the incomplete beta function, good for x < (a + 1) / (a + b + 2).
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22; evaluated by W. J. Lentz (1976), Generating Bessel
 * functions in Mie scattering calculations using continued fractions, Applied Optics 15, 668–671.
 */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 4e-16) return value;
  }
}

/**
 * The value below which Student's t lies with the chance `p`; exact to 13 digits (11 at a million degrees of freedom).
 *
 * @param p a chance, with 1e-100 or more on either side
 * @param degreesOfFreedom 1 or more; for an interval over n replications, n − 1
 * @throws RangeError when p or degreesOfFreedom is out of range
 * Source: the tail is half the regularised incomplete beta function I_x(ν/2, ½) at x = ν/(ν + t²): NIST Digital Library
 * of Mathematical Functions, 8.17.
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  if (!(1e-100 <= p && p < 1)) {
    throw new RangeError(`Student's t: p is ${p}; it must be a chance above 0 (1e-100 or more) and below 1.`);
  }
  if (!(1 <= degreesOfFreedom && degreesOfFreedom < Infinity)) {
    throw new RangeError(`Student's t: degrees of freedom are ${degreesOfFreedom}; there must be 1 or more.`);
  }
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const distance = tailQuantile(tail, degreesOfFreedom);
  return p < 0.5 ? -distance : distance;
}

/** The t > 0 above which the chance `tail` < ½ lies. */
function tailQuantile(tail: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom / 2;
  const peak = gammaHalfStep(a) / Math.sqrt(Math.PI * degreesOfFreedom);
  // The tail is convex and the normal quantile too near, so Newton's steps only go up until rounding stops them.
  let t = -normalQuantile(tail);
  for (;;) {
    const square = t * t;
    const density = peak * Math.exp(-(a + 0.5) * Math.log1p(square / degreesOfFreedom));
    const x = 1 / (1 + square / degreesOfFreedom);
    const y = square / (degreesOfFreedom + square);
    // t · density is x^a · y^½ / B(a, ½).
    const above =
      x < (a + 1) / (a + 2.5)
        ? (t * density * betaFraction(a, 0.5, x)) / (2 * a)
        : 0.5 - t * density * betaFraction(0.5, a, y);
    const step = (above - tail) / density;
    t += step;
    if (!(step > 1e-14 * t)) return t;
  }
}
