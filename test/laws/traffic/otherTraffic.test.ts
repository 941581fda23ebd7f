// Other traffic: what a path is worth behind it, told apart in the ledger; and what must not change by it.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import type { TrafficSpec } from '../../../src/model/corridor/data/trafficSpec';
import { type Outcome, replicate } from '../../../src/model/replicate';
import { ledgerOf } from '../../../src/study/results/ledger';
import { days, km, kmPerHour, pathsPerDay, percent, teu, teuPerYear } from '../../../src/units';

/** Boxes leave A as they come, each on a train of its own, over a section of so many paths a day that others use too. */
type Traffic = { readonly [id: string]: TrafficSpec<'A' | 'B', 'way'> };

function section(traffic: Traffic, trainsADay = 4, priority: 0 | 1 | 2 | 3 = 1) {
  return corridor({
    keruen: 'scenario@1',
    id: 'section',
    title: 'One section that others use too',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(30),
    places: { A: { kind: 'hinterland', at: [43, 77] }, B: { kind: 'hinterland', at: [44, 77] } },
    lines: {
      way: {
        between: ['A', 'B'],
        mode: 'rail',
        length: km(120),
        speed: kmPerHour(40),
        paths: pathsPerDay(24),
      },
    },
    services: { shuttle: { on: 'way', fleet: 'sets', leaves: { full: true }, priority } },
    fleets: { sets: { count: 60, carries: teu(1), speed: kmPerHour(40) } },
    flows: { out: { from: 'A', to: 'B', demand: teuPerYear(365 * trainsADay), boxes: { '22G1': percent(100) } } },
    traffic,
  });
}

const others = (trains: number, more: Traffic[string] = {}): Traffic => ({
  others: { trains: pathsPerDay(trains), on: 'way', ...more },
});

const run = (data: ReturnType<typeof section>['data'], replication = 0, span = 365) =>
  replicate(data, { seed: 'others', replication, days: span });

/** Hours a box, by cause. */
function waits(outcomes: readonly Outcome[]) {
  const account = ledgerOf(outcomes).find((one) => one.flow === 'out' && one.band === 'all');
  const of = (cause: string) =>
    (account?.parts ?? [])
      .filter((part) => part.cause === cause)
      .reduce((sum, { seconds }) => sum + seconds / (account?.boxes ?? 1) / 3600, 0);
  return { own: of('waiting for a path'), behind: of('waiting for a path, behind other traffic') };
}

describe('a section that others use too', () => {
  it('is M/D/1 of all trains together: own and others wait alike', () => {
    const outcomes = [0, 1, 2, 3].map((replication) => run(section(others(12), 4).data, replication));
    const { own, behind } = waits(outcomes);
    // 16 trains a day over 24 paths of an hour: ρ = 2/3, mean wait ρ / (2 (1 − ρ)) hours = 1 h. Seconds are whole: half a second.
    // About 5,800 boxes; the standard deviation of a wait is below 1.6 h and neighbours are alike over about 1/(1−ρ)² = 9 of them:
    // four standard errors are 4 · 1.6 · √(2 · 9 / 5800) = 0.36 h.
    expect(own + behind).toBeGreaterThan(1 - 0.36);
    expect(own + behind).toBeLessThan(1 + 0.36);
    expect(behind).toBeGreaterThan(own);
  });

  it('tells who waits behind whom, to the second', () => {
    // A pair of trains at 00:00:00 and others that hold the section for ever: everything is behind others but the own path.
    const rare = waits([run(section(others(0.0001), 12).data)]);
    expect(rare.behind).toBeLessThan(0.001);
    expect(rare.own).toBeGreaterThan(0.3);
  });

  it('serves two classes by Cobham: who goes before others waits less than they', () => {
    const at = (priority: 0 | 2) => {
      const outcomes = [0, 1, 2, 3].map((r) => run(section(others(12), 6, priority).data, r));
      const { own, behind } = waits(outcomes);
      return own + behind;
    };
    // A. Cobham (1954), non-preemptive, service of an hour, second moment 1 h²: W0 = λ/2 = (18/24)/2 = 0.375 h.
    // First class of 6 a day: W0 / (1 − 0.25) = 0.5 h. Second class behind 12 a day: W0 / ((1 − 0.5)(1 − 0.75)) = 3 h.
    const first = at(0);
    const second = at(2);
    // Four standard errors, as above: waits of the first vary by about 0.5 h over 8,760 boxes, those of the second by about 3.5 h
    // and are alike over 1/(1−ρ)² = 16 of them.
    expect(Math.abs(first - 0.5)).toBeLessThan(4 * 0.5 * Math.sqrt((2 * 2) / 8760));
    expect(Math.abs(second - 3)).toBeLessThan(4 * 3.5 * Math.sqrt((2 * 16) / 8760));
  });
});

