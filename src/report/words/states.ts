// An answer of the run in words: the estimate with its half-width, or why there is none.

import { halfWidth } from '../../experiment';
import { boundWords, withoutIntervalWords } from '../../study/results/bounds';
import { usualDecimals } from '../../study/results/digits';
import type { MeasureResult } from '../../study/results/result';
import { decimalsFor, writeNumber, writeWithin } from './numbers';

export interface Said {
  /** The estimate, empty where there is none. */
  readonly estimate: string;
  /** "± 0.3", with the bound at which the interval ends where it does ("± 76 (not below 0)"), or why there is none. */
  readonly halfWidth: string;
}

/** @param scale what the value is multiplied with before it is written, such as 100 for a share in per cent */
export function say(of: MeasureResult, scale = 1, decimals?: number): Said {
  if (of.estimate === null) return { estimate: '', halfWidth: of.state };
  const shown = decimals ?? usualDecimals(of.unit) ?? decimalsFor(of.estimate * scale);
  if (of.state !== 'estimated')
    return { estimate: writeNumber(of.estimate * scale, shown), halfWidth: `(${withoutIntervalWords(of)})` };
  const [middle, width] = [of.estimate * scale, (halfWidth(of) ?? 0) * scale];
  const { estimate, half } = writeWithin(middle, middle - width, middle + width, shown);
  return { estimate, halfWidth: `${half}${boundWords(of)}` };
}
