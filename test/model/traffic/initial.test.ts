// The initial state: what stands somewhere at clock zero stands there, is counted, and goes on.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { check } from '../../../src/model/checks/check';
import { checkInitial } from '../../../src/model/checks/initial';
import { CompiledCorridor } from '../../../src/model/compile';
import type { CorridorData, InitialSpec } from '../../../src/model/corridor/corridor';
import { readScenario } from '../../../src/model/file/file';
import { placeKinds } from '../../../src/model/places/registry';
import { Run, replicate } from '../../../src/model/replicate';
import type { Box } from '../../../src/model/run/place';
import { encode } from '../../../src/model/schema/schema';
import { Clock, DAY } from '../../../src/model/time/clock';
import { type ProblemError, writePath } from '../../../src/problem';
import { days, km, kmPerHour, teu } from '../../../src/units';
import { handCorridor, noteStages, worldOf } from '../../known/corridors/handCorridor';
import { Walk } from '../../laws/networks/walk';
import { small } from '../small';

type Initial = { readonly [id: string]: InitialSpec };

/** Something of everything: in a yard, in the buffer, in a port, before the border, at sea, on a line of two. */
const everything: Initial = {
  'at the origin': { flow: 'westbound', at: "Xi'an", teu: teu(30) },
  buffer: { flow: 'westbound', at: 'Khorgos', teu: teu(60) },
  'buffer east': { flow: 'eastbound', at: 'Khorgos', teu: teu(20) },
  port: { flow: 'westbound', at: 'Aktau', teu: teu(500) },
  queue: { flow: 'westbound', at: 'Khorgos', trains: 3 },
  'sea east': { flow: 'eastbound', on: 'Caspian', trains: 1 },
  steppe: { flow: 'eastbound', on: 'Kazakhstan east', trains: 2 },
  halt: { flow: 'westbound', at: 'Saryagash', trains: 1 },
  outside: { flow: 'westbound', at: 'Poti', trains: 2 },
};

const withInitial = (initial: Initial, above: object = {}): CorridorData => ({
  ...small,
  warmUp: days(0),
  ...above,
  initial,
});

const smallWith = (initial: Initial): CorridorData => corridor(withInitial(initial) as typeof small).data;

const said = (initial: Initial, above: object = {}): string[] =>
  check(withInitial(initial, above)).map(({ path, say }) => `${writePath(path)}: ${say}`);

const teuOf = (world: CompiledCorridor, boxes: Iterable<Box>) =>
  [...boxes].reduce((sum, box) => sum + world.boxes.teu[box], 0);
const alive = (world: CompiledCorridor): Box[] =>
  Array.from({ length: world.boxes.capacity }, (_, box) => box).filter((box) => world.boxes.alive[box] === 1);

