// Formats the preview: each resource's capacity against the demand of the flows, tightest first.
import type { FormulaRow } from '../model/preview/formulas/row';
import type { PreviewRow } from '../model/preview/preview';
import { formulaSections } from './formulas';
import { columns, cut, section, WIDTH, widthOf, wrap } from './words/columns';
import { countOf, writeNumber } from './words/numbers';

/** Capacity over demand. Below 1 the queue grows without bound. */
export const slackOf = (row: PreviewRow): number => row.capacity / row.demand;

/** 0.62×, 2.4×, 11×: two decimals below 1. */
export const writeTimes = (unitCapacity: number): string =>
  `${writeNumber(unitCapacity, unitCapacity < 1 ? 2 : unitCapacity < 10 ? 1 : 0)}×`;

/** In words, to highlight shortages. */
function words(unitCapacity: number): string {
  const times = writeTimes(unitCapacity);
  if (!(unitCapacity >= 1)) return `${times}: too little`;
  return unitCapacity < 1.2 ? `${times}: tight` : `${times} what is asked`;
}

/** Below this, the note of a row is always shown: it says why the run may differ. */
const NOTED = 5;

const head = ['where', 'resource', 'can do', 'capacity ÷ what is asked [unit]'];

/** The table, tightest first; ties in the order of the rows. `notes`: shown where they fit, and for every tight row. */
export function previewTable(rows: readonly PreviewRow[], notes = false): string[] {
  const sorted = [...rows].sort((a, b) => slackOf(a) - slackOf(b));
  const table = sorted.map((row) => [
    cut(row.where, 20),
    cut(row.resource, 20),
    row.alike === true ? `${writeTimes(slackOf(row))} if taken alike` : words(slackOf(row)),
    `${writeNumber(row.capacity)} ÷ ${writeNumber(row.demand)} ${row.unit}`,
  ]);
  const [heading, ...lines] = columns([head, ...table], 'llll');
  const alike = rows.some((row) => row.alike === true)
    ? wrap(
        'Where trucks choose their way by the wait, all ways are counted alike here: only the run knows which they take.',
        WIDTH,
        '  ',
      )
    : [];
  if (!notes) return [heading, ...lines, ...alike];
  const width = Math.max(0, ...lines.map(widthOf)) + 2;
  const noted = lines.flatMap((line, i) => {
    const { note } = sorted[i];
    if (note === undefined) return [line];
    if (width + widthOf(note) <= WIDTH) return [line + ' '.repeat(width - widthOf(line)) + note];
    return slackOf(sorted[i]) < NOTED ? [line, ...wrap(note, WIDTH, '      ')] : [line];
  });
  return [heading, ...noted, ...alike];
}

/** Why the utilisation of a resource may be far above the formula. */
export const formulaAgainstRun = (): string[] =>
  wrap(
    'The formula counts full trains and ships and no waiting; the "use" of the run counts a unit as used from when it is ' +
      'given a load until it is ready again.',
    WIDTH,
    '  ',
  );

/** Default number of the tightest rows. */
export const TIGHTEST = 10;

export interface PreviewReport {
  readonly title: string;
  readonly rows: readonly PreviewRow[];
  readonly formulas: readonly FormulaRow[];
  /** All rows; by default the ten tightest of each table. */
  readonly full?: boolean;
}

/** The complete output of `keruen preview`. */
export function writePreview({ title, rows, formulas, full = false }: PreviewReport): string {
  const shown = full ? rows : [...rows].sort((a, b) => slackOf(a) - slackOf(b)).slice(0, TIGHTEST);
  const rest = rows.length - shown.length;
  const notes = [
    ...new Set(shown.filter(({ note }) => note !== undefined).map((row) => `${row.resource}: ${row.note}`)),
  ];
  const explained =
    'Capacity is what the resource does in a year of 365 days when it never waits; demand is what the flows ask. ' +
    'Below 1 the queue grows without end. Waiting, storms that bunch arrivals and delays of other places are not in it: that is what a run shows.';
  return [
    ...wrap(title),
    '',
    ...section('Capacity ÷ demand, tightest first', [
      ...previewTable(shown),
      ...(rest > 0 ? [`  ${countOf(rest, 'more row')} with --full`] : []),
    ]),
    ...wrap(explained, WIDTH),
    ...notes.flatMap((note) => wrap(`· ${note}`, WIDTH, '', '  ')),
    '',
    ...formulaSections(formulas, full ? Number.POSITIVE_INFINITY : TIGHTEST),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
