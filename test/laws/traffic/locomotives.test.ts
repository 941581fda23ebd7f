// Locomotives of lines: by hand, as machine repair, and what must not change by them.
import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../../src/experiment';
import { Snapshot } from '../../../src/kernel';
import { check } from '../../../src/model/checks/check';
import type { CorridorData, LeavesWhen } from '../../../src/model/corridor/corridor';
import { previewRows } from '../../../src/model/preview/preview';
import { Run, replicate } from '../../../src/model/replicate';
import { writePath } from '../../../src/problem';
import { waitFiniteSource } from '../../../src/queueing';
import { bottleneckOfRow, resourceWaitedFor } from '../../../src/study/bottleneck/bottleneck';
import { ledgerOf } from '../../../src/study/results/ledger';
import { days, hours, km, kmPerHour, percent, teu, teuPerYear } from '../../../src/units';
import { noteLedgers, noteStages, worldOf } from '../../known/corridors/handCorridor';
import { type Mutation, mutated } from '../../model/mutated';

const HOUR = 3600;
const DAY = 86_400;
const whenFull: LeavesWhen = { full: true };
const boxes = { '22G1': percent(100) };
const line = { mode: 'rail', gauge: 1520, speed: kmPerHour(40) } as const;

/** West – 1 h – Shu – 2 h – Moyynty – 3 h – East; one locomotive on the first two lines, of one box a train. */
const steppe = (values: Mutation = {}): CorridorData =>
  mutated(values, {
    keruen: 'scenario@1',
    id: 'steppe',
    title: 'Trains that wait for a locomotive',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(0),
    places: {
      West: { kind: 'hinterland', at: [43, 70] },
      Shu: { kind: 'junction', at: [43, 73] },
      Moyynty: { kind: 'junction', at: [43, 75] },
      East: { kind: 'hinterland', at: [43, 80] },
    },
    lines: {
      first: { ...line, between: ['West', 'Shu'], length: km(40) },
      second: { ...line, between: ['Shu', 'Moyynty'], length: km(80) },
      third: { ...line, between: ['Moyynty', 'East'], length: km(120) },
    },
    services: { train: { on: ['first', 'second', 'third'], fleet: 'sets', leaves: whenFull } },
    // Four at each end: none is called away empty after two loads.
    fleets: { sets: { count: 8, carries: teu(1) } },
    locomotives: { electric: { count: 1, on: ['second', 'first'], turnRound: hours(2) } },
    flows: {
      back: { from: 'East', to: 'West', demand: teuPerYear(100), boxes },
      out: { from: 'West', to: 'East', demand: teuPerYear(100), boxes },
    },
  });

/** Boxes that enter at these seconds, without any others; their stages and ledgers. */
function hauled(data: CorridorData, entering: readonly (readonly [flow: string, second: number])[]) {
  const world = worldOf(mutated({ 'flows.back.demand': teuPerYear(0), 'flows.out.demand': teuPerYear(0) }, data));
  const stages = noteStages(world);
  const ledgers = noteLedgers(world);
  for (const [flow, second] of entering) world.boxAt(flow, second, '22G1');
  while (world.sim.step()) world.audit();
  expect(world.boxes.inside).toBe(0);
  const at = (box: string, what: string) =>
    Number(
      stages
        .get(box)
        ?.find((one) => one.startsWith(what))
        ?.split(' ')
        .at(-1),
    );
  return { at, ledger: (box: string) => ledgers.get(box) };
}

