// Tracks under cranes: utilisation, and waiting time of trains.
import type { Cranes } from '../../corridor/data/cranesSpec';
import { type Traffic, trackSeconds } from '../preview';
import { arrivalReasons } from './arrivals';
import { liftsVariance, paceOf, paceReasons } from './pace';
import { closedLine, type FormulaRow, sentences, useOf, waitOf } from './row';
import { exactWait } from './wait';

const HOURS = 8760;

export interface Tracks {
  readonly resource: string;
  readonly count: number;
  readonly shunting: number;
  readonly cranes: Cranes;
  /** Restricted to one gauge. */
  readonly gauge?: 1435 | 1520;
}

/** Formulas for the tracks of a terminal, a port or a gauge change, with full trains that arrive at random. */
export function trackFormulas(
  place: string,
  tracks: Tracks,
  traffic: Traffic,
  more: readonly string[] = [],
): FormulaRow[] {
  const { resource, count, shunting, cranes, gauge } = tracks;
  const passing = traffic.at(place, 'rail', gauge);
  if (!(passing.visits > 0)) return [];
  const paced = paceOf(cranes, traffic);
  const each = paced.each ?? paced.count;
  const seconds = trackSeconds(shunting, paced, passing);
  const variance = liftsVariance(cranes, paced, passing.boxes / passing.visits, each);
  const utilisation = (passing.visits * seconds) / 3600 / (count * HOURS);
  const variation = Math.sqrt(variance) / seconds;
  const wait = exactWait({ servers: count, utilisation, hours: seconds / 3600, variation, arrivalShape: 1 });
  const said = [
    ...arrivalReasons(traffic, traffic.servicesAt(place, 'rail', gauge), 'trains'),
    'a set may take a track twice, to be emptied and to be filled, and keeps it while a full yard or a load to come holds it up',
  ];
  if (each * count > cranes.count) said.push('trains share the cranes: the formula gives each all that may work on it');
  if (wait.hours === null) said.push(closedLine('trains'));
  said.push(...more, ...paceReasons(cranes, 'rail cranes'), ...(wait.differs === undefined ? [] : [wait.differs]));
  const row = { where: place, resource, why: sentences(said) };
  const use = 'visits × time on the track ÷ tracks';
  return [
    { ...row, what: 'use', formula: use, value: utilisation, unit: 'share', measure: useOf(place, resource) },
    { ...row, what: 'wait', formula: wait.formula, value: wait.hours, unit: 'h', measure: waitOf(place, resource) },
  ];
}
