// The static answer before any run: capacity against demand of every resource of a corridor.
import type { Corridor } from '../../model/change/define';
import { previewOf } from '../../model/places/registry';
import { type PreviewRow, previewRows } from '../../model/preview/preview';

/**
 * Every resource with what it can do in a year and what is asked of it: by places, lines and fleets, in order of ids.
 * The year is like a window of so many days, 365 unless said: ships that join later are none.
 */
export function preview(corridor: Corridor, days?: number): PreviewRow[] {
  const { data } = corridor;
  return previewRows(data, (place, traffic) => previewOf(place, data.places[place], traffic), days);
}
