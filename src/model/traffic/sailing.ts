// How fast ships sail: in bad months they make only a share of their speed, on lines that say which weather they lie in.

import { type Month, months } from '../corridor/corridor';
import type { Clock } from '../time/clock';

export class Sailing {
  /** The months of the run: the second at which each ends, and the share of its speed that a ship makes that sets out in it. */
  private readonly ends: readonly number[];
  private readonly shares: readonly number[];
  /** The month of the last ship that set out. */
  i = 0;

  constructor(sailing: { readonly [M in Month]: number }, clock: Clock) {
    const ends: number[] = [];
    const shares: number[] = [];
    for (const { month, end } of clock.monthsFrom()) {
      ends.push(end);
      shares.push(sailing[months[month]]);
      if (end > clock.last) break;
    }
    this.ends = ends;
    this.shares = shares;
  }

  /** Asked in the order of time, so the month is found by index. */
  shareAt(now: number): number {
    while (this.i < this.ends.length - 1 && now >= this.ends[this.i]) this.i++;
    return this.shares[this.i];
  }
}
