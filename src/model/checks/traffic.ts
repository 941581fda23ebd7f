// Other traffic: its lines and berths are there, its trains get through, and its ships leave as fast as they come.
import type { CorridorData } from '../corridor/corridor';
import type { TrafficSpec } from '../corridor/data/trafficSpec';
import { pathsOf } from '../corridor/figures/linePaths';
import { berthsHeld, isTrains, otherTrainsOver, otherWay, otherWays } from '../corridor/figures/otherTraffic';
import { runningSpeed } from '../corridor/figures/shipClasses';
import { type Complaint, complaint, listed, unknownName } from './complaint';
import { openShareOf } from './hours';
import { judged, judgedEach } from './judged';

export function checkTraffic(data: CorridorData): Complaint[] {
  return judgedEach(
    () => data.traffic,
    (id, spec) => {
      const kind = checkKind(id, spec);
      if (kind.length > 0) return kind;
      return isTrains(spec)
        ? firstOf(
            () => checkLines(data, id, spec),
            () => checkChain(data, id, spec),
            () => [...checkSpeed(data, id, spec), ...checkPaths(data, id, spec)],
          )
        : firstOf(
            () => checkPort(data, id, spec),
            () => checkStays(data, id, spec),
          );
    },
  );
}

/** The first judgement that finds anything: the others rest on it. */
function firstOf(...judgements: readonly (() => Complaint[])[]): Complaint[] {
  for (const judge of judgements) {
    const found = judged(judge);
    if (found.length > 0) return found;
  }
  return [];
}

const needed = { trains: ['trains', 'on'], ships: ['ships', 'at', 'stays'] } as const;
const allowed = {
  trains: [...needed.trains, 'from', 'both', 'speed', 'priority'],
  ships: [...needed.ships, 'berth', 'priority'],
} as const;

/** Trains or ships, one of the two, with all that it needs and nothing of the other. */
function checkKind(id: string, spec: TrafficSpec): Complaint[] {
  const path = ['traffic', id];
  if (spec.trains === undefined && spec.ships === undefined) {
    const say = `Other traffic "${id}" is neither trains nor ships; give trains with on, or ships with at and stays.`;
    return [complaint(path, id, 'trains and on, or ships, at and stays', say)];
  }
  const kind = isTrains(spec) ? 'trains' : 'ships';
  const missing = needed[kind].filter((key) => spec[key] === undefined);
  const wrong = Object.keys(spec).filter(
    (key) => spec[key as keyof TrafficSpec] !== undefined && !(allowed[kind] as readonly string[]).includes(key),
  );
  return [
    ...missing.map((key) => {
      const say = `Other traffic "${id}" is ${kind}, which need ${needed[kind].join(', ')}; give ${key}.`;
      return complaint(path, 'nothing', key, say);
    }),
    ...wrong.map((key) => {
      const say = `Other traffic "${id}" is ${kind}, which have no ${key}; leave it out, or write an entry of its own.`;
      return complaint([...path, key], key, `nothing, of ${kind}`, say);
    }),
  ];
}

const lineIds = ({ on = [] }: TrafficSpec): readonly string[] => (typeof on === 'string' ? [on] : on);

/** Where a line stands in `on`. */
const pathOfLine = (id: string, { on }: TrafficSpec, i: number): Complaint['path'] =>
  typeof on === 'string' ? ['traffic', id, 'on'] : ['traffic', id, 'on', i];

function checkLines(data: CorridorData, id: string, spec: TrafficSpec): Complaint[] {
  const lines = lineIds(spec);
  if (lines.length === 0) {
    const say = `Trains of "${id}" run on no line; name one or more.`;
    return [complaint(['traffic', id, 'on'], 'an empty list', 'one line or more', say)];
  }
  const rails = Object.keys(data.lines).filter((line) => data.lines[line].mode === 'rail');
  return lines.flatMap((line, i) => {
    if (!Object.hasOwn(data.lines, line)) return [unknownName(pathOfLine(id, spec, i), line, 'line', rails)];
    const { mode, paths, single } = data.lines[line];
    if (mode !== 'rail') {
      const say = `The line "${line}" is ${mode === 'sea' ? 'a sea lane' : 'a road'}, on which no train runs; name rail sections only.`;
      return [complaint(pathOfLine(id, spec, i), line, listed(rails), say)];
    }
    if (paths !== undefined || single !== undefined) return [];
    const say = `On "${line}" a path is always free, so trains of others hold nobody up there; give the line paths or single, or leave it out of on.`;
    return [complaint(pathOfLine(id, spec, i), line, 'a line with paths or single', say)];
  });
}

