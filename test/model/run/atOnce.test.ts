// A scenario with several mistakes: a mistake in one part hides none in another, and none is made up from it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validated } from '../../../src/model/change/validate';
import { getPath, setPath } from '../../../src/model/corridor/tree/path';
import { readScenario } from '../../../src/model/file/file';
import { encode } from '../../../src/model/schema/schema';
import { readPath, writePath } from '../../../src/problem';
import { small } from '../small';

const content = encode(small);
const spoilt = (set: { readonly [path: string]: unknown }) =>
  Object.entries(set).reduce<unknown>((data, [path, value]) => setPath(data, readPath(path), value), content);
/** The paths of all problems, in order. */
const pathsOf = (set: { readonly [path: string]: unknown }) =>
  validated(spoilt(set), 'file').problems.map(({ path }) => path);

/** Every single value of the file that has a shape of its own: what stands beside the data names paths or is a title. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, entry]) => leaves(entry, [...path, key]));
}
const beside = ['changes', 'variants', 'headline', 'sources', 'ranges'];
const values = leaves(content).filter(([first]) => !beside.includes(first));

/** Every place of the file where something else is named: what is written there instead, and where it must be found. */
const references: readonly (readonly [at: string, value: unknown, found?: string])[] = [
  ['lines.China.between', ["Xi'an", 'Nowhere'], 'lines.China.between.1'],
  ['lines.Caspian.between', ['Nowhere', 'Alat'], 'lines.Caspian.between.0'],
  ['services.feeder.on', 'Nowhere'],
  ['services."kazakh train".on', ['Kazakhstan east', 'Nowhere'], 'services."kazakh train".on.1'],
  ['services.feeder.fleet', 'Nowhere'],
  ['flows.westbound.from', 'Nowhere'],
  ['flows.eastbound.to', 'Nowhere'],
  ['places.Alat.weather', 'Nowhere'],
  ['places.Khorgos.controls.papers.trainsFrom', 'Nowhere'],
  ['variants.announced', ['Nowhere'], 'variants.announced.0'],
  ['headline', ['p90 dwell at Nowhere'], 'headline.0'],
  ['sources."places.Nowhere.tracks"', 'N29'],
  ['ranges."places.Nowhere.tracks"', [1, 2]],
  ['changes.more-cranes.set', { 'places.Nowhere.tracks': 3 }, 'changes.more-cranes.set."places.Nowhere.tracks"'],
];

/** Where a value that cannot be read leaves open what else its entry is. */
function leavesOpen(value: readonly string[], reference: readonly string[]): boolean {
  const ofKind = value[0] === 'places' && value[2] === 'kind' && value[1] === reference[1];
  return ofKind || value.every((key, i) => key === reference[i]) || reference.every((key, i) => key === value[i]);
}

describe('a mistake in a value and one in a name', () => {
  it('are both found, whichever they are', () => {
    let pairs = 0;
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.constantFrom(...references), (value, [at, named, found = at]) => {
        if (leavesOpen(value, readPath(at))) return;
        const both = pathsOf({ [writePath(value)]: { odd: 1 }, [at]: named });
        expect(both.some((path) => path === writePath(value) || path.startsWith(`${writePath(value)}.`))).toBe(true);
        expect(both).toContain(found);
        pairs++;
      }),
      { seed: 20240102, numRuns: 300 },
    );
    expect(pairs).toBeGreaterThan(250);
  });

  it('bring no further problem: what follows from a value that cannot be read is not complained of', () => {
    const entries = [...new Set(values.filter(({ length }) => length > 1).map(([map, id]) => writePath([map, id])))];
    const maps = ['places', 'lines', 'services', 'fleets', 'flows', 'weather', 'changes', 'variants'];
    for (const where of [...values.map(writePath), ...entries, ...maps]) {
      const further = pathsOf({ [where]: [{ odd: 1 }] }).filter(
        (path) => !(path === where || path.startsWith(`${where}.`)),
      );
      expect(further, where).toEqual([]);
    }
  });

  it('bring no further problem: a slip in a key stands for the key that is left out', () => {
    for (const value of values) {
      const slip = [...value.slice(0, -1), `${value.at(-1)}x`];
      const further = pathsOf({ [writePath(value)]: null, [writePath(slip)]: getPath(content, value) }).filter(
        (path) => ![value, slip].map(writePath).includes(path),
      );
      expect(further, writePath(slip)).toEqual([]);
    }
  });
});

