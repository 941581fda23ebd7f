// A service that leaves by the clock every minute is one whose boxes wait for nothing but a unit: cause by cause the same.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { type Outcome, replicate } from '../../../src/model/replicate';
import { ledgerOf } from '../../../src/study/results/ledger';
import { runStudy } from '../../../src/study/running/run';
import { days, hours, km, kmPerHour, minutes, movesPerHour, percent, teu, teuPerYear } from '../../../src/units';

type Leaves = {
  readonly full: boolean;
  readonly every?: ReturnType<typeof minutes>;
  readonly longestWait?: ReturnType<typeof hours>;
};

function pair(mode: 'rail' | 'sea', leaves: Leaves, units: number, back: number) {
  const port = {
    kind: 'seaport',
    berths: { container: { count: 20, cranes: 4, tieUp: hours(0) } },
    cranes: { quay: { count: 40, rate: movesPerHour(1000) }, rail: { count: 1, rate: movesPerHour(10) } },
    yard: { capacity: teu(100_000) },
    tracks: 1,
    shunting: hours(0),
  } as const;
  const place = (at: readonly [number, number]) =>
    mode === 'rail' ? ({ kind: 'hinterland', at } as const) : ({ ...port, at } as const);
  const flow = { boxes: { '45G1': percent(100) } } as const;
  return corridor({
    keruen: 'scenario@1',
    id: 'pair',
    title: 'One service between two places',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(30),
    places: { A: place([43, 77]), B: place([50, 57]) },
    lines: { way: { between: ['A', 'B'], mode, length: km(480), speed: kmPerHour(40) } },
    services: { shuttle: { on: 'way', fleet: 'units', ...(mode === 'rail' ? { leaves } : { sails: leaves }) } },
    fleets: { units: { count: units, carries: teu(200), speed: kmPerHour(40) } },
    flows: {
      out: { from: 'A', to: 'B', demand: teuPerYear(12_000), ...flow },
      ...(back > 0 ? { home: { from: 'B', to: 'A', demand: teuPerYear(back), ...flow } } : {}),
    },
  });
}

/** Hours a box of the flow, by cause. */
function hoursByCause(outcome: Outcome, flow: string): Map<string, number> {
  const account = ledgerOf([outcome]).find((one) => one.flow === flow && one.band === 'all');
  const sums = new Map<string, number>();
  for (const { cause, seconds } of account?.parts ?? [])
    sums.set(cause, (sums.get(cause) ?? 0) + seconds / (account?.boxes ?? 1) / 3600);
  return sums;
}

const outcomeOf = (mode: 'rail' | 'sea', leaves: Leaves, units = 1, back = 0) =>
  replicate(pair(mode, leaves, units, back).data, { seed: 'clock', replication: 0, days: 180 });

describe('by the clock, every minute', () => {
  it('boxes that lack only a set wait for platforms, whoever joins the load later', () => {
    const causes = hoursByCause(outcomeOf('rail', { full: false, every: minutes(1) }), 'out');
    // At most a minute until the next departure finds a box that came alone.
    expect(causes.get('train to fill') ?? 0).toBeLessThan(1 / 60);
    // A round trip takes 24 h, and who comes at random waits half of it.
    expect(causes.get('waiting for platforms')).toBeGreaterThan(11);
    expect(causes.get('waiting for platforms')).toBeLessThan(13.2);
  });

  it.each([
    ['rail', 1, 0],
    ['rail', 1, 9_000],
    ['rail', 3, 9_000],
    ['sea', 1, 0],
    ['sea', 2, 9_000],
  ] as const)(
    'is the same as no waiting for a load, cause by cause: %s, %i units, %i TEU back',
    (mode, units, back) => {
      for (const flow of back > 0 ? ['out', 'home'] : ['out']) {
        const byClock = hoursByCause(outcomeOf(mode, { full: false, every: minutes(1) }, units, back), flow);
        const atOnce = hoursByCause(outcomeOf(mode, { full: false, longestWait: hours(0) }, units, back), flow);
        for (const cause of new Set([...byClock.keys(), ...atOnce.keys()])) {
          // Derived: a departure comes up to a minute after the box for which nothing else is missing. A unit that leaves so much
          // later is later by as much in every round until it stands ready again, a few minutes at most.
          expect(Math.abs((byClock.get(cause) ?? 0) - (atOnce.get(cause) ?? 0)), `${flow}: ${cause}`).toBeLessThan(0.2);
        }
      }
    },
  );

  it('counts no departure as skipped for want of boxes while a load waits for a set', () => {
    const { measures } = outcomeOf('rail', { full: false, every: hours(1) });
    const skipped = measures.find((one) => one.measure === 'departures skipped' && one.of.place === 'A');
    const departures = measures.find((one) => one.measure === 'departures' && one.of.place === 'A');
    // Derived: 0.685 boxes an hour come, so after each of 180 departures 1 + e^-0.685 ÷ (1 − e^-0.685) = 2.02 hours on average find
    // no box: that of the departure itself and those until the first box. 363 ± 19 in all; four standard errors are 440.
    expect(skipped?.value).toBeLessThan(440);
    expect(departures?.value).toBeGreaterThan(170);
  });

  it('is answered by naming the sets that are short', async () => {
    const leaves = { full: false, every: minutes(1) } as const;
    const { answer } = await runStudy(pair('rail', leaves, 1, 0), { replications: 2, days: 180, workers: 1 });
    expect(answer).toMatch(/longest wait of out is for platforms at A, 1\d.* h a box; what is short: units\b/);
    expect(answer).not.toContain('nothing is short');
  });
});
