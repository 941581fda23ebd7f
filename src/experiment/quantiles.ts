// Quantiles of what one replication observed: the transit time that half, or nine in ten, of the boxes stayed below.
import { quantileSorted } from 'd3-array';

/**
 * The quantiles of values sorted in ascending order, in the values' unit: one for each probability, or null for each
 * when there are no values. Between two neighbours in proportion (R's type 7): p = 0.9 of 11 values is the tenth.
 *
 * @throws RangeError when the values are not ascending numbers or a probability is not in 0…1
 * Source: R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4),
 * 361–365, definition 7.
 */
export function quantiles(sorted: ArrayLike<number>, probabilities: readonly number[]): (number | null)[] {
  for (let i = 0, below = -Infinity; i < sorted.length; below = sorted[i++]) {
    if (!(below <= sorted[i])) {
      throw new RangeError(
        `Quantiles: value ${i} is ${sorted[i]} after ${below}; sort the values in ascending order first.`,
      );
    }
  }
  return probabilities.map((p) => {
    if (!(0 <= p && p <= 1)) throw new RangeError(`Quantiles: a probability is ${p}; it must be from 0 to 1.`);
    // d3-array's types ask for an array; it reads typed arrays as well.
    return quantileSorted(sorted as number[], p) ?? null;
  });
}