describe('one locomotive, by hand', () => {
  it('is with a train over all lines of its set, and free after its turn-round', () => {
    const { at, ledger } = hauled(steppe(), [
      ['out', 0],
      ['out', HOUR],
    ]);
    expect(at('o1', 'departs West')).toBe(0);
    expect(at('o1', 'departs Shu')).toBe(HOUR);
    // It left the set at Moyynty after 3 h, and was turned round by 5 h; the third line needs none.
    expect(at('o2', 'departs West')).toBe(5 * HOUR);
    expect(at('o1', 'leaves')).toBe(6 * HOUR);
    expect(at('o2', 'leaves')).toBe(11 * HOUR);
    expect(ledger('o2')).toEqual({
      'waiting for a locomotive @first': 4 * HOUR,
      'moving @first': HOUR,
      'moving @second': 2 * HOUR,
      'moving @third': 3 * HOUR,
    });
  });

  it('is taken on the way, wherever the last train left it', () => {
    // The first train takes it at Moyynty at 3 h and leaves it at West at 6 h; the second has waited at Moyynty since 4 h.
    const { at, ledger } = hauled(steppe(), [
      ['back', 0],
      ['back', HOUR],
    ]);
    expect(at('b1', 'leaves')).toBe(6 * HOUR);
    expect(at('b2', 'departs Moyynty')).toBe(8 * HOUR);
    expect(ledger('b2')?.['waiting for a locomotive @second']).toBe(4 * HOUR);
  });

  it('goes to trains by their priority, then in the order in which they ask', () => {
    const data = steppe({
      'places.Shu.kind': 'hinterland',
      'services.fast': { on: ['second', 'third'], fleet: 'fast', leaves: whenFull, priority: 0 },
      'fleets.fast': { count: 8, carries: teu(1) },
      'flows.urgent': { from: 'Shu', to: 'East', demand: teuPerYear(0), boxes },
    });
    const { at } = hauled(data, [
      ['back', 0],
      ['back', HOUR],
      ['urgent', 7 * HOUR],
    ]);
    // From Moyynty at 3 h to West at 6 h, turned round by 8 h. The second waits since 4 h, the urgent one since 7 h.
    expect(at('u1', 'departs Shu')).toBe(8 * HOUR);
    expect(at('b2', 'departs Moyynty')).toBe(12 * HOUR);
  });

  it('is waited for by empty trains too', () => {
    // The set of East is called to West as soon as that has none: it asks at Moyynty at 3 h, gets the locomotive of the first at 5 h,
    // is at West at 8 h, and takes the second box as soon as the locomotive is turned round, at 10 h.
    const { at } = hauled(steppe({ 'fleets.sets.count': 2 }), [
      ['out', 0],
      ['out', 7 * HOUR],
    ]);
    expect(at('o2', 'departs West')).toBe(10 * HOUR);
  });

  it('is with trains that are under way at clock zero, even where there are not so many', () => {
    const data = steppe({ initial: { there: { flow: 'out', on: 'second', trains: 2 } } });
    const { at } = hauled(data, [['out', 0]]);
    // They reach Moyynty after 0.5 and 1.5 h; with one locomotive only the second to be turned round, at 3.5 h, is free again.
    expect(at('o3', 'departs West')).toBe(3.5 * HOUR);
  });

  it('comes on a day, and goes', () => {
    const start = steppe({ 'locomotives.electric.turnRound': hours(48) });
    const later = [{ from: '2025-01-02', data: mutated({ 'locomotives.electric.count': 2 }, start) }];
    const run = new Run(start, { seed: 'later', replication: 0, days: 30, later });
    const stages = noteStages(run.world);
    for (const second of [0, HOUR]) run.world.boxAt('out', second, '22G1');
    run.until(2 * DAY);
    const departures = [...stages.values()].flatMap((all) => all.filter((one) => one.startsWith('departs West')));
    // One at clock zero; the next with the locomotive that is there from the second day on.
    expect(departures).toContain('departs West 0');
    expect(departures).toContain(`departs West ${DAY}`);
  });
});

