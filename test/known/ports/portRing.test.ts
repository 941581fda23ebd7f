// A ring of full yard, full trains and ships that cannot be unloaded is a standstill that is reported by name, never silence.
import { describe, expect, it } from 'vitest';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { Run, replicate } from '../../../src/model/replicate';
import { km, kmPerHour, percent, seconds, teu, teuPerYear } from '../../../src/units';
import { portCorridor } from '../corridors/portCorridor';

/** Trains and ships of 6 TEU that bring more than either takes away, at a port with one berth and one track. */
function crowded(yard: number): CorridorData {
  const ports = portCorridor({
    yard: { capacity: teu(yard) },
    berths: { container: { count: 1, cranes: 2, tieUp: seconds(600) } },
  });
  const boxes = { '22G1': percent(100) };
  return {
    ...ports,
    places: { ...ports.places, Rails: { kind: 'hinterland', at: [40, 70] } },
    lines: {
      ...ports.lines,
      steppe: { between: ['Port', 'Rails'], mode: 'rail', gauge: 1520, length: km(20), speed: kmPerHour(20) },
    },
    services: { ...ports.services, train: { on: 'steppe', fleet: 'sets', leaves: { full: true } } },
    fleets: { ships: { ...ports.fleets.ships, count: 3 }, sets: { count: 3, carries: teu(6) } },
    flows: {
      out: { from: 'Rails', to: 'Far', demand: teuPerYear(60_000), boxes },
      in: { from: 'Far', to: 'Rails', demand: teuPerYear(60_000), boxes },
      // The port's own boxes fill whatever slot a train or ship has made free.
      'own by sea': { from: 'Port', to: 'Far', demand: teuPerYear(30_000), boxes },
      'own by rail': { from: 'Port', to: 'Rails', demand: teuPerYear(30_000), boxes },
    },
  };
}

const run = (yard: number) => replicate(crowded(yard), { seed: 'ring', replication: 0, days: 200 });

describe('a ring', () => {
  it('of a full yard, full trains and a ship that cannot be unloaded ends the run, and is named with all its parts', () => {
    const { endedEarly, measures } = run(12);
    expect(endedEarly).toMatch(/^nothing has moved for \d+ days: a ring at Port: the yard is full \(12 of 12 TEU, /);
    expect(endedEarly).toContain('6 of 6 TEU for trains, 6 of 6 TEU for ships');
    expect(endedEarly).toContain('1 train on its tracks cannot be unloaded');
    expect(endedEarly).toContain('1 ship at its berths cannot be unloaded');
    expect(endedEarly).toContain('which a larger yard, a track or berth more, or fewer trains on the way would open');
    // What was measured until then is there.
    expect(measures.find(({ measure, of }) => measure === 'throughput' && of.place === 'Port')?.value).toBeGreaterThan(
      0,
    );
  });

  it('is named, too, where no box comes any more to notice that nothing moves', () => {
    // No slot is for laden boxes: the ship is never emptied.
    const data = portCorridor({ yard: { capacity: teu(1000), laden: teu(0), collected: seconds(36_000) } });
    const run = new Run(data, { seed: 'ring', replication: 0, days: 60 });
    for (let box = 0; box < 6; box++) run.world.boxAt('in', 100, '22G1');
    expect(run.finish().endedEarly).toMatch(
      /^nothing has moved for \d+ days: no room at Port: the yard is full \(0 of 1000 TEU/,
    );
  });

  it('does not close where the yard has room for what is on its way', () => {
    const [small, large] = [run(12), run(1000)];
    expect(large.endedEarly).toBeUndefined();
    const through = ({ measures }: typeof small) =>
      measures.find(({ measure, of }) => measure === 'throughput' && of.place === 'Port')?.value ?? 0;
    expect(through(large)).toBeGreaterThan(through(small));
  });
});
