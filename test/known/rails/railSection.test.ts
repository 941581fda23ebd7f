// Rail sections: pairs a day on single track (R2), opposing trains, priorities (Q9) and works, against what is known of them.
import { describe, expect, it } from 'vitest';
import { CompiledCorridor } from '../../../src/model/compile';
import type { CorridorData, LineSpec } from '../../../src/model/corridor/corridor';
import { pathsOf } from '../../../src/model/corridor/figures/linePaths';
import { Run } from '../../../src/model/replicate';
import { Clock, DAY } from '../../../src/model/time/clock';
import { days, km, kmPerHour, minutes, pathsPerDay, percent, share, teu, teuPerYear } from '../../../src/units';
import { hoursBooked } from '../corridors/booked';

/** Trains of one box over one line between two hinterlands, so many a day each way at random. */
function section(
  line: Partial<LineSpec>,
  perDay: readonly [number, number],
  more: Partial<CorridorData> = {},
): CorridorData {
  const train = { on: 'line', leaves: { full: true } } as const;
  const flow = { boxes: { '22G1': percent(100) } } as const;
  return {
    keruen: 'scenario@1',
    id: 'section',
    title: 'One section',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(10),
    places: { East: { kind: 'hinterland', at: [45, 83] }, West: { kind: 'hinterland', at: [45, 81] } },
    lines: { line: { between: ['East', 'West'], mode: 'rail', length: km(100), speed: kmPerHour(50), ...line } },
    services: { first: { ...train, fleet: 'first', priority: 0 }, second: { ...train, fleet: 'second', priority: 2 } },
    fleets: { first: { count: 600, carries: teu(1) }, second: { count: 600, carries: teu(1), speed: kmPerHour(49) } },
    flows: {
      west: { from: 'East', to: 'West', demand: teuPerYear(365 * perDay[0]), ...flow },
      east: { from: 'West', to: 'East', demand: teuPerYear(365 * perDay[1]), ...flow },
    },
    ...more,
  };
}

/** A limiting section that a train passes in so many minutes, with so many of stations a pair. */
const singleOf = (running: number, stations: number, reliability = 1) => ({
  section: km(running),
  speed: kmPerHour(60),
  stations: minutes(stations),
  reliability: share(reliability),
});

/** When and in which direction each train sets out, over so many days. */
function departures(data: CorridorData, replication: number, span: number): { at: number; direction: number }[] {
  const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, span), 'section', replication);
  const seen: { at: number; direction: number }[] = [];
  const { leavesPlace } = world;
  world.leavesPlace = (unit, place) => {
    seen.push({ at: world.sim.now, direction: place });
    leavesPlace.call(world, unit, place);
  };
  world.sim.run({ until: span * DAY });
  return seen;
}

