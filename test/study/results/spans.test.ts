// Quantiles and bands out of bins, held against the sorted boxes themselves.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { State } from '../../../src/kernel/snapshots/state';
import { LedgerTable } from '../../../src/model/run/ledgerBins';
import { atRank, meanOf, quantileOf } from '../../../src/model/run/spanFigures';
import { type Spans, SpanTable } from '../../../src/model/run/spans';
import { allOf, percentileBandsOf } from '../../../src/study/results/percentileBands';
import { together } from '../../../src/study/results/spans';

function spansOf(all: readonly number[]): Spans {
  const table = new SpanTable(new State(), 1);
  for (const seconds of all) table.add(0, seconds);
  return table.of(0);
}

const up = (a: number, b: number) => a - b;
/** Type 7 of sorted values. */
function exact(sorted: readonly number[], size: number, p: number): number {
  const rank = p * (size - 1);
  const below = Math.floor(rank);
  return rank === below ? sorted[below] : sorted[below] + (sorted[below + 1] - sorted[below]) * (rank - below);
}

const times = fc.array(fc.oneof(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 900_000, max: 901_500 })), {
  minLength: 1,
  maxLength: 3000,
});
const cuts = fc.array(fc.nat({ max: 3000 }), { maxLength: 4 });
const parted = (all: readonly number[], at: readonly number[]) =>
  [0, ...at].sort(up).map((from, i, ends) => all.slice(from, ends[i + 1]));

describe('a quantile out of bins', () => {
  it('lies within a 1,024th of that of the sorted boxes, of one replication or several, and the mean is exact', () => {
    fc.assert(
      fc.property(times, cuts, fc.nat({ max: 500 }), (all, at, censored) => {
        const sorted = [...all].sort(up);
        const spans = together(parted(all, at).map(spansOf));
        expect(meanOf(spans)).toBe(all.reduce((sum, seconds) => sum + seconds, 0) / all.length);
        const size = all.length + censored;
        for (const p of [0, 0.1, 0.5, 0.9, 0.95, 1]) {
          const value = quantileOf(spans, size, p);
          if (Math.ceil(p * (size - 1)) >= all.length) {
            expect(value).toBeNull();
            continue;
          }
          // Each of the two neighbours stays in its bin, less than a 1,024th wide; so does what lies between them.
          const truth = exact(sorted, size, p);
          expect(Math.abs((value as number) - truth)).toBeLessThanOrEqual(truth / 1024);
        }
      }),
      { seed: 41, numRuns: 150 },
    );
  });

  it('is exact below 2,048 s, and above where every bin has one value or two boxes', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.nat({ max: 2047 }),
            fc.nat({ max: 20 }).map((i) => 1_000_003 + i * 1024),
          ),
          { minLength: 1 },
        ),
        fc.nat({ max: 1022 }),
        (all, apart) => {
          // A second box 1,022 s later at most, still in the bin of 1,024 s that begins at 1,048,576 s.
          const sorted = [...all, 1_048_576, 1_048_577 + apart].sort(up);
          const spans = spansOf(sorted);
          const tooMany = [...spans.counts].some((count, i) => count > 2 && spans.least[i] !== spans.most[i]);
          fc.pre(!tooMany);
          for (const [rank, seconds] of sorted.entries()) expect(atRank(spans, rank)).toBe(seconds);
        },
      ),
      { seed: 42, numRuns: 300 },
    );
  });
});

/** Boxes of three replications: transit time and what of it was spent in each of four cells; a tenth of them in one bin. */
const boxes = fc.array(
  fc.tuple(
    fc.nat({ max: 2 }),
    fc.array(fc.oneof(fc.nat({ max: 300_000 }), fc.nat({ max: 40 })), { minLength: 4, maxLength: 4 }),
    fc.boolean(),
  ),
  { maxLength: 400, size: 'max' },
);

