// When boxes come to each place of their route and leave it, over all that finished in any replication.
import { quantiles } from '../experiment';
import type { Outcome } from '../model/run';
import { meanOf } from './cohort';
import type { Hours, JourneyResult } from './result';

const HOUR = 3600;

/** One row a flow, in order of ids: hours since entry at each stop, pooled over the replications' finished boxes. */
export function journeysOf(outcomes: readonly Outcome[]): JourneyResult[] {
  return outcomes[0].routes.map(({ flow, stops }, i) => {
    const rows = outcomes.map(({ journeys }) => journeys[i]);
    const n = rows.reduce((sum, { boxes }) => sum + boxes, 0);
    const width = 2 * stops.length;
    const hours = (column: number) => hoursOf(pooled(rows, width, column, n));
    return {
      flow,
      route: stops.map(({ place }) => place),
      n,
      stops:
        n === 0
          ? []
          : stops.map(({ place, km }, s) => ({ place, km, arrival: hours(2 * s), departure: hours(2 * s + 1) })),
    };
  });
}

function pooled(
  rows: readonly { readonly boxes: number; readonly stops: Int32Array }[],
  width: number,
  column: number,
  n: number,
): Int32Array {
  const all = new Int32Array(n);
  let at = 0;
  for (const { boxes, stops } of rows) for (let box = 0; box < boxes; box++) all[at++] = stops[box * width + column];
  return all.sort();
}

function hoursOf(sorted: Int32Array): Hours {
  const [p10, p50, p90] = quantiles(sorted, [0.1, 0.5, 0.9]).map((value) => (value as number) / HOUR);
  return { mean: (meanOf(sorted) as number) / HOUR, p10, p50, p90 };
}
