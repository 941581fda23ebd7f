// One westbound and one eastbound hour at Altynkol, worked out by hand lift by lift.
import { describe, expect, it } from 'vitest';
import { CompiledCorridor } from '../../../src/model/compile';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { Clock } from '../../../src/model/time/clock';
import { days, km, kmPerHour, movesPerHour, percent, seconds, teu, teuPerYear } from '../../../src/units';

/**
 * Khorgos – Altynkol – Almaty. A train stands in its track 600 s after it came, and has left it 600 s after its last lift. Two
 * cranes; a lift takes 200 s. Sets of 1435 mm carry 4 boxes, sets of 1520 mm 6, of 2 TEU each. No controls, no customs.
 */
function altynkol(sets1520: number): CorridorData {
  const rail = { mode: 'rail', length: km(10), speed: kmPerHour(36) } as const;
  return {
    keruen: 'scenario@1',
    id: 'altynkol',
    title: 'An hour at Altynkol',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(0),
    places: {
      Khorgos: { kind: 'hinterland', at: [44.2, 80.4] },
      Altynkol: {
        kind: 'rail border',
        at: [44.1, 80.3],
        controls: {},
        gaugeChange: {
          tracks: { 1435: 2, 1520: 2 },
          cranes: 2,
          rate: movesPerHour(18),
          buffer: teu(24),
          shunting: seconds(600),
        },
      },
      Almaty: { kind: 'hinterland', at: [43.3, 76.9] },
    },
    lines: {
      china: { ...rail, between: ['Khorgos', 'Altynkol'], gauge: 1435 },
      steppe: { ...rail, between: ['Altynkol', 'Almaty'], gauge: 1520 },
    },
    services: {
      'China train': { on: 'china', fleet: 'China sets', leaves: { full: true } },
      'steppe train': { on: 'steppe', fleet: 'steppe sets', leaves: { full: true, longestWait: seconds(7200) } },
    },
    fleets: { 'China sets': { count: 3, carries: teu(8) }, 'steppe sets': { count: sets1520, carries: teu(12) } },
    flows: {
      eastbound: { from: 'Almaty', to: 'Khorgos', demand: teuPerYear(0), boxes: { '45G1': percent(100) } },
      westbound: { from: 'Khorgos', to: 'Almaty', demand: teuPerYear(0), boxes: { '45G1': percent(100) } },
    },
  };
}

/** What happens at Altynkol: `10:00 unloaded w1`, minutes and seconds after clock zero. */
function hour(
  data: CorridorData,
  boxes: readonly (readonly [flow: string, second: number])[],
  until: number,
): string[] {
  const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 10), 'altynkol', 0);
  const names: { readonly [stage: number]: string } = { 2: 'loaded', 3: 'departs', 4: 'arrives', 5: 'unloaded' };
  const seen: string[] = [];
  const tell = world.stage.bind(world);
  world.stage = (box, what, place) => {
    const { now } = world.sim;
    const name = `${world.routes[world.boxes.route[box]].flow[0]}${world.boxes.number[box] + 1}`;
    const time = `${Math.floor(now / 60)}:${String(now % 60).padStart(2, '0')}`;
    if (world.places[place].id === 'Altynkol') seen.push(`${time} ${names[what]} ${name}`);
    tell(box, what, place);
  };
  for (const [flow, second] of boxes) world.boxAt(flow, second, '45G1');
  world.sim.run({ until });
  world.audit();
  return seen;
}

