// A capacity in sentences: how much, in nine years of ten, what gives way first, and what the formula would have said.
import { decimalsOfHalfWidth, writeNumber } from '../results/digits';
import type { CapacityEstimate, CapacityResult } from './result';

type Told = Omit<CapacityResult, 'answer'>;

/** As many things that give way are named. */
const NAMED = 3;

export function capacityAnswer(result: Told): string {
  const { scenario, promise, expected, nineOfTen, givesWay, demand, formula, searched } = result;
  const kept = promise.trim();
  const amount = (value: number) => writeDemand(value);
  const full = formula === null ? '' : `, where ${formula.what} ${formula.resource.endsWith('s') ? 'are' : 'is'} full`;
  const first = (() => {
    if (expected.state === 'kept everywhere')
      return `${scenario.id} keeps "${kept}" at any demand up to ${amount(searched.high)} ${demand.words}${full === '' ? '' : `; by the formula it is full at ${amount(formula?.demand ?? 0)}${full}`}`;
    if (expected.state === 'broken everywhere')
      return `${scenario.id} breaks "${kept}" even with hardly any demand (${amount(searched.low)} ${demand.words})`;
    if (expected.estimate === null)
      return `How far ${scenario.id} keeps "${kept}" is not known yet: ${betweenWords(expected, demand.words)}`;
    const narrowed = expected.state === 'found' ? '' : ', not as narrow as was asked';
    return `${scenario.id} keeps "${kept}" up to ${withinWords(expected)} ${demand.words}${narrowed} (in nine years of ten: ${nineWords(nineOfTen, searched)})`;
  })();
  const breaks = result.terms.length > 1 && expected.breaks !== null ? `${expected.breaks} breaks first.` : '';
  const ways = givesWay
    .slice(0, NAMED)
    .map(({ what, from }, i) => `${i === 0 ? '' : 'then '}${what} (from ${amount(from)} on)`);
  const gives = ways.length === 0 ? '' : `First to give way: ${ways.join(', ')}.`;
  const formulaWords =
    formula === null || expected.estimate === null
      ? ''
      : `By the formula the way is full at ${amount(formula.demand)} ${demand.words}${full}; waits grow long before that.`;
  return [`${first}.`, breaks, gives, formulaWords].filter((part) => part !== '').join(' ');
}

/** Three or four digits: 276,000. */
export function writeDemand(value: number): string {
  return writeNumber(value, value >= 1000 ? -Math.max(0, Math.floor(Math.log10(value)) - 2) : value >= 100 ? 0 : 1);
}

/** `276,000 ± 6,000`, or with its ends where they lie unevenly. */
export function withinWords({ estimate, low, high }: CapacityEstimate): string {
  if (estimate === null) return 'not known';
  if (low === null || high === null) {
    const side =
      low !== null ? `, at least ${writeDemand(low)}` : high !== null ? `, at most ${writeDemand(high)}` : '';
    return `about ${writeDemand(estimate)}${side}`;
  }
  const half = (high - low) / 2;
  if (!(half > 1e-9 * estimate)) return writeDemand(estimate);
  const decimals = decimalsOfHalfWidth(half) - 0;
  const isEven = Math.abs((high + low) / 2 - estimate) < 0.3 * half;
  return isEven
    ? `${writeNumber(estimate, decimals)} ± ${writeNumber(half, decimals)}`
    : `${writeNumber(estimate, decimals)} (${writeNumber(low, decimals)} to ${writeNumber(high, decimals)})`;
}

function nineWords(of: CapacityEstimate, searched: CapacityResult['searched']): string {
  if (of.state === 'kept everywhere') return `up to ${writeDemand(searched.high)}`;
  if (of.state === 'broken everywhere') return 'not even with hardly any demand';
  if (of.estimate === null) return betweenWords(of, '');
  return withinWords(of) + (of.state === 'found' ? '' : ', not as narrow as was asked');
}

function betweenWords({ low, high }: CapacityEstimate, words: string): string {
  const unit = words === '' ? '' : ` ${words}`;
  if (low !== null && high !== null) return `between ${writeDemand(low)} and ${writeDemand(high)}${unit}`;
  if (low !== null) return `at least ${writeDemand(low)}${unit}`;
  return high !== null ? `below ${writeDemand(high)}${unit}` : 'too few trials';
}
