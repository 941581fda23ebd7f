// Known truths Q1, Q14, Q16 and P1 of a port, and the peak factor of its yard: worked out by hand, then simulated.
import { describe, expect, it } from 'vitest';
import type { CompiledCorridor } from '../../../src/model/compile';
import { months, type WeatherSpec } from '../../../src/model/corridor/corridor';
import { berthTime } from '../../../src/queueing';
import { sampler, stream } from '../../../src/stochastic';
import { hours, movesPerHour, percent, seconds, share, teu, teuPerYear } from '../../../src/units';
import { everyDay } from '../corridors/borderCorridor';
import { noteLedgers, noteStages, worldOf } from '../corridors/handCorridor';
import { portCorridor } from '../corridors/portCorridor';

const HOUR = 3600;
const DAY = 86_400;
/** From the second in which a load enters at Far until it is off Port: a lift of 4 s, and an hour at sea. */
const TO_PORT = 3604;
const rail = { count: 1, rate: movesPerHour(12) };

function atPort(world: CompiledCorridor, measure: string, resource?: string, statistic = 'mean'): number {
  const found = world
    .measures()
    .find(
      (one) =>
        one.measure === measure &&
        one.statistic === statistic &&
        one.of.place === 'Port' &&
        one.of.resource === resource,
    );
  return found?.value ?? Number.NaN;
}

describe("Little's law at a port (Q1): L = λW, exactly over a run that begins and ends empty", () => {
  // 600 ships of one box in 400 h, each for 1.14 h at one of two berths: 85 % in use while they come.
  const data = portCorridor({
    berths: {
      container: { count: 2, cranes: 1, tieUp: { law: 'exponential', mean: hours(1) }, berthing: seconds(100) },
    },
    yard: { capacity: teu(1000), collected: { law: 'exponential', mean: hours(30) } },
  });
  const fleets = { ships: { ...data.fleets.ships, count: 600, carries: teu(1) } };
  const world = worldOf({ ...data, fleets });
  const ledgers = noteLedgers(world);
  const stages = noteStages(world);
  const luck = stream('little at a port', 0, 'arrivals');
  const between = sampler({ law: 'exponential', mean: (400 * HOUR) / 600 });
  for (let ship = 0, second = 0; ship < 600; ship++) {
    second += between.draw(luck);
    world.boxAt('in', Math.round(second), '22G1');
  }
  world.sim.run();
  const { now } = world.sim;
  const sum = (of: (name: string) => number) => [...ledgers.keys()].reduce((all, name) => all + of(name), 0);
  const booked = (cause: string) => sum((name) => ledgers.get(name)?.[`${cause} @Port`] ?? 0);

  it('ships at anchor are ships a second times the wait of each', () => {
    expect([ledgers.size, world.boxes.inside]).toEqual([600, 0]);
    const wait = booked('waiting for a berth') / 600;
    expect(wait).toBeGreaterThan(600);
    expect(atPort(world, 'ships waiting') / ((600 / now) * wait)).toBeCloseTo(1, 12);
    expect((atPort(world, 'wait', 'container berths') * HOUR) / wait).toBeCloseTo(1, 12);
  });

  it('berths in use are ships a second times the time that each holds one', () => {
    // In 100 s, tied up, a lift of 300 s, and 100 s out, when the box is gone already.
    const held = booked('tying up') / 600 + 300 + 100;
    expect((2 * atPort(world, 'use', 'container berths', 'share')) / ((600 / now) * held)).toBeCloseTo(1, 12);
    const over = booked('waiting for a berth') / 600 / held;
    expect(atPort(world, 'wait over service', 'container berths') / over).toBeCloseTo(1, 12);
  });

  it('TEU in the yard are TEU a second times the dwell, which the lift begins; TEU at the port, times the time there', () => {
    // A slot is taken as the lift begins: the box hangs for 300 s and then stands until its truck comes.
    const dwell = 300 + booked('waiting for a truck') / 600;
    expect(atPort(world, 'TEU inside', 'yard') / ((600 / now) * dwell)).toBeCloseTo(1, 12);
    expect((atPort(world, 'dwell', 'laden') * HOUR) / dwell).toBeCloseTo(1, 12);
    const secondOf = (name: string, event: string) =>
      Number(
        stages
          .get(name)
          ?.find((line) => line.startsWith(`${event} Port`))
          ?.split(' ')
          .at(-1),
      );
    const there = sum((name) => secondOf(name, 'leaves') - secondOf(name, 'arrives')) / 600;
    expect(there).toBeGreaterThan(dwell);
    expect(atPort(world, 'TEU inside') / ((600 / now) * there)).toBeCloseTo(1, 12);
  });
});

