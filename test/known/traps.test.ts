// Known truth H1: traps that open simulators fall into, and those that this one fell into while it was young.
import { describe, expect, it } from 'vitest';
import type { CompiledCorridor } from '../../src/model/compile';
import type { CorridorData } from '../../src/model/corridor/corridor';
import type { RailBorderSpec } from '../../src/model/places/railBorder/spec';
import type { TerminalSpec } from '../../src/model/places/terminal/spec';
import { replicate } from '../../src/model/replicate';
import { middleCorridor2024 } from '../../src/scenarios/middleCorridor2024';
import { sampler, stream } from '../../src/stochastic';
import { percent, seconds, teu, teuPerYear } from '../../src/units';
import { handCorridor, noteLedgers, noteStages, worldOf } from './corridors/handCorridor';

const hand = handCorridor();
const gate = hand.places.Gate as RailBorderSpec;
const east = hand.places.East as TerminalSpec;

function withPlace(id: string, spec: CorridorData['places'][string], data: CorridorData = hand): CorridorData {
  return { ...data, places: { ...data.places, [id]: spec } };
}

const change = (set: Partial<NonNullable<RailBorderSpec['gaugeChange']>>): RailBorderSpec =>
  gate.gaugeChange === undefined ? gate : { ...gate, gaugeChange: { ...gate.gaugeChange, ...set } };

/** Runs a world until nothing is left to happen; every step is audited. */
function drain(world: CompiledCorridor) {
  const notes = { stages: noteStages(world), ledgers: noteLedgers(world) };
  while (world.sim.step()) world.audit();
  return notes;
}

const at = (notes: ReturnType<typeof drain>, box: string, event: string) =>
  Number(
    notes.stages
      .get(box)
      ?.find((line) => line.startsWith(`${event} `))
      ?.slice(event.length + 1),
  );

describe('a sampled delay', () => {
  it('moves the box by just the seconds that were drawn, and is booked in full', () => {
    const control: RailBorderSpec['controls'][string] = { takes: { law: 'exponential', mean: seconds(5000) } };
    const varying = withPlace('Gate', { ...gate, controls: { papers: control } });
    const data: CorridorData = {
      ...varying,
      lines: { ...varying.lines, plain: { ...varying.lines.plain, variation: percent(30) } },
    };
    for (let replication = 0; replication < 5; replication++) {
      const world = worldOf(data, undefined, 'delay', replication);
      world.boxAt('westbound', 0, '45G1');
      world.boxAt('westbound', 0, '45G1');
      const notes = drain(world);
      // By hand: in 300, lifts to 660, out 960; then 7200 s on average on the line; shunting 600 and a lift of 300 after control.
      const travel = sampler({ law: 'lognormal', mean: 7200, sd: 2160 });
      const under = Math.round(travel.draw(stream('delay', replication, 'plain/time/Gate')));
      const papers = Math.round(
        sampler({ law: 'exponential', mean: 5000 }).draw(stream('delay', replication, 'Gate/papers')),
      );
      expect(at(notes, 'w1', 'arrives Gate')).toBe(960 + under);
      expect(at(notes, 'w1', 'unloaded Gate')).toBe(960 + under + papers + 900);
      expect(notes.ledgers.get('w1')).toMatchObject({ 'moving @plain': under, 'papers @Gate': papers });
    }
  });
});

