// Ships of others at a berth: one line for all, M/G/1 with the mix, and the wait behind them told apart.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import type { TrafficSpec } from '../../../src/model/corridor/data/trafficSpec';
import { replicate } from '../../../src/model/replicate';
import { ledgerOf } from '../../../src/study/results/ledger';
import { callsPerYear, days, hours, km, kmPerHour, movesPerHour, percent, teu, teuPerYear } from '../../../src/units';

type Traffic = { readonly [id: string]: TrafficSpec<'A' | 'B', 'sea'> };

/** Boxes of A go to B, each on a ship of its own, which lies 6 h at the one berth of B; others lie there too. */
function port(traffic: Traffic, shipsADay = 1) {
  const place = (berths: number, tieUp: ReturnType<typeof hours>, at: readonly [number, number]) =>
    ({
      kind: 'seaport',
      at,
      berths: { container: { count: berths, cranes: 1, tieUp } },
      cranes: { quay: { count: 100, rate: movesPerHour(1000) }, rail: { count: 1, rate: movesPerHour(10) } },
      yard: { capacity: teu(100_000) },
      tracks: 1,
      shunting: hours(0),
    }) as const;
  return corridor({
    keruen: 'scenario@1',
    id: 'port',
    title: 'One berth that others use too',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(60),
    places: { A: place(90, hours(0), [43, 51]), B: place(1, hours(6), [40, 49]) },
    lines: { sea: { between: ['A', 'B'], mode: 'sea', length: km(400), speed: kmPerHour(20) } },
    services: { ferry: { on: 'sea', fleet: 'ships', sails: { full: true } } },
    fleets: { ships: { count: 60, carries: teu(1), speed: kmPerHour(20) } },
    flows: { out: { from: 'A', to: 'B', demand: teuPerYear(365 * shipsADay), boxes: { '22G1': percent(100) } } },
    traffic,
  });
}

const tankers = (ships: number): Traffic => ({
  tankers: { ships: callsPerYear(ships), at: 'B', stays: { law: 'exponential', mean: hours(8) } },
});

function waitOf(data: ReturnType<typeof port>['data'], replications = 4) {
  const outcomes = Array.from({ length: replications }, (_, replication) =>
    replicate(data, { seed: 'ships', replication, days: 365 }),
  );
  const account = ledgerOf(outcomes).find((one) => one.flow === 'out' && one.band === 'all');
  const of = (cause: string) =>
    (account?.parts ?? [])
      .filter((part) => part.cause === cause && part.where === 'B')
      .reduce((sum, { seconds }) => sum + seconds / (account?.boxes ?? 1) / 3600, 0);
  return { own: of('waiting for a berth'), behind: of('waiting for a berth, behind other traffic') };
}

describe('a berth that ships of others use too', () => {
  it('is M/G/1 with the mix of both', () => {
    const { own, behind } = waitOf(port(tankers(365)).data);
    // A ship a day of 6 h (and a few seconds of one lift) and one of 8 h, exponential: ρ = 14/24, second moment over the mix:
    // λ E[S²] = (36 + 2 · 64)/24 = 6.83 h; mean wait λ E[S²] / (2 (1 − ρ)) = 6.83 / (2 · 0.4167) = 8.2 h (Pollaczek and Khinchin).
    const expected = 8.2;
    // Waits vary by about as much as their mean and half again, over 1,460 ships, alike over 1/(1−ρ)² = 6 of them: four standard
    // errors are 4 · 12 · √(2 · 6 / 1460) = 4.4 h.
    expect(Math.abs(own + behind - expected)).toBeLessThan(4.4);
    expect(behind).toBeGreaterThan(own);
  });

  it('with none of them leaves the hash as it was, and whatever they are called', () => {
    const hash = (traffic: Traffic) => replicate(port(traffic).data, { seed: 's', replication: 0, days: 60 }).hash;
    expect(hash(tankers(0))).toEqual(hash({}));
    expect(hash(tankers(100))).not.toEqual(hash({}));
    expect(hash({ oil: tankers(100).tankers })).toEqual(hash(tankers(100)));
  });

  it('never lets boxes wait less for more of them, with the same luck', () => {
    const total = (ships: number) => {
      const { own, behind } = waitOf(port(tankers(ships)).data, 1);
      return own + behind;
    };
    const waited = [0, 150, 300, 450].map(total);
    for (let i = 1; i < waited.length; i++) expect(waited[i]).toBeGreaterThanOrEqual(waited[i - 1]);
  });
});
