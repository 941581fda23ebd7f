// Which way a measure is better: more throughput, shorter times; of what is neither, such as the use of a crane, nobody says.
import type { MeasureName } from './result';

const more = ['throughput', 'moves an hour', 'calls a week', 'trains a week', 'straight across'];
const less = [
  'transit time',
  'dwell',
  'TEU inside',
  'wait',
  'wait over service',
  'turn-round',
  'peak factor',
  'ships waiting',
  'trains waiting',
  'trucks waiting',
  'departures skipped',
  'slots lost',
  'acceptance ban',
  'blocked',
  'down',
];

/** Whether less or more of a measure is better; null where neither is. */
export const betterOf = ({ measure }: Pick<MeasureName, 'measure'>): 'less' | 'more' | null =>
  more.includes(measure) ? 'more' : less.includes(measure) ? 'less' : null;