describe('a full yard', () => {
  it('makes a box wait at the gate until a slot is free, in order, and the wait has its name', () => {
    const world = worldOf(withPlace('East', { ...east, yard: { capacity: teu(4) } }));
    for (const second of [0, 10, 20, 30]) world.boxAt('westbound', second, '45G1');
    const notes = drain(world);
    // w1 and w2 fill the yard and a train: in at 310, w1 on at 490, which lets w3 in; w2 on at 670, which lets w4 in.
    expect(notes.ledgers.get('w3')).toMatchObject({ 'waiting for a yard slot @East': 470 });
    expect(notes.ledgers.get('w4')).toMatchObject({ 'waiting for a yard slot @East': 640 });
    expect(notes.stages.size).toBe(4);
  });

  it('lets nobody overtake at the gate, though a shorter box behind would find room', () => {
    const world = worldOf(withPlace('East', { ...east, yard: { capacity: teu(4) } }));
    for (const [second, size] of [
      [0, '45G1'],
      [1, '22G1'],
      [2, '45G1'],
      [3, '22G1'],
    ] as const)
      world.boxAt('westbound', second, size);
    const notes = drain(world);
    // w1 and w2 are 3 TEU of 4; w3 waits for 2, and w4, which would fit, behind it. They leave after the longest wait, 7200 s:
    // in at 7500, w1 on at 7680 and both of them in.
    expect(notes.ledgers.get('w3')).toMatchObject({ 'waiting for a yard slot @East': 7678 });
    expect(notes.ledgers.get('w4')).toMatchObject({ 'waiting for a yard slot @East': 7677 });
  });

  it('makes a train wait under the cranes, and the wait has its name', () => {
    // No ship takes the first boxes away before they have waited: three loads of 4 TEU come to a yard of 8.
    const port = hand.places.Port;
    if (port.kind !== 'seaport') throw new Error('the hand corridor has changed');
    const data = withPlace('Port', { ...port, yard: { capacity: teu(8) } });
    const world = worldOf({
      ...data,
      fleets: {
        ...data.fleets,
        'China sets': { count: 6, carries: teu(4) },
        'steppe sets': { count: 6, carries: teu(4) },
      },
    });
    for (let i = 0; i < 12; i++) world.boxAt('westbound', i, '45G1');
    const notes = drain(world);
    expect(notes.stages.size).toBe(12);
    const waits = [...notes.ledgers.values()].map((parts) => parts['waiting for a yard slot @Port'] ?? 0);
    expect(Math.max(...waits)).toBeGreaterThan(0);
    expect(world.boxes.inside).toBe(0);
  });

  it('lets a train that ends its boxes’ journey be emptied even while the gate keeps the yard full', () => {
    // Boxes at the gate would take every slot, wait for platforms, and never get them: the platforms lie under this train.
    const data = withPlace('East', { ...east, yard: { capacity: teu(4) } });
    const world = worldOf(data);
    for (let i = 0; i < 60; i++) world.boxAt('westbound', i, '45G1');
    for (let i = 0; i < 8; i++) world.boxAt('eastbound', i, '45G1');
    const notes = drain(world);
    expect(world.boxes.inside).toBe(0);
    expect(notes.stages.size).toBe(68);
  });
});

describe('an overloaded port', () => {
  it('saturates: boxes for ships leave room for those that ships bring, so that what crosses stays at what ships can carry', () => {
    const port = hand.places.Port;
    if (port.kind !== 'seaport') throw new Error('the hand corridor has changed');
    // The buffer is no bottleneck here.
    const data = withPlace(
      'Port',
      { ...port, yard: { capacity: teu(400) } },
      withPlace('Gate', change({ buffer: teu(40) })),
    );
    const fleets = Object.fromEntries(Object.entries(data.fleets).map(([id, fleet]) => [id, { ...fleet, count: 20 }]));
    const crossed = [20_000, 40_000].map((demand) => {
      const flows = {
        westbound: { ...hand.flows.westbound, demand: teuPerYear(demand) },
        eastbound: { ...hand.flows.eastbound, demand: teuPerYear(demand) },
      };
      const one = { ...fleets, ships: { ...fleets.ships, count: 1 } };
      const { endedEarly, measures } = replicate(
        { ...data, fleets: one, flows },
        { seed: 'overload', replication: 0, days: 90 },
      );
      expect(endedEarly).toBeUndefined();
      return measures.find(({ measure, of }) => measure === 'throughput' && of.place === 'Port')?.value ?? Number.NaN;
    });
    // One ship, full both ways: tied up and worked 1000 + 2 × (4 lifts at most × 300) at Port, 2000 + 2 × 480 at most at West,
    // 2 × 12,960 at sea: 32,280 s a round at most, 90 days hold 240 of them, 4 + 4 TEU each, less than 1 TEU a load left empty.
    for (const teuOver of crossed) expect(teuOver).toBeGreaterThan(240 * (3 + 4));
    for (const teuOver of crossed) expect(teuOver).toBeLessThanOrEqual(((90 * 86_400) / 28_920 + 1) * 8);
  });
});

