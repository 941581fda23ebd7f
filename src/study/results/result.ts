// What a run answers, in the one shape that --json writes and every report is made from (contract keruen/run@1).
import type { Estimate } from '../../experiment';
import type { PreviewRow } from '../../model/preview/preview';
import type { FormulaResult } from './formulas';

/** What is measured, which statistic of it, of what, in which unit. */
export interface MeasureName {
  /** What is measured: `use`, `wait`, `transit time`, `throughput`. */
  readonly measure: string;
  /** Which figure of all that was observed. */
  readonly statistic: 'mean' | 'p10' | 'p50' | 'p90' | 'p95' | 'max' | 'total' | 'share';
  /** What it was observed of. */
  readonly of: {
    /** The id of a place. */
    readonly place?: string;
    /** The id of a line. */
    readonly line?: string;
    /** The id of a flow. */
    readonly flow?: string;
    /** What of the place or line: `yard`, `container berths`, `paths to Aktau`. */
    readonly resource?: string;
  };
  /** The unit of the value: `h`, `TEU`, `share`. */
  readonly unit: string;
}

/** How many replications in all a measure would take: as many as were run where they are enough, null where the run cannot say. */
export type WouldTake = MeasureName & { readonly replications: number | null };

/** A quantity over replications: one number each, with its interval where the state is `estimated`. */
export type MeasureResult = MeasureName & Estimate;

/** Hours since the box entered at its origin. */
export interface Hours {
  /** The mean. */
  readonly mean: number;
  /** A tenth of the boxes took less. */
  readonly p10: number;
  /** Half of the boxes took less. */
  readonly p50: number;
  /** Nine tenths of the boxes took less. */
  readonly p90: number;
}

/** The way of a flow's boxes over one route, stop by stop, over all replications. */
export interface JourneyResult {
  /** The id of the flow. */
  readonly flow: string;
  /** The places of the route, origin to destination. */
  readonly route: readonly string[];
  /** Finished boxes, all replications. */
  readonly n: number;
  /** Empty where no box finished. */
  readonly stops: readonly {
    /** The id of the place. */
    readonly place: string;
    /** Kilometres from the origin. */
    readonly km: number;
    /** Hours from entering to coming there. */
    readonly arrival: Hours;
    /** Hours from entering to leaving it. */
    readonly departure: Hours;
    /** At a border with two sides: hours from entering to the hand-over. */
    readonly handedOver?: Hours;
    /** At a border with two sides: hours from entering to standing on the other side. */
    readonly takenOver?: Hours;
  }[];
}

/** On what the time of a flow's boxes was spent, over all replications. */
export interface LedgerResult {
  /** The id of the flow. */
  readonly flow: string;
  /** Which of its boxes: all, the quicker nine tenths, or the slowest tenth. */
  readonly band: 'all' | 'p0-p90' | 'p90-p100';
  /** How many they are. */
  readonly boxes: number;
  /** How many more had not arrived when the run ended, and are not counted. */
  readonly censored: number;
  /** Integers; the parts add up to `seconds`. */
  readonly seconds: number;
  /** Seconds by cause and place, most first. */
  readonly parts: readonly {
    /** `moving`, `waiting for a berth`, `train to fill`. */
    readonly cause: string;
    /** The id of a place or line. */
    readonly where: string;
    /** Seconds of all of them together. */
    readonly seconds: number;
    /** Of all their seconds, from 0 to 1. */
    readonly share: number;
  }[];
}

