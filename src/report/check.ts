// What a scenario is, in words: its places, lines and flows, and by which rides each flow goes.
import type { CorridorData } from '../model/corridor';
import { routeOf, serviceEnds } from '../model/route';
import { servicesWithoutFlow } from '../model/unused';
import { windowOf } from '../model/window';
import { columns, WIDTH, wrap } from './columns';
import { countOf, writeNumber } from './numbers';

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

function kilometres(data: CorridorData, mode: 'rail' | 'sea'): string {
  const lines = Object.values(data.lines).filter((line) => line.mode === mode);
  const total = lines.reduce((sum, { length }) => sum + length, 0);
  return `${countOf(lines.length, mode === 'rail' ? 'rail section' : 'sea lane')} (${writeNumber(total)} km)`;
}

/** One flow: how much, and its rides. */
function flowLines(data: CorridorData, flow: string): string[] {
  const { demand, from, to } = data.flows[flow];
  const rides = routeOf(data, flow);
  const head = `${flow}: ${writeNumber(demand)} TEU a year from ${from} to ${to}`;
  if (!Array.isArray(rides)) return wrap(head, WIDTH, '  ', '    ');
  const rows = rides.map(({ service, from: on, to: off }) => {
    const { way } = serviceEnds(data, service);
    const km = way.reduce((sum, { line }) => sum + data.lines[line].length, 0);
    return [service, `${on} → ${off}`, `${writeNumber(km)} km`];
  });
  return [...wrap(head, WIDTH, '  ', '    '), ...columns(rows, 'llr', '    ')];
}

/** Worth knowing, and no problem: what carries nothing. */
const notes = (data: CorridorData): string[] =>
  servicesWithoutFlow(data).flatMap((service) =>
    wrap(`note: service ${service} carries no flow; flows take the quickest way`, WIDTH, '', '  '),
  );

/** The whole answer of `keruen check` for a scenario without problems. */
export function writeCheck({ data, hash, changes }: CheckReport): string {
  const { first, last } = windowOf(data);
  return [
    ...wrap(data.title),
    '',
    `${countOf(Object.keys(data.places).length, 'place')}: ${kinds(data)}`,
    `lines: ${kilometres(data, 'rail')}, ${kilometres(data, 'sea')}`,
    `${countOf(Object.keys(data.services).length, 'service')}, ${countOf(Object.keys(data.flows).length, 'flow')}`,
    ...Object.keys(data.flows)
      .sort()
      .flatMap((flow) => flowLines(data, flow)),
    `window from ${data.start} to ${last}; simulated from ${first} on (${data.timeZone})`,
    ...changes.map((change) => `with ${change}`),
    ...notes(data),
    '',
    `${data.id} ${hash}: no problems`,
  ]
    .join('\n')
    .concat('\n');
}
