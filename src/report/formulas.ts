// Tables of formula results by place, and after a run, of simulated and formula results side by side.
import type { FormulaRow } from '../model/preview/formulas/row';
import { DAYS_FROM_HOURS } from '../study/results/digits';
import type { FormulaResult } from '../study/results/formulas';
import { columns, cut, section, WIDTH, wrap } from './words/columns';
import { countOf, writeNumber } from './words/numbers';

/** Smallest difference shown: three minutes of waiting [h], or 5 % of a yard. */
const NOTICED = 0.05;

/** Above this number of resource kinds, a reason names the places only. */
const NAMED = 3;

/** Number of resources in the report of a run; --json has all. */
const SHOWN = 5;

const share = (value: number): string => `${writeNumber(value * 100, value < 0.0995 ? 1 : 0)} %`;

/** A value with its unit; waits below three minutes are negligible. */
function answer({ what, unit, alike }: FormulaRow, value: number | null): string {
  if (value === null) return alike === true ? 'grows, if alike' : 'grows without end';
  if (what === 'use') return share(value);
  if (what === 'wait') return waitOf(value);
  return `${writeNumber(value)} ${unit}`;
}

/** Hours, negligible below three minutes; days above 96 h. */
function waitOf(hours: number): string {
  if (hours < 0.05) return '<0.05 h';
  if (hours > DAYS_FROM_HOURS) return `${writeNumber(hours / 24, 1)} d`;
  return `${writeNumber(hours, hours < 10 ? 1 : 0)} h`;
}

/** Rows grouped by resource, in order. */
function byResource<Row extends FormulaRow>(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.where}\n${row.resource}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

const utilisationOf = (rows: readonly FormulaRow[]): number => rows.find(({ what }) => what === 'use')?.value ?? 0;

/** The distinct reasons, each with its resources. */
function reasons(rows: readonly FormulaRow[]): string[] {
  const of = new Map<string, Map<string, Set<string>>>();
  for (const { why, where, resource } of rows) {
    for (const reason of why) {
      const places = of.get(reason) ?? new Map<string, Set<string>>();
      places.set(resource, (places.get(resource) ?? new Set()).add(where));
      of.set(reason, places);
    }
  }
  return [...of].flatMap(([reason, places]) => {
    const named = [...places].map(([resource, at]) => `${resource} at ${[...at].join(', ')}`);
    const all = [...places.values()];
    const wheres = [...new Set(all.flatMap((at) => [...at]))].sort().join(', ');
    const count = all.reduce((sum, at) => sum + at.size, 0);
    const names = named.length > NAMED ? [`${count} resources at ${wheres}`] : named;
    return wrap(`· ${reason} (${names.join('; ')})`, WIDTH, '', '  ');
  });
}

/** The legend of `E2/E20/1`. */
const legend = wrap(
  'By: how arrivals vary / how the time of a service varies / how many serve. M at random, E2 somewhat even, E20 nearly the same, ' +
    'D all the same, G by its own law. Exact for that formula, not for the corridor.',
  WIDTH,
  '  ',
);

const ways = wrap(
  'If alike: where trucks choose their way by the wait, all ways are counted alike; only a run knows which they take.',
  WIDTH,
  '  ',
);

const head = ['where', 'resource', 'in use', 'mean wait', 'by'];

/** `keruen preview`: utilisation and wait, busiest first; berth capacities and yard sizes; why a run may differ. */
export function formulaSections(rows: readonly FormulaRow[], most = Number.POSITIVE_INFINITY): string[] {
  const groups = byResource(rows.filter(({ what }) => what === 'use' || what === 'wait')).sort(
    (a, b) => utilisationOf(b) - utilisationOf(a),
  );
  const busiest = groups.slice(0, most);
  const rest = groups.length - busiest.length;
  const isCutOff = new Set(groups.slice(most).flat());
  const lines = busiest.map((group) => {
    const use = group.find(({ what }) => what === 'use');
    const wait = group.find(({ what }) => what === 'wait');
    return [
      cut(group[0].where, 20),
      cut(group[0].resource, 28),
      use === undefined ? '' : `${answer(use, use.value)}${use.alike === true ? ' if alike' : ''}`,
      wait === undefined ? '' : answer(wait, wait.value),
      wait?.formula ?? use?.formula ?? '',
    ];
  });
  const planned = rows
    .filter(({ what }) => what !== 'use' && what !== 'wait')
    .flatMap((row) => {
      const { where, resource, value, formula } = row;
      const given = row.assumed === undefined ? '' : `; assumed: ${row.assumed}`;
      return wrap(`${where}, ${resource}: ${answer(row, value)} (${formula})${given}`, WIDTH, '  ', '    ');
    });
  return [
    ...section(
      'What the formulas of waiting lines say, busiest first',
      lines.length > 0
        ? [
            ...columns([head, ...lines], 'llrrl'),
            ...(rest > 0 ? [`  ${countOf(rest, 'more row')} with --full`] : []),
            ...legend,
            ...(rows.some(({ alike }) => alike === true) ? ways : []),
          ]
        : [],
    ),
    ...section('What the formulas of port planning say', planned),
    ...section('Why a run may differ', reasons(rows.filter((row) => !isCutOff.has(row)))),
  ];
}

/** The simulated value, as one table cell. */
function simulated(row: FormulaResult): string {
  const { estimate = null, state = '' } = row.simulated ?? {};
  if (estimate === null) return state;
  return state === 'estimated' ? answer(row, estimate) : `${answer(row, estimate)} (${state})`;
}

/** The difference of run and formula, for sorting: of a wait in hours, of a yard as a share. */
function gap(rows: readonly FormulaResult[]): number {
  return Math.max(
    0,
    ...rows.map((row) => {
      const estimate = row.simulated?.estimate ?? null;
      if (estimate === null || row.what === 'use') return 0;
      if (row.value === null) return row.alike === true ? estimate : Number.POSITIVE_INFINITY;
      return row.what === 'wait' ? Math.abs(estimate - row.value) : Math.abs(estimate / row.value - 1);
    }),
  );
}

/** Formula and run side by side for the resources with the largest differences, with the reasons. */
export function formulasWithRun(rows: readonly FormulaResult[]): string[] {
  const seen = rows.filter((row) => row.simulated !== undefined && row.simulated.estimate !== null);
  if (seen.length === 0) return [];
  const groups = byResource(seen)
    .filter((group) => gap(group) >= NOTICED)
    .sort((a, b) => gap(b) - gap(a));
  if (groups.length === 0) return wrap('Nowhere by more than three minutes of waiting: --json has all.', WIDTH, '  ');
  const shown = groups.slice(0, SHOWN);
  const lines = shown.flatMap((group) =>
    group.map((row, i) => [
      i === 0 ? cut(row.where, 20) : '',
      i === 0 ? cut(row.resource, 28) : '',
      words[row.what],
      answer(row, row.value),
      simulated(row),
      row.formula,
    ]),
  );
  const more = groups.length - shown.length;
  const rest = more > 0 ? wrap(`${more} more in --json, where they differ less.`, WIDTH, '  ') : [];
  return [
    ...columns([['where', 'resource', 'what', 'formula', 'run', 'by'], ...lines], 'lllrrl'),
    'Why they differ:',
    ...reasons(shown.flat()),
    ...rest,
  ];
}

const words: { readonly [W in FormulaRow['what']]: string } = {
  use: 'in use',
  wait: 'mean wait',
  capacity: 'carries',
  slots: 'needs',
  TEU: 'in its busiest days',
};