/** Sets that are away and come back, with a control in the hold of which nothing but an exponential law counts. */
const repair = (sets: number, locomotives: number): CorridorData => {
  const away = { law: 'exponential', mean: hours(12) } as const;
  // 10 m take less than half a second, and so none.
  const short = { ...line, length: km(0.01), speed: kmPerHour(100) };
  return {
    ...steppe(),
    warmUp: days(60),
    places: {
      West: { kind: 'hinterland', at: [43, 70], away },
      Gate: {
        kind: 'rail border',
        at: [43, 75],
        controls: { papers: { takes: { law: 'exponential', mean: hours(6) } } },
      },
      East: { kind: 'hinterland', at: [43, 80], away },
    },
    lines: { first: { ...short, between: ['West', 'Gate'] }, second: { ...short, between: ['Gate', 'East'] } },
    services: { train: { on: ['first', 'second'], fleet: 'sets', leaves: whenFull } },
    fleets: { sets: { count: sets, carries: teu(1) } },
    locomotives: { electric: { count: locomotives, on: ['first', 'second'] } },
    flows: {
      back: { from: 'East', to: 'West', demand: teuPerYear(4000), boxes },
      out: { from: 'West', to: 'East', demand: teuPerYear(4000), boxes },
    },
  };
};

describe('locomotives as machine repair', () => {
  const REPLICATIONS = 20;
  it.each([
    [6, 2],
    [8, 3],
    [4, 1],
  ])('with %i sets and %i of them trains wait as long as M/M/c//N says', (sets, locomotives) => {
    const truth = waitFiniteSource({ sources: sets, servers: locomotives, away: 12, service: 6 });
    const runs = Array.from({ length: REPLICATIONS }, (_, replication) => {
      const { measures } = replicate(repair(sets, locomotives), { seed: 'repair', replication, days: 365 });
      const of = (name: string) =>
        measures.find((one) => one.measure === name && one.of.resource === 'electric')?.value;
      return { wait: of('wait') ?? Number.NaN, use: of('use') ?? Number.NaN };
    });
    // Differences of more than t(0.9995) standard errors come by chance once in 1,000 tests.
    const compare = (seen: readonly number[], true_: number) => {
      const mean = seen.reduce((a, b) => a + b) / REPLICATIONS;
      const variance = seen.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (REPLICATIONS - 1);
      const limit = studentQuantile(0.9995, REPLICATIONS - 1) * Math.sqrt(variance / REPLICATIONS);
      expect(limit).toBeLessThan(0.1 * true_);
      expect(Math.abs(mean - true_)).toBeLessThan(limit);
    };
    compare(
      runs.map(({ wait }) => wait),
      truth.wait,
    );
    compare(
      runs.map(({ use }) => use),
      (truth.arrivals * 6) / locomotives,
    );
  });

  it('the ledger tells the same waits, and adds up', () => {
    const outcome = replicate(repair(6, 2), { seed: 'ledger', replication: 0, days: 365 });
    const accounts = ledgerOf([outcome]).filter(({ band }) => band === 'all');
    for (const { parts, seconds } of accounts) expect(parts.reduce((sum, part) => sum + part.seconds, 0)).toBe(seconds);
    const waited = accounts.flatMap(({ parts }) => parts).filter(({ cause }) => cause === 'waiting for a locomotive');
    expect(waited.map(({ where }) => where).sort()).toEqual(['first', 'second']);
    expect(resourceWaitedFor(repair(6, 2), [], waited[0])).toEqual({ of: { resource: 'electric' } });
  });
});

