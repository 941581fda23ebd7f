// One replication of a corridor: a pure function of the corridor, the seed and the replication number. It can be
// stopped at any time, copied, and continued from the copy.
//
// The route of a box. Its flow draws its arrival time (demand.ts) and sends it through the gate of its origin, where it
// takes a yard slot (parts/yard.ts). It joins the load for its next service (service.ts). When the load is full, or its
// oldest box has waited longest, and a train set or ship is available, the place moves that unit to a track or berth,
// cranes load it lift by lift (parts/front.ts, parts/cranes.ts), and it departs over its lines (line.ts), each with its own
// path; a movement is one event whatever the load. At the end the boxes are set down one by one, and each joins the
// next load; at a gauge change some are transferred directly (places/railBorder). A box at its destination leaves.
//
// Waiting reasons are recorded as they happen: each change of what a box waits for switches its ledger cell (ledger.ts).
// Order, if several things are missing: weather, a track or berth, a shift, the repair of a crane, a crane, room in the
// yard; for a box in a yard, an acceptance ban, a load to fill, its departure, and then a unit; for a train, works on the
// line and then a path; at a border, its opening, the hand-over, the controls (of a step, the first unfinished one in order
// of ids: its opening, a team, the work), and then a track; for a truck, a slot, the border's opening, a lane, a bay,
// transloading, the quota.
import type { Snapshot } from '../kernel';
import { CompiledCorridor, Deadlock } from './compile';
import type { CorridorData } from './corridor/corridor';
import type { Measured } from './corridor/measures/measured';
import type { Later } from './corridor/phases';
import { type PlaceKinds, placeKinds } from './places/registry';
import type { Asked } from './run/asked';
import { mostHeld } from './run/backlog';
import { Overfull } from './run/boxes';
import type { Outcome } from './run/outcome';
import { Clock, DAY, dayNumber, readDate } from './time/clock';
import { isDate } from './time/window';

export type { Outcome } from './run/outcome';

/** Options of a run: its random draws, its window, and dated changes. */
export interface RunOptions {
  /** Any text: the same seed and replication give the same draws. */
  readonly seed: string;
  /** 0, 1, 2, … */
  readonly replication: number;
  /** Length of the window in days. Default: one calendar year. */
  readonly days?: number;
  /** The corridor on later days, in order: `dated` of a Corridor. */
  readonly later?: readonly Later[];
  /** Measures in addition to the standard ones. */
  readonly asked?: Asked;
}

/** The next time of the deadlock check. */
const nextLook = (now: number): number => (Math.floor(now / LOOK) + 1) * LOOK;
const LOOK = 10 * DAY;

/** The parts of a run. */
const WARM_UP = 0;
const WINDOW = 1;
const AFTER = 2;

/**
 * One replication that can be stopped, copied and continued: warm up once, save, and branch from there as often as needed.
 * However it is split, and from whatever copy it continues, it is the same run, bit for bit.
 */
export class Run {
  /** The running corridor: its clock, boxes, units and places, for inspection between two calls. */
  readonly world: CompiledCorridor;
  private part = WARM_UP;
  private endsEarly = false;
  private insideAtStart = 0;
  private insideAtEnd = 0;
  /** The measures of the window, after its end, in the order of `world.measures`; NaN: no observations. */
  declare private readonly figures: Float64Array;

  /**
   * `kinds` are the kinds of place: the shipped ones, or a script's own, with or without them (`{ ...placeKinds, inn }`).
   * @throws if a place is of a kind that is not among them
   */
  constructor(
    data: CorridorData,
    private readonly options: RunOptions,
    kinds: PlaceKinds = placeKinds,
  ) {
    const { seed, replication, days, later } = options;
    this.world = new CompiledCorridor(
      data,
      new Clock(data.start, data.warmUp, days, data.timeZone),
      seed,
      replication,
      kinds,
      later,
      options.asked?.spans,
    );
    const { state } = this.world.sim;
    state.numbers(this, 'part', 'endsEarly', 'insideAtStart', 'insideAtEnd');
    state.float64(this, 'figures', this.world.measures().length);
  }

