// Services and fleets: their lines are one chain of one mode, both ends can work their units, every load can be carried.
import type { CorridorData, LeavesWhen, ServiceSpec } from '../corridor/corridor';
import type { PlaceSpec } from '../corridor/data/placeSpec';
import { isTimed } from '../corridor/figures/leavesWhen';
import { linesOf, type Passage, placesOf, speedOn, wayOf } from '../corridor/routes/route';
import { callsComplaint, checkCallNames, checkCallPlace, checkCallsLeave } from './calls';
import { type Complaint, complaint, unknownName } from './complaint';
import { checkEnd } from './ends';
import { checkFleets, leastCapacity } from './fleets';
import { judged, judgedEach } from './judged';
import { checkSharing } from './sharedFleets';

export function checkServices(data: CorridorData): Complaint[] {
  return [
    ...judgedEach(
      () => data.services,
      (id, service) =>
        judged(
          () => checkFleetName(data, id, service),
          () => checkSharing(data, id, service),
          () => checkOn(data, id, service),
        ),
    ),
    ...checkFleets(data),
  ];
}

/** Whether both ends of a line are places. */
export const leadsSomewhere = (data: CorridorData, line: string): boolean =>
  data.lines[line].between.every((place) => Object.hasOwn(data.places, place));

/** The lines of a service, and what follows from them where they can be followed. */
function checkOn(data: CorridorData, id: string, service: ServiceSpec): Complaint[] {
  const lines = linesOf(service.on);
  const at = (i: number) => (typeof service.on === 'string' ? ['services', id, 'on'] : ['services', id, 'on', i]);
  const known = Object.keys(data.lines);
  const checkName = (i: number) => (known.includes(lines[i]) ? [] : [unknownName(at(i), lines[i], 'line', known)]);
  const unknown = judged(...Array.from(lines.keys(), (i) => () => checkName(i)));
  if (unknown.length > 0) return unknown;
  // A line that leads nowhere has a problem of its own; what follows from it would only hide that.
  if (!lines.every((line) => leadsSomewhere(data, line))) return [];
  const { calls } = service;
  const noPlace = checkCallNames(data, id, service);
  if (noPlace.length > 0) return noPlace;
  const chain = wayOf(data, id);
  if ('say' in chain && 'call' in chain) return [callsComplaint(id, calls ?? [], chain)];
  if ('say' in chain) {
    const allowed = 'lines that form one chain, in order';
    return [
      complaint(
        at(chain.at),
        lines[chain.at] ?? 'no line',
        allowed,
        `${chain.say} Name the lines in order${chain.isBack ? ', or the places where a service that goes round calls (calls)' : ''}.`,
      ),
    ];
  }
  const mode = data.lines[lines[0]].mode;
  if (mode === 'road') {
    const say = `The service "${id}" runs on the road "${lines[0]}"; trucks need no service: give a flow of trucks instead.`;
    return [complaint(at(0), lines[0], 'lines of mode rail or sea', say)];
  }
  const checkMode = (line: string, i: number) => {
    if (data.lines[line].mode === mode) return [];
    const say = `The service "${id}" runs by ${mode} on "${lines[0]}" and by ${data.lines[line].mode} on "${line}"; make two services of it.`;
    return [complaint(at(i), line, `lines of mode ${mode}`, say)];
  };
  const checkPlace = (place: string) => {
    const spec: PlaceSpec | undefined = data.places[place];
    const found = calls === undefined ? [] : checkCallPlace(data, id, place);
    return spec === undefined || found.length > 0 ? found : checkEnd(data, id, place, spec, mode);
  };
  return judged(
    ...lines.map((line, i) => () => checkMode(line, i)),
    () => checkGauge(data, id, chain.way),
    ...chain.way.map((passage) => () => checkSpeed(data, service, passage)),
    () => checkLeaving(data, id, service, mode),
    ...chain.ends.map((place) => () => checkPlace(place)),
  );
}

function checkFleetName(data: CorridorData, id: string, service: ServiceSpec): Complaint[] {
  const fleets = Object.keys(data.fleets);
  const path = ['services', id, 'fleet'];
  return fleets.includes(service.fleet) ? [] : [unknownName(path, service.fleet, 'fleet', fleets)];
}

/** One gauge from end to end: a train does not change it under way. */
function checkGauge(data: CorridorData, id: string, way: readonly Passage[]): Complaint[] {
  const gauges = way.map(({ line }) => data.lines[line].gauge);
  const first = gauges.find((gauge) => gauge !== undefined);
  const other = gauges.findIndex((gauge) => gauge !== undefined && gauge !== first);
  if (other < 0) return [];
  const say = `The line "${way[other].line}" has ${gauges[other]} mm and another has ${first} mm; end the service at a gauge change.`;
  return [complaint(['services', id, 'on'], way[other].line, `lines of ${first} mm`, say)];
}

function checkSpeed(data: CorridorData, service: ServiceSpec, { line }: Passage): Complaint[] {
  if (!Object.hasOwn(data.fleets, service.fleet)) return [];
  if ((speedOn(data, line, service.fleet) ?? 0) > 0) return [];
  const say = `Neither the line "${line}" nor the fleet "${service.fleet}" has a speed; give one of them.`;
  return [complaint(['lines', line, 'speed'], data.lines[line].speed ?? 'nothing', 'more than 0 km/h', say)];
}