function checkChain(data: CorridorData, id: string, spec: TrafficSpec): Complaint[] {
  const lines = lineIds(spec);
  const chain = otherWay(data, { ...spec, from: undefined });
  if (chain === undefined) {
    const say = `The lines of "${id}" are no chain: each must begin where the one before it ends; write them in the order in which a train takes them.`;
    return [complaint(['traffic', id, 'on'], lines.join(', '), 'lines that join, one to the next', say)];
  }
  if (otherWay(data, spec) !== undefined) return [];
  const ends = [chain[0].from, chain[chain.length - 1].to];
  const say = `Trains of "${id}" begin at one of the ends of their way, ${ends.join(' or ')}; name one of the two.`;
  return [complaint(['traffic', id, 'from'], spec.from, ends.join(' or '), say)];
}

function checkSpeed(data: CorridorData, id: string, spec: TrafficSpec): Complaint[] {
  if (spec.speed !== undefined) return [];
  const slow = lineIds(spec).filter((line) => runningSpeed(data, line, spec) === undefined);
  if (slow.length === 0) return [];
  const say = `Nothing says how fast trains of "${id}" are on ${listed(slow)}; give them a speed, or the line.`;
  return [complaint(['traffic', id], 'nothing', 'speed, here or of each line', say)];
}

/** More trains than paths, all year: the queue before the section grows without end. */
function checkPaths(data: CorridorData, id: string, spec: TrafficSpec): Complaint[] {
  return otherWays(data, spec)
    .flat()
    .flatMap(({ line, from, to }) => {
      const { perDay } = pathsOf(data.lines[line], openShareOf(data, data.lines[line].calendar));
      const trains = otherTrainsOver(data, line, from);
      if (trains < perDay) return [];
      const most = Number(perDay.toFixed(1));
      const say = `Trains of others take ${Number(trains.toFixed(1))} paths a day from ${from} to ${to} on "${line}", which has ${most}: ${Number((trains - perDay).toFixed(1))} too many, so that the queue grows all year; let fewer run, or give the line more paths.`;
      return [
        complaint(
          ['traffic', id, 'trains'],
          `${spec.trains} trains/day`,
          `less than ${most} trains/day in all on "${line}"`,
          say,
        ),
      ];
    })
    .slice(0, 1);
}

function checkPort(data: CorridorData, id: string, spec: TrafficSpec): Complaint[] {
  const ports = Object.keys(data.places).filter((place) => data.places[place].kind === 'seaport');
  const port = Object.hasOwn(data.places, spec.at ?? '') ? data.places[spec.at ?? ''] : undefined;
  if (port === undefined) return [unknownName(['traffic', id, 'at'], spec.at ?? '', 'port', ports)];
  if (port.kind !== 'seaport') {
    const say = `${spec.at} is a ${port.kind}, at which no ship calls; name a seaport.`;
    return [complaint(['traffic', id, 'at'], spec.at, listed(ports), say)];
  }
  const berth = spec.berth ?? 'container';
  const known = Object.keys(port.berths);
  return known.includes(berth)
    ? []
    : [
        unknownName(
          ['traffic', id, ...(spec.berth === undefined ? [] : ['berth'])],
          berth,
          `kind of berth at ${spec.at}`,
          known,
        ),
      ];
}

/** Ships that stay longer than they come: the berths would never be free again. */
function checkStays(data: CorridorData, id: string, spec: TrafficSpec): Complaint[] {
  const port = data.places[spec.at ?? ''];
  if (port.kind !== 'seaport' || spec.stays === undefined) return [];
  const berth = spec.berth ?? 'container';
  const held = berthsHeld(data, spec.at ?? '', berth);
  const { count } = port.berths[berth];
  if (count === 0 || held < count) return [];
  const say = `Ships of others hold ${Number(held.toFixed(2))} ${berth} berths at ${spec.at} at a time, of ${count}: they stay longer than they come, and the line outside grows all year; let fewer call, or let them stay less.`;
  return [
    complaint(['traffic', id, 'ships'], `${spec.ships} calls/year`, `less than ${count} berths held in all`, say),
  ];
}
