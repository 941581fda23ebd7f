// Boxes that are brought before their departure stand in the yard of their origin; free days tell who stood for long.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { unusedNotes } from '../../../src/model/corridor/routes/unused';
import { previewOf } from '../../../src/model/places/registry';
import { previewRows } from '../../../src/model/preview/preview';
import { replicate } from '../../../src/model/replicate';
import { ledgerOf } from '../../../src/study/results/ledger';
import { days, hours, teu } from '../../../src/units';
import { twoTerminals } from '../../study/twoTerminals';

const { data } = twoTerminals;
type Place = keyof typeof data.places;

const withYard = (place: Place, more: object) => {
  const spec = data.places[place] as Extract<(typeof data.places)[Place], { kind: 'terminal' }>;
  const places = { ...data.places, [place]: { ...spec, yard: { capacity: teu(2000), ...more } } };
  return corridor({ ...data, places } as typeof data).data;
};

function outcome(some: typeof data, flow: string, at: Place) {
  const one = replicate(some, { seed: 'brought', replication: 0, days: 300 });
  const account = ledgerOf([one]).find((account) => account.flow === flow && account.band === 'all');
  const of = (cause: string) =>
    (account?.parts ?? [])
      .filter((part) => part.cause === cause && part.where === at)
      .reduce((sum, { seconds }) => sum + seconds, 0) / (account?.boxes ?? 1);
  const value = (measure: string, statistic: string) =>
    one.measures.find((m) => m.measure === measure && m.statistic === statistic && m.of.place === at)?.value;
  return { of, value, one };
}

describe('a box that is brought before its departure', () => {
  it('stands so long before it waits for a train, to the second', () => {
    const { of } = outcome(withYard('East', { brought: hours(72) }), 'westbound', 'East');
    expect(of('brought before its departure')).toBe(72 * 3600);
  });

  it('holds its slot meanwhile: the yard is fuller by Little’s law', () => {
    const level = (some: typeof data) => outcome(some, 'westbound', 'East').value('TEU inside', 'mean') ?? 0;
    const more = level(withYard('East', { brought: hours(72) })) - level(withYard('East', {}));
    // 8,000 TEU a year, 72 h each: 65.6 TEU on average (2024 has 366 days); the Poisson error of 300 days, 4,100 boxes of 1 or
    // 2 TEU, is 1.6 %: a tenth is six of them.
    const expected = (8000 * 72) / 8784;
    expect(more).toBeGreaterThan(0.9 * expected);
    expect(more).toBeLessThan(1.1 * expected);
  });

  it('is in the preview of the yard', () => {
    const rowOf = (some: typeof data) =>
      previewRows(some, (place, traffic) => previewOf(place, some.places[place as Place], traffic)).find(
        ({ where, resource }) => where === 'East' && resource === 'yard',
      )?.demand ?? 0;
    const more = rowOf(withYard('East', { brought: hours(72) })) - rowOf(withYard('East', {}));
    expect(more).toBeCloseTo((8000 * 72) / 8760, 6);
  });

  it('goes as before where none is brought', () => {
    const plain = replicate(data, { seed: 'brought', replication: 0, days: 60 });
    const none = replicate(withYard('East', { freeDays: days(5) }), { seed: 'brought', replication: 0, days: 60 });
    expect(none.hash).toBe(plain.hash);
    expect(outcome(data, 'westbound', 'East').of('brought before its departure')).toBe(0);
  });

  it('is noted where no flow begins', () => {
    const { eastbound, ...flows } = withYard('West', { brought: hours(72) }).flows;
    const some = { ...withYard('West', { brought: hours(72) }), flows } as typeof data;
    expect(unusedNotes(some)).toEqual(['places.West.yard.brought: brought at West holds no box: no flow begins there']);
    expect(unusedNotes(withYard('West', { brought: hours(72) }))).toEqual([]);
  });
});

describe('free days', () => {
  it('tell the share of boxes that stood longer, as the law of their stay says', () => {
    const law = { law: 'exponential', mean: hours(48) } as const;
    const some = withYard('West', { collected: law, freeDays: days(3) });
    const { eastbound, ...flows } = some.flows;
    const share =
      outcome({ ...some, flows } as typeof data, 'westbound', 'West').value('beyond free days', 'share') ?? 0;
    // exp(−72 ÷ 48) = 22.3 %, of 4,100 boxes: a standard error of 0.65 points, four of them. The lift into the slot, 3 min of
    // 48 h, adds 0.02 points.
    expect(Math.abs(share - Math.exp(-1.5))).toBeLessThan(4 * 0.0065 + 0.0005);
  });

  it('of all boxes none, of none nothing: the share is 0 where all go in time, and not told without a figure', () => {
    expect(
      outcome(withYard('West', { freeDays: days(300) }), 'westbound', 'West').value('beyond free days', 'share'),
    ).toBe(0);
    expect(outcome(data, 'westbound', 'West').value('beyond free days', 'share')).toBeUndefined();
  });
});
