// UTC offsets of time zones as data, so that results do not depend on the time zone data of the engine.
//
// All zones and aliases of the IANA Time Zone Database, from 1970 on. Before 1970 the offset at 1970-01-01T00:00Z applies;
// current yearly rules continue for ever.
import { readRules, type ZoneRules } from './zones/rules';
import { table } from './zones/table';

/** Table line by name. Filled on first use. */
const lines = new Map<string, string>();
/** Rules by name, read on first use. */
const read = new Map<string, ZoneRules>();

function linesByName(): ReadonlyMap<string, string> {
  if (lines.size === 0) {
    for (const line of table.trim().split('\n'))
      for (const name of line.slice(0, line.indexOf('|')).split(' ')) lines.set(name, line);
  }
  return lines;
}

/** All zone names and aliases, sorted. */
export function timeZoneNames(): string[] {
  return [...linesByName().keys()].sort();
}

/** Whether a zone is known. Names are case-sensitive: Asia/Almaty, not asia/almaty. */
export function isTimeZone(name: string): boolean {
  return linesByName().has(name);
}

/**
 * Converts a local time (seconds from 1970-01-01T00:00 local) to seconds from 1970-01-01T00:00Z. In the gap of a forward
 * change: the end of the gap; if it occurs twice: the first time. Monotone. Throws a RangeError for an unknown zone.
 */
export function secondOfLocal(zone: string, local: number): number {
  const { begins, offsets, shown } = rulesOf(zone);
  // First interval in which clocks show a later time.
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
