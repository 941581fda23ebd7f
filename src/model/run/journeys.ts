// Statistics of the cohort's finished boxes: times at each stop, and delay ledger.
import type { State } from '../../kernel';
import type { FlowRoute } from '../corridor/routes/routes';
import type { Boxes } from './boxes';
import { type LedgerBins, LedgerTable } from './ledgerBins';
import type { Box } from './place';
import { type Spans, SpanTable } from './spans';

/** Seconds of boxes at one stop: from entry to arrival, from entry to departure, and from one to the other. */
export interface StopSpans {
  readonly arrival: Spans;
  readonly departure: Spans;
  readonly dwell: Spans;
}

/** The finished boxes of one route of a flow, in bins of whole seconds. */
export interface FlowJourneys {
  readonly flow: string;
  readonly boxes: number;
  /** Boxes of the cohort still inside at the end of the run. */
  readonly censored: number;
  readonly ledger: LedgerBins;
  readonly stops: readonly StopSpans[];
}

/** Columns per stop. */
const ARRIVAL = 0;
const DEPARTURE = 1;
const DWELL = 2;
const COLUMNS = 3;

export class Journeys {
  /** By box: arrival and departure at each stop, in seconds from its entry. */
  declare times: Int32Array;
  /** Columns of `times` per box. */
  readonly width: number;
  /** By route: first column of its stops. */
  private readonly columns: readonly number[];
  private readonly spans: SpanTable;
  private readonly ledger: LedgerTable;

  constructor(
    private readonly state: State,
    private readonly boxes: Boxes,
    private readonly routes: readonly FlowRoute[],
    /** Number of cells in a row of the ledger. */
    cells: number,
  ) {
    this.width = 2 * Math.max(1, ...routes.map((route) => route.stops.length));
    state.int32(this, 'times', boxes.capacity * this.width);
    let columns = 0;
    this.columns = routes.map(({ stops }) => {
      columns += COLUMNS * stops.length;
      return columns - COLUMNS * stops.length;
    });
    this.spans = new SpanTable(state, columns);
    this.ledger = new LedgerTable(state, routes.length, cells);
  }

  grow(capacity: number): void {
    this.state.growField(this, 'times', capacity * this.width);
  }

  begins(box: Box, now: number): void {
    this.times[box * this.width] = now - this.boxes.entered[box];
  }

  /** Sets the stop reached by a box of the initial state; earlier stops are dated clock zero. */
  stands(box: Box, stop: number): void {
    this.boxes.stop[box] = stop;
    const at = box * this.width;
    this.times.fill(0, at, at + 2 * stop + 1);
  }

  arrives(box: Box, now: number): void {
    this.boxes.stop[box]++;
    this.times[box * this.width + 2 * this.boxes.stop[box]] = now - this.boxes.entered[box];
  }

  departs(box: Box, now: number): void {
    this.times[box * this.width + 2 * this.boxes.stop[box] + 1] = now - this.boxes.entered[box];
  }

  /** Records a box that has left. Its seconds by cell of the ledger are in `parts` from `start` on. */
  finish(box: Box, transit: number, parts: Int32Array, start: number): void {
    const route = this.boxes.route[box];
    const reached = this.boxes.stop[box] + 1;
    const { stops, flow } = this.routes[route];
    if (reached !== stops.length)
      throw new Error(`a box of flow "${flow}" left after ${reached} of ${stops.length} stops`);
    const { spans, times } = this;
    let at = box * this.width;
    let column = this.columns[route];
    // Speed: known values are skipped: the arrival at the origin is 0 s, the last departure equals the transit.
    spans.add(column + DEPARTURE, times[at + 1]);
    for (let stop = 1; stop < reached; stop++) {
      at += 2;
      column += COLUMNS;
      spans.add(column + ARRIVAL, times[at]);
      if (stop < reached - 1) spans.add(column + DEPARTURE, times[at + 1]);
      spans.add(column + DWELL, times[at + 1] - times[at]);
    }
    this.ledger.add(route, transit, parts, start);
  }

  /** Finished boxes by route; the caller counts `censored` by route. */
  all(censored: readonly number[]): FlowJourneys[] {
    return this.routes.map(({ flow, stops }, route) => {
      const ledger = this.ledger.of(route);
      const boxes = ledger.transit.counts.reduce((sum, count) => sum + count, 0);
      const of = stops.map((_, stop) => this.stopOf(route, stop, boxes, ledger.transit));
      return { flow, boxes, censored: censored[route], ledger, stops: of };
    });
  }

  private stopOf(route: number, stop: number, boxes: number, transit: Spans): StopSpans {
    const column = this.columns[route] + COLUMNS * stop;
    const isLast = stop === this.routes[route].stops.length - 1;
    const departure = isLast ? transit : this.spans.of(column + DEPARTURE);
    if (stop === 0) return { arrival: atOnce(boxes), departure, dwell: departure };
    return { arrival: this.spans.of(column + ARRIVAL), departure, dwell: this.spans.of(column + DWELL) };
  }
}

/** Bins of boxes with zero time. */
function atOnce(boxes: number): Spans {
  const bins = boxes > 0 ? 1 : 0;
  return {
    counts: new Int32Array(bins).fill(boxes),
    least: new Int32Array(bins),
    most: new Int32Array(bins),
    seconds: 0,
  };
}
