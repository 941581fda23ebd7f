// What formulas say of places before a run: which formula, at which pace of cranes, beside which measure, and why a run differs.
import { describe, expect, it } from 'vitest';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { formulaRows } from '../../../src/model/places/formulas';
import { previewOf } from '../../../src/model/places/registry';
import { availability } from '../../../src/model/preview/formulas/pace';
import type { FormulaRow } from '../../../src/model/preview/formulas/row';
import { exactWait, serviceShape, utilisationAt } from '../../../src/model/preview/formulas/wait';
import { Traffic } from '../../../src/model/preview/preview';
import { waitErlang, waitMG1, waitMMc } from '../../../src/queueing';
import { days, hours, percent, trucksPerDay } from '../../../src/units';
import { borderCorridor } from '../../known/corridors/borderCorridor';
import { BORDER, daytime, TOWARD, withFigures } from '../roads';
import { small } from '../small';
import { type Figures, smallWorld } from '../smallWorld';

const changed = (figures: Figures): CorridorData => smallWorld(figures).data;
function rowOf(data: CorridorData, where: string, resource: string, what: FormulaRow['what']): FormulaRow {
  const found = formulaRows(data).filter(
    (row) => row.where === where && row.resource === resource && row.what === what,
  );
  expect(found).toHaveLength(1);
  return found[0];
}
const berthUse = (figures: Figures) => rowOf(changed(figures), 'Aktau', 'container berths', 'use').value as number;

describe('the formula of a waiting line', () => {
  const line = { servers: 3, utilisation: 0.7, hours: 2, variation: 1, arrivalShape: 1 };

  it('is M/M/c where times are exponential, with the wait in hours', () => {
    expect(exactWait(line)).toEqual({
      formula: 'M/M/3, exact',
      hours: expect.closeTo(waitMMc({ servers: 3, arrivals: 1.05, service: 2 }).wait, 12),
    });
    // Q2: 0.54705 of a service of two hours.
    expect(exactWait(line).hours).toBeCloseTo(2 * 0.54705, 4);
  });

  it('is that of Pollaczek and Khinchine for one server, whatever the law', () => {
    const alone = { ...line, servers: 1 };
    // Q3: M/D/1 at 0.7 waits 1.16667 services.
    expect(exactWait({ ...alone, variation: 0 })).toEqual({
      formula: 'M/D/1, exact',
      hours: expect.closeTo(2 * 1.1666667, 6),
    });
    expect(exactWait({ ...alone, variation: 2 }).formula).toBe('M/G/1, exact');
    expect(exactWait({ ...alone, variation: 1 }).formula).toBe('M/M/1, exact');
  });

  it('takes as many phases as the law asks, or as many as are solved at once, and then says so', () => {
    expect(serviceShape(2, 0.5)).toBe(4);
    expect(serviceShape(2, 0)).toBe(8);
    expect(exactWait({ ...line, servers: 2, variation: 0.5, arrivalShape: 2 })).toEqual({
      formula: 'E2/E4/2, exact',
      hours: expect.closeTo(
        waitErlang({ servers: 2, arrivalShape: 2, serviceShape: 4, utilisation: 0.7, service: 2 }).wait,
        12,
      ),
    });
    expect(exactWait({ ...line, variation: 0 }).differs).toBe(
      'the formula lets the time of service vary by 45 % of its mean, the run by 0 %',
    );
  });

  it('has no answer where the line grows without end', () => {
    for (const utilisation of [1, 1.4, Number.NaN]) expect(exactWait({ ...line, utilisation }).hours).toBeNull();
  });

  it('is turned round: the utilisation at which the wait is just so large', () => {
    // M/M/1 waits ρ ÷ (1 − ρ) services: 0.25 at 0.2.
    expect(utilisationAt(0.25, { servers: 1, variation: 1, arrivalShape: 1 })).toBeCloseTo(0.2, 4);
  });
});

