// Trains to and fro over one border between two hinterlands where nothing is short: what they wait for is the border.

import type { CorridorData } from '../../../src/model/corridor/corridor';
import type { Takes } from '../../../src/model/corridor/data/takes';
import type { RailBorderSpec } from '../../../src/model/places/railBorder/spec';
import { days, hours, km, kmPerHour, percent, teu, teuPerYear } from '../../../src/units';

/** Seconds from East to Gate, and from Gate to West: 10 km at 40 km/h. */
export const TO_GATE = 900;

/**
 * East – near – Gate – far – West, all of one gauge. A train carries one box of 1 TEU and leaves with it at once, so that
 * boxes are trains. Without `perYear` boxes come only where a test puts them.
 */
export function borderCorridor(
  border: Partial<RailBorderSpec>,
  more: Partial<CorridorData> & { readonly perYear?: number; readonly trains?: number } = {},
): CorridorData {
  const { perYear = 0, trains = 400, ...beside } = more;
  const line = { mode: 'rail', gauge: 1520, length: km(10), speed: kmPerHour(40) } as const;
  return {
    keruen: 'scenario@1',
    id: 'border',
    title: 'One border',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(0),
    places: {
      East: { kind: 'hinterland', at: [45, 83] },
      Gate: { kind: 'rail border', at: [45, 82], controls: {}, ...border },
      West: { kind: 'hinterland', at: [45, 81] },
    },
    lines: { near: { ...line, between: ['East', 'Gate'] }, far: { ...line, between: ['Gate', 'West'] } },
    services: { train: { on: ['near', 'far'], fleet: 'sets', leaves: { full: true } } },
    fleets: { sets: { count: trains, carries: teu(1) } },
    flows: {
      westbound: { from: 'East', to: 'West', demand: teuPerYear(perYear), boxes: { '22G1': percent(100) } },
      eastbound: { from: 'West', to: 'East', demand: teuPerYear(0), boxes: { '22G1': percent(100) } },
    },
    ...beside,
  };
}

/** A calendar of UTC, with the same hours every day but on single dates. */
export const everyDay = (daily: string, dates: { readonly [date: string]: string } = {}) => ({
  timeZone: 'UTC',
  hours: { daily },
  dates,
});

/** A control of one team. */
export const oneTeam = (takes: Takes = hours(3)) => ({ takes, teams: 1 });
