// Lines: both ends are places, what belongs to rails is said of rails only, and every place lies on a line.
import { nearest } from '../../problem';
import type { CorridorData, LineSpec } from '../corridor';
import { type Complaint, complaint, unknownName } from './complaint';
import { judged, judgedEach } from './judged';

export function checkLines(data: CorridorData): Complaint[] {
  const each = judgedEach(
    () => data.lines,
    (id, line) =>
      judged(
        () => checkPlace(data, id, 0),
        () => checkPlace(data, id, 1),
        () => checkEnds(id, line),
        () => checkSea(id, line, 'gauge'),
        () => checkSea(id, line, 'paths'),
        () => checkPaths(id, line),
      ),
  );
  return [...each, ...judged(() => checkReached(data))];
}

function checkPlace(data: CorridorData, id: string, i: 0 | 1): Complaint[] {
  const places = Object.keys(data.places);
  const place = data.lines[id].between[i];
  return places.includes(place) ? [] : [unknownName(['lines', id, 'between', i], place, 'place', places)];
}

function checkEnds(id: string, line: LineSpec): Complaint[] {
  if (line.between[0] !== line.between[1]) return [];
  const say = `The line "${id}" begins and ends at ${line.between[0]}; name two places.`;
  return [complaint(['lines', id, 'between'], line.between.join(', '), 'two different places', say)];
}

function checkSea(id: string, line: LineSpec, key: 'gauge' | 'paths'): Complaint[] {
  if (line.mode !== 'sea' || line[key] === undefined) return [];
  const say = `The line "${id}" is a sea lane; leave ${key} out, or make its mode rail.`;
  return [complaint(['lines', id, key], line[key], 'nothing, at sea', say)];
}

function checkPaths(id: string, line: LineSpec): Complaint[] {
  if (line.paths === undefined || line.paths > 0) return [];
  const say = `Without a path no train ever runs on "${id}"; leave paths out where one is always free.`;
  return [complaint(['lines', id, 'paths'], line.paths, 'more than 0 trains/day', say)];
}

export const linesReach = (data: CorridorData, place: string): boolean =>
  Object.values(data.lines).some(({ between }) => (between as readonly string[]).includes(place));

function checkReached(data: CorridorData): Complaint[] {
  const places = Object.keys(data.places);
  const ends = Object.values(data.lines).flatMap(({ between }) => between as readonly string[]);
  // A misspelt name in a line is a problem of its own; that it does not reach the place meant follows from it.
  const meant = ends.filter((end) => !places.includes(end)).flatMap((end) => nearest(end, places));
  return judgedEach(
    () => data.places,
    (place) => {
      if (linesReach(data, place) || meant.includes(place)) return [];
      const say = `No line reaches ${place}; add a line that does, or remove the place.`;
      return [complaint(['places', place], place, 'an end of at least one line', say)];
    },
  );
}
