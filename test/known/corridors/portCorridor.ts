// Two ports and the sea between them, with everything else out of the way: what a port does can be worked out by hand.
import type { CorridorData } from '../../../src/model/corridor/corridor';
import type { SeaportSpec } from '../../../src/model/places/seaport/spec';
import { days, hours, km, kmPerHour, movesPerHour, percent, seconds, teu, teuPerYear } from '../../../src/units';

/** An hour at sea; a lift takes 300 s at Port and 4 s at Far; ships of 6 TEU that sail when they are full. */
export function portCorridor(port: Partial<SeaportSpec> = {}): CorridorData {
  return {
    keruen: 'scenario@1',
    id: 'ports',
    title: 'Two ports worked out by hand',
    start: '2024-01-01',
    timeZone: 'UTC',
    warmUp: days(0),
    places: {
      Far: {
        kind: 'seaport',
        at: [40, 50],
        berths: { container: { count: 12, cranes: 6, tieUp: seconds(0) } },
        cranes: { quay: { count: 72, rate: movesPerHour(900) }, rail: { count: 1, rate: movesPerHour(900) } },
        yard: { capacity: teu(10_000) },
        tracks: 1,
        shunting: seconds(0),
      },
      Port: {
        kind: 'seaport',
        at: [40, 60],
        berths: { container: { count: 2, cranes: 2, tieUp: seconds(600) } },
        cranes: { quay: { count: 3, rate: movesPerHour(12) }, rail: { count: 1, rate: movesPerHour(12) } },
        yard: { capacity: teu(1000) },
        tracks: 1,
        shunting: seconds(0),
        ...port,
      },
    },
    lines: { sea: { between: ['Far', 'Port'], mode: 'sea', length: km(20) } },
    services: { ship: { on: 'sea', fleet: 'ships', sails: { full: true, longestWait: hours(1000) } } },
    fleets: { ships: { count: 12, carries: teu(6), speed: kmPerHour(20) } },
    flows: {
      in: { from: 'Far', to: 'Port', demand: teuPerYear(0), boxes: { '22G1': percent(100) } },
      out: { from: 'Port', to: 'Far', demand: teuPerYear(0), boxes: { '22G1': percent(100) } },
    },
  };
}