describe('the initial state', () => {
  const data = smallWith(everything);
  const at = (second: number, replication = 0): CompiledCorridor => {
    const world = worldOf(data, 60, 'keruen', replication);
    world.sim.run({ until: second });
    return world;
  };

  it('is there at clock zero: every box found in its place, every account closed, nothing of it in the cohort', () => {
    const world = at(0);
    world.audit();
    const boxes = alive(world);
    expect(boxes.length).toBe(world.boxes.inside);
    expect(boxes.map((box) => world.boxes.cohort[box])).toEqual(boxes.map(() => 0));
    expect(boxes.map((box) => world.boxes.entered[box])).toEqual(boxes.map(() => 0));
    expect(teuOf(world, boxes)).toBe(world.accounts.inside.value);
    const insideAt = (place: string) => world.accounts.insideAt[world.placeNumber(place)].value;
    // Boxes are added as long as the largest, of 2 TEU, would fit: up to 1 TEU may be missing of each entry.
    expect(30 - insideAt("Xi'an")).toBeLessThanOrEqual(1);
    expect(80 - insideAt('Khorgos')).toBeLessThanOrEqual(1);
    expect(500 - insideAt('Aktau')).toBeLessThanOrEqual(1);
    expect(insideAt('Poti')).toBe(0);
  });

  it('stands before a place and comes there in the first second, in order of entries, and then in order', () => {
    const world = worldOf(data, 60);
    const noted = noteStages(world);
    while (world.sim.peek() === 0) world.sim.step();
    world.audit();
    const arrivals = [...noted.values()].flat().filter((line) => line.startsWith('arrives'));
    // Three trains of 100 TEU, one of 100 and two of 80, by boxes of 1 and 2 TEU.
    const count = (place: string) => arrivals.filter((line) => line === `arrives ${place} 0`).length;
    expect([count('Khorgos'), count('Saryagash'), count('Poti')].map((boxes) => boxes > 0)).toEqual([true, true, true]);
    expect(count('Khorgos') + count('Saryagash') + count('Poti')).toBe(arrivals.length);
    expect(world.accounts.insideAt[world.placeNumber('Poti')].value).toBeGreaterThanOrEqual(2 * 79);
  });

  it('loads its trains and ships to the brim, and leaves the fleet no larger than it is', () => {
    const world = at(0);
    const { units, services } = world;
    for (const service of services) {
      const aboard = Array.from({ length: service.size }, (_, i) => units.aboard.teu[service.firstUnit + i]);
      for (const load of aboard.filter((one) => one > 0)) expect(service.unitCapacity - load).toBeLessThan(2);
      const onWay = { 'china train': 3, feeder: 1, 'kazakh train': 3, 'caucasus train': 2 }[service.id];
      expect([service.id, aboard.filter((one) => one > 0).length]).toEqual([service.id, onWay]);
    }
  });

  it('loses no box, no TEU and no unit at any event of 20 days, and books every second', () => {
    const world = worldOf(data, 60);
    const walk = new Walk(world);
    const begun = world.boxes.inside;
    for (let events = 0; world.sim.peek() < 20 * DAY; events++) {
      world.sim.step();
      if (events % 7 === 0) walk.check();
    }
    walk.check();
    expect(begun).toBeGreaterThan(400);
    expect(walk.left).toBeGreaterThan(200);
  });

  it('has left by the end, and none of its boxes is in what is told of journeys', () => {
    const outcome = replicate(data, { seed: 'keruen', replication: 0, days: 60 });
    expect(outcome.endedEarly).toBeUndefined();
    const world = worldOf(data, 60);
    const entered = new Set<Box>();
    const { enters } = world;
    let cohort = 0;
    world.enters = (box, place) => {
      if (world.boxes.cohort[box] === 1) cohort++;
      entered.add(box);
      enters.call(world, box, place);
    };
    world.sim.run({ until: world.clock.last });
    expect(outcome.journeys.reduce((sum, { boxes, censored }) => sum + boxes + censored, 0)).toBe(cohort);
    expect(outcome.inside[0]).toBe(at(0).accounts.inside.value);
  });

  it('is the same run again after a copy is put back, bit for bit, within it and from the first second', () => {
    const options = { seed: 'keruen', replication: 1 };
    const whole = replicate(data, options);
    const run = new Run(data, options);
    const atZero = run.save();
    run.until(5 * DAY + 12_345);
    const later = run.save();
    expect(run.finish()).toEqual(whole);
    run.restore(atZero);
    run.until(5 * DAY);
    expect(run.finish()).toEqual(whole);
    run.restore(later);
    expect(run.finish()).toEqual(whole);
    const other = new Run(data, options);
    other.restore(later);
    expect(other.finish()).toEqual(whole);
  });

  it('is another scenario, and the order in which its entries are written changes nothing', () => {
    const backwards = Object.fromEntries(Object.entries(everything).reverse());
    const hashes = [data, smallWith(backwards), smallWith({})].map((one) => ({
      hash: replicate(one, { seed: 'keruen', replication: 0, days: 30 }).hash,
    }));
    expect(hashes[1]).toEqual(hashes[0]);
    expect(hashes[2]).not.toEqual(hashes[0]);
  });
});

/** The hand corridor, where every time is fixed, with an initial state; the world hands over what its boxes see. */
function byHand(initial: Initial, fleets: object = {}) {
  const hand = handCorridor();
  const data: CorridorData = { ...hand, fleets: { ...hand.fleets, ...fleets }, initial };
  const world = worldOf(data, 60);
  return { world, noted: noteStages(world) };
}

