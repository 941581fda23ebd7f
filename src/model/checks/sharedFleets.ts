// Fleets that several services share: trains of one gauge, whose services hang together by the places where they end.
import type { CorridorData, ServiceSpec } from '../corridor/corridor';
import { chainOf, linesOf } from '../corridor/routes/route';
import { type Complaint, complaint } from './complaint';
import { usersOf } from './fleets';
import { whereValid } from './judged';

/** What of a service counts for those that share its fleet; undefined where its lines cannot be followed. */
interface Sharer {
  readonly id: string;
  readonly mode: string;
  readonly gauge: number | undefined;
  readonly ends: readonly string[];
}

function sharerOf(data: CorridorData, id: string): Sharer | undefined {
  return whereValid(() => {
    const chain = chainOf(data, linesOf(data.services[id].on));
    if ('say' in chain) return undefined;
    const lines = chain.way.map(({ line }) => data.lines[line]);
    const { gauge } = lines.find((line) => line.gauge !== undefined) ?? {};
    return { id, mode: lines[0].mode, gauge, ends: chain.ends };
  }, undefined);
}

/** Judged once for each fleet, at the services that do not fit those before them. */
export function checkSharing(data: CorridorData, id: string, { fleet }: ServiceSpec): Complaint[] {
  if (!Object.hasOwn(data.fleets, fleet)) return [];
  const users = usersOf(data, fleet).sort();
  if (users.length === 1) return [];
  const sharers = users.map((one) => sharerOf(data, one)).filter((one) => one !== undefined);
  const self = sharers.find((one) => one.id === id);
  if (self === undefined) return [];
  const path = ['services', id, 'fleet'];
  const and = users.join(' and ');
  if (sharers.some(({ mode }) => mode !== 'rail')) {
    const say = `The fleet "${fleet}" runs on ${and}; only trains may be shared, so give each service a fleet of its own.`;
    return [complaint(path, fleet, 'a fleet that no other service uses', say)];
  }
  const calling = users.find((one) => data.services[one].calls !== undefined);
  if (calling !== undefined) {
    const say = `The fleet "${fleet}" runs on ${and}, and "${calling}" calls on its way; give it a fleet of its own.`;
    return [complaint(path, fleet, 'a fleet of services between two ends', say)];
  }
  const first = sharers.find(({ gauge }) => gauge !== undefined);
  if (first !== undefined && self.gauge !== undefined && self.gauge !== first.gauge) {
    const say = `The fleet "${fleet}" runs on ${first.gauge} mm on "${first.id}", and "${id}" has ${self.gauge} mm; give it a fleet of its own.`;
    return [complaint(path, fleet, `a fleet of ${self.gauge} mm`, say)];
  }
  if (sharers.length === users.length && !reachedFrom(sharers).has(self)) {
    const say = `The fleet "${fleet}" runs on ${and}, but no set comes to "${id}" from "${sharers[0].id}": sets change service only where two services end, and run only over the lines of their services; let them end at one place, or give it a fleet of its own.`;
    return [complaint(path, fleet, 'services that end at a common place, one with the next', say)];
  }
  return self === sharers[0] ? checkRound(data, fleet, and) : [];
}

/** The sharers to which a set comes from the first of them. */
function reachedFrom(sharers: readonly Sharer[]): Set<Sharer> {
  const reached = new Set([sharers[0]]);
  for (const from of reached)
    for (const to of sharers) if (from.ends.some((place) => to.ends.includes(place))) reached.add(to);
  return reached;
}

function checkRound(data: CorridorData, fleet: string, and: string): Complaint[] {
  const { shortestRound } = data.fleets[fleet];
  if (shortestRound === undefined) return [];
  const say = `The fleet "${fleet}" runs on ${and}, so its sets have no round of their own; leave shortestRound out.`;
  return [complaint(['fleets', fleet, 'shortestRound'], `${shortestRound} s`, 'nothing, of a shared fleet', say)];
}
