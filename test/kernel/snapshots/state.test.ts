// The arrays of a run: handed out once, grown without losing anything.
import { describe, expect, it } from 'vitest';
import { State } from '../../../src/kernel/snapshots/state';

class Yard {
  rows: Int32Array;
  since: Float64Array;
  kind: Uint8Array;
  constructor(state: State, length: number) {
    this.rows = state.int32(this, 'rows', length);
    this.since = state.float64(this, 'since', length);
    this.kind = state.uint8(this, 'kind', length);
  }
}

describe('State', () => {
  it('hands out zeros of the asked type and length, and puts them into the field of the owner', () => {
    const state = new State();
    const owner: { since?: Float64Array } = {};
    const array = state.float64(owner, 'since', 3);
    expect(owner.since).toBe(array);
    expect(array).toEqual(new Float64Array(3));
    const yard = new Yard(state, 2);
    expect([yard.rows, yard.kind]).toEqual([new Int32Array(2), new Uint8Array(2)]);
  });

  it('makes all arrays of one owner longer, keeps what they held, and leaves other owners alone', () => {
    const state = new State();
    const yard = new Yard(state, 2);
    const other = new Yard(state, 2);
    const untouched = other.rows;
    yard.rows.set([7, -8]);
    yard.since.set([0.25, 1e300]);
    yard.kind.set([255, 1]);
    state.grow(yard, 4);
    expect(yard.rows).toEqual(Int32Array.of(7, -8, 0, 0));
    expect(yard.since).toEqual(Float64Array.of(0.25, 1e300, 0, 0));
    expect(yard.kind).toEqual(Uint8Array.of(255, 1, 0, 0));
    expect(other.rows).toBe(untouched);
    yard.rows[3] = 5;
    state.grow(yard, 5);
    expect(yard.rows).toEqual(Int32Array.of(7, -8, 0, 5, 0));
  });

  it('refuses to make arrays shorter, a length that is none, an unknown owner and a field twice', () => {
    const state = new State();
    const yard = new Yard(state, 2);
    expect(() => state.grow(yard, 1)).toThrow('"rows" holds 2 numbers and cannot become 1 long');
    expect(() => state.grow(yard, Number.NaN)).toThrow('cannot become NaN long');
    expect(() => state.grow({}, 8)).toThrow('this owner has no arrays');
    expect(() => state.int32(yard, 'rows', 2)).toThrow('"rows" of this owner exists already');
    expect(yard.rows.length).toBe(2);
  });
});
