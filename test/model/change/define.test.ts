import { describe, expect, it } from 'vitest';
import { Corridor, corridor } from '../../../src/model/change/define';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { getPath, setPath } from '../../../src/model/corridor/tree/path';
import { type Problem, ProblemError, readPath } from '../../../src/problem';
import { hours, kmPerHour, pathsPerDay, teu } from '../../../src/units';
import { small } from '../small';

const today = corridor(small);

function problemsOf(make: () => unknown): readonly Problem[] {
  try {
    make();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

const said = (make: () => unknown) => problemsOf(make).map(({ path, say }) => `${path}: ${say}`);
const at = (of: Corridor, path: string) => getPath(of.data, readPath(path));
const set = (settings: { readonly [path: string]: unknown }) => () => today.apply({ set: settings });

describe('a corridor', () => {
  it('is made of its data, and keeps them as they are', () => {
    expect(today.data.places.Aktau).toEqual(small.places.Aktau);
    expect(today.changes).toEqual([]);
    expect(today.dated).toEqual([]);
  });

  it('is refused with everything that is wrong, by shape and by relation', () => {
    const bad = { ...small, id: 7, fleets: { ...small.fleets, feeders: { count: 2.5, carries: Number.NaN } } };
    const problems = problemsOf(() => corridor(bad as unknown as CorridorData));
    expect(problems.map(({ path }) => path).sort()).toEqual([
      'fleets.feeders.carries',
      'fleets.feeders.count',
      'id',
      'lines.Caspian.speed',
    ]);
  });

  it('is refused with every relation that does not hold, and every change that cannot be made', () => {
    const changes = { wrong: { set: { 'places.Aktua.tracks': 3, 'places.Aktau.shunting': 30 } } };
    const bad = {
      ...small,
      fleets: { ...small.fleets, feeders: { ...small.fleets.feeders, count: 0 } },
      changes,
      variants: {},
    };
    expect(said(() => corridor(bad))).toEqual([
      'fleets.feeders.count: The service "feeder" has no unit to run with; give the fleet "feeders" at least one.',
      'changes.wrong.set."places.Aktua.tracks": There is no places.Aktua.tracks; did you mean places.Aktau.tracks?',
      'changes.wrong.set."places.Aktau.shunting": 30 what? Write 30 h if that is meant; allowed is a duration in s, min, h, d, weeks, such as 8 h, at most 3650 d.',
    ]);
  });

  it('is refused where it does not hold with one of its variants', () => {
    const changes = { 'no ships': { set: { 'fleets.feeders.count': 0 } } };
    expect(said(() => corridor({ ...small, changes, variants: { winter: ['no ships'] } }))).toEqual([
      'variants.winter: With it, fleets.feeders.count does not hold: The service "feeder" has no unit to run with; give the fleet "feeders" at least one.',
    ]);
  });

  it('lets a change of a variant build on the one before it', () => {
    const berths = { count: 1, cranes: 1, tieUp: '2 h' };
    const changes = {
      ferries: { set: { 'places.Aktau.berths.ferry': berths } },
      'more ferries': { set: { 'places.Aktau.berths.ferry.count': 2 } },
    };
    const planned = corridor({ ...small, changes, variants: { all: ['ferries', 'more ferries'] } }).variant('all');
    expect(planned.data.places.Aktau).toMatchObject({ berths: { ferry: { count: 2, cranes: 1, tieUp: 7200 } } });
  });
});

describe('a change', () => {
  it('sets nested typed values, paths with text, and a mix of both', () => {
    const nested = today.with({
      set: { places: { Aktau: { shunting: hours(8) } }, fleets: { feeders: { count: 3 } } },
    });
    const paths = today.with({ set: { 'places.Aktau.shunting': '8 h', 'fleets.feeders.count': 3 } });
    const mixed = today.with({ set: { 'places.Aktau': { shunting: '480 min' }, fleets: { feeders: { count: 3 } } } });
    for (const changed of [nested, paths, mixed]) {
      expect(at(changed, 'places.Aktau.shunting')).toBe(28_800);
      expect(changed.data.fleets.feeders.count).toBe(3);
      expect(changed.hash).toBe(nested.hash);
    }
    expect(at(today, 'places.Aktau.shunting')).toBe(1_800);
    expect(nested.hash).not.toBe(today.hash);
  });

  it('takes text with a unit in the nested form too', () => {
    const changed = today.apply({ set: { places: { Aktau: { shunting: '8 h' } } } });
    expect(at(changed, 'places.Aktau.shunting')).toBe(28_800);
  });

  it('puts a law in the place of a fixed time, and corrects one entry of a law', () => {
    const law = { law: 'exponential', mean: hours(3) } as const;
    const nested = today.with({ set: { places: { Khorgos: { controls: { papers: { takes: law } } } } } });
    expect(at(nested, 'places.Khorgos.controls.papers.takes')).toEqual(law);
    const corrected = today.apply({ set: { 'places.Khorgos.controls.seals.takes.mean': '3 h' } });
    expect(at(corrected, 'places.Khorgos.controls.seals.takes')).toEqual(law);
  });

  it('puts teams by calendar in the place of always so many, and the other way round', () => {
    const teams = 'places.Khorgos.controls.papers.teams';
    const calendars = { day: { timeZone: 'Asia/Almaty', hours: { daily: '08:00-20:00' } } };
    const always = today.apply({ set: { calendars, [teams]: 4 } });
    const byDay = always.apply({ set: { [teams]: { day: 3 } } });
    expect(at(byDay, teams)).toEqual({ day: 3 });
    expect(
      at(always.apply({ set: { places: { Khorgos: { controls: { papers: { teams: { day: 3 } } } } } } }), teams),
    ).toEqual({
      day: 3,
    });
    expect(at(byDay.apply({ set: { [teams]: 2 } }), teams)).toBe(2);
    // A path below the number does not take away what is always there without saying so.
    expect(said(() => always.apply({ set: { [`${teams}.day`]: 3 } }))).toEqual([
      `${teams}.day: ${teams} is a single value, so nothing below it can be set; set ${teams} as a whole.`,
    ]);
  });

  it('leaves no source of the old value beside a law or teams of which one entry is changed', () => {
    const sourced = corridor({
      ...small,
      sources: { 'places.Khorgos.controls.seals.takes': 'B012', 'places."Khorgos".controls."papers".takes': 'B013' },
    });
    const set = { 'places.Khorgos.controls.seals.takes.mean': '3 h', 'places.Khorgos.controls.papers.takes': '3 h' };
    expect(sourced.apply({ set }).data.sources).toEqual({
      'places.Khorgos.controls.seals.takes': 'changed',
      'places.Khorgos.controls.papers.takes': 'changed',
    });
  });

  it('removes by null, and adds whole entries', () => {
    const without = today.with({ set: { lines: { China: { paths: null } } } });
    expect(without.data.lines.China.paths).toBeUndefined();
    const lane = { between: ['Aktau', 'Alat'], mode: 'sea', length: '508 km', speed: '12 kn' };
    const ferry = today.apply({
      set: {
        'lines.ferry': lane,
        'services.ferry': { on: 'ferry', fleet: 'ferries', sails: { full: true } },
        'fleets.ferries': { count: 1, carries: '100 TEU' },
      },
    });
    expect(ferry.data.lines.ferry.speed).toBe(22.224);
    expect(ferry.data.fleets.ferries.carries).toBe(100);
  });

  it('marks what it sets as changed, and takes sources and ranges of what is gone away', () => {
    const changed = today.apply({
      set: {
        'places.Aktau.yard.capacity': '4000 TEU',
        'places.Aktau.cranes.quay': { count: 3 },
        'lines.China.paths': null,
      },
    });
    expect(changed.data.sources).toEqual({
      'places."Xi\'an".tracks': 'assumed: two seen on the map',
      'places.Aktau.yard.capacity': 'changed',
      'places.Aktau.cranes.quay.count': 'changed',
    });
    const sourced = corridor({
      ...small,
      sources: { 'lines.China.paths': 'B012' },
      ranges: { 'lines.China.paths': ['2 trains/day', '4 trains/day'] },
    });
    const without = sourced.with({ set: { lines: { China: { paths: null } } } });
    expect(without.data.sources).toEqual({});
    expect(without.data.ranges).toEqual({});
  });

  it('is named by its id or by what it sets, in order', () => {
    const twice = today
      .with({ id: 'fast', set: { 'fleets.feeders.speed': '12 kn' } })
      .with({ set: { places: { "Xi'an": { shunting: hours(8) } }, lines: { China: { paths: null } } } })
      .with('more-cranes');
    expect(twice.changes).toEqual(['fast', 'places."Xi\'an".shunting=8 h,lines.China.paths=null', 'more-cranes']);
  });

  it('can be one of the corridor, or all of a variant', () => {
    expect(at(today.with('more-cranes'), 'places.Khorgos.gaugeChange.cranes')).toBe(3);
    expect(today.variant('today').hash).toBe(today.hash);
    expect(today.variant('announced').changes).toEqual(['third-berth', 'more-cranes']);
    expect(said(() => today.with('more-crane'))).toEqual([
      'changes.more-crane: There is no change "more-crane"; did you mean more-cranes?',
    ]);
    expect(said(() => today.variant('tody'))).toEqual([
      'variants.tody: There is no variant "tody"; did you mean today?',
    ]);
  });

  const rows: readonly (readonly [
    promise: string,
    settings: { readonly [path: string]: unknown },
    problems: readonly string[],
  ])[] = [
    [
      'a misspelt name is asked back, where a place, a part or the last key is wrong',
      { 'places.Aktua.berths.container.count': 3, 'places.Aktau.berths.contaner.count': 3, 'fleets.feeders.cuont': 3 },
      [
        'places.Aktua.berths.container.count: There is no places.Aktua.berths.container.count; did you mean places.Aktau.berths.container.count?',
        'places.Aktau.berths.contaner.count: There is no places.Aktau.berths.contaner.count; did you mean places.Aktau.berths.container.count?',
        'fleets.feeders.cuont: There is no fleets.feeders.cuont; did you mean fleets.feeders.count?',
      ],
    ],
    [
      'a name far from all others: what may stand there is listed',
      { 'fleets.feeders.horsepower': 3 },
      [
        'fleets.feeders.horsepower: There is no fleets.feeders.horsepower; at fleets.feeders there may be count, carries, load, speed, shortestRound, pace, platform, draft and 2 more.',
      ],
    ],
    [
      'a wrong unit and a missing one',
      { 'places.Aktau.shunting': '8 TEU', 'fleets.feeders.carries': 225 },
      [
        'places.Aktau.shunting: "8 TEU": "TEU" is no unit for a duration; write a duration in s, min, h, d, weeks, such as 8 h, at most 3650 d.',
        'fleets.feeders.carries: 225 what? Write 225 TEU if that is meant; allowed is a number of TEU in TEU, kTEU, such as 6000 TEU, at most 10 MTEU.',
      ],
    ],
    [
      'numbers that cannot be',
      { 'fleets.feeders.count': -4, 'places.Aktau.tracks': Number.NaN },
      [
        'fleets.feeders.count: -4 is not a whole number from 0 to 1000000.',
        'places.Aktau.tracks: NaN is not a whole number from 0 to 1000000.',
      ],
    ],
    [
      'an entry that is new and not whole',
      { fleets: { feders: { count: 3 } } },
      [
        'fleets.feders: fleets.feders would be new. Did you mean feeders? As it stands: This is missing (Capacity of each); write a number of TEU as a number in TEU, from 0, at most 10 MTEU.',
      ],
    ],
    [
      'something that is needed is not removed, nothing is not removed either',
      { 'places.Aktau.yard': null, 'places.Alatt': null },
      [
        'places.Aktau.yard: places.Aktau.yard is needed and cannot be removed.',
        'places.Alatt: There is no places.Alatt; did you mean places.Alat?',
      ],
    ],
    [
      'a list and a single value are set as a whole',
      { 'places.Khorgos.controls.papers.takes.mean': '3 h' },
      [
        'places.Khorgos.controls.papers.takes.mean: places.Khorgos.controls.papers.takes is a single value, so nothing below it can be set; set places.Khorgos.controls.papers.takes as a whole.',
      ],
    ],
    [
      'an empty map changes nothing',
      { 'places.Khorgos.channels': {} },
      ['places.Khorgos.channels: An empty map changes nothing at places.Khorgos.channels; null removes an entry.'],
    ],
    [
      'what is not data cannot be changed, and text that is no path neither',
      { id: 'other', 'places..x': 3 },
      [
        'id: id cannot be set by a change.',
        '"places..x": "places..x" is not a path: a key is missing at 8. Write keys joined by dots, and quote a key that has dots or spaces: places."New port".tracks.',
      ],
    ],
    [
      'the same path twice',
      { 'places.Aktau.tracks': 3, 'places."Aktau".tracks': 4 },
      ['places.Aktau.tracks: places.Aktau.tracks is set twice.'],
    ],
    [
      'a corridor that does not hold afterwards',
      { 'fleets.feeders.count': 0 },
      ['fleets.feeders.count: The service "feeder" has no unit to run with; give the fleet "feeders" at least one.'],
    ],
  ];

  it('is refused with what came and what is allowed, beside the sentence', () => {
    const [problem] = problemsOf(set({ 'places.Aktau.shunting': '8 TEU' }));
    expect(problem.got).toBe('8 TEU');
    expect(problem.allowed).toBe('a duration in s, min, h, d, weeks, such as 8 h, at most 3650 d');
  });

  it.each(rows)('is refused: %s', (_, settings, problems) => {
    expect(said(set(settings))).toEqual(problems);
  });
});

describe('a dated change', () => {
  it('leaves the corridor as it is until its day, and stands after it', () => {
    const later = today.with('third-berth');
    expect(at(later, 'places.Aktau.berths.container.count')).toBe(2);
    expect(later.dated.map(({ from, data }) => [from, data.places.Aktau])).toEqual([
      ['2024-07-01', { ...small.places.Aktau, berths: { container: { count: 3, cranes: 2, tieUp: 10_800 } } }],
    ]);
    expect(later.dated[0].data.sources).toHaveProperty(['places.Aktau.berths.container.count'], 'changed');
    expect(later.changes).toEqual(['third-berth']);
    expect(later.hash).not.toBe(today.hash);
  });

  it('comes in order of days, several of one day as one step, each on top of those before', () => {
    const later = today
      .with({ from: '2024-09-01', set: { 'fleets.feeders.count': 5 } })
      .with({ from: '2024-03-01', set: { 'places.Aktau.tracks': 3 } })
      .with({ from: '2024-09-01', set: { 'places.Aktau.tracks': 4 } })
      .with({ set: { 'places.Poti.tracks': 5 } });
    const seen = later.dated.map(({ from, data }) => [
      from,
      data.places.Aktau,
      data.fleets.feeders.count,
      data.places.Poti,
    ]);
    const aktau = (tracks: number) => expect.objectContaining({ tracks });
    expect(seen).toEqual([
      ['2024-03-01', aktau(3), 2, aktau(5)],
      ['2024-09-01', aktau(4), 5, aktau(5)],
    ]);
  });

  it('may build on an earlier one', () => {
    const later = today
      .apply({
        from: '2024-03-01',
        set: { 'lines.Caucasus.single': { section: '20 km', speed: '50 km/h', stations: '8 min' } },
      })
      .apply({ from: '2024-04-01', set: { 'lines.Caucasus.single.stations': '6 min' } });
    expect(later.dated[1].data.lines.Caucasus.single).toEqual({ section: 20, speed: 50, stations: 360 });
  });

  it('changes figures of what is there, and nothing else', () => {
    const berth = { count: 1, cranes: 1, tieUp: '2 h' };
    expect(said(() => today.apply({ from: '2024-03-01', set: { 'places.Aktau.berths.ferry': berth } }))).toEqual([
      'places.Aktau.berths.ferry: From 2024-03-01 on: places.Aktau.berths.ferry cannot come during a run; let it be there from the start, closed by a calendar or with a share of 0, and let the change open it.',
    ]);
    const sentences = said(() =>
      today.apply({ from: '2024-03-01', set: { 'flows.westbound.empty': '10 %', 'fleets.feeders.count': 3 } }),
    );
    expect(sentences).toEqual([
      'flows.westbound.empty: From 2024-03-01 on: flows.westbound.empty cannot come during a run; leave from out, so that it holds from the start.',
    ]);
  });

  it('changes how many others come, and not which, where or in what order', () => {
    const coal = { trains: pathsPerDay(2), on: 'Caucasus', priority: 2 } as const;
    const caucasus = { ...small.lines.Caucasus, paths: pathsPerDay(20) };
    const busy = corridor({ ...small, lines: { ...small.lines, Caucasus: caucasus }, traffic: { coal } });
    const on = (set: { readonly [path: string]: unknown }) => said(() => busy.apply({ from: '2024-03-01', set }));
    expect(busy.apply({ from: '2024-03-01', set: { 'traffic.coal.trains': '0 trains/day' } }).dated).toHaveLength(1);
    expect(on({ 'traffic.coal.priority': 0 })).toEqual([
      'traffic.coal.priority: From 2024-03-01 on: traffic.coal.priority cannot change during a run; leave from out, so that it holds from the start.',
    ]);
    expect(on({ traffic: null })).toEqual([
      'traffic.coal: From 2024-03-01 on: traffic.coal cannot be taken away during a run; let the change close it by a calendar, or set its count or share to 0.',
    ]);
    expect(on({ 'traffic.oil': { ...coal, trains: '2 trains/day' } })[0]).toMatch(
      /traffic\.oil cannot come during a run; let it be there/,
    );
  });

  it('must fall into the run and leave a corridor that holds', () => {
    expect(said(() => today.with({ from: '2025-01-01', set: { 'fleets.feeders.count': 5 } }))).toEqual([
      'from: The run begins on 2023-12-02 and its window ends with 2024-12-31; choose a day between, or leave from out for a change before the start.',
    ]);
    expect(said(() => today.with({ from: '2024-02-01', set: { 'places.Alat.yard.capacity': '210 TEU' } }))).toEqual([]);
    expect(said(() => today.with({ from: '2024-02-01', set: { 'places.Alat.yard.capacity': '90 TEU' } }))).toEqual([
      'places.Alat.yard.capacity: From 2024-02-01 on: A unit of "feeder" brings up to 202.5 TEU to Alat; a smaller yard never takes a full one.',
    ]);
    expect(said(() => today.apply({ from: '2024-02-01', set: { start: '2024-02-01' } }))).toEqual([
      'start: From 2024-02-01 on: start cannot change during a run; leave from out, so that it holds from the start.',
    ]);
  });
});

describe('the hash of a corridor', () => {
  const hashWith = (settings: { readonly [path: string]: unknown }) => {
    const data = Object.entries(settings).reduce<unknown>(
      (now, [path, value]) => setPath(now, readPath(path), value),
      small,
    );
    return corridor(data as CorridorData).hash;
  };

  it('is 16 hex digits', () => {
    expect(today.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('stays the same whatever only names, explains or offers', () => {
    expect(hashWith({ title: 'Other', id: 'other', 'places.Aktau.title': 'Port of Aktau' })).toBe(today.hash);
    expect(hashWith({ sources: null, ranges: null, headline: [], changes: null, variants: null })).toBe(today.hash);
    const reversed = (map: object) => Object.fromEntries(Object.entries(map).reverse());
    expect(hashWith({ places: reversed(small.places), lines: reversed(small.lines) })).toBe(today.hash);
    expect(hashWith({ calendars: {}, initial: {} })).toBe(today.hash);
  });

  it('changes with anything that can change a run', () => {
    const changed = [
      hashWith({ 'fleets.feeders.count': 3 }),
      hashWith({ 'fleets.feeders.speed': kmPerHour(21) }),
      hashWith({ 'places.Aktau.yard.capacity': teu(3001) }),
      hashWith({ start: '2024-01-02' }),
      hashWith({ warmUp: 0, 'changes.third-berth.from': null }),
      hashWith({ 'flows.westbound.boxes': { '22G1': 0.8, '45G1': 0.2 } }),
      today.with({ from: '2024-07-01', set: { 'fleets.feeders.count': 3 } }).hash,
      today.with({ from: '2024-07-02', set: { 'fleets.feeders.count': 3 } }).hash,
    ];
    expect(new Set([today.hash, ...changed]).size).toBe(changed.length + 1);
  });
});

it('a corridor with named places stands wherever any corridor may', () => {
  const any: Corridor = today;
  expect(any).toBeInstanceOf(Corridor);
});
