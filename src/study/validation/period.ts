// The period that a published figure is of, as days and as seconds of a run.
import type { CorridorData } from '../../model/corridor/corridor';
import type { During } from '../../model/run/asked';
import { Clock, dayNumber } from '../../model/time/clock';

/** First day, and the day after the last, as days since 1970. */
function daysOf(period: string): [number, number] {
  const [first, last = first] = period.split('/');
  const [year, month] = first.split('-').map(Number);
  const [endYear, endMonth = 12] = last.split('-').map(Number);
  return [dayNumber(year, month ?? 1, 1), dayNumber(endYear, endMonth + 1, 1)];
}

const clockOf = (data: CorridorData, days: number | undefined) =>
  new Clock(data.start, data.warmUp, days, data.timeZone);

/** Whether the window holds the whole of a period. */
export function holds(data: CorridorData, period: string, days: number | undefined): boolean {
  const clock = clockOf(data, days);
  const [first, after] = daysOf(period);
  return clock.startDay <= first && after <= clock.endDay;
}

/** A period in seconds of a run whose window holds it. */
export function secondsOf(data: CorridorData, period: string, days: number | undefined): During {
  const clock = clockOf(data, days);
  const [first, after] = daysOf(period);
  return { from: clock.secondOf(first), until: clock.secondOf(after) };
}

/** Whether a period is shorter than a year: then only boxes that set out in it are compared. */
export const isShort = (period: string): boolean => period.includes('-');
