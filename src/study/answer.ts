// The answer in two sentences: what the scenario asks first, then what breaks first. Made from the result's own numbers.
import type { CorridorData } from '../model/corridor';
import { headlineResults } from './headlines';
import type { LedgerResult, MeasureResult } from './result';

/** Two plain sentences for any scenario; the second is of the flow with the greatest demand. */
export function answerOf(
  data: CorridorData,
  measures: readonly MeasureResult[],
  ledger: readonly LedgerResult[],
): string {
  const said = headlineResults(data, measures).map((one) => sentencePart(data, one, measures));
  const first = said.length > 0 ? `${capital(said.join('; '))}.` : '';
  return [first, breaksFirst(data, measures, ledger)].filter((part) => part !== '').join(' ');
}

/** The flow with the greatest demand; of equals the one whose id comes first. */
export function mainFlow(data: CorridorData): string {
  return Object.keys(data.flows)
    .sort()
    .reduce((main, flow) => (data.flows[flow].demand > data.flows[main].demand ? flow : main));
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

/** The heaviest wait of the main flow beside the busiest resource. */
function breaksFirst(data: CorridorData, measures: readonly MeasureResult[], ledger: readonly LedgerResult[]): string {
  const flow = mainFlow(data);
  const account = ledger.find((one) => one.flow === flow && one.band === 'all');
  const wait = account?.parts.find(({ cause }) => isWait(cause));
  const busiest = measures
    .filter(({ measure, estimate }) => measure === 'use' && estimate !== null)
    .reduce<MeasureResult | undefined>(
      (most, one) => ((one.estimate ?? 0) > (most?.estimate ?? -1) ? one : most),
      undefined,
    );
  const waits =
    account === undefined || wait === undefined
      ? `No box of ${flow} that finished waited`
      : `The longest wait of ${flow} is ${waitWords(wait)}, ${timeWords(wait.seconds / account.boxes)} a box`;
  if (busiest === undefined) return `${waits}.`;
  return `${waits}; the busiest resource is ${resourceWords(busiest)}, in use ${figure((busiest.estimate ?? 0) * 100)} % of the time.`;
}

/** Whether a cause of the ledger is a wait and not work: for a resource, a unit, a slot, weather, or a load to fill. */
export function isWait(cause: string): boolean {
  return /^waiting for |^(?:train|ship) to fill$/.test(cause);
}

function waitWords({ cause, where }: { readonly cause: string; readonly where: string }): string {
  const what = cause.startsWith('waiting') ? cause.replace(/^waiting /, '') : `for a ${cause}`;
  return `${what} at ${where}`;
}

function resourceWords({ of: { place, line, resource } }: MeasureResult): string {
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
