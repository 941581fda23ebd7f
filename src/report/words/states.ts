// An answer of the run in words: the estimate with its half-width, or why there is none.

import { readMeasure } from '../../study/results/digits';
import type { MeasureResult } from '../../study/results/result';

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
  /** "± 0.31", or the state in words. */
  readonly halfWidth: string;
  /** Of both: `d`, `h`, `%`, `TEU`; empty where there is no estimate. */
  readonly unit: string;
}

/** A measure as it is read: shares in per cent, hours beyond 96 in days. */
export function say(of: MeasureResult): Said {
  const { estimate, half, unit } = readMeasure(of);
  return { estimate, halfWidth: half === '' ? words[of.state] : half, unit };
}
