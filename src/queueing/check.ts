// Input checks of the queueing formulas.

/** A number above zero: a rate, a time, a share of a day. */
export function checkPositive(where: string, name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${where}: ${name} is ${value}; it must be a finite number above 0. Correct ${name}.`);
  }
}

/** Zero or more. */
export function checkNotNegative(where: string, name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${where}: ${name} is ${value}; it must be a finite number, 0 or more. Correct ${name}.`);
  }
}

/** Above 0 and at most 1: an efficiency, an occupancy. */
export function checkShare(where: string, name: string, value: number): void {
  if (!(value > 0 && value <= 1)) {
    throw new RangeError(`${where}: ${name} is ${value}; it must be above 0 and at most 1. Write 80 % as 0.8.`);
  }
}

/** A whole number between `least` and `most`. */
export function checkCount(where: string, name: string, value: number, most: number, least = 1): void {
  if (!(Number.isInteger(value) && least <= value && value <= most)) {
    throw new RangeError(
      `${where}: ${name} is ${value}; it must be a whole number from ${least} to ${most}. Correct ${name}.`,
    );
  }
}

/** Stability: utilisation below 1. */
export function checkSteady(where: string, utilisation: number): void {
  if (!(utilisation < 1)) {
    throw new RangeError(
      `${where}: utilisation is ${utilisation}; at 1 or more the line grows without end and no mean wait exists. ` +
        'Lower the arrivals, shorten the service, or add servers until utilisation is below 1.',
    );
  }
}
