// Days are local days everywhere: Kazakhstan's east put its clocks back on 1 March 2024 and had a day of 25 hours.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { Run } from '../../../src/model/replicate';
import { Clock } from '../../../src/model/time/clock';
import { secondOfLocal } from '../../../src/model/time/timeZones';
import { demandInWindow } from '../../../src/study/results/measures';
import { days, km, kmPerHour, percent, teu, teuPerYear } from '../../../src/units';

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
});
