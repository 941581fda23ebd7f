// What a formula says of a resource before any run, and which measure of a run it stands beside.
import type { Measured } from '../../corridor/measures/measured';

/** Names one number of a run, as its measures do. */
export type MeasureRef = Pick<Measured, 'measure' | 'statistic' | 'of'>;

/** One formula's answer at a place, at the yearly demand of the flows. */
export interface FormulaRow {
  /** The place. */
  readonly where: string;
  /** What of the place the formula is of: `container berths`, `yard`. */
  readonly resource: string;
  /** use: share of the time in which it is taken; wait: mean, over all who come; capacity: what it carries; slots, TEU: of a yard. */
  readonly what: 'use' | 'wait' | 'capacity' | 'slots' | 'TEU';
  /** Its name, as planners know it: `P1`, `E2/E20/1, exact`, `P2`. */
  readonly formula: string;
  /** null: it grows without end. */
  readonly value: number | null;
  /** The unit of the value. */
  readonly unit: string;
  /** What it takes for granted that a run does not. */
  readonly assumed?: string;
  /** The measure of a run that says the same; without it a run has none. */
  readonly measure?: MeasureRef;
  /**
   * The neighbour to which those go on who wait here. They come whatever the line: where `value` is null, waits, dwell and
   * transit times of this way have no steady value in a run either.
   */
  readonly toward?: string;
  /** All ways of a flow are counted alike, while trucks choose theirs by the wait: only a run knows which they take. */
  readonly alike?: true;
  /** Why a run may differ: sentences. */
  readonly why: readonly string[];
}

/** What planners assume where nothing better is known. */
export const assumed = {
  /** Phases of the time between ships: 1 at random, 2 somewhat even, as port planners take it. */
  shipShape: 2,
  /** Wait over time at the berth that shipping lines put up with, for containers. */
  waitAccepted: 0.1,
  /** Of a yard: busiest time over mean, days of stay, boxes on each other, mean height of stacks over the most, share of slots taken. */
  yard: { peak: 1.2, dwellDays: 7, height: 4, stackRatio: 0.7, occupancy: 0.8 },
} as const;

/** Reasons as sentences. */
export const sentences = (reasons: readonly string[]): string[] =>
  reasons.map((reason) => `${reason[0].toUpperCase()}${reason.slice(1)}.`);

/** Why a run's wait does not grow without end where the formula's does. */
export const closedLine = (what: 'trains' | 'ships'): string =>
  `the ${what} that wait are those of fleets, so that their line cannot grow beyond them: what grows is what waits for ${what}`;

/** 48 h, 1.5 h */
export const hoursText = (seconds: number): string => `${Number((seconds / 3600).toFixed(1))} h`;

/** How the share of time in use and the mean wait of one resource stand beside a run. */
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
