// Fields shared by several kinds of place: the position of a place, a pool of cranes.
import type { Fields } from './fields';

export const locatedFields = (f: Fields) => ({
  title: f.text('Display name').optional(),
  at: f.position('Latitude, longitude'),
  unlocode: f.unlocode('UN/LOCODE, where the place has one').optional(),
});

export const cranesSchema = (f: Fields, what: string) =>
  f.object({
    count: f.count(`${what}: how many`),
    rate: f.moves(`${what}: moves an hour of each`),
    variation: f.share(`${what}: coefficient of variation of a move's time`, '30 %').optional(),
    each: f.count(`${what}: how many may work on one train or ship`).optional(),
    efficiency: f.share(`${what}: share of the rate that is reached; 100 % unless said`, '80 %').optional(),
    failures: f
      .object({
        every: f.duration(`${what}: mean time between two breakdowns of one, by the calendar`, '20 d'),
        repair: f.takes(`${what}: how long a repair takes`, '8 h'),
      })
      .optional(),
    calendar: f.id(`${what}: shifts; no lift is begun outside them`).optional(),
    rampUp: f
      .object({
        opens: f.date(`${what}: the day on which they begin to work`),
        over: f.duration(`${what}: time in which they come to their full rate`, '180 d'),
        begins: f.share(`${what}: share of the rate on the first day`, '50 %'),
      })
      .optional(),
  });