describe('locomotives change nothing', () => {
  const options = { seed: 'same', replication: 0, days: 120 };
  it('where there are as many as sets: the hash is as it was', () => {
    const without: CorridorData = { ...repair(6, 6), locomotives: {} };
    const own = replicate(without, options).hash;
    expect(replicate(repair(6, 6), options).hash).toEqual(own);
    expect(replicate(repair(6, 2), options).hash).not.toEqual(own);
  });

  it('by their name, or the order of their lines', () => {
    const data = repair(6, 2);
    const renamed: CorridorData = { ...data, locomotives: { VL80: { count: 2, on: ['second', 'first'] } } };
    expect(replicate(renamed, options).hash).toEqual(replicate(data, options).hash);
  });

  it('by being stopped and put back', () => {
    const data = mutated({ 'locomotives.electric.turnRound': { law: 'exponential', mean: hours(3) } }, repair(6, 2));
    const whole = replicate(data, options);
    const run = new Run(data, options);
    run.until(70 * DAY);
    const copy = Snapshot.fromBytes(run.save().toBytes());
    const again = new Run(data, options);
    again.restore(copy);
    expect(again.finish()).toEqual(whole);
  });

  it('more of them never lower what is carried', () => {
    const carried = (count: number) => {
      const { measures } = replicate(repair(6, count), options);
      return measures
        .filter(({ measure, of }) => measure === 'departures' && of.resource === 'train')
        .reduce((sum, { value }) => sum + (value ?? 0), 0);
    };
    const seen = [1, 2, 3, 6].map(carried);
    for (let i = 1; i < seen.length; i++) expect(seen[i]).toBeGreaterThan(seen[i - 1]);
  });
});

describe('locomotives as data', () => {
  const said = (set: Mutation) => check(steppe(set)).map(({ path, say }) => `${writePath(path)}: ${say}`);
  it.each<[string, Mutation, readonly string[]]>([
    ['may be there', {}, []],
    [
      'haul where a service runs',
      { 'lines.spare': { ...line, between: ['Shu', 'West'], length: km(9) }, 'locomotives.electric.on': 'spare' },
      [
        'locomotives.electric.on: No service runs on spare, so no train ever takes a locomotive "electric"; name a line of a service, or remove the entry.',
      ],
    ],
    [
      'haul on lines that are there',
      { 'locomotives.electric.on': ['first', 'secnd'] },
      ['locomotives.electric.on.1: There is no line "secnd"; did you mean second?'],
    ],
    [
      'haul on rails',
      {
        'lines.sea': { between: ['West', 'East'], mode: 'road', length: km(9) },
        'locomotives.electric.on': ['first', 'sea'],
      },
      ['locomotives.electric.on.1: The line "sea" is a road, on which nothing is hauled; name rail sections only.'],
    ],
    [
      'are of one class on a line, named once',
      { 'locomotives.diesel': { count: 1, on: ['third', 'third', 'first'] } },
      [
        'locomotives.electric.on.1: The line "first" has locomotives "diesel" already, and a train there takes one; name it in one of the two.',
        'locomotives.diesel.on.1: Locomotives "diesel" name the line "third" twice; name it once.',
      ],
    ],
    [
      'haul on some line',
      { 'locomotives.electric.on': [] },
      ['locomotives.electric.on: Locomotives "electric" haul on no line; name one or more.'],
    ],
    [
      'are there',
      { 'locomotives.electric.count': 0 },
      [
        'locomotives.electric.count: Without a locomotive "electric" no train sets out on its lines; give 1 or more, or remove the entry: trains then bring their own.',
      ],
    ],
    [
      'have a name of their own',
      { 'locomotives.sets': { count: 1, on: 'third' } },
      [
        'locomotives.sets: Locomotives "sets" have the name of fleets.sets, and results would tell both by it; give them another.',
      ],
    ],
  ])('%s', (_, set, problems) => {
    expect(said(set)).toEqual(problems);
  });

  it('are previewed by hours', () => {
    const rows = previewRows(steppe(), () => []).filter(({ where }) => where === 'electric');
    // 100 trains a year each way, 3 h on the set and 2 h of turn-round each.
    expect(rows).toHaveLength(1);
    expect(rows[0].demand).toBeCloseTo(2 * 100 * 5, 9);
    expect(rows[0].capacity).toBe(8760);
    expect(bottleneckOfRow(steppe(), rows[0]).of).toEqual({ resource: 'electric' });
  });
});
