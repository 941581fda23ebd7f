// Laws of services that call on the way, whatever their calls, rules, ships and boxes: nothing lost, every second booked, copies.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Snapshot } from '../../../src/kernel';
import { check } from '../../../src/model/checks/check';
import type { CorridorData, LeavesWhen } from '../../../src/model/corridor/corridor';
import { Run, replicate } from '../../../src/model/replicate';
import {
  days,
  hours,
  km,
  kmPerHour,
  minutes,
  movesPerHour,
  percent,
  seconds,
  teu,
  teuPerYear,
} from '../../../src/units';
import { worldOf } from '../../known/corridors/handCorridor';
import { differences, everyNumber } from '../networks/everyNumber';
import { Walk } from '../networks/walk';

const NAMES = ['A', 'B', 'C', 'D'];
const few = (max: number) => fc.integer({ min: 1, max });

const numbers = fc.record({
  mode: fc.constantFrom('sea' as const, 'rail' as const),
  places: fc.integer({ min: 2, max: 4 }),
  /** Steps from call to call, so that none is twice in a row. */
  steps: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 }),
  closed: fc.boolean(),
  stands: few(3),
  cranes: few(3),
  rate: fc.integer({ min: 4, max: 40 }),
  units: few(5),
  carries: fc.integer({ min: 3, max: 12 }),
  round: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  rule: fc.constantFrom('at once', 'stay', 'every', 'timetable'),
  every: fc.integer({ min: 2, max: 60 }),
  demand: fc.integer({ min: 100, max: 3000 }),
  variation: fc.option(few(60), { nil: undefined }),
});
type Numbers = typeof numbers extends fc.Arbitrary<infer T> ? T : never;

const lineName = (a: string, b: string) => [a, b].sort().join('-');

function ruleOf({ rule, every }: Numbers): LeavesWhen {
  if (rule === 'stay') return { full: true, longestStay: hours(every) };
  if (rule === 'every') return { full: false, every: hours(every) };
  if (rule === 'timetable') return { full: false, timetable: { A: { timeZone: 'UTC', times: { daily: '06:00' } } } };
  return { full: false };
}

function callsOf({ steps, places, closed }: Numbers): { calls: string[]; on: string[] } {
  const calls = ['A'];
  for (const step of steps) {
    const at = NAMES.indexOf(calls[calls.length - 1]);
    calls.push(NAMES[(at + 1 + ((step - 1) % (places - 1))) % places]);
  }
  // Back at the first at the end, it is closed: the last call is the one before.
  const walk = closed && calls[calls.length - 1] !== 'A' ? [...calls, 'A'] : calls;
  const on = walk.slice(1).map((to, i) => lineName(walk[i], to));
  return { calls: walk[walk.length - 1] === 'A' ? walk.slice(0, -1) : walk, on };
}

function corridorOf(n: Numbers): CorridorData {
  const { calls, on } = callsOf(n);
  const { mode } = n;
  const crane = { count: n.cranes, rate: movesPerHour(n.rate) };
  const common = { tracks: n.stands, shunting: minutes(20), yard: { capacity: teu(2000) } };
  const place = (i: number): CorridorData['places'][string] =>
    mode === 'rail'
      ? { kind: 'terminal', at: [40 + i, 50], ...common, cranes: { rail: crane } }
      : {
          kind: 'seaport',
          at: [40 + i, 50],
          ...common,
          berths: { container: { count: n.stands, cranes: n.cranes, tieUp: seconds(1000), berthing: minutes(10) } },
          cranes: { quay: crane, rail: crane },
        };
  const visited = [...new Set(calls)].sort();
  const flow = (from: string, to: string) => ({
    from,
    to,
    demand: teuPerYear(n.demand),
    boxes: { '22G1': percent(50), '45G1': percent(50) },
  });
  const pairs = visited.flatMap((from) => visited.filter((to) => to !== from).map((to) => [from, to] as const));
  const speed = kmPerHour(30);
  const variation = n.variation === undefined ? {} : { variation: percent(n.variation) };
  const rule = ruleOf(n);
  return {
    keruen: 'scenario@1',
    id: 'calls',
    title: 'Calls by chance',
    start: '2024-01-01',
    timeZone: 'UTC',
    warmUp: days(0),
    places: Object.fromEntries(visited.map((id, i) => [id, place(i)])),
    lines: Object.fromEntries(
      [...new Set(on)].map((id) => [
        id,
        { between: id.split('-') as [string, string], mode, length: km(90), speed, ...variation },
      ]),
    ),
    services: {
      round: { on, calls, fleet: 'units', ...(mode === 'rail' ? { leaves: rule } : { sails: rule }) },
    },
    fleets: {
      units: {
        count: n.units,
        carries: teu(n.carries),
        speed,
        ...(n.round === undefined ? {} : { shortestRound: hours(n.round) }),
      },
    },
    flows: Object.fromEntries(pairs.map(([from, to]) => [`${from}${to}`, flow(from, to)])),
  };
}

const corridors = numbers.map((n) => corridorOf(n));
const DAYS = 10;

describe('services that call on the way', () => {
  it('are accepted by the checks', () => {
    fc.assert(
      fc.property(corridors, (data) => {
        expect(check(data)).toEqual([]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('lose no box, no TEU and no unit, at any event, and leave nobody standing who could go on', () => {
    const seen = { left: 0, through: 0, ashore: 0 };
    fc.assert(
      fc.property(corridors, fc.integer({ min: 0, max: 1000 }), (data, replication) => {
        const world = worldOf(data, DAYS, 'law', replication);
        const walk = new Walk(world);
        const { through } = world.units;
        while (world.sim.peek() < world.clock.windowEnd) {
          world.sim.step();
          walk.check();
          if (world.sim.peek() > world.sim.now) walk.poke();
          if (through.count.some((count) => count > 0)) seen.through++;
        }
        const cell = world.ledger.cells.findIndex(({ cause }) => cause === 'waiting for room aboard');
        const { alive, capacity } = world.boxes;
        for (let box = 0; box < capacity; box++)
          if (alive[box] === 1 && world.ledger.cellOf[box] === cell) seen.ashore++;
        seen.left += walk.left;
      }),
      { seed: 2, numRuns: 200 },
    );
    // The law would hold of corridors in which nothing happens, too.
    expect(seen.left).toBeGreaterThan(4000);
    expect(seen.through).toBeGreaterThan(4000);
    expect(seen.ashore).toBeGreaterThan(100);
  });

  it('are the same again from a copy, and in whatever order things are declared', () => {
    fc.assert(
      fc.property(corridors, fc.integer({ min: 1, max: 999 }), (data, moment) => {
        const options = { seed: 'law', replication: 0, days: DAYS };
        const whole = replicate(data, options);
        const run = new Run(data, options);
        run.until(Math.round((run.world.clock.last * moment) / 1000));
        const copy = run.save();
        const anew = new Run(data, options);
        anew.restore(Snapshot.fromBytes(copy.toBytes()));
        expect(differences(everyNumber(run), everyNumber(anew))).toEqual([]);
        expect(anew.finish().hash).toBe(whole.hash);
        const turned = <T extends object>(map: T) => Object.fromEntries(Object.entries(map).reverse()) as T;
        const other = { ...data, places: turned(data.places), lines: turned(data.lines), flows: turned(data.flows) };
        expect(replicate(other, options).hash).toBe(whole.hash);
      }),
      { seed: 3, numRuns: 30 },
    );
  });
});
