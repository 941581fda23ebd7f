// What the formula says before any run: each resource's capacity against what the flows ask of it, tightest first.
import type { PreviewRow } from '../model/preview';
import { columns, cut, section, WIDTH, wrap } from './columns';
import { writeNumber } from './numbers';

/** How much of what is asked a resource can do. Below 1 the queue grows without end. */
export const roomOf = (row: PreviewRow): number => row.capacity / row.demand;

/** In words, so that what is short stands out. */
function words(room: number): string {
  const times = `${writeNumber(room, room < 10 ? 1 : 0)}×`;
  if (!(room >= 1)) return `${times}: too little`;
  return room < 1.2 ? `${times}: tight` : `${times} what is asked`;
}

/** The table, tightest first; ties in the order of the rows. */
export function previewTable(rows: readonly PreviewRow[]): string[] {
  const sorted = [...rows].sort((a, b) => roomOf(a) - roomOf(b));
  const table = sorted.map((row) => [
    cut(row.where, 20),
    cut(row.resource, 20),
    words(roomOf(row)),
    `${writeNumber(row.capacity)} ÷ ${writeNumber(row.demand)} ${row.unit}`,
  ]);
  return columns(table, 'llll');
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
