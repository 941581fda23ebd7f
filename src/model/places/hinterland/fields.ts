// The data of a hinterland as fields: names, units, notes for planners and editors.
import type { Fields } from '../../schema/fields';
import { locatedFields } from '../../schema/sharedFields';

export const hinterlandSchema = (f: Fields) =>
  f.object({
    kind: f.literal('hinterland'),
    ...locatedFields(f),
    away: f.takes('How long a set that brought boxes is away, until it can be loaded here again', '17 d').optional(),
  });
