// A stream whose place in its row of numbers is four numbers, so that a copy of a run takes the luck to come along.
import seedrandom from 'seedrandom';
import type { State } from '../kernel';
import { Stream } from '../stochastic';

/**
 * The same numbers as `stream(seed, replication, name)`.
 * Source: J. Baagøe (2010), Alea, as packaged in seedrandom: lag 3, multiplier 2091639, carry in units of 2⁻³².
 */
export class KeptStream extends Stream {
  private oldest: number;
  private older: number;
  private last: number;
  private carry: number;

  constructor(state: State, key: string, name: string) {
    super(key, name);
    const { s0, s1, s2, c } = seedrandom.alea(key, { state: true }).state() as Record<'s0' | 's1' | 's2' | 'c', number>;
    this.oldest = s0;
    this.older = s1;
    this.last = s2;
    this.carry = c;
    state.numbers(this, 'oldest', 'older', 'last', 'carry');
  }

  override unit(): number {
    const high = this.next32();
    return high + ((this.next32() * 0x200000) | 0) * 2 ** -53;
  }

  private next32(): number {
    const t = 2_091_639 * this.oldest + this.carry * 2 ** -32;
    this.oldest = this.older;
    this.older = this.last;
    this.carry = t | 0;
    this.last = t - this.carry;
    return this.last;
  }
}
