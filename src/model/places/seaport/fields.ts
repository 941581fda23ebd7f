// The data of a seaport as fields: names, units, notes for planners and editors.
import type { Fields } from '../../schema/fields';
import { cranesSchema, locatedFields } from '../../schema/sharedFields';

export const seaportSchema = (f: Fields) =>
  f.object({
    kind: f.literal('seaport'),
    ...locatedFields(f),
    berths: f.map(
      f.object({
        count: f.count('Berths of this kind'),
        cranes: f.count('Quay cranes that may work on one ship here'),
        tieUp: f.takes('Mooring, papers and casting off, a call', '3 h'),
        berthing: f
          .duration('From the anchorage alongside, and out again: each; no time unless said', '30 min')
          .optional(),
        depth: f.length('Depth of water at these berths', '7.7 m').optional(),
        serves: f.oneOrMore(f.id(''), 'Services that these berths serve beside those that name them').optional(),
      }),
    ),
    cranes: f.object({ quay: cranesSchema(f, 'Quay cranes'), rail: cranesSchema(f, 'Cranes over the tracks') }),
    yard: f.object({
      capacity: f.teu('Yard: TEU slots'),
      laden: f.teu('Yard: slots for laden boxes from here or to here, at most', '2000 TEU').optional(),
      empty: f.teu('Yard: slots for empty boxes, at most', '2000 TEU').optional(),
      transit: f.teu('Yard: slots for laden boxes that only pass, at most', '2000 TEU').optional(),
      collected: f.takes('How long a box that ends here stands until a truck fetches it', '2 d').optional(),
      brought: f.takes('How long before its departure a box that begins here is brought', '3 d').optional(),
      freeDays: f.duration('Free days: the share of boxes that stand longer is told', '5 d').optional(),
    }),
    tracks: f.count('Tracks on which trains are loaded and unloaded'),
    shunting: f.duration('Bringing a train in, and taking it out'),
    weather: f.id('The storm calendar that closes this port').optional(),
  });
