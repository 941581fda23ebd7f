// Histogram bins of a monitor.

/**
 * Bins of equal width: bin i holds values from least + i × width to below least + (i + 1) × width. Values below the first and
 * above the last bin are counted separately. `least` and `width` are in the values' unit.
 */
export interface Bins {
  /** Lower edge of the first bin, in the values' unit; between −1e100 and 1e100. */
  readonly least: number;
  /** Width of each bin, in the values' unit; above 0. */
  readonly width: number;
  /** Number of bins; a whole number, 1 or more. */
  readonly number: number;
  /** Values are whole numbers: the highest of a bin is its upper edge − 1. `least` and `width` must be whole too. */
  readonly whole?: boolean;
}

/** Values stay below this in size, so that their squares add up to finite numbers. */
export const LARGEST = 1e100;

/** A bin for each whole level from 0 to `most`: with whole values, quantiles are exact. */
export function wholeLevels(most: number): Bins {
  if (!(Number.isInteger(most) && most >= 0))
    throw new RangeError(`wholeLevels: the highest level is ${most}; it must be a whole number, 0 or more.`);
  return { least: 0, width: 1, number: most + 1, whole: true };
}

/** Throws when the bins are invalid. */
export function checkBins({ least, width, number, whole }: Bins): void {
  if (!(least > -LARGEST && least < LARGEST))
    throw new RangeError(`Bins: least is ${least}; it must be a number between −1e100 and 1e100.`);
  if (!(Number.isInteger(number) && number >= 1))
    throw new RangeError(`Bins: their number is ${number}; it must be a whole number, 1 or more.`);
  if (whole === true && !(Number.isInteger(least) && Number.isInteger(width)))
    throw new RangeError(`Bins: of whole values, from ${least} with a width of ${width}; both must be whole numbers.`);
  const top = least + number * width;
  if (!(width > 0 && least + width > least && top - width < top && top < LARGEST))
    throw new RangeError(
      `Bins: width is ${width}, from ${least} on; it must be more than 0, more than is lost in rounding, and the last bin must end below 1e100.`,
    );
}

/**
 * The middle of the bins, rounded. Sums are kept of values less this, so that they stay small and exact, and a small
 * variance is not lost by cancellation.
 */
export function middle({ least, width, number }: Bins): number {
  return Math.round(least + (number * width) / 2);
}
