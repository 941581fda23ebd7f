// The static answer of a rail border: trains handed over, teams of controls, tracks and cranes of the gauge change.
import { sampler } from '../../../stochastic';
import { lawOf } from '../../corridor/figures/law';
import { otherTrainsInto } from '../../corridor/figures/otherTraffic';
import { cranesRow, type PreviewRow, type Traffic, tracksRow } from '../../preview/preview';
import type { Control, RailBorderSpec } from './spec';

const HOURS = 8760;

export function previewOfBorder(id: string, spec: RailBorderSpec, traffic: Traffic): PreviewRow[] {
  return [...handedOverRows(id, spec, traffic), ...teamRows(id, spec, traffic), ...gaugeRows(id, spec, traffic)];
}

/** Trains a year that each neighbour hands over, against the trains that the flows fill on its side. */
function handedOverRows(id: string, { handedOver = {} }: RailBorderSpec, traffic: Traffic): PreviewRow[] {
  return Object.keys(handedOver)
    .sort()
    .map((neighbour) => ({
      where: id,
      resource: `handed over from ${neighbour}`,
      capacity: handedOver[neighbour] * 365,
      demand: traffic.trainsInto(id, neighbour) + 365 * otherTrainsInto(traffic.data, id, neighbour),
      unit: 'trains/year',
      note:
        otherTrainsInto(traffic.data, id, neighbour) > 0
          ? 'if trains are full; with those of others'
          : 'if trains are full',
    }));
}

/** Trains a year that the teams of a control can see through, in the hours for which they are on duty. */
function teamRows(id: string, { controls }: RailBorderSpec, traffic: Traffic): PreviewRow[] {
  return Object.keys(controls)
    .sort()
    .flatMap((control) => {
      const { takes, trainsFrom } = controls[control];
      const hours = teamHours(controls[control], traffic);
      const mean = sampler(lawOf(takes)).mean / 3600;
      if (hours === undefined || mean === 0) return [];
      const demand = traffic.trainsInto(id, trainsFrom);
      const note = 'if trains are full and always there';
      return [{ where: id, resource: `${control} teams`, capacity: hours / mean, demand, unit: 'trains/year', note }];
    });
}

/** Team hours in a year; undefined where a team is always free. */
export function teamHours({ teams, calendar }: Control, traffic: Traffic): number | undefined {
  if (teams === undefined) return undefined;
  if (typeof teams === 'number') return teams * (calendar === undefined ? HOURS : traffic.openHours(calendar));
  return Object.keys(teams).reduce((sum, shift) => sum + teams[shift] * traffic.openHours(shift), 0);
}

function gaugeRows(id: string, { gaugeChange }: RailBorderSpec, traffic: Traffic): PreviewRow[] {
  if (gaugeChange === undefined) return [];
  const { tracks, shunting } = gaugeChange;
  const cranes = { count: gaugeChange.cranes, rate: gaugeChange.rate, each: gaugeChange.each };
  return [
    tracksRow(id, '1435 tracks', tracks[1435], shunting, cranes, traffic.at(id, 'rail', 1435)),
    tracksRow(id, '1520 tracks', tracks[1520], shunting, cranes, traffic.at(id, 'rail', 1520)),
    // Source: N13: a box that goes through the buffer takes two moves; all of them, at worst.
    cranesRow(id, 'gauge change cranes', cranes, traffic.at(id, 'rail').boxes),
  ];
}
