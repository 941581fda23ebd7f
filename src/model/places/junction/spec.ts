// A junction is a name on the way, which trains pass; their locomotive may be changed there.
import type { Located } from '../../corridor/data/located';
import type { Takes } from '../../corridor/data/takes';

export interface JunctionSpec extends Located {
  readonly kind: 'junction';
  /** How long a train that passes stands here while its locomotive is changed; without it none is. */
  readonly locomotiveChange?: Takes;
}
