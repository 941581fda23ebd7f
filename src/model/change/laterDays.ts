// Changes on days of a run, laid over one another day by day: what the corridor is from each day on, and what stands in the way.
import { checkDays } from '../checks/check';
import type { Complaint } from '../checks/complaint';
import { checkDated } from '../checks/dated';
import type { CorridorData, Settings } from '../corridor/corridor';
import type { Later } from '../corridor/phases';
import { applyChanges } from './applyChanges';

/** Values that are set from a day (yyyy-mm-dd) on. */
export interface DatedSettings {
  readonly from: string;
  readonly set: Settings;
}

/** The corridor from a day on; `complaints` are of the changes of that day, with paths as they are written there. */
export interface LaterDay extends Later {
  readonly complaints: readonly Complaint[];
}

/** Several changes of one day are one step, in the order in which they were made. */
export function layDays(data: CorridorData, settings: readonly DatedSettings[]): LaterDay[] {
  const days = [...new Set(settings.map(({ from }) => from))].sort();
  let now = data;
  return days.map((from) => {
    const complaints: Complaint[] = [];
    for (const { set } of settings.filter((one) => one.from === from)) {
      const step = applyChanges(now, set, true);
      complaints.push(...step.complaints);
      now = step.data;
    }
    return { from, data: now, complaints };
  });
}

/**
 * What does not hold at clock zero, and on each of the days: of a day whose changes cannot be made nothing else is said.
 * @param atStart what was found at clock zero, where that is known
 */
export function checkLaid(
  start: CorridorData,
  days: readonly LaterDay[],
  atStart?: readonly Complaint[],
): { atStart: Complaint[]; later: Complaint[][] } {
  const [found, ...later] = checkDays(
    start,
    days.map(({ data }) => data),
    atStart,
  );
  return {
    atStart: found,
    later: days.map(({ data, complaints }, i) =>
      complaints.length > 0 ? [] : [...later[i], ...checkDated(start, data)],
    ),
  };
}
