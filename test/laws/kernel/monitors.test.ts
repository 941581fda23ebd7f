// The law of monitors: whatever is told to them when, they have seen what a plain list of all seconds and samples holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bins,
  LevelMonitor,
  type MonitorFigures,
  type MonitorPlan,
  mergeFigures,
  quantileOf,
  Simulation,
  summaryOf,
  TallyMonitor,
} from '../../../src/kernel';

type Command =
  | { do: 'tell'; value: number }
  | { do: 'add'; change: number }
  | { do: 'wait'; time: number }
  | { do: 'restart' | 'copy' | 'ask' };

/** A monitor, and a list beside it that is told the same. `seen` is as simple as can be: at which second, or when, which value. */
interface Watched {
  figures(): MonitorFigures;
  tell(value: number): void;
  add(change: number): void;
  restart(): void;
  wait(time: number): void;
  readonly sim: Simulation;
  seen: { time: number; value: number }[];
}

class Level implements Watched {
  readonly sim = new Simulation();
  seen: { time: number; value: number }[] = [];
  private readonly monitor: LevelMonitor;
  constructor(plan: MonitorPlan) {
    this.monitor = new LevelMonitor(this.sim, plan);
  }
  figures = () => this.monitor.figures();
  tell = (value: number) => this.monitor.set(value);
  add = (change: number) => this.monitor.add(change);
  restart() {
    this.monitor.restart();
    this.seen = [];
  }
  wait(time: number) {
    // Second by second, the value is what it is; the monitor is not told.
    for (let i = 0; i < time; i++) this.seen.push({ time: this.sim.now + i, value: this.monitor.value });
    this.sim.run({ until: this.sim.now + time });
  }
}

class Tally implements Watched {
  readonly sim = new Simulation();
  seen: { time: number; value: number }[] = [];
  private readonly monitor: TallyMonitor;
  constructor(plan: MonitorPlan) {
    this.monitor = new TallyMonitor(this.sim, plan);
  }
  figures = () => this.monitor.figures();
  tell(value: number) {
    this.monitor.record(value);
    this.seen.push({ time: this.sim.now, value });
  }
  add = (change: number) => this.tell(change);
  restart() {
    this.monitor.restart();
    this.seen = [];
  }
  wait(time: number) {
    this.sim.run({ until: this.sim.now + time });
  }
}

const monitors: [string, 'time' | 'samples', (plan: MonitorPlan) => Watched][] = [
  ['of a level over time', 'time', (plan) => new Level(plan)],
  ['of samples', 'samples', (plan) => new Tally(plan)],
];

const value = fc.integer({ min: -6, max: 25 });
const commands: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('tell' as const), value }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('add' as const), change: fc.integer({ min: -3, max: 3 }) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), time: fc.nat({ max: 40 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('copy' as const, 'ask' as const) }) },
  ),
  { minLength: 5, maxLength: 60 },
);
const bins: fc.Arbitrary<Bins> = fc.record({
  least: fc.integer({ min: -8, max: 4 }),
  width: fc.constantFrom(1, 1, 2, 3, 7),
  number: fc.integer({ min: 1, max: 30 }),
  whole: fc.boolean(),
});
const borders = fc.uniqueArray(fc.nat({ max: 300 }), { maxLength: 8 }).map((times) => Float64Array.from(times).sort());
const plans = fc.record({ bins, borders });

function follow(watched: Watched, list: readonly Command[]): Watched {
  for (const command of list) {
    if (command.do === 'tell') watched.tell(command.value);
    else if (command.do === 'add') watched.add(command.change);
    else if (command.do === 'wait') watched.wait(command.time);
    else if (command.do === 'restart') watched.restart();
    else if (command.do === 'ask') watched.figures();
    else copy(watched);
  }
  return watched;
}

/** Goes on for a while, and back to where it was. */
function copy(watched: Watched): void {
  const saved = watched.sim.save();
  const seen = [...watched.seen];
  for (let i = 0; i < 5; i++) {
    watched.wait(i * 20);
    watched.tell(i);
  }
  watched.restart();
  watched.wait(3);
  watched.sim.restore(saved);
  watched.seen = seen;
}

/** All that can be said of some whole values, without rounding but in the last steps. */
function plainly(values: readonly number[], of: 'time' | 'samples') {
  const sorted = [...values].sort((a, b) => a - b);
  const n = values.length;
  if (n === 0) return { sorted, summary: { weight: 0, mean: null, sd: null, min: null, max: null } };
  const sum = values.reduce((total, one) => total + one, 0);
  // n² times the squares about the mean: whole.
  const squares = values.reduce((total, one) => total + (n * one - sum) ** 2, 0);
  const sd = of === 'time' ? Math.sqrt(squares / n ** 3) : n < 2 ? null : Math.sqrt(squares / (n * n * (n - 1)));
  return { sorted, summary: { weight: n, mean: sum / n, sd, min: sorted[0], max: sorted[n - 1] } };
}

