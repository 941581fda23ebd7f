// Boxes that end at a rail terminal stand in its yard until a truck fetches them.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { previewOf } from '../../../src/model/places/registry';
import { previewRows } from '../../../src/model/preview/preview';
import { replicate } from '../../../src/model/replicate';
import { ledgerOf } from '../../../src/study/results/ledger';
import { hours, teu } from '../../../src/units';
import { twoTerminals } from '../../study/twoTerminals';

const { data } = twoTerminals;
const withYard = (capacity: number, collected?: ReturnType<typeof hours>) =>
  corridor({
    ...data,
    places: {
      ...data.places,
      West: {
        ...data.places.West,
        yard: { capacity: teu(capacity), ...(collected === undefined ? {} : { collected }) },
      } as typeof data.places.West,
    },
  }).data;

function outcome(some: typeof data, days = 200) {
  const one = replicate(some, { seed: 'trucks', replication: 0, days });
  const account = ledgerOf([one]).find(({ flow, band }) => flow === 'westbound' && band === 'all');
  const of = (cause: string) =>
    (account?.parts ?? [])
      .filter((part) => part.cause === cause && part.where === 'West')
      .reduce((sum, { seconds }) => sum + seconds, 0) / (account?.boxes ?? 1);
  const value = (measure: string, statistic: string) =>
    one.measures.find((m) => m.measure === measure && m.statistic === statistic && m.of.place === 'West')?.value ?? 0;
  return { of, value };
}

describe('a box that ends at a terminal', () => {
  it('waits for its truck, to the second, and holds its slot meanwhile', () => {
    const { of } = outcome(withYard(2000, hours(48)));
    expect(of('waiting for a truck')).toBe(48 * 3600);
  });

  it('fills the yard by Little’s law beside the boxes that gather for trains', () => {
    const without = outcome(withYard(2000)).value('TEU inside', 'mean');
    const within = outcome(withYard(2000, hours(48))).value('TEU inside', 'mean');
    // 8,000 TEU a year, 48 h each: 43.8 TEU; of 4,380 TEU in 200 days the Poisson error is about 2 %: four of them, and the boxes
    // of 1 and 2 TEU widen it by a third.
    expect(within - without).toBeGreaterThan(43.8 * 0.9);
    expect(within - without).toBeLessThan(43.8 * 1.1);
  });

  it('is in the preview of the yard', () => {
    const rowOf = (some: typeof data) =>
      previewRows(some, (place, traffic) =>
        previewOf(place, some.places[place as keyof typeof some.places], traffic),
      ).find(({ where, resource }) => where === 'West' && resource === 'yard')?.demand ?? 0;
    expect(rowOf(withYard(2000, hours(48))) - rowOf(withYard(2000))).toBeCloseTo((8000 * 48) / 8760, 6);
  });

  it('keeps trains from being unloaded where the yard is full of boxes that wait for trucks', () => {
    const { of } = outcome(withYard(60, hours(48)));
    expect(of('waiting for a yard slot')).toBeGreaterThan(0);
    expect(outcome(withYard(2000, hours(48))).of('waiting for a yard slot')).toBe(0);
  });

  it('leaves from the crane where no truck is waited for, as it did', () => {
    const { of, value } = outcome(withYard(2000));
    expect(of('waiting for a truck')).toBe(0);
    expect(value('throughput', 'total')).toBeGreaterThan(0);
  });
});
