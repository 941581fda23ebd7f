// A count or rate of 0 from a day on closes what it counts: boxes wait for it, and go on once a later change raises it.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { type CorridorData, months } from '../../../src/model/corridor/corridor';
import { previewRows } from '../../../src/model/preview/preview';
import { Run, replicate } from '../../../src/model/replicate';
import { ProblemError } from '../../../src/problem';
import { hours, percent, trucksPerDay } from '../../../src/units';
import { mutated } from '../mutated';
import { TOWARD, withFigures } from '../roads';
import { small } from '../small';

type Row = readonly [
  what: string,
  path: string,
  closed: number | string,
  open: number | string,
  cause: string,
  more?: object,
];

const trucks = { 'flows.export.trucks': trucksPerDay(20) };
const eQueue = { slots: trucksPerDay(30), horizon: 10 * 86_400 };

/** Without storms, which would be what ships wait for. */
const calm = { 'weather.caspian.closedShare': Object.fromEntries(months.map((month) => [month, 0])) };

const rails: Row[] = [
  ['berths', 'places.Aktau.berths.container.count', 0, 2, 'waiting for a berth, Aktau', calm],
  ['cranes of a berth', 'places.Aktau.berths.container.cranes', 0, 2, 'waiting for a crane, Aktau', calm],
  ['quay cranes', 'places.Aktau.cranes.quay.count', 0, 2, 'waiting for a crane, Aktau', calm],
  ['tracks of a port', 'places.Aktau.tracks', 0, 2, 'waiting for a track, Aktau'],
  ['tracks of a terminal', 'places.Poti.tracks', 0, 3, 'waiting for a track, Poti'],
  ['cranes of a terminal', 'places.Poti.cranes.rail.count', 0, 2, 'waiting for a crane, Poti'],
  ['tracks of a gauge', 'places.Khorgos.gaugeChange.tracks.1435', 0, 3, 'waiting for a track, Khorgos'],
  ['cranes of a gauge change', 'places.Khorgos.gaugeChange.cranes', 0, 2, 'waiting for a crane, Khorgos'],
  ['teams of a control', 'places.Khorgos.controls.papers.teams', 0, 6, 'waiting for papers, Khorgos'],
  [
    'teams by calendar',
    'places.Khorgos.controls.papers.teams.day',
    0,
    6,
    'waiting for papers, Khorgos',
    {
      calendars: { day: { timeZone: 'Asia/Almaty', hours: { daily: '06:00-22:00' } } },
      'places.Khorgos.controls.papers.teams': { day: 6 },
    },
  ],
  [
    'hand-overs',
    `places.Khorgos.handedOver."Xi'an"`,
    '0 trains/day',
    '9 trains/day',
    'waiting to be handed over, Khorgos',
  ],
  ['paths', 'lines.China.paths', '0 trains/day', '9 trains/day', 'waiting for a path, China'],
  ['ships', 'fleets.feeders.count', 0, 3, 'waiting for a vessel, Aktau'],
];
const roadRows: Row[] = [
  ['lanes', `${TOWARD}.lanes`, 0, 2, 'waiting for a lane, Nur Zholy'],
  [
    'slots',
    `${TOWARD}.eQueue.slots`,
    '0 trucks/day',
    '90 trucks/day',
    'waiting for a slot in the e-queue, Nur Zholy',
    { [`${TOWARD}.eQueue`]: eQueue },
  ],
  [
    'bays of customs',
    `${TOWARD}.channels.all.bays`,
    0,
    3,
    'waiting for an inspection bay, Nur Zholy',
    { [`${TOWARD}.channels`]: { all: { share: percent(100), takes: hours(1), bays: 2 } } },
  ],
  [
    'bays for transloading',
    `${TOWARD}.transloading.bays`,
    0,
    3,
    'waiting for a transloading bay, Nur Zholy',
    { [`${TOWARD}.transloading`]: { share: percent(100), takes: hours(1), bays: 2 } },
  ],
  [
    'the quota',
    `${TOWARD}.quota`,
    '0 trucks/day',
    '90 trucks/day',
    'waiting for the neighbour’s quota, Nur Zholy',
    { [`${TOWARD}.quota`]: trucksPerDay(90) },
  ],
];

const change = (path: string, value: number | string, from: string) => ({ set: { [path]: value }, from }) as never;

/** Closed in one month, opened on the first day of the next but one. */
function closing(data: CorridorData, path: string, closed: number | string, open: number | string) {
  const [shut, again] = data.id === 'small' ? ['2024-02-01', '2024-03-01'] : ['2024-05-01', '2024-06-01'];
  const { dated } = corridor(data as typeof small)
    .with(change(path, closed, shut))
    .with(change(path, open, again));
  return { run: new Run(data, { seed: 'closed', replication: 0, days: 120, later: dated }), shut, again };
}

/** Boxes inside that wait for something now. */
function waiting({ world: { boxes, ledger } }: Run, what: string): number {
  let count = 0;
  for (let box = 0; box < boxes.capacity; box++) {
    if (boxes.alive[box] !== 1) continue;
    const { cause, where } = ledger.cells[ledger.cellOf[box]];
    if (`${cause}, ${where}` === what) count++;
  }
  return count;
}

