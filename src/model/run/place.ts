// A place as the rest of the running corridor sees it, and the rows that move: boxes and units.
import type { Measured } from '../corridor/measures/measured';

/** A unit is a row: one ship, or one set of platforms with its locomotive. A box is a row too. */
export type Unit = number;
/** A box, or a truck, by its row. */
export type Box = number;

/** What the rest of the corridor may ask of a place during a run. */
export interface Place {
  /** Its name in the data. */
  readonly id: string;
  /** A box comes in by the gate, at its origin. */
  boxEnters(box: Box): void;
  /** A box of the initial state stands here, set down from the way that it came; where it waits is the place's to say. */
  boxStands?(box: Box): void;
  /** A unit whose way ends here comes in over a line. */
  unitArrives(unit: Unit): void;
  /** A unit on its way comes by; the place sends it on by `world.goOn(unit)`. */
  unitPasses(unit: Unit): void;
  /** A train of others comes by from a neighbour; the place sends it on by `world.otherTrains.goesOn(row)`. */
  otherPasses?(row: number, from: number): void;
  /** Whether a train of others, as a unit beyond the last, waits here. */
  holds?(n: number): boolean;
  /** A unit that stands ready here was given a load (`units` say which boxes): load it and let it go. */
  unitLoads(unit: Unit): void;
  /** A unit sets out from here, loaded or sent empty. */
  unitDeparts?(unit: Unit): void;
  /** A truck on its way comes by, from one neighbour to another; the place sends it on by `world.drives(box)`. */
  boxComesBy?(box: Box, from: number, to: number): void;
  /** A truck at its origin, whose way to a neighbour leads over here: whether it is kept there until its slot comes. */
  books?(box: Box, to: number): boolean;
  /** Seconds that whoever sets out now from one neighbour to another may expect to wait here; Infinity: it is shut. */
  expectedWait?(from: number, to: number, route?: number): number;
  /** A dated change has happened: from now on `world.phases[phase]` holds. */
  becomes?(phase: number): void;
  /** Boxes that wait at this end were given to a unit that is being filled: look for work. */
  boxesJoin?(unit: Unit): void;
  /** Boxes at the place that stand in no list of a service or unit: at the gate, or held by customs. */
  boxesHeld(): Iterable<Box>;
  /** At a standstill: who here holds up whom, in words, where a full yard is part of it. */
  ring?(): string | undefined;
  /** The end of the warm-up: figures start again, nothing else changes. */
  startMeasuring(): void;
  /** What was measured since measuring began, always the same measures in the same order. */
  measures(): Measured[];
}
