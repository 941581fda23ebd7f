// How far back boxes stand in the queue behind what is short: a shortage at sea fills yards at the other end of the land.
import type { CorridorData } from '../../model/corridor/corridor';
import { rideOf, routeOf } from '../../model/corridor/routes/route';
import type { MeasureResult, RunResult } from '../results/result';
import { longWaits, mainFlow, resourceWaitedFor, sameOf } from './bottleneck';

type Of = MeasureResult['of'];

/** The places and lines of a flow in the order in which its boxes pass them; empty where there is no way. */
function passed(data: CorridorData, flow: string): string[] {
  const rides = routeOf(data, flow);
  if (!Array.isArray(rides)) return [];
  return rides.flatMap((ride) => [ride.from, ...rideOf(data, ride).way.map(({ line }) => line), ride.to]);
}

/** Where on the way a thing is short: at its place, on its line, or where its units set out with the flow's boxes. */
function whereShort(data: CorridorData, flow: string, { place, line, resource }: Of): string | undefined {
  const rides = routeOf(data, flow);
  if (place !== undefined || line !== undefined) return place ?? line;
  return Array.isArray(rides)
    ? rides.find(({ service }) => data.services[service].fleet === resource)?.from
    : undefined;
}

/**
 * The place farthest back on the main flow's way where its boxes wait (3 % of the transit time or more) for something that
 * is not short itself, before the last thing on the way that is; undefined where none does.
 */
export function queueBehind(
  data: CorridorData,
  { measures, ledger }: Pick<RunResult, 'measures' | 'ledger'>,
  short: readonly Of[],
): string | undefined {
  const flow = mainFlow(data);
  const way = passed(data, flow);
  const last = Math.max(-1, ...short.map((of) => way.indexOf(whereShort(data, flow, of) ?? '')));
  const waits = longWaits(data, ledger).filter((wait) => {
    const bottleneck = resourceWaitedFor(data, measures, wait);
    const at = way.indexOf(wait.where);
    return bottleneck !== undefined && !short.some((of) => sameOf(of, bottleneck.of)) && at >= 0 && at < last;
  });
  return waits.map(({ where }) => where).sort((a, b) => way.indexOf(a) - way.indexOf(b))[0];
}
