// Paths of a rail section: the minimum headway between trains, in one direction or in both.
import type { LineSpec } from '../corridor';

const DAY = 86_400;

export interface Paths {
  /** Headway between two departures [s]. 0: a path is always free; Infinity: never. */
  readonly hold: number;
  /** Single track: one train at a time in the limiting section, from either side. */
  readonly single: boolean;
  /** Trains a day and direction, on a day with the average open time. */
  readonly perDay: number;
}

/** Seconds for one train in each direction to pass the limiting section. */
function periodOf({ section, speed, stations }: NonNullable<LineSpec['single']>): number {
  return ((2 * section) / speed) * 3600 + stations;
}

/**
 * Pairs a day on a single track: open seconds · reliability ÷ period, less those of passenger trains; each other train then
 * occupies the section for open seconds ÷ twice that. Without passenger trains, always usable: for half a period, so that
 * trains from alternating sides give exactly 86,400 ÷ period pairs.
 * Source: practice of the 1520 mm railways, N = (1440 − t_tech) · α ÷ T_per pairs a day.
 *
 * @param openShare share of the time in which the line is open
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
  // A dated change may leave none.
  if (!(left > 0)) return { hold: Number.POSITIVE_INFINITY, single: false, perDay: 0 };
  return { hold: Math.round(DAY / left), single: false, perDay: left * openShare };
}
