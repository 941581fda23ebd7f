// A hinterland is what lies beyond the model: boxes and trucks come from it and go to it, and nothing there is short.
import type { Fields } from '../../fields';
import { type Located, locatedFields } from '../terminal/spec';

export interface HinterlandSpec extends Located {
  readonly kind: 'hinterland';
}

export const hinterlandSchema = (f: Fields) => f.object({ kind: f.literal('hinterland'), ...locatedFields(f) });