describe('worked out by hand', () => {
  it('every box knows how far it has come: it leaves at the last stop of its way', () => {
    const { world } = byHand({
      yard: { flow: 'eastbound', at: 'Port', teu: teu(4) },
      buffer: { flow: 'westbound', at: 'Gate', teu: teu(4) },
      halt: { flow: 'westbound', on: 'steppe west', trains: 1 },
    });
    const { leaves } = world;
    let left = 0;
    world.leaves = (box, place) => {
      const { stops } = world.routes[world.boxes.route[box]];
      expect(world.boxes.stop[box]).toBe(stops.length - 1);
      left++;
      leaves.call(world, box, place);
    };
    const begun = world.boxes.inside;
    world.sim.run({ until: 5 * DAY });
    expect(begun).toBeGreaterThan(5);
    expect(left).toBe(begun);
  });

  it('the buffer knows from which side its boxes came, so that each side keeps its share of it', () => {
    const buffer: Initial = {
      east: { flow: 'eastbound', at: 'Gate', teu: teu(4) },
      west: { flow: 'westbound', at: 'Gate', teu: teu(6) },
    };
    const { world } = byHand(buffer);
    // By side: what came on 1435 mm goes west, what came on 1520 mm goes east.
    const gate = world.places[world.placeNumber('Gate')] as unknown as { change: { teuOf: Float64Array } };
    expect(gate.change.teuOf[0]).toBeGreaterThanOrEqual(5);
    expect(gate.change.teuOf[1]).toBe(4);
    world.sim.run({ until: 5 * DAY });
    expect([...gate.change.teuOf]).toEqual([0, 0]);
  });

  it('a queue of trains before the border goes through its controls at once and is worked off, two tracks at a time', () => {
    // Four sets, all before the gate, full. Papers take 1800 s side by side; the gauge change has two tracks of
    // 1435 mm of which loaded trains leave one free: one train at a time comes in, with 600 s of shunting.
    const { world, noted } = byHand(
      { queue: { flow: 'eastbound', at: 'Port', trains: 1 }, west: { flow: 'westbound', at: 'Gate', trains: 4 } },
      {
        'China sets': { count: 4, carries: teu(4) },
      },
    );
    const inside = () => world.boxes.inside;
    const before = inside();
    expect(before).toBeGreaterThanOrEqual(4 * 2 + 2);
    world.sim.run({ until: 1 });
    const { units } = world;
    const gate = world.placeNumber('Gate');
    const standing = () =>
      Array.from({ length: units.count }, (_, unit) => unit).filter(
        (unit) => units.place[unit] === gate && units.aboard.count[unit] > 0 && units.end[unit] === 1,
      ).length;
    expect(standing()).toBe(4);
    world.sim.run({ until: 5 * DAY });
    world.audit();
    expect(inside()).toBe(0);
    for (const lines of noted.values()) expect(lines.at(-1)).toMatch(/^leaves (West|East) /);
    const unloaded = [...noted.values()].flat().filter((line) => line.startsWith('unloaded Gate'));
    expect(unloaded.length).toBeGreaterThan(8);
    // Nothing is lifted before papers (1800 s), shunting (600 s) and one lift of 300 s.
    const seconds = unloaded.map((line) => Number(line.split(' ')[2]));
    expect(Math.min(...seconds)).toBe(1800 + 600 + 300);
  });

  it('trains on a line are spread over it: the i-th of n has (i + ½)/n of its time before it', () => {
    // 60 km at 60 km/h are 3600 s from Gate to Halt: of two trains one is there after 900 s, the other after 2700 s.
    const { world, noted } = byHand({ steppe: { flow: 'westbound', on: 'steppe east', trains: 2 } });
    world.sim.run({ until: 2 * DAY });
    const seconds = [...noted.values()].flat().filter((line) => line.startsWith('arrives Halt'));
    expect([...new Set(seconds)]).toEqual(['arrives Halt 900', 'arrives Halt 2700']);
    expect(world.boxes.inside).toBe(0);
  });

  it('a ship at sea comes to the port that its boxes go to', () => {
    // 72 km at 20 km/h are 12,960 s: half of it is before the only ship.
    for (const [flow, port] of [
      ['westbound', 'West'],
      ['eastbound', 'Port'],
    ] as const) {
      const { world, noted } = byHand({ ship: { flow, on: 'sea', trains: 1 } });
      world.sim.run({ until: 1 * DAY });
      expect([...noted.values()][0][0]).toBe(`arrives ${port} 6480`);
    }
  });

  it('boxes in a yard go with the next train, their time counted from clock zero', () => {
    const { world, noted } = byHand({ yard: { flow: 'eastbound', at: 'Port', teu: teu(4) } });
    world.sim.run({ until: 5 * DAY });
    // Two boxes of 2 TEU fill a train at once: 400 s of shunting, 180 s a lift, 400 s out.
    expect([...noted.keys()]).toEqual(['e1', 'e2']);
    expect(noted.get('e1')?.slice(0, 2)).toEqual(['loaded Port 580', 'departs Port 1160']);
    expect(noted.get('e2')?.at(-1)).toMatch(/^leaves East/);
  });

  it('boxes in the buffer go on with the gauge that they did not come with, and give their slots back', () => {
    const { world, noted } = byHand({
      buffer: { flow: 'westbound', at: 'Gate', teu: teu(6) },
      way: { flow: 'eastbound', at: 'Gate', teu: teu(4) },
    });
    world.audit();
    expect(world.accounts.insideAt[world.placeNumber('Gate')].value).toBeGreaterThanOrEqual(9);
    world.sim.run({ until: 5 * DAY });
    world.audit();
    expect(world.boxes.inside).toBe(0);
    const ways = [...noted].map(([name, lines]) => [
      name[0],
      lines.find((line) => line.startsWith('loaded Gate')) !== undefined,
      lines.at(-1)?.split(' ')[1],
    ]);
    for (const [flow, loaded, end] of ways) expect([loaded, end]).toEqual([true, flow === 'w' ? 'West' : 'East']);
  });
});

