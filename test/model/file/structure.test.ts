// Data that are no tree, too deep, or have holes: a problem with its path, and no message of a library.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { readScenario } from '../../../src/model/file/file';
import { ProblemError } from '../../../src/problem';
import { roadBorder } from '../../../src/scenarios/roadBorder';

const problemsOf = (text: string) => readScenario(text, 'x.yaml', { base: () => undefined }).problems;
const refused = (make: () => unknown) => {
  try {
    make();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ path, say }) => `${path}: ${say}`);
    throw error;
  }
  return [];
};
const typed = (more: object) => corridor({ ...roadBorder.data, ...more } as Parameters<typeof corridor>[0]);

describe('a file', () => {
  it.each([
    ['a: &a {b: *a}', 'a.b'],
    ['keruen: scenario@1\nplaces: &p { A: *p }', 'places.A'],
  ])('that contains itself by an alias is refused with its path: %j', (text, path) => {
    expect(problemsOf(text)).toMatchObject([
      { path, file: 'x.yaml', line: expect.any(Number), say: expect.stringMatching(/contains itself/) },
    ]);
  });

  it.each([
    `keruen: scenario@1\nplaces: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`,
    `{"keruen":"scenario@1","places":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
    `keruen: scenario@1\nplaces: ${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    `keruen: scenario@1\nplaces: ${'{a: '.repeat(80)}1${'}'.repeat(80)}`,
  ])('that is nested beyond measure is refused once, in plain words', (text) => {
    expect(problemsOf(text)).toMatchObject([{ file: 'x.yaml', say: expect.stringMatching(/64 levels deep/) }]);
  });

  it('of several documents is told to be split', () => {
    expect(problemsOf('keruen: scenario@1\n---\nkeruen: scenario@1\n')).toMatchObject([
      { line: 2, say: expect.stringMatching(/holds several documents.*put each other one into a file of its own/) },
    ]);
  });

  it('that names a place by a number is told to quote it', () => {
    const text =
      'keruen: scenario@1\nid: x\ntitle: x\nstart: 2025-01-01\nplaces: { B: { kind: hinterland, at: [1, 3] } }\nflows: { f: { from: 700000, to: B } }';
    expect(problemsOf(text)).toContainEqual(
      expect.objectContaining({ path: 'flows.f.from', say: expect.stringContaining('write it in quotes: "700000"') }),
    );
  });

  it('may name a place in letters composed or decomposed', () => {
    const two = (name: string) => `
keruen: scenario@1
id: x
title: x
start: 2025-01-01
places: { Z\u00fcrich: { kind: hinterland, at: [47, 8] }, B: { kind: hinterland, at: [48, 9] } }
lines: { w: { between: [${name}, B], mode: rail, length: 80 km, speed: 40 km/h } }
services: { s: { on: w, fleet: f, leaves: { full: true, longestWait: 1 d } } }
fleets: { f: { count: 1, carries: 10 TEU } }
flows: { f: { from: Z\u00fcrich, to: B, demand: 1 kTEU/year, boxes: { 22G1: 100 % } } }
`;
    expect(problemsOf(two('Z\u00fcrich'))).toEqual([]);
    expect(problemsOf(two('Zu\u0308rich'))).toEqual([]);
  });
});

describe('typed data', () => {
  it('may name a place in letters composed or decomposed, in data and in changes', () => {
    const [composed, apart] = ['Z\u00fcrich', 'Zu\u0308rich'];
    const { sources: _, ranges: __, changes: ___, variants: ____, ...data } = roadBorder.data;
    const rename = (one: string, other: string) =>
      JSON.parse(JSON.stringify(data).replaceAll(`"${one}"`, `"${other}"`));
    const [first] = Object.keys(data.places);
    const whole = rename(first, composed);
    const mixed = { ...rename(first, apart), places: whole.places };
    expect(corridor(mixed).hash).toBe(corridor(whole).hash);
    const set = { [`places.${apart}.title`]: 'Another' };
    expect(corridor(whole).apply({ set }).data.places[composed].title).toBe('Another');
  });

  it('that contain themselves, have holes or are too deep are refused with their path', () => {
    const round: { [key: string]: unknown } = {};
    round.again = round;
    expect(refused(() => typed({ calendars: { a: round } }))).toEqual([
      'calendars.a.again: This contains itself; write out what is meant.',
    ]);
    // biome-ignore lint/suspicious/noSparseArray: that is what is refused
    expect(refused(() => typed({ headline: [, 'p90 dwell at X'] }))[0]).toMatch(/^headline: This list has holes/);
    let deep: object = {};
    for (let i = 0; i < 10_000; i++) deep = { a: deep };
    expect(refused(() => typed({ calendars: { deep } }))[0]).toMatch(/^calendars\.deep\.a: .*64 levels deep/);
  });

  it('without a prototype are as good as any', () => {
    const bare = Object.assign(Object.create(null), roadBorder.data);
    bare.places = Object.assign(Object.create(null), roadBorder.data.places);
    expect(corridor(bare).hash).toBe(roadBorder.hash);
  });

  it('in a change are refused at their path', () => {
    const round: { [key: string]: unknown } = {};
    round.again = round;
    expect(refused(() => roadBorder.apply({ set: { timeZone: round } }))[0]).toMatch(
      /^timeZone\.again: This contains itself/,
    );
  });
});
