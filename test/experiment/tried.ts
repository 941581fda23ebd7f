// Other ways to find a root under noise, as they were tried beside `findRoot`: the table in src/experiment/README.md.
import { quantileEstimate } from '../../src/experiment';
import { nowhereFalling } from '../../src/experiment/crossing';
import { stream } from '../../src/stochastic';
import type { Problem } from './problems';

/** An interval, and the trials it took. */
export interface Tried {
  readonly low: number;
  readonly high: number;
  readonly trials: number;
}

const INPUTS = 400;

/**
 * Probabilistic bisection: a density of where the root is, cut at its median; four replications vote there by their mean, and are
 * taken to be right seven times of ten.
 * Source: R. Waeber, P. I. Frazier and S. G. Henderson (2013), Bisection search with noisy responses, SIAM Journal on Control and
 * Optimization 51, 2261–2279.
 */
export function stochasticBisection({ low, high, limit, response }: Problem, repeat: number, budget: number): Tried {
  const at = (i: number) => low + ((i + 0.5) * (high - low)) / INPUTS;
  let density: number[] = Array(INPUTS).fill(1 / INPUTS);
  const quantile = (p: number) => {
    let sum = 0;
    return density.findIndex((part) => {
      sum += part;
      return sum >= p;
    });
  };
  let trials = 0;
  for (; trials + 4 <= budget; trials += 4) {
    const median = quantile(0.5);
    let sum = 0;
    for (let r = 0; r < 4; r++) sum += response(repeat, at(median), trials + r) ?? Number.POSITIVE_INFINITY;
    const broken = sum / 4 > limit;
    density = density.map((part, i) => part * (i <= median === broken ? 0.7 : 0.3));
    const total = density.reduce((all, part) => all + part, 0);
    density = density.map((part) => part / total);
  }
  return { low: at(quantile(0.025)), high: at(quantile(0.975)), trials };
}

/**
 * A curve that falls nowhere through the means at eight inputs, all under the same luck; its root, and the percentiles of the roots
 * of 199 samples of the replications with replacement. The inputs are spread over a fifth of the range around the root: a gift.
 */
export function monotoneFit({ low, high, limit, root, response }: Problem, repeat: number, budget: number): Tried {
  const inputs = Array.from(
    { length: 8 },
    (_, i) => root + ((i - 3.5) / 8) * 0.2 * Math.min(root - low, high - root) * 2,
  );
  const n = Math.floor(budget / inputs.length);
  const values = inputs.map((x) =>
    Array.from({ length: n }, (_, r) => response(repeat, x, r) ?? Number.POSITIVE_INFINITY),
  );
  const rootOf = (chosen: readonly number[]) => {
    const means = values.map((row) => chosen.reduce((sum, r) => sum + row[r], 0) / n);
    const curve = nowhereFalling(means.map((mean) => Math.min(mean, 1e9) - limit));
    const after = curve.findIndex((excess) => excess > 0);
    if (after <= 0) return inputs[after < 0 ? inputs.length - 1 : 0];
    const [a, b] = [curve[after - 1], curve[after]];
    return inputs[after - 1] + ((inputs[after] - inputs[after - 1]) * -a) / (b - a);
  };
  const luck = stream(`repeat ${repeat}`, 0, 'bootstrap');
  const roots = Array.from({ length: 199 }, () => rootOf(Array.from({ length: n }, () => Math.floor(luck.unit() * n))));
  const sorted = roots.sort((a, b) => a - b);
  return { low: sorted[4], high: sorted[194], trials: n * inputs.length };
}

/** Each replication has a root of its own, found by bisection; the interval of their median. Right only where mean is median. */
export function rootsOfReplications({ low, high, limit, response }: Problem, repeat: number, budget: number): Tried {
  const steps = 8;
  const n = Math.floor(budget / steps);
  const roots = Array.from({ length: n }, (_, replication) => {
    let [a, b] = [low, high];
    for (let step = 0; step < steps; step++) {
      const middle = (a + b) / 2;
      if ((response(repeat, middle, replication) ?? Number.POSITIVE_INFINITY) > limit) b = middle;
      else a = middle;
    }
    return (a + b) / 2;
  });
  const of = quantileEstimate(roots, 0.5);
  return { low: of.low ?? low, high: of.high ?? high, trials: n * steps };
}