/** The whole answer of `run`: what `--json` writes and every report is made from. */
export interface RunResult {
  /** The form of this answer. */
  readonly schema: 'keruen/run@1';
  /** The version of the library. */
  readonly keruen: string;
  /** What was run. */
  readonly scenario: {
    /** Its id. */
    readonly id: string;
    /** 16 hex digits over everything that can change a run. */
    readonly hash: string;
    /** The names of the changes that were made, in order. */
    readonly changes: readonly string[];
  };
  /** The seed. */
  readonly seed: string;
  /** How many replications were run. */
  readonly replications: number;
  /** The first and the last day, and the days before them that are not measured. */
  readonly window: {
    /** The first day, yyyy-mm-dd. */
    readonly start: string;
    /** The last day, yyyy-mm-dd. */
    readonly end: string;
    /** Days before it that are not measured. */
    readonly warmUp: number;
  };
  /** 16 hex digits over the run hashes of all replications. */
  readonly runHash: string;
  /** How many events were handled, in all replications. */
  readonly events: number;
  /** The answer in a sentence or two. */
  readonly answer: string;
  /** Every measure, with its interval. */
  readonly measures: readonly MeasureResult[];
  /** By flow and route: hours from stop to stop. */
  readonly journeys: readonly JourneyResult[];
  /** By flow and band: on what time was spent. */
  readonly ledger: readonly LedgerResult[];
  /** Each resource's capacity beside its demand. */
  readonly preview: readonly PreviewRow[];
  /** What formulas say of places, with the simulated number beside each. */
  readonly formulas: readonly FormulaResult[];
  /** Where the corridor never settles: by how much what is inside grows. */
  readonly growth?: {
    /** TEU a day, from the first to the last day of the window, mean over replications. */
    readonly teuPerDay: number;
  };
  /** Where a precision was asked for: whether it was reached. */
  readonly precision?: {
    /** The largest half-width that was asked for, as a share of the estimate. */
    readonly asked: number;
    /** Whether every headline measure has come to it. */
    readonly reached: boolean;
    /** The largest half-width of them, as such a share; null where there is none yet. */
    readonly worst: number | null;
  };
  /** Where no precision was asked for: how many replications it would have taken. */
  readonly wouldTake?: {
    /** The half-width, as a share of the estimate. */
    readonly halfWidth: number;
    /** Of each headline measure. */
    readonly headlines: readonly WouldTake[];
  };
  /** What to know of the run that its numbers do not say, in sentences. */
  readonly notes?: readonly string[];
  /** Why the run ended early, where it did: what was measured so far is marked by this. */
  readonly endedEarly?: string;
}

/** One published figure beside the run. `inside` is null where the scenario does not cover what was published. */
export interface ValidationResult {
  /** The id of the fact. */
  readonly id: string;
  readonly scenario: string;
  /** null: the scenario as it stands. */
  readonly variant: string | null;
  readonly measure: string;
  /** The two events in words; null where it is not a time between two. */
  readonly from: string | null;
  readonly to: string | null;
  /** Over whom the figure was taken. */
  readonly over: string;
  /** M: a mean. S: a delivery term. N: a backlog. P: it follows from the demand. */
  readonly rule: 'M' | 'S' | 'N' | 'P';
  /** What the figure is of: yyyy, yyyy-mm, or the first and last month as yyyy-mm/yyyy-mm. */
  readonly period: string;
  /** The simulated mean, or the maximum of rule N, in the unit that is published. */
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** Of a time between two events: quantiles over boxes, means over replications. */
  readonly p10: number | null;
  readonly p90: number | null;
  /** Rule S: the share of boxes that make it within the published time. */
  readonly share: { readonly estimate: number; readonly low: number | null; readonly high: number | null } | null;
  /** The largest parts of the time between the two events, in the published unit, means a box. */
  readonly parts: readonly { readonly cause: string; readonly where: string; readonly mean: number }[];
  readonly published: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly unit: string;
    readonly year: number;
  };
  readonly counted: boolean;
  /** Why it is not counted, or what a miss probably lacks; null where there is nothing to say. */
  readonly why: string | null;
  /** What the source says of its parts; null where it says nothing. */
  readonly remark: string | null;
  readonly inside: boolean | null;
}

export interface ValidateResult {
  readonly schema: 'keruen/validate@1';
  readonly keruen: string;
  readonly seed: string;
  readonly replications: number;
  readonly rows: readonly ValidationResult[];
}
