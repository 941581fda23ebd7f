// How finely a monitor tells values apart: in steps of 10 TEU from 0 to 5,000, or by whole trucks in line.

/**
 * So many bins of one width: bin i holds the values from least + i × width to below least + (i + 1) × width. What lies below
 * the first or above the last is counted apart. `least` and `width` are in the values' unit.
 */
export interface Bins {
  /** Where the first bin begins, in the values' unit; between −1e100 and 1e100. */
  readonly least: number;
  /** Width of each bin, in the values' unit; above 0. */
  readonly width: number;
  /** How many bins there are; a whole number, 1 or more. */
  readonly number: number;
  /** The values are whole numbers, so that the highest of a bin is one less than where it ends. `least` and `width` are whole, too. */
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

/** Throws when these are no bins. */
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
 * The whole number next to the middle of the bins. Sums are kept of values less this: they stay small, so that they are
 * exact for longer, and a spread is not lost beside a large mean.
 */
export function middle({ least, width, number }: Bins): number {
  return Math.round(least + (number * width) / 2);
}