describe('Altynkol', () => {
  it('takes two of four boxes from China straight across, and two by the buffer, as the set opposite comes after their train', () => {
    // Sets of 1435 mm begin at Altynkol, at Khorgos, at Altynkol; of 1520 mm the first at Altynkol. w1–w4 come to Khorgos at 0 and
    // leave with the set there, which is at Altynkol 10 km on, 1,000 s later, at 16:40. It asks for a track; then a set of 1520 mm
    // is called for what is announced. Both shunt for 600 s and stand at 26:40, the train from China first.
    //   time            crane 1                    crane 2
    //   26:40–30:00     w1: train → buffer         w2: train → buffer      (nobody stands opposite when they are picked up)
    //   30:00–33:20     w3: train → train          w4: train → train
    //   33:20–36:40     w1: buffer → train         w2: buffer → train      (given to the set opposite as they were set down)
    // At 33:20 the train from China is empty and goes out. The set of 1520 mm has room for two more boxes. Its first, w3, was given
    // to it at 30:00 and may wait for 7,200 s: at 150:00 it closes, and after 600 s of shunting it departs at 160:00.
    const seen = hour(
      altynkol(2),
      [1, 2, 3, 4].map(() => ['westbound', 0] as const),
      10_800,
    );
    expect(seen).toEqual([
      ...[1, 2, 3, 4].map((i) => `16:40 arrives w${i}`),
      '30:00 unloaded w1',
      '30:00 unloaded w2',
      '33:20 unloaded w3',
      '33:20 loaded w3',
      '33:20 unloaded w4',
      '33:20 loaded w4',
      '36:40 loaded w1',
      '36:40 loaded w2',
      ...[3, 4, 1, 2].map((i) => `160:00 departs w${i}`),
    ]);
  });

  it('sends six boxes from Almaty on by two sets of China, the second of which comes once the first is full', () => {
    // e1–e6 come to Almaty at 0. Of three sets of 1520 mm the second begins there: it leaves with six boxes, full, and is at
    // Altynkol at 16:40. It asks for a track; then the first of two China sets there is called. Both stand at 26:40, in this order.
    //   time            crane 1                    crane 2
    //   26:40–30:00     e1: train → buffer         e2: train → buffer      (nobody stands opposite when they are picked up)
    //   30:00–33:20     e3: train → train          e4: train → train       (e1, e2 were given to the same set: it has its four)
    //   33:20–36:40     e5: train → buffer         e6: train → buffer      (the set opposite has no room)
    //   36:40–40:00     e1: buffer → train         e2: buffer → train
    //   43:20–46:40     e5: buffer → train         e6: buffer → train      (the second set, called at 33:20, stands at 43:20)
    // The first set is full at 40:00 and departs 600 s later. The second waits for two more boxes, since China's trains leave full.
    const seen = hour(
      altynkol(3),
      [1, 2, 3, 4, 5, 6].map(() => ['eastbound', 0] as const),
      10_800,
    );
    expect(seen).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((i) => `16:40 arrives e${i}`),
      '30:00 unloaded e1',
      '30:00 unloaded e2',
      '33:20 unloaded e3',
      '33:20 loaded e3',
      '33:20 unloaded e4',
      '33:20 loaded e4',
      '36:40 unloaded e5',
      '36:40 unloaded e6',
      '40:00 loaded e1',
      '40:00 loaded e2',
      '46:40 loaded e5',
      '46:40 loaded e6',
      ...[3, 4, 1, 2].map((i) => `50:00 departs e${i}`),
    ]);
  });

  it('takes 47 to 71 minutes for a train of 45 to 50 wagons with three cranes', () => {
    // Source: P4, Khorgos Gateway 2021: 3 cranes, 45–50 wagons, 47 to 71 minutes, 55 as a rule: 17.3 lifts an hour a crane (N08,
    // B022). Lifts of the three overlap; the last round may be short of a box: ⌈n ÷ 3⌉ rounds of 3600 ÷ 17.3 s.
    for (const wagons of [45, 47, 50]) {
      const base = altynkol(2);
      const border = base.places.Altynkol;
      if (border.kind !== 'rail border' || border.gaugeChange === undefined) throw new Error('no gauge change');
      const gaugeChange = { ...border.gaugeChange, cranes: 3, rate: movesPerHour(17.3), buffer: teu(200) };
      const data = {
        ...base,
        places: { ...base.places, Altynkol: { ...border, gaugeChange } },
        fleets: {
          'China sets': { count: 3, carries: teu(2 * wagons) },
          'steppe sets': { count: 2, carries: teu(2 * wagons) },
        },
      } as CorridorData;
      const seen = hour(
        data,
        Array.from({ length: wagons }, () => ['westbound', 0] as const),
        20_000,
      ).filter((line) => line.includes('unloaded'));
      const [minutes, rest] = seen[seen.length - 1].split(' ')[0].split(':').map(Number);
      const spent = minutes * 60 + rest - 1600;
      expect(seen).toHaveLength(wagons);
      expect(spent).toBe(Math.ceil(wagons / 3) * Math.round(3600 / 17.3));
      expect(spent / 60).toBeGreaterThan(47);
      expect(spent / 60).toBeLessThan(71);
    }
  });
});
