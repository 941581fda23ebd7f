// The result of a formula for a resource before any run, and the corresponding measure of a run.
import type { Measured } from '../../corridor/measures/measured';

/** Identifies one number of a run, as its measures do. */
export type MeasureRef = Pick<Measured, 'measure' | 'statistic' | 'of'>;

/** One formula result at a place, at the yearly demand of the flows. */
export interface FormulaRow {
  /** The place. */
  readonly where: string;
  /** The resource of the place: `container berths`, `yard`. */
  readonly resource: string;
  /** use: utilisation; wait: mean over all arrivals; capacity: what it carries; slots, TEU: of a yard. */
  readonly what: 'use' | 'wait' | 'capacity' | 'slots' | 'TEU';
  /** Its name among planners: `P1`, `E2/E20/1, exact`, `P2`. */
  readonly formula: string;
  /** null: unbounded. */
  readonly value: number | null;
  /** The unit of the value. */
  readonly unit: string;
  /** An assumption that a run does not make. */
  readonly assumed?: string;
  /** The corresponding measure of a run, if there is one. */
  readonly measure?: MeasureRef;
  /**
   * The next neighbour of those that wait here. They arrive whatever the queue: if `value` is null, waits, dwell and
   * transit times in this direction have no steady state in a run either.
   */
  readonly toward?: string;
  /** All routes of a flow have equal shares here, but trucks choose theirs by the wait: only a run knows the shares. */
  readonly alike?: true;
  /** Why a run may differ: sentences. */
  readonly why: readonly string[];
}

/** Planners' assumptions for missing data. */
export const assumed = {
  /** Erlang phases of the time between ships: 1 at random, 2 somewhat even, as port planners assume. */
  shipShape: 2,
  /** Wait over service time that shipping lines accept, for containers. */
  waitAccepted: 0.1,
  /** Of a yard: peak over mean, dwell days, boxes stacked, mean over greatest stack height, share of slots occupied. */
  yard: { peak: 1.2, dwellDays: 7, height: 4, stackRatio: 0.7, occupancy: 0.8 },
} as const;

/** Reasons as sentences. */
export const sentences = (reasons: readonly string[]): string[] =>
  reasons.map((reason) => `${reason[0].toUpperCase()}${reason.slice(1)}.`);

/** Why the wait in a run is finite if the formula's is not. */
export const closedLine = (what: 'trains' | 'ships'): string =>
  `the ${what} that wait are those of fleets, so that their line cannot grow beyond them: what grows is what waits for ${what}`;

/** 48 h, 1.5 h */
export const hoursText = (seconds: number): string => `${Number((seconds / 3600).toFixed(1))} h`;

/** The measures of a run for the utilisation and the mean wait of one resource. */
export const useOf = (place: string, resource: string): MeasureRef => ({
  measure: 'use',
  statistic: 'share',
  of: { place, resource },
});

export const waitOf = (place: string, resource: string): MeasureRef => ({
  measure: 'wait',
  statistic: 'mean',
  of: { place, resource },
});
