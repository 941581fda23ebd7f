// Delays drawn before the clock starts, so that a benchmark of the event loop does not time a random generator.
import seedrandom from 'seedrandom';

export const TABLE = 65_536;

/** 65,536 exponential delays of this mean; the same for the same seed. */
export function exponentials(seed, mean) {
  const random = seedrandom.alea(seed);
  return Float64Array.from({ length: TABLE }, () => -mean * Math.log(1 - random.double()));
}
