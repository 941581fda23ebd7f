// Flows: from one place with a gate to another, some demand, boxes that fit on every train and ship of their way.
import { type CorridorData, type FlowSpec, type Size, teuOfSize } from '../corridor';
import { chainOf, linesOf, type Ride, routeOf } from '../route';
import { type Complaint, complaint, listed, unknownName } from './complaint';
import { judged, judgedEach, soundly } from './judged';
import { linesReach } from './lines';
import { leadsSomewhere, roomOf } from './services';

export function checkFlows(data: CorridorData): Complaint[] {
  return judgedEach(
    () => data.flows,
    (id, flow) =>
      judged(
        () => checkDemand(id, flow),
        () => checkBoxes(id, flow),
        () => checkPlace(data, id, 'from'),
        () => checkPlace(data, id, 'to'),
        () => checkEnds(id, flow),
        () => checkWay(data, id, flow),
      ),
  );
}

const gates = ['terminal', 'seaport'];

function checkPlace(data: CorridorData, id: string, end: 'from' | 'to'): Complaint[] {
  const path = ['flows', id, end];
  const place = data.flows[id][end];
  const places = Object.keys(data.places);
  // A place whose kind cannot be read may have a gate.
  const withGates = places.filter((one) => soundly(() => gates.includes(data.places[one].kind), true));
  if (!places.includes(place)) return [unknownName(path, place, 'place', withGates)];
  if (withGates.includes(place)) return [];
  const say = `${place} is a ${data.places[place].kind}, where boxes neither begin nor end; name a terminal or a seaport.`;
  return [complaint(path, place, listed(withGates), say)];
}

function checkEnds(id: string, flow: FlowSpec): Complaint[] {
  if (flow.from !== flow.to) return [];
  const say = `The flow "${id}" begins and ends at ${flow.to}; name two places.`;
  return [complaint(['flows', id, 'to'], flow.to, `any place but ${flow.from}`, say)];
}

function checkDemand(id: string, flow: FlowSpec): Complaint[] {
  if (flow.demand > 0) return [];
  const say = `The flow "${id}" brings no box; give a demand, or remove the flow.`;
  return [complaint(['flows', id, 'demand'], `${flow.demand} TEU/year`, 'more than 0 TEU/year', say)];
}

function checkBoxes(id: string, flow: FlowSpec): Complaint[] {
  const sum = Object.values(flow.boxes).reduce((a, b) => a + b, 0);
  // Shares as decimals do not add up to 1 exactly: 0.7 + 0.2 + 0.1 is 0.9999999999999999.
  if (Math.abs(sum - 1) <= 1e-9) return [];
  const say = `The boxes of "${id}" add up to ${percentOf(sum)}; make their shares add up to 100 %.`;
  return [complaint(['flows', id, 'boxes'], percentOf(sum), '100 % in all', say)];
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
  const fits = ({ service }: Ride): Complaint[] => {
    const { fleet } = data.services[service];
    if (!Object.hasOwn(data.fleets, fleet)) return [];
    const room = roomOf(data, fleet);
    const tooLarge = sizes.find((size) => !(teuOfSize[size] <= room));
    if (tooLarge === undefined) return [];
    const say = `A unit of "${fleet}" has room for ${room} TEU; a box ${tooLarge} of "${id}" takes ${teuOfSize[tooLarge]} TEU and never goes.`;
    return [complaint(['fleets', fleet, 'carries'], `${room} TEU`, `at least ${teuOfSize[tooLarge]} TEU`, say)];
  };
  return judged(...rides.map((ride) => () => fits(ride)));
}
