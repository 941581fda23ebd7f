// Applies dated changes day by day: the corridor from each day on, and its problems.
import { checkDays } from '../checks/check';
import type { Complaint } from '../checks/complaint';
import { checkDated } from '../checks/dated';
import type { CorridorData, Settings } from '../corridor/corridor';
import type { Later } from '../corridor/phases';
import { applyChanges } from './applyChanges';

/** Values set from a day (yyyy-mm-dd) on. */
export interface DatedSettings {
  readonly from: string;
  readonly set: Settings;
}

/** The corridor from a day on; `complaints` are those of that day's changes, with paths as written there. */
export interface LaterDay extends Later {
  readonly complaints: readonly Complaint[];
}

/** Several changes of one day are one step, in their order. */
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
 * The problems at clock zero and on each day. If the changes of a day cannot be applied, only that is reported for the day.
 * @param atStart the problems at clock zero, if known
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
