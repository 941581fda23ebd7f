// One replication of a corridor: a pure function of the corridor, the seed and the number of the replication.
//
// The way of a box. Its flow draws the second in which it comes (demand.ts) and puts it through the gate of its origin, where
// it takes a yard slot (parts/yard.ts). It joins the load that its next service gathers there (service.ts). When the load is
// full, or its oldest box has waited longest, and a train set or ship stands ready, the place takes that unit to a track or
// berth, cranes load it lift by lift (parts/front.ts, parts/cranes.ts), and it departs over its lines (line.ts), each with a
// path of its own; whatever it carries, a movement is one event. At the end the boxes are set down one by one, and each joins
// the next load; at a gauge change some go straight across (places/railBorder). A box set down at its destination leaves.
//
// Why it waited is written as it happens: whoever changes what a box waits for turns its account to another cell of the ledger
// (ledger.ts). Order, where several things are missing: weather, a track or berth, a crane, room in the yard; for a box in a
// yard, a load to fill and then a unit.
import { Clock } from './clock';
import type { CorridorData } from './corridor';
import type { FlowJourneys } from './journeys';
import type { Measured } from './kind';
import type { CellName } from './ledger';
import type { FlowRoute } from './routes';
import { Deadlock, World } from './world';

export interface RunOptions {
  readonly seed: string;
  /** 0, 1, 2, … */
  readonly replication: number;
  /** Length of the window in days; without it, one calendar year. */
  readonly days?: number;
}

/** Everything that one replication has to tell. Plain data: it crosses to other threads and back. */
export interface Outcome {
  readonly replication: number;
  readonly hash: string;
  readonly events: number;
  readonly measures: readonly Measured[];
  readonly journeys: readonly FlowJourneys[];
  readonly cells: readonly CellName[];
  readonly routes: readonly FlowRoute[];
  /** TEU inside at the window's start and end, and demand [TEU] within it: is it still growing? */
  readonly inside: readonly [number, number];
  /** Why the run ended before its time, if it did. */
  readonly endedEarly?: string;
}

/**
 * Runs the corridor from clock zero through the warm-up and the window until every box that entered within the window has
 * left, or for one further window. Same corridor, seed and replication: same bits.
 * @throws when a box is lost, a ledger does not add up, or a place's account does not close; the message names the event
 */
export function replicate(data: CorridorData, options: RunOptions): Outcome {
  const clock = new Clock(data.start, data.warmUp, options.days);
  const world = new World(data, clock, options.seed, options.replication);
  const { sim } = world;
  let measures: readonly Measured[] = [];
  let insideAtStart = 0;
  let insideAtEnd = 0;
  let endedEarly: string | undefined;
  try {
    sim.run({ until: clock.windowStart });
    world.audit();
    world.startMeasuring();
    insideAtStart = world.accounts.inside.value;
    sim.run({ until: clock.windowEnd });
    world.audit();
    measures = world.measures();
    insideAtEnd = world.accounts.inside.value;
    if (world.cohortInside > 0) sim.run({ until: clock.last });
    world.audit();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!(cause instanceof Deadlock)) throw error;
    endedEarly = cause.message;
    if (measures.length === 0) measures = world.measures();
  }
  world.hash.add(world.cohortInside);
  return {
    replication: options.replication,
    hash: world.hash.text,
    events: sim.handled,
    measures,
    journeys: world.journeys.all(world.censored()),
    cells: world.ledger.cells,
    routes: world.routes,
    inside: [insideAtStart, insideAtEnd],
    endedEarly,
  };
}
