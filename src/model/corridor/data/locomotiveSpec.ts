// Locomotives as data: a fleet of their own on a set of lines, for any train that runs there.
import type { Takes } from './takes';

/**
 * Locomotives of one class on a set of lines. A train takes one as it sets out on the first of them, has it as long as it goes on
 * over lines of the set, also where it stops between two, and gives it back where it leaves them; after the turn-round it is free
 * for any train of the set, wherever that stands: nobody brings it there.
 */
export interface LocomotiveSpec<Line extends string = string> {
  /** How many there are. */
  readonly count: number;
  /** Its lines, in any order; a line has one class at most, and trains on lines without any bring their own. */
  readonly on: Line | readonly Line[];
  /** From the end of one haul until it is free for the next: inspection, fuel, another crew. Default none. */
  readonly turnRound?: Takes;
}
