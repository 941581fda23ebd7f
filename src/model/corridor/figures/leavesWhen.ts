// Departure rules that follow from the data alone.
import type { LeavesWhen } from '../corridor';

/** Whether trains depart from a place by timetable instead of when full. */
export const isTimed = (when: LeavesWhen, place: string): boolean =>
  when.every !== undefined || when.timetable?.[place] !== undefined;
