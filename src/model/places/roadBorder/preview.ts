// The static answer of a road border: slots, lanes, bays, transloading and quota against the trucks of the flows over it.
import { sampler } from '../../../stochastic';
import type { Takes } from '../../corridor/data/takes';
import { lawOf } from '../../corridor/figures/law';
import type { PreviewRow, Traffic } from '../../preview/preview';
import type { RoadBorderSpec } from './spec';

const UNIT = 'trucks/year';

export function previewOfRoadBorder(id: string, { calendar, toward }: RoadBorderSpec, traffic: Traffic): PreviewRow[] {
  const { seconds, days } = traffic.openYear(calendar);
  const alike = traffic.isChosen(id) ? ({ alike: true } as const) : {};
  return Object.keys(toward)
    .sort()
    .flatMap((to) => {
      const { lanes, takes, eQueue, channels = {}, transloading, quota } = toward[to];
      const demand = traffic.trucks(id, to);
      const rows: PreviewRow[] = [];
      const worked = (resource: string, count: number, law: Takes, share: number) => {
        const { mean } = sampler(lawOf(law));
        // What takes no time is never short.
        if (mean > 0)
          rows.push({ where: id, resource, capacity: (count * seconds) / mean, demand: demand * share, unit: UNIT });
      };
      if (eQueue !== undefined) {
        const { slots, noShows = 0 } = eQueue;
        const row = {
          where: id,
          resource: `slots to ${to}`,
          capacity: slots * days * (1 - noShows),
          demand,
          unit: UNIT,
        };
        rows.push(noShows > 0 ? { ...row, note: 'less those whose truck does not come' } : row);
      }
      worked(`lanes to ${to}`, lanes, takes, 1);
      for (const channel of Object.keys(channels).sort()) {
        const { bays, takes, share } = channels[channel];
        worked(`${channel} bays to ${to}`, bays, takes, share);
      }
      if (transloading !== undefined) {
        const { bays, takes, share } = transloading;
        worked(`transloading bays to ${to}`, bays, takes, share);
      }
      if (quota !== undefined)
        rows.push({ where: id, resource: `quota of ${to}`, capacity: quota * days, demand, unit: UNIT });
      return rows.map((row) => ({ ...row, ...alike }));
    });
}
