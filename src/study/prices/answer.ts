// A price list in sentences: what is worth most, and of what one more changes nothing.
import { measureWords } from '../bottleneck/answer';
import { differenceWords, isNothing as unchanged } from '../compare/answer';
import { betterOf } from '../results/better';
import type { PriceRow, PricesResult } from './prices';

const NAMED = 3;

export function pricesAnswer(result: Omit<PricesResult, 'answer'>): string {
  const { rows, throughput, headline, sortedBy, scenario } = result;
  const of = (row: PriceRow) => row[sortedBy]?.difference ?? null;
  const measure = sortedBy === 'headline' && headline !== null ? headline : throughput;
  const sign = betterOf(measure) === 'less' ? -1 : 1;
  const told = rows.filter((row) => of(row)?.state === 'told apart' && sign * (of(row)?.estimate ?? 0) > 0);
  const other = sortedBy === 'headline' ? throughput : null;
  const first =
    told.length === 0
      ? `In ${scenario.id} no thing is known of which one more would help ${measureWords(measure)}: no such difference is told apart with ${result.trials} trials.`
      : `In ${scenario.id} ${told
          .slice(0, NAMED)
          .map(
            (row, i) =>
              `${i === 0 ? '' : i === 1 ? 'then ' : ''}${row.path} ${row.step} ${i === 0 ? `is worth most in ${measureWords(measure)}: ` : ''}${words(row, other)}`,
          )
          .join('; ')}.`;
  const nothing = rows.filter((row) => isNothing(row));
  const idle =
    nothing.length === 0 ? '' : ` Of ${nothing.length} of the ${rows.length} things one more changes nothing.`;
  return first + idle;

  function words(row: PriceRow, beside: PricesResult['throughput'] | null): string {
    const main = of(row);
    const change = main === null ? '' : differenceWords(main, measure.unit);
    const more = beside === null ? null : row.throughput.difference;
    const perMusd = row[sortedBy]?.perMusd;
    const cost =
      perMusd == null
        ? ''
        : `, ${differenceWords({ estimate: perMusd, low: null, high: null }, measure.unit)} for each MUSD`;
    return more === null || beside === null
      ? change + cost
      : `${change} (${differenceWords(more, beside.unit)} throughput)${cost}`;
  }
}

/** Whether it made no difference in any trial, of what there is a difference of. */
export function isNothing({ throughput, headline }: PriceRow): boolean {
  const told = [throughput, headline].filter((one) => one !== null && one.difference !== null);
  return told.length > 0 && told.every((one) => one !== null && unchanged(one));
}
