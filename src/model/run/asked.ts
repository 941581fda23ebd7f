// Optional measures of a run, on request; they do not change the run.

/** Arrival or departure of a box at a place of its route; where a train is handled, that of the train. */
export interface StopEvent {
  readonly place: string;
  /** `handed over` and `taken over` at a border with two sides: off the one side, and standing on the other. */
  readonly event: 'arrival' | 'handed over' | 'taken over' | 'departure';
  /** Causes of the ledger at this place that follow the arrival: the moment is when they are over. */
  readonly after?: readonly string[];
}

/** Period [from, until) in seconds of the run. */
export interface During {
  readonly from: number;
  readonly until: number;
}

/** Time between two events of a flow's boxes, on its routes through both places. */
export interface SpanAsked {
  readonly flow: string;
  readonly from: StopEvent;
  readonly to: StopEvent;
  /** Time limit: boxes within it are counted [s]. */
  readonly limit?: number;
  /** Only boxes whose first event is within; default: all of the cohort. */
  readonly during?: During;
}

/** Maximum number of trains held anywhere on their way to a place from a neighbour, sampled hourly. */
export interface BacklogAsked {
  readonly place: string;
  readonly from: string;
  readonly during: During;
  /** Whether other operators' trains count too. */
  readonly others: boolean;
}

export interface Asked {
  readonly spans?: readonly SpanAsked[];
  readonly backlogs?: readonly BacklogAsked[];
}