describe('a single-track section', () => {
  // Source: R2, 1520 mm practice. Period 55 min: 1440 ÷ 55 = 26.18 pairs; with 75 min for the track and .93: 23.08.
  it('has 26 pairs a day of a period of 55 minutes, and 23 in use with 75 minutes for the track and a reliability of .93', () => {
    const spec = { single: singleOf(23.5, 8) } as LineSpec;
    expect(pathsOf(spec, 1).perDay).toBeCloseTo(1440 / 55, 9);
    expect(Math.floor(pathsOf(spec, 1).perDay)).toBe(26);
    const inUse = { single: singleOf(23.5, 8, 0.93) } as LineSpec;
    expect(pathsOf(inUse, 1 - 75 / 1440).perDay).toBeCloseTo(((1440 - 75) * 0.93) / 55, 9);
    expect(Math.floor(pathsOf(inUse, 1 - 75 / 1440).perDay)).toBe(23);
    // Source: Scott: 1440 · E ÷ (T + t) trains both ways, so half as many pairs; T 23.5 min, t 4 min, E .75.
    const scott = (1440 * 0.75) / (23.5 + 4) / 2;
    expect(pathsOf({ single: singleOf(23.5, 8, 0.75) } as LineSpec, 1).perDay).toBeCloseTo(scott, 9);
  });

  it('passes just so many pairs where trains wait at both ends, one from either side in turn', () => {
    const seen = departures(section({ single: singleOf(23.5, 8) }, [60, 60]), 0, 40);
    // Both lines are never empty after the first days: 30 days of 1440 ÷ 55 pairs, to the train.
    const saturated = seen.filter(({ at }) => at >= 10 * DAY && at < 40 * DAY);
    expect(Math.abs(saturated.length - (2 * 30 * 1440) / 55)).toBeLessThanOrEqual(1);
    for (const [i, { at }] of saturated.entries()) if (i > 0) expect(at - saturated[i - 1].at).toBe(27.5 * 60);
  });

  it('gives the rest of its pairs to others once passenger trains have taken theirs', () => {
    const line = { single: singleOf(23.5, 8), passenger: pathsPerDay(6) };
    const seen = departures(section(line, [60, 60]), 0, 40).filter(({ at }) => at >= 10 * DAY);
    // A train keeps the section for a whole number of seconds: half a second at most is lost a train, 2 in 100,000.
    const pairs = 1440 / 55 - 6;
    expect(Math.abs(seen.length / 60 - pairs)).toBeLessThan(pairs * 2e-4 + 1 / 60);
  });

  it('never has two trains on it that meet, whatever comes from either side', () => {
    for (let replication = 0; replication < 5; replication++) {
      const seen = departures(section({ single: singleOf(23.5, 8) }, [14, 9]), replication, 200);
      expect(seen.length).toBeGreaterThan(4000);
      // A train is on the section for its running time; the next, from either side, sets out when the stations are ready.
      for (const [i, { at }] of seen.entries())
        if (i > 0) expect(at - seen[i - 1].at).toBeGreaterThanOrEqual(23.5 * 60);
    }
  });
});