describe('trucks before a border', () => {
  // The least border there can be: it lets a truck go after an hour.
  const gate = {
    build: (world: CompiledCorridor) => {
      const goes = world.on('a truck goes on', (_, box) => {
        world.boxes.heldAt[box] = -1;
        world.boxes.apart--;
        world.drives(box);
      });
      return (id: string, _spec: never, number: number) => {
        const waits = world.ledger.cell('waiting for a lane', id);
        const none = () => {};
        return {
          id,
          boxEnters: none,
          unitArrives: none,
          unitPasses: none,
          unitLoads: none,
          boxComesBy: (box: Box) => {
            world.ledger.turn(box, waits);
            world.boxes.heldAt[box] = number;
            world.boxes.apart++;
            world.sim.in(3600, goes, number, box);
          },
          boxesHeld: () => alive(world).filter((box) => world.boxes.heldAt[box] === number),
          startMeasuring: none,
          measures: () => [],
        };
      };
    },
  };
  const road = { mode: 'road', length: km(60), speed: kmPerHour(60) } as const;
  const trucks = {
    keruen: 'scenario@1',
    id: 'trucks',
    title: 'Trucks',
    start: '2024-01-01',
    timeZone: 'UTC',
    warmUp: days(0),
    places: {
      China: { kind: 'hinterland', at: [44, 81] },
      Gate: { kind: 'road border', at: [44, 80], toward: {} },
      Almaty: { kind: 'hinterland', at: [43, 77] },
    },
    lines: { east: { ...road, between: ['China', 'Gate'] }, west: { ...road, between: ['Gate', 'Almaty'] } },
    services: {},
    fleets: {},
    flows: { import: { from: 'China', to: 'Almaty', trucks: 1e-9 } },
    initial: { queue: { flow: 'import', at: 'Gate', trucks: 5 } },
  } as unknown as CorridorData;

  it('come by in the first second, wait, and drive on', () => {
    const world = new CompiledCorridor(trucks, new Clock('2024-01-01', 0, 30), 'keruen', 0, {
      ...placeKinds,
      'road border': gate,
    });
    const noted = noteStages(world);
    world.audit();
    expect(world.boxes.inside).toBe(5);
    world.sim.run({ until: 60 });
    world.audit();
    world.sim.run({ until: DAY });
    world.audit();
    expect(world.boxes.inside).toBe(0);
    const way = ['arrives Gate 0', 'departs Gate 3600', 'arrives Almaty 7200', 'leaves Almaty 7200'];
    expect([...noted]).toEqual([1, 2, 3, 4, 5].map((number) => [`i${number}`, way]));
  });

  it('stand before borders only, and are trucks of a flow of trucks', () => {
    const found = (initial: Initial) =>
      checkInitial({ ...trucks, initial }).map(({ path, say }) => `${writePath(path)}: ${say}`);
    expect(found({ queue: { flow: 'import', at: 'Gate', trucks: 5 } })).toEqual([]);
    expect(found({ queue: { flow: 'import', at: 'Almaty', trucks: 5 } })).toEqual([
      'initial.queue.at: Trucks of "import" meet no border at Almaty; name one of Gate.',
    ]);
    expect(found({ queue: { flow: 'import', at: 'Gate', teu: teu(5) } })).toEqual([
      'initial.queue.teu: The flow "import" is of trucks; say how many trucks stand there.',
    ]);
    expect(found({ queue: { flow: 'import', on: 'east', trucks: 5 } })).toEqual([
      'initial.queue.on: Only trains and ships are under way at clock zero; say at which place the trucks stand.',
    ]);
  });
});

