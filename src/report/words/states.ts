// An answer of the run in words: the estimate with its half-width, or why there is none.

import { usualDecimals } from '../../study/results/digits';
import type { MeasureResult } from '../../study/results/result';
import { decimalsFor, writeNumber, writeWithin } from './numbers';

/** What stands where the estimate or its interval would: closed, as the states are. */
const words: { readonly [S in MeasureResult['state']]: string } = {
  estimated: '',
  'too few replications': '(one replication)',
  'still growing': '(still growing)',
  'did not finish': 'did not finish',
  'nothing observed': 'nothing observed',
};

export interface Said {
  /** The estimate, empty where there is none. */
  readonly estimate: string;
  /** "± 0.3", or the state in words. */
  readonly halfWidth: string;
}

/** @param scale what the value is multiplied with before it is written, such as 100 for a share in per cent */
export function say(of: MeasureResult, scale = 1, decimals?: number): Said {
  if (of.estimate === null) return { estimate: '', halfWidth: words[of.state] };
  const shown = decimals ?? usualDecimals(of.unit) ?? decimalsFor(of.estimate * scale);
  if (of.state !== 'estimated')
    return { estimate: writeNumber(of.estimate * scale, shown), halfWidth: words[of.state] };
  const { estimate, half } = writeWithin(of.estimate * scale, of.low * scale, of.high * scale, shown);
  return { estimate, halfWidth: half };
}
