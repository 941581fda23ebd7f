// The data of a terminal as fields: names, units, notes for planners and editors.
import type { Fields } from '../../schema/fields';
import { cranesSchema, locatedFields } from '../../schema/sharedFields';

export const terminalSchema = (f: Fields) =>
  f.object({
    kind: f.literal('terminal'),
    ...locatedFields(f),
    tracks: f.count('Tracks on which trains are loaded and unloaded'),
    shunting: f.duration('Bringing a train in, and taking it out', '1 h'),
    cranes: f.object({ rail: cranesSchema(f, 'Cranes over the tracks') }),
    yard: f.object({
      capacity: f.teu('Yard: TEU slots'),
      collected: f.takes('How long a box that ends here stands until a truck fetches it', '2 d').optional(),
      brought: f.takes('How long before its departure a box that begins here is brought', '3 d').optional(),
      freeDays: f.duration('Free days: the share of boxes that stand longer is told', '5 d').optional(),
    }),
  });
