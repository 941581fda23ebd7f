// What no port can be: each said with its path, what came, what is allowed, and what to do.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { ProblemError } from '../../../src/problem';
import { days, hours, percent, teu } from '../../../src/units';
import type { Mutation } from '../mutated';
import { small } from '../small';
import { found } from './found';

const quay = 'places.Aktau.cranes.quay';
const berth = { count: 1, cranes: 1, tieUp: hours(2) };

const bad: [string, Mutation, string[]][] = [
  [
    'cranes of no efficiency',
    { [`${quay}.efficiency`]: percent(0) },
    [`${quay}.efficiency | 0 | more than 0 %, at most 100 % | At this efficiency nothing is ever lifted.`],
  ],
  [
    'cranes that break down all the time',
    { [`${quay}.failures`]: { every: hours(0), repair: hours(2) } },
    [`${quay}.failures.every | 0 | more than 0 h | Cranes that break down without end lift nothing.`],
  ],
  [
    'a ramp-up from nothing, in no time',
    { [`${quay}.rampUp`]: { opens: '2024-02-01', over: days(0), begins: percent(0) } },
    [
      `${quay}.rampUp.begins | 0 | more than 0 % | On the first day nothing would be lifted.`,
      `${quay}.rampUp.over | 0 | more than 0 d | A rate grows over some time; leave rampUp out otherwise.`,
    ],
  ],
  [
    'shifts of a calendar that is not there',
    { calendars: { day: { timeZone: 'Asia/Aqtau', hours: { daily: '08:00-20:00' } } }, [`${quay}.calendar`]: 'dai' },
    [`${quay}.calendar | dai | day | There is no calendar "dai"; did you mean day?`],
  ],
  [
    'berths that serve a service that is not there',
    { 'places.Aktau.berths.general': { ...berth, serves: 'feeders' } },
    [
      'places.Aktau.berths.general.serves | feeders | china train, kazakh train, feeder, caucasus train | There is no service "feeders"; did you mean feeder?',
    ],
  ],
  [
    'berths that serve a train',
    { 'places.Aktau.berths.general': { ...berth, serves: ['feeder', 'china train'] } },
    [
      'places.Aktau.berths.general.serves.1 | china train | feeder | Ships of "china train" never call at Aktau; name services that end there by sea.',
    ],
  ],
  [
    'no crane at a berth that is used',
    { 'places.Aktau.berths.container.cranes': 0 },
    [
      'places.Aktau.berths.container.cranes | 0 | 1 or more | The service "feeder" ends here and needs a quay crane at its berth; give at least one.',
    ],
  ],
  [
    'a yard smaller than one call',
    { 'places.Aktau.yard.capacity': teu(100) },
    [expect.stringMatching(/^places\.Aktau\.yard\.capacity \| 100 TEU \| at least 202.5 TEU \| /) as unknown as string],
  ],
  [
    'a longest stay by rail, or where ships sail by the clock',
    {
      'services."china train".leaves': { full: true, longestStay: hours(30) },
      'services.feeder.sails': { full: true, every: hours(48), longestStay: hours(30) },
    },
    [
      'services."china train".leaves.longestStay | 108000 s | nothing, by rail | Trains of "china train" stand ready until there is a load; leave longestStay out, and give longestWait for their boxes.',
      'services.feeder.sails.longestStay | 108000 s | nothing, where they sail by the clock | Ships of "feeder" sail by the clock from both ends; leave longestStay out, or the departures.',
    ],
  ],
  [
    'no room for boxes that only pass',
    { 'places.Aktau.yard.transit': teu(0) },
    [
      'places.Aktau.yard.transit | 0 TEU | at least 2 TEU | Laden boxes of "westbound" that only pass have up to 2 TEU, and no such box ever gets into 0 TEU of the yard at Aktau; give transit more, or leave it out.',
    ],
  ],
  [
    'room for an empty box, but not for the largest',
    { 'places.Aktau.yard.empty': teu(1), 'flows.westbound.empty': percent(10) },
    [
      'places.Aktau.yard.empty | 1 TEU | at least 2 TEU | Empty boxes of "westbound" have up to 2 TEU, and no such box ever gets into 1 TEU of the yard at Aktau; give empty more, or leave it out.',
    ],
  ],
  [
    'no room for boxes that begin there',
    { 'places.Aktau.yard.laden': teu(1.5), 'flows.westbound.from': 'Aktau' },
    [
      'places.Aktau.yard.laden | 1.5 TEU | at least 2 TEU | Laden boxes of "westbound" have up to 2 TEU, and no such box ever gets into 1.5 TEU of the yard at Aktau; give laden more, or leave it out.',
    ],
  ],
  [
    'no room for boxes that trucks fetch from the yard',
    { 'places.Alat.yard.laden': teu(0), 'places.Alat.yard.collected': days(2), 'flows.westbound.to': 'Alat' },
    [
      'places.Alat.yard.laden | 0 TEU | at least 2 TEU | Laden boxes of "westbound" have up to 2 TEU, and no such box ever gets into 0 TEU of the yard at Alat; give laden more, or leave it out.',
    ],
  ],
];