describe('a full buffer between the gauges', () => {
  it('does not stop boxes that go straight across, whatever its size', () => {
    for (const buffer of [1, 2, 3, 4]) {
      const data = withPlace('Gate', change({ buffer: teu(buffer) }));
      // Sets enough that some are never under a load that waits for the other side's sets.
      const fleets = Object.fromEntries(
        Object.entries(data.fleets).map(([id, fleet]) => [id, { ...fleet, count: 12 }]),
      );
      const world = worldOf({ ...data, fleets });
      for (let i = 0; i < 30; i++) {
        world.boxAt('westbound', 1000 * i, i % 3 === 0 ? '22G1' : '45G1');
        world.boxAt('eastbound', 1300 * i, '45G1');
      }
      drain(world);
      expect([buffer, world.boxes.inside]).toEqual([buffer, 0]);
    }
  });

  it('a box aboard moves in the second in which customs clears it, though nothing else happens then', () => {
    const slow: RailBorderSpec = {
      ...change({ buffer: teu(1) }),
      channels: { green: { share: percent(100), takes: seconds(5000) } },
    };
    const world = worldOf(withPlace('Gate', slow));
    world.boxAt('westbound', 0, '45G1');
    world.boxAt('westbound', 0, '45G1');
    const notes = drain(world);
    // Arrives 8160, papers to 9960, cleared 14,960: with no room in the buffer, the first lift of 300 s begins in that second.
    expect(at(notes, 'w1', 'unloaded Gate')).toBe(15_260);
    expect(at(notes, 'w2', 'unloaded Gate')).toBe(15_560);
    expect(notes.ledgers.get('w1')).toMatchObject({ 'waiting for a buffer slot @Gate': 14_960 - 9960 - 600 });
  });

  it('sends off a unit that the next box does not fit on, when there is no room in the buffer', () => {
    const mixed: CorridorData = {
      ...withPlace('Gate', change({ buffer: teu(1) })),
      services: { ...hand.services, 'steppe train': { ...hand.services['steppe train'], leaves: { full: true } } },
    };
    const world = worldOf(mixed);
    // Loads of 3 TEU (with the longest wait), so the open unit is left with 1 TEU of room and the next box is 2 TEU long.
    for (const [second, size] of [
      [0, '45G1'],
      [1, '22G1'],
      [20_000, '45G1'],
      [20_001, '45G1'],
    ] as const)
      world.boxAt('westbound', second, size);
    drain(world);
    // The last two wait at Gate for a unit that is never full: no longest wait, no more boxes. The first two have gone.
    const waiting = [...Array(world.boxes.capacity).keys()].filter((box) => world.boxes.alive[box] === 1);
    expect(waiting.length).toBeLessThan(3);
  });
});

describe('a ship with a shortest round', () => {
  it('rests at the first end of its service only, until that time after it last left it', () => {
    const ship = { ...hand.fleets.ships, shortestRound: seconds(100_000) };
    const flows = { westbound: { ...hand.flows.westbound, from: 'Port' } };
    const world = worldOf({ ...hand, flows, fleets: { ...hand.fleets, ships: ship } });
    for (const second of [0, 0, 100, 100]) world.boxAt('westbound', second, '45G1');
    const notes = drain(world);
    // Ties up 1000, lifts 600, off at 1600; West 14,560, 16,560, both off 16,800. It is called and leaves at once, Port 29,760;
    // it rests until 101,600, ties up, lifts, and leaves at 103,200.
    expect(at(notes, 'w1', 'departs Port')).toBe(1600);
    expect(at(notes, 'w1', 'leaves West')).toBe(16_800);
    expect(at(notes, 'w3', 'departs Port')).toBe(103_200);
    expect(notes.ledgers.get('w3')).toMatchObject({ 'waiting for a vessel @Port': 101_500 });
  });
});

