// Services and fleets: their lines are one chain of one mode, both ends can work their units, every load can be carried.
import type { CorridorData, LeavesWhen, ServiceSpec } from '../corridor';
import type { PlaceSpec } from '../places/registry';
import { chainOf, linesOf, type Passage, speedOn } from '../route';
import { type Complaint, complaint, unknownName } from './complaint';
import { checkEnd } from './ends';

export function checkServices(data: CorridorData): Complaint[] {
  return [
    ...Object.entries(data.services).flatMap(([id, service]) => checkService(data, id, service)),
    ...Object.keys(data.fleets).flatMap((id) => checkFleet(data, id)),
  ];
}

/** TEU that one unit of a fleet may carry. */
export const roomOf = (data: CorridorData, fleetId: string): number => {
  const { carries, load = 1 } = data.fleets[fleetId];
  return carries * load;
};

/** Whether both ends of a line are places. */
export const leadsSomewhere = (data: CorridorData, line: string): boolean =>
  data.lines[line].between.every((place) => Object.hasOwn(data.places, place));

function checkService(data: CorridorData, id: string, service: ServiceSpec): Complaint[] {
  const found = checkFleetName(data, id, service);
  const lines = linesOf(service.on);
  const at = (i: number) => (typeof service.on === 'string' ? ['services', id, 'on'] : ['services', id, 'on', i]);
  const known = Object.keys(data.lines);
  const unknown = lines.flatMap((line, i) => (known.includes(line) ? [] : [unknownName(at(i), line, 'line', known)]));
  if (unknown.length > 0) return [...found, ...unknown];
  // A line that leads nowhere has a problem of its own; what follows from it would only hide that.
  if (!lines.every((line) => leadsSomewhere(data, line))) return found;
  const chain = chainOf(data, lines);
  if ('say' in chain) {
    const allowed = 'lines that form one chain, in order';
    found.push(complaint(at(chain.at), lines[chain.at] ?? 'no line', allowed, `${chain.say} Name the lines in order.`));
    return found;
  }
  const mode = data.lines[lines[0]].mode;
  lines.forEach((line, i) => {
    if (data.lines[line].mode === mode) return;
    const say = `The service "${id}" runs by ${mode} on "${lines[0]}" and by ${data.lines[line].mode} on "${line}"; make two services of it.`;
    found.push(complaint(at(i), line, `lines of mode ${mode}`, say));
  });
  return [
    ...found,
    ...checkGauge(data, id, chain.way),
    ...checkSpeeds(data, service, chain.way),
    ...checkLeaving(data, id, service, mode),
    ...chain.ends.flatMap((place) => {
      const spec: PlaceSpec | undefined = data.places[place];
      return spec === undefined ? [] : checkEnd(data, id, place, spec, mode);
    }),
  ];
}

function checkFleetName(data: CorridorData, id: string, service: ServiceSpec): Complaint[] {
  const fleets = Object.keys(data.fleets);
  const path = ['services', id, 'fleet'];
  if (!fleets.includes(service.fleet)) return [unknownName(path, service.fleet, 'fleet', fleets)];
  const sharers = Object.keys(data.services).filter((other) => data.services[other].fleet === service.fleet);
  if (sharers.length === 1) return [];
  const say = `The fleet "${service.fleet}" runs on ${sharers.join(' and ')}; give each service a fleet of its own.`;
  return [complaint(path, service.fleet, 'a fleet that no other service uses', say)];
}

function checkFleet(data: CorridorData, id: string): Complaint[] {
  const fleet = data.fleets[id];
  const service = Object.keys(data.services).find((name) => data.services[name].fleet === id);
  if (service === undefined) {
    const say = `No service uses the fleet "${id}"; name it in a service, or remove it.`;
    return [complaint(['fleets', id], id, 'a fleet that one service uses', say)];
  }
  if (fleet.count >= 1) return [];
  const say = `The service "${service}" has no unit to run with; give the fleet "${id}" at least one.`;
  return [complaint(['fleets', id, 'count'], fleet.count, '1 or more', say)];
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

function checkSpeeds(data: CorridorData, service: ServiceSpec, way: readonly Passage[]): Complaint[] {
  if (!Object.hasOwn(data.fleets, service.fleet)) return [];
  return way
    .filter(({ line }) => !((speedOn(data, line, service.fleet) ?? 0) > 0))
    .map(({ line }) => {
      const say = `Neither the line "${line}" nor the fleet "${service.fleet}" has a speed; give one of them.`;
      return complaint(['lines', line, 'speed'], data.lines[line].speed ?? 'nothing', 'more than 0 km/h', say);
    });
}

function checkLeaving(data: CorridorData, id: string, service: ServiceSpec, mode: 'rail' | 'sea'): Complaint[] {
  const found: Complaint[] = [];
  const [right, wrong] = mode === 'rail' ? (['leaves', 'sails'] as const) : (['sails', 'leaves'] as const);
  const unit = mode === 'rail' ? 'train' : 'ship';
  if (service[wrong] !== undefined) {
    const say = `The service "${id}" runs by ${mode}; say when its ${unit} ${right}, not ${wrong}.`;
    found.push(complaint(['services', id, wrong], wrong, right, say));
  }
  if (mode === 'rail' && service.berth !== undefined) {
    const say = `The service "${id}" runs by rail and needs no berth; leave it out.`;
    found.push(complaint(['services', id, 'berth'], service.berth, 'nothing, by rail', say));
  }
  const when = service[right];
  if (when === undefined) {
    if (service[wrong] !== undefined) return found;
    const say = `Say when the ${unit} of "${id}" ${right}: full, or once a box has waited longest.`;
    return [...found, complaint(['services', id, right], 'nothing', 'full, longestWait or both', say)];
  }
  return [...found, ...checkWhen(data, ['services', id, right], id, service.fleet, when)];
}

function checkWhen(data: CorridorData, path: string[], id: string, fleet: string, when: LeavesWhen): Complaint[] {
  const found: Complaint[] = [];
  if (!when.full && when.longestWait === undefined) {
    const say = `Nothing ever lets a unit of "${id}" go; make full true, or give longestWait.`;
    found.push(complaint(path, 'full: false', 'full: true, longestWait or both', say));
  }
  if (when.least !== undefined && data.fleets[fleet] !== undefined && !(when.least <= roomOf(data, fleet))) {
    const say = `A unit of "${fleet}" carries ${roomOf(data, fleet)} TEU and never reaches ${when.least} TEU; ask for less.`;
    const allowed = `at most ${roomOf(data, fleet)} TEU`;
    found.push(complaint([...path, 'least'], `${when.least} TEU`, allowed, say));
  }
  return found;
}
