// Flows: from one place with a gate to another, some demand, boxes that fit on every train and ship of their way.
import { flowKey } from '../../stochastic';
import { type CorridorData, type FlowSpec, type Size, teuOfSize } from '../corridor/corridor';
import { linesOf, type Ride, routeIds, routeOf, wayOf } from '../corridor/routes/route';
import { type Complaint, closure, complaint, listed, unknownName } from './complaint';
import { leastCapacity } from './fleets';
import { judged, judgedEach, whereValid } from './judged';
import { linesReach } from './lines';
import { leadsSomewhere } from './services';

export function checkFlows(data: CorridorData): Complaint[] {
  const byKey = new Map<number, string>();
  return judgedEach(
    () => data.flows,
    (id, flow) =>
      judged(
        () => checkLuck(byKey, id),
        () => checkDemand(id, flow),
        () => checkBoxes(id, flow),
        () => checkRoutes(data, id, flow),
        () => checkPlace(data, id, 'from'),
        () => checkPlace(data, id, 'to'),
        () => checkEnds(id, flow),
        () => checkWay(data, id, flow),
      ),
  );
}

/** Keyed draws know a flow by 32 bits of its name: of two with the same, box by box, the luck would be the same too. */
function checkLuck(byKey: Map<number, string>, id: string): Complaint[] {
  const key = flowKey(id);
  const other = byKey.get(key);
  if (other === undefined) {
    byKey.set(key, id);
    return [];
  }
  const say = `The flows "${other}" and "${id}" have names from which the same luck is drawn (key ${key}); rename one of them.`;
  return [complaint(['flows', id], id, `a name whose key is not that of "${other}"`, say)];
}

/** Kinds of place where boxes may begin and end, and where trucks may. */
const gates = ['terminal', 'seaport', 'hinterland'];
const yards = ['hinterland'];

function checkPlace(data: CorridorData, id: string, end: 'from' | 'to'): Complaint[] {
  const path = ['flows', id, end];
  const flow = data.flows[id];
  const place = flow[end];
  const places = Object.keys(data.places);
  const kinds = flow.trucks === undefined ? gates : yards;
  // A place whose kind cannot be read may have a gate.
  const withGates = places.filter((one) => whereValid(() => kinds.includes(data.places[one].kind), true));
  if (!places.includes(place)) return [unknownName(path, place, 'place', withGates)];
  if (withGates.includes(place)) return [];
  const say =
    flow.trucks === undefined
      ? `${place} is a ${data.places[place].kind}, where boxes neither begin nor end; name a terminal, a seaport or a hinterland.`
      : `${place} is a ${data.places[place].kind}, where trucks neither begin nor end; name a hinterland.`;
  return [complaint(path, place, listed(withGates), say)];
}

function checkEnds(id: string, flow: FlowSpec): Complaint[] {
  if (flow.from !== flow.to) return [];
  const say = `The flow "${id}" begins and ends at ${flow.to}; name two places.`;
  return [complaint(['flows', id, 'to'], flow.to, `any place but ${flow.from}`, say)];
}

function checkDemand(id: string, flow: FlowSpec): Complaint[] {
  const { demand, boxes, trucks, lot } = flow;
  if (trucks !== undefined) {
    const both =
      demand !== undefined ? 'demand' : boxes !== undefined ? 'boxes' : lot !== undefined ? 'lot' : undefined;
    if (both !== undefined) {
      const say = `The flow "${id}" is of trucks, which are counted by the day; leave ${both} out, or leave trucks out.`;
      return [complaint(['flows', id, both], 'trucks as well', 'nothing, with trucks', say)];
    }
    if (trucks > 0) return [];
    const say = `The flow "${id}" brings no truck; give more than none, or remove the flow.`;
    return [closure(['flows', id, 'trucks'], `${trucks} trucks/day`, 'more than 0 trucks/day', say)];
  }
  if (demand === undefined || boxes === undefined) {
    const missing = demand === undefined ? 'demand' : 'boxes';
    const say = `The flow "${id}" does not say what comes; give demand and boxes, or trucks where it is by road.`;
    return [complaint(['flows', id, missing], 'nothing', 'demand and boxes, or trucks', say)];
  }
  if (demand > 0) return [];
  const say = `The flow "${id}" brings no box; give a demand, or remove the flow.`;
  return [closure(['flows', id, 'demand'], `${demand} TEU/year`, 'more than 0 TEU/year', say)];
}

