// Flows: from one place with a gate to another, some demand, boxes that fit on every train and ship of their way.
import { type CorridorData, type FlowSpec, type Size, teuOfSize } from '../corridor';
import { chainOf, linesOf, routeOf } from '../route';
import { type Complaint, complaint, listed, unknownName } from './complaint';
import { linesReach } from './lines';
import { leadsSomewhere, roomOf } from './services';

export function checkFlows(data: CorridorData): Complaint[] {
  return Object.entries(data.flows).flatMap(([id, flow]) => [
    ...checkBoxes(id, flow),
    ...checkPlaces(data, id, flow),
    ...checkWay(data, id, flow),
  ]);
}

const gates = ['terminal', 'seaport'];

function checkPlaces(data: CorridorData, id: string, flow: FlowSpec): Complaint[] {
  const found: Complaint[] = [];
  const places = Object.keys(data.places);
  const withGates = places.filter((place) => gates.includes(data.places[place].kind));
  for (const end of ['from', 'to'] as const) {
    const path = ['flows', id, end];
    const place = flow[end];
    if (!places.includes(place)) found.push(unknownName(path, place, 'place', withGates));
    else if (!withGates.includes(place)) {
      const say = `${place} is a ${data.places[place].kind}, where boxes neither begin nor end; name a terminal or a seaport.`;
      found.push(complaint(path, place, listed(withGates), say));
    }
  }
  if (flow.from === flow.to) {
    const say = `The flow "${id}" begins and ends at ${flow.to}; name two places.`;
    found.push(complaint(['flows', id, 'to'], flow.to, `any place but ${flow.from}`, say));
  }
  return found;
}

function checkBoxes(id: string, flow: FlowSpec): Complaint[] {
  const found: Complaint[] = [];
  if (!(flow.demand > 0)) {
    const say = `The flow "${id}" brings no box; give a demand, or remove the flow.`;
    found.push(complaint(['flows', id, 'demand'], `${flow.demand} TEU/year`, 'more than 0 TEU/year', say));
  }
  const sum = Object.values(flow.boxes).reduce((a, b) => a + b, 0);
  // Shares as decimals do not add up to 1 exactly: 0.7 + 0.2 + 0.1 is 0.9999999999999999.
  if (!(Math.abs(sum - 1) <= 1e-9)) {
    const say = `The boxes of "${id}" add up to ${percentOf(sum)}; make their shares add up to 100 %.`;
    found.push(complaint(['flows', id, 'boxes'], percentOf(sum), '100 % in all', say));
  }
  return found;
}

const percentOf = (share: number) => `${Number((share * 100).toPrecision(12))} %`;

/** Whether the lines of a service are known and form one chain between places. */
function isSound(data: CorridorData, service: string): boolean {
  const lines = linesOf(data.services[service].on);
  const known = lines.every((line) => Object.hasOwn(data.lines, line) && leadsSomewhere(data, line));
  return known && !('say' in chainOf(data, lines));
}

function checkWay(data: CorridorData, id: string, flow: FlowSpec): Complaint[] {
  const known = [flow.from, flow.to].every((place) => Object.hasOwn(data.places, place));
  if (!known || flow.from === flow.to) return [];
  const rides = routeOf(data, id);
  if ('reached' in rides) {
    // A service that is broken has a problem of its own; that nothing gets through follows from it.
    if (Object.keys(data.services).some((service) => !isSound(data, service))) return [];
    // So has a place that no line reaches.
    if ([flow.from, flow.to].some((place) => !linesReach(data, place))) return [];
    const say = `There is no way from ${flow.from} to ${flow.to}: services reach ${listed(rides.reached)}. Add a service that leads on.`;
    return [complaint(['flows', id, 'to'], flow.to, listed(rides.reached.filter((at) => at !== flow.from)), say)];
  }
  const sizes = (Object.keys(flow.boxes) as Size[]).filter((size) => (flow.boxes[size] ?? 0) > 0);
  return rides.flatMap(({ service }) => {
    const { fleet } = data.services[service];
    if (!Object.hasOwn(data.fleets, fleet)) return [];
    const room = roomOf(data, fleet);
    const tooLarge = sizes.find((size) => !(teuOfSize[size] <= room));
    if (tooLarge === undefined) return [];
    const say = `A unit of "${fleet}" has room for ${room} TEU; a box ${tooLarge} of "${id}" takes ${teuOfSize[tooLarge]} TEU and never goes.`;
    return [complaint(['fleets', fleet, 'carries'], `${room} TEU`, `at least ${teuOfSize[tooLarge]} TEU`, say)];
  });
}
