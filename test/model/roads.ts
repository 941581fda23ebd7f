// The smallest corridor of roads: a hinterland, a road border, another hinterland, and trucks over it.

import { CompiledCorridor } from '../../src/model/compile';
import type { CorridorData } from '../../src/model/corridor/corridor';
import { setPath } from '../../src/model/corridor/tree/path';
import { Clock } from '../../src/model/time/clock';
import { readPath } from '../../src/problem';
import { days, km, kmPerHour, minutes, trucksPerDay } from '../../src/units';

/** Almaty – 300 km – Nur Zholy – 60 km – Khorgos, at 60 km/h: five hours to the border, one beyond it. */
export const roads = {
  keruen: 'scenario@1',
  id: 'roads',
  title: 'Trucks over a border',
  start: '2024-04-01',
  timeZone: 'UTC',
  warmUp: days(0),
  places: {
    Almaty: { kind: 'hinterland', at: [43.2, 76.9] },
    'Nur Zholy': {
      kind: 'road border',
      at: [44.2, 80.4],
      toward: { Khorgos: { lanes: 1, takes: minutes(30) } },
    },
    Khorgos: { kind: 'hinterland', at: [44.2, 80.5] },
  },
  lines: {
    east: { between: ['Almaty', 'Nur Zholy'], mode: 'road', length: km(300), speed: kmPerHour(60) },
    over: { between: ['Nur Zholy', 'Khorgos'], mode: 'road', length: km(60), speed: kmPerHour(60) },
  },
  services: {},
  fleets: {},
  flows: { export: { from: 'Almaty', to: 'Khorgos', trucks: trucksPerDay(1e-9) } },
} as const satisfies CorridorData;

/** 9 to 18 by the border's clocks, five hours ahead of UTC. */
export const daytime = { day: { timeZone: 'Asia/Aqtau', hours: { daily: '09:00-18:00' } } };

/** Figures by path, in base units. */
export type Figures = { readonly [path: string]: unknown };

export const BORDER = 'places."Nur Zholy"';
export const TOWARD = `${BORDER}.toward.Khorgos`;

export function withFigures(figures: Figures): CorridorData {
  return Object.entries(figures).reduce<unknown>(
    (data, [path, value]) => setPath(data, readPath(path), value),
    roads,
  ) as CorridorData;
}

/** Trucks that set out at chosen seconds, besides the flow's own, of which none comes unless its figure says so. */
export function roadWorld(figures: Figures = {}, trucks: readonly number[] = [], window = 30): CompiledCorridor {
  const data = withFigures(figures);
  const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, window), 'roads', 0);
  for (const second of trucks) world.sim.at(second, world.kinds.extraBox, 0, 0);
  return world;
}

/** Of every truck that left, in the order of their numbers: seconds by cause and place, without those of nothing. */
export function accountsOf(world: CompiledCorridor): { readonly [cause: string]: number }[] {
  const accounts: { [cause: string]: number }[] = [];
  const close = world.ledger.close.bind(world.ledger);
  world.ledger.close = (box) => {
    const transit = close(box);
    const row = [...world.ledger.row(box)].map((seconds, cell) => [world.ledger.cells[cell], seconds] as const);
    accounts[world.boxes.number[box]] = Object.fromEntries(
      row.filter(([, seconds]) => seconds > 0).map(([{ cause, where }, seconds]) => [`${cause}, ${where}`, seconds]),
    );
    return transit;
  };
  return accounts;
}
