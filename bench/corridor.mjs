// The benchmark's corridor in numbers, and what its mean transit must be when luck is the library's own.

export const PLACES = 20;
/** Places that a box passes; it begins at one of the first eight. */
export const DISTANCES = 12;
export const YARD = Math.ceil(1.2 * 2_880 * 1.3) + 100;
export const CRANES = 3;
export const VEHICLES = Math.ceil((1.2 * 300) / 0.85);
export const EVENTS_A_BOX = 49;

/** By part of a box's transit, summed over its way: mean [h] and variance [h²], exact. Named as the ledger names them. */
export const PARTS_OF_TRANSIT = {
  handling: { mean: 2 * DISTANCES, variance: 2 * DISTANCES },
  dwell: { mean: DISTANCES * 2_880, variance: DISTANCES * 2_880 ** 2 },
  moving: { mean: DISTANCES * 300, variance: DISTANCES * 100 ** 2 },
};

/**
 * Hours that a box waits for cranes, all in all, once the corridor is full: M/M/3 with 2.4 lifts an hour where all boxes pass,
 * down to 0.3 at the first place. A run begins and ends empty and waits less: the truth lies between none and these.
 */
const CRANE_WAITS = 14.2;

/** In standard errors: a run without a fault is refused once in 1.7 million (normal, both sides). */
const STANDARD_ERRORS = 5;

/** The mean over so many boxes; throws where it lies further from the truth than chance and `systematic` can bring it. */
export function withinChance(what, mean, boxes, truth, systematic = 0) {
  const limit = STANDARD_ERRORS * Math.sqrt(truth.variance / boxes) + systematic;
  if (!(Math.abs(mean - truth.mean) <= limit))
    throw new Error(
      `corridor: ${what} is ${mean} h over ${boxes} boxes; it must be within ${limit.toFixed(2)} of ${truth.mean}`,
    );
  return mean;
}

/**
 * The mean transit, refused outside the limit: ± 367 h of 38,198 at 20,000 boxes. The parts of a box are independent of each
 * other and of other boxes' parts; only waits for cranes are not, which vary by hours, nothing beside the dwells' 9,977.
 */
export function transitWithinChance(mean, boxes) {
  const parts = Object.values(PARTS_OF_TRANSIT);
  const sum = (figure) => parts.reduce((total, part) => total + part[figure], 0);
  const truth = { mean: sum('mean') + CRANE_WAITS, variance: sum('variance') };
  return withinChance('mean transit', mean, boxes, truth, CRANE_WAITS);
}
