// The smallest corridor: two terminals, one rail line, trains to and fro, boxes both ways.
import { corridor } from '../../src/model/change/define';
import { days, hours, km, kmPerHour, minutes, movesPerHour, percent, teu, teuPerYear } from '../../src/units';

const terminal = {
  kind: 'terminal',
  tracks: 2,
  shunting: minutes(30),
  cranes: { rail: { count: 2, rate: movesPerHour(20) } },
  yard: { capacity: teu(2000) },
} as const;

export const twoTerminals = corridor({
  keruen: 'scenario@1',
  id: 'two-terminals',
  title: 'Two terminals and a line',
  start: '2024-01-01',
  timeZone: 'UTC',
  warmUp: days(10),
  places: { East: { ...terminal, at: [40, 80] }, West: { ...terminal, at: [40, 50] } },
  lines: {
    rail: {
      between: ['East', 'West'],
      mode: 'rail',
      length: km(600),
      speed: kmPerHour(50),
      gauge: 1520,
      variation: percent(10),
    },
  },
  services: { train: { on: 'rail', fleet: 'sets', leaves: { full: true, longestWait: hours(48) } } },
  fleets: { sets: { count: 4, carries: teu(40) } },
  flows: {
    westbound: {
      from: 'East',
      to: 'West',
      demand: teuPerYear(8000),
      boxes: { '22G1': percent(40), '45G1': percent(60) },
    },
    eastbound: { from: 'West', to: 'East', demand: teuPerYear(3000), boxes: { '22G1': percent(100) } },
  },
  headline: ['mean transit time of westbound', 'total throughput at West'],
});
