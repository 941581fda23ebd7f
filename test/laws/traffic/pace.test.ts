// The pace of a train: over one line the law stays what it is; over a trip, or a week, times hang together as far as is said.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import type { PaceSpec } from '../../../src/model/corridor/data/fleetSpec';
import { unusedNotes } from '../../../src/model/corridor/routes/unused';
import { normalQuantile } from '../../../src/stochastic';
import { measureOf } from '../../../src/study/results/measureOf';
import { runStudy } from '../../../src/study/running/run';
import { days, km, kmPerHour, percent, teu, teuPerYear } from '../../../src/units';

/** Boxes ride alone, as soon as they come, over one line of 10 h or two. */
const trip = (lines: 1 | 2, pace?: PaceSpec, variation = 30) => {
  const line = (from: string, to: string) =>
    ({
      between: [from, to],
      mode: 'rail',
      length: km(400),
      speed: kmPerHour(40),
      variation: percent(variation),
    }) as const;
  return corridor({
    keruen: 'scenario@1',
    id: 'trip',
    title: 'A trip over one line or two',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(10),
    places: {
      A: { kind: 'hinterland', at: [43, 77] },
      M: { kind: lines === 1 ? 'hinterland' : 'junction', at: [44, 77] },
      B: { kind: 'hinterland', at: [45, 77] },
    },
    lines: { first: line('A', 'M'), second: line('M', 'B') },
    services: { train: { on: lines === 1 ? ['first'] : ['first', 'second'], fleet: 'sets', leaves: { full: true } } },
    fleets: { sets: { count: 400, carries: teu(1), ...(pace === undefined ? {} : { pace }) } },
    flows: {
      out: { from: 'A', to: lines === 1 ? 'M' : 'B', demand: teuPerYear(36_500), boxes: { '22G1': percent(100) } },
    },
  } as CorridorData);
};

/** One replication: hours (the measure is in days) of a quantile of the transit time. */
async function hoursOf(of: ReturnType<typeof trip>, statistic: 'p10' | 'p50' | 'p90', window = 120): Promise<number> {
  const result = await runStudy(of, { seed: 'pace', replications: 1, days: window, workers: 1 });
  return 24 * (measureOf(result, `${statistic} transit time of out`).estimate ?? Number.NaN);
}

/** Of a lognormal time of mean 10 h and variation 30 %. */
const sigma = Math.sqrt(Math.log(1 + 0.3 ** 2));
const median = 10 / Math.sqrt(1 + 0.3 ** 2);
const quantile = (p: number) => median * Math.exp(normalQuantile(p) * sigma);
/** Five standard deviations of the logarithm of a sample's quantile of 12,000 boxes: √(p (1 − p) ÷ n) over the density there. */
const limit = (p: number) => {
  const z = normalQuantile(p);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / sigma;
  return (5 * Math.sqrt((p * (1 - p)) / 12_000)) / density;
};

describe('the pace of a train', () => {
  it.each(['p10', 'p50', 'p90'] as const)('leaves the law over one line as it is: %s', async (statistic) => {
    const p = Number(statistic.slice(1)) / 100;
    const found = await hoursOf(trip(1, { unit: percent(50) }), statistic);
    expect(Math.abs(Math.log(found / quantile(p)))).toBeLessThan(limit(p));
  });

  it('of which all is the train’s makes two lines one time twice', async () => {
    for (const [statistic, p] of [
      ['p10', 0.1],
      ['p90', 0.9],
    ] as const) {
      const found = await hoursOf(trip(2, { unit: percent(100) }), statistic);
      expect(Math.abs(Math.log(found / (2 * quantile(p))))).toBeLessThan(limit(p));
    }
  });

  it('spreads the whole way wider, the more of it the train keeps', async () => {
    const spread = async (unit: number) => {
      const of = trip(2, { unit: percent(unit) });
      return (await hoursOf(of, 'p90')) - (await hoursOf(of, 'p10'));
    };
    const [none, half, all] = [await spread(0), await spread(50), await spread(100)];
    // The standard deviation of a sum of two alike grows with √(2 (1 + r)): from 0 to 1 by 1.41.
    expect(half / none).toBeGreaterThan(1.1);
    expect(all / half).toBeGreaterThan(1.05);
    expect(all / none).toBeLessThan(1.6);
  });

  it('of which all is the week’s gives every train of a week the same time', async () => {
    // Clock zero is ten days before the window; its first three days lie in one week, and so do the rides that begin in them.
    const of = trip(2, { week: percent(100) }, 5);
    expect(await hoursOf(of, 'p10', 3)).toBe(await hoursOf(of, 'p90', 3));
    expect(await hoursOf(of, 'p10', 30)).toBeLessThan(await hoursOf(of, 'p90', 30));
  });

  it('of nothing changes nothing, to the bit', async () => {
    const hash = async (pace?: PaceSpec) =>
      (await runStudy(trip(2, pace), { seed: 'pace', replications: 1, days: 20, workers: 1 })).runHash;
    expect(await hash({ unit: percent(0), week: percent(0) })).toBe(await hash());
    expect(await hash({ unit: percent(10) })).not.toBe(await hash());
  });
});

describe('a pace is refused or named', () => {
  const said = (make: () => unknown): string => {
    try {
      make();
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  it('where its shares are more than the whole', () => {
    expect(said(() => trip(2, { unit: percent(70), week: percent(40) }))).toMatch(
      /fleets\.sets\.pace.*110 %.*at most 100 %/s,
    );
  });

  it('where nothing varies', () => {
    expect(unusedNotes(trip(2, { unit: percent(50) }, 0).data)).toEqual([
      'fleets.sets.pace: pace of fleet sets does nothing: no line that it runs on says how its times vary (variation)',
    ]);
  });
});
