// How far the interval of a mean reaches to both sides when the replications are few and skewed.
import { fsum } from 'd3-array';
import { studentQuantile } from './student';

/** How far an interval reaches, in standard errors. */
export interface Reach {
  /** Below the mean. */
  readonly below: number;
  /** Above the mean. */
  readonly above: number;
}

/** What few numbers say of their mean. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
  /** Skewness, corrected for n; 0 for two. */
  readonly skewness: number;
}

/** Mean, standard error and skewness of two or more numbers that are not all the same. */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  const mean = fsum(values) / n;
  // In standard deviations, so that no cube overflows.
  const spread = Math.sqrt(fsum(values.map((value) => (value - mean) * (value - mean))) / (n - 1));
  if (spread === 0) return { n, mean, error: 0, skewness: 0 };
  const cubes = fsum(
    values.map((value) => ((value - mean) / spread) * ((value - mean) / spread) * ((value - mean) / spread)),
  );
  return { n, mean, error: spread / Math.sqrt(n), skewness: n < 3 ? 0 : (cubes * n) / ((n - 1) * (n - 2)) };
}

/** From this skewness on, the longer side is taken for known. */
const KNOWN = 0.5;

/** How much farther the side of the tail reaches because few replications do not show it: 1.2 at five, 0.3 at ten. */
const unseen = (n: number): number => (n < 3 ? 1 : 30 / (n * n));

/** By so much more is the skewness of few values taken than it comes out: they seldom hold the tail that they are from. */
const UNDERSTATED = 1.5;

/**
 * How many standard errors the interval of a mean reaches below and above it, from the skewness of its n values.
 *
 * Student's t, and on the side of the tail two things more. Johnson's correction, γ (1 + 2t²) / 6√n, by which the distribution of t
 * is longer there (on the other side it would be shorter, and stays as it is). And 30 / n² of Student's t, because skewness hardly
 * shows in few values; it is shared between the sides where it is not clear which is longer. With 1.5 and 30 some 94 of 100
 * intervals hold at 95 %, from 2 to 50 replications of a lognormal law with a standard deviation of its mean, and more of
 * laws that are less skewed. README.md has the table, and of what else was tried.
 *
 * Source: N. J. Johnson (1978), Modified t tests and confidence intervals for asymmetrical populations, Journal of the American
 * Statistical Association 73, 536–544; P. Hall (1992), On the removal of skewness by transformation, Journal of the Royal
 * Statistical Society B 54, 221–228.
 */
export function reach(n: number, skewness: number, level: number): Reach {
  const t = studentQuantile((1 + level) / 2, n - 1);
  const correction = (UNDERSTATED * Math.abs(skewness) * (1 + 2 * t * t)) / (6 * Math.sqrt(n));
  const share = (1 + Math.max(-1, Math.min(1, skewness / KNOWN))) / 2;
  const more = t * unseen(n);
  return {
    below: t + more * (1 - share) + (skewness < 0 ? correction : 0),
    above: t + more * share + (skewness > 0 ? correction : 0),
  };
}

/**
 * By what a half-width shrinks when n replications become more: the mean of both sides over √n, of values that are not skewed.
 */
export function shrinks(from: number, to: number, level: number): number {
  const width = (n: number) => (studentQuantile((1 + level) / 2, n - 1) * (1 + unseen(n) / 2)) / Math.sqrt(n);
  return width(to) / width(from);
}

/** The first whole number from `least` on that does; null when none up to `most` does. What does, does for all above. */
export function firstThat(does: (count: number) => boolean, least: number, most: number): number | null {
  if (least > most) return null;
  let [below, above] = [least - 1, least];
  for (; !does(above); above = Math.min(2 * above, most)) {
    if (above === most) return null;
    below = above;
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (does(middle)) above = middle;
    else below = middle;
  }
  return above;
}
