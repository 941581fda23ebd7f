// Paths of a rail section: how long one train keeps the next from setting out, in its own direction or in both.
import type { LineSpec } from '../corridor';

const DAY = 86_400;

export interface Paths {
  /** Seconds from one train that sets out to the next. 0: a path is always free; Infinity: none is. */
  readonly hold: number;
  /** Single track: the limiting section takes one train at a time, from either side. */
  readonly single: boolean;
  /** Trains a day and direction, on a day that is open as long as days are on average. */
  readonly perDay: number;
}

/** Seconds in which one train each way passes the limiting section. */
function periodOf({ section, speed, stations }: NonNullable<LineSpec['single']>): number {
  return ((2 * section) / speed) * 3600 + stations;
}

/**
 * Pairs a day on a single track: open seconds · reliability ÷ period, less those of passenger trains; each train of the others
 * then keeps the section for open seconds ÷ twice that. Without passenger trains, always usable: for half a period, so that
 * trains from both sides in turn give exactly 86,400 ÷ period pairs.
 * Source: practice of the 1520 mm railways, N = (1440 − t_tech) · α ÷ T_per pairs a day.
 *
 * @param openShare of the time that the line is open
 */
export function pathsOf(spec: LineSpec, openShare: number): Paths {
  const { paths, single, passenger = 0 } = spec;
  const open = DAY * openShare;
  if (single !== undefined) {
    const pairs = (open * (single.reliability ?? 1)) / periodOf(single) - passenger;
    return { hold: Math.max(1, Math.round(open / (2 * pairs))), single: true, perDay: pairs };
  }
  if (paths === undefined) return { hold: 0, single: false, perDay: Number.POSITIVE_INFINITY };
  const left = paths - passenger;
  // From a day on there may be none at all.
  if (!(left > 0)) return { hold: Number.POSITIVE_INFINITY, single: false, perDay: 0 };
  return { hold: Math.round(DAY / left), single: false, perDay: left * openShare };
}