const rare = Object.fromEntries(months.map((month) => [month, percent(2)])) as WeatherSpec['closedShare'];
const weather = { sea: { closedShare: rare, meanSpell: hours(24) } };

/** A storm of a day at least with open sea for two days before it and five times as long after it. */
function longStorm(world: CompiledCorridor): [number, number] {
  const { begins, ends } = world.stormsOf('sea');
  const i = begins.findIndex((begin, j) => {
    const long = ends[j] - begin;
    return long > DAY && begin - (ends[j - 1] ?? 0) > 2 * DAY && begins[j + 1] - ends[j] > 5 * long;
  });
  expect(i).toBeGreaterThanOrEqual(0);
  return [begins[i], ends[i]];
}

describe('a closure with six ships a day coming and eight handled (Q14)', () => {
  /** A berth where a ship of one box lies for three hours, while it is lifted. */
  const oneBerth = { berths: { container: { count: 1, cranes: 1, tieUp: seconds(0) } } };
  const quay = { count: 1, rate: movesPerHour(1 / 3) };
  const withShips = (data: ReturnType<typeof portCorridor>) => ({
    ...data,
    fleets: { ships: { ...data.fleets.ships, count: 300, carries: teu(1) } },
  });
  const comes = (shuts: number, j: number) => shuts + 4 * HOUR * j;

  function closure(world: CompiledCorridor, shuts: number, came: number) {
    const ledgers = noteLedgers(world);
    for (let j = 0; j < came; j++) world.boxAt('in', comes(shuts, j) - TO_PORT, '22G1');
    world.sim.run();
    expect(world.boxes.inside).toBe(0);
    const booked = (cause: string) =>
      Array.from({ length: came }, (_, j) => ledgers.get(`i${j + 1}`)?.[`${cause} @Port`] ?? 0);
    const [shift, storm, berth] = ['waiting for a shift', 'waiting for weather', 'waiting for a berth'].map(booked);
    return { shift, storm, berth, waits: shift.map((one, j) => one + storm[j] + berth[j]) };
  }

  it('by the shifts of the quay cranes, of four days: 24 ships wait, it clears in 12 days and costs 192 ship-days', () => {
    const shifts = { shifts: everyDay('00:00-24:00', { '2024-01-11..2024-01-14': 'closed' }) };
    const data = portCorridor({ ...oneBerth, cranes: { quay: { ...quay, calendar: 'shifts' }, rail } });
    const world = worldOf({ ...withShips(data), calendars: shifts });
    const { shift, berth, waits } = closure(world, 10 * DAY, 200);
    // By hand: ship j comes 4j hours after the closing and begins 96 + 3j hours after it; ship 96 is the first not to wait.
    expect(waits).toEqual(Array.from({ length: 200 }, (_, j) => Math.max(0, 96 - j) * HOUR));
    // The first lies alongside and waits for the shift, the others at anchor and wait for the berth.
    expect([shift[0], berth[0], Math.max(...shift.slice(1))]).toEqual([96 * HOUR, 0, 0]);
    // Source: fluid queue. λT = 24 wait at most; λT/(μ − λ) = 12 days to clear; ½ · 24 · (4 + 12) = 192 ship-days.
    expect(atPort(world, 'ships waiting', undefined, 'max')).toBe(24);
    expect(comes(0, 96)).toBe(4 * DAY + (24 / (8 - 6)) * DAY);
    // The fluid comes evenly between two ships, so of the 96 each waits half an hour less in it, as the wait falls by an hour.
    expect(waits.reduce((a, b) => a + b) / DAY - 192).toBe((96 * 0.5) / 24);
  });

  it('by a storm of T days: it clears in 3 T and costs 12 T² ship-days; the wave waits for weather, then for the berth', () => {
    const data = withShips(portCorridor({ ...oneBerth, cranes: { quay, rail }, weather: 'sea' }));
    const world = worldOf({ ...data, weather });
    const [shuts, opens] = longStorm(world);
    const long = opens - shuts;
    // All that wait, and a few more before the next storm.
    const came = Math.ceil(long / HOUR) + 5;
    const { storm, berth, waits } = closure(world, shuts, came);
    // By hand: ship j comes 4j hours after the storm began and begins three hours after the one before it.
    const expected = Array.from({ length: came }, (_, j) => Math.max(0, long - j * HOUR));
    expect(waits).toEqual(expected);
    expect(storm).toEqual(expected.map((_, j) => Math.max(0, long - 4 * HOUR * j)));
    expect(berth[0]).toBe(0);
    const first = waits.indexOf(0);
    // Source: fluid queue, λT/(μ − λ) = 3 T; the first ship that need not wait comes within the four hours after that.
    const clears = comes(0, first) - long;
    expect(clears).toBeGreaterThanOrEqual(3 * long);
    expect(clears).toBeLessThan(3 * long + 4 * HOUR);
    // λT²/2 · μ/(μ − λ) = 12 T². Of n ships that wait each waits half an hour longer, but for the last step, of up to an hour.
    const shipDays = waits.reduce((a, b) => a + b) / DAY;
    expect(Math.abs(shipDays - 12 * (long / DAY) ** 2 - (first * 0.5) / 24)).toBeLessThan(1 / 24);
    // λT at anchor, as the fluid says, but for the ship that is coming and the one alongside.
    expect(Math.abs(atPort(world, 'ships waiting', undefined, 'max') - (6 * long) / DAY)).toBeLessThanOrEqual(1);
  });
});

