// Everything that can be set, with its path, its value and where the value comes from.
import type { SettablePath } from '../model/schema';
import { readPath } from '../problem';
import { columns, cut, WIDTH, widthOf, wrap } from './columns';
import { command } from './shellWords';

/** A longer value stands whole on a line of its own. */
const VALUE = 24;

export interface ShowReport {
  readonly scenario: string;
  /** The paths to show. */
  readonly paths: readonly SettablePath[];
  /** By path: an id of a fact or an assumption, `assumed: reason`, `changed`. */
  readonly sources: { readonly [path: string]: string };
  /** The sentence of a fact or an assumption, where it is known. */
  readonly factText: (id: string) => string | undefined;
}

/** The source of a path; what has none of its own has that of the nearest entry above it. */
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

/** The whole table of `keruen show`, and below it what the facts say. */
export function writeShow({ scenario, paths, sources, factText }: ShowReport): string {
  const cited = paths.map(({ path }) => sourceOf(path, sources));
  const [path, value, source] = [
    Math.max(4, ...paths.map((one) => widthOf(one.path))),
    Math.min(VALUE, Math.max(5, ...paths.map((one) => widthOf(one.value)))),
    Math.min(24, Math.max(6, ...cited.map(widthOf))),
  ];
  const rows = paths.map((one, i) => [
    one.path,
    widthOf(one.value) > VALUE ? '↓' : one.value === '' ? '–' : one.value,
    cut(cited[i], source),
    cut(one.note, Math.max(20, WIDTH - path - value - source - 6)),
  ]);
  const [head, ...table] = columns([['path', 'value', 'source', 'note'], ...rows], 'llll', '');
  const facts = [...new Set(cited.flatMap(factIds))].sort();
  const texts = facts.flatMap((id) => {
    const text = factText(id);
    return text === undefined ? [] : wrap(`${id}  ${text}`, WIDTH, '  ', '        ');
  });
  const reasons = [...new Set(cited)].filter((text) => widthOf(text) > source).sort();
  const example = paths.find((one) => /^\d/.test(one.value)) ?? paths[0];
  return [
    head,
    ...table.flatMap((line, i) => (widthOf(paths[i].value) > VALUE ? [line, `    ${paths[i].value}`] : [line])),
    '',
    ...(texts.length + reasons.length === 0
      ? []
      : ['Sources', ...texts, ...reasons.flatMap((text) => wrap(text, WIDTH, '  ', '    ')), '']),
    ...(example === undefined
      ? []
      : [`Set one: ${command('run', scenario, '--set', `${example.path}=${example.value}`)}`]),
  ]
    .join('\n')
    .concat('\n');
}
