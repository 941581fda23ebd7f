// What the formula says before any run: each resource's capacity against what the flows ask of it, tightest first.
import type { PreviewRow } from '../model/preview';
import { columns, cut, section, WIDTH, widthOf, wrap } from './columns';
import { writeNumber } from './numbers';

/** How much of what is asked a resource can do. Below 1 the queue grows without end. */
export const roomOf = (row: PreviewRow): number => row.capacity / row.demand;

/** In words, so that what is short stands out. */
function words(room: number): string {
  const times = `${writeNumber(room, room < 10 ? 1 : 0)}×`;
  if (!(room >= 1)) return `${times}: too little`;
  return room < 1.2 ? `${times}: tight` : `${times} what is asked`;
}

/** Below this a note always stands with its row: it says why the run may differ. */
const NOTED = 5;

/** The table, tightest first; ties in the order of the rows. `notes`: where they fit, and with each row that has little room. */
export function previewTable(rows: readonly PreviewRow[], notes = false): string[] {
  const sorted = [...rows].sort((a, b) => roomOf(a) - roomOf(b));
  const table = sorted.map((row) => [
    cut(row.where, 20),
    cut(row.resource, 20),
    words(roomOf(row)),
    `${writeNumber(row.capacity)} ÷ ${writeNumber(row.demand)} ${row.unit}`,
  ]);
  const lines = columns(table, 'llll');
  if (!notes) return lines;
  const width = Math.max(0, ...lines.map(widthOf)) + 2;
  return lines.flatMap((line, i) => {
    const { note } = sorted[i];
    if (note === undefined) return [line];
    if (width + widthOf(note) <= WIDTH) return [line + ' '.repeat(width - widthOf(line)) + note];
    return roomOf(sorted[i]) < NOTED ? [line, ...wrap(note, WIDTH, '      ')] : [line];
  });
}

export interface PreviewReport {
  readonly title: string;
  readonly rows: readonly PreviewRow[];
}

/** The whole answer of `keruen preview`. */
export function writePreview({ title, rows }: PreviewReport): string {
  const notes = [
    ...new Set(rows.filter(({ note }) => note !== undefined).map((row) => `${row.resource}: ${row.note}`)),
  ];
  const explained =
    'Capacity is what the resource does in a year of 365 days when it never waits; demand is what the flows ask. ' +
    'Below 1 the queue grows without end. Waiting, storms that bunch arrivals and delays of other places are not in it: that is what a run shows.';
  return [
    ...wrap(title),
    '',
    ...section('Capacity ÷ demand, tightest first', previewTable(rows)),
    ...wrap(explained, WIDTH),
    ...notes.flatMap((note) => wrap(`· ${note}`, WIDTH, '', '  ')),
  ]
    .join('\n')
    .concat('\n');
}
