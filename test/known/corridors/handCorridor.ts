// A small corridor in which every time is fixed, so that it can be worked out by hand: a terminal, a gauge change, a junction, two ports.

import { CompiledCorridor } from '../../../src/model/compile';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import type { Box } from '../../../src/model/run/place';
import { type Stage, stage } from '../../../src/model/run/runHash';
import { Clock } from '../../../src/model/time/clock';
import { days, km, kmPerHour, movesPerHour, pathsPerDay, percent, seconds, teu, teuPerYear } from '../../../src/units';

/**
 * East – plain – Gate (1435 | 1520) – steppe east – Halt – steppe west – Port – sea – West. Every unit carries 4 TEU.
 *
 * @param slower every duration is so many times as long, every speed and rate so many times lower
 */
export function handCorridor(slower = 1): CorridorData {
  const duration = (s: number) => seconds(s * slower);
  const speed = (kmh: number) => kmPerHour(kmh / slower);
  const rate = (moves: number) => movesPerHour(moves / slower);
  const when = (longestWait: number) => ({ full: true, longestWait: duration(longestWait) });
  return {
    keruen: 'scenario@1',
    id: 'by-hand',
    title: 'A corridor worked out by hand',
    start: '2024-01-01',
    timeZone: 'UTC',
    warmUp: days(0),
    places: {
      East: {
        kind: 'terminal',
        at: [40, 80],
        tracks: 2,
        shunting: duration(300),
        cranes: { rail: { count: 1, rate: rate(20) } },
        yard: { capacity: teu(100) },
      },
      Gate: {
        kind: 'rail border',
        at: [40, 70],
        controls: { papers: { takes: duration(1800) } },
        channels: { green: { share: percent(100), takes: duration(900) } },
        gaugeChange: {
          tracks: { 1435: 2, 1520: 2 },
          cranes: 1,
          rate: rate(12),
          buffer: teu(10),
          shunting: duration(600),
        },
      },
      Halt: { kind: 'junction', at: [40, 65] },
      Port: {
        kind: 'seaport',
        at: [40, 60],
        berths: { container: { count: 1, cranes: 1, tieUp: duration(1000) } },
        cranes: { quay: { count: 1, rate: rate(12) }, rail: { count: 1, rate: rate(20) } },
        yard: { capacity: teu(100) },
        tracks: 2,
        shunting: duration(400),
      },
      West: {
        kind: 'seaport',
        at: [40, 50],
        berths: { container: { count: 1, cranes: 2, tieUp: duration(2000) } },
        cranes: { quay: { count: 2, rate: rate(15) }, rail: { count: 1, rate: rate(20) } },
        yard: { capacity: teu(100) },
        tracks: 1,
        shunting: duration(400),
      },
    },
    lines: {
      plain: {
        between: ['East', 'Gate'],
        mode: 'rail',
        gauge: 1435,
        length: km(100),
        speed: speed(50),
        paths: pathsPerDay(6 / slower),
      },
      'steppe east': { between: ['Halt', 'Gate'], mode: 'rail', gauge: 1520, length: km(60), speed: speed(60) },
      'steppe west': {
        between: ['Halt', 'Port'],
        mode: 'rail',
        gauge: 1520,
        length: km(30),
        speed: speed(60),
        paths: pathsPerDay(24 / slower),
      },
      sea: { between: ['West', 'Port'], mode: 'sea', length: km(72) },
    },
    services: {
      'China train': { on: 'plain', fleet: 'China sets', leaves: when(7200) },
      ship: { on: 'sea', fleet: 'ships', sails: when(10_800) },
      'steppe train': { on: ['steppe east', 'steppe west'], fleet: 'steppe sets', leaves: when(10_800) },
    },
    fleets: {
      'China sets': { count: 2, carries: teu(4) },
      ships: { count: 1, carries: teu(4), speed: speed(20) },
      'steppe sets': { count: 2, carries: teu(4) },
    },
    flows: {
      westbound: {
        from: 'East',
        to: 'West',
        demand: teuPerYear(0),
        boxes: { '22G1': percent(50), '45G1': percent(50) },
      },
      eastbound: { from: 'West', to: 'East', demand: teuPerYear(0), boxes: { '45G1': percent(100) } },
    },
  };
}

/** A corridor of such data, at clock zero, with nobody in it yet. */
export function worldOf(data: CorridorData, windowDays?: number, seed = 'keruen', replication = 0): CompiledCorridor {
  return new CompiledCorridor(data, new Clock(data.start, data.warmUp, windowDays), seed, replication);
}

const stageNames = Object.fromEntries(Object.entries(stage).map(([name, number]) => [number, name]));

/** A box's name in these tests: the first letter of its flow and its number within it, from 1. */
export const nameOf = (world: CompiledCorridor, box: Box): string =>
  `${world.routes[world.boxes.flow[box]].flow[0]}${world.boxes.number[box] + 1}`;

/** Writes down every stage of every box from now on: by box, lines such as `loaded Port 48040`. */
export function noteStages(world: CompiledCorridor): Map<string, string[]> {
  const noted = new Map<string, string[]>();
  const tell = world.stage.bind(world);
  world.stage = (box: Box, what: Stage, place: number) => {
    const name = nameOf(world, box);
    const line = `${stageNames[what]} ${world.places[place].id} ${world.sim.now}`;
    noted.set(name, [...(noted.get(name) ?? []), line]);
    tell(box, what, place);
  };
  return noted;
}

/** Writes down the ledger of every box as it leaves: seconds by cause and place, without the empty parts. */
export function noteLedgers(world: CompiledCorridor): Map<string, Record<string, number>> {
  const noted = new Map<string, Record<string, number>>();
  const close = world.ledger.close.bind(world.ledger);
  world.ledger.close = (box: Box) => {
    const transit = close(box);
    const parts: Record<string, number> = {};
    for (const [i, seconds] of world.ledger.row(box).entries()) {
      const { cause, where } = world.ledger.cells[i];
      if (seconds !== 0) parts[`${cause} @${where}`] = seconds;
    }
    noted.set(nameOf(world, box), parts);
    return transit;
  };
  return noted;
}
