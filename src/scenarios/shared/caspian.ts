// The Caspian between Aktau and Alat, shared by all scenarios that cross it: its storms, and the current feeders.

import type { WeatherSpec } from '../../model/corridor/corridor';
import type { FleetSpec } from '../../model/corridor/data/fleetSpec';
import { hours, knots, metres, percent, teu } from '../../units';

export const caspian: WeatherSpec = {
  closedShare: {
    jan: percent(32),
    feb: percent(25),
    mar: percent(15),
    apr: percent(8),
    may: percent(8),
    jun: percent(4),
    jul: percent(4),
    aug: percent(4),
    sep: percent(8),
    oct: percent(12),
    nov: percent(25),
    dec: percent(30),
  },
  meanSpell: hours(36),
  // A tenth slower in the stormiest months, even in weather that does not close the port.
  sailing: {
    jan: percent(90),
    feb: percent(92),
    mar: percent(95),
    apr: percent(98),
    may: percent(98),
    jun: percent(100),
    jul: percent(100),
    aug: percent(100),
    sep: percent(98),
    oct: percent(95),
    nov: percent(92),
    dec: percent(90),
  },
};

export const feeders: FleetSpec = {
  count: 3,
  carries: teu(225),
  speed: knots(12),
  shortestRound: hours(118),
  draft: { light: metres(2.7), full: metres(6) },
  clearance: metres(0.5),
  ships: { Turkestan: { count: 1 }, 'Beket Ata': { count: 1 }, Barys: { count: 1, carries: teu(314) } },
};

/** The sources of these numbers, for a scenario that has both under the names `Caspian` and `feeders`. */
export const caspianSources: Readonly<Record<string, string>> = {
  'weather.Caspian.meanSpell': 'N36',
  'weather.Caspian.sailing': 'assumed: a tenth slower in the stormiest month, in step with N35; no figure is published',
  'fleets.feeders.count': 'B031: six feeders, four of Kazmortransflot and two of ASCO; three of them are known by name',
  'fleets.feeders.carries': 'B029',
  'fleets.feeders.ships.Turkestan': 'B029',
  'fleets.feeders.ships."Beket Ata"': 'B082: a sister of the Turkestan',
  'fleets.feeders.ships.Barys': 'B081: its record load, taken for what it carries; in service since 2021',
  'fleets.feeders.draft':
    'assumed: drafts with which the water of today leaves 83 % of the load (B042); no source has the ships’ own',
  'fleets.feeders.clearance': 'assumed: half a metre under the keel',
  'fleets.feeders.speed': 'N32',
  'fleets.feeders.shortestRound':
    'B031: 89,000 TEU a year westbound at the water of today, which leaves 83 % of the load (B042), are 74 rounds a year of the six ships',
};
