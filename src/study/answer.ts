// The answer in two sentences: what the scenario asks first, then what breaks first. Made from the result's own numbers.
import type { CorridorData } from '../model/corridor';
import { headlineResults } from './headlines';
import type { MeasureResult, RunResult } from './result';
import { isWait, mainFlow, shortageOf } from './shortage';

/** Two plain sentences for any scenario; the second is of the flow with the greatest demand. */
export function answerOf(
  data: CorridorData,
  result: Pick<RunResult, 'measures' | 'ledger' | 'preview' | 'endedEarly'>,
): string {
  const { measures } = result;
  const said = headlineResults(data, measures).map((one) => sentencePart(data, one, measures));
  const first = said.length > 0 ? `${capital(said.join('; '))}.` : '';
  return [first, breaksFirst(data, result)].filter((part) => part !== '').join(' ');
}

function sentencePart(data: CorridorData, one: MeasureResult, measures: readonly MeasureResult[]): string {
  const { flow } = one.of;
  if (one.measure !== 'transit time' || one.statistic !== 'mean' || flow === undefined)
    return `${statisticWords[one.statistic]}${one.measure}${ofWords(one)} is ${valueWords(one)}`;
  const { from, to } = data.flows[flow];
  const quantile = (statistic: string) =>
    measures.find((other) => other.measure === one.measure && other.of.flow === flow && other.statistic === statistic);
  const spread = [
    ['half of them under', quantile('p50')],
    ['nine in ten under', quantile('p90')],
  ] as const;
  const known = spread.flatMap(([words, of]) =>
    typeof of?.estimate === 'number' ? [`${words} ${figure(of.estimate)}`] : [],
  );
  const within = known.length > 0 ? ` (${known.join(', ')})` : '';
  if (one.estimate === null)
    return `how long a box of ${flow} takes from ${from} to ${to} cannot be told: ${why(one)}${within}`;
  return `a box of ${flow} takes ${valueWords(one)} from ${from} to ${to}${within}`;
}

const statisticWords = {
  mean: 'mean ',
  p10: 'the lowest tenth of ',
  p50: 'median ',
  p90: 'p90 ',
  p95: 'p95 ',
  max: 'the highest ',
  total: 'total ',
  share: 'the share of ',
} as const;

function ofWords({ of }: MeasureResult): string {
  const resource = of.resource === undefined ? '' : ` of ${of.resource}`;
  if (of.flow !== undefined) return `${resource} of ${of.flow}`;
  if (of.line !== undefined) return `${resource} on ${of.line}`;
  return of.place === undefined ? resource : `${resource} at ${of.place}`;
}

const unitWords: { readonly [unit: string]: string } = { d: ' days', h: ' h', share: '' };

/** `14.2 ± 0.3 days`; without an interval the figure and why there is none. */
function valueWords(one: MeasureResult): string {
  if (one.estimate === null) return `not known: ${why(one)}`;
  const scale = one.unit === 'share' ? 100 : 1;
  const unit = one.unit === 'share' ? ' %' : (unitWords[one.unit] ?? ` ${one.unit}`);
  if (one.state !== 'estimated') return `${figure(one.estimate * scale)}${unit} (${one.state})`;
  const half = ((one.high - one.low) / 2) * scale;
  // As many digits as the half-width has: never more than is known.
  const digits = half > 0 ? Math.min(2, Math.max(0, Math.ceil(-Math.log10(half)))) : 1;
  const shown = half > 0 ? grouped(half, digits) : '0';
  return `${grouped(one.estimate * scale, digits)} ± ${shown}${unit}`;
}

function why({ state }: MeasureResult): string {
  return state === 'did not finish' ? 'boxes were still inside when the run ended' : 'nothing was observed';
}

/** Below this share a mean use says nothing of why a thing is short now and then. */
const TOLD = 0.5;
/** From this share of the time on, a resource is called near its capacity. */
const NEAR = 0.8;

/** The heaviest wait of the main flow, and what is short, if anything is. */
function breaksFirst(data: CorridorData, result: Parameters<typeof answerOf>[1]): string {
  const flow = mainFlow(data);
  const account = result.ledger.find((one) => one.flow === flow && one.band === 'all');
  const wait = account?.parts.find(({ cause }) => isWait(cause));
  const waits =
    account === undefined || account.boxes === 0
      ? `No box of ${flow} finished`
      : wait === undefined
        ? `No box of ${flow} waited`
        : `The longest wait of ${flow} is ${waitWords(wait)}, ${timeWords(wait.seconds / account.boxes)} a box`;
  return `${[waits, shortWords(data, result)].filter((part) => part !== '').join('; ')}.`;
}

/** What is short, or which resource is busiest where nothing is. */
function shortWords(data: CorridorData, result: Parameters<typeof answerOf>[1]): string {
  const short = shortageOf(data, result);
  const uses = result.measures.filter(({ measure, estimate }) => measure === 'use' && estimate !== null);
  const percent = (use: MeasureResult) => `${grouped((use.estimate ?? 0) * 100, 0)} %`;
  if (short !== undefined) {
    const { place, line, resource } = short.of;
    const use = uses.find(({ of }) => of.place === place && of.line === line && of.resource === resource);
    const used = use === undefined || (use.estimate ?? 0) < TOLD ? '' : `, in use ${percent(use)} of the time`;
    const room =
      short.row === undefined
        ? ''
        : `, which can do ${figure(short.row.capacity / short.row.demand)} times what is asked`;
    return `what is short: ${resourceWords(short)}${room === '' ? used : room}`;
  }
  const [busiest] = [...uses].sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0));
  if (busiest === undefined) return 'nothing is short';
  const calm = (busiest.estimate ?? 0) < NEAR ? 'nothing is near its capacity' : 'nothing is short';
  return `${calm}: the busiest resource is ${resourceWords(busiest)} at ${percent(busiest)}`;
}

function waitWords({ cause, where }: { readonly cause: string; readonly where: string }): string {
  const what = cause.startsWith('waiting') ? cause.replace(/^waiting /, '') : `for a ${cause}`;
  return `${what} at ${where}`;
}

function resourceWords({ of: { place, line, resource } }: Pick<MeasureResult, 'of'>): string {
  const where = place ?? line;
  if (resource === undefined) return where ?? 'the corridor';
  return where === undefined ? resource : `${resource} ${place === undefined ? 'on' : 'at'} ${where}`;
}

function timeWords(seconds: number): string {
  return seconds >= 86_400 ? `${figure(seconds / 86_400)} days` : `${figure(seconds / 3600)} h`;
}

/** As many digits as a planner reads: 0.34, 14.2, 61, 28,500. */
function figure(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 1 ? 1 : 2;
  return grouped(value, digits);
}

function grouped(value: number, digits: number): string {
  const [whole, ...part] = value.toFixed(digits).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...part].join('.');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
