// The initial state: everything stands on the way of its flow, where such things can stand, and no more than there is room for.
import type { CorridorData, InitialSpec } from '../corridor/corridor';
import { MOST_INSIDE, meanTeuOf, mostInside } from '../corridor/figures/flowBoxes';
import { classesOf, runsOn } from '../corridor/figures/shipClasses';
import { largestTeu, routeOfInitial, type Step, stepsOf } from '../corridor/routes/initialSteps';
import { windowOf } from '../time/window';
import { type Complaint, complaint, listed, unknownName } from './complaint';
import { largestCapacity, leastCapacity } from './fleets';
import { judged, judgedEach, whereValid } from './judged';

export function checkInitial(data: CorridorData): Complaint[] {
  const found = judgedEach(
    () => data.initial,
    (id, entry) => checkEntry(data, id, entry),
  );
  if (found.length > 0) return found;
  return judged(
    () => checkFleets(data),
    () => checkYards(data),
    () => checkAll(data),
  );
}

/** What stands, as the keys of an entry say it. */
const kinds = ['teu', 'trains', 'trucks'] as const;
type Kind = (typeof kinds)[number];

const kindsOf = (entry: InitialSpec): Kind[] => kinds.filter((kind) => entry[kind] !== undefined);

function checkEntry(data: CorridorData, id: string, entry: InitialSpec): Complaint[] {
  const flows = Object.keys(data.flows);
  if (!flows.includes(entry.flow)) return [unknownName(['initial', id, 'flow'], entry.flow, 'flow', flows)];
  const form = [...checkKind(data, id, entry), ...checkRoute(data, id, entry)];
  if (form.length > 0) return form;
  const steps = stepsOf(data, entry.flow, routeOfInitial(data, entry));
  // That a flow has no way is a problem of its own.
  if (steps.length === 0) return [];
  const calling = entry.trains === undefined ? undefined : unitOf(entry, steps)?.service;
  if (calling !== undefined && data.services[calling].calls !== undefined) {
    const say = `"${calling}" calls on the way, and what its units would have aboard at clock zero is not said; leave the entry out, or give teu in a yard.`;
    return [complaint(['initial', id, 'trains'], entry.trains ?? 0, 'no units of services with calls', say)];
  }
  if (entry.on !== undefined) return checkLine(data, id, entry, entry.on, steps);
  return checkPlace(data, id, entry, entry.at as string, steps);
}

/** The step over which the units of an entry run. */
const unitOf = ({ on, at }: InitialSpec, steps: readonly Step[]): Step | undefined =>
  steps.find(({ line, to }) => (on === undefined ? to === at : line === on));

/** Exactly one of boxes, trains and trucks; only trains may be on a line. */
function checkKind(data: CorridorData, id: string, entry: InitialSpec): Complaint[] {
  const given = kindsOf(entry);
  const [kind] = given;
  const path = ['initial', id];
  if (given.length !== 1) {
    const say = `The entry "${id}" ${given.length === 0 ? 'does not say what stands there' : `says ${given.join(' and ')}`}; give one of teu, trains and trucks, and make an entry for each.`;
    return [complaint(path, given.join(', ') || 'nothing', 'one of teu, trains, trucks', say)];
  }
  const byRoad = data.flows[entry.flow].trucks !== undefined;
  if (byRoad !== (kind === 'trucks')) {
    const say = byRoad
      ? `The flow "${entry.flow}" is of trucks; say how many trucks stand there.`
      : `The flow "${entry.flow}" is of boxes; give teu in a yard, or trains, not trucks.`;
    return [complaint([...path, kind], kind, byRoad ? 'trucks' : 'teu or trains', say)];
  }
  const both = entry.at !== undefined && entry.on !== undefined;
  if (both || (entry.at === undefined && entry.on === undefined)) {
    const allowed = kind === 'trains' ? 'at or on' : 'at';
    const where =
      kind === 'trains' ? 'before which place (at) or on which line (on) the trains are' : 'at which place they stand';
    const say = `The entry "${id}" says ${both ? 'at and on' : 'neither at nor on'}; say ${where}.`;
    return [complaint(path, both ? 'at and on' : 'nothing', allowed, say)];
  }
  if (entry.on === undefined || kind === 'trains') return checkCount(id, entry, kind, data);
  const say = `Only trains and ships are under way at clock zero; say at which place the ${kind === 'teu' ? 'boxes' : 'trucks'} stand.`;
  return [complaint([...path, 'on'], entry.on, 'at, with a place', say)];
}

