// What a run answers, in the one shape that --json writes and every report is made from (contract keruen/run@1).
import type { Estimate } from '../../experiment';
import type { PreviewRow } from '../../model/preview/preview';
import type { FormulaResult } from './formulas';

/** What is measured, which statistic of it, of what, in which unit. */
export interface MeasureName {
  readonly measure: string;
  readonly statistic: 'mean' | 'p10' | 'p50' | 'p90' | 'p95' | 'max' | 'total' | 'share';
  readonly of: {
    readonly place?: string;
    readonly line?: string;
    readonly flow?: string;
    readonly resource?: string;
  };
  readonly unit: string;
}

/** A quantity over replications: one number each, with its interval where the state is `estimated`. */
export type MeasureResult = MeasureName & Estimate;

/** Hours since the box entered at its origin. */
export interface Hours {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface JourneyResult {
  readonly flow: string;
  /** The places of the route, origin to destination. */
  readonly route: readonly string[];
  /** Finished boxes, all replications. */
  readonly n: number;
  /** Empty where no box finished. */
  readonly stops: readonly {
    readonly place: string;
    readonly km: number;
    readonly arrival: Hours;
    readonly departure: Hours;
  }[];
}

export interface LedgerResult {
  readonly flow: string;
  readonly band: 'all' | 'p0-p90' | 'p90-p100';
  readonly boxes: number;
  readonly censored: number;
  /** Integers; the parts add up to `seconds`. */
  readonly seconds: number;
  readonly parts: readonly {
    readonly cause: string;
    readonly where: string;
    readonly seconds: number;
    readonly share: number;
  }[];
}

export interface RunResult {
  readonly schema: 'keruen/run@1';
  readonly keruen: string;
  readonly scenario: { readonly id: string; readonly hash: string; readonly changes: readonly string[] };
  readonly seed: string;
  readonly replications: number;
  /** The first and the last day, and the days before them that are not measured. */
  readonly window: { readonly start: string; readonly end: string; readonly warmUp: number };
  readonly runHash: string;
  readonly events: number;
  /** The answer in a sentence or two. */
  readonly answer: string;
  readonly measures: readonly MeasureResult[];
  readonly journeys: readonly JourneyResult[];
  readonly ledger: readonly LedgerResult[];
  readonly preview: readonly PreviewRow[];
  /** What formulas say of places, with the simulated number beside each. */
  readonly formulas: readonly FormulaResult[];
  readonly precision?: { readonly asked: number; readonly reached: boolean; readonly worst: number | null };
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
