// What one more of can be had: everything in a corridor that is counted, an hour of opening, a day less of storms.
import type { Change, Corridor } from '../../model/change/define';
import { settingsOf } from '../../model/change/setting';
import { type CorridorData, months } from '../../model/corridor/corridor';
import { type SettablePath, settablePaths } from '../../model/schema/schema';
import { nearest, ProblemError, readPath, writePath } from '../../problem';

/** One more of a thing. */
export interface Thing {
  /** The path that is set, or the calendar or weather. */
  readonly path: string;
  /** `+1`, `+1 trains/day`, `+1 h a day`, `1 day less a year`. */
  readonly step: string;
  readonly corridor: Corridor;
  /** What it costs [MUSD], where a change of the scenario says so. */
  readonly cost: number | null;
}

/** Keys under which things are counted. */
const counted = ['count', 'tracks', 'cranes', 'teams', 'lanes', 'bays'];
/** Keys of rates by the day that can be had one at a time. */
const daily = ['paths', 'slots', 'quota'];
/** Trucks a day come in tens: one more is less than anybody would ask for. */
const TRUCKS = 10;
/** What is no count and was named all the same grows by so much. */
const TENTH = 0.1;
const HOUR = 60;
const WHOLE_DAY = 24 * HOUR;
/** A year of days. */
const YEAR = 365;

/**
 * All that `show` lists and is counted, or what is named. What cannot be changed alone is left out, unless it was named.
 * @throws RangeError where a name leads to nothing that can be had more of, ProblemError where it cannot be changed
 */
export function thingsOf(corridor: Corridor, named?: readonly string[]): Thing[] {
  const { data } = corridor;
  const paths = settablePaths(data);
  const all = named === undefined || named.length === 0;
  const changes = all
    ? [
        ...paths.filter(isCounted).map((one) => moreOf(one)),
        ...Object.keys(data.calendars ?? {}).map((id) => openLonger(data, id)),
        ...Object.keys(data.weather ?? {}).map((id) => calmer(data, id)),
      ]
    : [...new Set(named)].map((path) => moreOfNamed(data, paths, path));
  const things = changes.flatMap((change) => {
    if (change === undefined) return [];
    try {
      const { path, step, set } = change;
      // The cast: the paths are those that the corridor lists.
      const changed = corridor.with({ id: `${path} ${step}`, set } as Change);
      return [{ path, step, corridor: changed, cost: costOf(corridor, path) }];
    } catch (error) {
      if (!all || !(error instanceof ProblemError)) throw error;
      return [];
    }
  });
  if (things.length === 0) throw new RangeError(`There is nothing in ${data.id} of which one more could be had.`);
  return things;
}

interface Step {
  readonly path: string;
  readonly step: string;
  readonly set: { readonly [path: string]: unknown };
}

function isCounted({ path, value, unit }: SettablePath): boolean {
  const keys = readPath(path);
  if (!['places', 'lines', 'fleets', 'locomotives'].includes(keys[0]) || !/^\d/.test(value)) return false;
  const [above, last] = keys.slice(-2);
  if (unit === 'trains/day' || unit === 'trucks/day')
    return daily.includes(last) || ['handedOver', 'quota'].includes(above);
  // How many cranes may work on one ship is a rule, not a thing.
  const isRule = last === 'cranes' && keys.includes('berths');
  return (
    /^\d+$/.test(value) && unit === '' && !isRule && (counted.includes(last) || ['tracks', 'teams'].includes(above))
  );
}

/** One more of what is counted, ten trucks a day, a tenth of anything else. */
function moreOf({ path, value, unit }: SettablePath): Step {
  const now = Number.parseFloat(value);
  const isOne = unit === 'trains/day' || (/^\d+$/.test(value) && unit === '');
  const by = isOne ? 1 : unit === 'trucks/day' ? TRUCKS : Number((TENTH * now).toPrecision(6));
  const next = Number((now + by).toPrecision(12));
  const withUnit = (amount: number) => (unit === '' ? String(amount) : `${amount} ${unit}`);
  return { path, step: `+${withUnit(by)}`, set: { [path]: unit === '' ? next : withUnit(next) } };
}