function checkCount(id: string, entry: InitialSpec, kind: Kind, data: CorridorData): Complaint[] {
  if (kind !== 'teu' || entry.teu === 0) return [];
  const largest = largestTeu(data, entry.flow);
  if ((entry.teu ?? 0) >= largest) return [];
  const say = `A box of "${entry.flow}" may have ${largest} TEU, and boxes are added as long as any would fit: so none would be; give more.`;
  return [complaint(['initial', id, 'teu'], `${entry.teu} TEU`, `0 TEU, or at least ${largest} TEU`, say)];
}

function checkRoute(data: CorridorData, id: string, { flow, route }: InitialSpec): Complaint[] {
  if (route === undefined) return [];
  const routes = Object.keys(data.flows[flow].routes ?? {});
  if (routes.includes(route)) return [];
  const path = ['initial', id, 'route'];
  if (routes.length > 0) return [unknownName(path, route, 'route', routes)];
  return [complaint(path, route, 'nothing', `The flow "${flow}" has one way, without a name; leave route out.`)];
}

const wayOf = (data: CorridorData, { flow, route }: InitialSpec): string =>
  route === undefined && data.flows[flow].routes === undefined
    ? `"${flow}"`
    : `"${flow}" by "${routeOfInitial(data, { flow, route })}"`;

function checkLine(
  data: CorridorData,
  id: string,
  entry: InitialSpec,
  line: string,
  steps: readonly Step[],
): Complaint[] {
  const path = ['initial', id, 'on'];
  const onWay = steps.map((step) => step.line);
  if (!Object.hasOwn(data.lines, line)) return [unknownName(path, line, 'line', onWay)];
  if (onWay.includes(line)) return [];
  const say = `The line "${line}" is not on the way of ${wayOf(data, entry)}; name one that is.`;
  return [complaint(path, line, listed(onWay), say)];
}

function checkPlace(
  data: CorridorData,
  id: string,
  entry: InitialSpec,
  place: string,
  steps: readonly Step[],
): Complaint[] {
  const path = ['initial', id, 'at'];
  const [kind] = kindsOf(entry);
  const may = placesFor(data, kind, steps);
  if (!Object.hasOwn(data.places, place)) return [unknownName(path, place, 'place', may)];
  if (may.includes(place)) return [];
  const stops = [steps[0].from, ...steps.map(({ to }) => to)];
  const what = {
    teu: `Boxes of ${wayOf(data, entry)} are not set down in a yard at ${place} to go on from there`,
    trains: `No loaded train of ${wayOf(data, entry)} comes to ${place}, where it begins`,
    trucks: `Trucks of ${wayOf(data, entry)} meet no border at ${place}`,
  };
  const say = stops.includes(place) ? what[kind] : `${place} is not on the way of ${wayOf(data, entry)}`;
  return [complaint(path, place, listed(may), `${say}; name one of ${listed(may)}.`)];
}

/** Where such things may stand on a way: boxes where they change trains or begin, trains before every stop, trucks at borders. */
function placesFor(data: CorridorData, kind: Kind, steps: readonly Step[]): string[] {
  if (kind === 'trains')
    return steps.filter(({ service = '' }) => data.services[service]?.calls === undefined).map(({ to }) => to);
  if (kind === 'teu') {
    const changes = steps.filter(({ passed }) => passed === 0).map(({ from }) => from);
    return changes.filter((place) => whereValid(() => yardOf(data, place) !== undefined, true));
  }
  // A kind that cannot be read may be a border.
  const isBorder = (place: string) => whereValid(() => (data.places[place].kind as string) === 'road border', true);
  return steps.map(({ to }) => to).filter(isBorder);
}

/** TEU that a place holds, and the path that says it; undefined where boxes do not stand. */
function yardOf(data: CorridorData, place: string): { teu: number; path: string[] } | undefined {
  const spec = data.places[place];
  const above = ['places', place];
  if (spec.kind === 'terminal' || spec.kind === 'seaport')
    return { teu: spec.yard.capacity, path: [...above, 'yard', 'capacity'] };
  if (spec.kind === 'hinterland') return { teu: Number.POSITIVE_INFINITY, path: above };
  if (spec.kind !== 'rail border' || spec.gaugeChange === undefined) return undefined;
  return { teu: spec.gaugeChange.buffer, path: [...above, 'gaugeChange', 'buffer'] };
}

/** Units of a fleet that run on the first day. */
function atStart(data: CorridorData, fleet: string): number {
  const { first } = windowOf(data);
  const running = classesOf(data.fleets[fleet]).filter((one) => runsOn(one, first));
  return running.reduce((sum, { count }) => sum + count, 0);
}

