// Known truths P1 and P2: what a corridor's preview says of berths and yards is what port planners work out by hand.
import { describe, expect, it } from 'vitest';
import {
  corridor,
  days,
  formulas,
  hours,
  km,
  kmPerHour,
  movesPerHour,
  percent,
  share,
  teu,
  teuPerYear,
} from '../../../src';
import { waitErlang } from '../../../src/queueing';

/** The sea is open in 8,400 hours of the year. */
const shut = share(360 / 8760);
const month = { jan: shut, feb: shut, mar: shut, apr: shut, may: shut, jun: shut };
const port = {
  kind: 'seaport',
  berths: { container: { count: 1, cranes: 2, tieUp: hours(3) } },
  cranes: {
    quay: { count: 4, rate: movesPerHour(22), efficiency: percent(80) },
    rail: { count: 1, rate: movesPerHour(20) },
  },
  yard: { capacity: teu(9000), collected: hours(72) },
  tracks: 1,
  shunting: hours(1),
  weather: 'sea',
} as const;

/**
 * 150,000 TEU a year each way in ships of 300 TEU: 500 calls of 600 TEU. 1.6 TEU a box: 375 moves a call. All of 300,000 TEU
 * stand in the yard of either port: what leaves by ship, and what trucks fetch.
 */
const hub = corridor({
  keruen: 'scenario@1',
  id: 'hub',
  title: 'Two ports and a sea',
  start: '2025-01-01',
  timeZone: 'UTC',
  warmUp: days(30),
  places: { Aktau: { ...port, at: [43.6, 51.2] }, Alat: { ...port, at: [39.9, 49.4] } },
  lines: { sea: { between: ['Aktau', 'Alat'], mode: 'sea', length: km(400) } },
  services: { feeder: { on: 'sea', fleet: 'feeders', sails: { full: true } } },
  fleets: { feeders: { count: 20, carries: teu(300), speed: kmPerHour(20) } },
  weather: {
    sea: {
      closedShare: { ...month, jul: shut, aug: shut, sep: shut, oct: shut, nov: shut, dec: shut },
      meanSpell: hours(24),
    },
  },
  flows: {
    out: {
      from: 'Aktau',
      to: 'Alat',
      demand: teuPerYear(150_000),
      boxes: { '22G1': percent(40), '45G1': percent(60) },
    },
    home: {
      from: 'Alat',
      to: 'Aktau',
      demand: teuPerYear(150_000),
      boxes: { '22G1': percent(40), '45G1': percent(60) },
    },
  },
});

const rowOf = (
  resource: string,
  what: string,
  set: { readonly [path: `${string}.${string}`]: number | string } = {},
) => {
  const found = formulas(hub.with({ set })).find(
    (row) => row.where === 'Aktau' && row.resource === resource && row.what === what,
  );
  if (found?.value == null) throw new Error(`${what} of ${resource} has no value`);
  return { ...found, value: found.value };
};
const twoBerths = { 'places.Aktau.berths.container.count': 2 };

describe('P1: the berth formula of port planners, at 600 TEU a call', () => {
  it('one berth is 81.27 % in use', () => {
    // 375 moves at 35.2 an hour are 10.653 h, and 3 h tied up; 500 calls in 8,400 h.
    const byHand = (500 * (375 / (2 * 22 * 0.8) + 3)) / 8400;
    expect(byHand.toFixed(4)).toBe('0.8127');
    expect(rowOf('container berths', 'use').value).toBeCloseTo(byHand, 10);
  });

  it('two berths are 40.64 % in use', () => {
    expect(rowOf('container berths', 'use', twoBerths).value.toFixed(4)).toBe('0.4064');
  });

  it('what berths carry at the accepted wait, put in as demand, gives that wait', () => {
    const carries = rowOf('container berths', 'capacity', twoBerths).value;
    const demand = `${carries / 2} TEU/year`;
    const full = { ...twoBerths, 'flows.out.demand': demand, 'flows.home.demand': demand };
    const wait = rowOf('container berths', 'wait', full).value;
    // Sixteen halvings leave a utilisation within 0.00001; the wait grows some 1.5 times as fast in relation.
    expect(wait / (375 / 35.2 + 3)).toBeCloseTo(0.1, 4);
  });

  it('the wait is the exact one of somewhat even arrivals and services that hardly vary', () => {
    // Two berths: the spread over seven phases of service takes 28 ways, over eight 36, the most that a preview solves.
    const exact = waitErlang({
      servers: 2,
      arrivalShape: 2,
      serviceShape: 8,
      utilisation: (500 * 13.6534090909) / 16_800,
    });
    const row = rowOf('container berths', 'wait', twoBerths);
    expect(row.formula).toBe('E2/E8/2, exact');
    expect(row.value).toBeCloseTo(exact.waitOverService * 13.6534090909, 8);
  });
});

describe('P2: the yard formula of port planners', () => {
  it('300,000 TEU a year need 3,082 ground slots', () => {
    const row = rowOf('yard', 'slots');
    expect(Math.round(row.value)).toBe(3082);
    expect(row.assumed).toBe(
      'dwell 7 d, peak factor 1.2, 4 boxes high, stacks 70 % full on average, 80 % of slots taken',
    );
  });

  it('and 6,904 TEU stand there in the busiest time, beside the busiest days of a run', () => {
    const row = rowOf('yard', 'TEU');
    expect(row.value).toBeCloseTo((300_000 * 1.2 * 7) / 365, 8);
    expect(row.measure).toEqual({
      measure: 'busiest days',
      statistic: 'mean',
      of: { place: 'Aktau', resource: 'yard' },
    });
  });
});