describe('cranes in the formulas', () => {
  const quay = 'places.Aktau.cranes.quay';
  // 3 h tied up, and lifts at two cranes of 20 an hour.
  const lifts = (figures: Figures) => {
    const traffic = new Traffic(changed(figures));
    const { boxes, visits } = traffic.at('Aktau', 'sea');
    return { calls: visits / traffic.openShare('caspian') / 2 / 8760, lifts: boxes / visits };
  };

  it('reach the share of their rate that is said, and that in the hours without repairs and on shift', () => {
    const { calls, lifts: moves } = lifts({});
    expect(berthUse({})).toBeCloseTo(calls * (3 + moves / 40), 9);
    expect(berthUse({ [`${quay}.efficiency`]: 0.5 })).toBeCloseTo(calls * (3 + moves / 20), 9);
    // Three days of work, one of repair.
    const failures = { every: days(3), repair: { law: 'exponential', mean: days(1) } };
    expect(berthUse({ [`${quay}.failures`]: failures })).toBeCloseTo(calls * (3 + moves / 30), 9);
    expect(berthUse({ calendars: daytime, [`${quay}.calendar`]: 'day' })).toBeCloseTo(
      calls * (3 + moves / (40 * (9 / 24))),
      9,
    );
  });

  it('do so in capacity ÷ demand too', () => {
    const capacity = (figures: Figures) => {
      const data = changed(figures);
      const rows = previewOf('Aktau', data.places.Aktau, new Traffic(data));
      return rows.find(({ resource }) => resource === 'quay cranes')?.capacity as number;
    };
    expect(capacity({ [`${quay}.failures`]: { every: days(3), repair: days(1) } })).toBeCloseTo(capacity({}) * 0.75, 6);
    expect(availability({ count: 1, rate: small.places.Aktau.cranes.quay.rate })).toBe(1);
  });

  it('say what of them is smoothed out', () => {
    const rampUp = { opens: '2024-06-01', over: days(90), begins: percent(50) };
    const { why } = rowOf(changed({ [`${quay}.rampUp`]: rampUp }), 'Aktau', 'container berths', 'use');
    expect(why).toContain('Quay cranes are slower after their opening day: the formula has them at their full rate.');
    expect(berthUse({ [`${quay}.rampUp`]: rampUp })).toBe(berthUse({}));
  });
});

describe('the formulas of a seaport', () => {
  it('stand beside the measures of a run that say the same', () => {
    const measured = new Set(
      smallWorld()
        .measures()
        .map(({ measure, statistic, of }) => JSON.stringify([measure, statistic, of])),
    );
    const beside = formulaRows(changed({})).flatMap(({ measure }) => (measure === undefined ? [] : [measure]));
    expect(beside.length).toBeGreaterThan(10);
    for (const { measure, statistic, of } of beside)
      expect(measured).toContain(JSON.stringify([measure, statistic, of]));
  });

  it('have no wait where more is asked than berths can do, and say how busy they would be', () => {
    const much = { 'flows.westbound.demand': 1e6, 'flows.eastbound.demand': 1e6 };
    expect(berthUse(much)).toBeGreaterThan(1);
    expect(rowOf(changed(much), 'Aktau', 'container berths', 'wait').value).toBeNull();
  });

  it('say of the weather only where there is some', () => {
    const storm = /^After a storm ships come in a wave/;
    const why = (figures: Figures) => rowOf(changed(figures), 'Aktau', 'container berths', 'wait').why;
    expect(why({}).filter((reason) => storm.test(reason))).toHaveLength(1);
    expect(why({ 'places.Aktau.weather': undefined }).filter((reason) => storm.test(reason))).toEqual([]);
  });

  it('leave out berths to which no ship comes', () => {
    const idle = { count: 1, cranes: 1, tieUp: hours(3) };
    const rows = formulaRows(changed({ 'places.Aktau.berths.ferry': idle }));
    expect(rows.filter(({ resource }) => resource === 'ferry berths')).toEqual([]);
  });
});

