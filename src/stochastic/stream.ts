// Independent random number stream of one purpose ("Altynkol/customs") in one replication.
import seedrandom from 'seedrandom';

/** Source of numbers in [0, 1): a stream, or a counting generator in a test. */
export interface UnitSource {
  /** The next number, from 0 to below 1. */
  unit(): number;
}

/** State fields of a stream, to save and restore. */
export const STREAM_STATE = ['s0', 's1', 's2', 'c'] as const;

/** The random numbers of one purpose in one replication; made by `stream`. */
export class Stream implements UnitSource {
  /** The purpose given to `stream`. */
  readonly name: string;
  /** Part of its state. */
  s0: number;
  /** Part of its state. */
  s1: number;
  /** Part of its state. */
  s2: number;
  /** Part of its state: the carry. */
  c: number;

  constructor(key: string, name: string) {
    this.name = name;
    const { s0, s1, s2, c } = seedrandom.alea(key, { state: true }).state();
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.c = c;
  }

  /** The next number, uniform in [0, 1) in steps of 2⁻⁵³. It can be exactly 0, never 1. */
  // Speed: two steps of the generator at once on plain fields, 11 ns; `double` of seedrandom, with closures, 15.
  unit(): number {
    const first = 2091639 * this.s0 + this.c * 2.3283064365386963e-10;
    const carry = first | 0;
    const high = first - carry;
    const second = 2091639 * this.s1 + carry * 2.3283064365386963e-10;
    const c = second | 0;
    const low = second - c;
    this.s0 = this.s2;
    this.s1 = high;
    this.s2 = low;
    this.c = c;
    // All 32 bits of the one above 21 of the other.
    return high + ((low * 0x200000) | 0) * 1.1102230246251565e-16;
  }
}

/**
 * The stream of a purpose: a pure function of seed, replication and name.
 *
 * @param seed any text
 * @param replication a whole number from 0
 * @param name the purpose, such as "Altynkol/customs"
 * @throws RangeError when the replication is not a whole number from 0
 * Source: J. Baagøe (2010), Alea, as packaged in seedrandom, which makes the first state; period about 2¹¹⁶.
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
