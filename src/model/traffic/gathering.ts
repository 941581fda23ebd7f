// One end of a service: where its boxes gather until a unit takes them.
import type { Handle } from '../../kernel';
import type { LeavesWhen } from '../corridor/corridor';
import { type BoxLists, NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import type { Box, Place, Unit } from '../run/place';
import type { World } from '../run/world';

/** What a service asks of its end, whether units wait for full loads there (Loads) or stand and are filled (Filling). */
export interface Gathering {
  /** A box waits here. */
  add(box: Box): void;
  /** Whether a unit that is ready is to be sent here and now. */
  wants(): boolean;
  /** How many units it has boxes for. */
  loads(): number;
  /** Gives a unit the boxes it is to take. True: it stays open, and more will be added as they come. */
  handTo(unit: Unit): boolean;
  /** After the unit's place was told of it. */
  handed(): void;
  timeIsUp(): void;
  /**
   * The clock says that a train is to set out. False: what waits is less than the least load, and the departure is skipped; a
   * departure that lacks only a unit is not.
   */
  departure(): boolean;
  /** The room of the unit that loads here next is another: loads are made up anew, and booked so where it is to last. */
  regroup(lasts: boolean): void;
}

/** What both kinds of end share: the service's rules, and the boxes that wait, first come first. */
export interface End {
  readonly world: World;
  readonly service: number;
  /** 0 or 1. */
  readonly end: number;
  readonly placeNumber: number;
  readonly when: LeavesWhen;
  /** TEU that a unit may carry, and the smallest box that comes here [TEU]. */
  readonly unitCapacity: number;
  readonly smallest: number;
  readonly waiting: BoxLists;
  /** Trains set out by the clock here, and not when they are full. */
  readonly timed: boolean;
  /** What a box waits for while its load grows, once its load is full, and once only a unit is missing. */
  readonly filling: Cell;
  readonly toDepart: Cell;
  readonly noUnit: Cell;
}

export const placeOf = ({ world, placeNumber }: End): Place => world.places[placeNumber];

/** Whether something that began to wait at `since` has waited longest. */
export function isLate({ world, when }: End, since: number): boolean {
  return when.longestWait !== undefined && world.sim.now >= since + when.longestWait;
}

/** Moves waiting boxes to a unit's load while they fit. Order: first come first; a load ends where the next does not fit. */
export function fillFrom(
  { world, waiting, end, unitCapacity, noUnit }: End,
  unit: Unit,
  taken: (box: Box) => void,
): void {
  const { boxes, ledger, units } = world;
  while (waiting.first[end] !== NONE) {
    const box = waiting.first[end];
    if (units.load.teu[unit] + boxes.teu[box] > unitCapacity) return;
    taken(box);
    boxes.takeFirst(waiting, end);
    boxes.append(units.load, unit, box);
    ledger.turn(box, noUnit);
  }
}

/** The event at which the longest wait of an end's boxes is over; at most one is pending. */
export class WaitTimer {
  /** 0: none was ever set, or it was stopped. */
  private pending: Handle | 0 = 0;

  constructor(private readonly end: End) {
    end.world.sim.state.numbers(this, 'pending');
  }

  /** Set for boxes that have waited since `since`, in the place of whatever was set before. */
  set(since: number): void {
    const { world, when, service, end } = this.end;
    this.stop();
    if (when.longestWait === undefined || since + when.longestWait <= world.sim.now) return;
    this.pending = world.sim.at(since + when.longestWait, world.kinds.timeIsUp, service, end);
  }

  stop(): void {
    if (this.pending !== 0) this.end.world.sim.cancel(this.pending);
    this.pending = 0;
  }
}
