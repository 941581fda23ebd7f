// Result of one replication, as passed between threads.
import type { Measured } from '../corridor/measures/measured';
import type { FlowRoute } from '../corridor/routes/routes';
import type { SpanFigures } from './askedSpans';
import type { FlowJourneys } from './journeys';
import type { CellName } from './ledger';

/** Result of one replication. Plain data, which can be posted to another thread. */
export interface Outcome {
  /** Its number, from 0. */
  readonly replication: number;
  /** Run hash of 16 hex digits over all events in order: equal hashes, equal runs. */
  readonly hash: string;
  /** Number of events handled. */
  readonly events: number;
  /** Every measure of the window. */
  readonly measures: readonly Measured[];
  /** By flow and route: times of the boxes that entered within the window, with their delay ledger. */
  readonly journeys: readonly FlowJourneys[];
  /** Cells of the delay ledger, in the order used by the journeys. */
  readonly cells: readonly CellName[];
  /** Routes, in the order used by the journeys. */
  readonly routes: readonly FlowRoute[];
  /** TEU inside at the window's start and end, and demand [TEU] within it, to detect growth. */
  readonly inside: readonly [number, number];
  /** Requested measures, in the order requested; absent if none. */
  readonly asked?: {
    /** Statistics of each span between two events. */
    readonly spans: readonly SpanFigures[];
    /** Maximum number of trains held, of each backlog. */
    readonly backlogs: readonly number[];
  };
  /** Reason for an early end of the run, if any. */
  readonly endedEarly?: string;
}
