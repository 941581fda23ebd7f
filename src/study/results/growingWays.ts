// Ways over road borders on which more trucks come than get over: the formula grows without end, and so does the run.
import type { CorridorData } from '../../model/corridor/corridor';
import type { Later } from '../../model/corridor/phases';
import type { FlowRoute } from '../../model/corridor/routes/routes';
import { formulaRows } from '../../model/places/formulas';
import { Clock } from '../../model/time/clock';
import type { MeasureName } from './result';

/** From a place to a neighbour. */
export interface Way {
  readonly place: string;
  readonly toward: string;
}

/** Of one phase: where more comes than gets through, whatever the line. Where trucks choose by the wait only a run can say it. */
function overloadedWays(data: CorridorData, days: number | undefined): Way[] {
  if (!Object.values(data.places).some(({ kind }) => kind === 'road border')) return [];
  return formulaRows(data, days).flatMap(({ where, what, value, toward, alike }) =>
    what === 'wait' && value === null && toward !== undefined && alike !== true ? [{ place: where, toward }] : [],
  );
}

/** The ways on which the formula grows without end from the first to the last day of the window, whatever changes meanwhile. */
export function growingWays(data: CorridorData, days: number | undefined, dated: readonly Later[] = []): Way[] {
  const clock = new Clock(data.start, data.warmUp, days, data.timeZone);
  const all = [{ second: 0, data }, ...dated.map((one) => ({ second: clock.secondOfDate(one.from), data: one.data }))];
  const within = all.filter(
    ({ second }, i) => second < clock.windowEnd && !((all[i + 1]?.second ?? clock.windowEnd) <= clock.windowStart),
  );
  const [first, ...others] = within.map((phase) => overloadedWays(phase.data, days));
  const isIn = (ways: readonly Way[], way: Way) =>
    ways.some(({ place, toward }) => place === way.place && toward === way.toward);
  return first.filter((way) => others.every((ways) => isIn(ways, way)));
}

/** Measures that have no steady value where a line grows; those of a way, of its place, and of flows that take it. */
const ofLines = ['wait', 'trucks waiting', 'dwell', 'transit time'];

/** Whether a measure is of a line that grows on one of the ways. */
export function isOfWay({ measure, of }: MeasureName, ways: readonly Way[], routes: readonly FlowRoute[]): boolean {
  if (!ofLines.includes(measure)) return false;
  return ways.some(({ place, toward }) => {
    if (of.flow !== undefined)
      return routes.some(
        ({ flow, stops }) =>
          flow === of.flow && stops.some((stop, i) => stop.place === place && stops[i + 1]?.place === toward),
      );
    return of.place === place && (of.resource === undefined || of.resource === `to ${toward}`);
  });
}