describe('a file with several mistakes', () => {
  const readme = `keruen: scenario@2
id: two-terminals
title: One railway between two terminals
start: 2025-01-01
places:
  Almaty: { kind: terminal, at: [43.35, 76.95], tracks: 2, shunting: 1 h, cranes: { rail: { count: 2, rate: 15 moves/h } }, yard: { capacity: 1500 TEU } }
  Aktobe: { kind: terminal, at: [50.28, 57.17], tracks: 2, shunting: 1 h, cranes: { rail: { count: 2, rate: 15 moves/h } }, yard: { capacity: 1500 TEU } }
lines:
  railway: { between: [Almaty, Aktobe], mode: rail, length: 2200 km, speed: 35 }
services:
  train: { on: railway, fleet: sets, leaves: { full: true } }
fleets:
  sets: { count: 4, carries: 110 h }
flows:
  west: { from: Aktobbe, to: Almaty, demand: 5000 TEU/year, boxes: { 22G1: 100 % } }
`;

  it('says all of them, in the order of its lines', () => {
    const { problems } = readScenario(readme, 'x.yaml', { base: () => undefined });
    expect(problems.map(({ line, path }) => `${line}: ${path}`)).toEqual([
      '1: keruen',
      '9: lines.railway.speed',
      '13: fleets.sets.carries',
      '15: flows.west.from',
    ]);
  });

  it('says nothing of a way that a broken line may be part of, and all of sums and counts elsewhere', () => {
    const set = {
      'lines.China.length': '3400 h',
      'services."kazakh train".on': 'Kazakhstan wets',
      'places.Khorgos.channels.red.share': '5 %',
      'places.Poti.tracks': 0,
      'flows.westbound.boxes': { '22G1': '20 %' },
    };
    expect(pathsOf(set)).toEqual([
      'places.Khorgos.channels',
      'places.Poti.tracks',
      'lines.China.length',
      'services."kazakh train".on',
      'flows.westbound.boxes',
    ]);
  });

  it('takes a key with a space for what it was meant to be', () => {
    const { Poti, ...others } = getPath(content, ['places']) as { readonly [id: string]: unknown };
    const places = { ...others, 'Poti ': Poti, ' Baku': Poti };
    expect(validated({ ...content, places }, 'file').problems.map(({ path }) => path)).toEqual([
      'places."Poti "',
      'places." Baku"',
    ]);
  });

  it('says of a range that is none only that', () => {
    expect(pathsOf({ ranges: { 'places.Nowhere.tracks': 5 } })).toEqual(['ranges."places.Nowhere.tracks"']);
  });

  it('lets a change build on what another one brings, and finds the slip in a third', () => {
    const changes = {
      ferries: { set: { 'places.Aktau.berths.ferry': { count: 1, cranes: 1, tieUp: '2 h' } } },
      more: { set: { 'places.Aktau.berths.ferry.count': 2 } },
      wrong: { set: { 'places.Aktua.tracks': 3, 'places.Aktau.shunting': 30 } },
    };
    const variants = { all: ['ferries', 'more', 'wrong'] };
    expect(pathsOf({ changes, variants, 'fleets.feeders.carries': '1 h' })).toEqual([
      'fleets.feeders.carries',
      'changes.wrong.set."places.Aktua.tracks"',
      'changes.wrong.set."places.Aktau.shunting"',
    ]);
  });
});
