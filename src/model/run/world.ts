// Interfaces of the running corridor, used by places, lines and cranes during one replication.
//
// Implementations are built in `compile.ts`, so that parts do not depend on each other.
import type { EventKind, Handler, Simulation } from '../../kernel';
import type { KeyedDraws, Sampler, Stream } from '../../stochastic';
import type { CorridorData } from '../corridor/corridor';
import type { UnitClass } from '../corridor/figures/shipClasses';
import type { Measured } from '../corridor/measures/measured';
import type { Phase } from '../corridor/phases';
import type { FlowRoute, Leg } from '../corridor/routes/routes';
import type { Clock } from '../time/clock';
import type { OpenHours } from '../time/openHours';
import type { Accounts } from './accounts';
import type { Boxes, BoxLists } from './boxes';
import type { Journeys } from './journeys';
import type { Ledger } from './ledger';
import type { Box, Place, Unit } from './place';
import type { Stage } from './runHash';
import type { UnitRows } from './unitRows';

/** Kinds of event shared by lines, services and parts of places; kinds of place register their own. */
export interface Kinds {
  readonly boxComes: EventKind;
  readonly extraBox: EventKind;
  readonly becomes: EventKind;
  readonly roadEnds: EventKind;
  readonly pathFree: EventKind;
  readonly lineEnds: EventKind;
  readonly stoodBefore: EventKind;
  readonly timeIsUp: EventKind;
  readonly departure: EventKind;
  readonly rested: EventKind;
  readonly stayIsOver: EventKind;
  readonly shipsChange: EventKind;
  readonly liftDone: EventKind;
  readonly craneTurns: EventKind;
  readonly shiftTurns: EventKind;
  readonly unitMoved: EventKind;
  readonly otherTrainComes: EventKind;
  readonly otherLineEnds: EventKind;
}

/** Measured between the end of the warm-up and the end of the window. */
export interface Measuring {
  startMeasuring(): void;
  measures(): Measured[];
}

/** Load of the unit being filled at one end of a service. */
export interface OpenLoad {
  /** The unit to which a box that stands near may go; NONE when there is none. */
  unitFor(box: Box): Unit;
  /** TEU that still fit on it. */
  roomFor(box: Box): number;
  /** A box stands near on a train, and will want a unit. */
  announce(box: Box): void;
  /** A box is about to be set down on its unit. */
  promise(box: Box): void;
  /** A box is in the buffer and waits for a unit from now on: said before `boxWaits`. */
  comesDown(box: Box): void;
  /** A box found no unit that it fits on: one that is nearly full goes. */
  makeRoom(box: Box): void;
  /** A box was added: it may be full now. */
  filled(): void;
  /** A box of a block train stands near: it goes on with the others of its train. */
  announceTogether(box: Box, train: Unit): void;
  /** That train has its track: a unit may be called for its load. */
  stands(train: Unit): void;
}

/** Correlated running times of one service's units, over the lines of a trip and over a week. */
export interface UnitPace {
  /** A unit departs on the first line of a trip. */
  begins(unit: Unit): void;
  /** Seconds on the next line, by the line's distribution and draw. */
  seconds(unit: Unit, law: Sampler, luck: Stream): number;
}

