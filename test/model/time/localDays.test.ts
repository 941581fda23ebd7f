// Days are local days everywhere: Kazakhstan's east put its clocks back on 1 March 2024 and had a day of 25 hours.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { Traffic } from '../../../src/model/preview/preview';
import { Run } from '../../../src/model/replicate';
import { Clock } from '../../../src/model/time/clock';
import { secondOfLocal } from '../../../src/model/time/timeZones';
import { windowOf } from '../../../src/model/time/window';
import { demandInWindow } from '../../../src/study/results/measures';
import { days, hours, km, kmPerHour, movesPerHour, percent, type Share, teu, teuPerYear } from '../../../src/units';

const DAY = 86_400;
const HOUR = 3_600;

function steppe(start: string, warmUp: number) {
  return corridor({
    keruen: 'scenario@1',
    id: 'steppe',
    title: 'Two hinterlands',
    start,
    timeZone: 'Asia/Almaty',
    warmUp: days(warmUp),
    places: { A: { kind: 'hinterland', at: [43, 77] }, B: { kind: 'hinterland', at: [50, 57] } },
    lines: { way: { between: ['A', 'B'], mode: 'rail', length: km(480), speed: kmPerHour(40) } },
    services: { shuttle: { on: 'way', fleet: 'sets', leaves: { full: true, longestWait: days(1) } } },
    fleets: { sets: { count: 4, carries: teu(200) } },
    flows: { out: { from: 'A', to: 'B', demand: teuPerYear(12_000), boxes: { '45G1': percent(100) } } },
  });
}

/** Kazakhstan's clocks at sea: one lane, and no boxes that fill a ship. */
function sea(fleet: object) {
  const port = (at: readonly [number, number]) =>
    ({
      kind: 'seaport',
      at,
      berths: { container: { count: 1, cranes: 1, tieUp: hours(1) } },
      cranes: { quay: { count: 1, rate: movesPerHour(20) }, rail: { count: 1, rate: movesPerHour(10) } },
      yard: { capacity: teu(20_000) },
      tracks: 1,
      shunting: hours(1),
    }) as const;
  return corridor({
    keruen: 'scenario@1',
    id: 'sea',
    title: 'One sea lane',
    start: '2024-01-01',
    timeZone: 'Asia/Almaty',
    warmUp: days(0),
    places: { A: port([43, 51]), B: port([40, 49]) },
    lines: { sea: { between: ['A', 'B'], mode: 'sea', length: km(500) } },
    services: { feeder: { on: 'sea', fleet: 'feeders', sails: { full: true, longestWait: days(2) } } },
    fleets: { feeders: { count: 1, carries: teu(200), speed: kmPerHour(20), ...fleet } },
    flows: { out: { from: 'A', to: 'B', demand: teuPerYear(5_000), boxes: { '45G1': percent(100) as Share } } },
  });
}

describe('the clock of a run over the night of 1 March 2024 in Almaty', () => {
  it('opens the window at local midnight after a warm-up of 30 local days', () => {
    const clock = new Clock('2024-03-28', 30 * DAY, undefined, 'Asia/Almaty');
    expect(clock.windowStart).toBe(30 * DAY + HOUR);
    expect(clock.windowEnd).toBe((30 + 365) * DAY + HOUR);
    expect(secondOfLocal('Asia/Almaty', clock.startDay * DAY) - secondOfLocal('Asia/Almaty', clock.zero * DAY)).toBe(
      clock.windowStart,
    );
  });

  it('lets a change of 1 April happen at second 7,866,000 of a year that begins in January', () => {
    const clock = new Clock('2024-01-01', 0, undefined, 'Asia/Almaty');
    expect(clock.secondOfDate('2024-02-29')).toBe(59 * DAY);
    expect(clock.secondOfDate('2024-04-01')).toBe(7_866_000);
    expect(clock.windowEnd).toBe(366 * DAY + HOUR);
    expect([...clock.years()][0]).toEqual({ seconds: 366 * DAY + HOUR, end: 366 * DAY + HOUR });
    expect(clock.monthsFrom().next().value).toEqual({ month: 0, end: 31 * DAY });
  });

  it('brings in a calendar year just what is demanded a year', () => {
    expect(demandInWindow(steppe('2024-01-01', 0).data, undefined)).toBeCloseTo(12_000, 9);
  });

  it('is the clock of the run: dated changes, and days that are asked for', () => {
    const changed = steppe('2024-01-01', 0).with({ from: '2024-04-01', set: { 'fleets.sets.count': 2 } });
    const run = new Run(changed.data, { seed: 'days', replication: 0, later: changed.dated });
    run.until('2024-04-01');
    expect(run.world.sim.now).toBe(7_866_000);
    expect(run.world.phase).toBe(0);
    run.until(7_866_001);
    expect(run.world.phase).toBe(1);
  });

  it('brings a ship on the day on which it joins, and takes one away on the day on which it leaves', () => {
    const fleet = { count: 1, ships: { New: { joins: '2024-04-01' }, Old: { leaves: '2024-04-02' } } };
    const run = new Run(sea(fleet).data, { seed: 'days', replication: 0 });
    const [service] = run.world.services;
    const { roster } = service as unknown as { roster: { total: number } };
    const running = [7_866_000, 7_866_001, 7_866_000 + DAY, 7_866_001 + DAY].map((second) => {
      run.until(second);
      return roster.total;
    });
    expect(running).toEqual([2, 3, 3, 2]);
  });
});

describe('the window', () => {
  it('is the same days whatever the zone, also where there is no such zone', () => {
    const data = steppe('2024-03-28', 30).data;
    for (const timeZone of ['UTC', 'Asia/Almaty', 'Pacific/Apia', 'Mars/Olympus'])
      expect(windowOf({ ...data, timeZone })).toEqual({ first: '2024-02-27', last: '2025-03-27' });
  });

  it('has 365 or 366 days less the one that Samoa left out', () => {
    const clock = new Clock('2011-01-01', 0, undefined, 'Pacific/Apia');
    expect(clock.secondOfDate('2011-12-30')).toBe(clock.secondOfDate('2011-12-31'));
    expect(clock.windowEnd).toBe(364 * DAY);
  });
});

describe('the open year of the preview', () => {
  it('begins with the window, at midnight in the zone of the scenario, and its days are those of the calendar', () => {
    const { data } = steppe('2024-04-01', 0);
    const hours = { timeZone: 'Asia/Shanghai', hours: {}, dates: { '2024-04-01': '00:00-24:00' } };
    const traffic = new Traffic({ ...data, timeZone: 'UTC', calendars: { china: hours } });
    // The day in China began eight hours before the window.
    expect(traffic.openYear('china')).toEqual({ seconds: 16 * HOUR, days: 1 });
    expect(traffic.openHours('china')).toBe(16);
  });

  it('counts a day that opens once, in a zone with summer time too', () => {
    const { data } = steppe('2025-01-01', 0);
    const late = { timeZone: 'Europe/Warsaw', hours: { sun: '23:00-24:00' } };
    const traffic = new Traffic({ ...data, timeZone: 'Asia/Almaty', calendars: { late } });
    expect(traffic.openYear('late')).toEqual({ seconds: 52 * HOUR, days: 52 });
  });
});