describe('a port does not hold', () => {
  it.each(bad)('with %s', (_, set, problems) => {
    expect(found(set)).toEqual(problems);
  });

  it('with an efficiency above 100 %, by its field', () => {
    try {
      corridor(small).with({ set: { [`${quay}.efficiency`]: '120 %' } });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const [{ path, got, say }] = error.problems;
      expect([path, got]).toEqual([`${quay}.efficiency`, '120 %']);
      expect(say).toContain('at most 100 %');
      return;
    }
    throw new Error('120 % was taken');
  });
});

describe('a part of a yard into which no box fits', () => {
  const none = { set: { 'places.Aktau.yard.transit': '0 TEU' } };
  const problems = (make: () => unknown): string[] => {
    try {
      make();
    } catch (error) {
      if (error instanceof ProblemError) return error.problems.map(({ path, say }) => `${path}: ${say}`);
      throw error;
    }
    return [];
  };

  it.each([
    ['by a change', () => corridor(small).with(none)],
    ['by a dated change', () => corridor(small).with({ ...none, from: '2024-03-01' })],
    ['in a variant', () => corridor({ ...small, changes: { none }, variants: { shut: ['none'] } } as never)],
    [
      'in a variant from a day on',
      () =>
        corridor({
          ...small,
          changes: { none: { ...none, from: '2024-03-01' } },
          variants: { shut: ['none'] },
        } as never),
    ],
  ])('is refused %s', (_, make) => {
    expect(problems(make)).toEqual([expect.stringContaining('no such box ever gets into 0 TEU of the yard at Aktau')]);
  });

  it.each([
    ['laden boxes of its own, where none begin or end', { 'places.Aktau.yard.laden': teu(0) }],
    [
      'boxes that end there and are fetched from the crane',
      { 'places.Alat.yard.laden': teu(0), 'flows.westbound.to': 'Alat' },
    ],
    [
      'laden boxes, where all are empty',
      { 'places.Aktau.yard.transit': teu(1), 'flows.westbound.empty': percent(100) },
    ],
  ])('is no problem for %s', (_, set) => {
    expect(found(set)).toEqual([]);
  });
});

describe('a port holds', () => {
  it('with every figure that it may have', () => {
    const calendars = { day: { timeZone: 'Asia/Aqtau', hours: { daily: '08:00-20:00' } } };
    const pool = {
      count: 2,
      rate: 15,
      efficiency: percent(80),
      failures: { every: days(20), repair: hours(8) },
      calendar: 'day',
      rampUp: { opens: '2024-02-01', over: days(90), begins: percent(50) },
    };
    const general = { ...berth, berthing: hours(1), serves: ['feeder'] };
    const yard = { capacity: teu(6000), laden: teu(500), empty: teu(2000), transit: teu(5000), collected: days(2) };
    expect(
      found({ calendars, [quay]: pool, 'places.Aktau.berths.general': general, 'places.Aktau.yard': yard }),
    ).toEqual([]);
  });
});
