// Three ports and a ship that goes round them, with everything else out of the way: its timetable can be worked out by hand.
import type { CorridorData, ServiceSpec } from '../../../src/model/corridor/corridor';
import { days, hours, km, kmPerHour, movesPerHour, percent, seconds, teu, teuPerYear } from '../../../src/units';

const flow = (from: string, to: string) =>
  ({ from, to, demand: teuPerYear(0), boxes: { '22G1': percent(100) } }) as const;

const port = {
  kind: 'seaport',
  berths: { container: { count: 1, cranes: 1, tieUp: seconds(600), berthing: seconds(60) } },
  cranes: { quay: { count: 1, rate: movesPerHour(12) }, rail: { count: 1, rate: movesPerHour(12) } },
  yard: { capacity: teu(100) },
  tracks: 1,
  shunting: seconds(0),
} as const;

/** A to B in an hour, B to C in two, C to A in three; 660 s to be alongside, 300 s a lift, 60 s to be out; 3 TEU a ship. */
export function callsCorridor(service: Partial<ServiceSpec> = {}, ships = 1): CorridorData {
  return {
    keruen: 'scenario@1',
    id: 'calls',
    title: 'A ship that calls at three ports',
    start: '2024-01-01',
    timeZone: 'UTC',
    warmUp: days(0),
    places: { A: { ...port, at: [40, 50] }, B: { ...port, at: [40, 52] }, C: { ...port, at: [42, 52] } },
    lines: {
      ab: { between: ['A', 'B'], mode: 'sea', length: km(20) },
      bc: { between: ['B', 'C'], mode: 'sea', length: km(40) },
      ca: { between: ['C', 'A'], mode: 'sea', length: km(60) },
    },
    services: {
      round: {
        on: ['ab', 'bc', 'ca'],
        calls: ['A', 'B', 'C'],
        fleet: 'ships',
        sails: { full: false, every: hours(10) },
        ...service,
      },
    },
    fleets: { ships: { count: ships, carries: teu(3), speed: kmPerHour(20) } },
    flows: {
      ab: flow('A', 'B'),
      ca: flow('C', 'A'),
      ac: flow('A', 'C'),
      ba: flow('B', 'A'),
      bc: flow('B', 'C'),
      cb: flow('C', 'B'),
    },
  };
}
