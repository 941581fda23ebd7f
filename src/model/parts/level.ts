// What cranes, tracks and berths do with their time: busy, broken, closed, blocked or idle; the parts add up to all of it.
import { TimeWeighted } from '../../kernel';
import type { Measured } from '../corridor/measures/measured';
import { shareOf } from '../run/share';

/** A value over time that is set again and again to what it is. */
export class Level extends TimeWeighted {
  override set(value: number): void {
    // Speed: it is told after every lift, and changes seldom.
    if (value !== this.value) super.set(value);
  }
}

/**
 * Shares of the time of `open` cranes or berths on average; idle is what is left.
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
