// The data of a rail border as fields: names, units, notes for planners and editors.
import type { Field, Fields } from '../../schema/fields';
import { locatedFields } from '../../schema/sharedFields';
import type { Teams } from './spec';

const teamsSchema = (f: Fields): Field<Teams> =>
  f.countOrMap('Teams that work at once; by calendar, where there are shifts');

export const railBorderSchema = (f: Fields) =>
  f.object({
    kind: f.literal('rail border'),
    ...locatedFields(f),
    controls: f.map(
      f.object({
        takes: f.takes('How long the control holds a train', '3 h'),
        trainsFrom: f.id('Only trains that come from this neighbour').optional(),
        step: f.count('Controls of one step are side by side; else one after another, in order of ids').optional(),
        teams: teamsSchema(f).optional(),
        calendar: f.id('When the control works; work stops at closing and goes on at the next opening').optional(),
        side: f
          .id('On which of the two sides it is: before the hand-over for trains that leave it, after it for others')
          .optional(),
      }),
    ),
    channels: f
      .map(
        f.object({
          share: f.share('Share of boxes that go this way', '90 %'),
          takes: f.takes('How long it holds a box, from the end of the controls', '30 min'),
          leftBehind: f
            .flag('The load of a block train that stays together goes on without its boxes; else it waits for them')
            .optional(),
          shareOf: f.map(f.share('Share of boxes of this flow or commodity')).optional(),
        }),
      )
      .optional(),
    gaugeChange: f
      .object({
        tracks: f.object({ 1435: f.count('Tracks of 1435 mm'), 1520: f.count('Tracks of 1520 mm') }),
        cranes: f.count('Cranes over both gauges'),
        rate: f.moves('Moves an hour of each crane'),
        variation: f.share("Coefficient of variation of a move's time", '30 %').optional(),
        each: f.count('Cranes that may work on one train').optional(),
        buffer: f.teu('Buffer between the gauges: TEU slots', '600 TEU'),
        shunting: f.duration('Bringing a train in, and taking it out', '1 h'),
      })
      .optional(),
    calendar: f.id('When the border is open').optional(),
    handedOver: f.map(f.paths('Trains from this neighbour that are taken over on a day', '9.3 trains/day')).optional(),
    sides: f
      .map(f.id('The side on which this neighbour lies; the hand-over comes between the controls of both sides'))
      .optional(),
    crossing: f.takes('From the hand-over to standing on the other side', '30 min').optional(),
    ban: f
      .map(
        f.object({
          above: f.count('With more trains from this neighbour waiting, loading for the border stops'),
          until: f.count('Until fewer wait'),
        }),
      )
      .optional(),
  });
