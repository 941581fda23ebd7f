// From the replications' numbers to estimates: what each place counted, and what the boxes' journeys tell.
import type { EstimateOptions } from '../../experiment';
import type { Corridor } from '../../model/change/define';
import type { CorridorData } from '../../model/corridor/corridor';
import { namesOfSides, partOf } from '../../model/corridor/figures/borderSides';
import { demandOf } from '../../model/corridor/figures/flowBoxes';
import type { Later } from '../../model/corridor/phases';
import type { Outcome } from '../../model/replicate';
import { countOf } from '../../model/run/spanFigures';
import type { Spans } from '../../model/run/spans';
import { Clock } from '../../model/time/clock';
import { boundedEstimate } from './bounds';
import { cohortStatistic, flowsOf } from './cohort';
import { growingWays, isOfWay } from './growingWays';
import type { MeasureName, MeasureResult } from './result';
import { together } from './spans';

/** Measures of a level or of time spent: they have no steady value while more enters than leaves. */
export const levels: readonly string[] = [
  'TEU inside',
  'dwell',
  'dwell on side',
  'wait',
  'wait on side',
  'transit time',
];

/** TEU inside may rise by this share of the window's demand before the corridor is called still growing. */
const GROWTH = 0.1;

/** Whether a replication of which the TEU inside rose by so much over the window is growing, by the demand in it. */
export const grows = (rise: number, demand: number): boolean => rise > GROWTH * demand;

const transitStatistics = ['mean', 'p10', 'p50', 'p90', 'p95'] as const;
const dwellStatistics = ['mean', 'p50', 'p90'] as const;
type CohortStatistic = (typeof transitStatistics)[number];

/**
 * Every measure of a run, one estimate each over the replications: what places, lines and services counted within the
 * window; the transit time of each flow [d]; the dwell at each place on a route [h], from arrival to departure, at the
 * origin from entry, at the destination until leaving; dwell and waits on each side of a border with two. The last three are of the boxes that entered within the window.
 *
 * `did not finish`: in some replication a box that the number depends on was still inside at the run's end: any box for a
 * mean, for a quantile those up to its rank in the whole cohort, where the unfinished count as longer than all others.
 * `still growing`: in every replication TEU inside rose over the window by more than a tenth of the TEU demanded in it;
 * then levels and times (TEU inside, dwell, wait, transit time) have no steady value, only a mean of what was seen. So it is
 * with waits, trucks waiting, dwell and transit times of a way over a road border where the formula grows without end.
 */
export function measuresOf(
  { data, dated }: Pick<Corridor, 'data' | 'dated'>,
  days: number | undefined,
  outcomes: readonly Outcome[],
): MeasureResult[] {
  const everywhere = isGrowing(demandInWindow(data, days, dated), outcomes);
  const ways = growingWays(data, days, dated);
  const growing = (name: MeasureName) =>
    (everywhere && levels.includes(name.measure)) || isOfWay(name, ways, outcomes[0].routes);
  const counted = outcomes[0].measures.map((first, i) => {
    const values = outcomes.map((outcome) => {
      const one = outcome.measures[i];
      if (one === undefined || keyOf(one) !== keyOf(first))
        throw new Error(`replication ${outcome.replication} did not measure ${keyOf(first)} where the first one did`);
      return one.value;
    });
    return resultOf(first, values, growing);
  });
  return [...counted, ...transits(outcomes, growing), ...dwells(outcomes, growing), ...sides(data, outcomes, growing)];
}

/** Demand within the window [TEU]: so many TEU in each calendar year, whatever its length; another from a dated change on. */
export function demandInWindow(data: CorridorData, days: number | undefined, dated: readonly Later[] = []): number {
  const clock = new Clock(data.start, data.warmUp, days, data.timeZone);
  const yearlyOf = (of: CorridorData) => Object.values(of.flows).reduce((sum, flow) => sum + demandOf(flow), 0);
  const phases = [
    { second: 0, data },
    ...dated.map((one) => ({ second: clock.secondOfDate(one.from), data: one.data })),
  ];
  let teu = 0;
  for (const { seconds, end } of clock.years()) {
    for (const [i, phase] of phases.entries()) {
      const until = phases[i + 1]?.second ?? Number.POSITIVE_INFINITY;
      const from = Math.max(end - seconds, clock.windowStart, phase.second);
      const within = Math.min(end, clock.windowEnd, until) - from;
      if (within > 0) teu += (yearlyOf(phase.data) * within) / seconds;
    }
  }
  return teu;
}

function isGrowing(demand: number, outcomes: readonly Outcome[]): boolean {
  return outcomes.every(({ inside: [start, end] }) => grows(end - start, demand));
}

const keyOf = ({ measure, statistic, of, unit }: MeasureName): string =>
  [statistic, measure, of.place, of.line, of.flow, of.resource, `[${unit}]`]
    .filter((part) => part !== undefined)
    .join(' ');

