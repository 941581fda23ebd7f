// The answer in words, made from the result’s own numbers: what the scenario asks first, what breaks first, and what else.
import { relativeHalfWidth, replicationsFor } from '../../experiment';
import type { CorridorData } from '../../model/corridor/corridor';
import { boundWords, withoutIntervalWords } from '../results/bounds';
import { readMeasure, writeNumber } from '../results/digits';
import { headlineResults } from '../results/headlines';
import type { MeasureName, MeasureResult } from '../results/result';
import type { Answered } from './bottleneck';
import { bottleneckSummary } from './summary';

/** A half-width above this share of its estimate answers too little to be quoted. */
const QUOTABLE = 0.15;

/**
 * Plain sentences for any scenario: the headlines, whether they are too wide to be quoted, what breaks first for the main flow,
 * and what is short beside that.
 */
export function answerOf(data: CorridorData, result: Answered): string {
  const { measures } = result;
  const headlines = headlineResults(data, measures);
  const said = headlines.map((one) => sentencePart(data, one, measures));
  const first = said.length > 0 ? `${capital(said.join('; '))}.` : '';
  return [first, growthWords(result), tooWide(headlines), bottleneckSummary(data, result)]
    .filter((part) => part !== '')
    .join(' ');
}

/** By how much a corridor that never settles fills: nothing where it does. */
function growthWords({ growth }: Answered): string {
  if (growth === undefined) return '';
  const { teuPerDay } = growth;
  return `What is inside grows by ${writeNumber(teuPerDay, teuPerDay < 10 ? 1 : 0)} TEU a day.`;
}

/** That half-widths are too wide to be quoted, and how many replications would be enough for all of them; else nothing. */
function tooWide(headlines: readonly MeasureResult[]): string {
  const wide = headlines.filter((one) => (relativeHalfWidth(one) ?? 0) > QUOTABLE);
  if (wide.length === 0) return '';
  const widest = Math.max(...wide.map((one) => relativeHalfWidth(one) ?? 0));
  const one = `${wide.length === 1 ? 'A half-width of' : 'Half-widths of up to'} ${writeNumber(Math.ceil(widest * 100), 0)} % of the estimate`;
  const needed = wide.map((of) => replicationsFor(of, QUOTABLE) ?? Number.POSITIVE_INFINITY);
  const most = Math.max(...needed);
  const enough = Number.isFinite(most)
    ? `some ${writeNumber(most, 0)} replications would be enough`
    : 'run more replications';
  return `${one} ${wide.length === 1 ? 'is' : 'are'} too wide to be quoted: ${enough} for ${QUOTABLE * 100} %.`;
}

function sentencePart(data: CorridorData, one: MeasureResult, measures: readonly MeasureResult[]): string {
  const { flow } = one.of;
  if (one.measure !== 'transit time' || one.statistic !== 'mean' || flow === undefined)
    return `${measureWords(one)} ${isWords(one)}`;
  const { from, to, trucks } = data.flows[flow];
  const box = trucks === undefined ? 'box' : 'truck';
  const quantile = (statistic: string) =>
    measures.find((other) => other.measure === one.measure && other.of.flow === flow && other.statistic === statistic);
  const spread = [
    ['half of them under', quantile('p50')],
    ['nine in ten under', quantile('p90')],
  ] as const;
  const known = spread.flatMap(([words, of]) =>
    typeof of?.estimate === 'number' ? [`${words} ${estimateWords(of)}`] : [],
  );
  const within = known.length > 0 ? ` (${known.join(', ')})` : '';
  if (one.estimate === null)
    return `how long a ${box} of ${flow} takes from ${from} to ${to} cannot be told: ${why(one)}${within}`;
  if (one.state === 'still growing')
    return `how long a ${box} of ${flow} takes from ${from} to ${to} ${growing([estimateWords(one) + unitOf(one), ...known])}`;
  return `a ${box} of ${flow} takes ${valueWords(one)} from ${from} to ${to}${within}`;
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

/** A measure as a sentence names it: `p90 dwell at Aktau`, `the share of use of quay cranes at Aktau`. */
export const measureWords = (one: MeasureName): string =>
  `${statisticWords[one.statistic]}${one.measure}${ofWords(one)}`;

function ofWords({ of }: MeasureName): string {
  const resource = of.resource === undefined ? '' : ` of ${of.resource}`;
  if (of.flow !== undefined) return `${resource} of ${of.flow}`;
  if (of.line !== undefined) return `${resource} on ${of.line}`;
  return of.place === undefined ? resource : `${resource} at ${of.place}`;
}

const unitWords: { readonly [unit: string]: string | undefined } = { d: ' days' };

/** The estimate without its interval or unit: units and decimals as `readMeasure` has them. */
const estimateWords = (one: MeasureResult): string => readMeasure(one).estimate;

function unitOf(one: MeasureResult): string {
  const { unit } = readMeasure(one);
  return unitWords[unit] ?? ` ${unit}`;
}

/** What stands after the name of a measure: `is 14.2 ± 0.3 days`, or that it cannot be said, and why. */
function isWords(one: MeasureResult): string {
  if (one.estimate === null) return `is not known: ${why(one)}`;
  return one.state === 'still growing' ? growing([estimateWords(one) + unitOf(one)]) : `is ${valueWords(one)}`;
}

/** No mean, though there is a number: more enters than leaves, so that it depends on when one stops looking. */
const growing = ([seen, ...known]: readonly string[]): string =>
  `has no steady value: it is still growing (${[`${seen} in this window`, ...known].join(', ')})`;

/** `14.2 ± 0.3 days`; without an interval the figure and why there is none. */
function valueWords(one: MeasureResult): string {
  const { estimate, half } = readMeasure(one);
  return half === ''
    ? `${estimate}${unitOf(one)} (${withoutIntervalWords(one)})`
    : `${estimate} ${half}${unitOf(one)}${boundWords(one)}`;
}

function why({ state }: MeasureResult): string {
  return state === 'did not finish' ? 'boxes were still inside when the run ended' : 'nothing was observed';
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
