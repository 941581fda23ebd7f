// When boxes come to each place of their route and leave it, over all that finished in any replication.
import type { Outcome } from '../../model/replicate';
import { countOf, meanOf, quantileOf } from '../../model/run/spanFigures';
import type { Spans } from '../../model/run/spans';
import type { Hours, JourneyResult } from './result';
import { together } from './spans';

const HOUR = 3600;

/** One row a flow, in order of ids: hours since entry at each stop, pooled over the replications' finished boxes. */
export function journeysOf(outcomes: readonly Outcome[]): JourneyResult[] {
  return outcomes[0].routes.map(({ flow, stops }, i) => {
    const rows = outcomes.map(({ journeys }) => journeys[i]);
    const n = rows.reduce((sum, { boxes }) => sum + boxes, 0);
    const hours = (stop: number, which: 'arrival' | 'departure') =>
      hoursOf(together(rows.map((row) => row.stops[stop][which])));
    const side = (stop: number, which: 'handedOver' | 'takenOver') =>
      hoursOf(together(rows.flatMap((row) => row.stops[stop].sides?.[which] ?? [])));
    return {
      flow,
      route: stops.map(({ place }) => place),
      n,
      stops:
        n === 0
          ? []
          : stops.map(({ place, km }, s) => ({
              place,
              km,
              arrival: hours(s, 'arrival'),
              departure: hours(s, 'departure'),
              ...(rows[0].stops[s].sides === undefined
                ? {}
                : { handedOver: side(s, 'handedOver'), takenOver: side(s, 'takenOver') }),
            })),
    };
  });
}

function hoursOf(spans: Spans): Hours {
  const n = countOf(spans);
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => (quantileOf(spans, n, p) as number) / HOUR);
  return { mean: (meanOf(spans) as number) / HOUR, p10, p50, p90 };
}