  /**
   * Continues to a second from clock zero, or to the midnight at which a day (yyyy-mm-dd) begins; at most to the end of
   * the run. Throws a RangeError if that is in the past, and as `replicate` does.
   */
  until(when: number | string): void {
    const second = typeof when === 'string' ? this.secondOf(when) : when;
    const { now } = this.world.sim;
    if (!(second >= now))
      throw new RangeError(`Run.until: ${when} is second ${second}, the clock is at ${now}; a run only goes forward.`);
    if (this.endsEarly) return;
    try {
      this.advance(second);
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      if (!(cause instanceof Deadlock || cause instanceof Overfull)) throw error;
      this.endsEarly = true;
    }
  }

  /** A copy of the current run. Its `toBytes` is for a file or another process. */
  save(): Snapshot {
    return this.world.sim.save();
  }

  /**
   * Returns to a copy of this corridor, window, seed and replication, with the same kinds of place, made here or in another
   * process. Throws, and changes nothing, if it is a copy of anything else.
   */
  restore(snapshot: Snapshot): void {
    this.world.sim.restore(snapshot);
  }

  /** Runs to the end and returns the outcome. The run can be restored to a copy afterwards. */
  finish(): Outcome {
    const { world, options } = this;
    const backlogs = mostHeld(world, options.asked?.backlogs ?? [], (hour) => this.until(hour));
    this.until(world.clock.last);
    if (!this.endsEarly) world.audit();
    const hash = world.hash.copy();
    hash.add(world.cohortInside);
    return {
      replication: options.replication,
      hash: hash.text,
      events: world.sim.handled,
      measures: this.measures(),
      journeys: world.journeys.all(world.censored()),
      cells: world.ledger.cells,
      routes: world.routes,
      inside: [this.insideAtStart, this.insideAtEnd],
      ...(options.asked === undefined ? {} : { asked: { spans: world.askedSpans?.all() ?? [], backlogs } }),
      endedEarly: this.endsEarly ? world.whyEarly() : undefined,
    };
  }

  private advance(second: number): void {
    const { clock } = this.world;
    if (this.part === WARM_UP) {
      this.runTo(Math.min(second, clock.windowStart));
      if (second < clock.windowStart) return;
      this.endWarmUp();
    }
    if (this.part === WINDOW) {
      this.runTo(Math.min(second, clock.windowEnd));
      if (second < clock.windowEnd) return;
      this.endWindow();
    }
    // After the last box of the cohort has left there is nothing more to observe.
    if (this.world.cohortInside > 0) this.runTo(Math.min(second, clock.last));
    if (second >= clock.last && this.world.cohortInside > 0 && this.world.isStill) this.endsEarly = true;
  }

  /** Arriving boxes check for a deadlock; this does if none arrive any more. */
  private runTo(second: number): void {
    const { world } = this;
    const { sim } = world;
    // Always on the same days, wherever a run is stopped and continued.
    for (let look = nextLook(sim.now); look < second; look = nextLook(look)) {
      sim.run({ until: look });
      // Stopped: the last box has left.
      if (sim.now < look) return;
      world.watch();
    }
    sim.run({ until: second });
  }

  private endWarmUp(): void {
    const { world } = this;
    world.audit();
    world.startMeasuring();
    this.insideAtStart = world.accounts.inside.value;
    this.part = WINDOW;
  }

  private endWindow(): void {
    const { world } = this;
    world.audit();
    this.figures.set(world.measures().map(({ value }) => value ?? Number.NaN));
    this.insideAtEnd = world.accounts.inside.value;
    this.part = AFTER;
  }

  /** The measures of the window; if the run ended early, until then. */
  private measures(): Measured[] {
    const now = this.world.measures();
    if (this.part !== AFTER) return now;
    return now.map((measured, i) => ({ ...measured, value: Number.isNaN(this.figures[i]) ? null : this.figures[i] }));
  }

  private secondOf(day: string): number {
    if (!isDate(day)) throw new RangeError(`Run.until: "${day}" is no day; write it as 2024-07-01, or give a second.`);
    const date = readDate(day);
    return this.world.clock.secondOf(dayNumber(date.year, date.month, date.day));
  }
}

/**
 * Runs the corridor from clock zero through the warm-up and the window until every box that entered within the window has
 * left, or for one further window. Same corridor, seed, replication and kinds of place: same bits. `kinds` as in `Run`.
 * @throws if a place is of a kind that is not among them, a box is lost, a ledger does not add up, or a place's account does
 * not balance; the message names the event
 */
export function replicate(data: CorridorData, options: RunOptions, kinds: PlaceKinds = placeKinds): Outcome {
  return new Run(data, options, kinds).finish();
}
