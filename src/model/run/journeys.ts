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
  /** At a border with two sides; the parts of the dwell add up to it, box by box. */
  readonly sides?: {
    /** From entry to being handed over, and to standing on the other side. */
    readonly handedOver: Spans;
    readonly takenOver: Spans;
    /** Seconds on the side left and on the side entered. */
    readonly left: Spans;
    readonly entered: Spans;
  };
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
/** Columns of a stop with two sides, behind those of all stops. */
const HANDED_OVER = 0;
const TAKEN_OVER = 1;
const LEFT = 2;
const ENTERED = 3;
const SIDE_COLUMNS = 4;

export class Journeys {
  /**
   * By box: arrival and departure at each stop, then, by stop with two sides, when it was handed over and when it stood on the
   * other side; in seconds from its entry.
   */
  declare times: Int32Array;
  /** Columns of `times` per box. */
  readonly width: number;
  /** By route: first column of its stops. */
  private readonly columns: readonly number[];
  /** By route: its stops with two sides, and where their columns begin. */
  private readonly sided: readonly (readonly number[])[];
  private readonly sideColumns: readonly number[];
  private readonly spans: SpanTable;
  private readonly ledger: LedgerTable;

  constructor(
    private readonly state: State,
    private readonly boxes: Boxes,
    private readonly routes: readonly FlowRoute[],
    /** Number of cells in a row of the ledger. */
    cells: number,
  ) {
    this.sided = routes.map(sidedStops);
    this.width = 2 * Math.max(1, ...routes.map(({ stops }, i) => stops.length + this.sided[i].length));
    state.int32(this, 'times', boxes.capacity * this.width);
    let columns = 0;
    this.columns = routes.map(({ stops }) => {
      columns += COLUMNS * stops.length;
      return columns - COLUMNS * stops.length;
    });
    this.sideColumns = this.sided.map((stops) => {
      columns += SIDE_COLUMNS * stops.length;
      return columns - SIDE_COLUMNS * stops.length;
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
    const route = this.boxes.route[box];
    const sides = at + 2 * this.routes[route].stops.length;
    this.times.fill(0, sides, sides + 2 * this.sided[route].length);
  }

  /** A box is handed over at the border at which it is. */
  handedOver(box: Box, now: number): void {
    this.times[this.sideTimes(box)] = now - this.boxes.entered[box];
  }

  /** It stands on the other side. */
  takenOver(box: Box, now: number): void {
    this.times[this.sideTimes(box) + 1] = now - this.boxes.entered[box];
  }

  /** Where the two times of a box at the border stand at which it is. */
  private sideTimes(box: Box): number {
    const route = this.boxes.route[box];
    const side = this.sided[route].indexOf(this.boxes.stop[box]);
    return box * this.width + 2 * (this.routes[route].stops.length + side);
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
    this.finishSides(box, route);
    this.ledger.add(route, transit, parts, start);
  }

  private finishSides(box: Box, route: number): void {
    const { spans, times } = this;
    const sided = this.sided[route];
    const at = box * this.width;
    for (let side = 0; side < sided.length; side++) {
      const column = this.sideColumns[route] + SIDE_COLUMNS * side;
      const arrival = at + 2 * sided[side];
      const handedOver = at + 2 * (this.routes[route].stops.length + side);
      spans.add(column + HANDED_OVER, times[handedOver]);
      spans.add(column + TAKEN_OVER, times[handedOver + 1]);
      spans.add(column + LEFT, times[handedOver] - times[arrival]);
      spans.add(column + ENTERED, times[arrival + 1] - times[handedOver + 1]);
    }
  }

  /** All that finished, route by route; `censored` by route is the caller's to count. */
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
    const of = { arrival: this.spans.of(column + ARRIVAL), departure, dwell: this.spans.of(column + DWELL) };
    const side = this.sided[route].indexOf(stop);
    if (side < 0) return of;
    const first = this.sideColumns[route] + SIDE_COLUMNS * side;
    const at = (one: number) => this.spans.of(first + one);
    return {
      ...of,
      sides: { handedOver: at(HANDED_OVER), takenOver: at(TAKEN_OVER), left: at(LEFT), entered: at(ENTERED) },
    };
  }
}

/** The stops of a route that have two sides. */
function sidedStops({ stops }: FlowRoute): number[] {
  return [...stops.keys()].filter((stop) => stops[stop].sides !== undefined);
}

/** So many boxes that took no time. */
function atOnce(boxes: number): Spans {
  const bins = boxes > 0 ? 1 : 0;
  return {
    counts: new Int32Array(bins).fill(boxes),
    least: new Int32Array(bins),
    most: new Int32Array(bins),
    seconds: 0,
  };
}