describe('the watch over standstill', () => {
  it('is not alarmed by a corridor in which a box comes once in a season', () => {
    const data: CorridorData = { ...hand, flows: { westbound: { ...hand.flows.westbound, demand: teuPerYear(4) } } };
    const { endedEarly, journeys } = replicate(data, { seed: 'sparse', replication: 0, days: 1461 });
    expect(endedEarly).toBeUndefined();
    expect(journeys[0].boxes).toBeGreaterThan(3);
  });

  it('is not alarmed by loads that take a season to fill', () => {
    const data: CorridorData = {
      ...hand,
      services: {
        'China train': { ...hand.services['China train'], leaves: { full: true } },
        ship: { ...hand.services.ship, sails: { full: true } },
        'steppe train': { ...hand.services['steppe train'], leaves: { full: true } },
      },
      fleets: Object.fromEntries(
        Object.entries(hand.fleets).map(([id, fleet]) => [id, { ...fleet, carries: teu(40) }]),
      ),
      flows: { westbound: { ...hand.flows.westbound, demand: teuPerYear(100) } },
    };
    const { endedEarly, journeys } = replicate(data, { seed: 'slow', replication: 0, days: 1461 });
    expect(endedEarly).toBeUndefined();
    expect(journeys[0].boxes).toBeGreaterThan(100);
  });

  describe('in a corridor in gridlock', () => {
    /*
     * One set and one track a gauge, boxes of 2 TEU, and a buffer that holds none of them: once both sets stand loaded at
     * Gate neither can be emptied, and 2 + 2 boxes wait aboard for a slot. Units go full only, so what waits for them waits in
     * whole loads of two boxes: 50 boxes fill East's 100 TEU, and 24 Port's half of 96 TEU for boxes that leave by rail.
     * In 60 days more some 330 boxes come each way (2000 a year), so the gates hold most.
     */
    const full = { full: true };
    const { ships, ...sets } = hand.fleets;
    const port = hand.places.Port;
    const west = hand.places.West;
    if (port.kind !== 'seaport' || west.kind !== 'seaport') throw new Error('the hand corridor has changed');
    const boxes = { '45G1': percent(100) };
    const tight: CorridorData = {
      ...hand,
      places: {
        ...hand.places,
        Gate: change({ buffer: teu(1), tracks: { 1435: 1, 1520: 1 } }),
        Port: { ...port, yard: { capacity: teu(96) } },
        West: { ...west, yard: { capacity: teu(88) } },
      },
      services: {
        'China train': { ...hand.services['China train'], leaves: full },
        ship: { ...hand.services.ship, sails: full },
        'steppe train': { ...hand.services['steppe train'], leaves: full },
      },
      fleets: { ships, ...Object.fromEntries(Object.entries(sets).map(([id, set]) => [id, { ...set, count: 1 }])) },
      flows: {
        westbound: { ...hand.flows.westbound, boxes, demand: teuPerYear(4000) },
        eastbound: { ...hand.flows.eastbound, boxes, demand: teuPerYear(4000) },
      },
    };
    const fromPort = { ...tight, flows: { ...tight.flows, eastbound: { ...tight.flows.eastbound, from: 'Port' } } };

    /** What the message says: boxes by cause. Every box inside must be among them. */
    function causesOf(data: CorridorData): Map<string, number> {
      const { endedEarly = '', measures, journeys } = replicate(data, { seed: 'tight', replication: 0 });
      expect(endedEarly).toMatch(/^nothing has moved for 6\d days: /);
      expect(measures.length).toBeGreaterThan(0);
      // A port without room says so by name before the boxes are counted.
      const all = endedEarly.slice(endedEarly.indexOf(': ') + 2).split('; ');
      const said = all.filter((part) => !/^(?:a ring|no room) at /.test(part));
      const causes = new Map(said.map((part) => [part.replace(/^\d+ box(es)? /, ''), Number.parseInt(part, 10)]));
      const inside = journeys.reduce((sum, { censored }) => sum + censored, 0);
      expect([...causes.values()].reduce((sum, count) => sum + count, 0)).toBe(inside);
      return causes;
    }

    it('names who waits for what, and where', () => {
      const causes = causesOf(fromPort);
      expect([...causes].slice(2)).toEqual([
        ['waiting for platforms at East', 50],
        ['waiting for platforms at Port', 24],
        ['waiting for a buffer slot at Gate', 4],
      ]);
      for (const gate of ['East', 'Port']) expect(causes.get(`waiting for a yard slot at ${gate}`)).toBeGreaterThan(50);
    });

    it('names the five commonest causes and counts the boxes that wait for others', () => {
      // By sea: the ship stands at Port with a load that finds no slot, and 22 boxes fill West's half of 88 TEU behind it.
      const causes = causesOf(tight);
      expect([...causes].slice(2)).toEqual([
        ['waiting for platforms at East', 50],
        ['waiting for platforms at Port', 24],
        ['waiting for a vessel at West', 22],
        // 4 aboard the trains at Gate, 2 aboard the ship.
        ['for other causes', 6],
      ]);
      for (const gate of ['East', 'West']) expect(causes.get(`waiting for a yard slot at ${gate}`)).toBeGreaterThan(50);
    });
  });
});

