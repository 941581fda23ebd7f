// What is asked for beside what every run tells: spans between two events, exact, and backlogs within a period.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { replicate } from '../../../src/model/replicate';
import type { Asked, SpanAsked } from '../../../src/model/run/asked';
import { Clock } from '../../../src/model/time/clock';
import { middleCorridor2024 } from '../../../src/scenarios/middleCorridor2024';
import { railBorder } from '../../../src/scenarios/railBorder';
import { roadBorder } from '../../../src/scenarios/roadBorder';

const HOUR = 3600;
const options = { seed: 'keruen', replication: 0, days: 60 } as const;
const run = (spans: readonly SpanAsked[], more: Asked = {}) =>
  replicate(middleCorridor2024.data, { ...options, asked: { spans, ...more } });

const toAktau = {
  flow: 'westbound',
  from: { place: 'Altynkol', event: 'arrival' },
  to: { place: 'Aktau', event: 'departure' },
} as const;
const atAltynkol = { ...toAktau, to: { place: 'Altynkol', event: 'departure' } } as const;
const byRail = {
  ...toAktau,
  from: { place: 'Altynkol', event: 'departure' },
  to: { place: 'Aktau', event: 'arrival' },
} as const;

describe('a span that was asked for', () => {
  const sumOf = (parts: Float64Array) => parts.reduce((sum, seconds) => sum + seconds, 0);
  const countOf = (counts: Int32Array) => counts.reduce((sum, count) => sum + count, 0);

  it('leaves the run as it is, and nothing is kept where nothing is asked', () => {
    const { asked, ...rest } = run([toAktau]);
    expect(asked?.spans).toHaveLength(1);
    expect(rest).toEqual(replicate(middleCorridor2024.data, options));
  });

  it('is the time between the two events of each box, and its parts add up to it to the second', () => {
    const { asked, journeys, routes } = run([toAktau, atAltynkol, byRail]);
    const route = routes.findIndex(({ flow }) => flow === 'westbound');
    const { stops } = routes[route];
    const seconds = (place: string, event: 'arrival' | 'departure') =>
      journeys[route].stops[stops.findIndex((stop) => stop.place === place)][event].seconds;
    const expected = [
      seconds('Aktau', 'departure') - seconds('Altynkol', 'arrival'),
      seconds('Altynkol', 'departure') - seconds('Altynkol', 'arrival'),
      seconds('Aktau', 'arrival') - seconds('Altynkol', 'departure'),
    ];
    expect(asked?.spans.map(({ spans }) => spans.seconds)).toEqual(expected);
    expect(asked?.spans.map(({ parts }) => sumOf(parts))).toEqual(expected);
    for (const { spans } of asked?.spans ?? []) expect(countOf(spans.counts)).toBe(journeys[route].boxes);
  });

  it('may end where causes that follow an arrival are over: both halves make the whole', () => {
    const exit = { place: 'Altynkol', event: 'arrival', after: ['PRC exit control'] } as const;
    const { asked, cells } = run([{ ...atAltynkol, to: exit }, { ...atAltynkol, from: exit }, atAltynkol]);
    const [before, after, whole] = asked?.spans ?? [];
    expect(before.spans.seconds + after.spans.seconds).toBe(whole.spans.seconds);
    expect(cells.filter((_, i) => before.parts[i] > 0).map(({ cause }) => cause)).toEqual(['PRC exit control']);
    expect(sumOf(after.parts)).toBe(after.spans.seconds);
    expect(Math.min(...before.spans.least)).toBeGreaterThanOrEqual(3 * HOUR);
    expect(Math.max(...before.spans.most)).toBeLessThanOrEqual(12 * HOUR);
  });

  it('counts the boxes within a limit exactly', () => {
    const exit = { place: 'Altynkol', event: 'arrival', after: ['PRC exit control'] } as const;
    const limits = [3 * HOUR - 1, 7 * HOUR, 12 * HOUR];
    const { asked } = run(limits.map((limit) => ({ ...atAltynkol, to: exit, limit })));
    const [none, some, all] = asked?.spans ?? [];
    expect(none.within).toBe(0);
    expect(some.within).toBeGreaterThan(0);
    expect(some.within).toBeLessThan(all.within);
    expect(all.within).toBe(countOf(all.spans.counts));
  });

  it('takes the boxes whose first event lies within a period, each once', () => {
    const { windowStart, last } = new Clock('2024-01-01', middleCorridor2024.data.warmUp, 60, 'Asia/Aqtau');
    const half = windowStart + 30 * 24 * HOUR;
    const { asked } = run([
      { ...byRail, during: { from: windowStart, until: half } },
      { ...byRail, during: { from: half, until: last } },
      byRail,
    ]);
    const [first, second, all] = (asked?.spans ?? []).map(({ spans }) => countOf(spans.counts));
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(0);
    expect(first + second).toBe(all);
  });

  it('has parts that add up also where trucks and trains wait at their origins for what lies ahead', () => {
    const short = { seed: 'keruen', replication: 0, days: 20 } as const;
    const over = (flow: string, place: string): SpanAsked => ({
      ...{ flow, from: { place, event: 'arrival' }, to: { place, event: 'departure' } },
    });
    const road = replicate(roadBorder.variant('more-cargo').data, {
      ...short,
      asked: { spans: ['Nur Zholy', 'Kalzhat'].map((place) => over('south to China', place)) },
    });
    const rail = replicate(railBorder.data, {
      ...short,
      asked: {
        spans: [
          over('eastbound', 'Dostyk'),
          over('westbound', 'Dostyk'),
          { ...over('eastbound', 'Dostyk'), from: { place: 'Moyynty', event: 'arrival' } },
        ],
      },
    });
    for (const { spans, parts } of [...(road.asked?.spans ?? []), ...(rail.asked?.spans ?? [])]) {
      expect(spans.seconds).toBeGreaterThan(0);
      expect(sumOf(parts)).toBe(spans.seconds);
    }
  });

  it('says where no box of the flow comes by both places', () => {
    const { asked } = run([{ ...toAktau, to: { place: 'Nowhere', event: 'arrival' } }]);
    expect(asked?.spans[0]).toMatchObject({ routes: 0, within: 0 });
  });
});

