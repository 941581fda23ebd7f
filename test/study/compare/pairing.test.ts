// The same luck for all alternatives is worth many replications, and must stay so.
import { expect, it } from 'vitest';
import { aktauHub } from '../../../src/scenarios/aktauHub';
import { demandFor } from '../../../src/study/capacity/demand';
import { compare } from '../../../src/study/compare/compare';

/**
 * The hub at 230,000 TEU a year, where it carries what comes. Over 12 whole years (bench/README.md) all twelve factors lie between
 * 6.4 and 29, so that any of them holds 4. That takes a minute; here are 8 windows of 60 days. A factor of 8 pairs is the ratio of
 * two standard deviations of 7 degrees of freedom, each known to 1/√14 = 27 %: a single true 6.5 would be seen below 4 in one seed of
 * ten. So it is the geometric mean of a measure's four alternatives that is held, 8.6 at least over the years: below 4 it is by two
 * standard deviations even where all four err together.
 */
it('at the hub of Aktau the standard deviation of a difference is more than four times smaller than with luck of their own', async () => {
  const hub = demandFor(aktauHub.variant('300000-hub'), { at: 'Aktau' }).corridorAt(230_000);
  const { rows } = await compare(hub, {
    with: [
      { set: { 'places.Aktau.cranes.quay.count': 5 } },
      { set: { 'fleets.feeders.count': 4 } },
      { set: { 'places.Aktau.berths.container.count': 3 } },
      { set: { 'fleets."Kazakhstan sets".count': 66 } },
    ],
    measures: ['total throughput at Aktau', 'mean turn-round of feeder at Aktau', 'mean TEU inside of yard at Aktau'],
    ...{ days: 60, replications: 8, seed: '1', workers: 2 },
  });
  expect(rows.map(({ measure }) => measure)).toEqual(['throughput', 'turn-round', 'TEU inside']);
  for (const { measure, alternatives } of rows) {
    const factors = alternatives.map(({ difference }) => difference?.pairing ?? Number.NaN);
    const mean = Math.exp(factors.reduce((sum, factor) => sum + Math.log(factor), 0) / factors.length);
    expect(mean, `${measure}: ${factors.join(', ')}`).toBeGreaterThan(4);
  }
}, 240_000);