/** A service, as used by places and lines: boxes are assigned to it, and its units report their progress. */
export interface RunningService extends Measuring {
  readonly id: string;
  /** Where it loads: its two ends, or its calls one after another. */
  readonly ends: readonly string[];
  readonly endNumbers: readonly number[];
  readonly lines: readonly number[];
  /** Priority for paths: 0 before 1, 2 and 3. */
  readonly priority: number;
  readonly fleet: string;
  readonly bySea: boolean;
  /** Track gauge [mm]; at sea 0. */
  readonly gauge: number;
  /** Its trains' loads stay together at a gauge change. */
  readonly staysTogether: boolean;
  readonly berth: string;
  /** Waiting boxes, by end. */
  readonly waiting: BoxLists;
  /** Capacity in TEU of the largest unit now in service. */
  readonly unitCapacity: number;
  capacityOf(unit: Unit): number;
  classOf(unit: Unit): string | undefined;
  /** Distribution of the running time [s] on a unit's next line. */
  timeOf(unit: Unit): Sampler;
  /** Correlation of running times across lines; undefined if none. */
  readonly pace: UnitPace | undefined;
  /** First row and number of its units. */
  readonly firstUnit: number;
  readonly size: number;
  unitAtStart(i: number): Unit;
  boxWaits(box: Box, end: number): void;
  filling(end: number): OpenLoad;
  open(end: number): Unit;
  offer(unit: Unit, end: number): boolean;
  ready(unit: Unit, end: number): void;
  isHeldUp(unit: Unit): void;
  isLetGo(unit: Unit): void;
  goesBeyond(unit: Unit): void;
  comesBack(unit: Unit): void;
  /** A unit is under way at clock zero. */
  isUnderWay(unit: Unit): void;
  departs(unit: Unit): void;
  /** A unit reaches its end, before unloading. */
  arrives(unit: Unit): void;
  /** The places on the way of a unit under way, from where it was last loaded to where it is next. */
  wayOf(unit: Unit): readonly number[];
  /** Whether a unit has come to the end of that way. */
  isThere(unit: Unit): boolean;
  /** Index in `lines` of a unit's next line. */
  next(unit: Unit): number;
  /** Current or next place of a unit. */
  stopOf(unit: Unit): number;
  dispatch(): void;
}

export interface RunningLine extends Measuring {
  readonly id: string;
  time(ships: UnitClass, phase: number): Sampler;
  /** Duration in seconds of a run of this length, for a departure now. */
  slowed(seconds: number): number;
  depart(unit: Unit, from: number): void;
  /** Another operator's train requests to depart, in a direction (0: from the lesser id). */
  otherDeparts(row: number, direction: number): void;
  /** Whether a unit, or another operator's train as one beyond the last, waits to depart. */
  holds(n: number): boolean;
}

/** Other operators' trains, by row. */
export interface OtherTraffic {
  priorityOf(row: number): number;
  /** Previous place of a train. */
  cameFrom(row: number): number;
  /** Seconds on the line on which a train departs. */
  seconds(row: number): number;
  /** A held train continues. */
  goesOn(row: number): void;
  /** Trains on their way to a place from a neighbour, or there; slow, for callers outside the run. */
  towards(place: number, neighbour: number): number[];
}

/** Locomotives of lines, as units that set out on them. */
export interface RunningLocomotives {
  /** A train runs on a line at clock zero, with a locomotive. */
  isUnderWay(unit: Unit, line: number): void;
}

export interface RunningRoad extends Measuring {
  readonly id: string;
  sets(box: Box): void;
}

/** A crane pool, for its events and for the audit. */
export interface CranePool {
  readonly place: string;
  liftDone(crane: number): void;
  turns(crane: number): void;
  shiftTurns(): void;
  /** Boxes on its hooks. */
  onHooks(): Iterable<Box>;
}

/** Tracks or berths, for the events of arriving units. */
export interface RunningFront {
  moved(unit: Unit): void;
}

/** An acceptance ban, for boxes at their origins. */
export interface RunningBan {
  readonly border: string;
  readonly neighbour: string;
  readonly held: BoxLists;
  /** Whether it applies to a box, which is then held in `held`. */
  holds(box: Box): boolean;
}

/** Storm i closes a sea in [begins[i], ends[i]), in seconds. */
export interface Storms {
  readonly begins: readonly number[];
  readonly ends: readonly number[];
  /** Call in order of time. */
  isClosed(now: number): boolean;
}

/** Sailing speed by month. */
export interface SailingSpeed {
  shareAt(second: number): number;
}