describe('the formulas of tracks', () => {
  it('have full trains come at random, each for shunting in and out and its lifts', () => {
    const data = changed({ 'places."Xi\'an".tracks': 1 });
    const { boxes, visits } = new Traffic(data).at("Xi'an", 'rail');
    // An hour of shunting, and lifts by two cranes of 20 an hour, always as long.
    const service = 1 + boxes / visits / 40;
    const wait = waitMG1({ arrivals: visits / 8760, service, variation: 0 }).wait;
    expect(rowOf(data, "Xi'an", 'tracks', 'use').value).toBeCloseTo((visits * service) / 8760, 12);
    expect(rowOf(data, "Xi'an", 'tracks', 'wait')).toMatchObject({
      formula: 'M/D/1, exact',
      value: expect.closeTo(wait, 12),
      measure: { measure: 'wait', statistic: 'mean', of: { place: "Xi'an", resource: 'tracks' } },
    });
  });

  it('are told apart by gauge where it changes', () => {
    const data = changed({ 'places.Khorgos.gaugeChange.tracks.1520': 1 });
    const use = (gauge: number) => rowOf(data, 'Khorgos', `${gauge} tracks`, 'use').value as number;
    const visits = (gauge: number) => new Traffic(data).at('Khorgos', 'rail', gauge).visits;
    // Two tracks of 1435 mm, one of 1520 mm; an hour of shunting, and the lifts of a train of that gauge.
    const hours = (gauge: number) => visits(gauge) + new Traffic(data).at('Khorgos', 'rail', gauge).boxes / 40;
    expect(use(1435)).toBeCloseTo(hours(1435) / 2 / 8760, 12);
    expect(use(1520)).toBeCloseTo(hours(1520) / 8760, 12);
  });
});

describe('the formulas of borders', () => {
  it('have the teams of a rail border as servers in a line', () => {
    const border: Parameters<typeof borderCorridor>[0] = {
      controls: {
        papers: { takes: { law: 'exponential', mean: hours(2) }, teams: 3, trainsFrom: 'East' },
        stamps: { takes: hours(1) },
      },
    };
    const data = borderCorridor(border, { perYear: 8760 });
    const rows = formulaRows(data).filter(({ where }) => where === 'Gate');
    // One train an hour, two hours each, three teams: Erlang's C of 3 and 2 is 4/9, so they wait 4/9 · 2 h.
    expect(rows.map(({ resource, what, value }) => [resource, what, value])).toEqual([
      ['papers teams', 'use', expect.closeTo(2 / 3, 9)],
      ['papers teams', 'wait', expect.closeTo(8 / 9, 9)],
    ]);
  });

  it('have so many teams all day as there are on average, where they work in shifts', () => {
    const controls = { papers: { takes: { law: 'exponential', mean: hours(2) }, teams: { day: 8 } } } as const;
    const data = borderCorridor({ controls }, { calendars: daytime, perYear: 8760 });
    const row = rowOf(data, 'Gate', 'papers teams', 'wait');
    // Eight teams for nine hours are three all day.
    expect(row).toMatchObject({ formula: 'M/M/3, exact', value: expect.closeTo(8 / 9, 9) });
    expect(row.why).toContain('Teams change with their shifts: the formula has 3 all day.');
  });

  it('have the lanes of a road border in its open hours, and its bays by their shares', () => {
    const data = withFigures({
      calendars: daytime,
      [`${BORDER}.calendar`]: 'day',
      'flows.export.trucks': trucksPerDay(90),
      [`${TOWARD}.lanes`]: 2,
      [`${TOWARD}.takes`]: { law: 'exponential', mean: hours(0.1) },
      [`${TOWARD}.transloading`]: { share: percent(50), bays: 4, takes: { law: 'exponential', mean: hours(0.5) } },
    });
    const rows = formulaRows(data).filter(({ where }) => where === 'Nur Zholy');
    // Ten trucks an hour of the nine that are open: two lanes of ten an hour each; four bays of two an hour for five trucks.
    const lanes = waitMMc({ servers: 2, arrivals: 10, service: 0.1 }).wait;
    const bays = waitMMc({ servers: 4, arrivals: 5, service: 0.5 }).wait;
    expect(rows.map(({ resource, what, value }) => [resource, what, value])).toEqual([
      ['lanes to Khorgos', 'use', expect.closeTo(0.5, 9)],
      ['lanes to Khorgos', 'wait', expect.closeTo(lanes, 9)],
      ['transloading bays to Khorgos', 'use', expect.closeTo(0.625, 9)],
      ['transloading bays to Khorgos', 'wait', expect.closeTo(bays, 9)],
    ]);
    expect(rows[1].measure).toEqual({
      measure: 'wait',
      statistic: 'mean',
      of: { place: 'Nur Zholy', resource: 'to Khorgos' },
    });
  });
});
