// A hinterland is what lies beyond the model: boxes and trucks come from it and go to it, and nothing there is short but time.
import type { Located } from '../../corridor/data/located';
import type { Takes } from '../../corridor/data/takes';

export interface HinterlandSpec extends Located {
  readonly kind: 'hinterland';
  /** How long a set of platforms that brought boxes is away beyond, until it can be loaded here again. Without it no time. */
  readonly away?: Takes;
}
