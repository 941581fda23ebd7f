// The resources that were busy for the largest share of the window, and the path that gives one of them more.
import type { SettablePath } from '../model/schema';
import { readPath } from '../problem';
import type { MeasureResult } from '../study/result';
import { columns, cut } from './columns';
import { writeSeconds } from './numbers';
import { say } from './states';

/** Resources by their share of use, busiest first. */
export function busiest(measures: readonly MeasureResult[], count = 5): MeasureResult[] {
  return measures
    .filter(({ measure, estimate }) => measure === 'use' && estimate !== null)
    .sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0))
    .slice(0, count);
}

const whereOf = ({ of }: MeasureResult): string => of.place ?? of.line ?? 'fleet';

export function busiestTable(measures: readonly MeasureResult[]): string[] {
  const rows = busiest(measures).map((use) => {
    const { estimate, beside } = say(use, 100, 1);
    const wait = measures.find(
      ({ measure, statistic, of }) =>
        measure === 'wait' && statistic === 'mean' && of.place === use.of.place && of.resource === use.of.resource,
    );
    // Waits are measured in hours.
    const waits = wait?.estimate == null ? '' : `mean wait for one ${writeSeconds(wait.estimate * 3_600)}`;
    return [cut(whereOf(use), 24), cut(use.of.resource ?? '', 24), `${estimate} %`, beside, waits];
  });
  return columns(rows, 'llrll');
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/);

/** The last key of a path that says how much there is of a thing, best first. */
const amounts = ['count', 'capacity'];

/**
 * The path that says how much there is of a resource: "quay cranes" at Aktau is `places.Aktau.cranes.quay.count`.
 * Found by its words, so that a new kind of place needs nothing here; undefined where no path has them all.
 */
export function pathOf(of: MeasureResult['of'], paths: readonly SettablePath[]): SettablePath | undefined {
  const [map, id, asked] =
    of.place !== undefined
      ? ['places', of.place, wordsOf(of.resource ?? '')]
      : of.line !== undefined
        ? ['lines', of.line, wordsOf(of.resource ?? '').slice(0, 1)]
        : ['fleets', of.resource, ['count']];
  const fits = paths.flatMap((one) => {
    const [first, second, ...rest] = readPath(one.path);
    if (first !== map || second !== id || Number.isNaN(Number.parseFloat(one.value))) return [];
    const has = rest.flatMap(wordsOf);
    if (!asked.every((word) => has.includes(word))) return [];
    return [{ one, extra: has.length - asked.length, isAmount: amounts.includes(rest[rest.length - 1]) }];
  });
  return fits.sort((a, b) => a.extra - b.extra || Number(b.isAmount) - Number(a.isAmount))[0]?.one;
}

/** The value with one more of it; a tenth more where it is counted in TEU. */
export function oneMore({ value, unit }: SettablePath): string {
  const now = Number.parseFloat(value);
  const more = unit.endsWith('TEU') ? Number((now * 1.1).toPrecision(4)) : now + 1;
  return unit === '' ? String(more) : `${more} ${unit}`;
}
