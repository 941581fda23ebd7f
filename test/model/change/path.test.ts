import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  flattenSettings,
  getPath,
  hasPath,
  isMap,
  leavesOf,
  merge,
  setPath,
} from '../../../src/model/corridor/tree/path';

const aktau = {
  places: { Aktau: { tracks: 2, at: [43.6, 51.2], takes: { law: 'exponential', mean: 60 } } },
  flows: {},
};

describe('a path into the data', () => {
  it('finds what stands there, also below a law, and undefined elsewhere', () => {
    expect(getPath(aktau, ['places', 'Aktau', 'tracks'])).toBe(2);
    expect(getPath(aktau, ['places', 'Aktau', 'takes', 'mean'])).toBe(60);
    expect(getPath(aktau, ['places', 'Alat', 'tracks'])).toBeUndefined();
    expect(getPath(aktau, ['places', 'Aktau', 'tracks', 'x'])).toBeUndefined();
    expect(getPath(aktau, ['places', 'constructor'])).toBeUndefined();
    expect(getPath(aktau, [])).toBe(aktau);
    expect(hasPath(aktau, ['places', 'Aktau', 'at', '1'])).toBe(true);
    expect(hasPath(aktau, ['places', 'Aktau', 'at', '2'])).toBe(false);
  });

  it('sets a value without touching the original, and shares what did not change', () => {
    const before = structuredClone(aktau);
    const after = setPath(aktau, ['places', 'Aktau', 'tracks'], 3) as typeof aktau;
    expect(aktau).toEqual(before);
    expect(after.places.Aktau.tracks).toBe(3);
    expect(after.flows).toBe(aktau.flows);
    expect(after.places.Aktau.takes).toBe(aktau.places.Aktau.takes);
    expect(Object.keys(after.places.Aktau)).toEqual(['tracks', 'at', 'takes']);
  });

  it('makes the maps that are missing on the way', () => {
    expect(setPath({}, ['places', 'Alat', 'tracks'], 1)).toEqual({ places: { Alat: { tracks: 1 } } });
    expect(setPath(undefined, ['a'], 1)).toEqual({ a: 1 });
  });

  it('removes an entry by null, and nothing where there is none', () => {
    expect(setPath(aktau, ['places', 'Aktau'], null)).toEqual({ places: {}, flows: {} });
    expect(setPath(aktau, ['places', 'Alat'], null)).toEqual(aktau);
    expect(setPath({}, ['places', 'Alat', 'tracks'], null)).toEqual({});
  });

  it('refuses to lead into a single value or a list, with a sentence', () => {
    expect(() => setPath(aktau, ['places', 'Aktau', 'tracks', 'more'], 1)).toThrow(
      'places.Aktau.tracks is a single value, so nothing below it can be set; set places.Aktau.tracks as a whole.',
    );
    expect(() => setPath(aktau, ['places', 'Aktau', 'at', '0'], 1)).toThrow('places.Aktau.at is a list');
  });

  it('takes a key such as __proto__ for a key like any other', () => {
    const odd = setPath({}, ['__proto__', 'tracks'], 1) as object;
    expect(Object.keys(odd)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(odd)).toBe(Object.prototype);
    expect(({} as { tracks?: number }).tracks).toBeUndefined();
  });

  it('gives back what was set, and leaves every other path as it was', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof({ maxDepth: 3 }, fc.integer(), fc.dictionary(key, tie('tree'), { maxKeys: 3 })),
    }));
    const path = fc.array(key, { minLength: 1, maxLength: 4 });
    const nothingInTheWay = (data: unknown, keys: string[]) =>
      keys.every((_, i) => {
        const at = getPath(data, keys.slice(0, i));
        return at === undefined || typeof at === 'object';
      });
    fc.assert(
      fc.property(tree, path, path, fc.integer(), (data, keys, other, value) => {
        fc.pre(nothingInTheWay(data, keys));
        const after = setPath(data, keys, value);
        expect(getPath(after, keys)).toBe(value);
        const apart = keys.some((k, i) => i < other.length && k !== other[i]);
        if (apart) expect(getPath(after, other)).toEqual(getPath(data, other));
      }),
      { seed: 20240101, numRuns: 500 },
    );
  });
});