/** One measure over the replications. Keys stand in the order in which they are written. */
function resultOf(
  { measure, statistic, of, unit }: MeasureName,
  values: readonly (number | null | 'unfinished')[],
  growing: (name: MeasureName) => boolean,
): MeasureResult {
  const name = { measure, statistic, of, unit };
  const unfinished = values.includes('unfinished');
  const state: EstimateOptions['state'] = unfinished ? 'did not finish' : growing(name) ? 'still growing' : undefined;
  const numbers = values.map((value) => (value === 'unfinished' ? null : value));
  const bad = numbers.findIndex((value) => value !== null && !Number.isFinite(value));
  if (bad >= 0) throw new Error(`${keyOf(name)} came out as ${numbers[bad]} in replication ${bad}`);
  const { state: found, estimate: mean, low, high, level, n, ...rest } = boundedEstimate(numbers, unit, state);
  // The cast: the parts of one estimate, in the order of the contract.
  return { ...name, state: found, estimate: mean, low, high, level, n, ...rest } as MeasureResult;
}

/** Seconds in the unit of a measure, where there are any. */
const inUnit = (value: number | null | 'unfinished', seconds: number) =>
  typeof value === 'number' ? value / seconds : value;

function transits(outcomes: readonly Outcome[], growing: (name: MeasureName) => boolean): MeasureResult[] {
  return flowsOf(outcomes[0]).flatMap((flow) => {
    const of = outcomes.map(({ journeys }) => journeys.filter((one) => one.flow === flow));
    const finished = of.map((routes) => together(routes.map(({ ledger }) => ledger.transit)));
    const censored = of.map((routes) => routes.reduce((sum, one) => sum + one.censored, 0));
    const value = (statistic: CohortStatistic) =>
      outcomes.map((_, r) => inUnit(cohortStatistic(finished[r], censored[r], statistic), 86_400));
    return transitStatistics.map((statistic) =>
      resultOf({ measure: 'transit time', statistic, of: { flow }, unit: 'd' }, value(statistic), growing),
    );
  });
}

function dwells(outcomes: readonly Outcome[], growing: (name: MeasureName) => boolean): MeasureResult[] {
  const places = outcomes[0].routes.flatMap(({ stops }) => stops.map(({ place }) => place));
  return [...new Set(places)].sort().flatMap((place) => {
    const seen = outcomes.map((outcome) => dwellAt(outcome, place));
    return dwellStatistics.map((statistic) => {
      const values = seen.map(({ finished, censored }) => inUnit(cohortStatistic(finished, censored, statistic), 3600));
      return resultOf({ measure: 'dwell', statistic, of: { place }, unit: 'h' }, values, growing);
    });
  });
}

/** The dwell on each side of a border with two, and the mean of what was waited there. */
function sides(
  data: CorridorData,
  outcomes: readonly Outcome[],
  growing: (name: MeasureName) => boolean,
): MeasureResult[] {
  return Object.keys(data.places)
    .sort()
    .flatMap((place) => {
      const spec = data.places[place];
      if (spec.kind !== 'rail border') return [];
      return namesOfSides(spec.sides).flatMap((side) => {
        const of = { place, resource: side };
        const seen = outcomes.map((outcome) => timeOnSide(outcome, place, side, spec.controls));
        const dwell = dwellStatistics.map((statistic) => {
          const values = seen.map(({ finished, censored }) =>
            inUnit(cohortStatistic(finished, censored, statistic), 3600),
          );
          return resultOf({ measure: 'dwell on side', statistic, of, unit: 'h' }, values, growing);
        });
        const waits = seen.map(({ finished, censored, waited }) => {
          const boxes = countOf(finished);
          if (censored > 0) return 'unfinished';
          return boxes > 0 ? waited / boxes / 3600 : null;
        });
        return [...dwell, resultOf({ measure: 'wait on side', statistic: 'mean', of, unit: 'h' }, waits, growing)];
      });
    });
}

/** Seconds on one side of a border of all finished boxes, and what of them was waited. */
function timeOnSide(
  { routes, journeys, cells }: Outcome,
  place: string,
  side: string,
  controls: Parameters<typeof partOf>[0],
): { finished: Spans; censored: number; waited: number } {
  let censored = 0;
  let waited = 0;
  const spans: Spans[] = [];
  for (const [i, { stops }] of routes.entries()) {
    const stop = stops.findIndex((one) => one.place === place);
    const crossing = stops[stop]?.sides;
    const times = journeys[i].stops[stop]?.sides;
    if (crossing === undefined || times === undefined) continue;
    const part = crossing.left === side ? 'left' : 'entered';
    censored += journeys[i].censored;
    spans.push(times[part]);
    const { ledger } = journeys[i];
    for (const [k, cell] of ledger.cells.entries()) {
      const { cause, where } = cells[cell];
      if (where !== place || !isWait(cause) || partOf(controls, crossing, cause) !== part) continue;
      for (let at = k; at < ledger.parts.length; at += ledger.cells.length) waited += ledger.parts[at];
    }
  }
  return { finished: together(spans), censored, waited };
}

/** At a border no ban is waited out, but at the origins. */
const isWait = (cause: string): boolean => /^waiting (?:for|to) | to fill$/.test(cause);

/** Seconds at a place of all finished boxes that came by, on whatever route, and how many have not finished. */
function dwellAt({ routes, journeys }: Outcome, place: string): { finished: Spans; censored: number } {
  let censored = 0;
  const spans: Spans[] = [];
  for (const [i, { stops }] of routes.entries()) {
    const stop = stops.findIndex((one) => one.place === place);
    if (stop < 0) continue;
    censored += journeys[i].censored;
    spans.push(journeys[i].stops[stop].dwell);
  }
  return { finished: together(spans), censored };
}
