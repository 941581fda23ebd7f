// The result of a run made by hand: two flows of the small corridor, round numbers, each state once.
import type { LedgerResult, MeasureResult, RunResult } from '../../src/study/results/result';

const DAY = 86_400;

type Of = MeasureResult['of'];
type Name = Pick<MeasureResult, 'measure' | 'statistic' | 'unit'> & { readonly of: Of };
const name = (statistic: MeasureResult['statistic'], measure: string, of: Of, unit: string): Name => ({
  measure,
  statistic,
  of,
  unit,
});

export const estimated = (of: Name, estimate: number, half: number): MeasureResult => ({
  ...of,
  state: 'estimated',
  estimate,
  low: estimate - half,
  high: estimate + half,
  level: 0.95,
  n: 10,
});
export const withoutInterval = (
  of: Name,
  state: 'too few replications' | 'still growing',
  estimate: number,
): MeasureResult => ({
  ...of,
  state,
  estimate,
  low: null,
  high: null,
  level: 0.95,
  n: 1,
});
export const withoutEstimate = (of: Name, state: 'did not finish' | 'nothing observed'): MeasureResult => ({
  ...of,
  state,
  estimate: null,
  low: null,
  high: null,
  level: 0.95,
  n: 0,
});

const total = (of: Of) => name('total', 'throughput', of, 'TEU');
const transit = (statistic: 'mean' | 'p50' | 'p90', flow: string) => name(statistic, 'transit time', { flow }, 'd');
const use = (of: Of) => name('share', 'use', of, 'share');

export const measures: readonly MeasureResult[] = [
  estimated(total({}), 11_950, 120),
  estimated(total({ place: 'Aktau' }), 12_345, 210),
  estimated(total({ place: "Xi'an" }), 12_000, 100),
  withoutInterval(total({ place: 'Khorgos' }), 'too few replications', 12_100),
  estimated(name('total', 'throughput', { place: 'Aktau', resource: 'quay cranes' }, 'moves'), 7_000, 10),
  estimated(transit('mean', 'westbound'), 17.24, 0.31),
  estimated(transit('p50', 'westbound'), 16.9, 0.2),
  withoutEstimate(transit('p90', 'westbound'), 'did not finish'),
  withoutInterval(transit('mean', 'eastbound'), 'still growing', 12.5),
  withoutEstimate(transit('p50', 'eastbound'), 'nothing observed'),
  estimated(use({ place: 'Aktau', resource: 'container berths' }), 0.61, 0.02),
  estimated(name('mean', 'wait', { place: 'Aktau', resource: 'container berths' }, 'h'), 5.2, 0.4),
  estimated(use({ place: 'Aktau', resource: 'quay cranes' }), 0.3, 0.01),
  estimated(use({ place: 'Khorgos', resource: '1520 tracks' }), 0.4, 0.01),
  estimated(use({ place: 'Khorgos', resource: 'gauge change cranes' }), 0.2, 0.01),
  estimated(use({ line: 'China', resource: 'paths to Khorgos' }), 0.7, 0.03),
  estimated(use({ resource: 'feeders' }), 0.9, 0.01),
  withoutEstimate(use({ place: 'Alat', resource: 'yard' }), 'nothing observed'),
];

/** A band with its parts in days a box; the whole is their sum. */
export function ledger(
  band: LedgerResult['band'],
  boxes: number,
  parts: readonly (readonly [cause: string, where: string, days: number])[],
): LedgerResult {
  const counted = parts.map(([cause, where, days]) => ({ cause, where, seconds: Math.round(days * DAY * boxes) }));
  const seconds = counted.reduce((sum, part) => sum + part.seconds, 0);
  return {
    flow: 'westbound',
    band,
    boxes,
    censored: 0,
    seconds,
    parts: counted.map((part) => ({ ...part, share: part.seconds / seconds })),
  };
}

const parts = (storm: number, filling: number) =>
  [
    ['moving', 'China', 3],
    ['moving', 'Caspian', 1],
    ['papers', 'Khorgos', 0.5],
    ['shunting', 'Aktau', 0.05],
    ['tying up', 'Aktau', 0.04],
    ['waiting for weather', 'Aktau', storm],
    ['ship to fill', 'Aktau', filling],
  ] as const;

const hours = (days: number) => ({ mean: days * 24, p10: days * 20, p50: days * 24, p90: days * 30 });
const stop = (place: string, km: number, arrival: number) => ({
  place,
  km,
  arrival: hours(arrival),
  departure: hours(arrival + 0.5),
});

export const result: RunResult = {
  schema: 'keruen/run@1',
  keruen: '0.1.0',
  scenario: { id: 'small', hash: '0123456789abcdef', changes: [] },
  seed: 'keruen',
  replications: 10,
  window: { start: '2024-01-01', end: '2024-12-31', warmUp: 30 },
  runHash: 'fedcba9876543210',
  events: 1_000,
  answer: 'A box of westbound takes 17.2 ± 0.3 days from Xi’an to Poti. '.repeat(3).trim(),
  measures,
  journeys: [
    {
      flow: 'westbound',
      route: ["Xi'an", 'Khorgos', 'Saryagash', 'Aktau', 'Alat', 'Poti'],
      n: 900,
      stops: [
        stop("Xi'an", 0, 0),
        stop('Khorgos', 3400, 3.14),
        stop('Saryagash', 4600, 6),
        stop('Aktau', 6600, 9.4),
        stop('Alat', 7108, 12.06),
        stop('Poti', 8008, 17.2),
      ],
    },
    { flow: 'eastbound', route: ['Poti', "Xi'an"], n: 0, stops: [] },
  ],
  ledger: [
    ledger('all', 1000, parts(0.5, 1)),
    ledger('p0-p90', 900, parts(0.2, 0.9)),
    ledger('p90-p100', 100, parts(3.2, 1.9)),
  ],
  preview: [
    { where: 'Alat', resource: 'yard', capacity: 3000, demand: 10, unit: 'TEU' },
    { where: 'Aktau', resource: 'container berths', capacity: 180, demand: 100, unit: 'calls/year' },
    {
      where: 'feeder',
      resource: 'feeders',
      capacity: 90,
      demand: 100,
      unit: 'TEU/year one way',
      note: 'by its shortest round',
    },
  ],
  formulas: [],
};
