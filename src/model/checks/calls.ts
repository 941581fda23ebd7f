// Services that call on the way: their calls are places, on the way of their lines, and their rules say when units go on.
import type { CorridorData, LeavesWhen, ServiceSpec } from '../corridor/corridor';
import type { NoRotation } from '../corridor/routes/rotation';
import { type Complaint, complaint, unknownName } from './complaint';
import { judged, whereValid } from './judged';

/** Names of calls that are no places. */
export function checkCallNames(data: CorridorData, id: string, { calls = [] }: ServiceSpec): Complaint[] {
  const places = Object.keys(data.places);
  return judged(
    ...Array.from(calls.keys(), (i) => () => {
      const path = ['services', id, 'calls', i];
      return places.includes(calls[i]) ? [] : [unknownName(path, calls[i], 'place', places)];
    }),
  );
}

/** Why lines and calls do not go together. */
export function callsComplaint(id: string, calls: readonly string[], { call, say }: NoRotation): Complaint {
  const one = call === undefined ? undefined : calls[call];
  const path = [
    'services',
    id,
    'calls',
    ...(call === undefined || one === undefined || calls.length < 2 ? [] : [call]),
  ];
  return complaint(path, one ?? 'no call', 'two places or more on the way of its lines, in their order', say);
}

/** When units go on from their calls: no box that has waited long lets one go, and full loads alone would hold it for ever. */
export function checkCallsLeave(path: string[], id: string, when: LeavesWhen): Complaint[] {
  const { full, longestStay, longestWait, least } = when;
  const checkNot = (key: 'longestWait' | 'least', got: string | undefined) => {
    if (got === undefined) return [];
    const say = `"${id}" calls on the way, and its units go on with what there is; leave ${key} out, and give longestStay, every or a timetable.`;
    return [complaint([...path, key], got, 'nothing, with calls', say)];
  };
  const checkFull = () => {
    if (!full || longestStay !== undefined) return [];
    const say = `A unit of "${id}" that never fills would never go on from a call; say how long it stays at most (longestStay), or make full false.`;
    return [complaint([...path, 'full'], 'true', 'false, or true with longestStay', say)];
  };
  return judged(
    () => checkNot('longestWait', longestWait === undefined ? undefined : `${longestWait} s`),
    () => checkNot('least', least === undefined ? undefined : `${least} TEU`),
    checkFull,
  );
}

/** No set rests beyond a call, and none is filled there as boxes come. */
export function checkCallPlace(data: CorridorData, id: string, place: string): Complaint[] {
  const kind = whereValid(() => data.places[place]?.kind, 'terminal');
  if (kind === 'terminal' || kind === 'seaport') return [];
  const { calls = [] } = data.services[id];
  const say = `"${id}" calls at ${place}, a ${kind}; a service that calls on the way loads at terminals and seaports.`;
  return [complaint(['services', id, 'calls', calls.indexOf(place)], place, 'terminals and seaports', say)];
}
