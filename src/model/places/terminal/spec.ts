// A rail terminal or dry port: tracks on which trains are worked, a crane pool, a yard with a limit.
import type { Duration, Moves, Share, Teu } from '../../../units';
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
  /** How many may work on one train. Default all. */
  readonly each?: number;
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
    variation: f.share(`${what}: coefficient of variation of a move's time`).optional(),
    each: f.count(`${what}: how many may work on one train or ship`).optional(),
  });

export const terminalSchema = (f: Fields) =>
  f.object({
    kind: f.literal('terminal'),
    ...locatedFields(f),
    tracks: f.count('Tracks on which trains are loaded and unloaded'),
    shunting: f.duration('Bringing a train in, and taking it out'),
    cranes: f.object({ rail: cranesSchema(f, 'Cranes over the tracks') }),
    yard: f.object({ capacity: f.teu('Yard: TEU slots') }),
  });
