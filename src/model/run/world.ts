// The running corridor as its parts see it: what a place, a line or a crane may ask of the rest during one replication.
//
// Interfaces only: `compile.ts` builds the classes behind them, so that no part knows how another is made.
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

/** The kinds of event that lines, services and the parts of places share; kinds of place register their own. */
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

/** What is measured between the end of the warm-up and the end of the window. */
export interface Measuring {
  startMeasuring(): void;
  measures(): Measured[];
}

/** The load of the unit that is being filled at one end of a service as boxes come. */
export interface OpenLoad {
  /** NONE when there is none. */
  readonly unit: Unit;
  /** TEU that still fit. */
  roomLeft(): number;
  /** So many TEU more (or, below 0, fewer) stand near that will want a unit. */
  announce(teu: number): void;
  /** A box of so many TEU found no unit that it fits on: one that is nearly full goes. */
  makeRoom(teu: number): void;
  /** A box was added: it may be full now. */
  filled(): void;
}

/** A service as places and lines see it: boxes are given to it, and it is told what its units do. */
export interface RunningService extends Measuring {
  readonly id: string;
  /** Where it loads: its two ends, or its calls one after another. */
  readonly ends: readonly string[];
  readonly endNumbers: readonly number[];
  readonly lines: readonly number[];
  /** Who gets a path first: 0 before 1, 2 and 3. */
  readonly priority: number;
  readonly fleet: string;
  readonly bySea: boolean;
  /** Track gauge [mm]; at sea 0. */
  readonly gauge: number;
  readonly berth: string;
  /** Boxes that wait, by end. */
  readonly waiting: BoxLists;
  /** TEU that the largest unit that runs now may carry. */
  readonly unitCapacity: number;
  capacityOf(unit: Unit): number;
  classOf(unit: Unit): string | undefined;
  /** Seconds on the line that a unit takes next, as a law. */
  timeOf(unit: Unit): Sampler;
  /** Its units are the rows from here on, so many. */
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
  /** A unit that runs at clock zero is under way. */
  isUnderWay(unit: Unit): void;
  departs(unit: Unit): void;
  /** A unit comes to its end, before anything is set down. */
  arrives(unit: Unit): void;
  /** The places on the way of a unit under way, from where it was last loaded to where it is next. */
  wayOf(unit: Unit): readonly number[];
  /** Whether a unit has come to the end of that way. */
  isThere(unit: Unit): boolean;
  /** The place in `lines` of the line that a unit takes next. */
  next(unit: Unit): number;
  /** The number of the place where a unit is, or to which it runs. */
  stopOf(unit: Unit): number;
  dispatch(): void;
}

export interface RunningLine extends Measuring {
  readonly id: string;
  time(ships: UnitClass, phase: number): Sampler;
  /** The seconds that a way of so many takes whoever sets out now. */
  slowed(seconds: number): number;
  depart(unit: Unit, from: number): void;
  /** A train of others wants to set out, in a direction (0: from the lesser id). */
  otherDeparts(row: number, direction: number): void;
  /** Whether a unit, or a train of others as one beyond the last, waits to set out. */
  holds(n: number): boolean;
}

/** Trains of others, by row. */
export interface OtherTraffic {
  priorityOf(row: number): number;
  /** The place from which a train came to where it is. */
  cameFrom(row: number): number;
  /** Seconds on the line that a train sets out on. */
  seconds(row: number): number;
  /** A train that was kept goes on. */
  goesOn(row: number): void;
  /** Trains on their way to a place from a neighbour of it, or there; slow, for whoever asks from outside the run. */
  towards(place: number, neighbour: number): number[];
}

export interface RunningRoad extends Measuring {
  readonly id: string;
  sets(box: Box): void;
}

/** A pool of cranes, for its events and for the audit. */
export interface CranePool {
  readonly place: string;
  liftDone(crane: number): void;
  turns(crane: number): void;
  shiftTurns(): void;
  /** The boxes that hang on its hooks. */
  onHooks(): Iterable<Box>;
}

/** Tracks or berths, for the events of units that come alongside. */
export interface RunningFront {
  moved(unit: Unit): void;
}