describe('other traffic changes nothing', () => {
  it('at a rate of zero: the hash is as it was', () => {
    const without = run(section({}).data, 0, 60);
    expect(run(section(others(0)).data, 0, 60).hash).toEqual(without.hash);
    expect(run(section(others(6)).data, 0, 60).hash).not.toEqual(without.hash);
  });

  it('by its name', () => {
    const two = (a: string, b: string) =>
      run(section({ [a]: others(3).others, [b]: others(5, { priority: 0 }).others }).data, 0, 60);
    expect(two('coal', 'grain').hash).toEqual(two('zinc', 'bauxite').hash);
    expect(two('coal', 'grain').hash).toEqual(two('zinc', 'almonds').hash);
  });

  it('and more of it never lowers the mean wait, with the same luck', () => {
    const total = (trains: number) => {
      const { own, behind } = waits([run(section(others(trains)).data)]);
      return own + behind;
    };
    const waited = [0, 4, 8, 12, 16].map(total);
    for (let i = 1; i < waited.length; i++) expect(waited[i]).toBeGreaterThanOrEqual(waited[i - 1]);
  });
});

/** Boxes ride from A over a border that takes over so many trains a day, of its own and of others alike. */
function border(others: number) {
  const line = { mode: 'rail', length: km(120), speed: kmPerHour(40), paths: pathsPerDay(1000) } as const;
  return corridor({
    keruen: 'scenario@1',
    id: 'border',
    title: 'A border that takes over trains of others too',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(30),
    places: {
      A: { kind: 'hinterland', at: [43, 77] },
      Gate: { kind: 'rail border', at: [44, 77], controls: {}, handedOver: { A: pathsPerDay(10) } },
      B: { kind: 'hinterland', at: [45, 77] },
    },
    lines: { first: { ...line, between: ['A', 'Gate'] }, second: { ...line, between: ['Gate', 'B'] } },
    services: { shuttle: { on: ['first', 'second'], fleet: 'sets', leaves: { full: true } } },
    fleets: { sets: { count: 60, carries: teu(1), speed: kmPerHour(40) } },
    flows: { out: { from: 'A', to: 'B', demand: teuPerYear(365 * 4), boxes: { '22G1': percent(100) } } },
    traffic: { freight: { trains: pathsPerDay(others), on: ['first', 'second'], from: 'A' } },
  });
}

describe('a border that takes over trains of others too', () => {
  const told = (others: number) => {
    const outcome = replicate(border(others).data, { seed: 'gate', replication: 0, days: 365 });
    const account = ledgerOf([outcome]).find(({ flow, band }) => flow === 'out' && band === 'all');
    const of = (cause: string) =>
      (account?.parts ?? []).filter((one) => one.cause === cause).reduce((sum, { seconds }) => sum + seconds, 0) /
      ((account?.boxes ?? 1) * 3600);
    const passed = outcome.measures.find(
      (one) => one.measure === 'departures' && one.of.line === 'second' && one.of.resource === 'other trains',
    )?.value;
    return {
      own: of('waiting to be handed over'),
      behind: of('waiting to be handed over, behind other traffic'),
      passed: passed ?? 0,
    };
  };

  it('lets boxes wait behind them, and says so; without them it does not', () => {
    const none = told(0);
    const many = told(5);
    expect(none.behind).toBe(0);
    expect(none.passed).toBe(0);
    expect(many.behind).toBeGreaterThan(1);
    // Nine trains a day of all for ten places: hardly ever are all of a day's places taken by own trains alone.
    expect(many.own).toBeLessThan(many.behind / 20);
    expect(many.own + many.behind).toBeGreaterThan(none.own);
    // All of them come through: five a day, with four standard deviations of a Poisson count.
    expect(Math.abs(many.passed - 5 * 365)).toBeLessThan(4 * Math.sqrt(5 * 365));
  });

  it('takes over no more than its places, own and others together', () => {
    // Twelve others and four own a day for ten places: the others get what the line of all leaves them.
    const { passed } = told(12);
    expect(passed).toBeLessThan(10 * 365);
    expect(passed).toBeGreaterThan(6.5 * 365);
  });
});
