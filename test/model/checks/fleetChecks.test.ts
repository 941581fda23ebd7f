// What no fleet, weather or sea service can be: each said with its path, what came, what is allowed, and what to do.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { readScenario } from '../../../src/model/file/file';
import { ProblemError } from '../../../src/problem';
import { days, hours, km, percent, teu } from '../../../src/units';
import { type Mutation, mutated } from '../mutated';
import { small } from '../small';
import { found } from './found';

const draft = { light: km(0.003), full: km(0.006) };
const month = small.weather.caspian.closedShare;
const sailing = { ...month, jan: percent(50) };

const good: [string, Mutation][] = [
  [
    'ships by name beside plain ones',
    { 'fleets.feeders.ships': { big: { carries: teu(300) }, old: { leaves: '2024-05-01' } } },
  ],
  [
    'ships by name only, and some that join later',
    { 'fleets.feeders.count': 0, 'fleets.feeders.ships': { a: {}, b: { joins: '2024-03-01', leaves: '2024-03-02' } } },
  ],
  [
    'a draft over water',
    {
      'fleets.feeders.draft': draft,
      'fleets.feeders.clearance': km(0.001),
      'places.Aktau.berths.container.depth': km(0.005),
    },
  ],
  [
    'a ship too deep of which there is none',
    {
      'fleets.feeders.ships': { deep: { count: 0, draft: { light: km(0.03), full: km(0.06) } } },
      'places.Aktau.berths.container.depth': km(0.005),
    },
  ],
  ['ships by the clock', { 'services.feeder.sails': { full: true, every: days(7) } }],
  [
    'ships by a timetable',
    { 'services.feeder.sails.timetable': { Aktau: { timeZone: 'Asia/Aqtau', times: { mon: '08:00' } } } },
  ],
  ['slower sailing', { 'weather.caspian.sailing': sailing, 'lines.Caspian.weather': 'caspian' }],
  [
    'a port without the kind that is named, where another kind serves',
    { 'places.Aktau.berths': { multi: { count: 1, cranes: 1, tieUp: hours(1), serves: 'feeder' } } },
  ],
];

describe('a corridor holds', () => {
  it.each(good)('with %s', (_, set) => {
    expect(found(set)).toEqual([]);
  });
});

