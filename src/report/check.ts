// Describes a scenario in words: its places, lines and flows, and the rides of each flow.
import type { CorridorData } from '../model/corridor/corridor';
import { rideOf, roadsOf, routeIds, routeOf } from '../model/corridor/routes/route';
import { unusedEntries } from '../model/corridor/routes/unused';
import { windowOf } from '../model/time/window';
import { columns, WIDTH, wrap } from './words/columns';
import { countOf, writeNumber } from './words/numbers';

export interface CheckReport {
  readonly data: CorridorData;
  readonly hash: string;
  readonly changes: readonly string[];
}

/** `2 seaports, 1 rail border`, in order of kinds. */
function kinds(data: CorridorData): string {
  const count = new Map<string, number>();
  for (const { kind } of Object.values(data.places)) count.set(kind, (count.get(kind) ?? 0) + 1);
  return [...count]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, n]) => countOf(n, kind))
    .join(', ');
}

const names = { rail: 'rail section', sea: 'sea lane', road: 'road' } as const;

const hasRoads = (data: CorridorData) => Object.values(data.lines).some(({ mode }) => mode === 'road');

function kilometres(data: CorridorData, mode: 'rail' | 'sea' | 'road'): string {
  const lines = Object.values(data.lines).filter((line) => line.mode === mode);
  const total = lines.reduce((sum, { length }) => sum + length, 0);
  return `${countOf(lines.length, names[mode])} (${writeNumber(total)} km)`;
}

/** One flow: its demand and its rides. */
function flowLines(data: CorridorData, flow: string): string[] {
  const { demand = 0, trucks, from, to } = data.flows[flow];
  const much = trucks === undefined ? `${writeNumber(demand)} TEU a year` : `${writeNumber(trucks)} trucks a day`;
  return [
    ...wrap(`${flow}: ${much} from ${from} to ${to}`, WIDTH, '  ', '    '),
    ...routeIds(data.flows[flow]).flatMap((route) => routeLines(data, flow, route)),
  ];
}

/** One route of a flow: the services of its boxes, or the roads of its trucks. */
function routeLines(data: CorridorData, flow: string, route: string | undefined): string[] {
  const name = route === undefined ? [] : [`    ${route}:`];
  const rides = data.flows[flow].trucks === undefined ? routeOf(data, flow, route) : undefined;
  const roads = rides === undefined ? roadsOf(data, flow, route) : undefined;
  const rows = Array.isArray(rides)
    ? rides.map((ride) => {
        const { service, from, to } = ride;
        const km = rideOf(data, ride).way.reduce((sum, { line }) => sum + data.lines[line].length, 0);
        return [service, `${from} → ${to}`, `${writeNumber(km)} km`];
      })
    : Array.isArray(roads)
      ? roads.map(({ line, from, to }) => [line, `${from} → ${to}`, `${writeNumber(data.lines[line].length)} km`])
      : [];
  return [...name, ...columns(rows, 'llr', '    ')];
}

/** The other parts of a corridor, by name; only those that it has. */
function alsoDefined(data: CorridorData): string[] {
  const bans = Object.entries(data.places).flatMap(([id, place]) =>
    place.kind === 'rail border'
      ? Object.entries(place.ban ?? {}).map(
          ([from, { above, until }]) => `${id} (from ${from}: above ${above}, until ${until})`,
        )
      : [],
  );
  const queues = Object.entries(data.places).flatMap(([id, place]) =>
    place.kind === 'road border'
      ? Object.entries(place.toward).flatMap(([to, { eQueue }]) =>
          eQueue === undefined ? [] : [`${id} to ${to} (${writeNumber(eQueue.slots)} slots a day)`],
        )
      : [],
  );
  const dated = Object.entries(data.changes ?? {}).flatMap(([id, { from }]) =>
    from === undefined ? [] : [`${id} (from ${from})`],
  );
  const others = Object.entries(data.traffic ?? {}).map(([id, { trains, both, ships, at }]) =>
    trains === undefined
      ? `${id} (${writeNumber(ships ?? 0)} ships a year at ${at})`
      : `${id} (${writeNumber(trains, 1)} trains a day ${both === true ? 'each way' : 'one way'})`,
  );
  const all: readonly (readonly [string, readonly string[]])[] = [
    ['acceptance bans', bans],
    ['e-queues', queues],
    ['calendars', Object.keys(data.calendars ?? {})],
    ['locomotives', Object.entries(data.locomotives ?? {}).map(([id, { count }]) => `${id} (${count})`)],
    ['other traffic', others],
    ['standing there at clock zero', Object.keys(data.initial ?? {})],
    ['variants', Object.keys(data.variants ?? {})],
    ['changes on a day', dated],
  ];
  return all.flatMap(([what, names]) =>
    names.length === 0 ? [] : wrap(`${what}: ${[...names].sort().join(', ')}`, WIDTH, '', '  '),
  );
}

/** Notes that are not problems: entries without effect. */
const notes = (data: CorridorData): string[] =>
  unusedEntries(data).flatMap(({ say }) => wrap(`note: ${say}`, WIDTH, '', '  '));

/** The complete output of `keruen check` for a scenario without problems. */
export function writeCheck({ data, hash, changes }: CheckReport): string {
  const { first, last } = windowOf(data);
  return [
    ...wrap(data.title),
    '',
    `${countOf(Object.keys(data.places).length, 'place')}: ${kinds(data)}`,
    `lines: ${(['rail', 'sea', 'road'] as const)
      .filter((mode) => mode !== 'road' || hasRoads(data))
      .map((mode) => kilometres(data, mode))
      .join(', ')}`,
    `${countOf(Object.keys(data.services).length, 'service')}, ${countOf(Object.keys(data.flows).length, 'flow')}`,
    ...Object.keys(data.flows)
      .sort()
      .flatMap((flow) => flowLines(data, flow)),
    ...alsoDefined(data),
    `window from ${data.start} to ${last}; simulated from ${first} on (${data.timeZone})`,
    ...changes.map((change) => `with ${change}`),
    ...notes(data),
    '',
    `${data.id} ${hash}: no problems`,
  ]
    .join('\n')
    .concat('\n');
}
