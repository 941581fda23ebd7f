// Figures over the boxes that entered within the window, where some of them may not have left when the run ended.
import type { Outcome } from '../../model/replicate';
import { countOf, meanOf, quantileOf } from '../../model/run/spanFigures';
import type { Spans } from '../../model/run/spans';

/** The flows of an outcome, in order of ids; each may have journeys by several routes. */
export const flowsOf = ({ journeys }: Pick<Outcome, 'journeys'>): string[] => [
  ...new Set(journeys.map(({ flow }) => flow)),
];

/** `mean` or p10 … p95 of a cohort in seconds: null where nothing was observed, `unfinished` where it cannot be told. */
export function cohortStatistic(
  finished: Spans,
  censored: number,
  statistic: 'mean' | 'p10' | 'p50' | 'p90' | 'p95',
): number | null | 'unfinished' {
  const size = countOf(finished) + censored;
  if (size === 0) return null;
  if (statistic === 'mean') return censored > 0 ? 'unfinished' : meanOf(finished);
  return quantileOf(finished, size, Number(statistic.slice(1)) / 100) ?? 'unfinished';
}
