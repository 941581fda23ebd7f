// A price list for people: the answer first, then what one more of each thing changes, and the command that says it again.
import { differenceWords, isNothing as unchanged } from '../../study/compare/answer';
import { isNothing } from '../../study/prices/answer';
import type { Priced, PriceRow, PricesResult } from '../../study/prices/prices';
import { wordsOf } from '../../study/results/measureOf';
import { columns, cut, section, WIDTH, wrap } from '../words/columns';
import { inWords } from '../words/inWords';
import { countOf, writeNumber } from '../words/numbers';
import { command } from '../words/shellWords';

/** How the scenario was named and changed on the command line, to name it again. */
export interface Named {
  readonly scenario: string;
  readonly given: readonly string[];
}

/** The whole text of `keruen prices`. */
export function writePrices(result: PricesResult, { scenario, given }: Named): string {
  const { throughput, headline, rows, endedEarly, interrupted, window } = result;
  const early =
    endedEarly === undefined
      ? []
      : [...wrap(`Ended early: ${endedEarly}. What follows is what was known by then.`), ''];
  const nothing = rows.filter(isNothing);
  const some = rows.filter((row) => !nothing.includes(row));
  const isPriced = rows.some(({ cost }) => cost !== null);
  const head = [
    'one more of',
    ...(headline === null ? [] : [cut(wordsOf(headline), 30)]),
    cut(wordsOf(throughput), 30),
    ...(isPriced ? ['for each MUSD'] : []),
    'replications',
  ];
  const table = some.map((row) => [
    `${row.path} ${row.step}`,
    ...(headline === null ? [] : [cell(row.headline, headline.unit)]),
    cell(row.throughput, throughput.unit),
    ...(isPriced ? [costCell(row, result)] : []),
    String(row.replications),
  ]);
  const again = [
    'It says the same, byte for byte, by:',
    ...wrap(command('prices', scenario, ...given, '--budget', `${result.trials} trials`), WIDTH, '  ', '    '),
  ];
  const lines = [
    ...early,
    ...wrap(result.answer),
    '',
    ...section(
      'As it stands',
      columns(
        [throughput, ...(headline === null ? [] : [headline])].map((one) => [wordsOf(one), inWords(one)]),
        'll',
      ),
    ),
    ...section('What one more changes, most worth first', columns([head, ...table], 'llllr')),
    ...(nothing.length === 0
      ? []
      : [...wrap(`Nothing in any replication: ${nothing.map(({ path, step }) => `${path} ${step}`).join(', ')}.`), '']),
    ...wrap(
      'Paired differences under the same luck, with intervals of 95 % for all things together; (?) is not told apart from nothing.',
    ),
    `${countOf(result.trials, 'trial')}, ${window.start} to ${window.end}, seed ${result.seed}.`,
    ...(interrupted === true ? [] : again),
  ];
  return `${lines.join('\n')}\n`;
}

function cell(one: Priced | null, unit: string): string {
  const difference = one?.difference;
  if (difference == null) return 'no steady value';
  if (unchanged({ difference })) return 'nothing';
  const words = differenceWords(difference, unit);
  return difference.state === 'told apart' ? words : `${words} (?)`;
}

function costCell(row: PriceRow, { sortedBy, throughput, headline }: PricesResult): string {
  const per = row[sortedBy]?.perMusd;
  if (row.cost === null || per == null) return '';
  const unit = (sortedBy === 'headline' && headline !== null ? headline : throughput).unit;
  return `${differenceWords({ estimate: per, low: null, high: null }, unit)} of ${writeNumber(row.cost)} MUSD`;
}