function checkLeaving(data: CorridorData, id: string, service: ServiceSpec, mode: 'rail' | 'sea'): Complaint[] {
  const [right, wrong] = mode === 'rail' ? (['leaves', 'sails'] as const) : (['sails', 'leaves'] as const);
  const unit = mode === 'rail' ? 'train' : 'ship';
  const checkWrong = () => {
    if (service[wrong] === undefined) return [];
    const say = `The service "${id}" runs by ${mode}; say when its ${unit} ${right}, not ${wrong}.`;
    return [complaint(['services', id, wrong], wrong, right, say)];
  };
  const checkNoBerth = () => {
    if (mode !== 'rail' || service.berth === undefined) return [];
    const say = `The service "${id}" runs by rail and needs no berth; leave it out.`;
    return [complaint(['services', id, 'berth'], service.berth, 'nothing, by rail', say)];
  };
  const checkRight = () => {
    const path = ['services', id, right];
    const when = service[right];
    if (when !== undefined) {
      const checkGo = () =>
        service.calls === undefined ? checkLetsGo(path, id, when) : checkCallsLeave(path, id, when);
      return judged(
        checkGo,
        () => checkTimes(data, path, id, when, mode),
        () => checkStay(data, path, id, when, mode),
        () => checkLeast(data, path, id, when),
      );
    }
    if (service[wrong] !== undefined) return [];
    const say = `Say when the ${unit} of "${id}" ${right}: full, or once a box has waited longest.`;
    return [complaint(path, 'nothing', 'full, longestWait or both', say)];
  };
  return judged(checkWrong, checkNoBerth, checkRight);
}

/** Departures by the clock: from ends of the service, at some time of the week. */
function checkTimes(
  data: CorridorData,
  path: string[],
  id: string,
  when: LeavesWhen,
  mode: 'rail' | 'sea',
): Complaint[] {
  const { every, timetable, longestWait } = when;
  const found: Complaint[] = [];
  if (every !== undefined && !(every >= 60)) {
    const say = `${mode === 'sea' ? 'Ships' : 'Trains'} of "${id}" cannot set out every ${every} s; give a minute or more.`;
    found.push(complaint([...path, 'every'], `${every} s`, '1 min or more', say));
  }
  const ends = placesOf(data, id);
  const { calls } = data.services[id];
  for (const [place, { times }] of Object.entries(timetable ?? {})) {
    const at = [...path, 'timetable', place];
    if (!ends.includes(place))
      found.push(unknownName(at, place, `${calls === undefined ? 'end' : 'call'} of "${id}"`, ends));
    else if (Object.values(times).every((day) => day === undefined)) {
      const say = `The timetable of "${id}" at ${place} has no departure in the week; name a day, or daily.`;
      found.push(complaint([...at, 'times'], 'nothing', 'daily or a weekday, such as mon: 20:00', say));
    }
  }
  if (calls === undefined && longestWait !== undefined && ends.every((place) => isTimed(when, place))) {
    const say = `${mode === 'sea' ? 'Ships' : 'Trains'} of "${id}" set out by the clock from both ends and never sooner; leave longestWait out, or the departures.`;
    found.push(complaint([...path, 'longestWait'], `${longestWait} s`, 'nothing, where they leave by the clock', say));
  }
  return found;
}

/** How long ships stay: there must be ships, and a port from which they do not sail by the clock anyway. */
function checkStay(
  data: CorridorData,
  path: string[],
  id: string,
  when: LeavesWhen,
  mode: 'rail' | 'sea',
): Complaint[] {
  const { longestStay } = when;
  if (longestStay === undefined) return [];
  const at = [...path, 'longestStay'];
  const got = `${longestStay} s`;
  if (data.services[id].calls !== undefined) return [];
  if (mode === 'rail') {
    const say = `Trains of "${id}" stand ready until there is a load; leave longestStay out, and give longestWait for their boxes.`;
    return [complaint(at, got, 'nothing, by rail', say)];
  }
  if (!placesOf(data, id).every((place) => isTimed(when, place))) return [];
  const say = `Ships of "${id}" sail by the clock from both ends; leave longestStay out, or the departures.`;
  return [complaint(at, got, 'nothing, where they sail by the clock', say)];
}

function checkLetsGo(path: string[], id: string, when: LeavesWhen): Complaint[] {
  const { full, longestWait, longestStay, every, timetable } = when;
  if (full || [longestWait, longestStay, every, timetable].some((rule) => rule !== undefined)) return [];
  const say = `Nothing ever lets a unit of "${id}" go; make full true, or give longestWait.`;
  return [complaint(path, 'full: false', 'full: true, longestWait or both', say)];
}

function checkLeast(data: CorridorData, path: string[], id: string, { least }: LeavesWhen): Complaint[] {
  const { fleet } = data.services[id];
  if (least === undefined || !Object.hasOwn(data.fleets, fleet)) return [];
  const unitCapacity = leastCapacity(data, id);
  if (least <= unitCapacity) return [];
  const say = `A unit of "${fleet}" carries ${unitCapacity} TEU and never reaches ${least} TEU; ask for less.`;
  return [complaint([...path, 'least'], `${least} TEU`, `at most ${unitCapacity} TEU`, say)];
}
