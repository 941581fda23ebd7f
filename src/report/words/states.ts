// Formats an estimate with its half-width, or the reason why there is none.

import { boundWords, withoutIntervalWords } from '../../study/results/bounds';
import { readMeasure } from '../../study/results/digits';
import type { MeasureResult } from '../../study/results/result';

export interface Said {
  /** The estimate, empty if there is none. */
  readonly estimate: string;
  /** "± 0.31", with the bound that cuts off the interval, if any ("± 76 (not below 0)"), or why there is none. */
  readonly halfWidth: string;
  /** The unit of both: `d`, `h`, `%`, `TEU`; empty without an estimate. */
  readonly unit: string;
}

/** A measure for display: shares in per cent, above 96 hours in days. */
export function say(of: MeasureResult): Said {
  const { estimate, half, unit } = readMeasure(of);
  if (of.estimate === null) return { estimate, halfWidth: of.state, unit };
  return { estimate, halfWidth: half === '' ? `(${withoutIntervalWords(of)})` : `${half}${boundWords(of)}`, unit };
}
