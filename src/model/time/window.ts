// Days of a run: from clock zero, through the warm-up, to the last day of the window.

import type { CorridorData } from '../corridor/corridor';
import { runDays, writeDate } from './clock';

/** Whether a text is a valid date, yyyy-mm-dd: 2024-02-30 is not. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The first day of the run and the last day of its window, of one calendar year. */
export function windowOf(data: CorridorData): { readonly first: string; readonly last: string } {
  const { zero, endDay } = runDays(data.start, data.warmUp);
  return { first: writeDate(zero), last: writeDate(endDay - 1) };
}
