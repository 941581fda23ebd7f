// Lines: both ends are places, what belongs to rails is said of rails only, and every place lies on a line.
import { nearest } from '../../problem';
import type { CorridorData, LineSpec } from '../corridor/corridor';
import { pathsOf } from '../corridor/figures/linePaths';
import { type Complaint, closure, complaint, unknownName } from './complaint';
import { openShareOf } from './hours';
import { judged, judgedEach } from './judged';

export function checkLines(data: CorridorData): Complaint[] {
  const each = judgedEach(
    () => data.lines,
    (id, line) =>
      judged(
        () => checkPlace(data, id, 0),
        () => checkPlace(data, id, 1),
        () => checkEnds(id, line),
        () => checkLength(id, line),
        ...railOnly.map((key) => () => checkRailOnly(id, line, key)),
        () => checkStops(id, line),
        () => checkPaths(data, id, line),
        () => checkSingle(id, line),
        () => checkCalendar(data, id, line),
        () => checkWeather(data, id, line),
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

/** The time on a line is drawn around its mean, which must not be 0. */
function checkLength(id: string, { length, variation }: LineSpec): Complaint[] {
  if (length > 0 || variation === undefined || variation === 0) return [];
  const say = `The line "${id}" is 0 km long, so that the time on it cannot vary; give its length, or leave variation out.`;
  return [complaint(['lines', id, 'length'], '0 km', 'a length above 0 beside a variation', say)];
}

const railOnly = ['running', 'stops', 'gauge', 'paths', 'single', 'passenger', 'longest', 'heaviest'] as const;

function checkRailOnly(id: string, line: LineSpec, key: (typeof railOnly)[number]): Complaint[] {
  if (line.mode === 'rail' || line[key] === undefined) return [];
  const [what, allowed] = line.mode === 'sea' ? ['a sea lane', 'nothing, at sea'] : ['a road', 'nothing, on a road'];
  const say = `The line "${id}" is ${what}; leave ${key} out, or make its mode rail.`;
  return [complaint(['lines', id, key], typeof line[key] === 'object' ? key : line[key], allowed, say)];
}

/** A line has a mean speed with everything in it, or a running speed with its stops; stops counted in both would count twice. */
function checkStops(id: string, { speed, running, stops }: LineSpec): Complaint[] {
  const path = ['lines', id];
  if (stops !== undefined && speed !== undefined) {
    const say = `The speed of "${id}" is a mean with its stops, which stops would count once more; write it as running, the speed between stops, or leave stops out.`;
    return [complaint([...path, 'stops'], 'stops', 'nothing, with speed', say)];
  }
  if (running !== undefined && speed !== undefined) {
    const say = `"${id}" has a mean speed, with its stops, and a running speed, without them; keep one of the two.`;
    return [complaint([...path, 'running'], `${running} km/h`, 'nothing, with speed', say)];
  }
  if (running !== undefined && stops === undefined) {
    const say = `The speed of "${id}" between stops is given, but not where its trains stop; give stops, or write a mean speed as speed.`;
    return [complaint([...path, 'running'], `${running} km/h`, 'stops beside it', say)];
  }
  if (stops === undefined) return [];
  if (running === undefined) {
    const say = `The stops of "${id}" are given, but not how fast its trains run between them; give running.`;
    return [complaint([...path, 'stops'], 'stops', 'running beside it', say)];
  }
  if (!(stops.every > 0)) {
    const say = `Trains on "${id}" cannot stop every 0 km; give the distance between stops.`;
    return [complaint([...path, 'stops', 'every'], '0 km', 'more than 0 km', say)];
  }
  const between = (stops.every / running) * 3600;
  if (stops.takes <= between) return [];
  const say = `On "${id}" a train stops for ${Number((stops.takes / 3600).toFixed(2))} h after every ${Number((between / 3600).toFixed(2))} h of running: stops take more than the way; let them be shorter or further apart.`;
  return [
    complaint(
      [...path, 'stops', 'takes'],
      `${stops.takes / 3600} h`,
      `at most ${Number((between / 3600).toFixed(2))} h`,
      say,
    ),
  ];
}

function checkPaths(data: CorridorData, id: string, line: LineSpec): Complaint[] {
  const { paths, single, passenger } = line;
  if (paths !== undefined && single !== undefined) {
    const say = `The paths of "${id}" are given, and follow from its single track as well; leave one of the two out.`;
    return [complaint(['lines', id, 'paths'], paths, 'nothing, with single', say)];
  }
  if (paths !== undefined && !(paths > 0)) {
    const say = `Without a path no train ever runs on "${id}"; leave paths out where one is always free.`;
    return [closure(['lines', id, 'paths'], paths, 'more than 0 trains/day', say)];
  }
  if (passenger === undefined || passenger === 0) return [];
  const path = ['lines', id, 'passenger'];
  if (paths === undefined && single === undefined) {
    const say = `On "${id}" a path is always free, so passenger trains take none; give paths or single, or leave passenger out.`;
    return [complaint(path, passenger, 'nothing, without paths or single', say)];
  }
  const { perDay } = pathsOf({ ...line, passenger: undefined }, openShareOf(data, line.calendar));
  if (passenger < perDay) return [];
  const most = Number(perDay.toFixed(1));
  const say = `Passenger trains take all ${most} paths of "${id}" and leave none to others; let them take fewer.`;
  return [complaint(path, `${passenger} trains/day`, `less than ${most} trains/day`, say)];
}

function checkSingle(id: string, { single, length }: LineSpec): Complaint[] {
  if (single === undefined) return [];
  const at = (key: string) => ['lines', id, 'single', key];
  const found: Complaint[] = [];
  if (!(single.section > 0 && single.section <= length)) {
    const say = `The limiting section of "${id}" is a part of its ${length} km; give one of more than 0 km and no longer than the line.`;
    found.push(complaint(at('section'), `${single.section} km`, `more than 0, at most ${length} km`, say));
  }
  if (!(single.speed > 0)) {
    const say = `Trains never get over the limiting section of "${id}"; give their speed there.`;
    found.push(complaint(at('speed'), `${single.speed} km/h`, 'more than 0 km/h', say));
  }
  if (!((single.reliability ?? 1) > 0)) {
    const say = `No path on "${id}" can ever be used; give a share above 0 %, or leave reliability out.`;
    found.push(complaint(at('reliability'), '0 %', 'more than 0 %', say));
  }
  return found;
}

function checkCalendar(data: CorridorData, id: string, { mode, calendar }: LineSpec): Complaint[] {
  if (calendar === undefined) return [];
  const path = ['lines', id, 'calendar'];
  const known = Object.keys(data.calendars ?? {});
  if (!known.includes(calendar)) return [unknownName(path, calendar, 'calendar', known)];
  if (mode !== 'road') return [];
  const say = `The line "${id}" is a road, which is always open; let the road border close, or leave calendar out.`;
  return [complaint(path, calendar, 'nothing, on a road', say)];
}

/** Slower sailing: at sea, by a weather that says how ships sail in it. */
function checkWeather(data: CorridorData, id: string, { mode, weather }: LineSpec): Complaint[] {
  if (weather === undefined) return [];
  const path = ['lines', id, 'weather'];
  if (mode !== 'sea') {
    const say = `The line "${id}" is ${mode === 'rail' ? 'of rails' : 'a road'}, where no ship sails; leave weather out.`;
    return [complaint(path, weather, 'nothing, but at sea', say)];
  }
  const seas = Object.keys(data.weather ?? {});
  if (!seas.includes(weather)) return [unknownName(path, weather, 'weather', seas)];
  if (data.weather?.[weather].sailing !== undefined) return [];
  const say = `The weather "${weather}" does not say how ships sail in it, so "${id}" has nothing of it; give it sailing, or leave weather out here: storms close ports, which name it themselves.`;
  return [complaint(path, weather, 'a weather with sailing', say)];
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