/** Six weeks and a half later. */
const weeksAfter = (day: string) => new Date(Date.parse(day) + 45 * 86_400_000).toISOString().slice(0, 10);

describe('0 from a day on is a closure', () => {
  it.each([
    ...rails.map((row) => [row[0], small as CorridorData, row] as const),
    ...roadRows.map((row) => [row[0], withFigures(trucks), row] as const),
  ])('of %s', (_, plain, [, path, closed, open, cause, more = {}]) => {
    const data = mutated(more as never, plain);
    const { run, shut, again } = closing(data, path, closed, open);
    run.until(shut);
    const before = waiting(run, cause);
    run.until(again);
    const meanwhile = waiting(run, cause);
    expect(meanwhile).toBeGreaterThan(before + 20);
    run.until(weeksAfter(again));
    expect(waiting(run, cause)).toBeLessThan(meanwhile / 2);
    run.world.audit();
    expect(run.finish().endedEarly).toBeUndefined();
  });
});

it('lets nothing come while the demand is 0, and as much as before afterwards', () => {
  const { run, shut, again } = closing(small, 'flows.westbound.demand', '0 TEU/year', '8000 TEU/year');
  const cameBy = (day: string): number => {
    run.until(day);
    const westbound = run.world.flows.find(({ id }) => id === 'westbound');
    return (westbound as unknown as { readonly count: number }).count;
  };
  const before = cameBy(shut);
  expect(before).toBeGreaterThan(600);
  expect(cameBy(again)).toBe(before);
  expect(cameBy(weeksAfter(again))).toBeGreaterThan(before + 400);
  expect(run.finish().endedEarly).toBeUndefined();
});

it('lets no truck come while their number is 0', () => {
  const { run, shut, again } = closing(withFigures(trucks), 'flows.export.trucks', '0 trucks/day', '20 trucks/day');
  run.until(shut);
  run.until('2024-05-03');
  expect(run.world.boxes.inside).toBe(0);
  run.until(again);
  expect(run.world.boxes.inside).toBe(0);
  run.until(weeksAfter(again));
  expect(run.world.boxes.inside).toBeGreaterThan(0);
});

describe('what is closed', () => {
  const problems = (make: () => unknown): string[] => {
    try {
      make();
    } catch (error) {
      if (error instanceof ProblemError) return error.problems.map(({ path, say }) => `${path}: ${say}`);
      throw error;
    }
    return [];
  };
  const berths = 'places.Aktau.berths.container.count';
  const shut = { set: { [berths]: 0 } };
  const open = { set: { [berths]: 2 }, from: '2024-03-01' };
  const data = (variant: readonly string[]) =>
    ({
      ...small,
      changes: { shut, open, 'shut-later': { ...shut, from: '2024-04-01' } },
      variants: { one: variant },
    }) as never;

  it('from the start on is refused where it never opens', () => {
    expect(problems(() => corridor(small).with(shut as never))).toEqual([expect.stringContaining('at least one')]);
    expect(problems(() => corridor(data(['shut'])))).toEqual([expect.stringContaining('at least one')]);
    expect(problems(() => corridor(data(['shut', 'shut-later'])))).toHaveLength(1);
  });

  it('from the start on opens by a later change of the same variant, and runs', () => {
    const one = corridor(data(['shut', 'open', 'shut-later'])).variant('one');
    const run = new Run(one.data, { seed: 'closed', replication: 0, days: 90, later: one.dated });
    run.until('2024-03-01');
    expect(run.world.boxes.inside).toBeGreaterThan(100);
    expect(run.finish().endedEarly).toBeUndefined();
    expect(previewRows(one.data, () => []).every((row) => row.capacity >= 0)).toBe(true);
  });

  it('may be closed for good: what gets through till then does', () => {
    const one = corridor(small).with({ ...shut, from: '2024-04-01' } as never);
    const outcome = replicate(one.data, { seed: 'closed', replication: 0, days: 90, later: one.dated });
    expect(outcome.endedEarly).toBeUndefined();
    expect(outcome.journeys[0].boxes).toBeGreaterThan(100);
  });

  it.each([
    ['tracks', 'places.Khorgos.gaugeChange.tracks.1435', 0, 2],
    ['cranes', 'places.Khorgos.gaugeChange.cranes', 0, 2],
    ['hand-overs', `places.Khorgos.handedOver."Xi'an"`, '0 trains/day', '9 trains/day'],
  ])('is no way for who can choose another: %s', (_, path, closed, open) => {
    const routes = { one: { via: 'Khorgos', share: 1 }, other: { via: 'Aktau', share: 0 } };
    const { run } = closing(mutated({ 'flows.westbound.routes': routes }), path, closed, open);
    const { world } = run;
    const [from, border, to] = ["Xi'an", 'Khorgos', 'Saryagash'].map((id) => world.placeNumber(id));
    const expected = () => world.places[border].expectedWait?.(from, to, 0);
    run.until('2024-01-02');
    expect(expected()).toBe(0);
    run.until('2024-02-02');
    expect(expected()).toBe(Number.POSITIVE_INFINITY);
  });
});