describe("a ship's way there and back, to the second (Q16)", () => {
  /*
   * One ship of 6 TEU. Three boxes of 40 ft come in at Far, six of 20 ft at Port while the ship is at sea. Alongside in 200 s,
   * tied up in 600 s, two cranes with 300 s a lift, out in 200 s. From `came`, its arrival at Port: lifts from 800 on; boxes
   * are down at 1100, 1100 and 1400; the load is aboard two by two at 1700, 2000 and 2300; it is out at 2500; an hour at sea
   * and 4 s for the lifts at Far: 6104.
   */
  const tied = { count: 1, cranes: 2, tieUp: seconds(600), berthing: seconds(200) };
  const data = portCorridor({ berths: { container: tied }, weather: 'sea' });
  const all = { ...data, weather, fleets: { ships: { ...data.fleets.ships, count: 1 } } };

  /** The ship comes so many seconds before the storm begins. */
  function voyage(before: number) {
    const world = worldOf(all);
    const [begins, ends] = longStorm(world);
    const stages = noteStages(world);
    const ledgers = noteLedgers(world);
    const came = begins - before;
    for (let i = 0; i < 3; i++) world.boxAt('in', came - TO_PORT, '45G1');
    for (let i = 0; i < 6; i++) world.boxAt('out', came - 1000, '22G1');
    world.sim.run();
    const at = (event: string) =>
      [...stages.values()]
        .flat()
        .filter((line) => line.startsWith(event))
        .map((line) => Number(line.split(' ').at(-1)) - came);
    return { at, ledgers, long: ends - begins };
  }

  it('in calm weather', () => {
    const { at, ledgers } = voyage(20 * HOUR);
    expect(at('arrives Port')).toEqual([0, 0, 0]);
    expect(at('unloaded Port')).toEqual([1100, 1100, 1400]);
    expect(at('loaded Port')).toEqual([1700, 1700, 2000, 2000, 2300, 2300]);
    expect(at('departs Port')).toEqual(Array(6).fill(2500));
    expect(at('leaves Far')).toEqual(Array(6).fill(6104));
    expect(ledgers.get('o6')).toEqual({
      'waiting for a vessel @Port': 1000 + 1400,
      'loading a ship @Port': 900,
      'tying up @Port': 200,
      'moving @sea': 3600,
      'unloading a ship @Far': 4,
    });
  });

  it('with a storm that begins 200 s into the first lifts: they are finished, the third box waits, all later by that', () => {
    const { at, ledgers, long } = voyage(1000);
    // The lifts under way are down 100 s into the storm; the rest is later by what is left of it.
    const later = long - 100;
    expect(at('unloaded Port')).toEqual([1100, 1100, 1400 + later]);
    expect(at('loaded Port')).toEqual([1700, 1700, 2000, 2000, 2300, 2300].map((second) => second + later));
    expect(at('leaves Far')).toEqual(Array(6).fill(6104 + later));
    expect(ledgers.get('i3')).toEqual({
      'loading a ship @Far': 4,
      'moving @sea': 3600,
      'tying up @Port': 800,
      'unloading a ship @Port': 600,
      'waiting for weather @Port': later,
    });
  });

  it('with a storm that begins as the ship is going out: it is out already, and what is at sea sails on', () => {
    const { at } = voyage(2400);
    expect(at('departs Port')).toEqual(Array(6).fill(2500));
    expect(at('leaves Far')).toEqual(Array(6).fill(6104));
  });

  it('with a storm that begins during the last lifts: loaded, it is held alongside until the port opens', () => {
    const { at, ledgers, long } = voyage(2200);
    expect(at('loaded Port').slice(-2)).toEqual([2300, 2300]);
    expect(at('departs Port')).toEqual(Array(6).fill(2200 + long + 200));
    expect(at('leaves Far')).toEqual(Array(6).fill(2200 + long + 200 + 3604));
    expect(ledgers.get('o1')?.['waiting for weather @Port']).toBe(long - 100);
  });
});

