// Laws that tie one port to another: calmer weather never takes anything away, and names are only names.
import { describe, expect, it } from 'vitest';
import { type CorridorData, months, type WeatherSpec } from '../../../src/model/corridor/corridor';
import { replicate } from '../../../src/model/replicate';
import { aktauHub } from '../../../src/scenarios/aktauHub';
import { hours, percent, seconds, teu, teuPerYear } from '../../../src/units';
import { portCorridor } from '../../known/corridors/portCorridor';

const closed = (share: number): WeatherSpec => ({
  closedShare: Object.fromEntries(months.map((month) => [month, percent(share)])) as WeatherSpec['closedShare'],
  meanSpell: hours(24),
});

/**
 * One way, from Far to Port, in ships that sail with each box, so that no ship waits for another's load; one berth and one
 * crane, first come first served, and a fixed time for each lift. Such a line is monotone: the n-th ship begins when it has
 * come, the one before it has left and the port is open, and each of the three is no later with fewer storms. Ships are
 * never short.
 */
function oneWay(weather: WeatherSpec): CorridorData {
  const data = portCorridor({ weather: 'sea', berths: { container: { count: 1, cranes: 1, tieUp: seconds(3000) } } });
  return {
    ...data,
    fleets: { ships: { ...data.fleets.ships, count: 400, carries: teu(1) } },
    flows: { ...data.flows, in: { ...data.flows.in, demand: teuPerYear(6000) } },
    weather: { sea: weather },
  };
}

describe('calmer months', () => {
  /** TEU over the quay of Port within 60 days, with the luck of the replication. */
  const over = (data: CorridorData, replication: number): number => {
    const { measures } = replicate(data, { seed: 'calm', replication, days: 60 });
    return measures.find(({ measure, of }) => measure === 'throughput' && of.place === 'Port')?.value ?? Number.NaN;
  };

  it('never lower what goes over the quay: with fewer storms of the same calendar, nothing leaves later', () => {
    let gained = 0;
    for (let replication = 0; replication < 25; replication++) {
      const stormy = over(oneWay(closed(40)), replication);
      const calm = over(oneWay(closed(0)), replication);
      expect(calm).toBeGreaterThanOrEqual(stormy);
      if (calm > stormy) gained++;
    }
    // The law says something only where storms take something away.
    expect(gained).toBeGreaterThan(5);
  });
});

describe('a display name', () => {
  it('changes nothing of a port, ship or sea, hash included', () => {
    const options = { seed: 'names', replication: 0, days: 60 };
    const { data } = aktauHub;
    const places = Object.fromEntries(
      Object.entries(data.places).map(([id, place]) => [id, { ...place, title: `Any other name of ${id}` }]),
    ) as CorridorData['places'];
    const named = { ...data, title: 'Another title', places };
    expect(replicate(named, options).hash).toBe(replicate(data, options).hash);
  });
});
