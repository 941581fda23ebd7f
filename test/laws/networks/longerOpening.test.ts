// For test/laws/metamorphic.test.ts once a rail border keeps its calendar: longer opening never lowers throughput.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { teu, teuPerYear } from '../../../src/units';
import { handCorridor, worldOf } from '../../known/corridors/handCorridor';

describe('a border that is open longer', () => {
  it('never lowers what comes through by more than one load, with the same luck, in one direction', () => {
    /*
     * One direction, fixed times, loads that leave full only: stations in a row that serve in order of coming, and every time
     * a maximum of sums of earlier ones, so that an opening moved forward makes none later (Baccelli et al. 1992). What the
     * window's last second cuts off may differ by one load of 4 TEU, as units are also called from the other end.
     */
    const gained = { more: 0 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 2000, max: 20_000 }), (hoursOpen, demand) => {
        const through = [hoursOpen, hoursOpen + 4, 24].map((open) => {
          const hand = handCorridor();
          const when = { full: true };
          const data: CorridorData = {
            ...hand,
            calendars: {
              gate: {
                timeZone: 'UTC',
                hours: { daily: open === 24 ? '00:00-24:00' : `06:00-${String(6 + open).padStart(2, '0')}:00` },
              },
            },
            places: {
              ...hand.places,
              Gate: { ...hand.places.Gate, calendar: 'gate' } as CorridorData['places'][string],
            },
            services: {
              'China train': { ...hand.services['China train'], leaves: when },
              'steppe train': { ...hand.services['steppe train'], leaves: when },
              ship: { ...hand.services.ship, sails: when },
            },
            flows: { westbound: { ...hand.flows.westbound, to: 'Port', demand: teuPerYear(demand) } },
          };
          const world = worldOf(data, 60, 'opening');
          world.sim.run({ until: world.clock.windowEnd });
          return (
            world.measures().find(({ measure, of }) => measure === 'throughput' && Object.keys(of).length === 0)
              ?.value ?? Number.NaN
          );
        });
        expect(through[1]).toBeGreaterThanOrEqual(through[0] - teu(4));
        expect(through[2]).toBeGreaterThanOrEqual(through[1] - teu(4));
        if (through[2] > through[0] + 40) gained.more++;
      }),
      { seed: 14, numRuns: 20 },
    );
    expect(gained.more).toBeGreaterThan(4);
  });
});
