// Alternatives beside a base under the same luck: paired differences, simultaneous intervals, and which is best.
import { deviation } from 'd3-array';
import { estimate } from './estimate';
import { firstThat, type Moments, momentsOf, reach } from './interval';

/** An alternative less the base, under the same luck, with an interval that holds for all alternatives at once. */
export interface Difference {
  /** Mean of alternative − base over the pairs; 0 where nothing was observed. */
  readonly estimate: number;
  /** Where the interval begins; null where there is none. */
  readonly low: number | null;
  /** Where it ends; null where there is none. */
  readonly high: number | null;
  /** The chance that all intervals of the comparison hold together. */
  readonly level: number;
  /** Pairs in which both observed something. */
  readonly n: number;
  /** Standard deviation of an unpaired difference ÷ that of the paired one; null where that is not known. */
  readonly pairing: number | null;
  /** Replications whose interval would leave 0 out if the estimate is right; null where it does, or where none is known. */
  readonly wouldTell: number | null;
  /** Whether the interval leaves out 0. */
  readonly state: 'told apart' | 'not told apart' | 'too few replications' | 'nothing observed';
}

/** Which of several is best, by their places in the list. */
export interface Best {
  /** The best; null: not decided. */
  readonly best: number | null;
  /** All that may be it. */
  readonly candidates: number[];
}

type Values = readonly (number | null)[];

/** The pairs in which both observed something. */
function pairs(base: Values, other: Values): [base: number, other: number][] {
  const both: [number, number][] = [];
  for (let r = 0; r < Math.min(base.length, other.length); r++) {
    const [a, b] = [base[r], other[r]];
    if (a !== null && b !== null) both.push([a, b]);
  }
  return both;
}

/**
 * Of each alternative the paired difference to the base, with intervals that hold together with the level: each has the
 * level 1 − (1 − level) / k (Bonferroni), which is right whatever the alternatives have in common.
 *
 * @param base one number a replication, in order; null where it observed nothing
 * @param alternatives of each the same, replication by replication under the same luck
 * @throws RangeError when a value is not finite or the level is not between 0 and 1
 * Source: W. D. Kelton, R. P. Sadowski and N. B. Zupick (2015), Simulation with Arena, 12.4, and A. M. Law (2015), Simulation
 * Modeling and Analysis, 10.2 and 10.3.1, for paired differences and Bonferroni's inequality.
 */
export function differences(
  base: Values,
  alternatives: readonly Values[],
  options: { readonly level?: number } = {},
): Difference[] {
  const level = options.level ?? 0.95;
  const each = 1 - (1 - level) / Math.max(1, alternatives.length);
  return alternatives.map((other) => differenceOf(pairs(base, other), level, each));
}

function differenceOf(both: readonly (readonly [number, number])[], level: number, each: number): Difference {
  const deltas = both.map(([base, other]) => other - base);
  const of = estimate(deltas, { level: each });
  const { n } = of;
  const pairing = pairingOf(both, deltas);
  if (of.state !== 'estimated') {
    const state = of.state === 'nothing observed' ? of.state : 'too few replications';
    return { estimate: of.estimate ?? 0, low: null, high: null, level, n, pairing, wouldTell: null, state };
  }
  const apart = of.low > 0 || of.high < 0;
  return {
    estimate: of.estimate,
    low: of.low,
    high: of.high,
    level,
    n,
    pairing,
    wouldTell: apart || of.low === of.high ? null : wouldTell(momentsOf(deltas), each),
    state: apart ? 'told apart' : 'not told apart',
  };
}

/** How many times the same luck narrowed the difference. */
function pairingOf(both: readonly (readonly [number, number])[], deltas: readonly number[]): number | null {
  if (both.length < 2) return null;
  const paired = deviation(deltas) ?? 0;
  if (!(paired > 0)) return null;
  const [one, other] = [deviation(both, ([a]) => a) ?? 0, deviation(both, ([, b]) => b) ?? 0];
  return Math.sqrt(one * one + other * other) / paired;
}

/** No number of replications above this is told. */
const MOST = 1_000_000;

/** The fewest replications whose interval would leave out 0, if mean, spread and skewness are right; null where no number would. */
function wouldTell({ n, mean, error, skewness }: Moments, level: number): number | null {
  const spread = error * Math.sqrt(n);
  const tells = (count: number) => {
    const { below, above } = reach(count, skewness, level);
    return (mean > 0 ? below : above) * spread < Math.abs(mean) * Math.sqrt(count);
  };
  return firstThat(tells, n + 1, MOST);
}

/**
 * Which of several is best, by their means under the same luck: `candidates` are those that none of the others beats, and
 * `best` the one that is left when all others are beaten; null means not decided.
 * The best is among the candidates, and where all are equally good none is called best, each with at least the level: one of k
 * is beaten by another at one-sided (1 − level) / k.
 *
 * @throws RangeError when a value is not finite or the level is not between 0 and 1
 * Source: multiple comparison with the best: J. C. Hsu (1984), Constrained simultaneous confidence intervals for multiple
 * comparisons with the best, Annals of Statistics 12, 1136–1144; under common random numbers as the screening of B. L. Nelson,
 * J. Swann, D. Goldsman and W. Song (2001), Operations Research 49, 950–963, with paired differences. (k − 1 comparisons are
 * enough for the best to stay; k for equals not to be told apart.)
 */
export function best(
  values: readonly Values[],
  options: { readonly better: 'less' | 'more'; readonly level?: number },
): Best {
  const level = options.level ?? 0.95;
  const each = 1 - (2 * (1 - level)) / Math.max(2, values.length);
  const isBeaten = (one: Values, other: Values) => {
    const deltas = pairs(one, other).map(([a, b]) => (options.better === 'less' ? a - b : b - a));
    const of = estimate(deltas, { level: each });
    return of.state === 'estimated' && of.low > 0;
  };
  const candidates = values.flatMap((one, i) =>
    values.some((other, j) => i !== j && isBeaten(one, other)) ? [] : [i],
  );
  return { best: values.length > 1 && candidates.length === 1 ? candidates[0] : null, candidates };
}
