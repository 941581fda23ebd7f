// One storm calendar for all ports of a sea: alternating open and closed spells, drawn once before the run.
import { minusLog, type Stream } from '../../stochastic';
import { months, type WeatherSpec } from '../corridor/corridor';
import type { Clock } from '../time/clock';

export class StormCalendar {
  /** Storm i closes the sea from the second begins[i] up to, and not including, the second ends[i]. */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
  /** The first storm that has not ended, as of the last query. */
  i = 0;

  /**
   * Spells are exponential. While the sea is open a storm begins at rate share ÷ (1 − share) ÷ mean spell of the month;
   * while it is closed it ends at rate 1 ÷ mean spell. The long-run closed share of each month is then the one given.
   */
  constructor(spec: WeatherSpec, clock: Clock, stream: Stream) {
    const begins: number[] = [];
    const ends: number[] = [];
    let closed = false;
    let left = minusLog(1 - stream.unit());
    let t = 0;
    for (const { month, end } of clock.monthsFrom()) {
      const share = spec.closedShare[months[month]];
      for (;;) {
        const rate = (closed ? 1 : share / (1 - share)) / spec.meanSpell;
        if (!(left <= (end - t) * rate)) {
          left -= (end - t) * rate;
          t = end;
          break;
        }
        t += left / rate;
        const second = Math.round(t);
        if (closed) ends.push(second);
        else begins.push(second);
        closed = !closed;
        left = minusLog(1 - stream.unit());
      }
      if (t > clock.last) break;
    }
    if (closed) ends.push(Number.POSITIVE_INFINITY);
    this.begins = begins;
    this.ends = ends;
  }

  /** Whether the sea is closed in the second `now`. Queries are in order of time, so the windows are found by index. */
  isClosed(now: number): boolean {
    while (this.i < this.ends.length && now >= this.ends[this.i]) this.i++;
    return this.i < this.begins.length && now >= this.begins[this.i];
  }
}
