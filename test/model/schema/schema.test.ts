// The schema of a whole scenario: both forms, all problems at once, what may be set, what editors are told.
import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { type CorridorData, months, teuOfSize } from '../../../src/model/corridor/corridor';
import type { Takes } from '../../../src/model/corridor/data/takes';
import type { corridorSchema } from '../../../src/model/schema/corridorSchema';
import { decode, encode, scenarioJsonSchema, settablePaths, valueAt } from '../../../src/model/schema/schema';
import { ProblemError, readPath } from '../../../src/problem';
import { readUnit, type UnitKind, type UnitValues, unitWords } from '../../../src/units';
import { small } from '../small';

/** The small corridor as a file's values, free to be spoilt. */
const written = () => parse(stringify(encode(small)));

/** Sentences by path. */
const said = (value: unknown, form: 'file' | 'typed' = 'file') =>
  decode(value, form).issues.map(({ path, say }) => `${path.join('/')}: ${say}`);

describe('the two forms', () => {
  it('the schema yields exactly the hand-written type of a corridor', () => {
    expectTypeOf<z.output<ReturnType<typeof corridorSchema>>>().toEqualTypeOf<CorridorData>();
  });

  it('a typed corridor is written as text with units and read back bit by bit', () => {
    expect(decode(small, 'typed')).toStrictEqual({ data: small, issues: [] });
    const file = written();
    expect(file.places.Aktau.berths.container.tieUp).toBe('3 h');
    expect(file.flows.westbound).toEqual({
      from: "Xi'an",
      to: 'Poti',
      demand: '8000 TEU/year',
      boxes: { '22G1': '20 %', '45G1': '80 %' },
    });
    expect(file.changes['third-berth'].cost).toBe('45 MUSD');
    expect(decode(file, 'file')).toStrictEqual({ data: small, issues: [] });
  });

  it('what may be left out has the documented default', () => {
    const bare = { keruen: 'scenario@1', id: 'x', title: 'x', start: '2024-01-01', places: {} };
    const data = { ...bare, timeZone: 'UTC', warmUp: 7_776_000, lines: {}, services: {}, fleets: {}, flows: {} };
    for (const form of ['file', 'typed'] as const) expect(decode(bare, form)).toStrictEqual({ data, issues: [] });
  });

  it('encode refuses what is not a corridor, with its problems', () => {
    const broken = { ...small, warmUp: Number.NaN } as unknown as CorridorData;
    expect(() => encode(broken)).toThrow(ProblemError);
    expect(() => encode(broken)).toThrow(/^warmUp: NaN is not a duration/);
  });
});

