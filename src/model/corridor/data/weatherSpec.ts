// The weather of a sea as data, month by month.
import type { Duration, Share } from '../../../units';

/** The months in order, as maps by month name them. */
export const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
/** A month, as maps by month name it: `jan` to `dec`. */
export type Month = (typeof months)[number];

/** A share for every month of the year. */
export type MonthlyShares = { readonly [M in Month]: Share };

/** Alternating open and closed spells of one sea; every port that names it shares one storm calendar. */
export interface WeatherSpec {
  /** Share of each month's time for which ports that name it are closed, below 1. */
  readonly closedShare: MonthlyShares;
  /** Mean length of a closed spell [s]; above 0. */
  readonly meanSpell: Duration;
  /** Share of its speed that a ship makes that sets out in a month, on lines that name this weather. */
  readonly sailing?: MonthlyShares;
}
