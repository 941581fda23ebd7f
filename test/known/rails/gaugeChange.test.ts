// The gauge change: each shortage has a shape of its own in the ledger, and every lift is one of a box straight across or by the buffer.
import { describe, expect, it } from 'vitest';
import { CompiledCorridor } from '../../../src/model/compile';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { setPath } from '../../../src/model/corridor/tree/path';
import { Run } from '../../../src/model/replicate';
import { Clock, DAY } from '../../../src/model/time/clock';
import { readPath } from '../../../src/problem';
import { days, hours, km, kmPerHour, movesPerHour, percent, teu, teuPerYear } from '../../../src/units';
import { hoursBooked } from '../corridors/booked';

const rail = { mode: 'rail', length: km(300), speed: kmPerHour(50) } as const;
const flow = { demand: teuPerYear(90_000), boxes: { '45G1': percent(100) }, lot: teu(80) } as const;
const leaves = { full: true, longestWait: days(2) } as const;

/** A gauge change that is short of nothing; the same as in examples/fourShortages.ts. */
const border: CorridorData = {
  keruen: 'scenario@1',
  id: 'one-border',
  title: 'A gauge change that is short of nothing',
  start: '2025-01-01',
  timeZone: 'Asia/Almaty',
  warmUp: days(30),
  places: {
    China: { kind: 'hinterland', at: [44.2, 81] },
    Border: {
      kind: 'rail border',
      at: [44.1, 80.3],
      controls: {},
      channels: { green: { share: percent(90), takes: hours(0.5) }, red: { share: percent(10), takes: hours(12) } },
      gaugeChange: {
        tracks: { 1435: 6, 1520: 6 },
        cranes: 6,
        rate: movesPerHour(17.3),
        each: 3,
        buffer: teu(600),
        shunting: hours(2),
      },
    },
    Steppe: { kind: 'hinterland', at: [43.3, 77] },
  },
  lines: {
    'in China': { ...rail, between: ['China', 'Border'], gauge: 1435 },
    'in the steppe': { ...rail, between: ['Border', 'Steppe'], gauge: 1520 },
  },
  services: {
    'China train': { on: 'in China', fleet: 'China sets', leaves },
    'steppe train': { on: 'in the steppe', fleet: 'steppe sets', leaves },
  },
  fleets: { 'China sets': { count: 30, carries: teu(80) }, 'steppe sets': { count: 60, carries: teu(80) } },
  flows: { west: { from: 'China', to: 'Steppe', ...flow }, east: { from: 'Steppe', to: 'China', ...flow } },
};

const shortOf = (set: { readonly [path: string]: unknown }): CorridorData =>
  Object.entries(set).reduce<unknown>(
    (now, [path, value]) => setPath(now, readPath(path), value),
    border,
  ) as CorridorData;

const waits = ['platforms', 'a buffer slot', 'a crane', 'a track'];

/** Hours a westbound box waits at the border for each of the four. */
function shape(data: CorridorData, seed: string): number[] {
  const { journeys, cells } = new Run(data, { seed, replication: 0, days: 120 }).finish();
  const west = journeys.find((one) => one.flow === 'west') as (typeof journeys)[number];
  return waits.map((wait) =>
    hoursBooked(west, cells, ({ cause, where }) => cause === `waiting for ${wait}` && where === 'Border'),
  );
}

describe('what a gauge change is short of', () => {
  const overloaded: [string, { readonly [path: string]: unknown }][] = [
    ['platforms', { 'fleets."steppe sets".count': 4 }],
    ['a buffer slot', { 'places.Border.gaugeChange.buffer': 80 }],
    ['a crane', { 'places.Border.gaugeChange.cranes': 1, 'places.Border.gaugeChange.rate': 24 }],
    ['a track', { 'places.Border.gaugeChange.tracks': { 1435: 2, 1520: 2 } }],
  ];

  it.each(overloaded)(
    '%s: its own wait is the longest of the four, whatever the luck, and ten times that of plenty',
    (wait, set) => {
      for (const seed of ['one', 'two', 'three']) {
        const plenty = shape(border, seed);
        const short = shape(shortOf(set), seed);
        const own = waits.indexOf(wait);
        for (const [i, hours] of short.entries()) if (i !== own) expect(short[own]).toBeGreaterThan(2 * hours);
        expect(short[own]).toBeGreaterThan(10 * plenty[own]);
      }
    },
  );
});

describe('lifts at a gauge change', () => {
  it.each([
    ['with plenty', {}],
    ['with a small buffer', { 'places.Border.gaugeChange.buffer': 80 }],
    ['with two tracks of each gauge', { 'places.Border.gaugeChange.tracks': { 1435: 2, 1520: 2 } }],
  ])('are one for a box straight across and two for one by the buffer, none more: %s', (_, set) => {
    const data = { ...shortOf(set), warmUp: days(0) };
    const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 60), 'lifts', 0);
    for (let day = 1; day <= 60; day++) {
      world.sim.run({ until: day * DAY });
      world.audit();
    }
    const value = (measure: string, resource?: string) =>
      world
        .measures()
        .find((one) => one.measure === measure && one.of.place === 'Border' && one.of.resource === resource)
        ?.value as number;
    const boxes = value('throughput') / 2;
    const straight = Math.round(value('straight across') * boxes);
    const lifts = value('throughput', 'gauge change cranes');
    // At the end a box may lie in the buffer with one of its two lifts, or hang on a hook, counted when it was picked up.
    const expected = straight + 2 * (boxes - straight);
    const inside = (world.boxes.inside + 6) as number;
    expect(Math.abs(lifts - expected)).toBeLessThanOrEqual(inside);
    expect(boxes).toBeGreaterThan(10_000);
    expect(lifts).toBeGreaterThan(boxes);
  });
});
