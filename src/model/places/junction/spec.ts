// A junction is a name on the way: trains pass it and nothing happens.
import type { Fields } from '../../fields';
import { type Located, locatedFields } from '../terminal/spec';

export interface JunctionSpec extends Located {
  readonly kind: 'junction';
}

export const junctionSchema = (f: Fields) => f.object({ kind: f.literal('junction'), ...locatedFields(f) });
