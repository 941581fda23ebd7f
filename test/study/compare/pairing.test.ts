// The same luck for all alternatives is worth many replications, and must stay so.
import { expect, it } from 'vitest';
import { aktauHub } from '../../../src/scenarios/aktauHub';
import { demandFor } from '../../../src/study/capacity/demand';
import { compare } from '../../../src/study/compare/compare';

/**
 * The hub at 230,000 TEU a year, where it carries what comes. Measured over 12 years each, the standard deviation of a paired
 * difference is 5 to 22 times smaller than that of an unpaired one. Here windows are shorter and fewer, so that a single factor
 * is known badly (that of six pairs by a third): it is the middle one of all that is held.
 */
it('at the hub of Aktau the standard deviation of a difference is more than four times smaller than with luck of their own', async () => {
  const hub = demandFor(aktauHub.variant('300000-hub'), { at: 'Aktau' }).corridorAt(230_000);
  const result = await compare(hub, {
    with: [
      { set: { 'places.Aktau.cranes.quay.count': 5 } },
      { set: { 'places.Aktau.berths.container.count': 3 } },
      { set: { 'fleets."Kazakhstan sets".count': 66 } },
    ],
    measures: ['total throughput at Aktau', 'mean TEU inside of yard at Aktau'],
    ...{ days: 90, replications: 6, seed: 'pairing', workers: 2 },
  });
  const factors = result.rows.flatMap(({ alternatives }) =>
    alternatives.flatMap(({ difference }) => difference?.pairing ?? []),
  );
  // What changes nothing has no factor: it would be without end.
  expect(factors.length).toBeGreaterThanOrEqual(3);
  const sorted = [...factors].sort((a, b) => a - b);
  expect(sorted[Math.floor((sorted.length - 1) / 2)]).toBeGreaterThan(4);
}, 240_000);
