// How fast cranes are over a year: what they reach of their rate, less repairs and hours off shift.
import { sampler } from '../../../stochastic';
import type { Cranes } from '../../corridor/data/cranesSpec';
import { lawOf } from '../../corridor/figures/law';
import type { Traffic } from '../preview';

const HOURS = 8760;

/** Cranes at the pace that they hold over a year, without words of why. */
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

/** Rate × efficiency × share without repairs × share of the year on shift. The time of growing into it is left out. */
export function paceOf(cranes: Cranes, traffic: Traffic): Paced {
  const { count, rate, each, efficiency = 1, calendar } = cranes;
  const onShift = calendar === undefined ? 1 : traffic.openHours(calendar) / HOURS;
  const pace = rate * efficiency * availability(cranes) * onShift;
  return { count, rate: pace, ...(each === undefined ? {} : { each }) };
}

/** What of cranes a formula smooths out, in words. */
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

/** Seconds² by which the lifts of one unit vary, when so many cranes work on it. */
export const liftsVariance = (cranes: Cranes, paced: Paced, lifts: number, at: number): number =>
  lifts * (((cranes.variation ?? 0) * 3600) / (paced.rate * at)) ** 2;
