// The data of the weather of a sea, by month.
import type { Duration, Share } from '../../../units';

/** The months in order, as keys of maps by month. */
export const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
/** A month, as a key of maps by month: `jan` to `dec`. */
export type Month = (typeof months)[number];

/** A share for each month of the year. */
export type MonthlyShares = { readonly [M in Month]: Share };

/** Alternating open and closed spells of one sea; all ports that name it share one storm calendar. */
export interface WeatherSpec {
  /** Share of each month in which ports that name it are closed, below 1. */
  readonly closedShare: MonthlyShares;
  /** Mean length of a closed spell [s]; above 0. */
  readonly meanSpell: Duration;
  /** Share of a ship's speed, by month of departure, on lines that name this weather. */
  readonly sailing?: MonthlyShares;
}