const bad: [string, Mutation, string[]][] = [
  [
    'a ship that leaves before it joins',
    { 'fleets.feeders.ships': { late: { joins: '2024-05-01', leaves: '2024-04-01' } } },
    [
      'fleets.feeders.ships.late.leaves | 2024-04-01 | a day after 2024-05-01 | The ships "late" join on 2024-05-01 and leave on 2024-04-01, so they never run; let them leave later, or remove them.',
    ],
  ],
  [
    'one that leaves on the day on which it joins',
    { 'fleets.feeders.ships': { late: { joins: '2024-05-01', leaves: '2024-05-01' } } },
    [
      expect.stringContaining(
        'fleets.feeders.ships.late.leaves | 2024-05-01 | a day after 2024-05-01',
      ) as unknown as string,
    ],
  ],
  [
    'a ship that lies as deep empty as full',
    { 'fleets.feeders.draft': { light: km(0.006), full: km(0.006) } },
    [
      'fleets.feeders.draft.light | 6 m | less than 6 m | An empty ship lies less deep in the water than a full one; 6 m empty and 6 m full cannot be.',
    ],
  ],
  [
    'a class that lies deeper empty than full',
    { 'fleets.feeders.ships': { odd: { draft: { light: km(0.007), full: km(0.006) } } } },
    [
      'fleets.feeders.ships.odd.draft.light | 7 m | less than 6 m | An empty ship lies less deep in the water than a full one; 7 m empty and 6 m full cannot be.',
    ],
  ],
  [
    'a ship deeper than every berth',
    {
      'fleets.feeders.draft': draft,
      'fleets.feeders.clearance': km(0.0005),
      'places.Alat.berths.container.depth': km(0.0034),
    },
    [
      'fleets.feeders.draft.light | 3 m | less than 2.9 m when empty | A ship of "feeders" lies 3 m deep when empty and needs 0.5 m under it, but at Alat the deepest berth that serves "feeder" has 3.4 m of water, so it never carries a box there; dredge, serve it at a deeper berth, or set fleets.feeders.count to 0.',
    ],
  ],
  [
    'a class deeper than every berth',
    {
      'fleets.feeders.ships': { deep: { draft: { light: km(0.004), full: km(0.006) } } },
      'places.Aktau.berths.container.depth': km(0.004),
    },
    [
      'fleets.feeders.ships.deep.draft.light | 4 m | less than 4 m when empty | A ship "deep" of "feeders" lies 4 m deep when empty, but at Aktau the deepest berth that serves "feeder" has 4 m of water, so it never carries a box there; dredge, serve it at a deeper berth, or set fleets.feeders.ships.deep.count to 0.',
    ],
  ],
  [
    'water that bears less than a box',
    { 'fleets.feeders.draft': draft, 'places.Aktau.berths.container.depth': km(0.00301) },
    [
      expect.stringContaining('services.feeder.sails.least | 50 TEU | at most 0.675 TEU') as unknown as string,
      expect.stringContaining('fleets.feeders.carries | 0.675 TEU | at least 1 TEU') as unknown as string,
      expect.stringContaining('fleets.feeders.carries | 0.675 TEU') as unknown as string,
    ],
  ],
  [
    'a fleet with neither plain nor named ships',
    { 'fleets.feeders.count': 0 },
    [
      'fleets.feeders.count | 0 | 1 or more | The service "feeder" has no unit to run with; give the fleet "feeders" at least one.',
    ],
  ],
  [
    'a fleet of classes of which there is none',
    { 'fleets.feeders.count': 0, 'fleets.feeders.ships': { a: { count: 0 } } },
    [expect.stringContaining('fleets.feeders.count | 0 | 1 or more') as unknown as string],
  ],
  [
    'trains by class',
    { 'fleets."china sets".ships': { long: { carries: teu(120) } } },
    [
      'fleets."china sets".ships | ships | nothing, by rail | The fleet "china sets" runs by rail on "China", where all sets are alike; leave ships out, and give a fleet of other sets a service of its own.',
    ],
  ],
  [
    'trains with a draft and clearance',
    { 'fleets."china sets".draft': draft, 'fleets."china sets".clearance': km(0.001) },
    [
      'fleets."china sets".draft | draft | nothing, by rail | The fleet "china sets" runs by rail on "China" and lies in no water; leave draft out.',
      'fleets."china sets".clearance | clearance | nothing, by rail | The fleet "china sets" runs by rail on "China" and lies in no water; leave clearance out.',
    ],
  ],
  [
    'ships on a line whose end is no port of theirs',
    { 'lines.Caspian.between': ['Aktau', 'Poti'], 'lines.Caucasus.between': ['Alat', 'Poti'] },
    [
      expect.stringContaining(
        'Ships of "feeder" end at Poti, a terminal; end the service at a seaport.',
      ) as unknown as string,
    ],
  ],
  [
    'a port without a berth that serves them',
    { 'places.Aktau.berths': { multi: { count: 1, cranes: 1, tieUp: hours(1) } } },
    ['places.Aktau.berths | container | multi | There is no berth at Aktau of kind "container"; there is multi.'],
  ],
  [
    'a yard smaller than the largest ship',
    { 'fleets.feeders.ships': { giant: { carries: teu(4000) } } },
    [
      'places.Aktau.yard.capacity | 3000 TEU | at least 3600 TEU | A unit of "feeder" brings up to 3600 TEU to Aktau; a smaller yard never takes a full one.',
      expect.stringContaining('places.Alat.yard.capacity | 3000 TEU | at least 3600 TEU') as unknown as string,
    ],
  ],
  [
    'a least load that the smallest ship never reaches',
    { 'fleets.feeders.ships': { tiny: { carries: teu(40) } } },
    [
      'services.feeder.sails.least | 50 TEU | at most 36 TEU | A unit of "feeders" carries 36 TEU and never reaches 50 TEU; ask for less.',
    ],
  ],
  [
    'a class without a speed',
    { 'fleets.feeders.speed': undefined, 'fleets.feeders.ships': { a: { speed: 20 } } },
    [expect.stringContaining('Neither the line "Caspian" nor the fleet "feeders" has a speed') as unknown as string],
  ],
  [
    'more loaded ships at clock zero than run then',
    {
      warmUp: days(0),
      'fleets.feeders.ships': { next: { count: 5, joins: '2024-02-01' } },
      initial: { sea: { flow: 'westbound', on: 'Caspian', trains: 3 } },
    },
    [expect.stringContaining('The fleet "feeders" has 2 units, and with this entry 3 of them') as unknown as string],
  ],
  [
    'a ship by the clock more often than once a minute',
    { 'services.feeder.sails': { full: false, every: 30 } },
    [
      'services.feeder.sails.every | 30 s | 1 min or more | Ships of "feeder" cannot set out every 30 s; give a minute or more.',
    ],
  ],
  [
    'a timetable of a place where the ships do not end',
    { 'services.feeder.sails.timetable': { Poti: { timeZone: 'UTC', times: { mon: '08:00' } } } },
    [expect.stringContaining('services.feeder.sails.timetable.Poti | Poti | Aktau, Alat') as unknown as string],
  ],
  [
    'an unknown weather of a line',
    { 'lines.Caspian.weather': 'caspain' },
    ['lines.Caspian.weather | caspain | caspian | There is no weather "caspain"; did you mean caspian?'],
  ],
  [
    'a weather of a line that says nothing of sailing',
    { 'lines.Caspian.weather': 'caspian' },
    [expect.stringContaining('lines.Caspian.weather | caspian | a weather with sailing') as unknown as string],
  ],
  [
    'weather on rails',
    { 'weather.caspian.sailing': sailing, 'lines.China.weather': 'caspian' },
    [
      'lines.China.weather | caspian | nothing, but at sea | The line "China" is of rails, where no ship sails; leave weather out.',
    ],
  ],
  [
    'a month in which no ship gets on',
    { 'weather.caspian.sailing': { ...sailing, mar: percent(0) } },
    [
      'weather.caspian.sailing.mar | 0 % | more than 0 % | Ships that set out in mar never get over "caspian"; give a share of their speed above 0 %.',
    ],
  ],
  [
    'a month closed all the time',
    { 'weather.caspian.closedShare.jan': 1 },
    [
      'weather.caspian.closedShare.jan | 100 % | less than 100 % | The sea "caspian" never opens in jan; a month is closed for less than 100 % of its time.',
    ],
  ],
  [
    'a closed spell of no time',
    { 'weather.caspian.meanSpell': 0 },
    [
      'weather.caspian.meanSpell | 0 | more than 0 h | A spell of "caspian" lasts no time; give the mean time that the sea stays closed.',
    ],
  ],
];

