// A hinterland is what lies beyond the model: boxes and trucks come from it and go to it, and nothing there is short but time.
import type { Takes } from '../../corridor';
import type { Fields } from '../../fields';
import { type Located, locatedFields } from '../terminal/spec';

export interface HinterlandSpec extends Located {
  readonly kind: 'hinterland';
  /** How long a set of platforms that brought boxes is away beyond, until it can be loaded here again. Without it no time. */
  readonly away?: Takes;
}

export const hinterlandSchema = (f: Fields) =>
  f.object({
    kind: f.literal('hinterland'),
    ...locatedFields(f),
    away: f.takes('How long a set that brought boxes is away, until it can be loaded here again', '17 d').optional(),
  });
