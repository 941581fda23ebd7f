// A comparison for people: the sentences first, then a table of differences.

import { differenceWords, isNothing } from '../../study/compare/answer';
import type { Compared, CompareResult, CompareRow } from '../../study/compare/compare';
import { wordsOf } from '../../study/results/measureOf';
import { columns, section, WIDTH, wrap } from '../words/columns';
import { inWords } from '../words/inWords';
import { countOf, writeNumber } from '../words/numbers';

/** The whole text of `keruen compare`. */
export function writeCompare(result: CompareResult): string {
  const { rows, alternatives, endedEarly, window } = result;
  const letters = alternatives.map((_, i) => letterOf(i));
  const early = endedEarly === undefined ? [] : [...wrap(`Ended early: ${endedEarly}.`), ''];
  const legend = alternatives.map(({ name, cost }, i) => [
    letters[i],
    name,
    cost === null || cost === 0 ? '' : `${writeNumber(cost)} MUSD`,
  ]);
  const table = [
    ['measure', 'as it stands', ...letters, 'best', 'pairing'],
    ...rows.map((row) => [
      wordsOf(row),
      inWords(row.base),
      ...row.alternatives.map((one) => cell(one, row)),
      bestCell(row, letters),
      pairingCell(row),
    ]),
  ];
  const notes = [
    `Differences from the scenario as it stands, with intervals of 95 % for all alternatives of a row together; (?) is not told apart. All had the same luck: by "pairing" the standard deviation of a difference is so many times smaller than with luck of their own.`,
  ];
  const lines = [
    ...early,
    ...wrap(result.answer),
    '',
    ...section('Alternatives', columns(legend, 'lll')),
    ...section('What they change', columns(table, `ll${'l'.repeat(letters.length)}ll`)),
    ...notes.flatMap((note) => wrap(note, WIDTH)),
    `${countOf(result.trials, 'trial')}: ${countOf(result.replications, 'replication')} of each, ${window.start} to ${window.end}, seed ${result.seed}.`,
    ...precisionLines(result),
  ];
  return `${lines.join('\n')}\n`;
}

const letterOf = (i: number): string => (i < 26 ? String.fromCharCode(65 + i) : `A${i + 1}`);

function cell({ result, difference }: Compared, row: CompareRow): string {
  if (difference === null || difference.state === 'nothing observed') return inWords(result);
  if (isNothing({ difference })) return 'nothing';
  const words = differenceWords(difference, row.unit);
  return difference.state === 'told apart' ? words : `${words} (?)`;
}

function bestCell({ best, candidates, alternatives }: CompareRow, letters: readonly string[]): string {
  if (alternatives.every(isNothing)) return '';
  const nameOf = (i: number) => (i === 0 ? 'as it stands' : letters[i - 1]);
  if (best !== null) return nameOf(best);
  return candidates.length === 0 ? '' : `not decided: ${candidates.map(nameOf).join(', ')}`;
}

function pairingCell({ alternatives }: CompareRow): string {
  const factors = alternatives.flatMap(({ difference }) => (difference?.pairing == null ? [] : [difference.pairing]));
  return factors.length === 0 ? '' : `${factors.map((factor) => writeNumber(factor, factor < 10 ? 1 : 0)).join(', ')}×`;
}

function precisionLines({ precision }: CompareResult): string[] {
  if (precision === undefined) return [];
  const percent = (share: number) => `${writeNumber(100 * share, 1)} %`;
  const worst = precision.worst === null ? 'there is no interval yet' : `the widest is ${percent(precision.worst)}`;
  return [
    `Half-widths of ${percent(precision.asked)} of what the scenario has as it stands ${precision.reached ? 'are' : 'are NOT'} reached: ${worst}.`,
  ];
}