describe('settings', () => {
  it('are the same as paths, nested, and as a mix of both', () => {
    const expected = [
      [['places', 'Aktau', 'tracks'], 3],
      [['places', 'Aktau', 'yard', 'capacity'], '6000 TEU'],
    ];
    expect(flattenSettings({ 'places.Aktau.tracks': 3, 'places.Aktau.yard.capacity': '6000 TEU' })).toEqual(expected);
    expect(flattenSettings({ places: { Aktau: { tracks: 3, yard: { capacity: '6000 TEU' } } } })).toEqual(expected);
    expect(flattenSettings({ 'places.Aktau': { tracks: 3, yard: { capacity: '6000 TEU' } } })).toEqual(expected);
  });

  it('keep a law, a list, null and an empty map as one value', () => {
    const law = { law: 'exponential', mean: '3 h' };
    const set = { places: { A: { takes: law, at: [1, 2], controls: {} }, B: null } };
    expect(flattenSettings(set)).toEqual([
      [['places', 'A', 'takes'], law],
      [
        ['places', 'A', 'at'],
        [1, 2],
      ],
      [['places', 'A', 'controls'], {}],
      [['places', 'B'], null],
    ]);
    expect(isMap(law)).toBe(false);
  });

  it('read quoted keys in paths, and take nested keys as they are', () => {
    expect(flattenSettings({ 'places."Xi\'an".tracks': 1 })).toEqual([[['places', "Xi'an", 'tracks'], 1]]);
    expect(flattenSettings({ places: { 'New.port': { tracks: 1 } } })).toEqual([[['places', 'New.port', 'tracks'], 1]]);
    expect(() => flattenSettings({ 'places..tracks': 1 })).toThrow('is not a path');
  });

  it('leave out entries that are undefined', () => {
    expect(leavesOf({ a: undefined, b: 1 })).toEqual([[['b'], 1]]);
  });
});

describe('one scenario laid over another', () => {
  it('changes entry by entry, adds, and removes by null at any depth', () => {
    const base = { places: { A: { tracks: 1, yard: { capacity: 5 } }, B: { tracks: 2 } }, lines: { x: 1 } };
    const over = { places: { A: { yard: { capacity: 9 } }, B: null, C: { tracks: 3 } } };
    const merged = { places: { A: { tracks: 1, yard: { capacity: 9 } }, C: { tracks: 3 } }, lines: { x: 1 } };
    expect(merge(base, over)).toEqual(merged);
  });

  it('puts a law, a list or a single value in the place of the old one as a whole', () => {
    const base = { a: { law: 'triangular', least: 1, mode: 2, most: 3 }, list: [1, 2, 3], x: { y: 1 } };
    const over = { a: { law: 'exponential', mean: 4 }, list: [4], x: 5 };
    expect(merge(base, over)).toEqual(over);
  });

  it('corrects one entry of a law', () => {
    const law = { law: 'exponential', mean: 4 };
    expect(merge({ takes: law }, { takes: { mean: 5 } })).toEqual({ takes: { law: 'exponential', mean: 5 } });
  });

  it('takes away nulls where nothing stood', () => {
    expect(merge({}, { weather: null, places: { A: { title: null, tracks: 1 } } })).toEqual({
      places: { A: { tracks: 1 } },
    });
  });

  it('takes the settings of a change as a whole, their nulls kept', () => {
    const base = { changes: { c: { set: { 'places.A.tracks': 1 }, cost: '1 MUSD' } } };
    const over = { changes: { c: { set: { 'places.B': null } } } };
    expect(merge(base, over)).toEqual({ changes: { c: { set: { 'places.B': null }, cost: '1 MUSD' } } });
  });
});
