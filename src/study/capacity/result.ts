// What `capacity` answers, in the one shape that --json writes (contract keruen/capacity@1).
import type { MeasureName, MeasureResult, RunResult } from '../results/result';

/** The largest demand that keeps the promise, with its interval. */
export interface CapacityEstimate {
  /**
   * `found`: as narrow as was asked. `not narrowed`: trials were used up, or it was interrupted, before that. `kept everywhere`:
   * up to `searched.high`. `broken everywhere`: at `searched.low` too.
   */
  readonly state: 'found' | 'not narrowed' | 'kept everywhere' | 'broken everywhere';
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  /** The measure that breaks first; null where none does. */
  readonly breaks: string | null;
}

/** What was seen at one demand. */
export interface CurvePoint {
  readonly demand: number;
  readonly trials: number;
  /** Trials that grew without end: they break the promise. */
  readonly broken: number;
  /** Share of the trials in which every measure of the promise keeps its limit. */
  readonly keeps: number;
  /** The promised measures, over the trials that came to their end. */
  readonly measures: readonly MeasureResult[];
  /** The busiest resources, share of the time. */
  readonly uses: readonly { readonly of: MeasureName['of']; readonly share: number }[];
  /** The longest waits, hours a box of all flows. */
  readonly waits: readonly { readonly cause: string; readonly where: string; readonly hours: number }[];
}

/** What gives way as the demand grows. */
export interface GivesWay {
  readonly what: string;
  readonly of: MeasureName['of'];
  /** The least demand that was tried from which on boxes wait for it noticeably. */
  readonly from: number;
  /** What they wait for there, hours a box of all flows. */
  readonly cause: string;
  readonly where: string;
  readonly hours: number;
}

export interface CapacityResult {
  readonly schema: 'keruen/capacity@1';
  readonly keruen: string;
  readonly scenario: RunResult['scenario'];
  readonly seed: string;
  readonly window: RunResult['window'];
  readonly promise: string;
  readonly terms: readonly (Pick<MeasureName, 'statistic' | 'measure' | 'of'> & {
    readonly unit: string | null;
    readonly limit: number | null;
  })[];
  readonly demand: {
    readonly unit: 'TEU/year' | 'trucks/day';
    readonly words: string;
    readonly at: string | null;
    readonly now: number;
    readonly mix: { readonly [flow: string]: number };
  };
  /** Between which demands it was looked for. */
  readonly searched: { readonly low: number; readonly high: number };
  readonly answer: string;
  /** In expectation over years. */
  readonly expected: CapacityEstimate;
  /** In nine years of ten. */
  readonly nineOfTen: CapacityEstimate;
  readonly curve: readonly CurvePoint[];
  readonly givesWay: readonly GivesWay[];
  /** By formulas alone: the resource that is full first, and at which demand; null where nothing is filled. */
  readonly formula: {
    readonly demand: number;
    readonly where: string;
    readonly resource: string;
    readonly what: string;
    readonly why: readonly string[];
  } | null;
  readonly trials: number;
  /** Trials that were not run to their end because what was promised grew without end. */
  readonly cutShort: number;
  readonly endedEarly?: string;
  readonly interrupted?: true;
}
