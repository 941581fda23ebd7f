// Locomotives before any run: their hours in a year against those that the trains of the flows need.
import { sampler } from '../../stochastic';
import { seconds } from '../../units';
import type { CorridorData } from '../corridor/corridor';
import { lawOf } from '../corridor/figures/law';
import { locomotivesOn } from '../corridor/figures/locomotives';
import { classSpeed, manned } from '../corridor/figures/shipClasses';
import { serviceWay } from '../corridor/routes/route';
import type { PreviewRow, Traffic } from './preview';

const HOURS = 8760;

/** What rows of locomotives are called; `where` is their class. */
export const LOCOMOTIVES = 'locomotives';

/** Hours for which a train of a service has locomotives of a class in a round, and how often it takes one. */
function hauls(data: CorridorData, service: string, id: string): { readonly hours: number; readonly count: number } {
  const [plain] = manned(data.fleets[data.services[service].fleet]);
  const way = serviceWay(data, service);
  let [hours, count] = [0, 0];
  // At a call, as at an end, a train gives its locomotive back.
  for (const over of 'calls' in way ? way.calls.map((call) => call.way) : [way.way, way.way]) {
    let before = false;
    for (const { line } of over) {
      const own = locomotivesOn(data, line) === id;
      if (own) hours += data.lines[line].length / (classSpeed(data, line, plain) ?? 1);
      if (own && !before) count++;
      before = own;
    }
  }
  return { hours, count };
}

/** Hours that a class can work in a year, and that full trains there and back ask of it. */
export function locomotiveRow(data: CorridorData, traffic: Traffic, id: string): PreviewRow {
  const { count = 0, turnRound = seconds(0) } = data.locomotives?.[id] ?? {};
  const turns = sampler(lawOf(turnRound)).mean / 3600;
  const demand = Object.keys(data.services).reduce((sum, service) => {
    const haul = hauls(data, service, id);
    return sum + traffic.rounds(service) * (haul.hours + haul.count * turns);
  }, 0);
  const note = 'running time and turn-round, if trains are full';
  return { where: id, resource: LOCOMOTIVES, capacity: count * HOURS, demand, unit: 'hours/year', note };
}
