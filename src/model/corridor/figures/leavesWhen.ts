// When trains and ships leave, as far as the data alone tell.
import type { LeavesWhen } from '../corridor';

/** Whether trains set out from a place by the clock, and not when they are full. */
export const isTimed = (when: LeavesWhen, place: string): boolean =>
  when.every !== undefined || when.timetable?.[place] !== undefined;
