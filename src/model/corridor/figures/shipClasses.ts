// The classes of a fleet: plain units, and ships by name or class, with fields inherited from the fleet.

import type { CorridorData, LineSpec } from '../corridor';
import type { Draft, FleetSpec, ShipClass } from '../data/fleetSpec';

/** Ships of one name or class, or the plain units of a fleet, with inherited fields. */
export interface UnitClass {
  /** The name or class; undefined for plain units. */
  readonly id: string | undefined;
  readonly count: number;
  readonly carries: number;
  readonly load: number;
  readonly speed: number | undefined;
  readonly draft: Draft | undefined;
  readonly clearance: number;
  readonly joins: string | undefined;
  readonly leaves: string | undefined;
}

/** One class of a fleet; plain units if no name is given. Fields are read lazily: another one may be invalid. */
export function classOf(fleet: FleetSpec, id?: string): UnitClass {
  const own = (): ShipClass => (id === undefined ? {} : (fleet.ships?.[id] ?? {}));
  return {
    id,
    get count() {
      return id === undefined ? fleet.count : (own().count ?? 1);
    },
    get carries() {
      return own().carries ?? fleet.carries;
    },
    get load() {
      return own().load ?? fleet.load ?? 1;
    },
    get speed() {
      return own().speed ?? fleet.speed;
    },
    get draft() {
      return own().draft ?? fleet.draft;
    },
    get clearance() {
      return fleet.clearance ?? 0;
    },
    get joins() {
      return own().joins;
    },
    get leaves() {
      return own().leaves;
    },
  };
}

/** Every class of a fleet: the plain units, then the named by id. Zero plain units are left out beside named ones. */
export function classesOf(fleet: FleetSpec): UnitClass[] {
  const named = Object.keys(fleet.ships ?? {}).sort();
  const plain = named.length === 0 || fleet.count > 0 ? [undefined] : [];
  return [...plain, ...named].map((id) => classOf(fleet, id));
}

/** The classes with at least one unit; all of them if there is none. */
export function manned(fleet: FleetSpec): UnitClass[] {
  const all = classesOf(fleet);
  if (all.length === 1) return all;
  const some = all.filter(({ count }) => count > 0);
  return some.length > 0 ? some : all;
}

/** Whether ships of a class run on a day, yyyy-mm-dd: they have joined, and not yet left. */
export const runsOn = ({ joins, leaves }: UnitClass, day: string): boolean =>
  (joins === undefined || joins <= day) && (leaves === undefined || day < leaves);

/** Speed of a class on a line between stops [km/h]: the lower of the two given; undefined if none is given. */
export function runningSpeed(
  data: CorridorData,
  line: string,
  { speed }: { readonly speed?: number },
): number | undefined {
  const { running, speed: mean } = data.lines[line];
  const speeds = [running ?? mean, speed].filter((one) => one !== undefined);
  return speeds.length > 0 ? Math.min(...speeds) : undefined;
}

/** Seconds of stops on a line; 0 if its speed is a mean with stops. */
export function stopSeconds({ length, stops }: LineSpec): number {
  return stops === undefined || stops.every === 0 ? 0 : (length / stops.every) * stops.takes;
}

/** Mean speed of a class over a line, stops included [km/h]; undefined if none is given. */
export function classSpeed(data: CorridorData, line: string, ships: { readonly speed?: number }): number | undefined {
  const running = runningSpeed(data, line, ships);
  const { length } = data.lines[line];
  const stops = stopSeconds(data.lines[line]) / 3600;
  return running === undefined || stops === 0 ? running : length / (length / running + stops);
}
