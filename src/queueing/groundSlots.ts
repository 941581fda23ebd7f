// How many ground slots a yard needs.
import { checkPositive, checkShare } from './check';

/** What goes through a yard, and how it stacks. */
export interface YardDemand {
  /** TEU a year through the yard. */
  readonly teu: number;
  /** Busiest week over mean week, 1 or more. */
  readonly peak: number;
  /** Mean days in the yard. */
  readonly dwellDays: number;
  /** Boxes on each other at most. */
  readonly height: number;
  /** Mean height over the height at most, above 0, at most 1. */
  readonly stackRatio: number;
  /** Share of the slots that may be taken, above 0, at most 1. */
  readonly occupancy: number;
}

/**
 * TEU ground slots that a yard needs; not rounded.
 *
 * @throws RangeError when a number is out of range
 *
 * Source: PIANC's formula for storage yards, as given in port-planning textbooks; not seen in a PIANC report itself.
 */
export function groundSlots({ teu, peak, dwellDays, height, stackRatio, occupancy }: YardDemand): number {
  checkPositive('Ground slots', 'teu', teu);
  if (!(peak >= 1 && peak < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `Ground slots: peak is ${peak}; it must be 1 or more. Give the busiest week over the mean week.`,
    );
  }
  checkPositive('Ground slots', 'dwellDays', dwellDays);
  checkPositive('Ground slots', 'height', height);
  checkShare('Ground slots', 'stackRatio', stackRatio);
  checkShare('Ground slots', 'occupancy', occupancy);
  return (teu * peak * dwellDays) / (365 * height * stackRatio * occupancy);
}
