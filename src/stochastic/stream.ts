// A stream is the luck of one purpose ("Altynkol/customs") in one replication: nothing drawn elsewhere moves it.
import seedrandom from 'seedrandom';

/** Anything that hands out numbers in [0, 1): a stream, or a counting generator in a test. */
export interface UnitSource {
  unit(): number;
}

/** The random numbers of one purpose in one replication; made by `stream`. */
export class Stream implements UnitSource {
  readonly name: string;
  private readonly next: () => number;

  constructor(key: string, name: string) {
    this.name = name;
    // The generator's own call has 32 bits; `double` has 53.
    this.next = seedrandom.alea(key).double;
  }

  /** The next number, uniform in [0, 1) in steps of 2⁻⁵³. It can be exactly 0, never 1. */
  unit(): number {
    return this.next();
  }
}

/**
 * The stream of a purpose: a pure function of seed, replication and name, whatever else was asked for before.
 *
 * @param seed any text
 * @param replication a whole number from 0
 * @param name the purpose, such as "Altynkol/customs"
 * @throws RangeError when the replication is not a whole number from 0
 * Source: J. Baagøe (2010), Alea, as packaged in seedrandom; period about 2¹¹⁶.
 */
export function stream(seed: string, replication: number, name: string): Stream {
  if (!(Number.isSafeInteger(replication) && replication >= 0)) {
    throw new RangeError(
      `Stream "${name}": replication is ${replication}; it must be a whole number from 0. Count replications 0, 1, 2, …`,
    );
  }
  // Stream: JSON quotes both texts, so ("a", 1, "1b") and ("a", 11, "b") have different keys.
  return new Stream(JSON.stringify([seed, replication, name]), name);
}
