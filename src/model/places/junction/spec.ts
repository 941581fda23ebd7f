// A junction is a name on the way: trains pass it and nothing happens.
import type { Located } from '../../corridor/data/located';

export interface JunctionSpec extends Located {
  readonly kind: 'junction';
}
