// Where empty sets and ships go: each end keeps half of its share of the fleet, as the TEU a year that leave from it.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { boardingShares } from '../../../src/model/corridor/routes/fleetHops';
import { replicate } from '../../../src/model/replicate';
import { days, km, kmPerHour, percent, teu, teuPerYear } from '../../../src/units';

const boxes = { '22G1': percent(100) };

/** Trains of one box, loaded by whoever comes; so many TEU a year out and back. */
const twoEnds = (out: number, back: number) =>
  corridor({
    keruen: 'scenario@1',
    id: 'two-ends',
    title: 'Two ends',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(100),
    places: { A: { kind: 'hinterland', at: [43, 77] }, B: { kind: 'hinterland', at: [45, 77] } },
    lines: { way: { between: ['A', 'B'], mode: 'rail', length: km(40), speed: kmPerHour(40) } },
    services: { train: { on: 'way', fleet: 'sets', leaves: { full: true } } },
    fleets: { sets: { count: 8, carries: teu(1) } },
    flows: {
      out: { from: 'A', to: 'B', demand: teuPerYear(out), boxes },
      back: { from: 'B', to: 'A', demand: teuPerYear(back), boxes },
    },
  });

describe('the share of a fleet that an end should have', () => {
  it('is that of the TEU that leave from it, and even where none do', () => {
    const shares = (out: number, back: number) => [...boardingShares(twoEnds(out, back).data, ['train'], ['A', 'B'])];
    expect(shares(300, 100)).toEqual([0.75, 0.25]);
    expect(boardingShares(twoEnds(300, 100).data, [], ['A', 'B'])).toEqual(Float64Array.of(0.5, 0.5));
  });

  it('is kept by half: of eight sets that carry one way mostly, four stand where boxes leave', () => {
    // A share of 0.99 is 7.92 sets, half of it 3.96: whenever fewer than four are at A or coming, B sends one back. Trips take an
    // hour and come once in some three days, so that hardly any set is under way.
    const { measures } = replicate(twoEnds(99, 1).data, { seed: 'shares', replication: 0, days: 300 });
    const ready = (place: string) =>
      measures.find(({ measure, of }) => measure === 'units ready' && of.place === place)?.value ?? Number.NaN;
    expect(ready('A')).toBeGreaterThan(3.5);
    expect(ready('A')).toBeLessThan(4.5);
    expect(ready('A') + ready('B')).toBeGreaterThan(7.5);
  });
});