describe('the two bands', () => {
  it('hold ⌈9n/10⌉ boxes and the others; in each the parts add up, and both to all, to the second', () => {
    const seen = { divided: 0 };
    fc.assert(
      fc.property(boxes, (all) => {
        const tables = [0, 1, 2].map(() => new LedgerTable(new State(), 1, 4));
        const transits: number[] = [];
        for (const [replication, given, isAlike] of all) {
          const parts = Int32Array.from(given);
          // Every other box is filled up to about the same time, so that the border falls among many.
          const some = parts.reduce((sum, part) => sum + part, 0);
          if (isAlike) parts[0] += Math.max(0, 1_500_000 - some) + (given[3] % 700);
          const transit = parts.reduce((sum, part) => sum + part, 0);
          transits.push(transit);
          tables[replication].add(0, transit, parts, 0);
        }
        const rows = tables.map((table) => table.of(0));
        const whole = allOf(rows, 4);
        const [quick, slow] = percentileBandsOf(rows, 4);
        expect([quick.boxes, slow.boxes]).toEqual([Math.ceil((9 * all.length) / 10), Math.floor(all.length / 10)]);
        for (const band of [whole, quick, slow]) {
          expect(band.byCell.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
          expect(band.byCell.reduce((sum, part) => sum + part, 0)).toBe(band.seconds);
        }
        expect(quick.seconds + slow.seconds).toBe(whole.seconds);
        expect([...quick.byCell].map((part, cell) => part + slow.byCell[cell])).toEqual([...whole.byCell]);
        // Within the bin that is divided, boxes count as much as their mean: less than a 1,024th from what each took.
        const truth = transits
          .sort(up)
          .slice(0, quick.boxes)
          .reduce((sum, one) => sum + one, 0);
        expect(Math.abs(quick.seconds - truth)).toBeLessThanOrEqual(truth / 1024 + 1);
        if (quick.seconds !== truth) seen.divided++;
      }),
      { seed: 43, numRuns: 200 },
    );
    expect(seen.divided).toBeGreaterThan(50);
  });

  it('are exact where the border falls between two bins', () => {
    const table = new LedgerTable(new State(), 1, 2);
    for (let i = 0; i < 9; i++) table.add(0, 5_000_000 + i, Int32Array.of(i, 5_000_000), 0);
    table.add(0, 5_200_000, Int32Array.of(0, 5_200_000), 0);
    const [quick, slow] = percentileBandsOf([table.of(0)], 2);
    expect([quick.seconds, ...quick.byCell]).toEqual([45_000_036, 36, 45_000_000]);
    expect([slow.seconds, ...slow.byCell]).toEqual([5_200_000, 0, 5_200_000]);
  });
});

describe('the table of where time went', () => {
  it('has every second of every box, whatever cells its route comes to use and whatever the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 2 }), fc.array(fc.tuple(fc.nat({ max: 29 }), fc.nat({ max: 9000 })))), {
          maxLength: 300,
        }),
        (given) => {
          const rowsOf = (all: typeof given, state = new State()) => {
            const table = new LedgerTable(state, 3, 30);
            for (const [i, [route, booked]] of all.entries()) {
              // A copy is put back in the middle: the table may have grown in both directions since.
              const copy = i === all.length >> 1 ? state.save() : undefined;
              const parts = new Int32Array(30);
              for (const [cell, seconds] of booked) parts[cell] += seconds;
              const transit = parts.reduce((sum, part) => sum + part, 0);
              table.add(route, transit, parts, 0);
              if (copy === undefined) continue;
              for (let more = 0; more < 300; more++) table.add(2, 1000 * more, new Int32Array(30).fill(1), 0);
              state.restore(copy);
              table.add(route, transit, parts, 0);
            }
            return [0, 1, 2].map((route) => table.of(route));
          };
          const rows = rowsOf(given);
          expect(rowsOf([...given].reverse())).toEqual(rows);
          for (const [route, { transit, seconds, cells, parts }] of rows.entries()) {
            const own = given.filter(([of]) => of === route).flatMap(([, booked]) => booked);
            expect(transit.seconds).toBe(own.reduce((sum, [, one]) => sum + one, 0));
            expect(seconds.reduce((sum, one) => sum + one, 0)).toBe(transit.seconds);
            expect(parts.length).toBe(seconds.length * cells.length);
            for (const [i, cell] of cells.entries()) {
              const booked = own.reduce((sum, [of, one]) => sum + (of === cell ? one : 0), 0);
              expect(parts.filter((_, at) => at % cells.length === i).reduce((sum, one) => sum + one, 0)).toBe(booked);
            }
          }
        },
      ),
      { seed: 44, numRuns: 60 },
    );
  });
});
