// Roads: trucks pass only where they are let through, and a border has what the trucks over it need.
import type { CorridorData } from '../corridor/corridor';
import type { PlaceSpec } from '../corridor/data/placeSpec';
import { type Passage, roadsOf, routeIds, wayOf } from '../corridor/routes/route';
import type { Direction } from '../places/roadBorder/spec';
import { type Complaint, closure, complaint, listed, unknownName } from './complaint';
import { judged, judgedEach, whereValid } from './judged';

type Path = Complaint['path'];
type RoadBorder = Extract<PlaceSpec, { kind: 'road border' }>;

export function checkRoads(data: CorridorData): Complaint[] {
  return [
    ...judgedEach(
      () => data.places,
      (id, place) => (place.kind === 'road border' ? checkBorder(data, id, place) : []),
    ),
    ...judgedEach(
      () => data.flows,
      (id, flow) => (flow.trucks === undefined ? [] : checkTrucks(data, id)),
    ),
    ...judgedEach(
      () => data.services,
      (id) => checkTrains(data, id),
    ),
  ];
}

function checkBorder(data: CorridorData, id: string, border: RoadBorder): Complaint[] {
  const path = ['places', id];
  return judged(
    () => checkCalendar(data, path, border),
    () =>
      judgedEach(
        () => border.toward,
        (to, direction) => checkDirection(data, [...path, 'toward', to], id, to, direction),
      ),
  );
}

function checkCalendar(data: CorridorData, path: Path, { calendar }: RoadBorder): Complaint[] {
  const known = Object.keys(data.calendars ?? {});
  if (calendar === undefined || known.includes(calendar)) return [];
  return [unknownName([...path, 'calendar'], calendar, 'calendar', known)];
}

/** What holds of a direction by itself, and what the trucks over it need. */
function checkDirection(data: CorridorData, path: Path, id: string, to: string, direction: Direction): Complaint[] {
  const flows = whereValid(() => flowsOver(data, id, to), []);
  return judged(
    () => checkNeighbour(data, path, id, to),
    () => checkShares(path, id, to, direction),
    () => checkNoShows(path, id, direction),
    () => (flows.length === 0 ? [] : checkNeeds(path, `The flow "${flows[0]}" goes over ${id} to ${to}`, direction)),
  );
}

function checkNeighbour(data: CorridorData, path: Path, id: string, to: string): Complaint[] {
  const ends = Object.values(data.lines).filter(({ mode, between }) => mode === 'road' && between.includes(id));
  const neighbours = [...new Set(ends.map(({ between: [a, b] }) => (a === id ? b : a)))];
  return neighbours.includes(to) ? [] : [unknownName(path, to, `road from ${id} to`, neighbours)];
}

function checkShares(path: Path, id: string, to: string, { channels }: Direction): Complaint[] {
  if (channels === undefined) return [];
  const sum = Object.values(channels).reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return [];
  const got = `${Number((sum * 100).toPrecision(12))} %`;
  const say = `The channels at ${id} toward ${to} add up to ${got}; make them add up to 100 %.`;
  return [complaint([...path, 'channels'], got, '100 % in all', say)];
}

function checkNoShows(path: Path, id: string, { eQueue }: Direction): Complaint[] {
  if (eQueue?.noShows === undefined || eQueue.noShows < 1) return [];
  const say = `No truck ever comes to its slot at ${id}; let some come, or leave noShows out.`;
  return [complaint([...path, 'eQueue', 'noShows'], `${eQueue.noShows * 100} %`, 'less than 100 %', say)];
}

/** Trucks come: none of what they pass may be none. */
function checkNeeds(path: Path, who: string, { lanes, eQueue, channels, transloading, quota }: Direction): Complaint[] {
  const needs = (at: Path, value: number, unit: string, what: string) => {
    if (value > 0) return [];
    const say = `${who} and needs ${what}; give more than none, or lead the flow another way.`;
    // Without a horizon nobody ever books, which is no closure.
    const said = at.at(-1) === 'horizon' ? complaint : closure;
    return [said([...path, ...at], `${value}${unit}`, `more than 0${unit}`, say)];
  };
  return judged(
    () => needs(['lanes'], lanes, '', 'a lane'),
    () => (eQueue === undefined ? [] : needs(['eQueue', 'slots'], eQueue.slots, ' trucks/day', 'slots')),
    () => (eQueue === undefined ? [] : needs(['eQueue', 'horizon'], eQueue.horizon, ' s', 'time to book ahead')),
    () =>
      judgedEach(
        () => channels,
        (id, { share, bays }) => (share > 0 ? needs(['channels', id, 'bays'], bays, '', `a bay of channel ${id}`) : []),
      ),
    () =>
      transloading === undefined || transloading.share === 0
        ? []
        : needs(['transloading', 'bays'], transloading.bays, '', 'a bay for transloading'),
    () => (quota === undefined ? [] : needs(['quota'], quota, ' trucks/day', 'a quota')),
  );
}

/** The roads of a flow's routes; none where they do not lead to its end. */
function waysOf(data: CorridorData, flow: string): { route: string | undefined; roads: readonly Passage[] }[] {
  return routeIds(data.flows[flow]).map((route) => {
    const roads = roadsOf(data, flow, route);
    return { route, roads: Array.isArray(roads) ? roads : [] };
  });
}

/** The flows whose trucks come to a border and go on to a neighbour. */
function flowsOver(data: CorridorData, border: string, to: string): string[] {
  return Object.keys(data.flows).filter((id) =>
    whereValid(
      () =>
        data.flows[id].trucks !== undefined &&
        data.flows[id].from !== border &&
        waysOf(data, id).some(({ roads }) => roads.some((road) => road.from === border && road.to === to)),
      false,
    ),
  );
}

/** Where trucks come by there is somebody to let them through. */
function checkTrucks(data: CorridorData, id: string): Complaint[] {
  return waysOf(data, id).flatMap(({ route, roads }) =>
    judged(
      ...roads.slice(1).map(({ from, to }) => () => {
        const spec = data.places[from];
        // A road to a place that is not there has a problem of its own.
        if (spec === undefined) return [];
        if (spec.kind === 'road border') {
          if (Object.hasOwn(spec.toward, to)) return [];
          const say = `Trucks of "${id}" go over ${from} to ${to}; say what they pass there, at least lanes and takes.`;
          return [complaint(['places', from, 'toward', to], 'nothing', 'lanes and takes', say)];
        }
        if (spec.kind === 'hinterland' || spec.kind === 'junction') return [];
        const path = route === undefined ? ['flows', id, 'to'] : ['flows', id, 'routes', route, 'via'];
        const say = `The way of "${id}" leads over ${from}, a ${spec.kind}, which trucks cannot pass; lead it over road borders, hinterlands and junctions.`;
        return [complaint(path, from, 'roads over road borders, hinterlands and junctions', say)];
      }),
    ),
  );
}

/** No train passes a road border; that none ends at one is said where services end. */
function checkTrains(data: CorridorData, id: string): Complaint[] {
  const chain = wayOf(data, id);
  if ('say' in chain) return [];
  const passed = chain.way.slice(1).map(({ from }) => from);
  const borders = passed.filter((place) => whereValid(() => data.places[place]?.kind === 'road border', false));
  if (borders.length === 0) return [];
  const say = `The service "${id}" runs over ${listed(borders)}, a road border, where only trucks pass; lead it another way.`;
  return [complaint(['services', id, 'on'], borders[0], 'a chain that passes no road border', say)];
}
