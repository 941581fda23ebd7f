// Trains that form: how long boxes wait for a train to fill or to leave by the clock, and how many boxes a train takes.
import { describe, expect, it } from 'vitest';
import { CompiledCorridor } from '../../../src/model/compile';
import { capacityOf } from '../../../src/model/corridor/capacity/unitCapacity';
import type { CorridorData, LeavesWhen, LineSpec } from '../../../src/model/corridor/corridor';
import type { FleetSpec } from '../../../src/model/corridor/data/fleetSpec';
import { Run } from '../../../src/model/replicate';
import { Clock, DAY } from '../../../src/model/time/clock';
import { days, hours, km, kmPerHour, percent, teu, teuPerYear, tonnes } from '../../../src/units';
import { hoursBooked } from '../corridors/booked';
import { borderCorridor } from '../corridors/borderCorridor';

/** Boxes of 1 TEU from East to West, so many a day at random, by trains that leave when the test says. */
function trains(
  leaves: LeavesWhen,
  perDay: number,
  fleet: Partial<FleetSpec> = {},
  more: Partial<CorridorData> = {},
): CorridorData {
  return {
    ...borderCorridor({}, { perYear: perDay * 365 }),
    services: { train: { on: ['near', 'far'], fleet: 'sets', leaves } },
    fleets: { sets: { count: 400, carries: teu(40), ...fleet } },
    ...more,
  };
}

/** Hours a box of the first flow with boxes waits for what, on average, one number a replication. */
function waits(data: CorridorData, cause: string, replications: number, span: number): number[] {
  return Array.from({ length: replications }, (_, replication) => {
    const { journeys, cells } = new Run(data, { seed: 'formation', replication, days: span }).finish();
    const first = journeys.find((one) => one.boxes > 0) as (typeof journeys)[number];
    return hoursBooked(first, cells, (cell) => cell.cause === cause);
  });
}

function meanAndError(values: readonly number[]): [number, number] {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1));
  return [mean, sd / Math.sqrt(values.length)];
}

describe('a box waits for its train', () => {
  it('to fill, for (N − 1) ÷ 2λ', () => {
    // N 40 boxes, λ 48 a day, 2 an hour: 9.75 h.
    const [mean, error] = meanAndError(waits(trains({ full: true }, 48), 'train to fill', 20, 400));
    // Student, 19 degrees of freedom, 3.88: a false alarm once in 1,000.
    expect(Math.abs(mean - 39 / 4)).toBeLessThan(3.88 * error);
    expect(error).toBeLessThan(0.01 * mean);
  });

  it('to leave by the clock, for half the time between two departures, where there is room for all', () => {
    const data = trains({ full: true, every: hours(12) }, 24);
    const [mean, error] = meanAndError(waits(data, 'train to fill', 20, 400));
    expect(Math.abs(mean - 6)).toBeLessThan(3.88 * error);
    expect(error).toBeLessThan(0.01 * mean);
  });
});

