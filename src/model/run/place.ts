// Interface of a place to the rest of the running corridor; rows of boxes and units.
import type { Measured } from '../corridor/measures/measured';

/** A unit by its row: a ship, or a set of platforms with its locomotive. */
export type Unit = number;
/** A box, or a truck, by its row. */
export type Box = number;

/** What the rest of the corridor may call during a run. */
export interface Place {
  /** Name in the data. */
  readonly id: string;
  /** A box enters by the gate, at its origin. */
  boxEnters(box: Box): void;
  /** A box of the initial state is here, already unloaded; the place decides where it waits. */
  boxStands?(box: Box): void;
  /** A unit arrives over a line at its destination. */
  unitArrives(unit: Unit): void;
  /** A unit passes; the place sends it on with `world.goOn(unit)`. */
  unitPasses(unit: Unit): void;
  /** Another operator's train passes from a neighbour; the place sends it on with `world.otherTrains.goesOn(row)`. */
  otherPasses?(row: number, from: number): void;
  /** Whether another operator's train, as a unit beyond the last, waits here. */
  holds?(n: number): boolean;
  /** A ready unit was assigned a load (boxes in `units`): load it and dispatch it. */
  unitLoads(unit: Unit): void;
  /** A unit departs from here, loaded or empty. */
  unitDeparts?(unit: Unit): void;
  /** A truck passes, from one neighbour to another; the place sends it on with `world.drives(box)`. */
  boxComesBy?(box: Box, from: number, to: number): void;
  /** Whether a truck, whose route leads through here, is held at its origin until its slot. */
  books?(box: Box, to: number): boolean;
  /** Expected wait here in seconds for a departure now from one neighbour to another; Infinity: closed. */
  expectedWait?(from: number, to: number, route?: number): number;
  /** A dated change took effect: `world.phases[phase]` is now valid. */
  becomes?(phase: number): void;
  /** Boxes waiting at this end were assigned to a unit being filled: look for work. */
  boxesJoin?(unit: Unit): void;
  /** Boxes at the place in no list of a service or unit: at the gate, or held by customs. */
  boxesHeld(): Iterable<Box>;
  /** At a standstill: describes blocking here, if a full yard is part of it. */
  ring?(): string | undefined;
  /** End of the warm-up: resets statistics only. */
  startMeasuring(): void;
  /** Measures since the start of measuring, always in the same order. */
  measures(): Measured[];
}
