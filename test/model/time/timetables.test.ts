// Timetables in the order of the clock, however somebody writes them, over midnights, month's ends and the last day of a run.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { Run } from '../../../src/model/replicate';
import { dayNumber } from '../../../src/model/time/clock';
import { secondOfLocal } from '../../../src/model/time/timeZones';
import { ProblemError } from '../../../src/problem';
import { days, km, kmPerHour, percent, teu, teuPerYear } from '../../../src/units';

function shuttle(times: { readonly [day: string]: string }, start = '2024-02-27', timeZone = 'UTC') {
  return corridor({
    keruen: 'scenario@1',
    id: 'shuttle',
    title: 'A train by the clock',
    start,
    timeZone,
    warmUp: days(0),
    places: { A: { kind: 'hinterland', at: [43, 77] }, B: { kind: 'hinterland', at: [50, 57] } },
    lines: { way: { between: ['A', 'B'], mode: 'rail', length: km(40), speed: kmPerHour(40) } },
    services: { train: { on: 'way', fleet: 'sets', leaves: { full: false, timetable: { A: { timeZone, times } } } } },
    fleets: { sets: { count: 50, carries: teu(10) } },
    flows: { out: { from: 'A', to: 'B', demand: teuPerYear(500_000), boxes: { '22G1': percent(100) } } },
  });
}

/** The seconds of a run at which trains set out from A: when boxes come to B, less the hour on the way. */
function departures(one: ReturnType<typeof shuttle>, span: number): number[] {
  const run = new Run(one.data, { seed: 'clock', replication: 0, days: span });
  const seen: number[] = [];
  const { world } = run;
  const { stage } = world;
  world.stage = (box, what, place) => {
    if (what === 4 && world.placeIds[place] === 'B' && !seen.includes(world.sim.now - 3600))
      seen.push(world.sim.now - 3600);
    stage.call(world, box, what, place);
  };
  run.until(world.clock.windowEnd);
  return seen;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('a timetable', () => {
  it('is the same whichever time is written first', () => {
    const [one, other] = ['23:30 and 00:15', '00:15 and 23:30'].map((daily) => departures(shuttle({ daily }), 3));
    expect(one).toEqual(other);
    expect(one.slice(0, 4)).toEqual([900, 23.5 * HOUR, DAY + 900, DAY + 23.5 * HOUR]);
  });

  it('refuses the same time twice, and says which', () => {
    expect(() => shuttle({ daily: '08:00 and 20:00 and 08:00' })).toThrow(ProblemError);
    expect(() => shuttle({ daily: '08:00 and 20:00 and 08:00' })).toThrow(/names 08:00 twice; write each time once/);
  });

  it('runs by weekday over 29 February and the end of the month', () => {
    // 2024-02-27 is a Tuesday: Thursday is 29 February, Friday 1 March.
    const seen = departures(shuttle({ thu: '12:00', fri: '00:00 and 23:59' }), 7);
    expect(seen).toEqual([2.5 * DAY, 3 * DAY, 4 * DAY - 60]);
  });

  it('runs on the last day of the window, to its last minute', () => {
    const seen = departures(shuttle({ daily: '22:59' }), 2);
    expect(seen).toEqual([22 * HOUR + 59 * 60, DAY + 22 * HOUR + 59 * 60]);
  });

  it('runs each departure once in nights of change: in a gap when it ends, of two times the first', () => {
    const daily = '02:15 and 02:45 and 03:00';
    // 31 March 2024 began at 23:00 UTC, and 02:00 was 03:00: 01:00 UTC.
    const forward = departures(shuttle({ daily }, '2024-03-31', 'Europe/Warsaw'), 1);
    expect(forward).toEqual([2 * HOUR]);
    const run = new Run(shuttle({ daily }, '2024-03-31', 'Europe/Warsaw').data, {
      seed: 'clock',
      replication: 0,
      days: 1,
    });
    run.until(run.world.clock.windowEnd);
    const trips = run.world.services[0].measures().find(({ measure }) => measure === 'departures');
    expect(trips?.value).toBe(3);
    // 27 October 2024 began at 22:00 UTC, 03:00 was 02:00 first, at 01:00 UTC.
    const back = departures(shuttle({ daily }, '2024-10-27', 'Europe/Warsaw'), 1);
    expect(back).toEqual([2.25 * HOUR, 2.75 * HOUR, 4 * HOUR]);
  });

  it('is kept in every year in which a run may begin, in a zone with summer time', () => {
    for (const start of ['1900-06-30', '1970-06-30', '2050-06-30', '2199-06-30'])
      expect(departures(shuttle({ daily: '08:00' }, start, 'Europe/Warsaw'), 2)).toEqual([8 * HOUR, DAY + 8 * HOUR]);
  });

  it('keeps to the clocks of Almaty through the night in which they went back', () => {
    const start = '2024-02-28';
    const seen = departures(shuttle({ daily: '12:00' }, start, 'Asia/Almaty'), 4);
    const zero = secondOfLocal('Asia/Almaty', dayNumber(2024, 2, 28) * DAY);
    const noons = [28, 29, 30, 31].map((day) =>
      secondOfLocal('Asia/Almaty', dayNumber(2024, 2, day) * DAY + 12 * HOUR),
    );
    expect(seen).toEqual(noons.map((noon) => noon - zero));
    expect(seen[2] - seen[1]).toBe(25 * HOUR);
  });
});
