// What a measure can be at least and at most: its interval ends there, and says so.
import { type Estimate, type EstimateOptions, estimate } from '../../experiment';
import type { MeasureResult } from './result';

/** Times, TEU, numbers and ratios are never below 0; a share is never above 1, unless the run saw it there. */
function boundsOf(unit: string, values: readonly (number | null)[]): Pick<EstimateOptions, 'least' | 'most'> {
  const seen = values.filter((value) => value !== null);
  return {
    ...(seen.every((value) => value >= 0) ? { least: 0 } : {}),
    ...(unit === 'share' && seen.every((value) => value <= 1) ? { most: 1 } : {}),
  };
}

/** The estimate of a measure of a unit, its interval within the measure's bounds. */
export const boundedEstimate = (
  values: readonly (number | null)[],
  unit: string,
  state?: EstimateOptions['state'],
): Estimate => estimate(values, { state, ...boundsOf(unit, values) });

/** Where a truncated interval ends, as it stands behind the half-width: ` (not below 0)`; nothing where it is whole. */
export function boundWords(one: Pick<MeasureResult, 'unit'> & Estimate): string {
  if (one.state !== 'estimated' || one.truncated !== true) return '';
  const below = one.low === 0 ? ['below 0'] : [];
  const above = one.unit === 'share' && one.high === 1 ? ['above 100'] : [];
  return ` (not ${[...below, ...above].join(' or ')})`;
}

/** Why an estimate has no interval: `one replication`, `the same in all 3 replications`, `still growing`. */
export function withoutIntervalWords({ state, n }: Pick<Estimate, 'state' | 'n'>): string {
  if (state !== 'too few replications') return state;
  return n > 1 ? `the same in all ${n} replications` : 'one replication';
}