function moreOfNamed(data: CorridorData, paths: readonly SettablePath[], path: string): Step {
  const found = paths.find((one) => one.path === path);
  if (found !== undefined && /^\d/.test(found.value)) return moreOf(found);
  const [root, id, ...rest] = keysOf(path);
  const whole = rest.length === 0;
  const step =
    root === 'calendars' && whole ? openLonger(data, id) : root === 'weather' && whole ? calmer(data, id) : undefined;
  if (step !== undefined) return step;
  const numbers = paths.filter(({ value }) => /^\d/.test(value)).map((one) => one.path);
  const near = nearest(path, numbers);
  const ask =
    near.length > 0
      ? `did you mean ${near.join(' or ')}?`
      : 'keruen show lists all paths; a calendar or weather is named as calendars.<id> or weather.<id>.';
  throw new RangeError(
    `Of "${path}" no more can be had: ${found === undefined ? 'it is no path of the scenario' : 'it has no number'}; ${ask}`,
  );
}

function keysOf(path: string): string[] {
  try {
    return readPath(path);
  } catch {
    return [];
  }
}

/** Every day's hours end an hour later; undefined where none can. */
function openLonger(data: CorridorData, id: string | undefined): Step | undefined {
  const spec = id === undefined ? undefined : data.calendars?.[id];
  if (id === undefined || spec === undefined) return undefined;
  const changed = Object.entries(spec.hours).flatMap(([day, hours]) => {
    const later = hourLater(hours ?? '');
    return later === undefined ? [] : [[writePath(['calendars', id, 'hours', day]), later] as const];
  });
  if (changed.length === 0) return undefined;
  return { path: writePath(['calendars', id]), step: '+1 h a day', set: Object.fromEntries(changed) };
}

/** `09:00-19:00` is 09:00-20:00; undefined where that would be past midnight, or leave no gap. */
function hourLater(hours: string): string | undefined {
  const [, begin, hour, minute] = /^(.*-)(\d\d):(\d\d)$/.exec(hours.trim()) ?? [];
  if (begin === undefined) return undefined;
  const end = Number(hour) * HOUR + Number(minute) + HOUR;
  if (end > WHOLE_DAY) return undefined;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${begin}${two(Math.floor(end / HOUR))}:${two(end % HOUR)}`;
}

/** A day less of storms in a year of 365 days, taken from each month by what it has. */
function calmer(data: CorridorData, id: string | undefined): Step | undefined {
  const spec = id === undefined ? undefined : data.weather?.[id];
  if (id === undefined || spec === undefined) return undefined;
  const days = (YEAR * months.reduce((sum, month) => sum + spec.closedShare[month], 0)) / months.length;
  if (!(days > 1)) return undefined;
  const set = Object.fromEntries(
    months.map((month) => [
      writePath(['weather', id, 'closedShare', month]),
      `${Number((100 * spec.closedShare[month] * (1 - 1 / days)).toFixed(4))} %`,
    ]),
  );
  return { path: writePath(['weather', id]), step: '1 day less a year', set };
}

/** What one more costs by a change of the scenario that sets this path alone to more than it is. */
function costOf({ data }: Corridor, path: string): number | null {
  const now = Number.parseFloat(settablePaths(data).find((one) => one.path === path)?.value ?? '');
  for (const { set, cost } of Object.values(data.changes ?? {})) {
    const { settings } = settingsOf(set);
    const [only] = settings;
    if (cost === undefined || settings.length !== 1 || writePath(only.path) !== path) continue;
    const more = Number.parseFloat(String(only.value)) - now;
    if (more > 0) return cost / more;
  }
  return null;
}