describe('a corridor does not hold', () => {
  it.each(bad)('with %s', (_, set, problems) => {
    expect(found(set)).toEqual(problems);
  });

  const saidOf = (act: () => unknown): string[] => {
    try {
      act();
    } catch (error) {
      if (error instanceof ProblemError) return error.problems.map(({ path, say }) => `${path}: ${say}`);
      throw error;
    }
    return [];
  };

  it('from the day on which the water falls below a ship, and the sentence has the day, the port, the depth and the draft', () => {
    const shallow = corridor(
      mutated({ 'fleets.feeders.draft': draft, 'places.Aktau.berths.container.depth': km(0.005) }) as typeof small,
    );
    const said = saidOf(() =>
      shallow.with({ from: '2024-06-01', set: { 'places.Aktau.berths.container.depth': '2.5 m' } }),
    );
    expect(said[0]).toBe(
      'fleets.feeders.draft.light: From 2024-06-01 on: A ship of "feeders" lies 3 m deep when empty, but at Aktau the deepest berth that serves "feeder" has 2.5 m of water, so it never carries a box there; dredge, serve it at a deeper berth, or set fleets.feeders.count to 0.',
    );
    expect(
      saidOf(() => shallow.with({ from: '2024-06-01', set: { 'places.Aktau.berths.container.depth': '4 m' } })),
    ).toEqual([]);
  });

  it('by ships that come while it runs, or whose days change then, but may by how many there are', () => {
    const live = corridor(mutated({ 'fleets.feeders.ships': { a: { joins: '2024-02-01' } } }) as typeof small);
    const from = '2024-03-01';
    expect(saidOf(() => live.with({ from, set: { 'fleets.feeders.ships.b.carries': '100 TEU' } }))[0]).toContain(
      'fleets.feeders.ships.b cannot come during a run; let it be there from the start, and say on which day it joins.',
    );
    expect(saidOf(() => live.with({ from, set: { 'fleets.feeders.ships.a.joins': '2024-05-01' } }))[0]).toContain(
      'fleets.feeders.ships.a.joins cannot change during a run; leave from out, so that it holds from the start.',
    );
    const set = {
      'fleets.feeders.ships.a.count': 3,
      'fleets.feeders.ships.a.speed': '10 km/h',
      'fleets.feeders.ships.a.carries': '90 TEU',
      'fleets.feeders.ships.a.load': '80 %',
      'fleets.feeders.clearance': '1 m',
    };
    expect(saidOf(() => live.with({ from, set }))).toEqual([]);
    expect(saidOf(() => live.with({ set: { 'fleets.feeders.ships.a.joins': 'soon' } }))[0]).toContain(
      'is not a day. Write yyyy-mm-dd',
    );
  });

  it('with a closed share and no mean spell, said in a file of its place', () => {
    const text = `keruen: scenario@1
id: x
title: x
start: 2024-01-01
places: {}
weather: { sea: { closedShare: { jan: 5 %, feb: 5 %, mar: 5 %, apr: 5 %, may: 5 %, jun: 5 %, jul: 5 %, aug: 5 %, sep: 5 %, oct: 5 %, nov: 5 %, dec: 5 % } } }
`;
    const { problems } = readScenario(text, 'x.yaml', { base: () => undefined });
    const found = problems.find(({ path }) => path === 'weather.sea.meanSpell');
    expect(found?.say).toContain('This is missing (Mean length of a closed spell)');
    expect(found?.line).toBe(6);
  });
});
