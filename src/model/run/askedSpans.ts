// Requested times between two events of boxes, recorded when a box finishes.
import type { State } from '../../kernel';
import type { CorridorData } from '../corridor/corridor';
import { partOf } from '../corridor/figures/borderSides';
import type { FlowRoute, RouteStop } from '../corridor/routes/routes';
import type { SpanAsked, StopEvent } from './asked';
import type { CellName } from './ledger';
import { type Spans, SpanTable } from './spans';

/** The finished boxes of one span. */
export interface SpanFigures {
  /** Number of routes of the flow through both places. */
  readonly routes: number;
  readonly spans: Spans;
  /** Boxes within the limit. */
  readonly within: number;
  /** Seconds by cell of the ledger; they sum to those of the spans. */
  readonly parts: Float64Array;
}

/** A span on one route: columns of times, and cells of the ledger. */
interface Way {
  readonly span: number;
  readonly from: number;
  readonly fromAfter: readonly number[];
  readonly to: number;
  readonly toAfter: readonly number[];
  readonly between: readonly number[];
  /** The cell that counts only for the remaining time; −1: none. */
  readonly rest: number;
  readonly limit: number;
  readonly first: number;
  readonly until: number;
}

export class AskedSpans {
  private readonly ways: readonly (readonly Way[])[];
  private readonly table: SpanTable;
  declare private readonly within: Float64Array;
  /** Seconds by span and cell. */
  declare private readonly parts: Float64Array;

  constructor(
    state: State,
    private readonly asked: readonly SpanAsked[],
    routes: readonly FlowRoute[],
    private readonly cells: readonly CellName[],
    data: Pick<CorridorData, 'lines' | 'places'>,
  ) {
    this.ways = routes.map((route) =>
      asked.flatMap((one, span): Way[] => {
        const stopOf = ({ place }: StopEvent) => route.stops.findIndex((stop) => stop.place === place);
        const [from, to] = [stopOf(one.from), stopOf(one.to)];
        if (route.flow !== one.flow || from < 0 || to < 0) return [];
        if (isOfSides(one.from, route.stops[from]) || isOfSides(one.to, route.stops[to])) return [];
        const rest = slotsOf(route, cells);
        return [
          {
            span,
            from: columnOf(route, from, one.from),
            fromAfter: afterOf(one.from, cells),
            to: columnOf(route, to, one.to),
            toAfter: afterOf(one.to, cells),
            between: betweenOf(one, route, cells, data).filter((cell) => cell !== rest),
            rest,
            limit: one.limit ?? Number.POSITIVE_INFINITY,
            first: one.during?.from ?? Number.NEGATIVE_INFINITY,
            until: one.during?.until ?? Number.POSITIVE_INFINITY,
          },
        ];
      }),
    );
    this.table = new SpanTable(state, asked.length);
    state.float64(this, 'within', asked.length);
    state.float64(this, 'parts', asked.length * cells.length);
  }

  /**
   * Records a box of the cohort that has left. Its times by stop are in `times` from `at` on, its seconds by cell of the
   * ledger in `parts` from `start` on.
   */
  finish(route: number, entered: number, times: Int32Array, at: number, parts: Int32Array, start: number): void {
    const ways = this.ways[route];
    for (let i = 0; i < ways.length; i++) {
      const way = ways[i];
      let from = times[at + way.from];
      for (let k = 0; k < way.fromAfter.length; k++) from += parts[start + way.fromAfter[k]];
      if (entered + from < way.first || entered + from >= way.until) continue;
      let to = times[at + way.to];
      for (let k = 0; k < way.toAfter.length; k++) to += parts[start + way.toAfter[k]];
      this.table.add(way.span, to - from);
      if (to - from <= way.limit) this.within[way.span]++;
      const row = way.span * this.cells.length;
      let rest = to - from;
      for (let k = 0; k < way.between.length; k++) {
        const seconds = parts[start + way.between[k]];
        this.parts[row + way.between[k]] += seconds;
        rest -= seconds;
      }
      if (way.rest >= 0) this.parts[row + way.rest] += rest;
    }
  }

  all(): SpanFigures[] {
    const width = this.cells.length;
    return this.asked.map((_, span) => ({
      routes: this.ways.filter((ways) => ways.some((way) => way.span === span)).length,
      spans: this.table.of(span),
      within: this.within[span],
      parts: this.parts.slice(span * width, (span + 1) * width),
    }));
  }
}

function afterOf({ place, after = [] }: StopEvent, cells: readonly CellName[]): number[] {
  return [...cells.keys()].filter((i) => cells[i].where === place && after.includes(cells[i].cause));
}

/** Activity of a box between the two places of a line. */
const UNDER_WAY = ['moving', 'stops on the way'];
const BAN = 'acceptance ban';
const SLOT = 'waiting for a slot in the e-queue';

/** The cell of a truck's slots at the first border with slots: it waits partly at its origin, partly at the border. */
function slotsOf({ stops }: FlowRoute, cells: readonly CellName[]): number {
  for (const { place } of stops) {
    const cell = cells.findIndex(({ cause, where }) => cause === SLOT && where === place);
    if (cell >= 0) return cell;
  }
  return -1;
}

/** The cells of a box's time between two events. A wait for a line ends before its train departs. */
function betweenOf(
  { from, to }: SpanAsked,
  { stops }: FlowRoute,
  cells: readonly CellName[],
  { lines, places: specs }: Pick<CorridorData, 'lines' | 'places'>,
): number[] {
  const places = stops.map(({ place }) => place);
  const first = places.indexOf(from.place);
  const last = places.indexOf(to.place);
  return [...cells.keys()].filter((i) => {
    const { cause, where } = cells[i];
    const isOver = ({ place, after = [] }: StopEvent) => place === where && after.includes(cause);
    const line = Object.hasOwn(lines, where) && !places.includes(where) ? lines[where].between : undefined;
    // A ban holds boxes at their origins, not at the border it is named after.
    const stop =
      cause === BAN
        ? 0
        : line === undefined
          ? places.indexOf(where)
          : places.findIndex((place, k) => line.includes(place) && line.includes(places[k + 1]));
    if (stop < 0) return false;
    if (line !== undefined && UNDER_WAY.includes(cause)) return first <= stop && stop < last;
    if (isOver(from)) return false;
    if (isOver(to)) return true;
    if (stop < first || stop > last) return false;
    // Whatever waits for a line after a border does so on the side entered.
    const { place, sides } = stops[stop];
    const spec = specs[place];
    const part =
      sides === undefined || spec?.kind !== 'rail border'
        ? 'entered'
        : partOf(spec.controls, sides, line === undefined ? cause : '');
    return (stop > first || begins[part] >= moments[from.event]) && (stop < last || begins[part] < moments[to.event]);
  });
}

/** The moments of a box at a place in their order, and the one at which a part of its time there begins. */
const moments = { arrival: 0, 'handed over': 1, 'taken over': 2, departure: 3 } as const;
const begins = { left: 0, crossing: 1, entered: 2 } as const;

/** Whether a moment of the hand-over is asked for at a stop that has none. */
const isOfSides = ({ event }: StopEvent, { sides }: RouteStop): boolean =>
  sides === undefined && (event === 'handed over' || event === 'taken over');

/** The column in which the journeys keep a moment. */
function columnOf({ stops }: FlowRoute, stop: number, { event }: StopEvent): number {
  if (event === 'arrival' || event === 'departure') return 2 * stop + (event === 'departure' ? 1 : 0);
  const side = stops.slice(0, stop).filter(({ sides }) => sides !== undefined).length;
  return 2 * (stops.length + side) + (event === 'taken over' ? 1 : 0);
}
