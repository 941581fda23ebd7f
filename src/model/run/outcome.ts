// What one replication answers, as it goes from thread to thread.
import type { Measured } from '../corridor/measured';
import type { FlowRoute } from '../corridor/routes';
import type { SpanFigures } from './askedSpans';
import type { FlowJourneys } from './journeys';
import type { CellName } from './ledger';

/** Everything that one replication has to tell. Plain data: it crosses to other threads and back. */
export interface Outcome {
  readonly replication: number;
  readonly hash: string;
  readonly events: number;
  readonly measures: readonly Measured[];
  readonly journeys: readonly FlowJourneys[];
  readonly cells: readonly CellName[];
  readonly routes: readonly FlowRoute[];
  /** TEU inside at the window's start and end, and demand [TEU] within it: is it still growing? */
  readonly inside: readonly [number, number];
  /** What was asked for, in its order; left out where nothing was. */
  readonly asked?: { readonly spans: readonly SpanFigures[]; readonly backlogs: readonly number[] };
  /** Why the run ended before its time, if it did. */
  readonly endedEarly?: string;
}
