// The data of a junction as fields: names, units, notes for planners and editors.
import type { Fields } from '../../schema/fields';
import { locatedFields } from '../../schema/sharedFields';

export const junctionSchema = (f: Fields) => f.object({ kind: f.literal('junction'), ...locatedFields(f) });