function checkBoxes(id: string, flow: FlowSpec): Complaint[] {
  if (flow.boxes === undefined) return [];
  const sum = Object.values(flow.boxes).reduce((a, b) => a + b, 0);
  // Shares as decimals do not add up to 1 exactly: 0.7 + 0.2 + 0.1 is 0.9999999999999999.
  if (Math.abs(sum - 1) <= 1e-9) return [];
  const say = `The boxes of "${id}" add up to ${percentOf(sum)}; make their shares add up to 100 %.`;
  return [complaint(['flows', id, 'boxes'], percentOf(sum), '100 % in all', say)];
}

/** Several ways: each over places that there are; shares, where ways are chosen by them, that add up to 100 %. */
function checkRoutes(data: CorridorData, id: string, flow: FlowSpec): Complaint[] {
  const routes = flow.routes ?? {};
  const places = Object.keys(data.places);
  const unknown = judgedEach(
    () => routes,
    (route, { via }) => {
      const list = typeof via === 'string' ? [via] : via;
      return list.flatMap((place, i) => {
        const path = ['flows', id, 'routes', route, 'via', ...(typeof via === 'string' ? [] : [i])];
        return places.includes(place) ? [] : [unknownName(path, place, 'place', places)];
      });
    },
  );
  const ids = Object.keys(routes);
  if (unknown.length > 0 || ids.length === 0 || flow.choose === 'shorter expected wait') return unknown;
  const sum = ids.reduce((total, route) => total + (routes[route].share ?? 0), 0);
  if (Math.abs(sum - 1) <= 1e-9) return [];
  const say = `The routes of "${id}" add up to ${percentOf(sum)}; make their shares add up to 100 %, or choose the shorter expected wait.`;
  return [complaint(['flows', id, 'routes'], percentOf(sum), '100 % in all', say)];
}

const percentOf = (share: number) => `${Number((share * 100).toPrecision(12))} %`;

/** Whether the lines of a service are known and form one chain between places. */
function isSound(data: CorridorData, service: string): boolean {
  const lines = linesOf(data.services[service].on);
  const known = lines.every((line) => Object.hasOwn(data.lines, line) && leadsSomewhere(data, line));
  return known && !('say' in wayOf(data, service));
}

function checkWay(data: CorridorData, id: string, flow: FlowSpec): Complaint[] {
  const via = Object.values(flow.routes ?? {}).flatMap((route) => route.via);
  const known = [flow.from, flow.to, ...via].every((place) => Object.hasOwn(data.places, place));
  if (!known || flow.from === flow.to) return [];
  return judged(...routeIds(flow).map((route) => () => checkRoute(data, id, flow, route)));
}

function checkRoute(data: CorridorData, id: string, flow: FlowSpec, route: string | undefined): Complaint[] {
  const path = route === undefined ? ['flows', id, 'to'] : ['flows', id, 'routes', route, 'via'];
  const rides = routeOf(data, id, route);
  if ('reached' in rides) {
    // A service that is broken has a problem of its own; that nothing gets through follows from it.
    if (Object.keys(data.services).some((service) => !isSound(data, service))) return [];
    // So has a place that no line reaches.
    if ([flow.from, flow.to].some((place) => !linesReach(data, place))) return [];
    const what = flow.trucks === undefined ? 'services reach' : 'roads reach';
    const add = flow.trucks === undefined ? 'Add a service that leads on.' : 'Add a line of mode road that leads on.';
    const say = `There is no way from ${flow.from} to ${flow.to}${route === undefined ? '' : ` by "${route}"`}: ${what} ${listed(rides.reached)}. ${add}`;
    return [complaint(path, flow.to, listed(rides.reached.filter((at) => at !== flow.from)), say)];
  }
  const sizes = (Object.keys(flow.boxes ?? {}) as Size[]).filter((size) => (flow.boxes?.[size] ?? 0) > 0);
  const fits = ({ service }: Ride): Complaint[] => {
    const { fleet } = data.services[service];
    if (!Object.hasOwn(data.fleets, fleet)) return [];
    const unitCapacity = leastCapacity(data, service);
    const tooLarge = sizes.find((size) => !(teuOfSize[size] <= unitCapacity));
    if (tooLarge === undefined) return [];
    const say = `A unit of "${fleet}" has room for ${unitCapacity} TEU; a box ${tooLarge} of "${id}" takes ${teuOfSize[tooLarge]} TEU and never goes.`;
    return [complaint(['fleets', fleet, 'carries'], `${unitCapacity} TEU`, `at least ${teuOfSize[tooLarge]} TEU`, say)];
  };
  return judged(...rides.map((ride) => () => fits(ride)));
}
