// What a fleet can carry in a year before any run: class by class, over the sailing times, and what to know of it.
import { type CorridorData, type FleetSpec, months } from './corridor';
import { loadByWater } from './draft';
import { roomOf } from './room';
import { serviceEnds } from './route';
import { classSpeed, manned, runsOn, type UnitClass } from './shipClasses';

const HOURS = 8760;

/** The classes of a fleet that run on the day on which the window opens. */
export const atStart = (data: CorridorData, fleet: FleetSpec): UnitClass[] =>
  manned(fleet).filter((ships) => ships.count > 0 && runsOn(ships, data.start));

/** TEU a year one way, of all that run at the start. */
export function fleetCapacity(data: CorridorData, service: string): number {
  const fleet = data.fleets[data.services[service].fleet];
  return atStart(data, fleet).reduce((sum, ships) => {
    const round = Math.max(2 * hoursUnderWay(data, service, ships), (fleet.shortestRound ?? 0) / 3600);
    return sum + (ships.count * HOURS * roomOf(data, service, ships.id).teu) / round;
  }, 0);
}

/** Which ships the water keeps from carrying all that they could, and which join or leave after the start. */
export function fleetNotes(data: CorridorData, service: string): string[] {
  return manned(data.fleets[data.services[service].fleet]).flatMap((ships) => [
    ...waterNotes(ships, loadByWater(data, service, ships.id)),
    ...stayNotes(ships, data.start),
  ]);
}

/** Hours of a class over the lines of a service, one way: at sea in the weather of an average month. */
function hoursUnderWay(data: CorridorData, service: string, ships: UnitClass): number {
  return serviceEnds(data, service).way.reduce((sum, { line }) => {
    const { length, weather } = data.lines[line];
    const sailing = weather === undefined ? undefined : data.weather?.[weather].sailing;
    const slower =
      sailing === undefined ? 1 : months.reduce((all, month) => all + 1 / sailing[month], 0) / months.length;
    return sum + (length / (classSpeed(data, line, ships) ?? 1)) * slower;
  }, 0);
}

function waterNotes({ id }: UnitClass, water: number): string[] {
  if (water === 1) return [];
  return [`the water bears ${Number((100 * water).toFixed(1))} % of what ${id ?? 'its ships'} could carry`];
}

/** The capacity is without ships that join later, and with those that leave later. */
function stayNotes({ id, count, joins, leaves }: UnitClass, start: string): string[] {
  const who = count === 1 ? id : `${count} ${id}`;
  return [
    ...(joins !== undefined && joins > start ? [`without ${who}, from ${joins} on`] : []),
    ...(leaves !== undefined && leaves > start ? [`with ${who}, until ${leaves}`] : []),
  ];
}
