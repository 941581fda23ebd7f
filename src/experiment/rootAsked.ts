// What may be asked of a search for a root, and what it answers.

/** What is asked: between which inputs, which limit, how near. */
export interface RootAsked {
  /** The least input that is tried. */
  readonly low: number;
  /** The most. */
  readonly high: number;
  /** The promise is kept where the response is at most this. */
  readonly limit: number;
  /** How the response goes with the input. */
  readonly response: 'rising' | 'falling';
  /** Confidence of the interval; 0.95 when left out. */
  readonly level?: number;
  /** Half-width asked, as a share of the estimate; 0.05 when left out. */
  readonly relative?: number;
  /** No more trials than so many. */
  readonly maxTrials: number;
  /** Only whole inputs: the last one that keeps the limit is asked for. */
  readonly integer?: boolean;
  /** Of the replications instead of their mean: 0.9 asks that nine of ten keep the limit. */
  readonly quantile?: number;
  /** Inputs are tried in whole multiples of this, so that trials can be used again. */
  readonly step?: number;
  /** What was tried before, replications from 0 on: it is not asked for again, and is no trial of this search. */
  readonly known?: readonly RootPoint[];
}

/** An input that was tried, with one number a replication. */
export interface RootPoint {
  /** The input. */
  readonly x: number;
  /** In order of replications; null: broken (did not finish, or grows). */
  readonly values: readonly (number | null)[];
}

/** The answer of a search; every number may be null where it is not known. */
export interface Root {
  /**
   * `found`: as narrow as was asked. `not narrowed`: the trials were used up before; estimate and ends are what is known.
   * `kept everywhere`, `broken everywhere`: the limit is not met between the ends; no estimate.
   */
  readonly state: 'found' | 'kept everywhere' | 'broken everywhere' | 'not narrowed';
  /** The input. */
  readonly estimate: number | null;
  /** Where its interval begins. */
  readonly low: number | null;
  /** Where it ends. */
  readonly high: number | null;
  /** Its confidence. */
  readonly level: number;
  /** What was tried, in order of input. */
  readonly points: RootPoint[];
  /** How many trials there were. */
  readonly trials: number;
}

/** Gives one number for each ask, in their order; Infinity or null where the point is broken. */
export type Batch = (asks: readonly { x: number; replication: number }[]) => Promise<(number | null)[]>;

/** @throws RangeError for what cannot be */
export function checkRoot({
  low,
  high,
  limit,
  maxTrials,
  level = 0.95,
  relative = 0.05,
  quantile,
  step = 1,
}: RootAsked): void {
  const wrong = [
    low < high && Number.isFinite(high - low) ? [] : [`low is ${low} and high ${high}; low must be below high.`],
    Number.isFinite(limit) ? [] : [`limit is ${limit}; it must be a finite number.`],
    0 < level && level < 1 ? [] : [`level is ${level}; it must be between 0 and 1. Write 95 % as 0.95.`],
    0 < relative && relative < Infinity ? [] : [`relative is ${relative}; it must be a share above 0, as 0.05.`],
    quantile === undefined || (0 < quantile && quantile < 1)
      ? []
      : [`quantile is ${quantile}; it must be between 0 and 1. Write nine of ten as 0.9.`],
    0 < step && step < Infinity ? [] : [`step is ${step}; it must be above 0.`],
    Number.isSafeInteger(maxTrials) && maxTrials >= 4
      ? []
      : [`maxTrials is ${maxTrials}; it must be a whole number from 4.`],
  ].flat();
  if (wrong.length > 0) throw new RangeError(`Root: ${wrong.join(' ')}`);
}
