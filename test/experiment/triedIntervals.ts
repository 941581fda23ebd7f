// Other intervals of a mean, as they were tried beside `estimate`: the table in src/experiment/README.md.
import { estimate, studentQuantile } from '../../src/experiment';
import { momentsOf } from '../../src/experiment/interval';
import { stream } from '../../src/stochastic';

export type Interval = (values: readonly number[], repeat: number) => readonly [low: number, high: number];

const tOf = (n: number) => studentQuantile(0.975, n - 1);

const student: Interval = (values) => {
  const { n, mean, error } = momentsOf(values);
  return [mean - tOf(n) * error, mean + tOf(n) * error];
};

/** The whole interval moved by the skewness: Johnson (1978), from his modified t without its quadratic term. */
const johnson: Interval = (values) => {
  const { n, error, skewness } = momentsOf(values);
  const move = (skewness * error) / (6 * Math.sqrt(n));
  const [low, high] = student(values, 0);
  return [low + move, high + move];
};

/** R. Willink (2005), A confidence interval and test for the mean of an asymmetric distribution, Commun. Stat. Theory 34, 753–766. */
const willink: Interval = (values) => {
  const { n, mean, error, skewness } = momentsOf(values);
  const a = skewness / (6 * Math.sqrt(n));
  const g = (r: number) => (Math.abs(a) < 1e-9 ? r : (Math.cbrt(1 + 6 * a * (r - a)) - 1) / (2 * a));
  return [mean - g(tOf(n)) * error, mean - g(-tOf(n)) * error];
};

/** B. Efron (1981), with 399 samples. Those of which all values are the same are left out. */
const bootstrapT: Interval = (values, repeat) => {
  const { n, mean, error } = momentsOf(values);
  const luck = stream(`repeat ${repeat}`, 0, 'bootstrap-t');
  const ts: number[] = [];
  for (let sample = 0; sample < 399; sample++) {
    const drawn = momentsOf(Array.from({ length: n }, () => values[Math.floor(luck.unit() * n)]));
    if (drawn.error > 0) ts.push((drawn.mean - mean) / drawn.error);
  }
  ts.sort((a, b) => a - b);
  const at = (p: number) => ts[Math.round(p * (ts.length + 1)) - 1];
  return [mean - at(0.975) * error, mean - at(0.025) * error];
};

const longer: Interval = (values) => {
  const { low, high } = estimate(values);
  return [low ?? Number.NaN, high ?? Number.NaN];
};

export const intervals: { readonly [name: string]: Interval } = {
  Student: student,
  "Johnson's shift": johnson,
  "Willink's": willink,
  'bootstrap-t': bootstrapT,
  'longer on the side of the tail (`estimate`)': longer,
};
