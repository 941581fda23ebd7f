// Finds entries of a corridor without effect on a run.
import { writePath } from '../../../problem';
import type { CorridorData } from '../corridor';
import { meanTeuOf } from '../figures/flowBoxes';
import { linesOf, roadsOf, routeIds, routeOf } from './route';

/** An entry without effect, and the reason, as one sentence. */
export interface Unused {
  readonly path: readonly string[];
  readonly say: string;
}

/** Words that would give it an effect: an entry is not reported if an offered change contains one. */
interface Found extends Unused {
  readonly until: readonly string[];
}

/** Every entry without effect, in order of parts, then of ids. */
export function unusedEntries(data: CorridorData): Unused[] {
  const offered = JSON.stringify(Object.values(data.changes ?? {}).map(({ set }) => set));
  const rides = ridesOf(data);
  const found = [ofYards, ofChannels, ofServices, ofLines, ofFleets, ofFlows, ofNamed].flatMap((look) =>
    look(data, rides),
  );
  return found
    .filter(({ until }) => !until.some((word) => offered.includes(word)))
    .map(({ path, say }) => ({ path, say }));
}

const sorted = (map: object | undefined): string[] => Object.keys(map ?? {}).sort();

const servicesOn = (data: CorridorData, line: string): string[] =>
  sorted(data.services).filter((service) => linesOf(data.services[service].on).includes(line));

/** By flow: the services on its routes. */
type Rides = ReadonlyMap<string, readonly string[]>;

function ridesOf(data: CorridorData): Rides {
  const servicesOf = (flow: string) =>
    routeIds(data.flows[flow]).flatMap((route) => {
      const rides = routeOf(data, flow, route);
      return Array.isArray(rides) ? rides.map(({ service }) => service) : [];
    });
  return new Map(sorted(data.flows).map((flow) => [flow, servicesOf(flow)]));
}

/** The services, in order of ids, that are on no route of any flow. */
export function servicesWithoutFlow(data: CorridorData, rides = ridesOf(data)): string[] {
  const taken = new Set([...rides.values()].flat());
  return sorted(data.services).filter((service) => !taken.has(service));
}

/** Boxes are brought to where flows begin. */
const ofYards = (data: CorridorData): Found[] =>
  sorted(data.places).flatMap((id) => {
    const place = data.places[id];
    if ((place.kind !== 'terminal' && place.kind !== 'seaport') || place.yard.brought === undefined) return [];
    if (sorted(data.flows).some((flow) => data.flows[flow].from === id)) return [];
    const say = `brought at ${id} holds no box: no flow begins there`;
    return [{ path: ['places', id, 'yard', 'brought'], say, until: ['flows'] }];
  });

/** What is left behind is of loads that stay together. */
function ofChannels(data: CorridorData): Found[] {
  if (Object.values(data.services).some(({ staysTogether }) => staysTogether)) return [];
  return sorted(data.places).flatMap((id) => {
    const place = data.places[id];
    const channels = place.kind === 'rail border' ? (place.channels ?? {}) : {};
    return sorted(channels)
      .filter((channel) => channels[channel].leftBehind)
      .map((channel) => {
        const say = `leftBehind of channel ${channel} at ${id} does nothing: no service says that its loads stay together (staysTogether)`;
        return { path: ['places', id, 'channels', channel, 'leftBehind'], say, until: ['staysTogether'] };
      });
  });
}

const ofServices = (data: CorridorData, rides: Rides): Found[] =>
  servicesWithoutFlow(data, rides).map((service) => ({
    path: ['services', service],
    say: `service ${service} carries no flow; flows take the quickest way`,
    until: [],
  }));

