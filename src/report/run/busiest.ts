// The resources with the highest utilisation in the window, and the path that increases one of them.
import type { CorridorData } from '../../model/corridor/corridor';
import { servicesWithoutFlow } from '../../model/corridor/routes/unused';
import type { SettablePath } from '../../model/schema/schema';
import { readPath, writePath } from '../../problem';
import { overloaded, sameOf } from '../../study/bottleneck/bottleneck';
import { roundWords } from '../../study/bottleneck/cycleWords';
import type { MeasureResult, RunResult } from '../../study/results/result';
import { columns, cut, WIDTH, widthOf, wrap } from '../words/columns';
import { writeSeconds } from '../words/numbers';
import { say } from '../words/states';

/** Resources by utilisation, busiest first. */
export function busiest(measures: readonly MeasureResult[], count = 5): MeasureResult[] {
  return measures
    .filter(({ measure, estimate }) => measure === 'use' && estimate !== null)
    .sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0))
    .slice(0, count);
}

/** `quay cranes at Aktau`, `paths on China`, `feeders`. */
export const nameOf = ({ place, line, resource }: MeasureResult['of']): string =>
  [resource, place === undefined ? (line === undefined ? '' : `on ${line}`) : `at ${place}`]
    .filter((word) => word !== '')
    .join(' ');

const whereOf = ({ of }: MeasureResult): string => of.place ?? of.line ?? 'fleet';

/** Measures without those of services that carry nothing, and of their fleets. */
function ofUse(measures: readonly MeasureResult[], data: CorridorData): MeasureResult[] {
  const idle = servicesWithoutFlow(data);
  const fleets = idle.map((id) => data.services[id].fleet);
  const used = Object.keys(data.services).filter((id) => !idle.includes(id));
  const unused = [...idle, ...fleets.filter((fleet) => used.every((id) => data.services[id].fleet !== fleet))];
  return measures.filter(({ of }) => of.line !== undefined || !unused.includes(of.resource ?? ''));
}

export function busiestTable(measures: readonly MeasureResult[], data: CorridorData): string[] {
  const cells = busiest(ofUse(measures, data)).map((use) => {
    const { estimate, halfWidth: others } = say(use);
    const wait = measures.find(
      ({ measure, statistic, of }) =>
        measure === 'wait' && statistic === 'mean' && of.place === use.of.place && of.resource === use.of.resource,
    );
    // Waits are in hours.
    const waits = wait?.estimate == null ? '' : `${waitWords(use, data)} ${writeSeconds(wait.estimate * 3_600)}`;
    return [whereOf(use), use.of.resource ?? '', `${estimate} %`, others, waits];
  });
  const table = (where: number, resource: number) =>
    columns(
      cells.map(([place, what, ...rest]) => [cut(place, where), cut(what, resource), ...rest]),
      'llrll',
    );
  const wide = table(24, 24);
  return wide.every((line) => widthOf(line) <= WIDTH) ? wide : table(12, 20);
}

/** Utilisation from which a resource is called occupied. */
const OCCUPIED = 0.8;

/** Paths are measured by direction, but a shortage concerns both. */
const isOf = (short: MeasureResult['of'], of: MeasureResult['of']): boolean =>
  sameOf(short, of) || (of.line !== undefined && of.line === short.line);

/** Why resources other than the short ones are occupied; empty if nothing is short. */
export function whyOccupied(
  { measures, preview }: Pick<RunResult, 'measures' | 'preview'>,
  data: CorridorData,
): string[] {
  const short = overloaded(data, preview).map(({ of }) => of);
  const others = busiest(ofUse(measures, data)).filter(
    ({ of, estimate }) => (estimate ?? 0) >= OCCUPIED && !short.some((one) => isOf(one, of)),
  );
  if (short.length === 0 || others.length === 0) return [];
  const names = short.map(nameOf);
  return wrap(`The others are occupied because they wait for what is short: ${names.join(', ')}.`, WIDTH, '  ');
}

/** The round trip of each fleet among the busiest, to explain a utilisation such as one half. */
export function roundsOf({ measures }: Pick<RunResult, 'measures'>, data: CorridorData): string[] {
  return busiest(ofUse(measures, data)).flatMap(({ of }) => {
    const round = of.place === undefined && of.line === undefined ? roundWords(measures, of.resource ?? '') : '';
    return round === '' ? [] : wrap(`${of.resource}: ${round}.`, WIDTH, '  ', '    ');
  });
}

/** At a closed port, ships wait for weather before they wait for a berth; the measure includes both. */
function waitWords({ of }: MeasureResult, data: CorridorData): string {
  const place = of.place === undefined ? undefined : data.places[of.place];
  const isShut = place?.kind === 'seaport' && place.weather !== undefined && of.resource?.endsWith('berths') === true;
  return isShut ? 'mean wait from arrival, weather included' : 'mean wait for one';
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/);

/** Connecting words: `slots to Urumqi`, `handed over from Almaty`. */
const joining = ['to', 'from', 'of'];

/** Last keys of paths to an amount, best first. */
const amounts = ['count', 'capacity'];

/**
 * The path to the amount of a resource: "quay cranes" at Aktau is `places.Aktau.cranes.quay.count`.
 * Matched by words, so that new kinds of place need no code here; undefined if no path has them all.
 */
export function pathOf(of: MeasureResult['of'], paths: readonly SettablePath[]): SettablePath | undefined {
  const [map, id, asked] =
    of.place !== undefined
      ? ['places', of.place, wordsOf(of.resource ?? '')]
      : of.line !== undefined
        ? ['lines', of.line, wordsOf(of.resource ?? '').slice(0, 1)]
        : [isLocomotives(of.resource, paths) ? 'locomotives' : 'fleets', of.resource, ['count']];
  const fits = paths.flatMap((one) => {
    const [first, second, ...rest] = readPath(one.path);
    if (first !== map || second !== id || Number.isNaN(Number.parseFloat(one.value))) return [];
    const has = rest.flatMap(wordsOf);
    if (!asked.every((word) => joining.includes(word) || has.includes(word))) return [];
    return [{ one, extra: has.length - asked.length, isAmount: amounts.includes(rest[rest.length - 1]) }];
  });
  return fits.sort((a, b) => a.extra - b.extra || Number(b.isAmount) - Number(a.isAmount))[0]?.one;
}

const isLocomotives = (resource: string | undefined, paths: readonly SettablePath[]): boolean =>
  paths.some(({ path }) => path === writePath(['locomotives', resource ?? '', 'count']));

/** The value with so many times of it and of what stands beside it: whole and at least one more, where it is not counted in TEU. */
export function oneMore({ value, unit }: SettablePath, times = 1.1, others = 0): string {
  const now = Number.parseFloat(value);
  // Removes binary rounding digits.
  const exact = Number(((now + others) * times - others).toPrecision(12));
  const more = unit.endsWith('TEU') ? Number(exact.toPrecision(4)) : Math.max(now + 1, Math.ceil(exact));
  return unit === '' ? String(more) : `${more} ${unit}`;
}
