// What a control asks in one phase: of which trains, how long it takes, when it works and with how many teams.
import { type Sampler, sampler } from '../../../stochastic';
import { lawOf } from '../../corridor/figures/law';
import { NONE } from '../../run/boxes';
import type { World } from '../../run/world';
import type { OpenHours } from '../../time/openHours';
import type { Control } from './spec';

interface Shift {
  readonly hours: OpenHours;
  readonly count: number;
}

/** What the control is in one phase. */
export interface Rules {
  /** Only trains that come from this place; NONE: all. */
  readonly from: number;
  readonly takes: Sampler;
  readonly hours: OpenHours | undefined;
  /** Teams that are always there; Infinity: one for every train. */
  readonly teams: number;
  /** Teams by calendar; those of all that are open add up. */
  readonly shifts: readonly Shift[];
}

export const isOpen = (hours: OpenHours | undefined, now: number): boolean => hours === undefined || hours.isOpen(now);

/** The next second at which a calendar opens or closes; Infinity without one. */
export function changeAfter(hours: OpenHours | undefined, now: number): number {
  if (hours === undefined) return Number.POSITIVE_INFINITY;
  return hours.isOpen(now) ? hours.nextClose(now) : hours.nextOpen(now);
}

export function teamsOnDuty({ teams, shifts }: Rules, now: number): number {
  let count = teams;
  for (const shift of shifts) if (shift.hours.isOpen(now)) count += shift.count;
  return count;
}

/** Seconds of all teams on duty; Infinity where there is one for every train. */
export function teamSeconds({ teams, hours, shifts }: Rules, from: number, to: number): number {
  const always = hours?.between(from, to) ?? to - from;
  const byShift = shifts.reduce((sum, shift) => sum + shift.count * shift.hours.between(from, to), 0);
  return byShift + (always > 0 ? teams * always : 0);
}

export function rulesOf(world: World, { takes, trainsFrom, teams, calendar }: Control): Rules {
  const byCalendar = typeof teams === 'object' ? teams : {};
  return {
    from: trainsFrom === undefined ? NONE : world.placeNumber(trainsFrom),
    takes: sampler(lawOf(takes)),
    hours: calendar === undefined ? undefined : world.hours(calendar),
    teams: teams === undefined ? Number.POSITIVE_INFINITY : typeof teams === 'number' ? teams : 0,
    shifts: Object.keys(byCalendar)
      .sort()
      .map((id) => ({ hours: world.hours(id), count: byCalendar[id] })),
  };
}