describe('an entry of the initial state', () => {
  it('holds with something of everything', () => {
    expect(said(everything)).toEqual([]);
    expect(
      said({
        none: { flow: 'westbound', at: 'Khorgos', trains: 0 },
        empty: { flow: 'westbound', at: 'Aktau', teu: teu(0) },
      }),
    ).toEqual([]);
  });

  const one = (entry: InitialSpec, above: object = {}) => said({ x: entry }, above);
  const rows: readonly (readonly [promise: string, entry: object, sentence: string])[] = [
    [
      'is of a flow that there is',
      { flow: 'westbond', at: 'Aktau', teu: 10 },
      'initial.x.flow: There is no flow "westbond"; did you mean westbound?',
    ],
    [
      'says what stands there',
      { flow: 'westbound', at: 'Aktau' },
      'initial.x: The entry "x" does not say what stands there; give one of teu, trains and trucks, and make an entry for each.',
    ],
    [
      'says one thing',
      { flow: 'westbound', at: 'Aktau', teu: 10, trains: 1 },
      'initial.x: The entry "x" says teu and trains; give one of teu, trains and trucks, and make an entry for each.',
    ],
    [
      'says trucks of trucks only',
      { flow: 'westbound', at: 'Khorgos', trucks: 3 },
      'initial.x.trucks: The flow "westbound" is of boxes; give teu in a yard, or trains, not trucks.',
    ],
    [
      'is somewhere',
      { flow: 'westbound', trains: 1 },
      'initial.x: The entry "x" says neither at nor on; say before which place (at) or on which line (on) the trains are.',
    ],
    [
      'is in one place',
      { flow: 'westbound', at: 'Khorgos', on: 'China', trains: 1 },
      'initial.x: The entry "x" says at and on; say before which place (at) or on which line (on) the trains are.',
    ],
    [
      'has boxes at a place',
      { flow: 'westbound', on: 'China', teu: 10 },
      'initial.x.on: Only trains and ships are under way at clock zero; say at which place the boxes stand.',
    ],
    [
      'holds one box at least',
      { flow: 'westbound', at: 'Aktau', teu: 1 },
      'initial.x.teu: A box of "westbound" may have 2 TEU, and boxes are added as long as any would fit: so none would be; give more.',
    ],
    [
      'names a route only where there are several',
      { flow: 'westbound', route: 'north', at: 'Aktau', teu: 10 },
      'initial.x.route: The flow "westbound" has one way, without a name; leave route out.',
    ],
    [
      'is at a place that there is',
      { flow: 'westbound', at: 'Aktua', teu: 10 },
      'initial.x.at: There is no place "Aktua"; did you mean Aktau?',
    ],
    [
      'is on a line that there is',
      { flow: 'westbound', on: 'Chine', trains: 1 },
      'initial.x.on: There is no line "Chine"; did you mean China?',
    ],
    [
      'has boxes where they change',
      { flow: 'westbound', at: 'Saryagash', teu: 10 },
      `initial.x.at: Boxes of "westbound" are not set down in a yard at Saryagash to go on from there; name one of Xi'an, Khorgos, Aktau, Alat.`,
    ],
    [
      'has no boxes at the end of their way',
      { flow: 'westbound', at: 'Poti', teu: 10 },
      `initial.x.at: Boxes of "westbound" are not set down in a yard at Poti to go on from there; name one of Xi'an, Khorgos, Aktau, Alat.`,
    ],
    [
      'has no train before the origin',
      { flow: 'westbound', at: "Xi'an", trains: 1 },
      `initial.x.at: No loaded train of "westbound" comes to Xi'an, where it begins; name one of Khorgos, Saryagash, Aktau, Alat, Poti.`,
    ],
    [
      'has no more trains than the fleet',
      { flow: 'westbound', at: 'Khorgos', trains: 7 },
      'initial.x.trains: The fleet "china sets" has 6 units, and with this entry 7 of them would be under way at clock zero; make it fewer, or the fleet larger.',
    ],
    [
      'has no more in the buffer than that holds',
      { flow: 'westbound', at: 'Khorgos', teu: 301 },
      'initial.x.teu: Khorgos holds 300 TEU, and with this entry 301 TEU would stand there; make it less, or places.Khorgos.gaugeChange.buffer more.',
    ],
    [
      'has no more in a yard than that holds',
      { flow: 'westbound', at: "Xi'an", teu: 2001 },
      `initial.x.teu: Xi'an holds 2000 TEU, and with this entry 2001 TEU would stand there; make it less, or places.Xi'an.yard.capacity more.`,
    ],
    [
      'has no more for ships in a port than that keeps for them',
      { flow: 'westbound', at: 'Aktau', teu: 1501 },
      'initial.x.teu: Of the 3000 TEU at Aktau, boxes that go on by sea take at most 1500 TEU, and with this entry 1501 TEU would; make it less.',
    ],
  ];
  it.each(rows)('%s', (_, entry, sentence) => {
    expect(one(entry as InitialSpec)).toEqual([sentence]);
  });

  it('is on its way: neither at a place nor on a line beside it', () => {
    const beside = {
      places: { ...small.places, Baku: { ...small.places.Alat, at: [40, 50] } },
      lines: {
        ...small.lines,
        'to Baku': { between: ['Aktau', 'Baku'], mode: 'sea', length: km(400), speed: kmPerHour(20) },
      },
    };
    expect(one({ flow: 'westbound', at: 'Baku', trains: 1 }, beside)).toEqual([
      'initial.x.at: Baku is not on the way of "westbound"; name one of Khorgos, Saryagash, Aktau, Alat, Poti.',
    ]);
    expect(one({ flow: 'westbound', on: 'to Baku', trains: 1 }, beside)).toEqual([
      'initial.x.on: The line "to Baku" is not on the way of "westbound"; name one that is.',
    ]);
  });

  it('counts with all others: trains of one fleet from both sides, boxes in one yard', () => {
    const trains = (a: number, b: number) => ({
      a: { flow: 'westbound', on: 'Caspian', trains: a },
      b: { flow: 'eastbound', at: 'Aktau', trains: b },
    });
    expect(said(trains(1, 1))).toEqual([]);
    const [found] = check(withInitial(trains(1, 2)));
    expect([writePath(found.path), found.got, found.allowed]).toEqual(['initial.b.trains', 2, 'at most 1']);
    const boxes = (a: number, b: number): Initial => ({
      a: { flow: 'westbound', at: 'Khorgos', teu: teu(a) },
      b: { flow: 'eastbound', at: 'Khorgos', teu: teu(b) },
    });
    expect(said(boxes(150, 150))).toEqual([]);
    const [full] = check(withInitial(boxes(200, 101)));
    expect([writePath(full.path), full.got, full.allowed]).toEqual(['initial.b.teu', '101 TEU', 'at most 100 TEU']);
  });

  it('names one of the ways of its flow', () => {
    const flows = {
      ...small.flows,
      westbound: { ...small.flows.westbound, routes: { north: { via: 'Aktau', share: 1 } } },
    };
    expect(one({ flow: 'westbound', route: 'north', at: 'Aktau', teu: teu(10) }, { flows })).toEqual([]);
    expect(one({ flow: 'westbound', route: 'nord', at: 'Aktau', teu: teu(10) }, { flows })).toEqual([
      'initial.x.route: There is no route "nord"; there is north.',
    ]);
  });

  it('that a flow or a line lacks is said of these, not of it', () => {
    const { Caspian: _, ...lines } = small.lines;
    const paths = check(withInitial(everything, { lines })).map(({ path }) => path[0]);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths).not.toContain('initial');
  });
});

