// The data of a junction as fields: names, units, notes for planners and editors.
import type { Fields } from '../../schema/fields';
import { locatedFields } from '../../schema/sharedFields';

export const junctionSchema = (f: Fields) =>
  f.object({
    kind: f.literal('junction'),
    ...locatedFields(f),
    locomotiveChange: f.takes('How long a train stands here while its locomotive is changed', '1 h').optional(),
  });