/** Source of a flow's boxes. */
export interface RunningFlow {
  readonly id: string;
  initialBox(route: number): Box;
}

export interface World {
  readonly sim: Simulation;
  readonly data: CorridorData;
  readonly clock: Clock;
  readonly boxes: Boxes;
  readonly ledger: Ledger;
  readonly units: UnitRows;
  readonly journeys: Journeys;
  readonly accounts: Accounts;
  readonly routes: readonly FlowRoute[];
  readonly lines: readonly RunningLine[];
  readonly roads: readonly RunningRoad[];
  readonly services: readonly RunningService[];
  readonly places: readonly Place[];
  readonly flows: readonly RunningFlow[];
  readonly otherTrains: OtherTraffic;
  /** Undefined where all trains bring their own. */
  readonly locomotives?: RunningLocomotives;
  readonly cranes: CranePool[];
  readonly fronts: RunningFront[];
  readonly bans: RunningBan[];
  readonly kinds: Kinds;
  readonly placeIds: readonly string[];
  /** By flow: its key for keyed draws. */
  readonly flowKey: Int32Array;
  /** The corridor at clock zero and after each dated change; every part is compiled for all phases. */
  readonly phases: readonly Phase[];
  /** Current phase. */
  readonly phase: number;

  /** Registers a kind of event. After each such event the conservation of boxes is checked. */
  on(name: string, handler: Handler): EventKind;
  /** Stream of a purpose in this replication. */
  stream(purpose: string): Stream;
  /** Open hours of a calendar. */
  hours(calendar: string): OpenHours;
  /** Route index of the next box or lot of a flow. */
  chooses(flow: number): number;
  /** Keyed draws of a purpose in this replication: those of a box do not depend on its route. */
  keyed(purpose: string): KeyedDraws;
  /** Storm calendar of a sea, shared by all its ports and by every scenario that names it. */
  stormsOf(sea: string): Storms;
  /** Sailing speed by month of a weather; undefined if not given. One per line, as each is called in its own order. */
  sailingOf(weather: string): SailingSpeed | undefined;
  /** Index of a place, during compilation. */
  placeNumber(id: string): number;
  /** Throws at a deadlock: boxes are inside and none has moved for too long. */
  watch(): void;
  lineIndex(id: string): number;
  /** Records progress of a box, for the run hash and deadlock detection. */
  stage(box: Box, what: Stage, place: number): void;
  /** Records other progress, for deadlock detection. */
  moves(): void;
  /** A box enters the corridor at its origin. */
  enters(box: Box, place: number): void;
  /** A box was unloaded at its destination. */
  leaves(box: Box, place: number): void;
  /** Whether a box unloaded here has reached its destination. */
  isAtEnd(box: Box): boolean;
  /**
   * Whether a box leaves the corridor when unloaded from its unit. It then needs no yard slot: trucks collect it at the
   * crane. Otherwise a yard full of boxes waiting for this unit would be a deadlock.
   */
  endsWithThisRide(box: Box): boolean;
  /** An unloaded box continues with its next service, or is held at its origin by a ban. */
  goesOn(box: Box): void;
  /** Next leg of an unloaded box. */
  legOf(box: Box): Leg;
  /** A truck enters the corridor: it departs, or is held until its slot at the first road border of its route. */
  setsOut(box: Box): void;
  /** A truck departs on the next road of its route. */
  drives(box: Box): void;
  /** A truck reaches the end of a road. */
  comesBy(box: Box): void;
  /** A loaded unit has left its place and starts its trip. */
  departs(unit: Unit): void;
  /** A unit that stopped under way continues. */
  proceed(unit: Unit): void;
  /** A unit departs from a place over a line, with all aboard. */
  leavesPlace(unit: Unit, place: number): void;
  /** A unit reaches the end of a line. */
  cameOver(unit: Unit): void;
  /** Registers a callback at the start of a phase, before anything else, to update cached values. */
  onPhase(follow: () => void): void;
}
