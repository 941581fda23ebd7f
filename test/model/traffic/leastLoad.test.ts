// A load that can never become the least load goes all the same: else it, and all behind it, would wait for ever.
import { describe, expect, it } from 'vitest';
import { hours, percent, teu } from '../../../src/units';
import { worldOf } from '../../known/corridors/handCorridor';
import { portCorridor } from '../../known/corridors/portCorridor';

describe('a departure by the clock', () => {
  it('takes a load in which the next box finds no room, though it is less than the least load', () => {
    const data = portCorridor();
    const world = worldOf(
      {
        ...data,
        services: { ship: { on: 'sea', fleet: 'ships', sails: { full: false, every: hours(8), least: teu(5) } } },
        fleets: { ships: { ...data.fleets.ships, count: 2, load: percent(85) } },
      },
      5,
    );
    // Room for 5.1 TEU: two forty-foot boxes are 4, and a third finds no room.
    for (let box = 0; box < 5; box++) world.boxAt('in', 100, '45G1');
    world.sim.run({ until: 4 * 86_400 });
    // Two ships with two boxes each; the last box alone is less than the least load, and more may come.
    expect(world.boxes.inside).toBe(1);
  });
});
