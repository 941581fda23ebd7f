// An answer of the run in words: the estimate with its half-width, or why there is none.

import { boundWords, withoutIntervalWords } from '../../study/results/bounds';
import { readMeasure } from '../../study/results/digits';
import type { MeasureResult } from '../../study/results/result';

export interface Said {
  /** The estimate, empty where there is none. */
  readonly estimate: string;
  /** "± 0.31", with the bound at which the interval ends where it does ("± 76 (not below 0)"), or why there is none. */
  readonly halfWidth: string;
  /** Of both: `d`, `h`, `%`, `TEU`; empty where there is no estimate. */
  readonly unit: string;
}

/** A measure as it is read: shares in per cent, hours beyond 96 in days. */
export function say(of: MeasureResult): Said {
  const { estimate, half, unit } = readMeasure(of);
  if (of.estimate === null) return { estimate, halfWidth: of.state, unit };
  return { estimate, halfWidth: half === '' ? `(${withoutIntervalWords(of)})` : `${half}${boundWords(of)}`, unit };
}