function ofLines(data: CorridorData, rides: Rides): Found[] {
  const trucks = sorted(data.flows).filter((flow) => data.flows[flow].trucks !== undefined);
  const roads = new Set(
    trucks.flatMap((flow) =>
      routeIds(data.flows[flow]).flatMap((route) => {
        const ways = roadsOf(data, flow, route);
        return Array.isArray(ways) ? ways.map(({ line }) => line) : [];
      }),
    ),
  );
  return sorted(data.lines).flatMap((id): Found[] => {
    const { mode, longest, heaviest } = data.lines[id];
    const path = ['lines', id];
    if (mode === 'road') {
      const say = `road ${id} is on the way of no flow of trucks; flows take the quickest way, or go by places that their routes name`;
      return roads.has(id) ? [] : [{ path, say, until: ['flows', 'lines'] }];
    }
    const services = servicesOn(data, id);
    if (services.length === 0) return [{ path, say: `no service runs on line ${id}`, until: ['services'] }];
    const fleets = services.map((service) => data.fleets[data.services[service].fleet]);
    const flows = sorted(data.flows).filter((flow) => rides.get(flow)?.some((one) => services.includes(one)));
    const found: Found[] = [];
    if (longest !== undefined && fleets.every(({ platform }) => platform === undefined)) {
      const say = `longest of line ${id} limits no train: no fleet that runs there says how long its platforms are (platform)`;
      found.push({ path: [...path, 'longest'], say, until: ['platform'] });
    }
    if (heaviest !== undefined && flows.every((flow) => !data.flows[flow].tonnes)) {
      const say = `heaviest of line ${id} limits no train: no flow that goes there says what a TEU weighs (tonnes)`;
      found.push({ path: [...path, 'heaviest'], say, until: ['tonnes'] });
    }
    return found;
  });
}

function ofFleets(data: CorridorData): Found[] {
  return sorted(data.fleets).flatMap((id): Found[] => {
    const { platform, draft, ships, clearance, pace } = data.fleets[id];
    const path = ['fleets', id];
    const services = sorted(data.services).filter((service) => data.services[service].fleet === id);
    const lines = services.flatMap((service) => linesOf(data.services[service].on)).map((line) => data.lines[line]);
    const found: Found[] = [];
    if (platform !== undefined && lines.every(({ longest }) => longest === undefined)) {
      const say = `platform of fleet ${id} limits no train: no line that it runs on says how long trains may be (longest)`;
      found.push({ path: [...path, 'platform'], say, until: ['longest'] });
    }
    if (pace !== undefined && lines.every(({ variation = 0 }) => variation === 0)) {
      const say = `pace of fleet ${id} does nothing: no line that it runs on says how its times vary (variation)`;
      found.push({ path: [...path, 'pace'], say, until: ['variation'] });
    }
    const drafts = [draft, ...Object.values(ships ?? {}).map((ship) => ship.draft)];
    if (clearance !== undefined && drafts.every((one) => one === undefined)) {
      const say = `clearance of fleet ${id} does nothing: no ship of it says how deep it lies (draft)`;
      found.push({ path: [...path, 'clearance'], say, until: ['draft'] });
    }
    return found;
  });
}

function ofFlows(data: CorridorData, rides: Rides): Found[] {
  return sorted(data.flows).flatMap((id): Found[] => {
    const { lot, tonnes, trucks } = data.flows[id];
    const found: Found[] = [];
    if (lot !== undefined && Math.round(lot / meanTeuOf(data.flows[id])) <= 1) {
      const say = `lot of flow ${id}, ${lot} TEU, is no more than a box: boxes come one by one, as without it`;
      found.push({ path: ['flows', id, 'lot'], say, until: [] });
    }
    const lines = (rides.get(id) ?? []).flatMap((service) => linesOf(data.services[service].on));
    if (
      tonnes !== undefined &&
      trucks === undefined &&
      lines.every((line) => data.lines[line].heaviest === undefined)
    ) {
      const say = `tonnes of flow ${id} limit no train: no line on its way says how heavy trains may be (heaviest)`;
      found.push({ path: ['flows', id, 'tonnes'], say, until: ['heaviest'] });
    }
    return found;
  });
}

/** Calendars and weathers that no entry names. */
function ofNamed(data: CorridorData): Found[] {
  const places = JSON.stringify([data.places, data.lines]);
  const isNamed = (id: string) => places.includes(JSON.stringify(id));
  const what = { calendars: 'calendar', weather: 'weather' } as const;
  return (['calendars', 'weather'] as const).flatMap((part) =>
    sorted(data[part])
      .filter((id) => !isNamed(id))
      .map((id) => ({ path: [part, id], say: `nothing names ${what[part]} ${id}`, until: [JSON.stringify(id)] })),
  );
}

/** The same as sentences, each with its path. */
export const unusedNotes = (data: CorridorData): string[] =>
  unusedEntries(data).map(({ path, say }) => `${writePath(path)}: ${say}`);
