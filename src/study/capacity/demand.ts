// Which demand is raised, how it is counted, and the corridor at any of it: flows in their mix, together or at one place.
import type { Corridor } from '../../model/change/define';
import type { CorridorData } from '../../model/corridor/corridor';
import { linesOf, type Ride, rideOf, roadsOf, routeIds, routeOf } from '../../model/corridor/routes/route';
import { nearest, readPath, writePath } from '../../problem';

/** What may be said of the demand that is raised: counted at a place, only some flows, or paths of demands with their mix. */
export interface DemandAsked {
  /** A place: only flows that come by it are raised, and counted as its throughput is. */
  readonly at?: string;
  /** Flows: only these are raised. */
  readonly of?: readonly string[];
  /** Paths of demands, as `flows.westbound.demand`, each with its share of the whole or not, as `=60%`. */
  readonly vary?: readonly string[];
}

/** A demand that can be raised. */
export interface Demand {
  readonly unit: 'TEU/year' | 'trucks/day';
  /** `TEU a year over the quay at Aktau`. */
  readonly words: string;
  readonly at: string | null;
  /** What stands in the scenario. */
  readonly now: number;
  /** By flow: its share of the demand that is raised, before it is counted at a place. */
  readonly mix: { readonly [flow: string]: number };
  /** The corridor at a demand. */
  readonly corridorAt: (demand: number) => Corridor;
}

/** @throws RangeError where a name is unknown, what is varied is no demand, or trucks and TEU are mixed */
export function demandFor(corridor: Corridor, { at, of, vary }: DemandAsked): Demand {
  const { data } = corridor;
  const given = [at, of, vary].filter((one) => one !== undefined && one.length > 0);
  if (given.length > 1) throw new RangeError('Give one of at, of and vary: each says which demand is raised.');
  const shares = vary !== undefined && vary.length > 0 ? sharesOf(data, vary) : undefined;
  const flows = shares?.map(({ flow }) => flow) ?? flowsOf(data, at, of);
  const isTrucks = flows.every((flow) => data.flows[flow].trucks !== undefined);
  if (!isTrucks && flows.some((flow) => data.flows[flow].trucks !== undefined))
    throw new RangeError('Trucks a day and TEU a year make no one demand: name the flows of one of them.');
  refuseDated(corridor, flows);
  const amountOf = (flow: string) => (isTrucks ? data.flows[flow].trucks : data.flows[flow].demand) ?? 0;
  const total = flows.reduce((sum, flow) => sum + amountOf(flow), 0);
  if (!(total > 0) && shares?.[0].share === undefined)
    throw new RangeError(
      `The demand of ${flows.join(', ')} is 0, so that it has no mix; give shares, as in vary flows.x.demand=60%.`,
    );
  const mix = Object.fromEntries(flows.map((flow, i) => [flow, shares?.[i].share ?? amountOf(flow) / total]));
  const timesOf = (flow: string) => (at === undefined ? 1 : timesAt(data, flow, at));
  const counted = flows.reduce((sum, flow) => sum + mix[flow] * timesOf(flow), 0);
  if (!(counted > 0)) throw new RangeError(`What ${at} counts of ${flows.join(', ')} is nothing; name another place.`);
  const now = flows.reduce((sum, flow) => sum + amountOf(flow) * timesOf(flow), 0);
  const key = isTrucks ? 'trucks' : 'demand';
  const unit = isTrucks ? 'trucks/day' : 'TEU/year';
  const corridorAt = (demand: number) =>
    corridor.apply({
      id: `${demand} ${unit}`,
      set: Object.fromEntries(
        flows.map((flow) => [
          writePath(['flows', flow, key]),
          `${Number(((demand * mix[flow]) / counted).toFixed(3))} ${unit}`,
        ]),
      ),
    });
  const words = `${isTrucks ? 'trucks a day' : 'TEU a year'}${whereWords(data, at, of ?? (shares === undefined ? undefined : flows))}`;
  return { unit, words, at: at ?? null, now, mix, corridorAt };
}

function whereWords(data: CorridorData, at: string | undefined, flows: readonly string[] | undefined): string {
  if (at !== undefined) return data.places[at].kind === 'seaport' ? ` over the quay at ${at}` : ` at ${at}`;
  return flows === undefined || flows.length === 0 ? '' : ` of ${flows.join(' and ')}`;
}

