// What the formulas say before any trial: at which demand each resource is full, and why a promise is broken before that.

import type { CorridorData } from '../../model/corridor/corridor';
import type { PreviewRow } from '../../model/preview/preview';
import { bottleneckOfRow } from '../bottleneck/bottleneck';
import { resourceWords } from '../bottleneck/summary';
import { preview } from '../results/preview';
import type { Demand } from './demand';

/** A resource that the demand fills, and at which demand it is full. */
export interface Full {
  readonly where: string;
  readonly resource: string;
  /** `container berths at Aktau`. */
  readonly what: string;
  readonly demand: number;
  /** What to know of the two numbers, in words. */
  readonly note?: string;
}

const keyOf = ({ where, resource, unit }: PreviewRow): string => JSON.stringify([where, resource, unit]);

/**
 * Every resource that is filled as the demand grows, first the one that is full first. Capacity and what is asked are straight
 * lines of the demand (lifts a call and boxes a train stay as they are), so two previews say it.
 */
export function fullAt(
  data: CorridorData,
  { now, corridorAt }: Pick<Demand, 'now' | 'corridorAt'>,
  days: number | undefined,
): Full[] {
  const one = now > 0 ? now : 1000;
  const [rows, others] = [one, 2 * one].map((demand) => preview(corridorAt(demand), days));
  const byKey = new Map(others.map((row) => [keyOf(row), row]));
  return rows
    .flatMap((row) => {
      const other = byKey.get(keyOf(row));
      if (other === undefined || row.alike === true) return [];
      const room = row.capacity - row.demand;
      const shrinks = room - (other.capacity - other.demand);
      if (!(shrinks > 1e-9 * row.capacity)) return [];
      const demand = one * (1 + room / shrinks);
      const { where, resource, note } = row;
      const what = resourceWords(bottleneckOfRow(data, row));
      return [{ where, resource, what, demand: Math.max(0, demand), ...(note === undefined ? {} : { note }) }];
    })
    .sort((a, b) => a.demand - b.demand || (a.where < b.where ? -1 : 1));
}

/** Why the formula's answer is another one than a promise's. */
export function whyDiffers([first]: readonly Full[]): string[] {
  return [
    'The formula lets a resource work all the time and lets nothing wait: waits grow long before it is full.',
    'Storms, breakdowns and loads that come together are not in it.',
    ...(first?.note === undefined ? [] : [`It takes for granted: ${first.note}.`]),
  ];
}