describe('the warm-up of a scenario with an initial state', () => {
  const { warmUp: _, ...unsaid } = small;
  const typed = (initial: object) => corridor({ ...unsaid, initial } as unknown as typeof small).data.warmUp;
  const file = { ...(encode(small) as { [key: string]: unknown }) };
  delete file.warmUp;
  const { queue } = everything;
  const read = (entries: object) => {
    const text = JSON.stringify({ ...file, ...entries });
    const { corridor: made, problems } = readScenario(text, 'x.json', {
      base: (id) => (id === 'small' ? encode(small) : undefined),
    });
    expect(problems).toEqual([]);
    return made?.data;
  };

  it('is none unless it is asked for, in a file and in TypeScript; without one it is 90 days', () => {
    expect(typed({ queue })).toBe(0);
    expect(typed({})).toBe(90 * DAY);
    expect(read({ initial: { queue } })?.warmUp).toBe(0);
    expect(read({ initial: {} })?.warmUp).toBe(90 * DAY);
    expect(read({})?.warmUp).toBe(90 * DAY);
  });

  it('is what is asked for', () => {
    expect(corridor({ ...small, initial: { queue } } as unknown as typeof small).data.warmUp).toBe(30 * DAY);
    expect(read({ initial: { queue }, warmUp: '7 d' })?.warmUp).toBe(7 * DAY);
  });

  it('is not inherited from a scenario that has no initial state', () => {
    const extend = (entries: object) => {
      const own = { keruen: 'scenario@1', id: 'own', title: 'Own', extends: 'small', ...entries };
      const { corridor: made, problems } = readScenario(JSON.stringify(own), 'own.json', { base: () => encode(small) });
      expect(problems).toEqual([]);
      return made?.data;
    };
    expect(extend({})?.warmUp).toBe(30 * DAY);
    expect(extend({ initial: { queue } })?.warmUp).toBe(0);
    expect(extend({ initial: { queue }, warmUp: '7 d' })?.warmUp).toBe(7 * DAY);
    expect(extend({ initial: { queue } })?.initial).toEqual({ queue });
  });

  it('is judged as none also where the scenario has mistakes, so that changes fall into the right days', () => {
    const changes = { early: { set: { 'fleets.feeders.count': 3 }, from: '2023-12-31' } };
    const bad = {
      ...unsaid,
      changes,
      initial: { queue },
      places: { ...small.places, Poti: { ...small.places.Poti, tracks: -1 } },
    };
    const { variants: __, ...whole } = bad;
    try {
      corridor(whole as unknown as typeof small);
      expect.unreachable();
    } catch (error) {
      const problems = (error as ProblemError).problems.map(({ path, allowed }) => `${path}: ${allowed}`);
      expect(problems).toContain('changes.early.from: 2024-01-01 to 2024-12-31');
      expect(problems).toHaveLength(2);
    }
  });
});