function flowsOf(data: CorridorData, at: string | undefined, of: readonly string[] | undefined): string[] {
  const all = Object.keys(data.flows).sort();
  if (of !== undefined && of.length > 0)
    return [...new Set(of)].map((flow) => {
      if (!Object.hasOwn(data.flows, flow)) throw unknown('flow', flow, all);
      return flow;
    });
  if (at !== undefined) {
    if (!Object.hasOwn(data.places, at)) throw unknown('place', at, Object.keys(data.places));
    const by = all.filter((flow) => timesAt(data, flow, at) > 0);
    if (by.length === 0) throw new RangeError(`No flow comes by ${at}; name a place on the way of one.`);
    return by;
  }
  const loaded = all.filter((flow) => data.flows[flow].trucks === undefined);
  return loaded.length > 0 ? loaded : all;
}

function sharesOf(data: CorridorData, vary: readonly string[]): { flow: string; share: number | undefined }[] {
  const found = vary.map((text) => {
    const [, path, share] = /^(.*?)(?:=\s*(\d+(?:\.\d+)?)\s*%)?$/s.exec(text.trim()) ?? [];
    const flow = flowOfPath(data, path);
    return { flow, share: share === undefined ? undefined : Number(share) / 100 };
  });
  const twice = found.find(({ flow }, i) => found.findIndex((other) => other.flow === flow) < i);
  if (twice !== undefined) throw new RangeError(`vary names the demand of ${twice.flow} twice; give it once.`);
  const given = found.filter(({ share }) => share !== undefined);
  if (given.length > 0 && given.length < found.length)
    throw new RangeError(
      'vary gives a share to some demands only; give it to all, or to none for the mix of the scenario.',
    );
  const sum = given.reduce((total, { share = 0 }) => total + share, 0);
  if (given.length > 0 && Math.abs(sum - 1) > 1e-9)
    throw new RangeError(
      `The shares of vary add up to ${Number((100 * sum).toFixed(6))} %; they must be 100 % together.`,
    );
  return found;
}

function flowOfPath(data: CorridorData, path: string): string {
  const demands = Object.entries(data.flows).map(([flow, { trucks }]) =>
    writePath(['flows', flow, trucks === undefined ? 'demand' : 'trucks']),
  );
  let keys: string[] = [];
  try {
    keys = readPath(path);
  } catch {
    // Said below: it is none of the demands.
  }
  if (keys.length === 3 && demands.includes(writePath(keys))) return keys[1];
  const near = nearest(path, demands);
  const ask = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is ${demands.join(', ')}.`;
  throw new RangeError(`"${path}" is not a demand, and only demands can be varied; ${ask}`);
}

/** A demand that a dated change sets does not stay as it is raised. */
function refuseDated({ data, dated }: Corridor, flows: readonly string[]): void {
  for (const later of dated) {
    const flow = flows.find(
      (one) =>
        later.data.flows[one]?.demand !== data.flows[one].demand ||
        later.data.flows[one]?.trucks !== data.flows[one].trucks,
    );
    if (flow === undefined) continue;
    throw new RangeError(
      `The demand of ${flow} changes on ${later.from}, so that there is no one demand to raise; name other flows, or leave that change out.`,
    );
  }
}

/** How often a place counts a TEU of a flow: over the quay loaded plus discharged, by rail in plus out, else once. */
function timesAt(data: CorridorData, flow: string, place: string): number {
  const spec = data.flows[flow];
  const routes = routeIds(spec);
  const times = routes.map((route) => timesOn(data, flow, route, place));
  return times.reduce((sum, one, i) => {
    const id = routes[i];
    const share = id === undefined ? 1 : (spec.routes?.[id].share ?? 1 / routes.length);
    return sum + share * one;
  }, 0);
}

function timesOn(data: CorridorData, flow: string, route: string | undefined, place: string): number {
  if (data.flows[flow].trucks !== undefined) {
    const roads = roadsOf(data, flow, route);
    return Array.isArray(roads) && roads.some(({ from, to }) => from === place || to === place) ? 1 : 0;
  }
  const rides = routeOf(data, flow, route);
  if (!Array.isArray(rides)) return 0;
  const { kind } = data.places[place];
  const mode = kind === 'seaport' ? 'sea' : kind === 'terminal' ? 'rail' : undefined;
  if (mode === undefined) return rides.some((ride) => passes(data, ride, place)) ? 1 : 0;
  return rides.reduce((sum, { service, from, to }) => {
    if (data.lines[linesOf(data.services[service].on)[0]].mode !== mode) return sum;
    return sum + (from === place ? 1 : 0) + (to === place ? 1 : 0);
  }, 0);
}

function passes(data: CorridorData, ride: Ride, place: string): boolean {
  return rideOf(data, ride).way.some(({ from, to }) => from === place || to === place);
}

function unknown(what: string, name: string, known: readonly string[]): RangeError {
  const near = nearest(name, known);
  const ask = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is ${known.join(', ')}.`;
  return new RangeError(`There is no ${what} "${name}"; ${ask}`);
}
