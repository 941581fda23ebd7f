// Whether a corridor can be: every relation that the shape of the data cannot say, all that fail at once.

import { writePath } from '../../problem';
import type { CorridorData } from '../corridor/corridor';
import type { PlaceSpec } from '../corridor/data/placeSpec';
import { forLookup } from '../corridor/lookup';
import { checkPlaceData } from '../schema/placeFields';
import { checkAnnotations } from './annotations';
import { checkCalendars } from './calendars';
import type { Complaint } from './complaint';
import { checkFlows } from './flows';
import { checkInitial } from './initial';
import { judgedEach } from './judged';
import { checkLines } from './lines';
import { checkLocomotives } from './locomotives';
import { checkPlaces, checkWeather } from './places';
import { checkRoads } from './roads';
import { checkServices } from './services';
import { checkTogether } from './together';
import { checkTraffic } from './traffic';

export { type MeasureName, measureNames } from '../corridor/measures/measureNames';

/**
 * Every relation that does not hold, each with its path; none: the corridor can be run. Of data that is sound in part
 * only, relations between sound parts are judged.
 */
export function check(corridor: CorridorData): Complaint[] {
  const data = forLookup(corridor);
  return [
    ...checkLines(data),
    ...checkPlaces(data),
    ...checkServices(data),
    ...checkTogether(data),
    ...checkFlows(data),
    ...checkRoads(data),
    ...checkWeather(data),
    ...checkAnnotations(data),
    ...checkTraffic(data),
    ...checkLocomotives(data),
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

/**
 * What does not hold of a corridor that is another from some days of its run on: a list for clock zero, and one for each later
 * day. What stands at clock zero is judged there alone, and what is closed on some days and open on others is no fault.
 * @param atStart what `checkAfter` finds at clock zero, where that is known
 */
export function checkDays(
  start: CorridorData,
  later: readonly CorridorData[],
  atStart: readonly Complaint[] = checkAfter(start),
): Complaint[][] {
  const days = [atStart, ...later.map((data) => checkAfter(data).filter(({ path }) => path[0] !== 'initial'))];
  const closed = days.map((found) => new Set(found.filter(({ closes }) => closes).map(({ path }) => writePath(path))));
  const neverOpens = ({ path }: Complaint) => closed.every((paths) => paths.has(writePath(path)));
  return days.map((found) => found.filter((one) => !one.closes || neverOpens(one)));
}

/** What a kind of place asks of its own data, with the path from the top. */
function checkOwn(data: CorridorData, id: string, place: PlaceSpec): Complaint[] {
  return checkPlaceData(id, place, data).map((one) => ({ ...one, path: ['places', id, ...one.path] }));
}
