// The data of a road border as fields: names, units, notes for planners and editors.
import type { Fields } from '../../schema/fields';
import { locatedFields } from '../../schema/sharedFields';

export const roadBorderSchema = (f: Fields) =>
  f.object({
    kind: f.literal('road border'),
    ...locatedFields(f),
    timeZone: f.timeZone('Zone of its clocks; the scenario’s unless said').optional(),
    calendar: f.id('When it is open').optional(),
    toward: f.map(
      f.object({
        lanes: f.count('Lanes for trucks to this neighbour'),
        takes: f.takes('Documents and scan of a truck in a lane', '6 min'),
        eQueue: f
          .object({
            slots: f.trucks('Slots a day'),
            horizon: f.duration('How far ahead they can be booked', '14 d'),
            noShows: f.share('Share of slots whose truck does not come', '10 %').optional(),
          })
          .optional(),
        channels: f
          .map(
            f.object({
              share: f.share('Share of trucks that go this way', '95 %'),
              takes: f.takes('How long it holds a truck', '10 min'),
              bays: f.count('Trucks that it can hold at once'),
            }),
          )
          .optional(),
        transloading: f
          .object({
            share: f.share('Share of trucks that may not go on'),
            bays: f.count('Pairs of trucks at once'),
            takes: f.takes('From truck to truck', '6 h'),
          })
          .optional(),
        quota: f.trucks('Trucks a day that the neighbour accepts', '750 trucks/day').optional(),
      }),
    ),
  });
