// Known truths about storms: the calendar closes a sea for the share it was given, and ships at the port's edge do the right thing.
import { describe, expect, it } from 'vitest';
import { type CorridorData, months, type WeatherSpec } from '../../../src/model/corridor/corridor';
import { StormCalendar } from '../../../src/model/parts/weather';
import { Clock, DAY } from '../../../src/model/time/clock';
import { middleCorridor2024 } from '../../../src/scenarios/middleCorridor2024';
import { stream } from '../../../src/stochastic';
import { hours, percent, teu } from '../../../src/units';
import { handCorridor, noteLedgers, noteStages, worldOf } from '../corridors/handCorridor';

/** Seconds between from and to in which the sea is closed. */
function closedSeconds({ begins, ends }: StormCalendar, from: number, to: number): number {
  return begins.reduce((sum, begin, i) => sum + Math.max(0, Math.min(ends[i], to) - Math.max(begin, from)), 0);
}

const caspian: WeatherSpec = (() => {
  const spec = middleCorridor2024.data.weather?.Caspian;
  if (spec === undefined) throw new Error('the Middle Corridor has no weather on the Caspian');
  return spec;
})();

describe('a storm calendar', () => {
  const n = 2000;
  const clock = new Clock('2024-01-01', 0);
  const calendars = Array.from(
    { length: n },
    (_, replication) => new StormCalendar(caspian, clock, stream('storms', replication, 'sea')),
  );

  it('closes the sea for the share of each month that was given, but for what the month before leaves over', () => {
    /*
     * Open and closed are a chain of two states. Within a month the chance p(t) of closed tends to the share s like
     * s + (p(0) − s)·exp(−t/τ), τ = (1 − s) × mean spell; the sea is open at clock zero. Covariances fall like exp(−t/τ), so
     * the variance of a month's closed share is at most 2·v·τ/T, v the greatest p(1 − p) of the month (p < ½ throughout).
     * The mean of n independent calendars is normal; 4 standard errors are passed once in 15,800, any of 12: once in 1,300.
     */
    let from = 0;
    let p = 0;
    for (const { month, end } of clock.monthsFrom()) {
      if (end > clock.windowEnd) break;
      const share = caspian.closedShare[months[month]];
      const length = end - from;
      const tau = (1 - share) * caspian.meanSpell;
      const expected = share + (((p - share) * tau) / length) * (1 - Math.exp(-length / tau));
      const most = Math.max(p, share);
      p = share + (p - share) * Math.exp(-length / tau);
      const mean = calendars.reduce((sum, calendar) => sum + closedSeconds(calendar, from, end), 0) / n / length;
      const limit = 4 * Math.sqrt((2 * most * (1 - most) * tau) / length / n);
      // Narrow enough to tell the share from its neighbours in the year.
      expect(limit).toBeLessThan(0.2 * share);
      expect([months[month], Math.abs(mean - expected) < limit]).toEqual([months[month], true]);
      from = end;
    }
    expect(from).toBe(clock.windowEnd);
  });

  it('has storms that last the mean spell on average', () => {
    // Storms that begin in the first of two years; all of them end within the second. Exponential: sd equals the mean, so the
    // mean of so many has standard error mean / √count; 4 of them once in 15,800. Rounding to seconds moves it by less than 1 s.
    const spells = calendars.flatMap(({ begins, ends }) =>
      begins.flatMap((begin, i) => (begin < clock.windowEnd ? [ends[i] - begin] : [])),
    );
    const mean = spells.reduce((a, b) => a + b) / spells.length;
    expect(spells.length).toBeGreaterThan(50_000);
    expect(Math.abs(mean - caspian.meanSpell)).toBeLessThan((4 * caspian.meanSpell) / Math.sqrt(spells.length) + 1);
  });

  it('is in order: a storm ends before the next one begins', () => {
    for (const { begins, ends } of calendars.slice(0, 100)) {
      expect(begins.length).toBe(ends.length);
      for (let i = 0; i < begins.length; i++) {
        expect(ends[i]).toBeGreaterThanOrEqual(begins[i]);
        if (i > 0) expect(begins[i]).toBeGreaterThanOrEqual(ends[i - 1]);
      }
    }
  });
});

const stormy = Object.fromEntries(months.map((month) => [month, percent(25)])) as WeatherSpec['closedShare'];
const base = handCorridor();
/** Port closes for weather, West never; there are ships enough at West. */
function withStorms(berths: number): CorridorData {
  const port = base.places.Port;
  if (port.kind !== 'seaport') throw new Error('the hand corridor has changed');
  return {
    ...base,
    places: {
      ...base.places,
      Port: {
        ...port,
        weather: 'sea',
        berths: { container: { count: berths, cranes: 1, tieUp: port.berths.container.tieUp } },
      },
    },
    fleets: { ...base.fleets, ships: { ...base.fleets.ships, count: 8 } },
    weather: { sea: { closedShare: stormy, meanSpell: hours(24) } },
  };
}

/** From the second in which a full load enters at West: tying up 2000, one lift 240 with both cranes, 12,960 at sea. */
const TO_PORT = 15_200;

