// Who is somewhere, in the order in which they came: however many, and back again as they were when a copy was made.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { State } from '../../../src/kernel';
import { Roll } from '../../../src/model/run/orderedSet';

const on = (roll: Roll) => [...roll.who.subarray(0, roll.count)];

it('a roll is in the order in which they came, whoever leaves and however many come', () => {
  // add: ≥ 0; −1: the first one leaves; −2: one from the middle leaves; −3: all are called.
  const steps = fc.array(fc.integer({ min: -3, max: 40 }), { minLength: 80, maxLength: 120 });
  let most = 0;
  fc.assert(
    fc.property(steps, (all) => {
      const roll = new Roll(new State(), 1);
      let known: number[] = [];
      for (const step of all) {
        if (step >= 0) {
          roll.add(step);
          known.push(step);
        } else if (step === -3) {
          expect([...roll.takeAll()]).toEqual(known);
          known = [];
        } else if (known.length > 0) {
          const row = known[step === -1 ? 0 : known.length >> 1];
          expect(roll.find(row)).toBe(known.indexOf(row));
          known.splice(known.indexOf(row), 1);
          roll.remove(roll.find(row));
        }
        most = Math.max(most, known.length);
        expect(on(roll)).toEqual(known);
      }
      expect(roll.find(41)).toBe(-1);
    }),
    { seed: 4, numRuns: 100 },
  );
  // From room for one it must have grown four times.
  expect(most).toBeGreaterThan(16);
});

it('whoever comes on a roll while those who were on it are called is there the next time', () => {
  const roll = new Roll(new State());
  for (const row of [3, 5]) roll.add(row);
  const called: number[] = [];
  for (const row of roll.takeAll()) {
    called.push(row);
    roll.add(row + 10);
  }
  expect([called, on(roll)]).toEqual([
    [3, 5],
    [13, 15],
  ]);
});

it('a roll is what it was when its state goes back to a copy, shorter or longer', () => {
  const state = new State();
  const roll = new Roll(state, 2);
  roll.add(7);
  const short = state.save();
  for (let row = 0; row < 20; row++) roll.add(row);
  const long = state.save();
  state.restore(short);
  expect(on(roll)).toEqual([7]);
  roll.add(8);
  expect(on(roll)).toEqual([7, 8]);
  state.restore(long);
  expect(on(roll)).toEqual([7, ...Array.from({ length: 20 }, (_, row) => row)]);
});