/** Trains of all entries against the fleet that they are of. Order: entries by id; the first that is too much is named. */
function checkFleets(data: CorridorData): Complaint[] {
  const taken = new Map<string, number>();
  return entriesOf(data).flatMap(({ id, entry, steps }) => {
    const step = unitOf(entry, steps);
    if (entry.trains === undefined || step?.service === undefined) return [];
    const { fleet } = data.services[step.service];
    if (!Object.hasOwn(data.fleets, fleet)) return [];
    const count = atStart(data, fleet);
    const before = taken.get(fleet) ?? 0;
    taken.set(fleet, before + entry.trains);
    const path = ['initial', id, 'trains'];
    if (before + entry.trains > count) {
      const rest = Math.max(0, count - before);
      const say = `The fleet "${fleet}" has ${count} units, and with this entry ${before + entry.trains} of them would be under way at clock zero; make it fewer, or the fleet larger.`;
      return [complaint(path, entry.trains, `at most ${rest}`, say)];
    }
    const unitCapacity = leastCapacity(data, step.service);
    const largest = largestTeu(data, entry.flow);
    if (largest <= unitCapacity || entry.trains === 0) return [];
    const say = `A unit of "${fleet}" has room for ${unitCapacity} TEU and takes no box of ${largest} TEU of "${entry.flow}".`;
    return [complaint(path, entry.trains, '0', say)];
  });
}

/** Boxes of all entries against the yard in which they stand: what it holds of those that go on by rail, or by sea. */
function checkYards(data: CorridorData): Complaint[] {
  const standing = new Map<string, number>();
  const add = (key: string, teu: number) => {
    standing.set(key, (standing.get(key) ?? 0) + teu);
    return standing.get(key) as number;
  };
  return entriesOf(data).flatMap(({ id, entry, steps }) => {
    const place = entry.at;
    if (entry.teu === undefined || place === undefined) return [];
    const yard = yardOf(data, place);
    const step = steps.find(({ from, passed }) => from === place && passed === 0);
    if (yard === undefined || step === undefined) return [];
    const mode = data.lines[step.line].mode;
    const path = ['initial', id, 'teu'];
    const got = `${entry.teu} TEU`;
    const all = add(place, entry.teu);
    if (all > yard.teu) {
      const say = `${place} holds ${yard.teu} TEU, and with this entry ${all} TEU would stand there; make it less, or ${yard.path.join('.')} more.`;
      return [complaint(path, got, `at most ${Math.max(0, yard.teu - all + entry.teu)} TEU`, say)];
    }
    const share = shareOf(data, place, mode);
    const byMode = add(`${place} ${mode}`, entry.teu);
    if (byMode <= share) return [];
    const say = `Of the ${yard.teu} TEU at ${place}, boxes that go on by ${mode} take at most ${share} TEU, and with this entry ${byMode} TEU would; make it less.`;
    return [complaint(path, got, `at most ${Math.max(0, share - byMode + entry.teu)} TEU`, say)];
  });
}

/** A run that would hold too much from its first second on is none. */
function checkAll(data: CorridorData): Complaint[] {
  let inside = 0;
  return entriesOf(data).flatMap(({ id, entry, steps }) => {
    const { teu = 0, trains = 0, trucks = 0, flow } = entry;
    const ride = steps.find(({ line, to }) => (entry.on === undefined ? to === entry.at : line === entry.on));
    const load = ride?.service === undefined ? 0 : largestCapacity(data, ride.service);
    const boxes = (teu + trains * load) / (meanTeuOf(data.flows[flow]) || 1) + trucks;
    inside += boxes;
    if (inside <= MOST_INSIDE || boxes === 0) return [];
    const [kind] = kindsOf(entry);
    const say = `With this entry some ${Math.round(inside)} boxes would be inside at clock zero, and a run holds at most ${mostInside}; make it less.`;
    return [complaint(['initial', id, kind], entry[kind] ?? 0, `at most ${mostInside} in all`, say)];
  });
}

/** What a port keeps for boxes that go on by rail, or by sea: half of its yard, or one unit's load. Elsewhere all of it. */
function shareOf(data: CorridorData, place: string, mode: string): number {
  const spec = data.places[place];
  if (spec.kind !== 'seaport') return Number.POSITIVE_INFINITY;
  const ending = Object.keys(data.services).filter((service) => {
    const lines = data.services[service].on;
    const ends = (typeof lines === 'string' ? [lines] : lines).map((line) => data.lines[line]);
    return ends[0].mode === mode && ends.filter(({ between }) => between.includes(place)).length === 1;
  });
  return Math.max(spec.yard.capacity / 2, ...ending.map((service) => largestCapacity(data, service)));
}

/** Every entry with its way, in order of ids. */
function entriesOf(data: CorridorData) {
  const initial = data.initial ?? {};
  return Object.keys(initial)
    .sort()
    .map((id) => ({
      id,
      entry: initial[id],
      steps: stepsOf(data, initial[id].flow, routeOfInitial(data, initial[id])),
    }));
}