describe('a section with paths', () => {
  it('lets trains of the higher priority go first, with the waits that Cobham tells', () => {
    // Source: Q9, A. Cobham, Priority assignment in waiting line problems, Operations Research 2 (1954). Paths of an hour (24 a day)
    // one way, random trains: of the first kind 7.2 a day, of the second 9.6. R = ½ Σ λ S² = 0.35 h; W1 = R ÷ (1 − .3) = .5 h;
    // W2 = R ÷ ((1 − .3)(1 − .7)) = 1.6667 h.
    const one = { boxes: { '22G1': percent(100) } } as const;
    const data = section({ paths: pathsPerDay(24), speed: undefined }, [1, 1], {
      places: {
        East: { kind: 'hinterland', at: [45, 83] },
        Gate: { kind: 'junction', at: [45, 82] },
        North: { kind: 'hinterland', at: [45, 81] },
        South: { kind: 'hinterland', at: [44, 81] },
      },
      lines: {
        line: { between: ['East', 'Gate'], mode: 'rail', length: km(10), speed: kmPerHour(50), paths: pathsPerDay(24) },
        north: { between: ['Gate', 'North'], mode: 'rail', length: km(10), speed: kmPerHour(50) },
        south: { between: ['Gate', 'South'], mode: 'rail', length: km(10), speed: kmPerHour(50) },
      },
      services: {
        first: { on: ['line', 'north'], fleet: 'first', leaves: { full: true }, priority: 0 },
        second: { on: ['line', 'south'], fleet: 'second', leaves: { full: true }, priority: 2 },
      },
      fleets: { first: { count: 900, carries: teu(1) }, second: { count: 900, carries: teu(1) } },
      flows: {
        first: { from: 'East', to: 'North', demand: teuPerYear(365 * 7.2), ...one },
        second: { from: 'East', to: 'South', demand: teuPerYear(365 * 9.6), ...one },
      },
    });
    const runs = Array.from({ length: 20 }, (_, replication) => {
      const world = new Run(data, { seed: 'cobham', replication, days: 1460 });
      const { journeys, cells } = world.finish();
      return journeys.map((flow) => hoursBooked(flow, cells, ({ cause }) => cause === 'waiting for a path'));
    });
    for (const [flow, theory] of [0.5, 0.35 / (0.7 * 0.3)].entries()) {
      const means = runs.map((run) => run[flow]);
      const mean = means.reduce((a, b) => a + b, 0) / means.length;
      const sd = Math.sqrt(means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (means.length - 1));
      // Empty sets go back at once and never ask for paths of this direction. Student, 19 degrees of freedom, 4.19: a false alarm
      // once in 2,000 for each of the two.
      expect(Math.abs(mean - theory)).toBeLessThan((4.19 * sd) / Math.sqrt(means.length));
      expect(sd / Math.sqrt(means.length)).toBeLessThan(0.04 * theory);
    }
  });

  it('is still while there are works on it: a train that comes then sets out when they end, the next a path later', () => {
    const night = { timeZone: 'UTC', hours: { daily: '06:00-22:00' } };
    const data = section({ paths: pathsPerDay(24), calendar: 'night' }, [0, 0], {
      calendars: { night },
      warmUp: days(0),
    });
    const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 10), 'works', 0);
    const seen: number[] = [];
    const { leavesPlace } = world;
    world.leavesPlace = (unit, place) => {
      if (place === 0) seen.push(world.sim.now);
      leavesPlace.call(world, unit, place);
    };
    // At 21:30 two trains: the second would find its path at 22:30, but at 22:00 the works begin. At 23:00 a third.
    for (const hour of [21.5, 21.5, 23, 31.5]) world.boxAt('west', hour * 3600, '22G1');
    world.sim.run({ until: 30 * 3600 });
    const causes = () => world.ledger.cells.map(({ cause }, i) => [cause, world.ledger.row(1)[i]] as const);
    expect(seen).toEqual([21.5 * 3600]);
    world.sim.run({ until: 30 * 3600 + 1 });
    expect(seen).toEqual([21.5 * 3600, 30 * 3600]);
    expect(Object.fromEntries(causes())).toMatchObject({
      'waiting for a path': 1800,
      'waiting for works on the line': 8 * 3600,
    });
    world.sim.run({ until: 48 * 3600 });
    expect(seen).toEqual([21.5 * 3600, 30 * 3600, 31 * 3600, 32 * 3600]);
  });

  it('goes on from a copy as it would have, with trains in line and works under way', () => {
    const night = { timeZone: 'UTC', hours: { daily: '06:00-22:00' } };
    const data = section({ single: singleOf(23.5, 8), calendar: 'night' }, [16, 9], { calendars: { night } });
    const options = { seed: 'copy', replication: 0, days: 60 };
    const run = new Run(data, options);
    run.until('2025-02-01');
    run.until(run.world.sim.now + 3600 * 2);
    const copy = run.save();
    const whole = run.finish();
    run.restore(copy);
    expect(run.finish().hash).toBe(whole.hash);
    const anew = new Run(data, options);
    anew.restore(copy);
    expect(anew.finish().hash).toBe(whole.hash);
  });

  it('is doubled on a day: single until then, and from then on a path each way', () => {
    const before = section({ single: singleOf(23.5, 8) }, [60, 60]);
    const after = { ...before, lines: { line: { ...before.lines.line, single: undefined, paths: pathsPerDay(60) } } };
    const clock = new Clock(before.start, before.warmUp, 40);
    const world = new CompiledCorridor(before, clock, 'doubled', 0, undefined, [
      { from: '2025-01-11', data: after as CorridorData },
    ]);
    let trains = 0;
    const { leavesPlace } = world;
    world.leavesPlace = (unit, place) => {
      trains++;
      leavesPlace.call(world, unit, place);
    };
    world.sim.run({ until: 20 * DAY });
    const single = trains;
    world.sim.run({ until: 21 * DAY });
    // On the day after, both lines of trains that waited leave at 60 a day each.
    expect(trains - single).toBe(120);
    expect(Math.abs(single - (20 * 2 * 1440) / 55)).toBeLessThan(60);
  });
});