describe('the same seed', () => {
  it('gives the same bytes, and another seed or replication others', () => {
    const run = (seed: string, replication: number) =>
      replicate(middleCorridor2024.data, { seed, replication, days: 60 });
    const [a, b] = [run('bytes', 3), run('bytes', 3)];
    expect(JSON.stringify(b)).toBe(JSON.stringify(a));
    expect(run('bytes', 4).hash).not.toBe(a.hash);
    expect(run('other', 3).hash).not.toBe(a.hash);
  });
});

describe('trains on one line', () => {
  /** Seconds of departure by line and direction, of trains only. */
  function departures(world: CompiledCorridor): Map<string, number[]> {
    const noted = new Map<string, number[]>();
    const leave = world.leavesPlace.bind(world);
    world.leavesPlace = (unit, place) => {
      const service = world.services[world.units.service[unit]];
      const key = `${world.lines[service.lines[service.next(unit)]].id} from ${world.places[place].id}`;
      noted.set(key, [...(noted.get(key) ?? []), world.sim.now]);
      leave(unit, place);
    };
    return noted;
  }

  it('of one direction leave at least a headway apart, in the order in which they asked', () => {
    const { data } = middleCorridor2024;
    // Twice the demand, so that paths are scarce.
    const flows = Object.fromEntries(
      Object.entries(data.flows).map(([id, flow]) => [id, { ...flow, demand: teuPerYear(2 * (flow.demand ?? 0)) }]),
    );
    const world = worldOf({ ...data, flows });
    const noted = departures(world);
    world.sim.run({ until: 120 * 86_400 });
    let closest = Number.POSITIVE_INFINITY;
    for (const [key, times] of noted) {
      const { paths, passenger = 0 }: { readonly paths?: number; readonly passenger?: number } =
        data.lines[key.split(' from ')[0] as keyof typeof data.lines];
      if (paths === undefined) continue;
      for (let i = 1; i < times.length; i++)
        closest = Math.min(closest, times[i] - times[i - 1] - Math.round(86_400 / (paths - passenger)));
    }
    // Paths bind: some trains leave exactly one headway after another, none earlier.
    expect(closest).toBe(0);
  });

  it('of opposite directions do not wait for each other: paths are counted by direction, meets are inside the given number', () => {
    // This version promises no more: two opposing trains may be under way on one section at once.
    const world = worldOf(hand);
    const noted = departures(world);
    world.boxAt('westbound', 4000, '45G1');
    world.boxAt('westbound', 4000, '45G1');
    world.boxAt('westbound', 4001, '45G1');
    world.boxAt('westbound', 4001, '45G1');
    world.sim.run({ until: 12_000 });
    // The first load takes the only set at East at 4000, so the one at Gate leaves in that second, until 11,200. The load is
    // out after 300 + 2 × 180 + 300 and meets it, though a train has left the other end less than 14,400 s ago.
    expect(noted.get('plain from Gate')).toEqual([4000]);
    expect(noted.get('plain from East')).toEqual([4960]);
  });
});
