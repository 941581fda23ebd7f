// How far local clocks are ahead of UTC, as data: every engine then agrees, whatever rules it has of its own.
//
// All zones and aliases of the IANA Time Zone Database, from 1970 on. Before 1970 the offset of its first second holds; rules
// of today that recur every year go on for good.
import { readRules, type ZoneRules } from './zones/rules';
import { table } from './zones/table';

/** By name: its line of the table. Filled when a zone is asked for first. */
const lines = new Map<string, string>();
/** By name: its rules, read when they are asked for first. */
const read = new Map<string, ZoneRules>();

function linesByName(): ReadonlyMap<string, string> {
  if (lines.size === 0) {
    for (const line of table.trim().split('\n'))
      for (const name of line.slice(0, line.indexOf('|')).split(' ')) lines.set(name, line);
  }
  return lines;
}

/** Every name of a zone, aliases too, in order. */
export function timeZoneNames(): string[] {
  return [...linesByName().keys()].sort();
}

/** Whether the rules of a zone are here. Names are written as in the database: Asia/Almaty, not asia/almaty. */
export function isTimeZone(name: string): boolean {
  return linesByName().has(name);
}

/**
 * Seconds from 1970-01-01T00:00Z at which the clocks of a zone come to a civil time, given as seconds from 1970-01-01T00:00
 * there. Where they went forward over it, that is when the gap ends; where they went back and it comes twice, it is the first
 * time. So a later civil time never comes earlier. Throws a RangeError where there is no such zone.
 */
export function secondOfLocal(zone: string, local: number): number {
  const { begins, offsets, shown } = rulesOf(zone);
  // The first spell in which clocks show a later time.
  let low = 0;
  let high = shown.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shown[middle] > local) high = middle;
    else low = middle + 1;
  }
  return Math.max(begins[low], local - offsets[low]);
}

function rulesOf(zone: string): ZoneRules {
  let rules = read.get(zone);
  if (rules === undefined) {
    const line = linesByName().get(zone);
    if (line === undefined) throw new RangeError(`There is no time zone ${JSON.stringify(zone)}.`);
    rules = readRules(line);
    read.set(zone, rules);
  }
  return rules;
}
