// What a corridor is short of: that for which its boxes wait longest, or that can do hardly more than is asked of it.
import type { CorridorData, FlowSpec } from '../../model/corridor/corridor';
import { locomotivesOn } from '../../model/corridor/figures/locomotives';
import { readHeadline } from '../../model/corridor/measures/headline';
import { sharersOf } from '../../model/corridor/routes/fleetHops';
import { linesOf, placesOf, roadsOf, routeIds, routeOf } from '../../model/corridor/routes/route';
import { LOCOMOTIVES } from '../../model/preview/locomotives';
import type { PreviewRow } from '../../model/preview/preview';
import type { LedgerResult, MeasureResult, RunResult } from '../results/result';

/** A wait below this share of the transit time is no shortage. */
const WAIT = 0.03;
/** Nor is a resource that can do so many times what is asked, */
export const SLACK = 1.2;
/** and below this it is short whatever boxes wait for. */
const OVERLOADED = 1;

type Of = MeasureResult['of'];
type Part = LedgerResult['parts'][number];

export interface Bottleneck {
  /** What is short, as measures name it. */
  readonly of: Of;
  /** What would help as well, or instead. */
  readonly orOf?: Of;
  /** The wait that it is known by, seconds a box of the main flow. */
  readonly wait?: { readonly cause: string; readonly where: string; readonly seconds: number };
  /** The row of the preview that it is known by. */
  readonly row?: PreviewRow;
}

/** What makes one flow greater than another: its TEU a year; where there are only trucks, these. */
const yearlyVolume = ({ demand, trucks }: FlowSpec): number => (demand ?? 0) + (trucks ?? 0) / 1e6;

/**
 * The flow that a scenario is about: the first that a headline names; else the one with the greatest demand, of equals the one
 * whose id comes first. Trucks count where no flow has TEU.
 */
export function mainFlow(data: CorridorData): string {
  const flows = Object.keys(data.flows).sort();
  const named = (data.headline ?? []).flatMap((text) => {
    const read = readHeadline(text, data);
    return 'word' in read || read.of.flow === undefined ? [] : [read.of.flow];
  });
  return (
    named[0] ??
    flows.reduce((main, flow) => (yearlyVolume(data.flows[flow]) > yearlyVolume(data.flows[main]) ? flow : main))
  );
}

/** The parts of a result that say what breaks first. */
export type Answered = Pick<RunResult, 'measures' | 'ledger' | 'preview' | 'growth' | 'endedEarly'>;

/**
 * What to have more of first; undefined where nothing is short. What cannot do what is asked comes first, since the queue
 * that it leaves behind fills yards and tracks far away; then the main flow's largest wait that more of something would
 * shorten, from 3 % of the transit time on; then the tightest resource of the preview, below 1.2. Of a run that ended early
 * the preview comes before all waits: the boxes that finished are those that came before the standstill.
 */
export function bottleneckOf(data: CorridorData, result: Answered): Bottleneck | undefined {
  const [row] = tightRows(result.preview, SLACK);
  const byRow = row === undefined ? undefined : bottleneckOfRow(data, row);
  const byWait = bottleneckByWait(data, result);
  const isFirst = row !== undefined && (slackOf(row) < OVERLOADED || result.endedEarly !== undefined);
  return isFirst ? byRow : (byWait ?? byRow);
}

/** All that cannot do what is asked, tightest first, each once. */
export function overloaded(data: CorridorData, preview: readonly PreviewRow[]): Bottleneck[] {
  const all = tightRows(preview, OVERLOADED).map((row) => bottleneckOfRow(data, row));
  return all.filter(({ of }, i) => all.findIndex((other) => sameOf(other.of, of)) === i);
}

/** Whether two names are of one thing. */
export const sameOf = (a: Of, b: Of): boolean => a.place === b.place && a.line === b.line && a.resource === b.resource;

const slackOf = ({ capacity, demand }: PreviewRow): number => capacity / demand;

