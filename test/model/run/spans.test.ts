// Bins of whole seconds: what falls together, what is exact, and that neither order nor a copy changes what is told.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { State } from '../../../src/kernel/snapshots/state';
import { BINS, binOf, SpanTable } from '../../../src/model/run/spans';

const anySeconds = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  fc.integer({ min: 0, max: 5000 }),
  fc.integer({ min: 200_000, max: 200_400 }),
);
const someBoxes = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), anySeconds), { maxLength: 2000 });

function tableOf(boxes: readonly (readonly [number, number])[], state = new State()): SpanTable {
  const table = new SpanTable(state, 7);
  for (const [column, seconds] of boxes) table.add(column, seconds);
  return table;
}

const allOf = (table: SpanTable) => Array.from({ length: 7 }, (_, column) => table.of(column));

describe('the bin of a number of seconds', () => {
  it('is its own below 2,048 s, then rises without a gap, and the longest time is in the last bin', () => {
    for (let seconds = 0; seconds < 2048; seconds++) expect(binOf(seconds)).toBe(seconds);
    for (let cut = 0; cut < 20; cut++) expect(binOf(2 ** (11 + cut))).toBe(binOf(2 ** (11 + cut) - 1) + 1);
    expect(binOf(2 ** 31 - 1)).toBe(BINS - 1);
  });

  it('is shared with nothing that is further away than a 1,024th of the lesser', () => {
    // A bin of 2^c s begins at 2^(10 + c) s or later.
    fc.assert(
      fc.property(anySeconds, fc.nat({ max: 2 ** 21 }), (seconds, more) => {
        const other = Math.min(seconds + more, 2 ** 31 - 1);
        expect(binOf(other)).toBeGreaterThanOrEqual(binOf(seconds));
        if (binOf(other) === binOf(seconds)) expect((other - seconds) * 1024).toBeLessThanOrEqual(seconds);
      }),
      { seed: 31, numRuns: 2000 },
    );
  });
});

describe('a table of spans', () => {
  it('has for every column the number, the least and the most of every bin, shortest first, and the exact sum', () => {
    fc.assert(
      fc.property(someBoxes, (boxes) => {
        for (const [column, spans] of allOf(tableOf(boxes)).entries()) {
          const own = boxes.filter(([of]) => of === column).map(([, seconds]) => seconds);
          const bins = [...new Set(own.map(binOf))].sort((a, b) => a - b);
          const inBins = bins.map((bin) => own.filter((seconds) => binOf(seconds) === bin));
          expect([...spans.counts]).toEqual(inBins.map((bin) => bin.length));
          expect([...spans.least]).toEqual(inBins.map((bin) => Math.min(...bin)));
          expect([...spans.most]).toEqual(inBins.map((bin) => Math.max(...bin)));
          expect(spans.seconds).toBe(own.reduce((sum, seconds) => sum + seconds, 0));
        }
      }),
      { seed: 32, numRuns: 60 },
    );
  });

  it('tells the same whatever the order in which boxes came', () => {
    fc.assert(
      fc.property(someBoxes, fc.integer(), (boxes, luck) => {
        const mixed = boxes
          .map((box, i) => [Math.imul(i + luck, 0x9e3779b1), box] as const)
          .sort(([a], [b]) => a - b)
          .map(([, box]) => box);
        expect(allOf(tableOf(mixed))).toEqual(allOf(tableOf(boxes)));
      }),
      { seed: 33, numRuns: 60 },
    );
  });

  it('goes on from a copy as if nothing had been added since, however far it has grown', () => {
    fc.assert(
      fc.property(someBoxes, someBoxes, someBoxes, (before, then, other) => {
        const state = new State();
        const table = tableOf(before, state);
        const copy = state.save();
        for (const [column, seconds] of other) table.add(column, seconds);
        state.restore(copy);
        for (const [column, seconds] of then) table.add(column, seconds);
        expect(allOf(table)).toEqual(allOf(tableOf([...before, ...then])));
      }),
      { seed: 34, numRuns: 40 },
    );
  });

  it('refuses a span below zero', () => {
    expect(() => tableOf([[0, -1]])).toThrow('A span is -1 s long; it must be 0 s or more.');
    expect(() => tableOf([[0, Number.NaN]])).toThrow('A span is NaN s long');
  });
});