/** A storm that lasts a day at least, with time before it and some hours of open sea on both sides. */
function aStorm(): [number, number] {
  const { begins, ends } = worldOf(withStorms(1)).stormsOf('sea');
  const i = begins.findIndex(
    (begin, j) =>
      begin > 2 * DAY && ends[j] - begin > DAY && begin - ends[j - 1] > 20_000 && begins[j + 1] - ends[j] > 20_000,
  );
  expect(i).toBeGreaterThan(0);
  return [begins[i], ends[i]];
}

/** Ships that arrive at Port in these seconds, each with two boxes. */
function arriving(seconds: readonly number[], berths = 1) {
  const world = worldOf(withStorms(berths));
  const stages = noteStages(world);
  const ledgers = noteLedgers(world);
  for (const second of seconds) for (const _ of [1, 2]) world.boxAt('eastbound', second - TO_PORT, '45G1');
  world.sim.run();
  expect(world.boxes.inside).toBe(0);
  const of = (box: string, event: string) =>
    Number(
      stages
        .get(box)
        ?.find((line) => line.startsWith(event))
        ?.slice(event.length + 1),
    );
  return { ledgers, of };
}

describe('a ship at a port that shuts', () => {
  it('waits outside when it arrives in the very second in which the port shuts', () => {
    const [shuts, opens] = aStorm();
    const { ledgers, of } = arriving([shuts]);
    expect(of('e1', 'arrives Port')).toBe(shuts);
    // After the storm 1000 s to tie up and 300 s for the lift.
    expect(of('e1', 'unloaded Port')).toBe(opens + 1300);
    expect(ledgers.get('e1')).toMatchObject({ 'waiting for weather @Port': opens - shuts, 'tying up @Port': 1000 });
  });

  it('goes in when it arrives in the very second in which the port opens', () => {
    const [, opens] = aStorm();
    const { ledgers, of } = arriving([opens]);
    expect(of('e1', 'arrives Port')).toBe(opens);
    expect(of('e1', 'unloaded Port')).toBe(opens + 1300);
    expect(ledgers.get('e1')).not.toHaveProperty('waiting for weather @Port');
  });

  it('finishes the lift that has begun, then waits under the cranes', () => {
    const [shuts, opens] = aStorm();
    // In at shuts − 200; the first lift goes on for 100 s into the storm, the second begins when the port opens.
    const { ledgers, of } = arriving([shuts - 1200]);
    expect(of('e1', 'unloaded Port')).toBe(shuts + 100);
    expect(of('e2', 'unloaded Port')).toBe(opens + 300);
    expect(ledgers.get('e2')).toMatchObject({ 'waiting for weather @Port': opens - shuts - 100 });
  });

  it.each([1, 2, 3])('is one of a wave that comes in in the order of arrival, with %i berths', (berths) => {
    const [shuts, opens] = aStorm();
    const { ledgers, of } = arriving([shuts + 10, shuts + 3000, shuts + 6000], berths);
    const first = ['e1', 'e3', 'e5'].map((box) => of(box, 'unloaded Port'));
    // One quay crane a berth, but one in all: whoever came first is unloaded first.
    expect(first).toEqual([...first].sort((a, b) => a - b));
    expect(first[0]).toBe(opens + 1300);
    for (const [i, box] of ['e1', 'e3', 'e5'].entries()) {
      const parts = ledgers.get(box) ?? {};
      expect(parts['waiting for weather @Port']).toBe(opens - (shuts + [10, 3000, 6000][i]));
      // Who has a berth waits for weather only; who has none waits for a berth from the moment the port opens.
      expect((parts['waiting for a berth @Port'] ?? 0) > 0).toBe(i >= berths);
    }
  });

  it('lets those go in first that waited outside, before one that comes in the very second in which the port opens', () => {
    const [shuts, opens] = aStorm();
    const { of } = arriving([shuts + 10, opens], 2);
    // Both tie up at once, at two berths; the only crane begins with the ship that came first.
    expect(of('e1', 'unloaded Port')).toBe(opens + 1300);
    expect(of('e3', 'unloaded Port')).toBe(opens + 1900);
  });

  it('shows in the measure of the closed share, which is that of the calendar to the second', () => {
    const world = worldOf({
      ...withStorms(1),
      fleets: { ...base.fleets, ships: { ...base.fleets.ships, carries: teu(4), count: 1 } },
    });
    const { clock, sim } = world;
    sim.run({ until: 30 * DAY });
    world.startMeasuring();
    sim.run({ until: clock.windowEnd });
    const closed = world.measures().find(({ measure, of }) => measure === 'closed' && of.place === 'Port')?.value;
    const expected = closedSeconds(world.stormsOf('sea'), 30 * DAY, clock.windowEnd);
    expect(closed).toBeCloseTo(expected / (clock.windowEnd - 30 * DAY), 12);
    expect(expected).toBeGreaterThan(30 * DAY);
  });

  it('counts no second of a storm that begins in the very second in which measuring ends', () => {
    const world = worldOf(withStorms(1));
    const { sim } = world;
    const { begins, ends } = world.stormsOf('sea');
    world.startMeasuring();
    // The second storm's first second: only the first storm lies behind.
    sim.run({ until: begins[1] });
    const closed = world.measures().find(({ measure, of }) => measure === 'closed' && of.place === 'Port')?.value;
    expect(closed).toBeCloseTo((ends[0] - begins[0]) / begins[1], 12);
  });
});
