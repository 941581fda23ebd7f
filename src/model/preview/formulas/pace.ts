// Mean rate of cranes over a year: the achieved rate, less repairs and hours off shift.
import { sampler } from '../../../stochastic';
import type { Cranes } from '../../corridor/data/cranesSpec';
import { lawOf } from '../../corridor/figures/law';
import type { Traffic } from '../preview';

const HOURS = 8760;

/** Cranes with their mean rate over a year. */
export interface Paced {
  readonly count: number;
  /** Moves an hour of each, averaged over all hours. */
  readonly rate: number;
  readonly each?: number;
}

/** Share of the time in which a crane is not under repair. */
export function availability({ failures }: Cranes): number {
  if (failures === undefined) return 1;
  return failures.every / (failures.every + sampler(lawOf(failures.repair)).mean);
}

/** Rate × efficiency × share without repairs × share of the year on shift. Ramp-up is left out. */
export function paceOf(cranes: Cranes, traffic: Traffic): Paced {
  const { count, rate, each, efficiency = 1, calendar } = cranes;
  const onShift = calendar === undefined ? 1 : traffic.openHours(calendar) / HOURS;
  const pace = rate * efficiency * availability(cranes) * onShift;
  return { count, rate: pace, ...(each === undefined ? {} : { each }) };
}

/** Variations of crane work that a formula averages out, in words. */
export function paceReasons({ failures, calendar, rampUp }: Cranes, what: string): string[] {
  const said: string[] = [];
  if (failures !== undefined)
    said.push(`${what} break down for hours at a time: the formula has each a little slower all the time`);
  if (calendar !== undefined)
    said.push(`${what} stand between shifts, and what came meanwhile waits: the formula has them slower all day`);
  if (rampUp !== undefined)
    said.push(`${what} are slower after their opening day: the formula has them at their full rate`);
  return said;
}

/** Variance of the total lift time of one unit [s²], for a given number of cranes on it. */
export const liftsVariance = (cranes: Cranes, paced: Paced, lifts: number, at: number): number =>
  lifts * (((cranes.variation ?? 0) * 3600) / (paced.rate * at)) ** 2;
