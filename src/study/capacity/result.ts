// What `capacity` answers, in the one shape that --json writes (contract keruen/capacity@1).
import type { MeasureName, MeasureResult } from '../results/result';
import type { Told } from '../trials/told';

/** The largest demand that keeps the promise, with its interval. */
export interface CapacityEstimate {
  /**
   * `found`: as narrow as was asked. `not narrowed`: trials were used up, or it was interrupted, before that. `kept everywhere`:
   * up to `searched.high`. `broken everywhere`: at `searched.low` too.
   */
  readonly state: 'found' | 'not narrowed' | 'kept everywhere' | 'broken everywhere';
  /** The demand; null where it is not known. */
  readonly estimate: number | null;
  /** Where its interval begins; null where that is not known. */
  readonly low: number | null;
  /** Where it ends, likewise. */
  readonly high: number | null;
  /** The confidence of the interval. */
  readonly level: number;
  /** The measure that breaks first; null where none does. */
  readonly breaks: string | null;
}

/** What was seen at one demand. */
export interface CurvePoint {
  /** The demand. */
  readonly demand: number;
  /** How many trials there were. */
  readonly trials: number;
  /** Trials that grew without end: they break the promise. */
  readonly broken: number;
  /** Share of the trials in which every measure of the promise keeps its limit. */
  readonly keeps: number;
  /** The promised measures, over the trials that came to their end. */
  readonly measures: readonly MeasureResult[];
  /** The busiest resources, share of the time. */
  readonly uses: readonly {
    /** Which resource. */
    readonly of: MeasureName['of'];
    /** From 0 to 1. */
    readonly share: number;
  }[];
  /** The longest waits, hours a box of all flows. */
  readonly waits: readonly {
    /** As the ledger names it. */
    readonly cause: string;
    /** The id of a place or line. */
    readonly where: string;
    /** Hours a box. */
    readonly hours: number;
  }[];
}

/** What gives way as the demand grows. */
export interface GivesWay {
  /** In words: `container berths at Aktau`. */
  readonly what: string;
  /** As measures name it. */
  readonly of: MeasureName['of'];
  /** The least demand that was tried from which on boxes wait for it noticeably. */
  readonly from: number;
  /** The longest of their waits for it there, as the ledger names it. */
  readonly cause: string;
  /** Where they wait. */
  readonly where: string;
  /** Hours a box of all flows. */
  readonly hours: number;
}

/** The whole answer of `capacity`. */
export interface CapacityResult extends Told {
  /** The form of this answer. */
  readonly schema: 'keruen/capacity@1';
  /** The promise, as it was written. */
  readonly promise: string;
  /** Its measures with their limits; unit and limit are null where no trial came to its end. */
  readonly terms: readonly (Pick<MeasureName, 'statistic' | 'measure' | 'of'> & {
    /** The unit of the measure and its limit. */
    readonly unit: string | null;
    /** What it stays at or below. */
    readonly limit: number | null;
  })[];
  /** The demand that is raised. */
  readonly demand: {
    /** Of all demands of this answer. */
    readonly unit: 'TEU/year' | 'trucks/day';
    /** The same in words: `TEU a year over the quay at Aktau`. */
    readonly words: string;
    /** The place at which it is counted; null where each box counts once. */
    readonly at: string | null;
    /** What stands in the scenario. */
    readonly now: number;
    /** By flow: its share of the demand, each box once. */
    readonly mix: { readonly [flow: string]: number };
  };
  /** Between which demands it was looked for. */
  readonly searched: {
    /** The least. */
    readonly low: number;
    /** The most. */
    readonly high: number;
  };
  /** In expectation over years. */
  readonly expected: CapacityEstimate;
  /** In nine years of ten. */
  readonly nineOfTen: CapacityEstimate;
  /** What was seen at each demand, from the least up. */
  readonly curve: readonly CurvePoint[];
  /** What gives way, in the order of the demands from which on it does. */
  readonly givesWay: readonly GivesWay[];
  /** By formulas alone: the resource that is full first, and at which demand; null where nothing is filled. */
  readonly formula: {
    /** The demand at which it is full. */
    readonly demand: number;
    /** The place, line or service. */
    readonly where: string;
    /** What of it. */
    readonly resource: string;
    /** Both in words. */
    readonly what: string;
    /** Why that is another answer than the promise's: sentences. */
    readonly why: readonly string[];
  } | null;
  /** Trials that were not run to their end because what was promised grew without end. */
  readonly cutShort: number;
}