describe('a timetable', () => {
  const timetable = (times: Record<string, string>, timeZone = 'Asia/Almaty') => ({ East: { timeZone, times } });
  const leaving = (data: CorridorData, boxes: readonly number[], until: number) => {
    const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 60), 'times', 0);
    const seen: [number, number][] = [];
    const { departs } = world;
    world.departs = (unit) => {
      if (world.units.aboard.count[unit] > 0) seen.push([world.sim.now, world.units.aboard.count[unit]]);
      departs.call(world, unit);
    };
    for (const second of boxes) world.boxAt('westbound', second, '22G1');
    world.sim.run({ until });
    return { seen, world };
  };

  it('is of the clocks at the place: 20:00 at Almaty is 14:00 by UTC until its zone changed, and 15:00 after', () => {
    const data = {
      ...trains({ full: true, timetable: timetable({ daily: '20:00' }) }, 0),
      start: '2024-02-28',
    };
    const { seen } = leaving(data, [0, DAY, 2 * DAY, 3 * DAY], 4 * DAY);
    // 28 and 29 February: UTC+6; from 1 March on UTC+5.
    expect(seen.map(([at]) => at)).toEqual([14, 24 + 14, 48 + 15, 72 + 15].map((hour) => hour * 3600));
  });

  it('has its weekdays: a box of Wednesday leaves on Friday', () => {
    // 1 January 2025 was a Wednesday.
    const data = trains({ full: true, timetable: timetable({ mon: '08:00', fri: '08:00 and 20:00' }, 'UTC') }, 0);
    const { seen, world } = leaving(data, [3600, 2 * DAY + 9 * 3600], 8 * DAY);
    expect(seen).toEqual([
      [2 * DAY + 8 * 3600, 1],
      [2 * DAY + 20 * 3600, 1],
    ]);
    const skipped = world.measures().find(({ measure }) => measure === 'departures skipped');
    // Monday, 6 January, found nobody.
    expect(skipped).toMatchObject({ value: 1, of: { place: 'East', resource: 'train' } });
  });

  it('skips a departure for which less than the least load waits, and takes no more than a train holds', () => {
    const daily = { full: true, least: teu(3), timetable: timetable({ daily: '12:00' }, 'UTC') };
    const data = trains(daily, 0, { carries: teu(5) });
    // Two boxes on the first day, five more on the second, four on the fourth: none, five, two are too few, five of six.
    const boxes = [1, 2, DAY, DAY, DAY, DAY, DAY, 3 * DAY, 3 * DAY, 3 * DAY, 3 * DAY];
    const { seen, world } = leaving(data, boxes, 4 * DAY);
    expect(seen).toEqual([
      [DAY + DAY / 2, 5],
      [3 * DAY + DAY / 2, 5],
    ]);
    expect(world.measures().find(({ measure }) => measure === 'departures skipped')?.value).toBe(2);
  });

  it('books the wait to the departure once the load is full, and to platforms once the departure has come', () => {
    const data = trains({ full: true, timetable: timetable({ daily: '12:00' }, 'UTC') }, 0, {
      carries: teu(2),
      count: 1,
    });
    const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 60), 'times', 0);
    for (const hour of [1, 3, 5, 6]) world.boxAt('westbound', hour * 3600, '22G1');
    const part = (box: number, cause: string) =>
      world.ledger.row(box)[world.ledger.cells.findIndex((cell) => cell.cause === cause)] / 3600;
    // The only set leaves at noon with the first two and is back after an hour under way there and back.
    world.sim.run({ until: 12 * 3600 });
    world.sim.run({ until: 12 * 3600 + 1 });
    expect([part(0, 'train to fill'), part(0, 'waiting for its departure')]).toEqual([2, 9]);
    expect([part(2, 'train to fill'), part(2, 'waiting for its departure')]).toEqual([1, 0]);
    world.sim.run({ until: 2 * DAY });
    // The departure of the next day finds the set.
    expect(world.boxes.inside).toBe(0);
  });

  it('goes on from a copy as it would have', () => {
    const data = trains({ full: true, least: teu(4), timetable: timetable({ daily: '06:00 and 18:00' }) }, 12);
    const options = { seed: 'copy', replication: 0, days: 90 };
    const run = new Run(data, options);
    run.until(17 * DAY + 1234);
    const copy = run.save();
    const whole = run.finish();
    const anew = new Run(data, options);
    anew.restore(copy);
    expect(anew.finish().hash).toBe(whole.hash);
  });
});

