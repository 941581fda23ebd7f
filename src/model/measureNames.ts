// The names of what is measured and of the statistics, as they stand in headlines, promises and results.

/** What is measured. */
export const measureNames = [
  'throughput',
  'transit time',
  'dwell',
  'TEU inside',
  'use',
  'wait',
  'departures skipped',
  'departures',
  'load',
  'trains waiting',
  'acceptance ban',
  'trucks waiting',
] as const;
export type MeasureName = (typeof measureNames)[number];

/** Which one number of it. */
export const statisticNames = ['mean', 'p10', 'p50', 'p90', 'p95', 'max', 'total', 'share'] as const;
export type StatisticName = (typeof statisticNames)[number];
