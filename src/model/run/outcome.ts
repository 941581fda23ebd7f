// What one replication answers, as it goes from thread to thread.
import type { Measured } from '../corridor/measures/measured';
import type { FlowRoute } from '../corridor/routes/routes';
import type { SpanFigures } from './askedSpans';
import type { FlowJourneys } from './journeys';
import type { CellName } from './ledger';

/** Everything that one replication has to tell. Plain data: it crosses to other threads and back. */
export interface Outcome {
  /** Its number, from 0. */
  readonly replication: number;
  /** 16 hex digits over all that happened, in order: the same hash is the same run. */
  readonly hash: string;
  /** How many events were handled. */
  readonly events: number;
  /** Every measure of the window. */
  readonly measures: readonly Measured[];
  /** By flow and route: times of the boxes that came within the window, with their delay ledger. */
  readonly journeys: readonly FlowJourneys[];
  /** The causes of the delay ledger, in the order in which journeys count them. */
  readonly cells: readonly CellName[];
  /** The routes, in the order in which journeys count them. */
  readonly routes: readonly FlowRoute[];
  /** TEU inside at the window's start and end, and demand [TEU] within it: is it still growing? */
  readonly inside: readonly [number, number];
  /** What was asked for, in its order; left out where nothing was. */
  readonly asked?: {
    /** Figures of each span between two events. */
    readonly spans: readonly SpanFigures[];
    /** The most trains held at a time, of each backlog. */
    readonly backlogs: readonly number[];
  };
  /** Why the run ended before its time, if it did. */
  readonly endedEarly?: string;
}
