// Running time with its stops: the same way in the same time as by its mean speed, told apart; and locomotives changed.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import type { LineSpec } from '../../../src/model/corridor/corridor';
import { replicate } from '../../../src/model/replicate';
import { ledgerOf } from '../../../src/study/results/ledger';
import { days, hours, km, kmPerHour, percent, teu, teuPerYear } from '../../../src/units';

type Speeds = Pick<LineSpec, 'speed' | 'running' | 'stops'>;

/** Boxes ride alone over two lines of 350 km. */
const way = (speeds: Speeds, change?: ReturnType<typeof hours>) =>
  corridor({
    keruen: 'scenario@1',
    id: 'way',
    title: 'A way with stops',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(10),
    places: {
      A: { kind: 'hinterland', at: [43, 77] },
      M: { kind: 'junction', at: [44, 77], ...(change === undefined ? {} : { locomotiveChange: change }) },
      B: { kind: 'hinterland', at: [45, 77] },
    },
    lines: {
      first: { between: ['A', 'M'], mode: 'rail', length: km(350), ...speeds },
      second: { between: ['M', 'B'], mode: 'rail', length: km(350), ...speeds },
    },
    services: { train: { on: ['first', 'second'], fleet: 'sets', leaves: { full: true } } },
    fleets: { sets: { count: 40, carries: teu(1) } },
    flows: { out: { from: 'A', to: 'B', demand: teuPerYear(3_650), boxes: { '22G1': percent(100) } } },
  });

function hoursByCause(data: ReturnType<typeof way>['data']): Record<string, number> {
  const account = ledgerOf([replicate(data, { seed: 'stops', replication: 0, days: 60 })]).find(
    ({ flow, band }) => flow === 'out' && band === 'all',
  );
  const sums: Record<string, number> = {};
  for (const { cause, seconds } of account?.parts ?? [])
    sums[cause] = (sums[cause] ?? 0) + seconds / (account?.boxes ?? 1) / 3600;
  return sums;
}

const withStops: Speeds = { running: kmPerHour(50), stops: { every: km(175), takes: hours(1) } };

describe('a way with its stops', () => {
  it('has them beside the running time, each to the second', () => {
    // 700 km at 50 km/h are 14 h; a stop of an hour every 175 km, four of them.
    expect(hoursByCause(way(withStops).data)).toMatchObject({ moving: 14, 'stops on the way': 4 });
  });

  it('takes as long as by the mean speed with everything in it', () => {
    // 350 km in 7 h and two stops: 350 / 9 km/h.
    const mean = hoursByCause(way({ speed: kmPerHour(350 / 9) }).data);
    expect(mean.moving).toBeCloseTo(18, 3);
  });

  it('has the change of a locomotive at a junction', () => {
    expect(hoursByCause(way(withStops, hours(1.5)).data)).toMatchObject({
      moving: 14,
      'stops on the way': 4,
      'changing the locomotive': 1.5,
    });
  });
});

describe('stops are refused', () => {
  const said = (speeds: Speeds): string => {
    try {
      way(speeds);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  it.each([
    [{ ...withStops, running: undefined, speed: kmPerHour(35) }, /lines\.first\.stops.*mean with its stops/],
    [{ ...withStops, speed: kmPerHour(35) }, /lines\.first\.stops.*mean with its stops/],
    [{ running: kmPerHour(50) }, /lines\.first\.running.*give stops/],
    [{ stops: withStops.stops }, /give running/],
    [{ running: kmPerHour(50), stops: { every: km(50), takes: hours(2) } }, /stops take more than the way/],
    [{ running: kmPerHour(50), stops: { every: km(0), takes: hours(2) } }, /every 0 km/],
  ] as const)('%o', (speeds, sentence) => {
    expect(said(speeds as Speeds)).toMatch(sentence);
  });
});
