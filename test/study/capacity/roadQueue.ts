// A road border as a waiting line: trucks come at random, so many lanes serve them, each for an exponential or a fixed time.
import { type Corridor, corridor } from '../../../src/model/change/define';
import type { Takes } from '../../../src/model/corridor/data/takes';
import { days, km, kmPerHour, trucksPerDay } from '../../../src/units';

export const roadQueue = (lanes: number, takes: Takes, warmUp = 20): Corridor =>
  corridor({
    keruen: 'scenario@1',
    id: 'road-queue',
    title: 'A road border as a waiting line',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(warmUp),
    places: {
      Almaty: { kind: 'hinterland', at: [43, 77] },
      Border: { kind: 'road border', at: [44, 80], toward: { Khorgos: { lanes, takes } } },
      Khorgos: { kind: 'hinterland', at: [44, 81] },
    },
    lines: {
      to: { between: ['Almaty', 'Border'], mode: 'road', length: km(1), speed: kmPerHour(60) },
      over: { between: ['Border', 'Khorgos'], mode: 'road', length: km(1), speed: kmPerHour(60) },
    },
    services: {},
    fleets: {},
    flows: { export: { from: 'Almaty', to: 'Khorgos', trucks: trucksPerDay(20) } },
  });
