// A terminal as a waiting line: trains of one box come at random to a single crane, and nothing else of the corridor is scarce.
import { type Corridor, corridor } from '../../../src/model/change/define';
import { days, hours, km, kmPerHour, movesPerHour, percent, seconds, teu, teuPerYear } from '../../../src/units';

/** Mean hours of a lift at West. */
export const LIFT = 0.5;

/**
 * Boxes come at East as a Poisson stream, and each leaves by a train of its own as it comes: a crane and a track are free there
 * always, a set always ready, and the way is the same for all. So trains come to West as boxes come to East.
 *
 * @param variation of the lifts at West, a percentage
 */
export const oneCrane = (variation: number): Corridor => {
  const terminal = { kind: 'terminal', tracks: 300, shunting: seconds(0), yard: { capacity: teu(5000) } } as const;
  return corridor({
    keruen: 'scenario@1',
    id: 'one-crane',
    title: 'A terminal with one crane',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(20),
    places: {
      East: { ...terminal, at: [40, 80], cranes: { rail: { count: 300, rate: movesPerHour(900) } } },
      West: {
        ...terminal,
        at: [40, 79],
        cranes: { rail: { count: 1, rate: movesPerHour(1 / LIFT), variation: percent(variation) } },
      },
    },
    lines: { rail: { between: ['East', 'West'], mode: 'rail', length: km(50), speed: kmPerHour(50), gauge: 1520 } },
    services: { train: { on: 'rail', fleet: 'sets', leaves: { full: true, longestWait: hours(48) } } },
    fleets: { sets: { count: 300, carries: teu(1) } },
    flows: { westbound: { from: 'East', to: 'West', demand: teuPerYear(9000), boxes: { '22G1': percent(100) } } },
  });
};
