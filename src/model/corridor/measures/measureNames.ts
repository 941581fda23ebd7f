// The names of measures and statistics, as in headlines, promises and results.

/** The measures. */
export const measureNames = [
  'throughput',
  'transit time',
  // Before what they begin with: the first name that fits is taken.
  'dwell on side',
  'dwell',
  'beyond free days',
  'TEU inside',
  'use',
  'busy',
  'down',
  'closed',
  'blocked',
  'idle',
  'wait over service',
  'wait on side',
  'wait',
  'moves an hour',
  'turn-round',
  'busiest days',
  'peak factor',
  'calls a week',
  'trains a week',
  'ships waiting',
  'departures skipped',
  'departures',
  'load',
  'cycle under way',
  'cycle loading',
  'cycle unloading',
  'cycle waiting for a load',
  'cycle repositioning',
  'cycle beyond its end',
  // After its parts: the first match is taken.
  'cycle',
  'units ready',
  'trains waiting',
  'acceptance ban',
  'trucks waiting',
  'slots lost',
  'straight across',
] as const;
export type MeasureName = (typeof measureNames)[number];

/** The statistics of a measure. */
export const statisticNames = ['mean', 'p10', 'p50', 'p90', 'p95', 'max', 'total', 'share'] as const;
export type StatisticName = (typeof statisticNames)[number];