describe('berths that 500 calls of 600 TEU come to in 8,400 hours (P1)', () => {
  const CALLS = 500;
  const WINDOW = 8400 * HOUR;
  const BOXES = 375;
  /** 375 moves at 35.2 an hour, and three hours tied up: 13.653 h, as planners reckon. */
  const alongside =
    berthTime({ movesPerCall: BOXES, cranes: 2, movesPerHour: 22, efficiency: 0.8, hoursTiedUp: 3 }).atBerth * HOUR;
  const planned = (berths: number) => (CALLS * alongside) / (berths * WINDOW);
  /** A lift takes 204.5 s, in whole seconds 205; two cranes take 188 turns for 375 boxes, the last for one of them. */
  const LIFT = Math.round(HOUR / (22 * 0.8));
  const byHand = Math.ceil(BOXES / 2) * LIFT + 3 * HOUR;

  function port(count: number, demand: number): CompiledCorridor {
    const quay = { count: 4, rate: movesPerHour(22), efficiency: percent(80) };
    const data = portCorridor({ berths: { container: { count, cranes: 2, tieUp: hours(3) } }, cranes: { quay, rail } });
    return worldOf(
      {
        ...data,
        start: '2025-01-01',
        fleets: { ships: { ...data.fleets.ships, count: 60, carries: teu(600) } },
        flows: {
          in: { ...data.flows.in, demand: teuPerYear(demand), boxes: { '22G1': percent(40), '45G1': share(0.6) } },
        },
      },
      365,
    );
  }

  it.each([
    [1, '0.8127'],
    [2, '0.4064'],
  ])('in rotation, with %i: %s in use, but for whole seconds and the odd last lift', (count, published) => {
    expect(planned(count).toFixed(4)).toBe(published);
    const world = port(count, 0);
    // 150 boxes of 1 TEU and 225 of 2: the last of them fills the ship.
    const every = WINDOW / CALLS;
    for (let call = 0; call < CALLS; call++)
      for (let i = 0; i < BOXES; i++) world.boxAt('in', call * every, i < 150 ? '22G1' : '45G1');
    // The first ship is at Port when 63 turns of six cranes at Far, of 4 s, and the hour at sea are over.
    const first = Math.ceil(BOXES / 6) * 4 + HOUR;
    world.sim.run({ until: first });
    world.startMeasuring();
    world.sim.run({ until: first + WINDOW });
    const use = atPort(world, 'use', 'container berths', 'share');
    expect(use).toBeCloseTo((CALLS * byHand) / (count * WINDOW), 12);
    // Against the formula: half a second a turn at most, and one turn more than half as many lifts.
    const off = ((BOXES / 2) * 0.5 + LIFT / 2) / alongside;
    expect(off).toBeLessThan(0.01);
    expect(Math.abs(use / planned(count) - 1)).toBeLessThan(off);
    expect(atPort(world, 'wait', 'container berths')).toBe(0);
  });

  it.each([1, 2])('at random, with %i: as much in use, within four standard deviations of what comes', (count) => {
    // So much in a year of 365 days that 300,000 TEU come in 8,400 h.
    const world = port(count, (CALLS * 600 * 365 * 24) / 8400);
    const warm = 10 * DAY;
    world.sim.run({ until: warm });
    world.startMeasuring();
    world.sim.run({ until: warm + WINDOW });
    const use = atPort(world, 'use', 'container berths', 'share');
    /*
     * Boxes come as a Poisson stream of 187,500 expected, of 1 TEU (40 %) or 2: their TEU have a variance of
     * n · (0.4 + 0.6 · 4). A ship takes 599 or 600 TEU, about as many boxes a TEU, so seconds of berths follow the TEU.
     * Four standard deviations are passed once in 15,800. Edges: a load that grows at Far or ships at anchor make a call and
     * the fewest ones in line more or less, at either end; and turns of cranes as above, here with either parity.
     */
    const n = CALLS * BOXES;
    const sd = Math.sqrt(n * (0.4 + 0.6 * 4)) / (CALLS * 600);
    const edges = 4 / CALLS;
    const turns = ((BOXES / 2) * 0.5 + LIFT / 2) / alongside;
    expect(4 * sd + edges + turns).toBeLessThan(0.03);
    expect(Math.abs(use / planned(count) - 1)).toBeLessThan(4 * sd + edges + turns);
  });
});