/** The rows of the preview below so much room, tightest first. */
export const tightRows = (preview: readonly PreviewRow[], below: number): PreviewRow[] =>
  preview.filter((row) => row.alike !== true && !(slackOf(row) >= below)).sort((a, b) => slackOf(a) - slackOf(b));

function bottleneckByWait(data: CorridorData, { measures, ledger }: Answered): Bottleneck | undefined {
  for (const wait of longWaits(data, ledger)) {
    const bottleneck = resourceWaitedFor(data, measures, wait);
    if (bottleneck !== undefined) return { ...bottleneck, wait };
  }
  return undefined;
}

/** What a flow waits for, the main one unless said, from 3 % of its transit time on, longest first; seconds a box. */
export function longWaits(
  data: CorridorData,
  ledger: Answered['ledger'],
  flow = mainFlow(data),
): Required<Bottleneck>['wait'][] {
  const account = ledger.find((one) => one.flow === flow && one.band === 'all');
  if (account === undefined || account.boxes === 0) return [];
  return account.parts
    .filter(({ seconds }) => seconds >= WAIT * account.seconds)
    .sort((a, b) => b.seconds - a.seconds)
    .map(({ cause, where, seconds }) => ({ cause, where, seconds: seconds / account.boxes }));
}

/** What a row of the preview is short of. */
export function bottleneckOfRow(data: CorridorData, row: PreviewRow): Bottleneck {
  const { where, resource } = row;
  if (sharersOf(data, resource).join(', ') === where) return { of: { resource }, row };
  if (resource === LOCOMOTIVES) return { of: { resource: where }, row };
  if (row.unit === 'trains/year' && resource.startsWith('paths'))
    return { of: { line: where, resource: 'paths' }, row };
  return { of: { place: where, resource }, row };
}

/** How a wait behind other traffic ends: it is for the same thing. */
export const BEHIND_OTHERS = ', behind other traffic';

/** What a wait is for; undefined for a wait that more of nothing shortens, such as one for the weather. */
export function resourceWaitedFor(
  data: CorridorData,
  measures: readonly MeasureResult[],
  { cause, where }: Pick<Part, 'cause' | 'where'>,
): Pick<Bottleneck, 'of' | 'orOf'> | undefined {
  const at = (resource: string) => ({ of: { place: where, resource } });
  const kind = data.places[where]?.kind;
  switch (cause.replace(BEHIND_OTHERS, '')) {
    case 'waiting for room aboard':
    case 'waiting for a vessel':
    case 'waiting for platforms':
      return fleetAt(data, where, cause === 'waiting for platforms' ? 'rail' : 'sea') ?? fleetAt(data, where, 'rail');
    case 'waiting for its departure': {
      const service = serviceAt(data, where, 'rail');
      return service === undefined ? undefined : { of: { place: service, resource: `departures from ${where}` } };
    }
    case 'waiting for a slot in the e-queue':
      return at(`slots to ${nextOnRoad(data, where)}`);
    case 'waiting for a lane':
      return at(`lanes to ${nextOnRoad(data, where)}`);
    case 'waiting for a transloading bay':
      return at(`transloading bays to ${nextOnRoad(data, where)}`);
    case 'waiting for the neighbour’s quota':
      return at(`quota of ${nextOnRoad(data, where)}`);
    case 'waiting for a locomotive':
      return { of: { resource: locomotivesOn(data, where) } };
    case 'waiting for a path':
      return { of: { line: where, resource: 'paths' } };
    case 'waiting for a berth':
      return at(`${data.services[serviceAt(data, where, 'sea') ?? '']?.berth ?? 'container'} berths`);
    case 'waiting for a track':
      return at(kind === 'rail border' ? `${gaugeAt(data, where)} tracks` : 'tracks');
    case 'waiting for a crane':
      return at(busierCranes(measures, where));
    case 'waiting for a yard slot':
      return at('yard');
    case 'waiting for a buffer slot':
      // A buffer fills where boxes find no platforms to go on with; more slots only let more of them wait.
      return { of: at('buffer').of, ...fleetAt(data, where, 'rail'), orOf: at('buffer').of };
    default:
      return undefined;
  }
}

