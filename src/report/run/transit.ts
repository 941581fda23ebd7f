// Transit times of boxes, gate to gate, by flow: mean with half-width, median, 90th percentile.
import type { MeasureResult } from '../../study/results/result';
import { columns, cut } from '../words/columns';
import { say } from '../words/states';

const statistics = ['mean', 'p50', 'p90'] as const;

/** @param flows flows in display order */
export function transitTable(measures: readonly MeasureResult[], flows: readonly string[]): string[] {
  const found = measures.filter(({ measure, of }) => measure === 'transit time' && of.flow !== undefined);
  const rows = flows
    .filter((flow) => found.some(({ of }) => of.flow === flow))
    .map((flow) => [
      cut(flow, 20),
      ...statistics.map((statistic) => {
        const one = found.find(({ of, statistic: which }) => of.flow === flow && which === statistic);
        if (one === undefined) return '–';
        const { estimate, halfWidth: others } = say(one);
        return [estimate, others].filter((text) => text !== '').join(' ');
      }),
    ]);
  return rows.length === 0 ? [] : columns([['', 'mean', 'p50', 'p90'], ...rows], 'lrrr');
}
