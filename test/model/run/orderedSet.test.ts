// Who is somewhere, in the order in which they came: however many, and back again as they were when a copy was made.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { State } from '../../../src/kernel';
import { OrderedSet } from '../../../src/model/run/orderedSet';

const on = (set: OrderedSet) => [...set.who.subarray(0, set.count)];

it('a roll is in the order in which they came, whoever leaves and however many come', () => {
  // add: ≥ 0; −1: the first one leaves; −2: one from the middle leaves; −3: all are called.
  const steps = fc.array(fc.integer({ min: -3, max: 40 }), { minLength: 80, maxLength: 120 });
  let most = 0;
  fc.assert(
    fc.property(steps, (all) => {
      const set = new OrderedSet(new State(), 1);
      let known: number[] = [];
      for (const step of all) {
        if (step >= 0) {
          set.add(step);
          known.push(step);
        } else if (step === -3) {
          expect([...set.takeAll()]).toEqual(known);
          known = [];
        } else if (known.length > 0) {
          const row = known[step === -1 ? 0 : known.length >> 1];
          expect(set.find(row)).toBe(known.indexOf(row));
          known.splice(known.indexOf(row), 1);
          set.remove(set.find(row));
        }
        most = Math.max(most, known.length);
        expect(on(set)).toEqual(known);
      }
      expect(set.find(41)).toBe(-1);
    }),
    { seed: 4, numRuns: 100 },
  );
  // From room for one it must have grown four times.
  expect(most).toBeGreaterThan(16);
});

it('whoever comes on a roll while those who were on it are called is there the next time', () => {
  const set = new OrderedSet(new State());
  for (const row of [3, 5]) set.add(row);
  const called: number[] = [];
  for (const row of set.takeAll()) {
    called.push(row);
    set.add(row + 10);
  }
  expect([called, on(set)]).toEqual([
    [3, 5],
    [13, 15],
  ]);
});

it('a roll is what it was when its state goes back to a copy, shorter or longer', () => {
  const state = new State();
  const set = new OrderedSet(state, 2);
  set.add(7);
  const short = state.save();
  for (let row = 0; row < 20; row++) set.add(row);
  const long = state.save();
  state.restore(short);
  expect(on(set)).toEqual([7]);
  set.add(8);
  expect(on(set)).toEqual([7, 8]);
  state.restore(long);
  expect(on(set)).toEqual([7, ...Array.from({ length: 20 }, (_, row) => row)]);
});
