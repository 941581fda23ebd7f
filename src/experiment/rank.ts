// Where the next trials narrow a ranking most.
import { deviation, mean } from 'd3-array';

/** Differences smaller than this share of the largest are not worth telling apart: trials for them would never end. */
const WORTH = 0.05;

/**
 * How many of `count` more trials each row of a ranking gets: one after another to the row whose mean is hardest to tell from
 * its neighbours in the ranking and from 0, by gap ÷ standard error, as it will be with the trials given so far.
 * Rows with fewer than two trials come first; a row that never varied gets none.
 *
 * @param rows of each its paired differences so far
 * @throws RangeError when count is not a whole number from 0
 * Source: after optimal computing budget allocation: C.-H. Chen, J. Lin, E. Yücesan and S. E. Chick (2000), Simulation budget
 * allocation for further enhancing the efficiency of ordinal optimization, Discrete Event Dynamic Systems 10, 251–270, whose
 * shares go by (standard deviation ÷ gap)².
 */
export function spendNext(rows: readonly { readonly differences: readonly number[] }[], count: number): number[] {
  if (!(Number.isSafeInteger(count) && count >= 0))
    throw new RangeError(`Trials: count is ${count}; it must be a whole number from 0.`);
  const given = rows.map(() => 0);
  const means = rows.map(({ differences }) => mean(differences) ?? 0);
  const least = WORTH * Math.max(...means.map(Math.abs), 0);
  const scores = rows.map(({ differences }, i) => {
    const gaps = means.map((other, j) => (i === j ? Math.abs(means[i]) : Math.abs(means[i] - other)));
    const gap = Math.max(least, Math.min(...gaps));
    const spread = deviation(differences) ?? 0;
    return spread === 0 ? 0 : gap === 0 ? Number.POSITIVE_INFINITY : (spread / gap) ** 2;
  });
  for (let trial = 0; trial < count; trial++) {
    let [next, most] = [-1, 0];
    for (let i = 0; i < rows.length; i++) {
      const n = rows[i].differences.length + given[i];
      // Order: of rows alike in need, the first.
      const need = n < 2 ? Number.MAX_VALUE : scores[i] / n;
      const wins = need > most || (need === most && next >= 0 && n < rows[next].differences.length + given[next]);
      if (wins) [next, most] = [i, need];
    }
    if (next < 0) break;
    given[next]++;
  }
  return given;
}
