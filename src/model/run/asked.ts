// What is measured of a run beside what every run tells, because somebody asked for it; the run itself stays the same.

/** One of a box's moments at a place of its way. Where a train is handled it is the train that comes or goes. */
export interface StopEvent {
  readonly place: string;
  /** `handed over` and `taken over` at a border with two sides: off the one side, and standing on the other. */
  readonly event: 'arrival' | 'handed over' | 'taken over' | 'departure';
  /** Causes of the ledger at this place that follow the arrival: the moment is when they are over. */
  readonly after?: readonly string[];
}

/** From the second `from` on, and before the second `until`; seconds of the run. */
export interface During {
  readonly from: number;
  readonly until: number;
}

/** The time between two moments of a flow's boxes, over its routes that lead by both places. */
export interface SpanAsked {
  readonly flow: string;
  readonly from: StopEvent;
  readonly to: StopEvent;
  /** Boxes that take no longer are counted [s]. */
  readonly limit?: number;
  /** Only boxes whose first moment lies within; else all of the cohort. */
  readonly during?: During;
}

/** The most trains at a time, seen hour by hour, that are held anywhere on their way to a place from a neighbour of it. */
export interface BacklogAsked {
  readonly place: string;
  readonly from: string;
  readonly during: During;
  /** Whether trains of others count too. */
  readonly others: boolean;
}

export interface Asked {
  readonly spans?: readonly SpanAsked[];
  readonly backlogs?: readonly BacklogAsked[];
}