describe('a backlog that was asked for', () => {
  const { data } = corridor({
    ...railBorder.data,
    places: {
      ...railBorder.data.places,
      // The border shuts for good: every train to it is held from then on.
      Dostyk: { ...railBorder.data.places.Dostyk, handedOver: { Aktogay: 0.5 / 86_400 } },
    },
    warmUp: 0,
  } as unknown as typeof railBorder.data);
  const clock = new Clock(data.start, 0, 40, data.timeZone);
  const day = (n: number) => clock.windowStart + n * 24 * HOUR;
  const at = { place: 'Dostyk', from: 'Aktogay', others: true } as const;

  it('is the most trains held at a time within its period, and leaves the run as it is', () => {
    const few = { seed: 'keruen', replication: 0, days: 40 } as const;
    const backlogs = [
      { ...at, during: { from: day(0), until: day(10) } },
      { ...at, during: { from: day(30), until: day(40) } },
      { ...at, from: 'Urumqi', during: { from: day(0), until: day(1) } },
    ];
    const { asked, ...rest } = replicate(data, { ...few, asked: { backlogs } });
    expect(rest).toEqual(replicate(data, few));
    const [early, late, china] = asked?.backlogs ?? [];
    expect(early).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(early);
    expect(china).toBe(0);
    const waiting = rest.measures.find(
      ({ measure, statistic, of }) =>
        measure === 'trains waiting' && statistic === 'max' && of.place === 'Dostyk' && of.resource === 'from Aktogay',
    );
    // Those before the border, and those that wait for a path to it.
    expect(late).toBeGreaterThanOrEqual((waiting?.value ?? 0) - 1);
  });
});
