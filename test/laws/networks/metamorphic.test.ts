// Laws between two runs: what is twice as large carries twice as much, what nobody uses changes nothing, a mirror image mirrors.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CorridorData, Size } from '../../../src/model/corridor/corridor';
import { replicate } from '../../../src/model/replicate';
import { DAY } from '../../../src/model/time/clock';
import { km, type Moves, teu } from '../../../src/units';
import { handCorridor, noteLedgers, noteStages, worldOf } from '../../known/corridors/handCorridor';
import { corridors } from './corridors';

/** Boxes that come by hand: how many seconds after the one before, of which flow and size. */
interface Coming {
  readonly flow: 'westbound' | 'eastbound';
  readonly second: number;
  readonly size: Size;
}

/** Boxes of 1 and 2 TEU for six days, both ways, no two of them in one second. */
const comings: fc.Arbitrary<readonly Coming[]> = fc
  .array(
    fc.record({
      flow: fc.constantFrom('westbound' as const, 'eastbound' as const),
      after: fc.integer({ min: 1, max: 20_000 }),
      long: fc.boolean(),
    }),
    { minLength: 5, maxLength: 50 },
  )
  .map((boxes) => {
    let second = 0;
    return boxes.map(({ flow, after, long }): Coming => {
      second += after;
      return { flow, second, size: long ? '45G1' : '22G1' };
    });
  });

/** What every box sees, in the order of its flow: stages with their seconds, and its ledger. */
function seen(data: CorridorData, boxes: readonly Coming[], times = 1) {
  const world = worldOf(data, 40);
  const stages = noteStages(world);
  const ledgers = noteLedgers(world);
  for (const { flow, second, size } of boxes) for (let i = 0; i < times; i++) world.boxAt(flow, second, size);
  world.sim.run({ until: 40 * DAY });
  world.audit();
  const throughput = world
    .measures()
    .find(({ measure, of }) => measure === 'throughput' && Object.keys(of).length === 0);
  return { stages, ledgers, inside: world.boxes.inside, throughput: throughput?.value ?? Number.NaN };
}

/** The hand corridor with all that boxes need `n` times: cranes, room in yards, trains and ships. */
function times(n: number, units: { readonly [fleet: string]: number }): CorridorData {
  const hand = handCorridor();
  const more = (cranes: { count: number; rate: Moves }) => ({ ...cranes, count: n * cranes.count });
  const places = Object.fromEntries(
    Object.entries(hand.places).map(([id, place]) => {
      if (place.kind === 'terminal')
        return [
          id,
          { ...place, cranes: { rail: more(place.cranes.rail) }, yard: { capacity: teu(n * place.yard.capacity) } },
        ];
      if (place.kind === 'seaport') {
        const { container } = place.berths;
        return [
          id,
          {
            ...place,
            berths: { container: { ...container, cranes: n * container.cranes } },
            cranes: { quay: more(place.cranes.quay), rail: more(place.cranes.rail) },
            yard: { capacity: teu(n * place.yard.capacity) },
          },
        ];
      }
      if (place.kind !== 'rail border' || place.gaugeChange === undefined) return [id, place];
      const { cranes, buffer } = place.gaugeChange;
      return [id, { ...place, gaugeChange: { ...place.gaugeChange, cranes: n * cranes, buffer: teu(n * buffer) } }];
    }),
  );
  const fleets = Object.fromEntries(
    Object.entries(hand.fleets).map(([id, fleet]) => [
      id,
      { ...fleet, count: units[id], carries: teu(n * fleet.carries) },
    ]),
  );
  return { ...hand, places, fleets };
}

