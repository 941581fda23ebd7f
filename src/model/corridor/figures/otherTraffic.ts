// Other traffic derived from the data: routes of its trains, trains by place, and berths held by its ships.
import { sampler } from '../../../stochastic';
import type { CorridorData, LineSpec } from '../corridor';
import type { TrafficSpec } from '../data/trafficSpec';
import { lawOf } from './law';

export const isTrains = ({ trains }: TrafficSpec): boolean => trains !== undefined;

/** One line of a route, and its end places in order of travel. */
export interface OtherPassage {
  readonly line: string;
  readonly from: string;
  readonly to: string;
}

const lineIds = ({ on = [] }: TrafficSpec): readonly string[] => (typeof on === 'string' ? [on] : on);

const other = ({ between: [a, b] }: LineSpec, place: string): string | undefined =>
  a === place ? b : b === place ? a : undefined;

/** The chain from one of its ends, line by line; undefined if consecutive lines do not join. */
function chainFrom(data: CorridorData, lines: readonly string[], from: string): OtherPassage[] | undefined {
  const way: OtherPassage[] = [];
  let at = from;
  for (const line of lines) {
    const to = other(data.lines[line], at);
    if (to === undefined) return undefined;
    way.push({ line, from: at, to });
    at = to;
  }
  return way;
}

/** The route of other trains, in their first direction; undefined if their lines do not form a chain. */
export function otherWay(data: CorridorData, spec: TrafficSpec): OtherPassage[] | undefined {
  const lines = lineIds(spec);
  if (lines.length === 0 || !lines.every((line) => Object.hasOwn(data.lines, line))) return undefined;
  const [a, b] = data.lines[lines[0]].between;
  const forward = chainFrom(data, lines, a) ?? chainFrom(data, lines, b);
  if (forward === undefined || spec.from === undefined || forward[0].from === spec.from) return forward;
  const back = reversed(forward);
  return back[0].from === spec.from ? back : undefined;
}

/** The same route in the opposite direction. */
export const reversed = (way: readonly OtherPassage[]): OtherPassage[] =>
  [...way].reverse().map(({ line, from, to }) => ({ line, from: to, to: from }));

/** The routes of other trains, in one direction or both. */
export function otherWays(data: CorridorData, spec: TrafficSpec): OtherPassage[][] {
  const way = otherWay(data, spec);
  if (way === undefined) return [];
  return spec.both === true ? [way, reversed(way)] : [way];
}

/** Other trains a day that take a line from a place. */
export function otherTrainsOver(data: CorridorData, line: string, from: string): number {
  return Object.values(data.traffic ?? {})
    .filter(isTrains)
    .flatMap((spec) => otherWays(data, spec).map((way) => ({ way, trains: spec.trains ?? 0 })))
    .filter(({ way }) => way.some((passage) => passage.line === line && passage.from === from))
    .reduce((sum, { trains }) => sum + trains, 0);
}

/** Other ships at a port, in an order independent of names: those of one berth by their data. */
export function othersAt({ traffic = {} }: CorridorData, port: string): string[] {
  const text = (id: string) => {
    const { berth = 'container', priority = 1, stays = 0, ships = 0 } = traffic[id];
    return JSON.stringify([berth, priority, stays, ships]);
  };
  return Object.keys(traffic)
    .filter((id) => !isTrains(traffic[id]) && traffic[id].at === port)
    .sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : a < b ? -1 : 1));
}

/** Mean number of berths of a kind at a port that other ships hold, without queueing. */
export function berthsHeld(data: CorridorData, port: string, berth: string): number {
  return othersAt(data, port)
    .map((id) => data.traffic?.[id] ?? {})
    .filter((one) => (one.berth ?? 'container') === berth)
    .reduce((sum, { ships = 0, stays }) => {
      const seconds = stays === undefined ? 0 : sampler(lawOf(stays)).mean;
      return sum + (ships * seconds) / (365 * 86_400);
    }, 0);
}

/** Whether other trains pass a place. */
export const isPassedByOthers = (data: CorridorData, place: string): boolean =>
  Object.values(data.traffic ?? {}).some(
    (spec) => isTrains(spec) && otherWay(data, spec)?.some(({ from, to }) => from === place || to === place) === true,
  );

/** Other trains a day that come to a place from a neighbour. */
export const otherTrainsInto = (data: CorridorData, place: string, neighbour: string): number =>
  Object.keys(data.lines)
    .filter((line) => data.lines[line].between.includes(place) && data.lines[line].between.includes(neighbour))
    .reduce((sum, line) => sum + otherTrainsOver(data, line, neighbour), 0);

/** Entries of other traffic that take a line. */
export const isTravelled = (data: CorridorData, line: string): boolean =>
  Object.values(data.traffic ?? {}).some((spec) => isTrains(spec) && lineIds(spec).includes(line));
