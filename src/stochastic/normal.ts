// Quantile function of the standard normal distribution.
import { minusLog } from './logarithm';

// Source: M. J. Wichura (1988), Algorithm AS 241: The percentage points of the normal distribution, Applied
// Statistics 37(3), 477–484, routine PPND16; relative accuracy about 1e-16. Constants rounded to doubles, which are
// written with their shortest digits; highest power first.

// |p − 0.5| ≤ 0.425, in 0.180625 − (p − 0.5)².
const CENTRE_OVER = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
] as const;
const CENTRE_UNDER = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
] as const;
// r = √(−ln of the smaller tail) ≤ 5, in r − 1.6.
const TAIL_OVER = [
  7.745450142783414e-4, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
] as const;
const TAIL_UNDER = [
  1.0507500716444169e-9, 5.475938084995345e-4, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
] as const;
// r > 5, in r − 5.
const FAR_OVER = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
] as const;
const FAR_UNDER = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 7.868691311456133e-4, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
] as const;

type Coefficients = readonly [number, number, number, number, number, number, number, number];

// Speed: unrolled; a lognormal draw would otherwise run two loops over arrays.
function polynomial(k: Coefficients, x: number): number {
  return ((((((k[0] * x + k[1]) * x + k[2]) * x + k[3]) * x + k[4]) * x + k[5]) * x + k[6]) * x + k[7];
}

/**
 * The standard normal quantile of `p`: −Infinity at 0, 0 at 0.5, Infinity at 1.
 *
 * @throws RangeError when p is not in 0…1
 */
export function normalQuantile(p: number): number {
  if (!(0 <= p && p <= 1)) throw new RangeError(`Normal quantile: p is ${p}; it must be a share from 0 to 1.`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_OVER, r)) / polynomial(CENTRE_UNDER, r);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(minusLog(tail));
  const z =
    r <= 5
      ? polynomial(TAIL_OVER, r - 1.6) / polynomial(TAIL_UNDER, r - 1.6)
      : polynomial(FAR_OVER, r - 5) / polynomial(FAR_UNDER, r - 5);
  return q < 0 ? -z : z;
}