/** An acceptance ban, for boxes at their origins. */
export interface RunningBan {
  readonly border: string;
  readonly neighbour: string;
  readonly held: BoxLists;
  /** Whether it concerns a box, which is then kept in `held`. */
  holds(box: Box): boolean;
}

/** Storm i closes a sea from the second begins[i] up to, and not including, the second ends[i]. */
export interface Storms {
  readonly begins: readonly number[];
  readonly ends: readonly number[];
  /** Asked in the order of time. */
  isClosed(now: number): boolean;
}

/** How fast ships sail by month. */
export interface SailingSpeed {
  shareAt(second: number): number;
}

/** Where boxes of a flow come from. */
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
  readonly cranes: CranePool[];
  readonly fronts: RunningFront[];
  readonly bans: RunningBan[];
  readonly kinds: Kinds;
  readonly placeIds: readonly string[];
  /** By flow: what keyed draws know it by. */
  readonly flowKey: Int32Array;
  /** The corridor at clock zero and from each later day on; every part is compiled for all of them. */
  readonly phases: readonly Phase[];
  /** Which of them holds now. */
  readonly phase: number;

  /** A kind of event of the corridor. After each such event every box must be somewhere: a run that loses one stops there. */
  on(name: string, handler: Handler): EventKind;
  /** The stream of a purpose in this replication. */
  stream(purpose: string): Stream;
  /** The open hours of a calendar. */
  hours(calendar: string): OpenHours;
  /** The route, among all, that the next box or lot of a flow takes. */
  chooses(flow: number): number;
  /** The keyed draws of a purpose in this replication: a box keeps its luck whatever way it takes. */
  keyed(purpose: string): KeyedDraws;
  /** The storm calendar of a sea: one for all its ports, and the same in every scenario that names it. */
  stormsOf(sea: string): Storms;
  /** How fast ships sail in each month of a weather; undefined where it does not say. One a line: each asks in its own order. */
  sailingOf(weather: string): SailingSpeed | undefined;
  /** The number of a place, while the corridor is compiled. */
  placeNumber(id: string): number;
  /** Throws when boxes are inside and none has moved for so long that none ever will: everybody waits for everybody. */
  watch(): void;
  lineIndex(id: string): number;
  /** Notes that a box has got somewhere: into the run hash, and for the watch over standstill. */
  stage(box: Box, what: Stage, place: number): void;
  /** Something has got anywhere: no standstill. */
  moves(): void;
  /** A box comes into the corridor at its origin. */
  enters(box: Box, place: number): void;
  /** A box was set down at the end of its journey. */
  leaves(box: Box, place: number): void;
  /** Whether a box that was set down here has reached the end of its journey. */
  isAtEnd(box: Box): boolean;
  /**
   * Whether a box leaves the corridor once it is set down from the unit that it is on. It then needs no slot in the yard:
   * trucks fetch it from the crane, and a yard full of boxes that wait for this very unit would never let it be emptied.
   */
  endsWithThisRide(box: Box): boolean;
  /** A box that was set down goes on with its next service, or, at its origin, waits there while a ban holds it. */
  goesOn(box: Box): void;
  /** The leg that a box waits for, once it was set down. */
  legOf(box: Box): Leg;
  /** A truck comes into the corridor: it sets out, or the first road border of its way keeps it until its slot comes. */
  setsOut(box: Box): void;
  /** A truck sets out on the next road of its way. */
  drives(box: Box): void;
  /** A truck comes to the end of a road. */
  comesBy(box: Box): void;
  /** A unit is loaded and out of its place: off it goes. */
  departs(unit: Unit): void;
  /** A unit that stopped on its way goes on. */
  proceed(unit: Unit): void;
  /** A unit leaves a place over a line, with all aboard. */
  leavesPlace(unit: Unit, place: number): void;
  /** A unit comes to the end of a line. */
  cameOver(unit: Unit): void;
  /** Called when another phase begins, before anything else, for what a part keeps at hand of what holds now. */
  onPhase(follow: () => void): void;
}