/** The neighbour to which trucks of the main flow go on from a road border, whichever way they take. */
function nextOnRoad(data: CorridorData, place: string): string {
  const flow = mainFlow(data);
  const roads = routeIds(data.flows[flow]).flatMap((route) => {
    const found = data.flows[flow].trucks === undefined ? [] : roadsOf(data, flow, route);
    return Array.isArray(found) ? found : [];
  });
  return roads.find(({ from }) => from === place)?.to ?? 'the other side';
}

const modeOf = (data: CorridorData, service: string) => data.lines[linesOf(data.services[service].on)[0]].mode;

/** The service that takes the main flow on from a place; else the first that ends there. */
export function serviceAt(data: CorridorData, place: string, mode: 'rail' | 'sea'): string | undefined {
  const rides = routeOf(data, mainFlow(data));
  const own = Array.isArray(rides)
    ? rides.find((ride) => ride.from === place && modeOf(data, ride.service) === mode)
    : undefined;
  const ends = (service: string) => placesOf(data, service).includes(place) && modeOf(data, service) === mode;
  return own?.service ?? Object.keys(data.services).sort().find(ends);
}

function fleetAt(data: CorridorData, place: string, mode: 'rail' | 'sea'): { readonly of: Of } | undefined {
  const service = serviceAt(data, place, mode);
  return service === undefined ? undefined : { of: { resource: data.services[service].fleet } };
}

/** The gauge on which the main flow comes to a border: full trains wait for its tracks. */
function gaugeAt(data: CorridorData, place: string): number | undefined {
  const rides = routeOf(data, mainFlow(data));
  const ride = Array.isArray(rides) ? rides.find(({ to }) => to === place) : undefined;
  return ride === undefined ? undefined : data.lines[linesOf(data.services[ride.service].on)[0]].gauge;
}

function busierCranes(measures: readonly MeasureResult[], place: string): string {
  const cranes = measures
    .filter(({ measure, of }) => measure === 'use' && of.place === place && of.resource?.endsWith('cranes'))
    .sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0));
  return cranes[0]?.of.resource ?? 'cranes';
}

export interface Filling {
  readonly service: string;
  /** Seconds a box of the main flow waits there for a load of the service to fill, on average. */
  readonly seconds: number;
  /** Whether more than half of all waiting is for loads to fill. */
  readonly isMost: boolean;
}

/** The service for whose loads the main flow waits longest to fill; undefined where it does not. */
export function slowestToFill(data: CorridorData, { ledger }: Pick<Answered, 'ledger'>): Filling | undefined {
  const account = ledger.find((one) => one.flow === mainFlow(data) && one.band === 'all');
  if (account === undefined || account.boxes === 0) return undefined;
  const sum = (parts: readonly Part[]) => parts.reduce((total, { seconds }) => total + seconds, 0);
  const toFill = account.parts.filter(({ cause }) => cause.endsWith(' to fill'));
  const [longest] = [...toFill].sort((a, b) => b.seconds - a.seconds);
  if (longest === undefined) return undefined;
  const service = serviceAt(data, longest.where, longest.cause.startsWith('ship') ? 'sea' : 'rail');
  if (service === undefined) return undefined;
  const isMost = 2 * sum(toFill) > sum(account.parts.filter(({ cause }) => isWait(cause)));
  return { service, seconds: longest.seconds / account.boxes, isMost };
}

/** Whether a cause of the ledger is a wait and not work: for a resource, a unit, a slot, weather, or a load to fill. */
export function isWait(cause: string): boolean {
  return /^waiting (?:for|to) |^(?:train|ship) to fill$|^acceptance ban$/.test(cause);
}
