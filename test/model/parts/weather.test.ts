// Storms close a sea for whole seconds: the first counts, the one in which it opens does not.
import { describe, expect, it } from 'vitest';
import { StormCalendar } from '../../../src/model/parts/weather';
import { Clock } from '../../../src/model/time/clock';
import { stream } from '../../../src/stochastic';
import { small } from '../small';
import { smallWorld } from '../smallWorld';

const clock = new Clock(small.start, small.warmUp);
const calendar = () => new StormCalendar(small.weather.caspian, clock, stream('keruen', 0, 'weather/caspian'));

describe('a storm', () => {
  it('closes the sea from its first second on, and opens it in the second in which it ends', () => {
    const asked = calendar();
    const { begins, ends } = asked;
    // A month and a year and one more year to run, 5 % closed in spells of 12 h: some 76 storms.
    expect(begins.length).toBeGreaterThan(30);
    for (const [i, begin] of begins.entries()) {
      if (begin === ends[i] || begin === ends[i - 1]) continue;
      expect(
        [begin - 1, begin].map((second) => asked.isClosed(second)),
        `storm ${i} begins`,
      ).toEqual([false, true]);
      if (ends[i] === begins[i + 1] || ends[i] === Number.POSITIVE_INFINITY) continue;
      expect(
        [ends[i] - 1, ends[i]].map((second) => asked.isClosed(second)),
        `storm ${i} ends`,
      ).toEqual([true, false]);
    }
  });

  it('keeps out the ship that comes to the roads in its first second, and lets the one a second before it in', () => {
    const { begins } = calendar();
    const storm = begins.find((begin) => begin > 20 * 86_400) as number;
    for (const early of [0, 1]) {
      const world = smallWorld();
      const port = world.placeNumber('Alat');
      const feeder = world.services.findIndex(({ id }) => id === 'feeder');
      const { firstUnit: ship, endNumbers } = world.services[feeder];
      const end = endNumbers.indexOf(port);
      world.sim.run({ until: storm - early });
      // By hand: an idle ship stands at Alat, to load, in this very second; the port's own storm event comes first.
      const loads = world.sim.on('a ship asks for a berth', () => {
        world.units.service[ship] = feeder;
        world.units.end[ship] = end;
        world.units.arrived[ship] = 0;
        world.units.step[ship] = 0;
        world.places[port].unitLoads(ship);
      });
      world.sim.at(storm - early, loads, 0, 0);
      world.sim.run({ until: storm - early + 1 });
      const { cause, where } = world.ledger.cells[world.units.cell[ship]];
      expect({ cause, where }).toEqual({ cause: early === 1 ? 'tying up' : 'waiting for weather', where: 'Alat' });
    }
  });
});
