// A standstill is that no event to come can move anything, not that time has passed.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { previewRows, Traffic } from '../../../src/model/preview/preview';
import { replicate } from '../../../src/model/replicate';
import { assemble } from '../../../src/study/running/assemble';
import { days, hours, km, kmPerHour, movesPerHour, percent, type Share, teu, teuPerYear } from '../../../src/units';

const port = (at: readonly [number, number]) =>
  ({
    kind: 'seaport',
    at,
    berths: { container: { count: 1, cranes: 2, tieUp: hours(3) } },
    cranes: { quay: { count: 2, rate: movesPerHour(20) }, rail: { count: 1, rate: movesPerHour(10) } },
    yard: { capacity: teu(20_000) },
    tracks: 1,
    shunting: hours(1),
  }) as const;

function lane(fleet: object, sails: object = { full: true, longestWait: days(2) }, more: object = {}) {
  return corridor({
    keruen: 'scenario@1',
    id: 'lane',
    title: 'One sea lane',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(0),
    places: { A: port([43, 51]), B: port([40, 49]) },
    lines: { sea: { between: ['A', 'B'], mode: 'sea', length: km(500), ...more } },
    services: { feeder: { on: 'sea', fleet: 'feeders', sails: { full: true, ...sails } } },
    fleets: { feeders: { count: 1, carries: teu(200), speed: kmPerHour(20), ...fleet } },
    flows: { out: { from: 'A', to: 'B', demand: teuPerYear(5_000), boxes: { '45G1': percent(100) as Share } } },
  });
}
const outcomeOf = ({ data }: ReturnType<typeof lane>) => replicate(data, { seed: 'still', replication: 0 });

describe('a corridor that waits for what will come', () => {
  it.each([
    ['a ship that joins in April', lane({ count: 0, ships: { New: { joins: '2025-04-01' } } })],
    ['a departure every 70 days', lane({ carries: teu(2_000) }, { full: false, every: days(70) })],
    ['a shortest round of 90 days', lane({ carries: teu(2_000), shortestRound: days(90) })],
  ])('goes on: %s', (_, one) => {
    const outcome = outcomeOf(one);
    expect(outcome.endedEarly).toBeUndefined();
    expect(outcome.journeys[0].boxes).toBeGreaterThan(500);
  });

  it('goes on after a closure of three months', () => {
    const shut = corridor({
      keruen: 'scenario@1',
      id: 'shut',
      title: 'A line that is shut for the first quarter',
      start: '2025-01-01',
      timeZone: 'UTC',
      warmUp: days(0),
      places: { A: { kind: 'hinterland', at: [43, 77] }, B: { kind: 'hinterland', at: [50, 57] } },
      lines: {
        way: { between: ['A', 'B'], mode: 'rail', length: km(480), speed: kmPerHour(40), calendar: 'works' },
      },
      services: { shuttle: { on: 'way', fleet: 'sets', leaves: { full: true, longestWait: days(1) } } },
      fleets: { sets: { count: 4, carries: teu(200) } },
      flows: { out: { from: 'A', to: 'B', demand: teuPerYear(12_000), boxes: { '45G1': percent(100) } } },
      calendars: {
        works: { timeZone: 'UTC', hours: { daily: '00:00-24:00' }, dates: { '2025-01-01..2025-03-31': 'closed' } },
      },
    });
    const outcome = replicate(shut.data, { seed: 'still', replication: 0 });
    expect(outcome.endedEarly).toBeUndefined();
    expect(outcome.journeys[0].boxes).toBeGreaterThan(5_000);
  });
});

it('still ends where no event can move anything: the last ship has left', () => {
  const left = lane({ count: 0, ships: { Last: { leaves: '2025-03-01' } } });
  expect(outcomeOf(left).endedEarly).toMatch(/^nothing has moved for \d+ days: \d+ boxes waiting for a vessel at A/);
});

it('counts a ship in the preview for the part of the year in which it runs', () => {
  const rowOf = (fleet: object) =>
    previewRows(lane(fleet).data, () => []).find(({ resource }) => resource === 'feeders');
  const whole = rowOf({ count: 0, ships: { New: {} } });
  const part = rowOf({ count: 0, ships: { New: { joins: '2025-04-01' } } });
  expect(part?.capacity).toBeCloseTo(((whole?.capacity ?? 0) * 275) / 365, 6);
  expect(part?.note).toContain('with New from 2025-04-01 on');
});

it('counts it for the part of the window that is asked for, and not at all where it joins later', () => {
  const rowOf = (fleet: object, days?: number) =>
    previewRows(lane(fleet).data, () => [], days).find(({ resource }) => resource === 'feeders');
  const whole = rowOf({ count: 2 })?.capacity ?? 0;
  // 90 days from 1 January on: 1 April.
  const joins = { count: 2, ships: { New: { count: 2, joins: '2025-04-01' } } };
  expect(rowOf(joins, 60)).toMatchObject({
    capacity: whole,
    note: expect.stringContaining('without 2 New, joining on 2025-04-01'),
  });
  expect(rowOf(joins, 90)?.capacity).toBe(whole);
  expect(rowOf(joins, 120)?.capacity).toBeCloseTo(whole * (1 + 30 / 120), 6);
  const leaves = { count: 2, ships: { Old: { count: 2, leaves: '2025-03-02' } } };
  expect(rowOf(leaves, 60)).toMatchObject({ capacity: 2 * whole, note: expect.not.stringContaining('Old') });
  expect(rowOf(leaves, 120)?.capacity).toBeCloseTo(whole * 1.5, 6);
  const run = assemble(lane(joins), { seed: 'still', days: 60 }, [outcomeOf(lane(joins))]);
  expect(run.preview.find(({ resource }) => resource === 'feeders')?.capacity).toBe(whole);
});

it('counts a border in the preview for the hours in which it is open within the window', () => {
  const spec = {
    timeZone: 'UTC',
    hours: { daily: '00:00-24:00' },
    dates: { '2025-03-01..2025-03-31': 'closed' },
  } as const;
  const data = { ...lane({ count: 2 }).data, calendars: { works: spec } };
  expect(new Traffic(data, 59).openYear('works')).toEqual({ seconds: 365 * 86_400, days: 365 });
  expect(new Traffic(data, 90).openYear('works').seconds).toBeCloseTo((365 * 86_400 * 59) / 90, 3);
});
