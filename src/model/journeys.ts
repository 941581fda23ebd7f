// What each finished box of the cohort has to tell: when it came to each stop and left it, and where its time went.
import type { State } from '../kernel';
import type { Boxes } from './boxes';
import type { Box } from './kind';
import type { FlowRoute } from './routes';

/** The finished boxes of one route of a flow, one row each, all in whole seconds. */
export interface FlowJourneys {
  readonly flow: string;
  readonly boxes: number;
  /** Boxes of the cohort that had not left when the run ended. */
  readonly censored: number;
  readonly transit: Int32Array;
  /** Box by box: for each stop its arrival and its departure, counted from the box's entry. */
  readonly stops: Int32Array;
  /** Ledger cells that this flow's boxes used, and box by box the seconds in each of them. */
  readonly cells: readonly number[];
  readonly parts: Int32Array;
}

/** A table that doubles when it is full. */
class Rows {
  declare private readonly values: Int32Array;
  count = 0;

  constructor(
    private readonly state: State,
    readonly width: number,
  ) {
    state.int32(this, 'values', 256 * width);
    state.numbers(this, 'count');
  }

  add(row: Int32Array): void {
    // Order: the row is made first, since the table may be replaced by a longer one.
    const at = this.nextRow();
    this.values.set(row, at);
  }

  /** The only number of a row of width 1. */
  addOne(value: number): void {
    const at = this.nextRow();
    this.values[at] = value;
  }

  /** Where the next row begins, with room for it. */
  private nextRow(): number {
    const at = this.count * this.width;
    if (at + this.width > this.values.length) this.state.grow(this, 2 * this.values.length);
    this.count++;
    return at;
  }

  get all(): Int32Array {
    return this.values.slice(0, this.count * this.width);
  }
}

export class Journeys {
  /** By box: arrival and departure at each stop, in seconds from its entry. */
  declare times: Int32Array;
  private readonly width: number;
  private readonly transits: Rows[] = [];
  private readonly stops: Rows[] = [];
  private readonly parts: Rows[] = [];

  constructor(
    private readonly state: State,
    private readonly boxes: Boxes,
    private readonly routes: readonly FlowRoute[],
    /** How many cells a row of the ledger has. */
    cells: number,
  ) {
    this.width = 2 * Math.max(1, ...routes.map((route) => route.stops.length));
    state.int32(this, 'times', boxes.capacity * this.width);
    for (const route of routes) {
      this.transits.push(new Rows(state, 1));
      this.stops.push(new Rows(state, 2 * route.stops.length));
      this.parts.push(new Rows(state, cells));
    }
  }

  grow(capacity: number): void {
    this.state.grow(this, capacity * this.width);
  }

  begins(box: Box, now: number): void {
    this.times[box * this.width] = now - this.boxes.entered[box];
  }

  /** A box of the initial state has reached a stop of its way: what lies behind it was at clock zero. */
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

  finish(box: Box, transit: number, parts: Int32Array): void {
    const route = this.boxes.route[box];
    const reached = this.boxes.stop[box] + 1;
    const { stops, flow } = this.routes[route];
    if (reached !== stops.length)
      throw new Error(`a box of flow "${flow}" left after ${reached} of ${stops.length} stops`);
    this.transits[route].addOne(transit);
    this.stops[route].add(this.times.subarray(box * this.width, box * this.width + 2 * stops.length));
    this.parts[route].add(parts);
  }

  /** All that finished, route by route; `censored` by route is the caller's to count. */
  all(censored: readonly number[]): FlowJourneys[] {
    return this.routes.map(({ flow }, i) => {
      const { all, width } = this.parts[i];
      const boxes = this.transits[i].count;
      const cells = usedCells(all, width);
      const parts = narrow(all, width, cells);
      return {
        flow,
        boxes,
        censored: censored[i],
        transit: this.transits[i].all,
        stops: this.stops[i].all,
        cells,
        parts,
      };
    });
  }
}

function usedCells(rows: Int32Array, width: number): number[] {
  const used = new Uint8Array(width);
  for (let i = 0; i < rows.length; i++) if (rows[i] !== 0) used[i % width] = 1;
  return [...used.keys()].filter((cell) => used[cell] === 1);
}

function narrow(rows: Int32Array, width: number, cells: readonly number[]): Int32Array {
  const count = rows.length / width;
  const out = new Int32Array(count * cells.length);
  let at = 0;
  for (let row = 0; row < count; row++) for (const cell of cells) out[at++] = rows[row * width + cell];
  return out;
}