describe('twice as many boxes, with twice the cranes, yards, buffer and loads', () => {
  const units = { 'China sets': 2, 'steppe sets': 2, ships: 1 };

  // Boxes of one size, since a load of 4 TEU ends where a box of 2 does not fit on 3 and one of 8 TEU does not; and of one
  // direction a run, since of two cranes one may go to a train of the other direction where one crane could not.
  const alike = fc
    .tuple(comings, fc.constantFrom('westbound' as const, 'eastbound' as const))
    .map(([boxes, flow]) => boxes.map((box): Coming => ({ ...box, flow, size: '45G1' })));

  it('are carried in the same time: every box and its twin see the same seconds, and throughput is twice as much', () => {
    const seenAll = { boxes: 0 };
    fc.assert(
      fc.property(alike, (boxes) => {
        const one = seen(times(1, units), boxes);
        const two = seen(times(2, units), boxes, 2);
        expect(two.throughput).toBe(2 * one.throughput);
        expect([one.inside, two.inside]).toEqual([0, 0]);
        const count = { w: 0, e: 0 };
        for (const { flow } of boxes) {
          const letter = flow === 'westbound' ? 'w' : 'e';
          const i = ++count[letter];
          const twins = [`${letter}${2 * i - 1}`, `${letter}${2 * i}`];
          for (const twin of twins) {
            expect(two.stages.get(twin)).toEqual(one.stages.get(`${letter}${i}`));
            expect(two.ledgers.get(twin)).toEqual(one.ledgers.get(`${letter}${i}`));
          }
          seenAll.boxes++;
        }
      }),
      { seed: 11, numRuns: 60 },
    );
    expect(seenAll.boxes).toBeGreaterThan(500);
  });
});

describe('a place that nobody uses', () => {
  it('leaves the run as it was, whatever it is and wherever it stands in the order of ids', () => {
    const hand = handCorridor();
    const others = { Aaa: hand.places.East, Hub: hand.places.Port, Zoo: hand.places.Gate };
    fc.assert(
      fc.property(corridors, fc.constantFrom('Aaa' as const, 'Hub' as const, 'Zoo' as const), (data, id) => {
        const more: CorridorData = {
          ...data,
          places: { ...data.places, [id]: others[id] },
          lines: { ...data.lines, aside: { between: [id, 'Halt'], mode: 'rail', gauge: 1520, length: km(100) } },
        };
        const [one, other] = [data, more].map((which) => replicate(which, { seed: 'aside', replication: 0, days: 20 }));
        expect([other.hash, other.events]).toEqual([one.hash, one.events]);
      }),
      { seed: 12, numRuns: 25 },
    );
  });
});

/** The same corridor under names whose order of ids is the opposite one: first ends become second ends. */
function mirrored(data: CorridorData): { data: CorridorData; back: (text: string) => string } {
  const ids = Object.keys(data.places).sort();
  const names = new Map(ids.map((id, i) => [id, `${'zyxwvutsr'[i]} ${id}`]));
  const named = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return [...value].reverse().map(named);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [names.get(key) ?? key, named(entry)]));
  };
  const at = Object.fromEntries(Object.entries(data.places).map(([id, { at }]) => [names.get(id) as string, { at }]));
  const turned = named(data) as CorridorData;
  const places = Object.fromEntries(Object.entries(turned.places).map(([id, place]) => [id, { ...place, ...at[id] }]));
  const back = (text: string) => [...names].reduce((all, [id, name]) => all.replace(name, id), text);
  return { data: { ...turned, places } as CorridorData, back };
}

describe('a corridor mirrored', () => {
  it('mirrors the result: no end and no direction is preferred, to the second', () => {
    // Units are shared between the ends, the first at the first one: an even number begins alike on both sides.
    const data = times(1, { 'China sets': 2, 'steppe sets': 4, ships: 2 });
    const { data: other, back } = mirrored(data);
    const seenAll = { boxes: 0 };
    fc.assert(
      fc.property(comings, (boxes) => {
        const one = seen(data, boxes);
        const two = seen(other, boxes);
        for (const [name, lines] of one.stages) {
          expect(two.stages.get(name)?.map(back)).toEqual(lines);
          const ledger = Object.entries(two.ledgers.get(name) ?? {}).map(([cell, seconds]) => [back(cell), seconds]);
          expect(Object.fromEntries(ledger)).toEqual(one.ledgers.get(name));
          seenAll.boxes++;
        }
        expect(two.throughput).toBe(one.throughput);
      }),
      { seed: 13, numRuns: 60 },
    );
    expect(seenAll.boxes).toBeGreaterThan(500);
  });
});
