// Yearly capacity of a fleet before any run: by class, from the sailing times, with notes.

import { type CorridorData, months } from '../corridor';
import type { FleetSpec } from '../data/fleetSpec';
import { classSpeed, manned, type UnitClass } from '../figures/shipClasses';
import { serviceWay } from '../routes/route';
import { loadByWater } from './draft';
import { capacityOf } from './unitCapacity';

const HOURS = 8760;

/** The default window of a preview [days]. */
export const YEAR = 365;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The share of a window of `days` in which ships of a class run. */
export function shareOfWindow({ joins, leaves }: UnitClass, start: string, days: number): number {
  const within = (day: string | undefined, otherwise: number) =>
    day === undefined ? otherwise : Math.min(days, Math.max(0, daysBetween(start, day)));
  return Math.max(0, within(leaves, days) - within(joins, 0)) / days;
}

/** The classes of a fleet that run at any time of a window of `days`. */
export const inWindow = (data: CorridorData, fleet: FleetSpec, days: number): UnitClass[] =>
  manned(fleet).filter((ships) => ships.count > 0 && shareOfWindow(ships, data.start, days) > 0);

/** TEU a year one way, of all classes that run within a window of `days`, weighted by their share of it. */
export function fleetCapacity(data: CorridorData, service: string, days: number): number {
  const fleet = data.fleets[data.services[service].fleet];
  return inWindow(data, fleet, days).reduce((sum, ships) => {
    const round = Math.max(2 * hoursUnderWay(data, service, ships), (fleet.shortestRound ?? 0) / 3600);
    const running = ships.count * shareOfWindow(ships, data.start, days);
    return sum + (running * HOURS * capacityOf(data, service, ships.id).teu) / round;
  }, 0);
}

/** Notes on ships limited by water depth, and on ships that join or leave within `days` from the start. */
export function fleetNotes(data: CorridorData, service: string, days: number): string[] {
  return manned(data.fleets[data.services[service].fleet]).flatMap((ships) => [
    ...waterNotes(ships, loadByWater(data, service, ships.id)),
    ...stayNotes(ships, data.start, days),
  ]);
}

/** Hours of a class over the lines of a service, one way, or half of its rotation; at sea in the weather of an average month. */
function hoursUnderWay(data: CorridorData, service: string, ships: UnitClass): number {
  const way = serviceWay(data, service);
  const over = 'calls' in way ? way.calls.flatMap((call) => call.way) : way.way;
  const hours = over.reduce((sum, { line }) => {
    const { length, weather } = data.lines[line];
    const sailing = weather === undefined ? undefined : data.weather?.[weather].sailing;
    const slower =
      sailing === undefined ? 1 : months.reduce((all, month) => all + 1 / sailing[month], 0) / months.length;
    return sum + (length / (classSpeed(data, line, ships) ?? 1)) * slower;
  }, 0);
  return 'calls' in way ? hours / 2 : hours;
}

function waterNotes({ id }: UnitClass, water: number): string[] {
  if (water === 1) return [];
  return [`the water bears ${Number((100 * water).toFixed(1))} % of what ${id ?? 'its ships'} could carry`];
}

/** Ships that run for part of the window count for that part. */
function stayNotes({ id, count, joins, leaves }: UnitClass, start: string, days: number): string[] {
  const who = count === 1 ? id : `${count} ${id}`;
  const isAfter = (day: string | undefined) => day !== undefined && daysBetween(start, day) >= days;
  const comes = (day: string | undefined): day is string => day !== undefined && day > start && !isAfter(day);
  if (joins !== undefined && isAfter(joins)) return [`without ${who}, joining on ${joins}`];
  if (!comes(joins) && !comes(leaves)) return [];
  const from = comes(joins) ? ` from ${joins} on` : '';
  return [`with ${who}${from}${comes(leaves) ? ` until ${leaves}` : ''}`];
}
