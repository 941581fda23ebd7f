// Berths of one kind: utilisation, capacity at the accepted wait, and waiting time of ships.

import { berthCapacity, berthTime, berthUtilisation } from '../../../queueing';
import { sampler } from '../../../stochastic';
import { lawOf } from '../../corridor/figures/law';
import { berthsHeld } from '../../corridor/figures/otherTraffic';
import type { SeaportSpec } from '../../places/seaport/spec';
import type { Traffic } from '../preview';
import { arrivalReasons } from './arrivals';
import { liftsVariance, paceOf, paceReasons } from './pace';
import { assumed, closedLine, type FormulaRow, sentences, useOf, waitOf } from './row';
import { exactWait, utilisationAt, type Wait } from './wait';

const HOURS = 8760;

/**
 * Formulas for one kind of berth, at the demand of the flows and with full ships. Hours are those in which the sea is
 * open; otherwise weather is left out.
 *
 * Source: P1, the berth formula of port planners: see `berthCapacity` of `keruen/queueing`.
 */
export function berthFormulas(place: string, spec: SeaportSpec, kind: string, traffic: Traffic): FormulaRow[] {
  const berths = spec.berths[kind];
  const passing = traffic.at(place, 'sea', kind);
  if (!(passing.visits > 0)) return [];
  const quay = spec.cranes.quay;
  const paced = paceOf(quay, traffic);
  const tieUp = sampler(lawOf(berths.tieUp));
  const cranes = Math.min(berths.cranes, paced.each ?? paced.count, paced.count);
  const call = {
    movesPerCall: passing.boxes / passing.visits,
    cranes,
    movesPerHour: paced.rate,
    efficiency: 1,
    hoursTiedUp: (tieUp.mean + 2 * (berths.berthing ?? 0)) / 3600,
  };
  const hours = HOURS * traffic.openShare(spec.weather);
  const utilisation = berthUtilisation({ ...call, berths: berths.count, calls: passing.visits, hours });
  const { atBerth } = berthTime(call);
  const variance = tieUp.variance + liftsVariance(quay, paced, call.movesPerCall, cranes);
  const line = {
    servers: berths.count,
    utilisation,
    hours: atBerth,
    variation: Math.sqrt(variance) / 3600 / atBerth,
    arrivalShape: assumed.shipShape,
  };
  const wait = exactWait(line);
  const accepted = utilisationAt(assumed.waitAccepted, line);
  const teuPerMove = passing.teu / passing.boxes;
  const carries = berthCapacity({ ...call, berths: berths.count, utilisation: accepted, hours, teuPerMove });
  const resource = `${kind} berths`;
  const row = { where: place, resource, why: sentences(reasons(place, spec, kind, traffic, cranes, wait)) };
  return [
    { ...row, what: 'use', formula: 'P1', value: utilisation, unit: 'share', measure: useOf(place, resource) },
    {
      ...row,
      what: 'wait',
      formula: wait.formula,
      value: wait.hours,
      unit: 'h',
      assumed: `time between ships of shape ${assumed.shipShape}`,
      measure: waitOf(place, resource),
    },
    {
      ...row,
      what: 'capacity',
      formula: 'P1',
      value: carries,
      unit: 'TEU/year',
      assumed: `ships put up with a wait of ${assumed.waitAccepted * 100} % of their time at the berth, which is ${Math.round(accepted * 100)} % in use then`,
      why: ['A run carries what the flows bring: raise their demand to see where the wait grows.'],
    },
  ];
}

function reasons(
  place: string,
  spec: SeaportSpec,
  kind: string,
  traffic: Traffic,
  cranes: number,
  { hours, differs }: Wait,
): string[] {
  const { quay } = spec.cranes;
  const { serves } = spec.berths[kind];
  const allBerths = Object.values(spec.berths).reduce((sum, one) => sum + one.count * one.cranes, 0);
  const said = arrivalReasons(traffic, traffic.servicesAt(place, 'sea', kind), 'ships');
  if (spec.weather !== undefined)
    said.push(
      'after a storm ships come in a wave, one that may not sail keeps its berth, and the wait of a run has the storm in it: the formula only takes the closed hours off the year',
    );
  said.push(
    'a ship may come alongside twice, to be emptied and to be filled, and keeps its berth while a full yard or a load to come holds it up',
  );
  if (quay.count < allBerths)
    said.push(`${quay.count} quay cranes are shared by all ships in port: the formula gives each ship ${cranes}`);
  if (serves !== undefined) said.push('other ships may lie here too');
  const held = berthsHeld(traffic.data, place, kind);
  if (held > 0)
    said.push(`ships of others hold ${held.toFixed(2)} of these berths on average, which the formula does not count`);
  if (hours === null) said.push(closedLine('ships'));
  return [...said, ...paceReasons(quay, 'quay cranes'), ...(differs === undefined ? [] : [differs])];
}
