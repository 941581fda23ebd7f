// Compares a run with published figures: simulated value, published value, and whether they agree.
import { writeWithin } from '../study/results/digits';
import type { ValidateResult, ValidationResult } from '../study/results/result';
import { columns, WIDTH, widthOf, wrap } from './words/columns';
import { countOf, decimalsFor, writeNumber } from './words/numbers';

/** `inside`, `outside`, or `not counted`. */
const verdictOf = ({ counted, inside }: ValidationResult): string =>
  counted ? (inside === true ? 'inside' : 'outside') : 'not counted';

function simulated({ estimate, low, high, published }: ValidationResult): string {
  if (estimate === null) return 'not simulated';
  const decimals = decimalsFor(estimate) > 0 ? 1 : 0;
  if (low === null || high === null) return `${writeNumber(estimate, decimals)} without interval ${published.unit}`;
  // If an interval is cut off at 0, the other side has the full width.
  const width = Math.max(high - estimate, estimate - low);
  const { estimate: shown, half } = writeWithin(estimate, width, decimals);
  const bound = low === 0 && width > estimate ? ' (not below 0)' : '';
  return `${shown} ${half} ${published.unit}${bound}`;
}

function published({ published: { value, low, high, unit, year } }: ValidationResult): string {
  const write = (one: number) => writeNumber(one, Number.isInteger(one) ? 0 : 1);
  const range = low === null || high === null ? '' : ` (${write(low)} to ${write(high)})`;
  return `${write(value)}${range} ${unit}, ${year}`;
}

/** `1 of 2 counted rows inside`. */
function score(rows: readonly ValidationResult[]): string {
  const counted = rows.filter((row) => row.counted);
  if (counted.length === 0)
    return rows.length === 1
      ? 'the one published row cannot be counted in this window'
      : `none of the ${rows.length} published rows can be counted in this window`;
  const inside = counted.filter((row) => row.inside === true).length;
  return `${inside} of ${countOf(counted.length, 'counted row')} inside`;
}

const rules = {
  M: 'a mean: inside within the published range, or within 15 % of the one number, with a half-width below 10 %',
  S: 'a term: inside when 50 to 98 % of the boxes make it',
  N: 'a backlog: inside when the most at a time lies within the published range, or within 30 % of the one number',
  P: 'it follows from the demand: never counted',
};

/** The two events, the population, and the run's values beside its mean. */
function detailsOf(row: ValidationResult): string[] {
  const { measure, from, to, over, rule, period, p10, p90, share, parts, why, remark, published: figure } = row;
  const write = (value: number) => writeNumber(value, decimalsFor(value) > 0 ? 1 : 0);
  const events = from === null || to === null ? '' : ` ${upper(from)} → ${to}.`;
  const spread = p10 === null || p90 === null ? '' : ` p10 to p90 ${write(p10)} to ${write(p90)} ${figure.unit}.`;
  const made =
    share === null
      ? ''
      : ` ${writeShareOf(share)} make it within ${writeNumber(figure.value, Number.isInteger(figure.value) ? 0 : 1)} ${figure.unit}.`;
  const isMiss = row.counted && row.inside === false;
  const largest = parts.map(({ cause, where, mean }) => `${cause} (${where}) ${writeNumber(mean, 1)} ${figure.unit}`);
  return [
    `${upper(measure)}.${events}`,
    `Over ${over}; ${period.replace('/', ' to ')}; rule ${rule}.${spread}${made}`,
    ...(isMiss && largest.length > 0 ? [`Largest parts: ${largest.join(', ')}.`] : []),
    ...(isMiss && remark !== null ? [`The source: ${remark}`] : []),
    ...(why === null ? [] : [why]),
  ];
}

const upper = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

function writeShareOf({ estimate, low, high }: NonNullable<ValidationResult['share']>): string {
  const half = low === null || high === null ? '' : ` ± ${writeNumber(50 * (high - low))}`;
  return `${writeNumber(100 * estimate)}${half} %`;
}

/**
 * The complete output of `keruen validate`.
 * @param without the requested scenarios without published figures
 */
export function writeValidate({ rows, replications, seed }: ValidateResult, without: readonly string[] = []): string {
  if (rows.length === 0) return 'No published figures are known for this scenario.\n';
  const cells = rows.map((row) => [row.id, verdictOf(row), simulated(row), published(row), row.variant ?? '–']);
  const [head, ...lines] = columns([['', '', 'simulated', 'published', 'variant'], ...cells], 'lllll', '');
  const indent = '      ';
  return [
    head,
    ...rows.flatMap((row, i) => [
      ...(row.scenario === rows[i - 1]?.scenario ? [] : ['', row.scenario]),
      lines[i],
      ...detailsOf(row).flatMap((line) => wrap(line, WIDTH, indent)),
    ]),
    '',
    ...wrap(
      `${Object.entries(rules)
        .filter(([rule]) => rows.some((row) => row.rule === rule))
        .map(([rule, words]) => `Rule ${rule}, ${words}.`)
        .join(' ')} ${countOf(replications, 'replication')}, seed ${seed}; nothing is fitted to these rows.`,
    ),
    `${upper(score(rows))}.`,
    ...(without.length === 0 ? [] : [`No published figures are known for ${without.join(', ')}.`]),
  ]
    .join('\n')
    .concat('\n');
}

/** A one-line summary, for the end of a run. */
export function validationLine({ rows }: ValidateResult): string {
  const counted = rows.filter((row) => row.counted);
  const rest = rows.length - counted.length;
  const notCounted = rest > 0 && counted.length > 0 ? `; ${rest} not counted` : '';
  const named = counted.map((row) => `${row.id} ${verdictOf(row)}`).join(', ');
  const line = (inner: string) => `Beside published figures: ${score(rows)}${inner}${notCounted}.`;
  const full = line(named === '' ? '' : ` (${named})`);
  return widthOf(full) <= WIDTH ? full : line('');
}
