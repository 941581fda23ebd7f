// What breaks first, in a sentence: the longest wait of the main flow, and what is short; then what is short beside it.
import type { CorridorData } from '../../model/corridor/corridor';
import { figure, readMeasure, writeNumber } from '../results/digits';
import type { LedgerResult, MeasureResult } from '../results/result';
import {
  type Answered,
  BEHIND_OTHERS,
  type Bottleneck,
  bottleneckOf,
  bottleneckOfRow,
  isWait,
  longWaits,
  mainFlow,
  overloaded,
  resourceWaitedFor,
  SLACK,
  sameOf,
  tightRows,
} from './bottleneck';
import { readyWords, roundWords } from './cycleWords';
import { queueBehind } from './queueBehind';

/** Below this share a mean use says nothing of why a thing is short now and then. */
const TOLD = 0.5;
/** From this share of the time on, a resource is called near its capacity. */
const NEAR = 0.8;

/** The heaviest wait of the main flow, and what is short, if anything is. */
export function bottleneckSummary(data: CorridorData, result: Answered): string {
  const flow = mainFlow(data);
  const account = result.ledger.find((one) => one.flow === flow && one.band === 'all');
  const wait = account?.parts.find(({ cause }) => isWait(cause));
  const waits =
    account === undefined || account.boxes === 0
      ? `No box of ${flow} finished`
      : wait === undefined
        ? `No box of ${flow} waited`
        : `${account.censored > 0 ? 'Of the boxes that left, the' : 'The'} longest wait of ${flow} is ${waitWords(wait)}, ${timeWords(wait.seconds / account.boxes)} a box`;
  const first = `${[waits, behindWords(account), shortWords(data, result)].filter((part) => part !== '').join('; ')}.`;
  return [first, secondaryWords(data, result)].filter((part) => part !== '').join(' ');
}

/** `of 12.4 days, 1.1 behind other traffic`; nothing where that is below an hour a box. */
function behindWords(account: LedgerResult | undefined): string {
  if (account === undefined || account.boxes === 0) return '';
  const behind = account.parts.filter(({ cause }) => cause.endsWith(BEHIND_OTHERS));
  const seconds = behind.reduce((sum, part) => sum + part.seconds, 0) / account.boxes;
  if (seconds < 3600) return '';
  const days = (of: number) => writeNumber(of / 86_400, of < 86_400 ? 2 : 1);
  return `of ${days(account.seconds / account.boxes)} days, ${days(seconds)} behind other traffic`;
}

/** What else is short where one thing is: what can do hardly more than is asked, or what another flow waits for longest. */
function secondaryWords(data: CorridorData, result: Answered): string {
  const overloads = overloaded(data, result.preview);
  const short = overloads.length > 0 ? overloads[0] : bottleneckOf(data, result);
  if (short === undefined || overloads.length > 1) return '';
  const isOther = (of: MeasureResult['of']) =>
    ![short.of, short.orOf].some((one) => one !== undefined && sameOf(one, of));
  const [next] = tightRows(result.preview, SLACK)
    .map((row) => bottleneckOfRow(data, row))
    .filter(({ of }) => isOther(of));
  if (next?.row !== undefined)
    return `Beside it: ${resourceWords(next)}, which can do ${figure(next.row.capacity / next.row.demand)} times what is asked.`;
  const [wait] = Object.keys(data.flows)
    .filter((flow) => flow !== mainFlow(data))
    .flatMap((flow) => longWaits(data, result.ledger, flow).map((one) => ({ ...one, flow })))
    .filter((one) => isOther(resourceWaitedFor(data, result.measures, one)?.of ?? short.of))
    .sort((a, b) => b.seconds - a.seconds);
  return wait === undefined
    ? ''
    : `Beside it: ${wait.flow} waits ${waitWords(wait)}, ${timeWords(wait.seconds)} a box.`;
}

/** What is short, or which resource is busiest where nothing is. */
function shortWords(data: CorridorData, result: Answered): string {
  const overloads = overloaded(data, result.preview);
  if (overloads.length > 0) return `what is short: ${overloadWords(overloads)}${queueWords(data, result, overloads)}`;
  const short = bottleneckOf(data, result);
  const uses = result.measures.filter(({ measure, estimate }) => measure === 'use' && estimate !== null);
  const percent = (use: MeasureResult) => `${readMeasure(use).estimate} %`;
  if (short !== undefined) {
    const { place, line, resource } = short.of;
    const use = uses.find(({ of }) => of.place === place && of.line === line && of.resource === resource);
    const used = use === undefined || (use.estimate ?? 0) < TOLD ? '' : `, in use ${percent(use)} of the time`;
    const slack =
      short.row === undefined
        ? ''
        : `, which can do ${figure(short.row.capacity / short.row.demand)} times what is asked`;
    return `what is short: ${resourceWords(short)}${slack === '' ? used : slack}${fleetWords(data, result, short)}`;
  }
  const [busiest] = [...uses].sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0));
  if (busiest === undefined) return 'nothing is short';
  const calm = (busiest.estimate ?? 0) < NEAR ? 'nothing is near its capacity' : 'nothing is short';
  return `${calm}: the busiest resource is ${resourceWords(busiest)} at ${percent(busiest)}`;
}

/** Of a fleet: how it can be short at its use, by its round, and by where its units stand when boxes wait elsewhere. */
function fleetWords(data: CorridorData, { measures }: Answered, { of, wait }: Bottleneck): string {
  if (of.place !== undefined || of.line !== undefined || of.resource === undefined) return '';
  const said = [roundWords(measures, of.resource), readyWords(data, measures, of.resource, wait?.where)];
  const text = said.filter((part) => part !== '').join('; ');
  return text === '' ? '' : ` (${text})`;
}

/** `feeders (0.62 times what is asked), Kazakhstan sets (0.82 times)`. */
function overloadWords(overloads: readonly Bottleneck[]): string {
  return overloads
    .map((bottleneck, i) => {
      const times = bottleneck.row === undefined ? '' : figure(bottleneck.row.capacity / bottleneck.row.demand);
      return `${resourceWords(bottleneck)} (${times} times${i === 0 ? ' what is asked' : ''})`;
    })
    .join(', ');
}

/** The wait may be long far from what is short: then it is the queue behind it. */
function queueWords(data: CorridorData, result: Answered, overloads: readonly Bottleneck[]): string {
  const back = queueBehind(
    data,
    result,
    overloads.map(({ of }) => of),
  );
  return back === undefined
    ? ''
    : `; behind ${overloads.length > 1 ? 'them' : 'it'} boxes queue as far back as ${back}`;
}

function waitWords({ cause, where }: { readonly cause: string; readonly where: string }): string {
  const what = cause.startsWith('waiting') ? cause.replace(/^waiting /, '') : `for a ${cause}`;
  return `${what} at ${where}`;
}

export function resourceWords({ of: { place, line, resource } }: Pick<MeasureResult, 'of'>): string {
  const where = place ?? line;
  if (resource === undefined) return where ?? 'the corridor';
  return where === undefined ? resource : `${resource} ${place === undefined ? 'on' : 'at'} ${where}`;
}

function timeWords(seconds: number): string {
  return seconds >= 86_400 ? `${figure(seconds / 86_400)} days` : `${figure(seconds / 3600)} h`;
}