describe('an initial state in changes', () => {
  const today = corridor(withInitial({ queue: { flow: 'westbound', at: 'Khorgos', trains: 1 } }) as typeof small);

  it('is set before the start, and not on a day', () => {
    expect(today.with({ set: { 'initial.queue.trains': 4 } }).data.initial?.queue.trains).toBe(4);
    expect(() => today.with({ set: { 'initial.queue.trains': 4 }, from: '2024-02-01' })).toThrow(
      'The initial state is what stands somewhere at clock zero; leave from out.',
    );
    expect(() => today.with({ set: { 'initial.queue.trains': 7 } })).toThrow('The fleet "china sets" has 6 units');
  });

  it('of 20 trains more is 20 trains more inside', () => {
    const many = today.with({ set: { 'initial.queue.trains': 20, 'fleets."china sets".count': 26 } });
    const world = worldOf(many.data, 60);
    expect(world.accounts.inside.value).toBeGreaterThan(20 * 98);
  });
});

describe('what stands at clock zero is judged at clock zero', () => {
  const fewer = {
    set: { 'fleets."kazakh sets".count': 2, 'places.Aktau.yard.capacity': '250 TEU' },
    from: '2024-02-01',
  };
  const data = withInitial(
    {
      steppe: { flow: 'westbound', on: 'Kazakhstan east', trains: 6 },
      yard: { flow: 'westbound', at: 'Aktau', teu: teu(400) },
    },
    { changes: { fewer }, variants: { lean: ['fewer'] } },
  );

  it('also where a fleet or a yard is smaller from a later day on, by a change or in a variant', () => {
    const scenario = corridor(data as never);
    const changed = corridor(withInitial(data.initial ?? {}) as never).with(fewer as never);
    for (const one of [scenario.variant('lean'), scenario.with('fewer'), changed]) {
      const outcome = replicate(one.data, { seed: 'stands', replication: 0, days: 90, later: one.dated });
      expect(outcome.endedEarly).toBeUndefined();
      expect(outcome.journeys.find(({ flow }) => flow === 'westbound')?.boxes).toBeGreaterThan(50);
    }
  });

  it('and is refused where a change without a day makes the fleet too small', () => {
    const { set } = fewer;
    expect(() => corridor(withInitial(data.initial ?? {}) as never).with({ set } as never)).toThrow(
      /6 of them would be under way at clock zero/,
    );
  });
});
