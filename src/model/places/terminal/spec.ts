// A rail terminal or dry port: tracks on which trains are worked, a crane pool, a yard with a limit.
import type { Duration, Moves, Share, Teu } from '../../../units';
import type { Takes } from '../../corridor';
import type { Fields } from '../../fields';

/** What every kind of place may say of itself. `at` is latitude, longitude. */
export interface Located {
  readonly title?: string;
  readonly at: readonly [number, number];
  readonly unlocode?: string;
}

/** A pool of like cranes: how many, and moves an hour of each. */
export interface Cranes {
  readonly count: number;
  readonly rate: Moves;
  /** Coefficient of variation of a move's time. Default 0. */
  readonly variation?: Share;
  /** How many may work on one train or ship. Default all. */
  readonly each?: number;
  /** Share of `rate` that is reached on average. Default 1. */
  readonly efficiency?: Share;
  /** Breakdowns, in calendar time: mean time between them, and the repair. A crane that breaks down finishes its lift. */
  readonly failures?: { readonly every: Duration; readonly repair: Takes };
  /** Shifts: no lift is begun outside its hours; a lift under way is finished. */
  readonly calendar?: string;
  /** The rate grows in a straight line from a share of it, on a day, to all of it. Before that day it is that share. */
  readonly rampUp?: RampUp;
}

export interface RampUp {
  /** The day on which they begin to work, yyyy-mm-dd. */
  readonly opens: string;
  readonly over: Duration;
  readonly begins: Share;
}

export interface TerminalSpec extends Located {
  readonly kind: 'terminal';
  readonly tracks: number;
  /** Bringing a train in, and taking it out. */
  readonly shunting: Duration;
  readonly cranes: { readonly rail: Cranes };
  readonly yard: { readonly capacity: Teu };
}

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

export const terminalSchema = (f: Fields) =>
  f.object({
    kind: f.literal('terminal'),
    ...locatedFields(f),
    tracks: f.count('Tracks on which trains are loaded and unloaded'),
    shunting: f.duration('Bringing a train in, and taking it out', '1 h'),
    cranes: f.object({ rail: cranesSchema(f, 'Cranes over the tracks') }),
    yard: f.object({ capacity: f.teu('Yard: TEU slots') }),
  });
