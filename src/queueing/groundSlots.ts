// Ground slots of a container yard.
import { checkPositive, checkShare } from './check';

/** Throughput and stacking of a yard. */
export interface YardDemand {
  /** Throughput in TEU a year. */
  readonly teu: number;
  /** Busiest week over mean week, 1 or more. */
  readonly peak: number;
  /** Mean dwell time in days. */
  readonly dwellDays: number;
  /** Maximum stacking height. */
  readonly height: number;
  /** Mean ÷ maximum stacking height, above 0, at most 1. */
  readonly stackRatio: number;
  /** Maximum occupancy of the slots, above 0, at most 1. */
  readonly occupancy: number;
}

/**
 * Required TEU ground slots; not rounded.
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