describe('any corridor', () => {
  const quantity = <K extends UnitKind>(kind: K): fc.Arbitrary<UnitValues[K]> => {
    const { most } = unitWords[kind];
    // A crane rate or a speed of 0 is refused.
    const least = kind === 'moves' || kind === 'speed' ? 1 : 0;
    const number =
      kind === 'duration'
        ? fc.integer({ min: 0, max: most })
        : fc.oneof(
            fc.double({ min: least, max: most, noNaN: true }),
            fc.integer({ min: least, max: Math.min(most, 1000) }),
          );
    // Adding 0 turns -0, which is refused, into 0.
    return number.map((x) => (x + 0) as UnitValues[K]);
  };
  const record = <T, K extends keyof T = keyof T>(fields: { [P in keyof T]: fc.Arbitrary<T[P]> }, requiredKeys?: K[]) =>
    fc.record(fields, { requiredKeys: requiredKeys ?? (Object.keys(fields) as K[]), noNullPrototype: true });
  const name = fc.constantFrom("Xi'an", 'Aktau', 'New port', 'a.b', '22G1', 'Ақтау', 'third-berth', 'constructor');
  const mapOf = <T>(value: fc.Arbitrary<T>) =>
    fc.dictionary(name, value, { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<{ [key: string]: T }>;
  const count = fc.integer({ min: 0, max: 1_000_000 });
  const takes: fc.Arbitrary<Takes> = fc.oneof(
    quantity('duration'),
    record({ law: fc.constant('exponential' as const), mean: quantity('duration').filter((mean) => mean > 0) }),
    record({
      law: fc.constant('empirical' as const),
      observed: fc.array(quantity('duration'), { minLength: 1, maxLength: 3 }),
    }),
  );
  const at = fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }));
  const border = record(
    {
      kind: fc.constant('rail border' as const),
      at,
      controls: mapOf(record({ takes, trainsFrom: name }, ['takes'])),
      channels: mapOf(record({ share: quantity('share'), takes })),
      gaugeChange: record({
        tracks: record({ 1435: count, 1520: count }),
        cranes: count,
        rate: quantity('moves'),
        buffer: quantity('teu'),
        shunting: quantity('duration'),
      }),
    },
    ['kind', 'at', 'controls'],
  );
  const crane = record({ count, rate: quantity('moves'), variation: quantity('share'), each: count }, [
    'count',
    'rate',
  ]);
  const yard = record({ capacity: quantity('teu') });
  const terminal = record({
    kind: fc.constant('terminal' as const),
    at,
    tracks: count,
    shunting: quantity('duration'),
    cranes: record({ rail: crane }),
    yard,
  });
  const junction = record({ kind: fc.constant('junction' as const), at, title: name }, ['kind', 'at']);
  const line = record(
    {
      between: fc.tuple(name, name),
      mode: fc.constantFrom('rail' as const, 'sea' as const),
      length: quantity('length'),
      speed: quantity('speed'),
      variation: quantity('share'),
      gauge: fc.constantFrom(1435 as const, 1520 as const),
      paths: quantity('paths'),
    },
    ['between', 'mode', 'length'],
  );
  const leaves = record({ full: fc.boolean(), longestWait: quantity('duration'), least: quantity('teu') }, ['full']);
  const flow = record(
    {
      from: name,
      to: name,
      demand: quantity('teuPerYear'),
      boxes: record({ '22G1': quantity('share'), L5G1: quantity('share') }, []),
      empty: quantity('share'),
    },
    ['from', 'to', 'demand', 'boxes'],
  );
  const corridor: fc.Arbitrary<CorridorData> = record({
    keruen: fc.constant('scenario@1' as const),
    id: name,
    title: name,
    start: fc.constantFrom('2024-02-29', '1999-12-31'),
    timeZone: fc.constantFrom('UTC', 'Asia/Aqtau'),
    warmUp: quantity('duration'),
    places: mapOf(fc.oneof(border, terminal, junction)),
    lines: mapOf(line),
    services: mapOf(
      record({ on: fc.oneof(name, fc.array(name)), fleet: name, leaves, sails: leaves }, ['on', 'fleet']),
    ),
    fleets: mapOf(record({ count, carries: quantity('teu'), load: quantity('share') }, ['count', 'carries'])),
    flows: mapOf(flow),
    changes: mapOf(
      record({ set: mapOf(fc.jsonValue()), cost: quantity('money'), from: fc.constant('2024-07-01') }, ['set']),
    ),
    variants: mapOf(fc.array(name)),
  });

  it('is written and read back bit by bit, in both forms', () => {
    fc.assert(
      fc.property(corridor, (data) => {
        // vitest would compare the `constructor` entries as if they were classes.
        deepStrictEqual(decode(data, 'typed'), { data, issues: [] });
        const file = encode(data);
        deepStrictEqual(decode(file, 'file'), { data, issues: [] });
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

describe('problems', () => {
  it('come all at once, each at its deepest path, in words of the file', () => {
    const bad = written();
    bad.places.Aktau.yrad = bad.places.Aktau.yard;
    delete bad.places.Aktau.yard;
    bad.places.Alat.kind = 'sea port';
    bad.places['000 TEU'] = { kind: 'junction', at: [0, 0] };
    bad.places.Poti.cranes.rail.rate = 15;
    bad.places.Poti.at = [109, 34];
    bad.places.Poti.tracks = -1.5;
    bad.places.Khorgos.controls.seals.takes = { law: 'exponential', mean: '3 hrz' };
    delete bad.places.Khorgos.kind;
    bad.lines.China.between = ["Xi'an"];
    bad.services['kazakh train'].on[0] = 7;
    bad.fleets.feeders = 6;
    bad.flows.westbound.demand = '30,000 TEU/year';
    bad.flows.westbound.boxes['22G2'] = '3 %';
    delete bad.weather.caspian.closedShare.feb;
    bad.start = '2024-02-31';
    bad.calendars = { x: 1 };
    bad.changes['third-berth'].cost = 45;
    bad.headline = 'p90';
    bad.fleet = {};
    const sentences = said(bad).join('\n');
    for (const sentence of [
      'places/Aktau/yard: This is missing; write entries for capacity; it may have laden, empty, transit, collected, brought, freeDays too.',
      'places/Aktau/yrad: There is no entry "yrad" here; there may be kind, title, at, unlocode, berths, cranes, yard, tracks, shunting, weather. Did you mean yard?',
      'places/Alat/kind: There is no kind "sea port"; there are terminal, rail border, seaport, junction, hinterland, road border. Did you mean seaport?',
      'places/000 TEU: The key "000 TEU" begins with digits and a space: was a number written with a comma',
      'places/Poti/cranes/rail/rate: 15 what? Write 15 moves/h if that is meant',
      'places/Poti/at/0: 109 is not allowed: a position is a latitude from -90 to 90',
      'places/Poti/tracks: -1.5 is not a whole number from 0 to 1000000.',
      'places/Khorgos/kind: This is missing; write which kind it is: one of terminal, rail border, seaport, junction, hinterland, road border.',
      `lines/China/between: ["Xi'an"] is not a list of two.`,
      'services/kazakh train/on/0: 7 is not the key of an entry; where a name is meant, write it in quotes: "7".',
      'fleets/feeders: 6 is not a map; write entries for count, carries, load, speed, shortestRound, pace, platform, draft, clearance, ships.',
      'flows/westbound/demand: "30,000 TEU/year": numbers have no thousands separator (inside braces a comma would silently make two entries); write 30000 TEU/year, or 30.000 TEU/year if a decimal point was meant.',
      'flows/westbound/boxes/22G2: There is no entry "22G2" here; there may be 22G1, 22R1, 42G1, 45G1, 45R1, L5G1. Did you mean 22G1?',
      'weather/caspian/closedShare/feb: This is missing (Share of the month in which storms close the sea); write a share in %',
      'start: There is no day "2024-02-31" in the calendar.',
      'calendars/x: 1 is not a map; write entries for timeZone, hours, dates.',
      'changes/third-berth/cost: 45 what? Write 45 MUSD if that is meant',
      'headline: "p90" is not a list.',
      'fleet: There is no entry "fleet" here; there may be keruen, id',
    ]) {
      expect(sentences).toContain(sentence);
    }
    expect(decode(bad, 'file').issues).toHaveLength(19);
    expect(decode(bad, 'file').data).toBeUndefined();
  });

  it('carry what came and what is allowed', () => {
    const bad = written();
    bad.places.Poti.tracks = Number.NaN;
    expect(decode(bad, 'file').issues).toEqual([
      {
        path: ['places', 'Poti', 'tracks'],
        got: Number.NaN,
        allowed: 'a whole number from 0 to 1000000',
        say: 'NaN is not a whole number from 0 to 1000000.',
      },
    ]);
  });

  it('of typed values speak of base units', () => {
    const bad = structuredClone(small) as unknown as { warmUp: unknown; fleets: { feeders: { carries: unknown } } };
    bad.warmUp = 1.5;
    bad.fleets.feeders.carries = '225 TEU';
    expect(said(bad, 'typed')).toEqual([
      expect.stringMatching(/^warmUp: 1\.5 s is not a whole number of seconds/),
      'fleets/feeders/carries: "225 TEU" is not a number of TEU; give a number in TEU.',
    ]);
  });

  it('are found whatever comes instead of a scenario', () => {
    for (const value of [null, undefined, 5, 'x', [], () => 0]) {
      expect(decode(value, 'file').issues).toHaveLength(1);
      expect(decode(value, 'typed').issues).toHaveLength(1);
    }
    const sly = written();
    sly.places = JSON.parse('{ "__proto__": { "kind": "junction", "at": [0, 0] } }');
    expect(said(sly)).toEqual(['places/__proto__: A key must not be __proto__; give the entry another name.']);
  });
});

describe('one value at a path', () => {
  it('is read as the schema reads it there', () => {
    const read = (path: string, value: unknown) => valueAt(readPath(path), value, 'file', small);
    expect(read('places.Aktau.yard.capacity', '5 kTEU')).toEqual({ value: 5000, issues: [] });
    expect(read('places.Khorgos.controls.seals.takes.mean', '5 h')).toEqual({ value: 18_000, issues: [] });
    expect(read('fleets.new', { count: 1, carries: '5 TEU' })).toEqual({ value: { count: 1, carries: 5 }, issues: [] });
    expect(read('lines.China.gauge', 1520)).toEqual({ value: 1520, issues: [] });
    expect(valueAt(['warmUp'], 86_400, 'typed')).toEqual({ value: 86_400, issues: [] });
    expect(valueAt(['places', 'Aktau', 'tracks'], 3, 'file')).toEqual({ value: 3, issues: [] });
  });

  it.each([
    ['places.Aktau.yard.capacity', 5, ['places.Aktau.yard.capacity', /^5 what\? Write 5 TEU/]],
    ['places.Aktau.yard.capacty', '5 TEU', ['places.Aktau.yard.capacty', /Did you mean capacity\?$/]],
    ['plcaes.Aktau.tracks', 3, ['plcaes', /Did you mean places\?$/]],
    ['places.Aktau.gaugeChange', {}, ['places.Aktau.gaugeChange', /^There is no entry "gaugeChange" here/]],
    [
      'places.Aktau.tracks.x',
      3,
      ['places.Aktau.tracks.x', /^Nothing stands below places\.Aktau\.tracks; set .* as a whole/],
    ],
    ['lines.China.between.0', 'x', ['lines.China.between.0', /^Nothing stands below lines\.China\.between/]],
    ['fleets.feeders', { count: -1 }, ['fleets.feeders.count', /^-1 is not a whole number/]],
  ])('%s = %j is refused where it goes wrong', (path, value, [where, sentence]) => {
    const { issues, value: read } = valueAt(readPath(path), value, 'file', small);
    expect(read).toBeUndefined();
    expect(issues[0].path.join('.')).toBe(where);
    expect(issues[0].say).toMatch(sentence);
  });
});

describe('what may be set', () => {
  const rows = settablePaths(small);
  const at = (path: string) => rows.find((row) => row.path === path);

  it('is listed with value, unit and note, set or not', () => {
    expect(at('places.Aktau.cranes.quay.rate')).toEqual({
      path: 'places.Aktau.cranes.quay.rate',
      value: '20 moves/h',
      unit: 'moves/h',
      note: 'Quay cranes: moves an hour of each',
    });
    expect(at(`places."Xi'an".yard.capacity`)).toMatchObject({ value: '2000 TEU', unit: 'TEU' });
    expect(at(`places."Xi'an".shunting`)).toMatchObject({ value: '30 min', unit: 'min' });
    expect(at('places.Aktau.cranes.quay.variation')).toMatchObject({ value: '', unit: '%' });
    expect(at(`places."Xi'an".unlocode`)).toMatchObject({ value: '', note: 'UN/LOCODE, where the place has one' });
    expect(at('places.Khorgos.controls.seals.takes')?.value).toBe('{ law: exponential, mean: 1 h }');
    expect(at('services."kazakh train".on')?.value).toBe('[Kazakhstan east, Kazakhstan west]');
    expect(at('services.feeder.leaves')).toMatchObject({
      value: '',
      note: 'Not set. Entries: full, longestWait, longestStay, least, every, timetable',
    });
    expect(at('weather.caspian.closedShare.jan')?.value).toBe('5 %');
    expect(at('start')?.value).toBe('2024-01-01');
    expect(at('warmUp')?.value).toBe('30 d');
  });

  it('is in order of paths, each once, and every one has a value or a note', () => {
    const paths = rows.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)].sort());
    expect(rows.filter(({ value, note }) => value === '' && note === '')).toEqual([]);
  });

  it('can be set to the text that is shown, and nothing changes', () => {
    const standing = (path: string[]) =>
      path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], small);
    const shown = rows.filter(({ value }) => value !== '');
    expect(shown.length).toBeGreaterThan(100);
    for (const { path, value } of shown) {
      const text = path === 'places.Aktau.title' ? value : parse(value);
      expect(valueAt(readPath(path), text, 'file', small)).toStrictEqual({
        value: standing(readPath(path)),
        issues: [],
      });
    }
  });

  it('covers every single value of the small corridor', () => {
    const leaves = (value: unknown): number =>
      typeof value !== 'object' || value === null || Array.isArray(value) || 'law' in value
        ? 1
        : Object.values(value).reduce((sum: number, entry) => sum + leaves(entry), 0);
    const { places, lines, services, fleets, flows, weather, start, warmUp } = small;
    const all = leaves({ places, lines, services, fleets, flows, weather, start, warmUp });
    expect(rows.filter(({ value }) => value !== '')).toHaveLength(all);
  });
});

function reads(kind: UnitKind, text: string): boolean {
  try {
    return readUnit(kind, text) > 0;
  } catch {
    return false;
  }
}

describe('the JSON schema for editors', () => {
  type Json = { [key: string]: Json } & { required?: string[]; anyOf?: Json[] };
  const schema = scenarioJsonSchema() as Json;

  it('is draft 2020-12 with a title, and the same every time', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
    expect(schema.title).toContain('scenario@1');
    expect(JSON.stringify(scenarioJsonSchema())).toBe(JSON.stringify(schema));
  });

  it('knows notes, examples, defaults, and what is required of a scenario that stands alone', () => {
    const whole = schema.else;
    expect(whole.required).toEqual(['keruen', 'id', 'title', 'start', 'places']);
    expect(whole.properties.warmUp.default).toBe('90 d');
    expect(whole.properties.lines.additionalProperties.properties.length).toMatchObject({
      type: 'string',
      description: 'Length of the line',
      examples: ['508 km'],
    });
    expect(Object.keys(whole.properties.weather.additionalProperties.properties.closedShare.properties)).toEqual([
      ...months,
    ]);
    expect(Object.keys(whole.properties.flows.additionalProperties.properties.boxes.properties).sort()).toEqual(
      Object.keys(teuOfSize).sort(),
    );
  });

  it('proposes values that fit their field, and that can be read as what stands there', () => {
    const { lines, fleets, places } = schema.else.properties;
    const fleet = fleets.additionalProperties.properties;
    expect(fleet.platform.properties.length.examples).toEqual(['14.6 m']);
    expect(fleet.carries.examples).toEqual(['124 TEU']);
    expect(lines.additionalProperties.properties.longest.examples).toEqual(['850 m']);
    expect(schema.else.properties.warmUp.examples).toEqual(['30 d']);
    expect(JSON.stringify(places)).not.toContain('508 km');
    const kinds = Object.keys(unitWords) as UnitKind[];
    const isRead = (example: string) => kinds.some((kind) => reads(kind, example));
    const examples = JSON.stringify(schema.else).match(/(?<="examples":\[")[^"]+/g) ?? [];
    expect(examples.length).toBeGreaterThan(60);
    expect(examples.filter((example) => !isRead(example))).toEqual([]);
  });

  it('accepts a whole file and refuses an unknown key', () => {
    const whole = z.fromJSONSchema(schema.else as Parameters<typeof z.fromJSONSchema>[0]);
    expect(whole.safeParse(written()).success).toBe(true);
    expect(whole.safeParse({ ...written(), fleet: {} }).success).toBe(false);
    const bare = written();
    bare.places.Aktau.yard.capacity = 3000;
    expect(whole.safeParse(bare).success).toBe(false);
  });

  it('lets a scenario that extends another leave out anything but its name, and remove entries by null', () => {
    expect(schema.if).toEqual({ required: ['extends'] });
    const over = z.fromJSONSchema(schema['then' as 'else'] as Parameters<typeof z.fromJSONSchema>[0]);
    const start = { keruen: 'scenario@1', id: 'x', extends: 'small' };
    expect(over.safeParse(start).success).toBe(true);
    const patch = {
      places: { Aktau: { yard: { capacity: '5 kTEU' } }, Poti: null },
      flows: { westbound: { empty: null } },
    };
    expect(over.safeParse({ ...start, ...patch }).success).toBe(true);
    expect(over.safeParse({ ...start, places: { Aktau: { yrad: {} } } }).success).toBe(false);
    expect(over.safeParse({ keruen: 'scenario@1', id: 'x' }).success).toBe(false);
  });
});