describe('what a train takes', () => {
  const line = (extra: Partial<LineSpec>): LineSpec => ({
    between: ['East', 'Gate'],
    mode: 'rail',
    gauge: 1520,
    length: km(10),
    speed: kmPerHour(40),
    ...extra,
  });
  const loaded = (extra: Partial<LineSpec>, fleet: Partial<FleetSpec>, weight?: number) => {
    const data = trains({ full: true }, 10, { carries: teu(124), ...fleet });
    return {
      ...data,
      lines: { near: line(extra), far: line({ between: ['Gate', 'West'] }) },
      flows: { westbound: { ...data.flows.westbound, ...(weight === undefined ? {} : { tonnes: tonnes(weight) }) } },
    };
  };

  it('is the least of slots, length and tonnes', () => {
    const platform = { length: km(0.0142), carries: teu(2) };
    expect(capacityOf(loaded({}, { platform }), 'train')).toEqual({ teu: 124, by: 'slots' });
    // 0.85 km of platforms of 14.2 m: 59 of them.
    expect(capacityOf(loaded({ longest: km(0.85) }, { platform }), 'train')).toEqual({ teu: 118, by: 'length' });
    // 1,200 t at 12 t a TEU.
    expect(capacityOf(loaded({ longest: km(0.85), heaviest: tonnes(1200) }, { platform }, 12), 'train')).toEqual({
      teu: 100,
      by: 'tonnes',
    });
  });

  it('makes two trains of 62 and 61 boxes out of three of 41 from China', () => {
    // Source: A038: three 41-box trains on 1435 mm leave as two of 61 and 62 on 1520 mm.
    const rail = { mode: 'rail', length: km(10), speed: kmPerHour(40) } as const;
    const data: CorridorData = {
      ...borderCorridor(
        {
          gaugeChange: {
            tracks: { 1435: 3, 1520: 3 },
            cranes: 6,
            rate: 20 as never,
            each: 3,
            buffer: teu(400),
            shunting: hours(1),
          },
        },
        { perYear: 0 },
      ),
      lines: {
        near: { ...rail, between: ['East', 'Gate'], gauge: 1435 },
        far: { ...rail, between: ['Gate', 'West'], gauge: 1520 },
      },
      services: {
        china: { on: 'near', fleet: 'china', leaves: { full: true } },
        steppe: { on: 'far', fleet: 'steppe', leaves: { full: true, longestWait: days(2) } },
      },
      fleets: { china: { count: 6, carries: teu(82) }, steppe: { count: 6, carries: teu(124) } },
    };
    const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 30), 'three to two', 0);
    const trainsOut: number[] = [];
    const { departs } = world;
    world.departs = (unit) => {
      const service = world.services[world.units.service[unit]];
      if (service.id === 'steppe' && world.units.aboard.count[unit] > 0) trainsOut.push(world.units.aboard.count[unit]);
      departs.call(world, unit);
    };
    for (let i = 0; i < 3 * 41; i++) world.boxAt('westbound', 60 * i, '45G1');
    world.sim.run({ until: 10 * DAY });
    expect(trainsOut).toEqual([62, 61]);
  });
});

describe('300,000 TEU a year one way', () => {
  it('are 2,419 trains of 62 FEU, 6.63 a day', () => {
    // Source: R4. Trainloads come at random, so their number in a year is Poisson: 3.9 standard deviations, once in 10,000.
    const base = trains({ full: true }, 1, { carries: teu(124), count: 60 });
    const westbound = {
      ...base.flows.westbound,
      demand: teuPerYear(300_000),
      boxes: { '45G1': percent(100) },
      lot: teu(124),
    };
    const data = { ...base, flows: { westbound } } as CorridorData;
    const { measures } = new Run(data, { seed: 'R4', replication: 0 }).finish();
    const of = (measure: string) =>
      measures.find((one) => one.measure === measure && one.of.place === 'East' && one.of.resource === 'train')
        ?.value as number;
    expect(Math.abs(of('departures') - 300_000 / 124)).toBeLessThan(3.9 * Math.sqrt(300_000 / 124));
    expect(of('load')).toBe(124);
    expect(300_000 / 124 / 365).toBeCloseTo(6.63, 2);
  });
});

describe('a fleet', () => {
  it('grows and shrinks on a day: sets join at the first end, and stop when they stand free', () => {
    const data = trains({ full: true }, 60, { carries: teu(1), count: 2 });
    const later = (count: number) => ({ ...data, fleets: { sets: { ...data.fleets.sets, count } } });
    const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 60), 'fleet', 0, undefined, [
      { from: '2025-01-11', data: later(9) },
      { from: '2025-01-21', data: later(1) },
    ]);
    const trips = (day: number) => {
      world.sim.run({ until: day * DAY });
      const before =
        world.measures().find(({ measure, of }) => measure === 'departures' && of.place === 'East')?.value ?? 0;
      world.sim.run({ until: (day + 1) * DAY });
      const after =
        world.measures().find(({ measure, of }) => measure === 'departures' && of.place === 'East')?.value ?? 0;
      return after - before;
    };
    // There and back is an hour: 24 trips of each set a day, as long as boxes wait; 60 come a day.
    expect(trips(8)).toBe(48);
    expect(trips(10)).toBeGreaterThan(150);
    expect(trips(22)).toBe(24);
    world.audit();
  });
});
