// Lists all settable paths with value and source.
import type { SettablePath } from '../model/schema/schema';
import { readPath } from '../problem';
import { oneMore } from './run/busiest';
import { columns, section, WIDTH, widthOf, wrap } from './words/columns';
import { command } from './words/shellWords';

/** Longer values, and notes that do not fit the table, go on a separate line. */
const VALUE = 24;
/** Longer sources likewise; the table then has only their type. */
const SOURCE = 12;

export interface ShowReport {
  readonly scenario: string;
  /** The paths to show. */
  readonly paths: readonly SettablePath[];
  /** By path: the id of a fact or assumption, `assumed: reason`, `changed`. */
  readonly sources: { readonly [path: string]: string };
  /** The text of a fact or assumption, if known. */
  readonly factText: (id: string) => string | undefined;
}

/** The source of a path; inherited from the nearest ancestor with one. */
export function sourceOf(path: string, sources: ShowReport['sources']): string {
  const parts = readPath(path);
  const above = Object.entries(sources)
    .map(([text, source]) => ({ of: readPath(text), source }))
    .filter(({ of }) => of.length <= parts.length && of.every((key, i) => key === parts[i]))
    .sort((a, b) => b.of.length - a.of.length);
  return above[0]?.source ?? '';
}

/** The ids of facts that a source names: N29, B073. */
export const factIds = (source: string): string[] => source.match(/\b[A-Z]\d{2,3}\b/g) ?? [];

/** The table entry for a source: itself if short, else its type. */
const shortSource = (source: string): string =>
  widthOf(source) <= SOURCE ? source : (/^([^:]{1,12}):/.exec(source)?.[1] ?? '↓');

/** One path: a table row, followed by what was too long for it. */
function withRest(line: string, note: string, value: string, source: string): string[] {
  const rest = [note, widthOf(value) > VALUE ? value : '', widthOf(source) > SOURCE ? source : ''];
  return [line, ...rest.filter((text) => text !== '').flatMap((text) => wrap(text, WIDTH, '    ', '      '))];
}

/** A number that may be varied: no date, and no share of a whole. */
const amount = /^\d+(?:\.\d+)?(?: [a-z/]+)?$/i;

/** The complete output of `keruen show`: the table, followed by the texts of the facts. */
export function writeShow({ scenario, paths, sources, factText }: ShowReport): string {
  const cited = paths.map(({ path }) => sourceOf(path, sources));
  const cells = paths.map(({ path, value }, i) => [
    path,
    widthOf(value) > VALUE ? '↓' : value === '' ? '–' : value,
    shortSource(cited[i]),
  ]);
  const widths = [0, 1, 2].map((i) => Math.max(6, ...cells.map((row) => widthOf(row[i]))));
  const left = WIDTH - widths.reduce((sum, width) => sum + width + 2, 0);
  const fits = paths.map(({ note }) => widthOf(note) <= left);
  const rows = cells.map((row, i) => [...row, fits[i] ? paths[i].note : '']);
  const [head, ...table] = columns(
    [['path', 'value', 'source', rows.some(([, , , note]) => note !== '') ? 'note' : ''], ...rows],
    'llll',
    '',
  );
  const facts = [...new Set(cited.flatMap(factIds))].sort();
  const texts = facts.flatMap((id) => {
    const text = factText(id);
    return text === undefined ? [] : wrap(text, WIDTH, `  ${id}  `, '        ');
  });
  // For a gauge or a priority, another number has a different meaning.
  const example = paths.find(({ path, value }) => amount.test(value) && !/\.(?:gauge|priority|step)$/.test(path));
  const setOne = (one: SettablePath) => `Set one: ${command('run', scenario, '--set', `${one.path}=${oneMore(one)}`)}`;
  return [
    head,
    ...table.flatMap((line, i) => withRest(line, fits[i] ? '' : paths[i].note, paths[i].value, cited[i])),
    '',
    ...section('Sources', texts),
    ...(example === undefined ? [] : [setOne(example)]),
  ]
    .join('\n')
    .concat('\n');
}
