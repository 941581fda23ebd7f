// Lines: both ends are places, what belongs to rails is said of rails only, and every place lies on a line.
import { nearest } from '../../problem';
import type { CorridorData, LineSpec } from '../corridor';
import { type Complaint, complaint, unknownName } from './complaint';

export function checkLines(data: CorridorData): Complaint[] {
  return [...Object.entries(data.lines).flatMap(([id, line]) => checkLine(data, id, line)), ...checkReached(data)];
}

function checkLine(data: CorridorData, id: string, line: LineSpec): Complaint[] {
  const found: Complaint[] = [];
  const places = Object.keys(data.places);
  line.between.forEach((place, i) => {
    if (!places.includes(place)) found.push(unknownName(['lines', id, 'between', i], place, 'place', places));
  });
  if (line.between[0] === line.between[1]) {
    const say = `The line "${id}" begins and ends at ${line.between[0]}; name two places.`;
    found.push(complaint(['lines', id, 'between'], line.between.join(', '), 'two different places', say));
  }
  if (line.mode === 'sea') {
    for (const key of ['gauge', 'paths'] as const) {
      if (line[key] === undefined) continue;
      const say = `The line "${id}" is a sea lane; leave ${key} out, or make its mode rail.`;
      found.push(complaint(['lines', id, key], line[key], 'nothing, at sea', say));
    }
  }
  if (line.paths !== undefined && !(line.paths > 0)) {
    const say = `Without a path no train ever runs on "${id}"; leave paths out where one is always free.`;
    found.push(complaint(['lines', id, 'paths'], line.paths, 'more than 0 trains/day', say));
  }
  return found;
}

export const linesReach = (data: CorridorData, place: string): boolean =>
  Object.values(data.lines).some(({ between }) => (between as readonly string[]).includes(place));

function checkReached(data: CorridorData): Complaint[] {
  const places = Object.keys(data.places);
  const ends = Object.values(data.lines).flatMap(({ between }) => between as readonly string[]);
  // A misspelt name in a line is a problem of its own; that it does not reach the place meant follows from it.
  const meant = ends.filter((end) => !places.includes(end)).flatMap((end) => nearest(end, places));
  return places
    .filter((place) => !linesReach(data, place) && !meant.includes(place))
    .map((place) => {
      const say = `No line reaches ${place}; add a line that does, or remove the place.`;
      return complaint(['places', place], place, 'an end of at least one line', say);
    });
}