const PROBABILITIES = [0, 0.05, 0.25, 0.5, 0.9, 0.95, 1];
/** Each deviation comes from whole numbers by at most four roundings before the root, which halves their error, and its own. */
const FEW_ROUNDINGS = 4 * 2 ** -53;

function expectSeen(figures: MonitorFigures, values: readonly number[], slice?: number): void {
  const { of, bins } = figures;
  const { sorted, summary } = plainly(values, of);
  const { sd, ...rest } = summaryOf(figures, slice);
  const { sd: plain, ...others } = summary;
  expect(rest).toEqual(others);
  if (plain === null) expect(sd).toBe(null);
  else expect(Math.abs((sd ?? Number.NaN) - plain)).toBeLessThanOrEqual(FEW_ROUNDINGS * plain);
  const top = bins.least + bins.number * bins.width;
  for (const p of PROBABILITIES) {
    const quantile = quantileOf(figures, p, slice);
    if (sorted.length === 0) expect(quantile).toBe(null);
    else {
      const exact = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
      const bin = numberOfBin(exact, bins);
      const inBin = sorted.filter((one) => numberOfBin(one, bins) === bin);
      const before = sorted.filter((one) => numberOfBin(one, bins) < bin).length;
      // From the least to the highest that the bin can have held; whole values end one before the next bin begins.
      const last = bins.whole === true ? 1 : 0;
      const from = bin < 0 ? sorted[0] : Math.max(sorted[0], bins.least + bin * bins.width);
      const next = bin === bins.number ? Number.POSITIVE_INFINITY : bins.least + (bin + 1) * bins.width - last;
      const to = Math.min(sorted[sorted.length - 1], next);
      const share = Math.max(0, (p * sorted.length - before) / inBin.length);
      expect(quantile).toBeCloseTo(from + (to - from) * share, 9);
      if (bins.whole === true && bins.width === 1 && bin >= 0 && exact < top) expect(quantile).toBe(exact);
    }
  }
}

/** −1 below the bins, their number above them. */
const numberOfBin = (one: number, { least, width, number }: Bins): number =>
  Math.max(-1, Math.min(number, Math.floor((one - least) / width)));

/** The values of one slice, and how many fall into each of its bins. */
function inSlice({ seen }: Watched, { bins, borders }: MonitorFigures, slice: number) {
  const [from, to] = [borders[slice - 1] ?? Number.NEGATIVE_INFINITY, borders[slice] ?? Number.POSITIVE_INFINITY];
  const values = seen.filter(({ time }) => from <= time && time < to).map((one) => one.value);
  const counts: number[] = Array(bins.number + 2).fill(0);
  for (const one of values) {
    const edges = Array.from({ length: bins.number + 1 }, (_, i) => bins.least + i * bins.width);
    counts[edges.filter((edge) => edge <= one).length]++;
  }
  return { values, counts };
}

const bits = (figures: MonitorFigures) =>
  [figures.weights, figures.sums, figures.squares, figures.least, figures.most].map((array) =>
    Buffer.from(array.buffer).toString('hex'),
  );

