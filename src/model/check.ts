// Whether a corridor can be: every relation that the shape of the data cannot say, all that fail at once.
import { checkBeside } from './checks/beside';
import { checkCalendars } from './checks/calendars';
import type { Complaint } from './checks/complaint';
import { checkFlows } from './checks/flows';
import { checkInitial } from './checks/initial';
import { judgedEach } from './checks/judged';
import { checkLines } from './checks/lines';
import { checkPlaces, checkWeather } from './checks/places';
import { checkRoads } from './checks/roads';
import { checkServices } from './checks/services';
import type { CorridorData } from './corridor';
import type { PlaceKind } from './kind';
import { type PlaceSpec, placeKinds } from './places/registry';

export { type MeasureName, measureNames } from './measureNames';

/**
 * Every relation that does not hold, each with its path; none: the corridor can be run. Of data that is sound in part
 * only, relations between sound parts are judged.
 */
export function check(data: CorridorData): Complaint[] {
  return [
    ...checkLines(data),
    ...checkPlaces(data),
    ...checkServices(data),
    ...checkFlows(data),
    ...checkRoads(data),
    ...checkWeather(data),
    ...checkBeside(data),
    ...checkCalendars(data),
    ...checkInitial(data),
    ...judgedEach(
      () => data.places,
      (id, place) => checkOwn(data, id, place),
    ),
  ];
}

/** The same of a corridor after changes: the days of changes that it still offers are judged when they are made. */
export const checkAfter = (data: CorridorData): Complaint[] => check(data).filter(({ path }) => path[0] !== 'changes');

/** What a kind of place asks of its own data, with the path from the top. */
function checkOwn(data: CorridorData, id: string, place: PlaceSpec): Complaint[] {
  // The registry gives each kind the data of its own kind only, which TypeScript cannot follow through a lookup.
  const kind = placeKinds[place.kind] as unknown as PlaceKind<PlaceSpec>;
  return (kind.check?.(id, place, data) ?? []).map((one) => ({ ...one, path: ['places', id, ...one.path] }));
}