describe('the peak factor of a yard that ships empty', () => {
  /*
   * A box of 1 TEU comes an hour; the last of a period of P hours fills the ship, whose six cranes take all away in P / 6 turns
   * of 4 s. So the yard holds h + 1 TEU in hour h = 0 … P − 2; in the last hour what the ship has not taken yet: before turn
   * t = 0, 1, …, P − 6t. 95 % of the time it holds what it does in hour 0.95 P at most: the seconds of the lifts change none.
   * 140 days; the busiest 5 % of them are 7.
   */
  const DAYS = 140;
  const upTo = (hour: number) => (hour * (hour + 1)) / 2;
  const taking = (period: number) =>
    Array.from({ length: period / 6 }, (_, turn) => 4 * (period - 6 * turn)).reduce((a, b) => a + b) / HOUR;
  /** The mean of the last day of a period, in whose last hour the ship leaves, and of the day before. */
  const lastDay = (period: number) => (upTo(period - 1) - upTo(period - 24) + taking(period)) / 24;
  const dayBefore = (period: number) => (upTo(period - 24) - upTo(period - 48)) / 24;

  it.each([
    // Seven of the twenty last days.
    ['every week', 168, lastDay(168), 159, '1.79'],
    // The last day has an hour with next to nothing in it, so all five days before a last one, 636.5 TEU, and two last ones, 632.6.
    ['every four weeks', 672, (5 * dayBefore(672) + 2 * lastDay(672)) / 7, 638, '1.89'],
  ])('is what the sawtooth says by hand, a ship %s', (_, period, busiest, p95, published) => {
    const berths = { container: { count: 2, cranes: 6, tieUp: seconds(0) } };
    const data = portCorridor({ berths, cranes: { quay: { count: 6, rate: movesPerHour(900) }, rail } });
    const fleets = { ships: { ...data.fleets.ships, carries: teu(period) } };
    const world = worldOf({ ...data, fleets }, DAYS);
    for (let hour = 0; hour < DAYS * 24; hour++) world.boxAt('out', hour * HOUR, '22G1');
    world.startMeasuring();
    world.sim.run({ until: DAYS * DAY });
    const mean = (upTo(period - 1) + taking(period)) / period;
    expect((busiest / mean).toFixed(2)).toBe(published);
    expect(atPort(world, 'TEU inside', 'yard')).toBeCloseTo(mean, 9);
    expect(atPort(world, 'busiest days', 'yard')).toBeCloseTo(busiest, 9);
    expect(atPort(world, 'peak factor', 'yard')).toBeCloseTo(busiest / mean, 9);
    expect(atPort(world, 'TEU inside', 'yard', 'p95')).toBe(p95);
    expect(atPort(world, 'TEU inside', 'yard', 'max')).toBe(period);
  });
});
