// Time shares of cranes, tracks and berths: busy, broken, closed, blocked and idle add up to 1.
import { TimeWeighted } from '../../kernel';
import type { Measured } from '../corridor/measures/measured';
import { shareOf } from '../run/share';

/** A time-weighted value that is often set to its current value. */
export class Level extends TimeWeighted {
  override set(value: number): void {
    // Speed: set after every lift, but rarely changed.
    if (value !== this.value) super.set(value);
  }
}

/**
 * Shares of the mean number of `open` cranes or berths; idle is the rest.
 * @param rest down, closed and blocked
 */
export function split(
  of: Measured['of'],
  open: number,
  busy: number,
  rest: readonly [TimeWeighted, TimeWeighted, TimeWeighted],
): Measured[] {
  const share = (measure: string, value: number): Measured => ({
    measure,
    statistic: 'share',
    of,
    unit: 'share',
    value: shareOf(value, open),
  });
  const [down, closed, blocked] = rest.map((level) => level.mean());
  const idle = Math.max(0, open - busy - down - closed - blocked);
  return [
    share('busy', busy),
    share('down', down),
    share('closed', closed),
    share('blocked', blocked),
    share('idle', idle),
  ];
}