describe.each(monitors)('a monitor %s', (_, of, make) => {
  it('has seen what a plain list holds, by slice and in all, asked and copied on the way or not', () => {
    const found = { slices: 0, below: 0, above: 0, values: 0, restarts: 0 };
    fc.assert(
      fc.property(plans, commands, fc.array(fc.nat({ max: 20 }), { maxLength: 1 }), (plan, list, restarts) => {
        const told = list.map((one, i): Command => (restarts.includes(i) ? { do: 'restart' } : one));
        const watched = follow(make(plan), told);
        const before = watched.sim.save().toBytes();
        const figures = watched.figures();
        expect(Buffer.compare(watched.sim.save().toBytes(), before)).toBe(0);
        const slices = figures.borders.length + 1;
        for (let slice = 0; slice < slices; slice++) {
          const { values, counts } = inSlice(watched, figures, slice);
          const row = figures.weights.subarray(slice * counts.length, (slice + 1) * counts.length);
          expect([...row]).toEqual(counts);
          expectSeen(figures, values, slice);
          if (values.length > 0) found.slices++;
          found.below += row[0];
          found.above += row[row.length - 1];
        }
        const all = watched.seen.map((one) => one.value);
        expectSeen(figures, all);
        found.values += all.length;
        if (told.some((one) => one.do === 'restart')) found.restarts++;
        expect(bits(watched.figures())).toEqual(bits(figures));
      }),
      { seed: 5, numRuns: 200 },
    );
    // The law would hold of monitors that see nothing, too.
    expect(found.slices).toBeGreaterThan(200);
    expect(Math.min(found.below, found.above)).toBeGreaterThan(100);
    expect(found.values).toBeGreaterThan(800);
    expect(found.restarts).toBeGreaterThan(30);
  });

  it('merges over replications to the same bits in any order and grouping, and to what all lists together hold', () => {
    const cases = fc.tuple(plans, fc.array(commands, { minLength: 2, maxLength: 5 }), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(cases, ([plan, lists, luck]) => {
        const watched = lists.map((list) => follow(make(plan), list));
        const all = watched.map((one) => one.figures());
        const merged = mergeFigures(all);
        expect(merged.of).toBe(of);
        expectSeen(
          merged,
          watched.flatMap(({ seen }) => seen.map((one) => one.value)),
        );
        // Any two of what is left become one, until one is left.
        const left = [...all];
        while (left.length > 1) {
          const [one] = left.splice((luck.next().value ?? 0) % left.length, 1);
          const at = (luck.next().value ?? 0) % left.length;
          left[at] = mergeFigures([left[at], one]);
        }
        expect(bits(left[0])).toEqual(bits(merged));
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('a monitor of fractions over fractions of time', () => {
  const steps = fc.array(
    fc.tuple(fc.double({ min: -10, max: 10, noNaN: true }), fc.double({ min: 0.001, max: 10, noNaN: true })),
    { minLength: 1, maxLength: 40 },
  );
  const UNIT = 2 ** -53;

  it('has the mean, the variance and, to a bin, the quantiles of the list of what held for how long', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(0.1, 0.3, 1), (list, width) => {
        const sim = new Simulation();
        const level = new LevelMonitor(sim, { bins: { least: -10, width, number: Math.ceil(20 / width) + 1 } });
        const held = list.map(([value, time]) => {
          const from = sim.now;
          level.set(value);
          sim.run({ until: from + time });
          return { value, time: sim.now - from };
        });
        const figures = level.figures();
        const time = held.reduce((sum, one) => sum + one.time, 0);
        const mean = held.reduce((sum, one) => sum + one.value * one.time, 0) / time;
        const variance = held.reduce((sum, one) => sum + (one.value - mean) ** 2 * one.time, 0) / time;
        const { mean: ours, sd } = summaryOf(figures) as { mean: number; sd: number };
        // Each of two ways sums n terms, each of them rounded up to five times, of at most 21 (the middle is 0 or 1), or 21².
        const roundings = 2 * (list.length + 5) * UNIT;
        expect(Math.abs(ours - mean)).toBeLessThanOrEqual(roundings * 21);
        expect(Math.abs(sd ** 2 - variance)).toBeLessThanOrEqual(3 * roundings * 21 ** 2);
        const sorted = [...held].sort((a, b) => a.value - b.value);
        const quantile = (share: number) => {
          let passed = 0;
          for (const one of sorted) {
            passed += one.time;
            if (passed >= share * time) return one.value;
          }
          return sorted[sorted.length - 1].value;
        };
        for (const p of [0.05, 0.5, 0.95]) {
          // A share that falls on a step within rounding may go to either side; edges of bins are rounded, too.
          const found = quantileOf(figures, p) ?? Number.NaN;
          expect(found - width).toBeLessThanOrEqual(quantile(p + 1e-12) + 1e-12);
          expect(found + width).toBeGreaterThan(quantile(p - 1e-12) - 1e-12);
          expect(found).toBeGreaterThanOrEqual(sorted[0].value);
          expect(found).toBeLessThanOrEqual(sorted[sorted.length - 1].value);
        }
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});

describe('merging', () => {
  it('is exact, in any order, where sums have passed 2⁵³', () => {
    const big = fc.integer({ min: 0, max: 90_000_000 });
    fc.assert(
      fc.property(fc.array(fc.array(big, { maxLength: 1 }), { minLength: 3, maxLength: 12 }), (lists) => {
        // Squares of up to 8.1 × 10¹⁵ < 2⁵³ a replication: each exact, three of them past it.
        const all = lists.map((list) => {
          const tally = new TallyMonitor(new Simulation(), { bins: { least: -1, width: 1, number: 2 } });
          for (const one of list) tally.record(one);
          return tally.figures();
        });
        const merged = mergeFigures(all);
        const [most, rest] = merged.squares;
        const squares = lists.flat().reduce((sum, one) => sum + BigInt(one) ** 2n, 0n);
        expect(BigInt(most) + BigInt(rest)).toBe(squares);
        expect(most).toBe(Number(squares));
        expect(bits(mergeFigures([...all].reverse()))).toEqual(bits(merged));
        const [first, second, ...others] = all;
        expect(bits(mergeFigures([first, mergeFigures([...others, second])]))).toEqual(bits(merged));
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('of fractions in order of replication does not depend on how many were merged at a time', () => {
    const fractions = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fractions, { minLength: 3, maxLength: 6 }), (lists) => {
        const all = lists.map((list) => {
          const tally = new TallyMonitor(new Simulation(), { bins: { least: 0, width: 0.1, number: 10 } });
          for (const one of list) tally.record(one);
          return tally.figures();
        });
        const byOne = all.slice(1).reduce((sum, one) => mergeFigures([sum, one]), all[0]);
        expect(bits(byOne)).toEqual(bits(mergeFigures(all)));
      }),
      { seed: 3, numRuns: 50 },
    );
  });
});
