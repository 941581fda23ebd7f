// A comparison in sentences: what each alternative changes, whether that is told apart, and which is best.
import { measureWords } from '../bottleneck/answer';
import { boundWords, withoutIntervalWords } from '../results/bounds';
import { readChanges, readMeasure } from '../results/digits';
import type { MeasureResult } from '../results/result';
import type { Compared, CompareRow } from './compare';

/** One sentence an alternative, and one a measure that says which is best. */
export function compareAnswer(rows: readonly CompareRow[], names: readonly string[], replications: number): string {
  const seen = rows.filter((row) => !isUnobserved(row));
  const unseen = rows.filter(isUnobserved).map(measureWords);
  const sentences = seen.length === 0 ? [] : names.map((name, i) => `${name} ${changesWords(seen, i, replications)}.`);
  const beside = names.length === 1 ? names[0] : 'any alternative';
  const nothing =
    unseen.length === 0
      ? []
      : [
          `Nothing was observed of ${unseen.join(' and ')}, neither in the scenario as it stands nor with ${beside}: there is nothing to compare.`,
        ];
  return [...sentences, ...nothing, ...bestWords(seen, names)].join(' ');
}

/** Whether no trial observed it, of none of what is compared. */
const isUnobserved = ({ base, alternatives }: CompareRow): boolean =>
  [base, ...alternatives.map(({ result }) => result)].every(({ state }) => state === 'nothing observed');

function changesWords(rows: readonly CompareRow[], i: number, replications: number): string {
  const nothing = rows.filter((row) => isNothing(row.alternatives[i]));
  const changed = rows.filter((row) => !nothing.includes(row));
  const said = changed.map((row) => changeWords(row, row.alternatives[i], replications));
  const still = nothing.length > 0 ? [`changes nothing in ${nothing.map(measureWords).join(' and ')}`] : [];
  return [...said, ...still].join('; ');
}

/** Whether it made no difference in any replication. */
export const isNothing = ({ difference }: Pick<Compared, 'difference'>): boolean =>
  difference !== null && difference.estimate === 0 && (difference.low ?? 0) === 0 && (difference.high ?? 0) === 0;

function changeWords(row: CompareRow, { result, difference }: Compared, replications: number): string {
  const what = measureWords(row);
  if (difference === null || difference.state === 'nothing observed')
    return `has ${what} of ${valueWords(result)}, the scenario as it stands of ${valueWords(row.base)}: no difference can be given`;
  const words = `changes ${what} by ${differenceWords(difference, row.unit)}`;
  if (difference.state === 'told apart') return words;
  if (difference.state === 'too few replications')
    return `${words}: ${replications === 1 ? 'one replication says' : `${replications} replications say`} nothing of how that varies`;
  const would = difference.wouldTell === null ? '' : `; some ${difference.wouldTell} would do`;
  return `${words}: not told apart with ${replications} replications${would}`;
}

/** `−196 ± 40 h`; with its ends, `−31 h (−84 to −18)`, where they are so uneven that a half-width would hide or feign a 0 between them. */
export function differenceWords(
  { estimate, low, high }: { readonly estimate: number; readonly low: number | null; readonly high: number | null },
  unit: string,
): string {
  const half = low === null || high === null ? null : (high - low) / 2;
  const [read, from, upTo] = readChanges([estimate, low ?? 0, high ?? 0], half, unit);
  const isApart = low !== null && high !== null && (low > 0 || high < 0);
  if (half !== null && isApart !== Math.abs(estimate) > half)
    return `${read.estimate} ${read.unit} (${from.estimate} to ${upTo.estimate})`;
  return [read.estimate, read.half, read.unit].filter((part) => part !== '').join(' ');
}

function valueWords(one: MeasureResult): string {
  if (one.estimate === null)
    return one.state === 'did not finish' ? 'no value (did not finish)' : 'no value (nothing observed)';
  const { estimate, half, unit } = readMeasure(one);
  return half === ''
    ? `${estimate} ${unit} (${withoutIntervalWords(one)})`
    : `${estimate} ${half} ${unit}${boundWords(one)}`;
}

function bestWords(rows: readonly CompareRow[], names: readonly string[]): string[] {
  const nameOf = (i: number) => (i === 0 ? 'the scenario as it stands' : names[i - 1]);
  return rows.flatMap((row) => {
    if (row.better === null || row.candidates.length === 0 || row.alternatives.every(isNothing)) return [];
    if (row.best !== null) return [`Best for ${measureWords(row)}: ${nameOf(row.best)}.`];
    // Of a single alternative it was said already that it is not told apart.
    if (names.length === 1) return [];
    const open = row.candidates.map(nameOf);
    return [
      `Which is best for ${measureWords(row)} is not decided: ${open.slice(0, -1).join(', ')} or ${open.at(-1)}.`,
    ];
  });
}
